"""Shows what is open on any screen of the network: a link to the companion page, while it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.gui.state.cast_desk import CastDesk, CastOrder, media_of
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.phase import UNFINISHED

if TYPE_CHECKING:
    from streamlation_desktop.cast.captions import CaptionFeed
    from streamlation_desktop.core.events import Envelope
    from streamlation_desktop.web.companion_host import CompanionHost, CompanionLink


class ShareDesk(QObject):
    """Nothing listens before `share` and after `stop`."""

    opened = Signal(object)
    """A `CompanionLink`."""
    closed = Signal()
    failed = Signal(object)
    """A `StreamlationError`."""

    def __init__(self, desk: Desk, caster: CastDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._caster = desk, caster
        self._host: CompanionHost | None = None
        self._feed: CaptionFeed | None = None
        self._session: int | None = None
        desk.sessions.happened.connect(self._hand_over)
        desk.sessions.ended.connect(self._on_ended)

    @property
    def viewers(self) -> int:
        """Screens that show it now."""
        return self._host.viewers if self._host is not None else 0

    def share(self, order: CastOrder) -> None:
        """Make a link to what is open; one that was there before leads nowhere."""
        self.stop()
        self._session = order.media.session
        self._desk.tasks.run("network", self, lambda: self._open(order), lambda made: self._begin(*made), self._fail)

    def stop(self) -> None:
        """The link leads nowhere from now on."""
        host, self._host, self._feed, self._session = self._host, None, None, None
        if host is not None:
            self._desk.tasks.run("network", self, host.close)
            self.closed.emit()

    def _open(self, order: CastOrder) -> tuple[CompanionHost, CompanionLink, CaptionFeed | None]:
        host = self._caster.casting().companion
        is_heard_only = order.media.live is not None and order.media.live.ring is None
        media, feed = (None, None) if is_heard_only else media_of(order)
        link = host.open(order.media.title, media)
        host.add((*order.spoken_cues, *order.cues))
        return host, link, feed

    def _begin(self, host: CompanionHost, link: CompanionLink, feed: CaptionFeed | None) -> None:
        self._host, self._feed = host, feed
        session = self._desk.sessions.sessions.get(self._session) if self._session is not None else None
        if feed is not None and (session is None or session.phase not in UNFINISHED):
            feed.finish()
        self.opened.emit(link)

    def _fail(self, error: object) -> None:
        self._session = None
        self.failed.emit(error)

    def _hand_over(self, key: int, envelopes: list[Envelope]) -> None:
        if self._host is None or key != self._session:
            return
        for envelope in envelopes:
            self._host.handle(envelope)
            if self._feed is not None:
                self._feed.handle(envelope)

    def _on_ended(self, key: int) -> None:
        if self._feed is not None and key == self._session:
            self._feed.finish()
