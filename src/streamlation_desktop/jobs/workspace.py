"""The private folder of a job: clips that stay with it, scratch files that go after each stage."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from streamlation_desktop.core.files import disk_errors
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.jobs.clip_packs import ClipPacks
from streamlation_desktop.jobs.results import DubResult, MixResult, SoundFile
from streamlation_desktop.storage.database import Database

_BLOCK = 2**20


@dataclass(frozen=True, slots=True)
class Workspace:
    """Folders below the application's data, readable by their owner alone."""

    root: Path

    @classmethod
    def of(cls, database: Database, job_id: str) -> Workspace:
        """That of a job."""
        return cls(database.path.parent / "dub" / job_id)

    @property
    def clips(self) -> Path:
        """Spoken lines, under a key of what they depend on."""
        return self._folder("clips")

    @property
    def listening(self) -> Path:
        """Sound that was prepared for recognition; it goes when that is done."""
        return self._folder("listening")

    @property
    def mixes(self) -> Path:
        """Encoded sound on its way to the user's folder; it goes when it is there."""
        return self._folder("mixes")

    def wipe_after(self, stage: Stage, language: LanguageCode) -> None:
        """Remove what nobody needs once a stage of a language is done."""
        if stage is Stage.STT:
            shutil.rmtree(self.root / "listening", ignore_errors=True)
        if stage is Stage.EXPORTING and (self.root / "mixes").is_dir():
            for path in (self.root / "mixes").glob(f"{language}.*"):
                path.unlink(missing_ok=True)

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder that is gone when the stage ends; one that a kill left behind goes with the next."""
        with TemporaryDirectory(prefix="stage-", dir=self._folder("scratch"), ignore_cleanup_errors=True) as name:
            yield Path(name)

    def wipe_scratch(self) -> None:
        """Remove what a killed process left."""
        shutil.rmtree(self.root / "scratch", ignore_errors=True)

    def wipe_mixes(self) -> None:
        """Remove sound that has reached the user's folder, and what it was made from."""
        for name in ("mixes", "listening"):
            shutil.rmtree(self.root / name, ignore_errors=True)

    def wipe(self) -> None:
        """Remove everything."""
        shutil.rmtree(self.root, ignore_errors=True)

    def has_files_of(self, result: object) -> bool:
        """True unless `result` names a file that is gone or has changed."""
        if isinstance(result, DubResult):
            store = ClipPacks(self.clips)
            return all(store.recall(line.clip) is not None for line in result.lines)
        if isinstance(result, MixResult):
            return all(_is_whole(sound) for sound in (result.voice, result.mix))
        return True

    def _folder(self, name: str) -> Path:
        folder = self.root / name
        with disk_errors(folder):
            self.root.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder


def sha256_of_file(path: Path) -> str:
    """SHA-256 of a file's content."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _is_whole(sound: SoundFile) -> bool:
    return sound.path.is_file() and sha256_of_file(sound.path) == sound.sha256
