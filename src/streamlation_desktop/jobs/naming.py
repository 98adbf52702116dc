"""What the files of a dub are called: ``talk.es.m4a``, ``talk.es.mix.m4a``, ``talk.es.mp4``, ``talk.manifest.json``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.jobs.request import DubRequest
from streamlation_desktop.session.naming import output_stem


@dataclass(frozen=True, slots=True)
class DubNames:
    """Paths of one job's files."""

    request: DubRequest

    @property
    def folder(self) -> Path:
        """Where they go."""
        return self.request.output.folder or Path(self.request.location).absolute().parent

    @property
    def manifest(self) -> Path:
        """The one that tells about the others."""
        return self.folder / f"{output_stem(self.request.location)}.manifest.json"

    def voice(self, language: LanguageCode) -> Path:
        """The dub alone."""
        return self._path(language, "m4a")

    def mix(self, language: LanguageCode) -> Path:
        """The dub over the original."""
        return self._path(language, "mix.m4a")

    def video(self, language: LanguageCode, suffix: str) -> Path:
        """The picture with both sounds; a source of the same name is not meant: that has no language in it."""
        return self._path(language, suffix.lstrip("."))

    def captions(self, language: LanguageCode, extension: str) -> Path:
        """One caption file."""
        return self._path(language, extension)

    def planned(self, language: LanguageCode, video_suffix: str) -> Iterator[Path]:
        """Every file of a language; without a picture there is no video."""
        yield self.voice(language)
        yield self.mix(language)
        if video_suffix:
            yield self.video(language, video_suffix)
        for extension in self.request.output.formats:
            yield self.captions(language, extension)

    def _path(self, language: LanguageCode, extension: str) -> Path:
        return self.folder / f"{output_stem(self.request.location)}.{language}.{extension}"
