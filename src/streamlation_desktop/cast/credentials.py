"""Keeps what pairing with a device gave: in the system's keyring, else in memory, and nowhere in plain text."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

_SERVICE = "streamlation-desktop"
_PRIORITY = 1
"""Of backends that keep a secret; those below it do not (null, fail, plain text)."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class CredentialStore:
    """Secrets by device and protocol."""

    notice: str = ""
    """What the user should be told: that a pairing ends with the program, and why."""
    _passing: dict[str, str] = field(default_factory=dict, repr=False)
    """Until the program ends."""

    @property
    def is_lasting(self) -> bool:
        """True where there is a keyring."""
        backend: KeyringBackend = keyring.get_keyring()
        return backend.priority >= _PRIORITY

    def get(self, device_id: str, protocol: str) -> str | None:
        """The secret, or None."""
        name = f"{device_id}/{protocol}"
        if name not in self._passing and self.is_lasting:
            try:
                return keyring.get_password(_SERVICE, name)
            except KeyringError as exc:
                log.info("keyring: %s", exc)
        return self._passing.get(name)

    def set(self, device_id: str, protocol: str, secret: str) -> None:
        """Keep a secret."""
        name = f"{device_id}/{protocol}"
        reason = "this system has no keyring"
        if self.is_lasting:
            try:
                keyring.set_password(_SERVICE, name, secret)
            except KeyringError as exc:
                reason = str(exc)
            else:
                return
        self._passing[name] = secret
        self.notice = f"The pairing holds until the program ends: {reason}."

    def forget(self, device_id: str, protocol: str) -> None:
        """Pairing begins anew next time."""
        name = f"{device_id}/{protocol}"
        self._passing.pop(name, None)
        if self.is_lasting:
            try:
                keyring.delete_password(_SERVICE, name)
            except KeyringError as exc:  # there is none, or the keyring is closed
                log.debug("keyring: %s", exc)
