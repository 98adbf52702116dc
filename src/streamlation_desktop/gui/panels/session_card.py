"""One session: where it stands, how fast, what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from streamlation_desktop.gui.messages import Remedy, explain
from streamlation_desktop.gui.panels.session_words import (
    engines_words,
    languages_words,
    live_details,
    percent,
    phase_words,
    stage_name,
    stage_words,
)
from streamlation_desktop.gui.remark_words import RemarkWords
from streamlation_desktop.gui.state.phase import ACTIVE, Phase
from streamlation_desktop.gui.state.session_view import SessionView
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.elided import ElidedLabel
from streamlation_desktop.gui.widgets.facts import joined
from streamlation_desktop.gui.widgets.labels import button, label, set_role, tool
from streamlation_desktop.gui.widgets.times import clock, figures

_STAGES = ("ingest", "segment", "recognize", "caption", "translate")


class SessionCard(QFrame):
    """Shows a `SessionView` and what can be done with it."""

    pause_wanted = Signal(int)
    resume_wanted = Signal(int)
    cancel_wanted = Signal(int)
    forget_wanted = Signal(int)
    open_wanted = Signal(str)
    model_wanted = Signal(int)

    def __init__(self, session: SessionView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._session = session
        self._words = RemarkWords(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addLayout(self._head())
        self.words = ElidedLabel("muted")
        column.addWidget(self.words)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of {0}").format(session.title))
        column.addWidget(self.bar)
        column.addLayout(self._stage_grid())
        self.remarks = label("", "warn", wrap=True)
        self.error = label("", "bad", wrap=True)
        self.hint = label("", wrap=True)
        self.get_model = button(self.tr("Get a model"), "download")
        self.get_model.clicked.connect(lambda: self.model_wanted.emit(self._session.key))
        for widget in (self.remarks, self.error, self.hint):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.get_model)
        row.addStretch(1)
        column.addLayout(row)
        self.show_session(session)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """In the order of the Tab key."""
        return self.play, self.pause, self.resume, self.cancel, self.forget, self.get_model

    def show_session(self, session: SessionView) -> None:
        """Show where it stands now."""
        self._session = session
        self.title.setText(session.title)
        self.title.setToolTip(unmarked(session.job.location))
        facts = [phase_words(session), languages_words(session), self._measures(session), engines_words(session)]
        self.words.setText(joined(*facts))
        self.words.setToolTip(unmarked(live_details(session)))
        fraction = session.fraction
        self.bar.setRange(0, 1000 if fraction is not None or session.phase not in ACTIVE else 0)
        self.bar.setValue(percent(fraction) * 10)
        self._show_stages(session)
        self._show_remarks(session)
        self._show_error(session)
        self.pause.setVisible(session.phase in ACTIVE | {Phase.WAITING})
        self.pause.setEnabled(session.phase in (Phase.RUNNING, Phase.WAITING))
        self.resume.setVisible(session.phase in (Phase.PAUSED, Phase.FAILED, Phase.CANCELLED))
        ended = session.phase in (Phase.DONE, Phase.CANCELLED, Phase.FAILED)
        self.cancel.setVisible(not ended)
        self.forget.setVisible(ended)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self.title = ElidedLabel("heading")
        row.addWidget(self.title, 1)
        self.play = tool(self.tr("Show in the player"), "player")
        self.pause = tool(self.tr("Pause"), "pause")
        self.resume = tool(self.tr("Go on"), "play")
        self.cancel = tool(self.tr("Stop; what is done is kept"), "stop")
        self.forget = tool(self.tr("Take off this list"), "close")
        self.play.clicked.connect(lambda: self.open_wanted.emit(self._session.job.location))
        for made, wanted in (
            (self.pause, self.pause_wanted),
            (self.resume, self.resume_wanted),
            (self.cancel, self.cancel_wanted),
            (self.forget, self.forget_wanted),
        ):
            made.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit(self._session.key))
        for made in (self.play, self.pause, self.resume, self.cancel, self.forget):
            row.addWidget(made)
        return row

    def _stage_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self._stages = {}
        for row, stage in enumerate(_STAGES):
            name, words = label(stage_name(stage), "muted"), label("")
            grid.addWidget(name, row, 0)
            grid.addWidget(words, row, 1)
            self._stages[stage] = (name, words)
        return grid

    def _show_stages(self, session: SessionView) -> None:
        for stage, (name, words) in self._stages.items():
            stats = session.stages.get(stage)
            shown = stats is not None and session.phase in ACTIVE
            if stage == "caption" and session.is_live:
                shown = False  # it puts sentences together: translating is a stage of its own there
            name.setVisible(shown)
            words.setVisible(shown)
            if stats is not None:
                words.setText(stage_words(stats))

    def _show_remarks(self, session: SessionView) -> None:
        remarks = [
            self._words.said(one.message)
            for one in session.warnings
            if not session.is_starter or "starter" not in one.message
        ]
        remarks += [f"{one.reason}: {one.chosen}" for one in session.fallbacks]
        if session.is_starter and session.phase in ACTIVE:
            remarks.append(self.tr("The built-in engines work at starter quality; better models can be installed."))
        self.remarks.setText("\n".join(dict.fromkeys(remarks)))
        self.remarks.setVisible(bool(remarks))

    def _show_error(self, session: SessionView) -> None:
        shown = session.phase is Phase.FAILED and session.error is not None
        self.error.setVisible(shown)
        self.hint.setVisible(shown)
        self.get_model.setVisible(session.is_starter and session.phase is not Phase.CANCELLED)
        self.get_model.setText(self.tr("Get better models"))
        if session.error is not None and shown:
            message = explain(session.error.code, session.error.message)
            self.error.setText(f"{message.title}: {message.text}")
            self.hint.setText(message.hint)
            self.get_model.setVisible(message.remedy in (Remedy.LANGUAGE, Remedy.MODELS))
            self.get_model.setText(self.tr("Get a model"))
            set_role(self.error, "bad")

    def _measures(self, session: SessionView) -> str:
        parts = []
        if session.speed:
            parts.append(self.tr("{0}× as fast as it plays").format(figures(f"{session.speed:.1f}")))
        if session.phase is Phase.RUNNING and session.lag > 1:
            parts.append(self.tr("{0} of speech in line").format(clock(session.lag)))
        if session.retried:
            parts.append(self.tr("%Ln sentence(s) tried again", "", session.retried))
        return joined(*parts)
