"""What the session of the media that is open says, and where the user looks in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from streamlation_desktop.core.events import Envelope
    from streamlation_desktop.gui.state.opening import OpenMedia
    from streamlation_desktop.gui.state.session_center import SessionCenter


class ShownSession(QObject):
    """None, where nobody works on the media."""

    changed = Signal(object)
    """Its `SessionView` where it stands elsewhere now, or is another one; None without a session."""
    heard = Signal(list)
    """Envelopes of a live stream, in order."""

    def __init__(self, sessions: SessionCenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self._media: OpenMedia | None = None
        sessions.changed.connect(self._on_changed)
        sessions.happened.connect(self._on_happened)

    def show(self, media: OpenMedia) -> None:
        """Follow the session of `media`."""
        self._media = media
        self.changed.emit(self._sessions.sessions.get(media.session) if media.session is not None else None)

    def look_at(self, seconds: float) -> None:
        """The captions of this place are wanted first."""
        if self._media is not None and self._media.session is not None:
            self._sessions.look(self._media.session, seconds)

    def _on_changed(self, key: int) -> None:
        if self._media is not None and key == self._media.session:
            self.show(self._media)

    def _on_happened(self, key: int, envelopes: list[Envelope]) -> None:
        if self._media is not None and self._media.live is not None and key == self._media.session:
            self.heard.emit(envelopes)
