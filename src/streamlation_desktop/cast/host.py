"""What casting needs from the server that serves the media."""

from __future__ import annotations

import asyncio
from typing import Protocol

from streamlation_desktop.cast.shares import ShareTable


class MediaHost(Protocol):
    """The one server of this process; safe to call from any thread but its own."""

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """Of the server's thread: what is asyncio runs here."""

    @property
    def shares(self) -> ShareTable:
        """What can be fetched."""

    def media_url(self, peer: str) -> str:
        """``http://ADDRESS:PORT`` at which `peer` reaches the shares; listens there from now on.

        Raises:
            NoNetwork: no address of this machine reaches the peer, or the port is taken.
        """

    def release(self, url: str) -> None:
        """Listen there no longer, once nobody else needs it."""
