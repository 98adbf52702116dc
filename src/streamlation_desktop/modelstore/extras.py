"""The optional parts on this machine: install, check, remove. Each has a folder of its own below ``<data>/extras``."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import ModelError
from streamlation_desktop.modelstore import verify
from streamlation_desktop.modelstore.extras_list import Extra, load_extras
from streamlation_desktop.modelstore.manifest import FileRecord
from streamlation_desktop.modelstore.staging import INCOMING, discard
from streamlation_desktop.settings.paths import AppPaths

RECORD = "extra.json"
SITE = "site"


class Record(BaseModel):
    """What was installed."""

    model_config = ConfigDict(frozen=True)

    wheels: tuple[str, ...]
    """Their checksums: another release of ours may want others."""
    files: tuple[FileRecord, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(record.size for record in self.files)


class State(StrEnum):
    """Whether a part can be used."""

    INSTALLED = "installed"
    OUTDATED = "outdated"
    DAMAGED = "damaged"
    ABSENT = "not installed"
    NOT_MADE = "not made for this machine"


@dataclass(frozen=True, slots=True)
class ExtraStore:
    """Optional parts below `paths.data`."""

    paths: AppPaths
    extras: tuple[Extra, ...] = field(default_factory=load_extras)

    @property
    def root(self) -> Path:
        """Where all of them are."""
        return self.paths.data / "extras"

    def site(self, extra: Extra) -> Path:
        """Where the packages of one are."""
        return self.root / extra.id / SITE

    def state(self, extra: Extra, *, anew: bool = False) -> State:
        """Whether it is here and whole; `anew` reads every byte, whatever was checked before."""
        if not extra.files_here():
            return State.NOT_MADE
        if not (self.root / extra.id).is_dir():
            return State.ABSENT
        record = self._record(extra)
        if record is None:
            return State.DAMAGED
        if record.wheels != tuple(file.sha256 for file in extra.files_here()):
            return State.OUTDATED
        stamps = self.paths.cache / "verified" / "extras" / f"{extra.id}.json"
        if anew:
            stamps.unlink(missing_ok=True)
        problems = verify.check(self.site(extra), record, CancelToken(), stamps_file=stamps)
        return State.DAMAGED if problems or self._strangers(extra, record) else State.INSTALLED

    def remove(self, extra: Extra) -> None:
        """Delete it.

        Raises:
            ModelError: it is not here.
        """
        folder = self.root / extra.id
        if not folder.is_dir():
            raise ModelError(f"{extra.id} is not installed")
        discard(folder, self.root / INCOMING)

    def _record(self, extra: Extra) -> Record | None:
        try:
            return Record.model_validate_json((self.root / extra.id / RECORD).read_bytes())
        except (OSError, ValidationError):
            return None

    def _strangers(self, extra: Extra, record: Record) -> bool:
        """True when a file was added, which Python would import as one of the part's."""
        known = {file.path for file in record.files}
        found = (path for path in self.site(extra).rglob("*") if path.is_symlink() or not path.is_dir())
        return any(path.relative_to(self.site(extra)).as_posix() not in known for path in found)


def repair_hint(extra: Extra) -> str:
    """How a damaged part is mended."""
    return f"Mend it: streamlation extras install {extra.id}; or remove it: streamlation extras remove {extra.id}"
