"""Corrections of a transcript: undone and redone, kept at once, and translated anew where what was said changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.item_models.transcript import TranscriptModel
from streamlation_desktop.gui.state.change import Change
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.storage.lines import TranscriptLine

if TYPE_CHECKING:
    from streamlation_desktop.session.text_request import TextRequest


class _Correction(QUndoCommand):
    """One line before and after."""

    def __init__(self, corrections: Corrections, before: TranscriptLine, after: TranscriptLine, text: str) -> None:
        super().__init__(text)
        self._corrections = corrections
        self.before = before
        self.after = after
        self.is_applied = False

    def redo(self) -> None:
        self._corrections.put(self.before, self.after)
        self.is_applied = True

    def undo(self) -> None:
        self._corrections.put(self.after, self.before)
        self.is_applied = False

    def add_translation(self, language: LanguageCode, text: str) -> None:
        """The line's new translation has come; it is undone together with what was said."""
        later = self.after.changed(language, text)
        if self.is_applied:
            self._corrections.put(self.after, later)
        self.after = later


class Corrections(QObject):
    """Of the transcript that is shown."""

    kept = Signal(str)
    """A language whose captions are different now; the change is on disk."""
    failed = Signal(object)
    """A `StreamlationError`."""
    busy = Signal(bool)
    """True while a line is translated anew."""

    def __init__(self, desk: Desk, model: TranscriptModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._record = ""
        self._pending = 0
        self.stack = QUndoStack(self)
        model.corrected.connect(self._correct)

    def begin(self, record_id: str) -> None:
        """Correct another session from now on; what was done before cannot be undone any more."""
        if record_id != self._record:
            self._record = record_id
            self.stack.clear()

    def rename(self, label: str, name: str, apply: Callable[[str, str], object]) -> None:
        """Call a speaker by another name; `apply` shows and keeps one."""
        before = self._model.names.get(label, label)
        if name != before:
            self.stack.push(Change(partial(apply, label), before, name, self.tr("name of a speaker")))

    def put(self, old: TranscriptLine, new: TranscriptLine) -> None:
        """Show and keep `new` in place of `old`."""
        self._model.replace(new)
        for language in {new.language, *new.translations}:
            if _text(old, language) != _text(new, language) or (language in old.edited) != (language in new.edited):
                self._keep(new, language)

    def _correct(self, line_id: int, language: str, text: str) -> None:
        before = self._model.line(line_id)
        if before is None or not self._record:
            return
        code = LanguageCode(language)
        command = _Correction(self, before, before.changed(code, text), self.tr("change of a line"))
        self.stack.push(command)
        if code == before.language:
            for target in before.translations:
                self._translate(command, target)

    def _translate(self, command: _Correction, target: LanguageCode) -> None:
        request = self._request(command.after, target)
        self._count(1)

        def done(texts: tuple[str, ...]) -> None:
            self._count(-1)
            command.add_translation(target, texts[0])

        def failed(error: object) -> None:
            self._count(-1)
            self.failed.emit(error)

        desk = self._desk
        desk.tasks.run("engine", self, lambda: desk.sessions.runner().translate(request), done, failed)

    def _request(self, line: TranscriptLine, target: LanguageCode) -> TextRequest:
        from streamlation_desktop.session.text_request import TextRequest

        translation, compute = self._desk.settings.translation, self._desk.settings.compute
        return TextRequest(
            (line.text,), line.language, target, translation.model, translation.preset, compute.device,
            compute.compute_type, translation.glossary,
        )  # fmt: skip

    def _keep(self, line: TranscriptLine, language: LanguageCode) -> None:
        record, lines = self._record, self._desk.shelf.lines
        text = _text(line, language) if language in line.edited else None
        self._desk.tasks.run(
            "disk",
            self,
            lambda: lines.correct(record, line.id, language, text),
            lambda _: self.kept.emit(str(language)),
            self.failed.emit,
        )

    def _count(self, change: int) -> None:
        self._pending += change
        self.busy.emit(self._pending > 0)


def _text(line: TranscriptLine, language: LanguageCode) -> str:
    return line.text if language == line.language else line.translations.get(language, "")
