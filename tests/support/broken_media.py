"""Small media files of the usual kinds to break, and the reading of what is left of them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import UnsupportedMedia
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import open_source
from streamlation_desktop.media.still import still
from tests.support.clips import cut
from tests.support.commands import SAMPLE
from tests.support.fuzz import Target
from tests.support.media_files import write_tones

_KINDS = (
    *(("mp4", "aac"), ("mkv", "aac"), ("ts", "mp2"), ("ogg", "libopus"), ("mp3", "libmp3lame")),
    *(("flac", "flac"), ("wav", "pcm_s16le"), ("avi", "mp2"), ("aac", "aac")),
)
_TOKENS = (
    *(b"moov", b"mdat", b"stco", b"stsz", b"ctts", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\0"),
    *(b"\x1aE\xdf\xa3", b"\x1fC\xb6u", b"OggS", b"fLaC", b"RIFF", b"LIST", b"data", b"ID3", b"\xff\xfb", b"G@\0"),
    *(b"ffconcat version 1.0\nfile /etc/passwd\n", b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n"),
)
_SECONDS = 10.0
"""Until a plain error, at the latest."""


def media_target(folder: Path) -> Target:
    """Every kind of container, and a film; `folder` receives the sound ones."""
    sound = [write_tones(folder / f"a.{ending}", 1.2, codec=codec) for ending, codec in _KINDS]
    sound.append(cut(SAMPLE, folder / "film.mp4", 1.2))
    return Target(tuple(path.read_bytes() for path in sound), _TOKENS, _read, _SECONDS)


def _read(data: bytes, folder: Path) -> int:
    """Take all sound and a picture from it, as the program would."""
    path = folder / "film.mp4"
    path.write_bytes(data)
    with suppress(UnsupportedMedia):  # it may still have sound
        still(str(path), 64)
    source = open_source(str(path), CancelToken(), SourceOptions(open_timeout=5.0, read_timeout=5.0))
    try:
        return sum(len(chunk.samples) for chunk in source.audio())
    finally:
        source.close()
