"""Confines what a playlist or manifest on disk may open to its own folder tree."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from streamlation_desktop.core.errors import SourceForbidden, SourceNotFound

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def open_inside(folder: Path, target: str) -> BinaryIO:
    """Open the regular file `target` in `folder` (resolved), or below it.

    Args:
        folder: where the playlist lies.
        target: absolute path or ``file:`` address, as FFmpeg resolved it.

    Raises:
        SourceForbidden: it lies elsewhere, links elsewhere, or is not a regular file.
        SourceNotFound: there is no such file.
    """
    name = target.removeprefix("file:")
    if name.startswith("//"):
        name = "/" + name.lstrip("/")
    if not Path(name).is_absolute() or "\0" in name or name.startswith("\\"):  # the last: Windows would ask a server
        raise SourceForbidden(f"the playlist may not open {target[:200]}", hint="It may be malicious.")
    path = Path(os.path.realpath(name if os.path.lexists(name) else unquote(name)))
    if not path.is_relative_to(folder):
        raise SourceForbidden(f"the playlist reaches outside its folder: {path}", hint="It may be malicious.")
    try:
        # O_NONBLOCK: a named pipe put there must not hang the open
        descriptor = os.open(path, _FLAGS)
    except PermissionError as exc:
        raise SourceForbidden(f"{path.name} of the playlist may not be read") from exc
    except OSError as exc:
        raise SourceNotFound(f"{path.name} of the playlist is missing", hint="Copy the whole folder.") from exc
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise SourceForbidden(f"the playlist may not open {path.name}: not a regular file")
    return os.fdopen(descriptor, "rb")
