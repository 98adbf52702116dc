"""The Hugging Face hub, or a mirror of it: what a repository holds.

`huggingface_hub` knows the protocol (errors, descriptions, addresses, tokens); the bytes are fetched by
`download`, because the library deletes a partial file when it is interrupted
(docs/decisions/0004-model-downloads.md).
"""

from __future__ import annotations

import os
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import quote

import httpx2

from streamlation_desktop.core.errors import DownloadFailed
from streamlation_desktop.modelstore import licences, web
from streamlation_desktop.modelstore.hub_cache import HubCache, HubEnvironment, HubFile, HubRepository
from streamlation_desktop.modelstore.kinds import is_safe_path

if TYPE_CHECKING:
    from huggingface_hub import ModelInfo

os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")  # read by the library at its import
os.environ.setdefault("HF_HUB_DISABLE_XET", "1")


class Hub:
    """A connection to the hub; use as a context manager."""

    def __init__(self, environment: HubEnvironment | None = None) -> None:
        """Connect as the environment says, or as given."""
        self._environment = environment or HubEnvironment.read()
        self._cache = HubCache(self._environment.cache)
        self.client = web.new_client()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.client.close()

    def require_online(self, what: str) -> None:
        """Respect ``HF_HUB_OFFLINE``.

        Raises:
            DownloadFailed: the person forbids the network.
        """
        if self._environment.offline:
            raise DownloadFailed(
                f"{what} is not on this machine, and HF_HUB_OFFLINE forbids the network",
                hint="Unset HF_HUB_OFFLINE, or import the model: streamlation models import FOLDER",
            )

    def repository(self, repo: str, revision: str) -> HubRepository:
        """What the repository holds; as the cache of this machine has it when the hub cannot be asked.

        Raises:
            DownloadFailed: not reachable and not in the cache, no such repository or revision, or no permission.
        """
        cached = self._cache.repository(repo, revision)
        if self._environment.offline and cached is not None:
            return cached
        self.require_online(repo)
        try:
            return self._described(repo, self._ask(repo, revision))
        except DownloadFailed:
            if cached is None:
                raise
            return cached

    def headers(self) -> dict[str, str]:
        """Identifies the person where a token is known (``HF_TOKEN`` or ``hf auth login``)."""
        from huggingface_hub import get_token

        token = get_token()
        return {"Authorization": f"Bearer {token}"} if token else {}

    def url(self, repository: HubRepository, path: str) -> str:
        """Where a file is fetched from."""
        from huggingface_hub import hf_hub_url

        return hf_hub_url(repository.id, path, revision=repository.commit, endpoint=self._environment.endpoint)

    def _ask(self, repo: str, revision: str) -> ModelInfo:
        # what HfApi.model_info does, over our own client: the library's is one for the whole process
        from huggingface_hub import ModelInfo
        from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, RepositoryNotFoundError
        from huggingface_hub.utils import hf_raise_for_status  # type: ignore[attr-defined]  # public by its docs

        endpoint = self._environment.endpoint
        address = f"{endpoint}/api/models/{repo}/revision/{quote(revision, safe='')}"
        try:
            response = self.client.get(address, params={"blobs": True}, headers=self.headers())
            hf_raise_for_status(response)
            return ModelInfo(**response.json())  # type: ignore[no-untyped-call]
        except GatedRepoError as exc:
            raise DownloadFailed(
                f"{repo} is only given to people who asked for it",
                hint="Agree to its terms on the hub's page, then set HF_TOKEN to your access token.",
            ) from exc
        except RepositoryNotFoundError as exc:
            raise DownloadFailed(f"{repo} does not exist on {endpoint}, or is private") from exc
        except HfHubHTTPError as exc:
            raise DownloadFailed(f"{endpoint} does not offer {repo} (HTTP {exc.response.status_code})") from exc
        except (httpx2.TransportError, httpx2.InvalidURL) as exc:
            raise web.unreachable(endpoint, exc) from exc
        except (ValueError, KeyError, TypeError, AttributeError) as exc:
            raise web.not_the_hub(endpoint) from exc

    def _described(self, repo: str, info: ModelInfo) -> HubRepository:
        if info.sha is None or info.siblings is None:
            raise web.not_the_hub(self._environment.endpoint)
        files = []
        for sibling in info.siblings:
            if not is_safe_path(sibling.rfilename):
                continue
            sha256 = sibling.lfs.sha256 if sibling.lfs else None
            git_sha1 = None if sibling.lfs else sibling.blob_id
            cached = self._cache.find(repo, info.sha, sibling.rfilename, sha256 or git_sha1)
            files.append(HubFile(sibling.rfilename, sibling.size, sha256, git_sha1, cached))
        licence = info.card_data.get("license") if info.card_data else None
        return HubRepository(repo, info.sha, tuple(files), licences.from_hub_card(licence))
