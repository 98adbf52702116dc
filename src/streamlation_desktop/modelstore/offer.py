"""What would be installed under an id: shown to the person before anything is fetched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from streamlation_desktop.core.errors import ModelError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.modelstore import layout
from streamlation_desktop.modelstore.catalog import Catalog, CatalogEntry, RemoteArchive, RemoteFile
from streamlation_desktop.modelstore.hub_cache import HubFile, HubRepository
from streamlation_desktop.modelstore.kinds import Direction, Family, Quality
from streamlation_desktop.modelstore.licences import is_restricted

if TYPE_CHECKING:
    from streamlation_desktop.modelstore.hub import Hub

HUB_PREFIX = "hf:"
"""Any repository of the hub can be named: ``hf:owner/name``."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that can be installed."""

    id: str
    name: str
    size: int
    """Bytes to download."""
    licence: str
    attribution: str
    note: str = ""
    quality: Quality = Quality.GOOD
    family: Family | None = None
    """None until the files are here, for a repository that the catalogue does not know."""
    languages: frozenset[LanguageCode] = frozenset()
    pairs: tuple[Direction, ...] = ()
    repo: str = ""
    revision: str = "main"
    files: tuple[RemoteFile, ...] = ()
    archive: RemoteArchive | None = None

    @property
    def is_restricted(self) -> bool:
        """True when the licence must be accepted explicitly."""
        return is_restricted(self.licence)

    @property
    def folder_name(self) -> str:
        """Name of its folder in the store."""
        return self.id.replace(":", "--").replace("/", "--")


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file of the hub and its place in the store."""

    remote: HubFile
    local: str


def offer_of(entry: CatalogEntry) -> Offer:
    """The offer of a catalogue entry; needs no network."""
    return Offer(
        id=entry.id,
        name=entry.name,
        size=entry.size,
        licence=entry.licence,
        attribution=entry.attribution,
        note=entry.note,
        quality=entry.quality,
        family=entry.family,
        languages=entry.languages,
        pairs=entry.pairs,
        repo=entry.repo or "",
        revision=entry.revision,
        files=entry.files,
        archive=entry.archive,
    )


def find_offer(model_id: str, catalog: Catalog, hub: Hub) -> Offer:
    """The offer of a catalogue id or of ``hf:owner/name``, for which the hub is asked.

    Raises:
        UsageError: nobody knows the id.
        DownloadFailed: the hub cannot be asked.
        ModelError: the repository holds no model that we can use.
    """
    if not model_id.startswith(HUB_PREFIX):
        return offer_of(catalog.require(model_id))
    repo = model_id.removeprefix(HUB_PREFIX)
    repository = hub.repository(repo, "main")
    wanted = plan(Offer(model_id, repo, 0, repository.licence, repo, repo=repo), repository)
    return Offer(
        id=model_id,
        name=repo,
        size=sum(file.remote.size or 0 for file in wanted),
        licence=repository.licence,
        attribution=repo,
        pairs=layout.pair_in_name(repo.partition("/")[2]),
        repo=repo,
    )


def plan(offer: Offer, repository: HubRepository) -> list[PlannedFile]:
    """Choose the files to fetch.

    Raises:
        ModelError: a file is missing, or the hub has another one than the catalogue pins.
    """
    offered = {file.path: file for file in repository.files}
    if offer.files:
        chosen = [_pinned(offered, wanted, repository) for wanted in offer.files]
    else:
        chosen = [offered[name] for name in _usual_names(offered, offer.family)]
    if not any(file.path.endswith((".bin", ".onnx")) for file in chosen):
        raise ModelError(
            f"{repository.id} has no CTranslate2 weights (model.bin) and no Piper voice",
            hint="Look for a repository that was converted to CTranslate2 (ct2).",
        )
    parents = {PurePosixPath(file.path).parent for file in chosen}
    shared = parents.pop() if len(parents) == 1 else PurePosixPath()
    return [PlannedFile(file, str(PurePosixPath(file.path).relative_to(shared))) for file in chosen]


def _usual_names(offered: dict[str, HubFile], family: Family | None) -> list[str]:
    if family is not None:
        return layout.select(offered, family)
    if "model.bin" in offered:
        return sorted({*layout.select(offered, Family.WHISPER), *layout.select(offered, Family.OPUS_MT)})
    return layout.select(offered, Family.PIPER)


def _pinned(offered: dict[str, HubFile], wanted: RemoteFile, repository: HubRepository) -> HubFile:
    file = offered.get(wanted.path)
    if file is None:
        raise ModelError(f"{repository.id} has no {wanted.path} at {repository.commit[:12]}")
    if wanted.sha256 is None:
        return file
    if file.sha256 not in (None, wanted.sha256):
        raise ModelError(
            f"{wanted.path} of {repository.id} is not the file that the catalogue names",
            hint="The mirror may be outdated or altered: check HF_ENDPOINT.",
        )
    return HubFile(file.path, wanted.size or file.size, wanted.sha256, None, file.cached)
