"""What a token lets a device fetch: a table of names, never a folder."""

from __future__ import annotations

import hmac
import re
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

TOKEN_BYTES = 24
"""192 bits."""
NAME = re.compile(r"[A-Za-z0-9_.-]{1,80}")
HOLD_SECONDS = 2.5
_KEPT_HITS = 2000

Content = Path | bytes | Callable[[], bytes | None]
"""A file, bytes, or something that makes bytes now; None when it has none."""


def new_token() -> str:
    """A secret that cannot be guessed, of characters that need no quoting in a path."""
    return secrets.token_urlsafe(TOKEN_BYTES)


@dataclass(frozen=True, slots=True)
class Hit:
    """One request that was answered."""

    when: float
    """Monotonic seconds."""
    name: str
    method: str
    remote: str
    is_readable: bool
    """The client got it, and may read it."""


class Share:
    """The names behind one token. Any thread may add and remove."""

    def __init__(self, items: Mapping[str, Content] | None = None) -> None:
        self.token = new_token()
        self._items: dict[str, Content] = {}
        self._held: dict[str, Callable[[], bool]] = {}
        self._hits: deque[Hit] = deque(maxlen=_KEPT_HITS)
        self._lock = threading.Lock()
        self.requests = 0
        """Answered so far."""
        for name, content in (items or {}).items():
            self.put(name, content)

    def put(self, name: str, content: Content) -> None:
        """Add or replace an entry."""
        if not NAME.fullmatch(name):
            raise ValueError(f"not a name for a share: {name!r}")
        with self._lock:
            self._items[name] = content

    def remove(self, name: str) -> None:
        """Take an entry away; nothing happens when there is none."""
        with self._lock:
            self._items.pop(name, None)

    def get(self, name: str) -> Content | None:
        """The entry, or None."""
        with self._lock:
            return self._items.get(name)

    def hold(self, name: str, is_held: Callable[[], bool]) -> None:
        """Requests for an entry wait as long as that is so, `HOLD_SECONDS` at most."""
        with self._lock:
            self._held[name] = is_held

    def is_held(self, name: str) -> bool:
        """Better asked for in a moment."""
        with self._lock:
            is_held = self._held.get(name)
        return is_held is not None and is_held()

    def note(self, name: str, method: str, remote: str, *, is_readable: bool) -> None:
        """Remember that a request was answered."""
        with self._lock:
            self._hits.append(Hit(time.monotonic(), name, method, remote, is_readable))
            self.requests += 1

    def hits(self, suffix: str = "", since: float = 0.0) -> list[Hit]:
        """Requests for names that end so, not older than `since` (monotonic seconds)."""
        with self._lock:
            return [hit for hit in self._hits if hit.name.endswith(suffix) and hit.when >= since]

    def path(self, name: str) -> str:
        """Where the server has it."""
        return f"/m/{self.token}/{name}"


@dataclass(slots=True)
class ShareTable:
    """All shares of one server."""

    _shares: tuple[Share, ...] = ()
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, share: Share) -> Share:
        """Let it be fetched from now on."""
        with self._lock:
            self._shares = (*self._shares, share)
        return share

    def revoke(self, share: Share) -> None:
        """Its token means nothing from now on."""
        with self._lock:
            self._shares = tuple(known for known in self._shares if known is not share)

    def find(self, token: str) -> Share | None:
        """The share of a token; takes equally long for every wrong one."""
        found = None
        for share in self._shares:
            if hmac.compare_digest(share.token.encode(), token.encode("utf-8", "replace")):
                found = share
        return found

    def __len__(self) -> int:
        return len(self._shares)
