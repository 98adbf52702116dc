"""Installs a model from the hub or from an archive's address."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import ModelError
from streamlation_desktop.modelstore import archive, layout
from streamlation_desktop.modelstore.catalog import Catalog, RemoteArchive
from streamlation_desktop.modelstore.digest import Progress, git_sha1_of, no_progress, sha256_of
from streamlation_desktop.modelstore.download import PART_SUFFIX, Downloader, Wanted
from streamlation_desktop.modelstore.hub import Hub
from streamlation_desktop.modelstore.hub_cache import HubFile, HubRepository
from streamlation_desktop.modelstore.licences import require_acceptance
from streamlation_desktop.modelstore.manifest import FileRecord, Manifest
from streamlation_desktop.modelstore.offer import Offer, PlannedFile, find_offer, plan
from streamlation_desktop.modelstore.patience import Patience
from streamlation_desktop.modelstore.served import languages_of
from streamlation_desktop.modelstore.space import disk_errors, require_space
from streamlation_desktop.modelstore.staging import publish, staging


@dataclass(frozen=True, slots=True)
class Installation:
    """Everything that installing needs."""

    models: Path
    catalog: Catalog
    hub: Hub
    token: CancelToken
    progress: Progress
    accept_licence: bool
    patience: Patience

    def install(self, model_id: str) -> Path:
        """Fetch, verify and publish a model; returns its folder.

        Raises:
            UsageError: nobody knows the id.
            LicenceRequired: the licence restricts the use and was not accepted.
            DownloadFailed: it could not be fetched; what arrived is kept for the next try.
            ModelError: what was fetched is not the model that was promised.
            DiskFull: no room; what arrived is kept.
        """
        offer = find_offer(model_id, self.catalog, self.hub)
        require_acceptance(offer.id, offer.licence, accepted=self.accept_licence)
        if offer.archive is not None:
            self.hub.require_online(offer.id)
            return self._from_archive(offer, offer.archive)
        repository = self.hub.repository(offer.repo, offer.revision)
        return self._from_hub(offer, repository, plan(offer, repository))

    def _from_hub(self, offer: Offer, repository: HubRepository, files: list[PlannedFile]) -> Path:
        with staging(self.models, offer.folder_name) as work:
            ready = work / repository.commit
            _keep_only(work, ready)
            total = sum(file.remote.size or 0 for file in files)
            absent = [file for file in files if file.remote.cached is None]
            require_space(work, sum((file.remote.size or 0) - _present(ready / file.local) for file in absent))
            records, done = [], 0
            for file in files:
                records.append(self._obtain(repository, file, ready, done, total))
                done += records[-1].size
            return self._publish(offer, ready, tuple(records), f"hf:{repository.id}", repository.commit)

    def _obtain(self, repository: HubRepository, file: PlannedFile, ready: Path, done: int, total: int) -> FileRecord:
        target, remote = ready / file.local, file.remote
        target.parent.mkdir(parents=True, exist_ok=True)
        if _is_right(target, remote, self.token) or _adopt(target, remote, self.token):
            sha256 = remote.sha256 or sha256_of(target, self.token)
        else:
            target.unlink(missing_ok=True)
            sha256 = Downloader(self.hub.client, self.token, self.patience).fetch(
                Wanted(self.hub.url(repository, remote.path), remote.size, remote.sha256, remote.git_sha1),
                target,
                self.hub.headers(),
                lambda arrived: self.progress(done + arrived, total),
            )
        size = target.stat().st_size
        self.progress(done + size, total)
        return FileRecord(path=file.local, size=size, sha256=sha256)

    def _from_archive(self, offer: Offer, source: RemoteArchive) -> Path:
        with staging(self.models, offer.folder_name) as work:
            package = work / source.sha256
            _keep_only(work, package)
            wanted = Wanted(source.url, source.size, source.sha256)
            if not package.is_file():
                require_space(work, 3 * source.size - _present(package))  # packed, unpacked, and some air
                Downloader(self.hub.client, self.token, self.patience).fetch(
                    wanted, package, {}, lambda arrived: self.progress(arrived, source.size)
                )
            unpacked = work / "unpacked"
            unpacked.mkdir()
            archive.extract(package, unpacked, self.token, no_progress)
            root = layout.find_root(unpacked)
            names = layout.select(layout.root_files(root), layout.inspect(root).family)
            ready = work / "model"
            records = tuple(_move(root / name, ready, name, self.token) for name in names)
            shutil.rmtree(unpacked)
            package.unlink()
            return self._publish(offer, ready, records, source.url, "")

    def _publish(self, offer: Offer, ready: Path, records: tuple[FileRecord, ...], source: str, revision: str) -> Path:
        found = layout.inspect(ready)
        if offer.family not in (None, found.family):
            raise ModelError(f"{offer.id} turned out to be {found.family} instead of {offer.family}")
        found = replace(found, pairs=offer.pairs or found.pairs, languages=offer.languages or found.languages)
        now = datetime.now(UTC)
        manifest = Manifest(
            id=offer.id,
            name=offer.name,
            kind=found.kind,
            family=found.family,
            quality=offer.quality,
            languages=languages_of(found, offer.id, self.catalog),
            pairs=found.pairs,
            licence=offer.licence,
            attribution=offer.attribution,
            accepted=now if self.accept_licence else None,
            source=source,
            revision=revision,
            installed=now,
            files=records,
        )
        destination = self.models / found.kind / offer.folder_name
        publish(ready, destination, manifest)
        return destination


def _keep_only(work: Path, kept: Path) -> None:
    """Forget the unfinished files of another revision."""
    for path in work.iterdir():
        if path.name.removesuffix(PART_SUFFIX) != kept.name:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _present(path: Path) -> int:
    part = path.with_name(path.name + PART_SUFFIX)
    return sum(place.stat().st_size for place in (path, part) if place.is_file())


def _is_right(path: Path, wanted: HubFile, token: CancelToken) -> bool:
    if not path.is_file() or wanted.size not in (None, path.stat().st_size):
        return False
    if wanted.sha256 is not None:
        return sha256_of(path, token) == wanted.sha256
    return wanted.git_sha1 is not None and git_sha1_of(path, token) == wanted.git_sha1


def _adopt(target: Path, wanted: HubFile, token: CancelToken) -> bool:
    """Share the file of the Hugging Face cache, or copy it where disks or systems do not allow sharing."""
    if wanted.cached is None:
        return False
    source = wanted.cached.resolve()
    is_named_by_content = wanted.sha256 is not None or wanted.git_sha1 is not None
    if is_named_by_content and not _is_right(source, wanted, token):
        return False
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        with disk_errors(target.parent, source.stat().st_size):
            shutil.copyfile(source, target)
    return True


def _move(source: Path, folder: Path, name: str, token: CancelToken) -> FileRecord:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    source.rename(target)
    return FileRecord(path=name, size=target.stat().st_size, sha256=sha256_of(target, token))
