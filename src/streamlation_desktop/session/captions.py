"""The captions of a recorded session, with what people corrected, ready to be shown or written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from streamlation_desktop.core.errors import OutputExists
from streamlation_desktop.core.files import write_atomically
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Translation
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.history import History
from streamlation_desktop.storage.lines import Lines
from streamlation_desktop.subtitles.bilingual import combine
from streamlation_desktop.subtitles.builder import CueBuilder
from streamlation_desktop.subtitles.document import SubtitleDocument, SubtitleMetadata
from streamlation_desktop.subtitles.formats.registry import write_subtitles
from streamlation_desktop.subtitles.norms import norms_for


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Which files to write of a session."""

    session_id: str
    languages: tuple[LanguageCode, ...]
    formats: tuple[str, ...]
    folder: Path
    stem: str
    """File names are ``<stem>.<language>.<format>``."""
    bilingual: bool = False
    """What was said above what it means, in every translated file."""
    overwrite: bool = False

    def paths(self) -> tuple[Path, ...]:
        """What would be written."""
        return tuple(self.folder / f"{self.stem}.{code}.{kind}" for code in self.languages for kind in self.formats)


class RecordedCaptions:
    """Captions from the history."""

    def __init__(self, database: Database) -> None:
        self._history = History(database)
        self._lines = Lines(database)

    def cues(self, session_id: str, language: LanguageCode) -> tuple[Cue, ...]:
        """The cues in one language; cut anew where a text of theirs was corrected.

        Raises:
            DatabaseDamaged: they cannot be read.
        """
        committed = self._history.cues(session_id, language)
        edits = self._lines.edits(session_id, language)
        if not edits:
            return committed
        translations = self._lines.translations(session_id, language)
        if translations:
            return _rebuilt([_corrected(each, edits) for each in translations], language)
        spoken = self._spoken(session_id, language, edits)
        return spoken or tuple(_with_text(cue, edits[cue.index]) if cue.index in edits else cue for cue in committed)

    def export(self, request: ExportRequest) -> tuple[Path, ...]:
        """Write the files; returns their paths.

        Raises:
            OutputExists: a file is there and `overwrite` is off; nothing was written.
            StorageError: the disk or the database refuses.
        """
        for path in request.paths():
            if path.exists() and not request.overwrite:
                raise OutputExists(f"{path} exists", hint="Allow overwriting, or choose another folder or name.")
        written = []
        for document in self.documents(request):
            language = document.language
            for kind in request.formats:
                path = request.folder / f"{request.stem}.{language}.{kind}"
                write_atomically(path, write_subtitles(document, kind))
                written.append(path)
        return tuple(written)

    def documents(self, request: ExportRequest) -> tuple[SubtitleDocument, ...]:
        """The captions in each language of `request`.

        Raises:
            DatabaseDamaged: they cannot be read.
        """
        return tuple(self._document(request, language) for language in request.languages)

    def _document(self, request: ExportRequest, language: LanguageCode) -> SubtitleDocument:
        details = self._history.show(request.session_id)
        spoken = details.record.source_language
        engines = details.summary.engines if details.summary else ()
        metadata = SubtitleMetadata(details.record.title, spoken if spoken != language else None, engines)
        document = SubtitleDocument(self.cues(request.session_id, language), language, metadata)
        if not request.bilingual or spoken in (None, language):
            return document
        assert spoken is not None
        said = SubtitleDocument(self.cues(request.session_id, spoken), spoken, replace(metadata, source_language=None))
        return combine(document, said)

    def _spoken(self, session_id: str, language: LanguageCode, edits: dict[int, str]) -> tuple[Cue, ...]:
        """What was said, from the sentences that were translated."""
        sentences = {}
        for target in self._history.show(session_id).record.targets:
            for translation in self._lines.translations(session_id, target):
                sentences[translation.sentence.id] = translation.sentence
        if not any(sentence.language == language for sentence in sentences.values()):
            return ()
        builder = CueBuilder(norms_for(language, None))
        cues: list[Cue] = []
        for sentence in sorted(sentences.values(), key=lambda each: each.id):
            text = edits.get(sentence.id)
            cues += builder.add(sentence if text is None else replace(sentence, text=text, words=()))
        return (*cues, *builder.finish())


def _corrected(translation: Translation, edits: dict[int, str]) -> Translation:
    text = edits.get(translation.sentence.id)
    return translation if text is None else replace(translation, text=text)


def _rebuilt(translations: Sequence[Translation], language: LanguageCode) -> tuple[Cue, ...]:
    builder = CueBuilder(norms_for(language, None))
    cues = [cue for translation in translations for cue in builder.add(translation)]
    return (*cues, *builder.finish())


def _with_text(cue: Cue, text: str) -> Cue:
    return replace(cue, lines=tuple(text.splitlines()) or ("",))
