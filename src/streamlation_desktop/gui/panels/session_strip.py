"""How far the translation of the open media is, in one line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from streamlation_desktop.gui.panels.session_words import live_details, percent, phase_words
from streamlation_desktop.gui.state.phase import ACTIVE, Phase
from streamlation_desktop.gui.state.session_view import SessionView
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.elided import ElidedLabel
from streamlation_desktop.gui.widgets.labels import tool


class SessionStrip(QWidget):
    """Words, a bar, and pause or resume."""

    pause_wanted = Signal(int)
    resume_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = 0
        self._runs = False
        self.words = ElidedLabel("muted")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress of the translation"))
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.toggle = tool(self.tr("Pause the translation"), "pause")
        self.toggle.clicked.connect(self._on_toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.words)
        row.addWidget(self.bar)
        row.addWidget(self.toggle)
        self.hide()

    def show_session(self, session: SessionView | None) -> None:
        """Tell of `session`; None hides the strip."""
        wanted = session is not None and session.phase not in (Phase.DONE, Phase.CANCELLED)
        self.setVisible(wanted)
        if session is None or not wanted:
            return
        from streamlation_desktop.gui.icons import set_symbol

        self._key, self._runs = session.key, session.phase in ACTIVE
        self.words.setText(phase_words(session))
        self.words.setToolTip(unmarked(live_details(session)))
        fraction = session.fraction
        self.bar.setRange(0, 1000 if fraction is not None or not self._runs else 0)
        self.bar.setValue(percent(fraction) * 10)
        self.bar.setVisible(not session.is_live)
        name = self._toggle_name(session)
        self.toggle.setToolTip(name)
        self.toggle.setAccessibleName(name)
        self.toggle.setEnabled(session.phase in (Phase.RUNNING, Phase.PAUSED, Phase.FAILED, Phase.WAITING))
        set_symbol(self.toggle, ("stop" if session.is_live else "pause") if self._runs else "play")

    def _toggle_name(self, session: SessionView) -> str:
        if not self._runs:
            return self.tr("Go on with the translation")
        return self.tr("Stop listening; what was said is kept") if session.is_live else self.tr("Pause the translation")

    def _on_toggle(self) -> None:
        (self.pause_wanted if self._runs else self.resume_wanted).emit(self._key)
