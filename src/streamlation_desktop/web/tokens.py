"""Who may do what: tokens with a scope and an end."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Protocol

from streamlation_desktop.cast.shares import new_token
from streamlation_desktop.storage.access import AccessToken


class Scope(IntEnum):
    """Each includes the ones before it."""

    VIEW = 1
    """Read sessions, captions, exports."""
    CONTROL = 2
    """Start sessions on addresses, stop them, write exports, play on devices."""
    ADMIN = 3
    """Files of this machine, deletion, tokens."""


class TokenStore(Protocol):
    """Keeps records over restarts."""

    def load(self) -> Sequence[AccessToken]:
        """All that are kept."""

    def add(self, record: AccessToken) -> None:
        """Keep one."""

    def remove(self, token_id: str) -> bool:
        """Forget one; False when there was none."""


class Tokens:
    """The tokens of the API."""

    def __init__(self, store: TokenStore, clock: Callable[[], float] = time.time) -> None:
        self._store = store
        self._clock = clock
        self._passing: list[AccessToken] = []
        self._kept = list(store.load())

    def issue(
        self, scope: Scope, *, label: str = "", seconds: float | None = None, keep: bool = True
    ) -> tuple[str, AccessToken]:
        """Make a token; it is shown once and kept as its digest alone.

        Args:
            keep: over restarts; otherwise until this process ends.
        """
        token, now = new_token(), self._clock()
        expires = None if seconds is None else now + seconds
        record = AccessToken(new_token()[:8], _digest(token), scope.name.lower(), label, now, expires)
        if keep:
            self._store.add(record)
            self._kept.append(record)
        else:
            self._passing.append(record)
        return token, record

    def scope_of(self, token: str) -> Scope | None:
        """What a token allows; None for a wrong or expired one. Takes equally long for all wrong ones."""
        digest, found = _digest(token), None
        for record in (*self._passing, *self._kept):
            is_same = hmac.compare_digest(record.digest, digest)
            if is_same and (record.expires is None or record.expires > self._clock()):
                found = Scope[record.scope.upper()]
        return found

    def list(self) -> list[AccessToken]:
        """The kept ones."""
        return list(self._kept)

    def revoke(self, token_id: str) -> bool:
        """From now on it means nothing; False when there is none of that id."""
        self._kept = [record for record in self._kept if record.id != token_id]
        return self._store.remove(token_id)


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()
