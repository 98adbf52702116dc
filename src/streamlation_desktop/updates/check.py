"""Asks for the newest version."""

from __future__ import annotations

import base64
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from streamlation_desktop import __version__
from streamlation_desktop.core.errors import UpdateRefused
from streamlation_desktop.core.files import write_atomically
from streamlation_desktop.modelstore.web import fetch_small
from streamlation_desktop.settings.paths import AppPaths, resource
from streamlation_desktop.updates.manifest import MAX_BYTES, Release, read_release, version_numbers

_SEEN = "newest-release.txt"

Fetch = Callable[[str, int], bytes]


@dataclass(frozen=True, slots=True)
class UpdateSource:
    """Where releases are announced, and who signs them; ships as ``resources/updates.toml``."""

    address: str
    keys: tuple[bytes, ...]

    @classmethod
    def shipped(cls) -> UpdateSource:
        """That of this build; empty where its builders set none."""
        data = tomllib.loads(resource("updates.toml").read_text(encoding="utf-8"))
        return cls(data["address"], tuple(base64.b64decode(key) for key in data["keys"]))


@dataclass(frozen=True, slots=True)
class UpdateCheck:
    """Asks once when told to; what it learns is remembered, so that nobody can show an older release later."""

    paths: AppPaths
    source: UpdateSource
    fetch: Fetch = fetch_small
    version: str = __version__

    def newest(self) -> Release | None:
        """The newest release when it is newer than this one.

        Raises:
            UpdateRefused: no address, not signed, expired, or older than one that was seen before.
            DownloadFailed: the server cannot be reached.
        """
        if not self.source.address or not self.source.keys:
            raise UpdateRefused(
                "this build does not know where releases are announced", hint="Ask where you got the program from."
            )
        release = read_release(self.fetch(self.source.address, MAX_BYTES), self.source.keys, datetime.now(UTC))
        seen = self._seen()
        if release.numbers < seen:
            raise UpdateRefused(
                f"the update server shows {release.version}, but {'.'.join(map(str, seen))} was there before",
                hint="Somebody may be hiding an update. Look at the project's own page.",
            )
        if release.numbers > seen:
            write_atomically(self._memory, release.version.encode())
        return release if release.numbers > version_numbers(self.version) else None

    @property
    def _memory(self) -> Path:
        return self.paths.data / _SEEN

    def _seen(self) -> tuple[int, ...]:
        try:
            return version_numbers(self._memory.read_text(encoding="ascii").strip())
        except (OSError, ValueError):
            return ()
