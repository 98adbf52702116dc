"""Radio stations: Icecast and Shoutcast (ICY)."""

from __future__ import annotations

import re
from collections import Counter
from email.message import Message

from streamlation_desktop.media.callbacks import OnePass
from streamlation_desktop.media.http_body import HttpBody

_FRAMED = ("audio/mpeg", "audio/mp3", "audio/aac", "audio/aacp", "audio/x-aac", "audio/x-mpeg")
_SURE = 3  # headers that agree
_SERVERS = ("icecast", "shoutcast", "liquidsoap")


def is_station(headers: Message) -> bool:
    """True when an HTTP answer comes from a radio server: a stream without an end."""
    server = headers.get("Server", "").lower()
    return any(name.lower().startswith("icy-") for name in headers) or server.startswith(_SERVERS)


def station_text(text: bytes) -> str:
    """Stations write UTF-8 or Latin-1 and do not say which; what cannot be shown is left out."""
    try:
        title = text.decode("utf-8")
    except UnicodeDecodeError:
        title = text.decode("latin-1")
    return "".join(c for c in title if c.isprintable()).strip()


_TITLE = re.compile(rb"StreamTitle='(.*?)';", re.DOTALL)


def station_format(content_type: str, head: bytes) -> str | None:
    """FFmpeg's name of the format, where it can be told; probing a radio takes many seconds of it.

    Servers announce AAC as MPEG, so that the first bytes decide: which frame header comes most often.
    """
    if head.startswith(b"OggS"):
        return "ogg"
    if content_type.partition(";")[0].strip().lower() not in _FRAMED:
        return None
    pairs = Counter(head[at + 1] for at in range(len(head) - 1) if head[at] == 0xFF and head[at + 1] & 0xE0 == 0xE0)
    pairs.pop(0xFF, None)
    if not pairs:
        return None
    [(header, count)] = pairs.most_common(1)
    if count < _SURE:
        return None
    return "aac" if header & 0xF6 == 0xF0 else "mp3"


class IcyBody(OnePass):
    """A station's audio, without the titles that some servers mix in.

    Every ``icy-metaint`` bytes of audio follows one byte N and N*16 bytes of text.
    """

    def __init__(self, body: HttpBody) -> None:
        self._body = body
        interval = body.headers.get("icy-metaint", "")
        self._interval = int(interval) if interval.isdigit() else 0
        self._until_text = self._interval
        self.now_playing = ""
        """The latest title."""

    def read(self, size: int) -> bytes:
        """Up to `size` bytes of audio."""
        if self._interval:
            if not self._until_text:
                length = self._body.read(1)
                self._read_text(16 * length[0] if length else 0)
                self._until_text = self._interval
            size = min(size, self._until_text)
        data = self._body.read(size)
        self._until_text -= len(data) if self._interval else 0
        return data

    def _read_text(self, count: int) -> None:
        text = b""
        while len(text) < count and (data := self._body.read(count - len(text))):
            text += data
        if (match := _TITLE.search(text)) is not None:
            self.now_playing = station_text(match[1])

    def close(self) -> None:
        """Hang up."""
        self._body.close()
