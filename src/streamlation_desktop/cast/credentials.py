"""Keeps what pairing with a device gave: in the system's keyring, else in a file that only the user can read."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from streamlation_desktop.core.files import disk_errors, write_atomically

_SERVICE = "streamlation-desktop"
_PRIORITY = 1
"""Of backends that keep a secret; those below it do not (null, fail, plain text)."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class CredentialStore:
    """Secrets by device and protocol."""

    fallback: Path
    """Used where there is no keyring; mode 0600."""
    notice: str = ""
    """What the user should be told: that the fall-back is used, and why."""

    def get(self, device_id: str, protocol: str) -> str | None:
        """The secret, or None."""
        name = f"{device_id}/{protocol}"
        if self._has_keyring():
            try:
                return keyring.get_password(_SERVICE, name)
            except KeyringError as exc:
                self._notice(str(exc))
        return self._read().get(name)

    def set(self, device_id: str, protocol: str, secret: str) -> None:
        """Keep a secret.

        Raises:
            StorageError: there is no keyring, and the file cannot be written.
        """
        name = f"{device_id}/{protocol}"
        if self._has_keyring():
            try:
                keyring.set_password(_SERVICE, name, secret)
            except KeyringError as exc:
                self._notice(str(exc))
            else:
                return
        self._write({**self._read(), name: secret})

    def forget(self, device_id: str, protocol: str) -> None:
        """Pairing begins anew next time."""
        name = f"{device_id}/{protocol}"
        if self._has_keyring():
            try:
                keyring.delete_password(_SERVICE, name)
            except KeyringError as exc:  # there is none, or the keyring is closed
                log.debug("keyring: %s", exc)
        known = self._read()
        if known.pop(name, None) is not None:
            self._write(known)

    def _has_keyring(self) -> bool:
        backend: KeyringBackend = keyring.get_keyring()
        if backend.priority >= _PRIORITY:
            return True
        self._notice("this system has no keyring")
        return False

    def _notice(self, reason: str) -> None:
        self.notice = f"Pairing codes are kept in {self.fallback}, readable by you alone: {reason}."

    def _read(self) -> dict[str, str]:
        try:
            data = json.loads(self.fallback.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(key): str(value) for key, value in data.items()} if isinstance(data, dict) else {}

    def _write(self, secrets: dict[str, str]) -> None:
        write_atomically(self.fallback, json.dumps(secrets).encode())  # through a temporary file of mode 0600
        with disk_errors(self.fallback):
            os.chmod(self.fallback, 0o600)  # noqa: PTH101 - the umask may have widened it
