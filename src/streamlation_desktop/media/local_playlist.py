"""What an HLS playlist on disk may open: regular files in its own folder tree, nothing else."""

from __future__ import annotations

import io
from pathlib import Path

from streamlation_desktop.core.errors import SourceForbidden
from streamlation_desktop.media.callbacks import ByteReader, OpenResource
from streamlation_desktop.media.local_files import open_inside
from streamlation_desktop.media.playlist import (
    OpenLimit,
    completed,
    decrypted,
    encrypted_target,
    inline_data,
    is_playlist,
    playlist_text,
)


class LocalPlaylist:
    """Opens what the playlist asks for.

    Args:
        path: the playlist the user chose.
        open_remote: how to open an http address, or None when the network is not allowed.
    """

    def __init__(self, path: Path, open_remote: OpenResource | None) -> None:
        self._folder = path.resolve().parent
        self._open_remote = open_remote
        self._limit = OpenLimit()

    def open_resource(self, url: str, flags: int, options: dict[str, str]) -> ByteReader:
        """PyAV's ``io_open``: called before anything is opened, with FFmpeg's options for it."""
        self._limit.count(url)
        target, key = encrypted_target(url, options)
        if target.startswith("data:"):
            return inline_data(target)
        if target.lower().startswith(("http:", "https:")):
            if self._open_remote is None:
                raise SourceForbidden(
                    f"the playlist wants {target} from the network",
                    hint="Allow the network for this playlist: --allow-network.",
                )
            return self._open_remote(url, flags, options)
        file = open_inside(self._folder, target)
        head = file.read(10)
        file.seek(0)
        if is_playlist(head):
            with file:
                text = playlist_text(file)
            self._limit.check(text)
            return io.BytesIO(completed(text))
        if key is not None:
            return decrypted(file, key)
        return file
