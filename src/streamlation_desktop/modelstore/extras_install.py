"""Installs an optional part: every file by its checksum, nothing under its name until it is whole."""

from __future__ import annotations

import shutil
from compileall import compile_dir
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from py_compile import PycInvalidationMode

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.modelstore import archive
from streamlation_desktop.modelstore.digest import Progress, no_progress, sha256_of, sync
from streamlation_desktop.modelstore.extras import RECORD, SITE, ExtraStore, Record
from streamlation_desktop.modelstore.extras_list import Extra, ExtraFile
from streamlation_desktop.modelstore.extras_source import Source
from streamlation_desktop.modelstore.licences import LicenceRequired
from streamlation_desktop.modelstore.manifest import FileRecord
from streamlation_desktop.modelstore.space import disk_errors, require_space
from streamlation_desktop.modelstore.staging import INCOMING, discard, staging

_ROOM = 3
"""Times the size of the download: packed, unpacked, and some air."""


@dataclass(frozen=True, slots=True)
class ExtraInstallation:
    """Everything that installing needs."""

    store: ExtraStore
    source: Source
    accept_licence: bool
    progress: Progress = no_progress

    def install(self, extra: Extra) -> None:
        """Fetch, check, unpack and publish it; what arrived before an interruption is gone on with.

        Raises:
            UsageError: it is not made for this machine.
            LicenceRequired: its licence was not accepted.
            ModelError: a file is unsafe.
            DownloadFailed: a file cannot be had, or is not what its checksum promises.
            DiskFull: no room.
            Cancelled: the source's token was cancelled.
        """
        files = extra.files_here()
        if not files:
            raise UsageError(f"{extra.id} is not made for this machine")
        if extra.is_restricted and not self.accept_licence:
            hint = "Read it; if you agree, repeat with --accept-licence."
            raise LicenceRequired(f"the licence of {extra.id} is the {extra.licence}", hint=hint)
        with staging(self.store.root, extra.id) as work:
            require_space(work, _ROOM * sum(file.size for file in files))
            wheels = self._fetched(files, work)
            ready = work / "ready"
            shutil.rmtree(ready, ignore_errors=True)
            (ready / SITE).mkdir(parents=True)
            for wheel in wheels:
                archive.extract(wheel, ready / SITE, self.source.token, no_progress)
            # what Python would write there itself is checked like the rest
            compile_dir(ready / SITE, quiet=2, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
            self._publish(extra, ready)
            for wheel in wheels:
                wheel.unlink()

    def _fetched(self, files: tuple[ExtraFile, ...], work: Path) -> list[Path]:
        total, done, wheels = sum(file.size for file in files), 0, []
        for file in files:
            wheel = work / file.name
            if not wheel.is_file() or sha256_of(wheel, self.source.token) != file.sha256:
                self.source.fetch(file, wheel, partial(self._arrived, done, total))
            done += file.size
            wheels.append(wheel)
        return wheels

    def _arrived(self, before: int, total: int, arrived: int) -> None:
        self.progress(before + arrived, total)

    def _publish(self, extra: Extra, ready: Path) -> None:
        site = ready / SITE
        paths = sorted(path for path in site.rglob("*") if path.is_file())
        record = Record(
            wheels=tuple(file.sha256 for file in extra.files_here()),
            files=tuple(self._recorded(path, site) for path in paths),
        )
        with disk_errors(self.store.root):
            with (ready / RECORD).open("wb") as stream:
                stream.write(record.model_dump_json(indent=1).encode())
                sync(stream)
            discard(self.store.root / extra.id, self.store.root / INCOMING)
            ready.rename(self.store.root / extra.id)

    def _recorded(self, path: Path, site: Path) -> FileRecord:
        name, size = path.relative_to(site).as_posix(), path.stat().st_size
        return FileRecord(path=name, size=size, sha256=sha256_of(path, self.source.token))
