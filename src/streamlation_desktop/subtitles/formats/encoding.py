"""Bytes of a subtitle file to text."""

from __future__ import annotations

import codecs

from streamlation_desktop.core.errors import UnsupportedMedia

MAX_BYTES = 50_000_000
"""Larger files are no subtitles: a feature film has 100 kB of them."""
_SAMPLE = 200_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> str:
    """Text of a file: by its byte-order mark, else as UTF-8 or UTF-16, else by charset detection.

    Raises:
        UnsupportedMedia: too large, or no text.
    """
    if len(data) > MAX_BYTES:
        raise UnsupportedMedia(
            f"the file is too large for subtitles ({len(data) // 1_000_000} MB)", hint="Choose a subtitle file."
        )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if b"\x00" in data[:_SAMPLE]:
        return _decode_wide(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_detect(data), errors="replace")


def _decode_wide(data: bytes) -> str:
    """UTF-16 without a mark: the high bytes of its digits, spaces and line ends are zero."""
    sample = data[: _SAMPLE // 2 * 2]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) / 20:
        if max(even, odd) <= max(2, len(sample) // 1000):  # a few stray NULs, which WebVTT allows for
            return data.decode("utf-8", errors="replace")
        raise UnsupportedMedia("the file is not text", hint="Choose a subtitle file.")
    return data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")


def _detect(data: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to import, and most files are UTF-8

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise UnsupportedMedia("the file is not text in any known encoding", hint="Save it as UTF-8 and try again.")
    return best.encoding
