"""The Hugging Face hub, or a mirror of it: what a repository holds.

`huggingface_hub` speaks the protocol; the bytes are fetched by `download`, because since 2.4 the
library deletes a partial file when it is interrupted (docs/decisions/0004-model-downloads.md).
"""

from __future__ import annotations

import os
from types import TracebackType
from typing import TYPE_CHECKING, Self

import httpx2

from streamlation_desktop.core.errors import DownloadFailed
from streamlation_desktop.modelstore import licences, web
from streamlation_desktop.modelstore.hub_cache import HubCache, HubEnvironment, HubFile, HubRepository

if TYPE_CHECKING:
    from huggingface_hub.hf_api import ModelInfo

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

    def repository(self, repo: str, revision: str) -> HubRepository:
        """What the repository holds; as the cache of this machine has it when the hub cannot be asked.

        Raises:
            DownloadFailed: not reachable and not in the cache, no such repository or revision, or no permission.
        """
        cached = self._cache.repository(repo, revision)
        if self._environment.offline:
            if cached is None:
                raise DownloadFailed(
                    f"{repo} is not on this machine, and HF_HUB_OFFLINE forbids the network",
                    hint="Unset HF_HUB_OFFLINE, or import the model: streamlation models import FOLDER",
                )
            return cached
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
        from huggingface_hub import HfApi, set_client_factory
        from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, RepositoryNotFoundError

        endpoint = self._environment.endpoint
        set_client_factory(_client_of_the_library)
        try:
            api = HfApi(endpoint=endpoint, library_name="streamlation-desktop")
            return api.model_info(repo, revision=revision, files_metadata=True, timeout=web.READ_SECONDS)
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
            sha256 = sibling.lfs.sha256 if sibling.lfs else None
            git_sha1 = None if sibling.lfs else sibling.blob_id
            cached = self._cache.find(repo, info.sha, sibling.rfilename, sha256 or git_sha1)
            files.append(HubFile(sibling.rfilename, sibling.size, sha256, git_sha1, cached))
        licence = info.card_data.get("license") if info.card_data else None
        return HubRepository(repo, info.sha, tuple(files), licences.from_hub_card(licence))


def _client_of_the_library() -> httpx2.Client:
    client = web.new_client()
    client.event_hooks = {"request": [_refuse_when_offline]}  # replacing its client also replaces its own check
    return client


def _refuse_when_offline(request: httpx2.Request) -> None:
    from huggingface_hub.errors import OfflineModeIsEnabled

    if HubEnvironment.read().offline:
        raise OfflineModeIsEnabled(f"{request.url} may not be fetched: HF_HUB_OFFLINE is set")
