"""The companion page of what the window plays: a link with its code, and how many watch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from streamlation_desktop.cast.delivery import CastMedia
from streamlation_desktop.cast.network import network_address
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import CueCommitted, Envelope, EventBus, SessionState, StateChanged
from streamlation_desktop.core.types import Cue
from streamlation_desktop.web.codes import png_code
from streamlation_desktop.web.companion import Companions
from streamlation_desktop.web.feed import SessionFeed
from streamlation_desktop.web.page_picture import PagePicture
from streamlation_desktop.web.server import LocalServer


@dataclass(frozen=True, slots=True)
class CompanionLink:
    """What the user is shown."""

    url: str
    code: bytes = field(repr=False)
    """The link as a QR code, PNG."""

    @property
    def advice(self) -> str:
        """For somebody whose phone does not show it."""
        return reach_advice(self.url)


@dataclass(slots=True)
class CompanionHost:
    """One page at a time; nothing listens before `open` and after `close`. Safe to call from any thread but the loop's.

    `open` a page, give it the captions that are there by `add`, and the session's events by `handle`.
    """

    server: LocalServer
    companions: Companions
    folder: Path
    """For segments."""
    link: CompanionLink | None = None
    """While it is open."""
    _feed: SessionFeed | None = None
    _bus: EventBus = field(default_factory=EventBus)
    _base: str = ""

    def open(self, title: str, media: CastMedia | None = None) -> CompanionLink:
        """Listen in the network, and make a link that shows this; one that was open before leads nowhere.

        Args:
            title: of what is shown.
            media: its picture and sound; None for captions alone.

        Raises:
            NoNetwork: this machine is in no network, or the port is taken.
        """
        self.close()
        base = self.server.media_url(network_address())
        self._bus = EventBus(session_id="companion")
        feed = SessionFeed("companion", title)
        self._bus.subscribe(feed.handle)
        self._bus.publish(StateChanged(SessionState.RUNNING))
        picture = PagePicture(partial(_given, media), self.server.shares, self.folder) if media is not None else None
        url = base + self.companions.open(feed, picture).path
        self._feed, self._base, self.link = feed, base, CompanionLink(url, png_code(url))
        return self.link

    def add(self, cues: Iterable[Cue]) -> None:
        """Captions that are there already, in any language."""
        for cue in cues:
            self._bus.publish(CueCommitted(cue))

    def handle(self, envelope: Envelope) -> None:
        """An event of the session that is shown."""
        if self._feed is not None:
            self._bus.publish(envelope.event)

    @property
    def viewers(self) -> int:
        """Pages that are open now."""
        return self._feed.followers if self._feed is not None else 0

    def close(self) -> None:
        """The link leads nowhere from now on. Idempotent."""
        feed, self._feed = self._feed, None
        base, self._base = self._base, ""
        self.link = None
        if feed is not None:
            self.companions.revoke(feed)
            feed.close()
        if base:
            self.server.release(base)


def reach_advice(url: str) -> str:
    """What keeps devices of a home from a page of this machine."""
    address, _, port = url.removeprefix("http://").partition("/")[0].rpartition(":")
    return (
        f"Nothing appears on the phone? It must be in the same network as {address} (guest networks and some routers"
        f" keep devices apart), and the firewall of this computer must let in TCP port {port}."
    )


def _given(media: CastMedia, token: CancelToken) -> CastMedia:
    return media
