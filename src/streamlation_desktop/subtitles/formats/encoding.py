"""Bytes of a subtitle file to text."""

from __future__ import annotations

import codecs

from streamlation_desktop.core.errors import UnsupportedMedia
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.subtitles.document import UNDETERMINED

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
_CODE_PAGES = {
    "cp1250": "bs cs hr hu pl ro sk sl sq",
    "cp1251": "be bg kk mk ru sr uk",
    "cp1252": "ca da de en es eu fi fr gl is it nb nl nn no pt sv",
    "cp1253": "el",
    "cp1254": "az tr",
    "cp1255": "he yi",
    "cp1256": "ar fa ur",
    "cp1257": "et lt lv",
    "cp1258": "vi",
    "cp874": "th",
    "cp949": "ko",
    "cp932": "ja",
}
_BY_LANGUAGE = {language: page for page, languages in _CODE_PAGES.items() for language in languages.split()}
_CENTRAL_EUROPEAN = bytes.fromhex("8a 8e 9a 9e a3 b3 b9")
"""Slavic letters in cp1250 whose place in cp1252 holds a symbol or a letter that Western texts hardly use."""


def decode(data: bytes, language: LanguageCode = UNDETERMINED) -> str:
    """Text of a file: by its byte-order mark, else as UTF-8 or UTF-16, else by language and charset detection.

    Args:
        data: at most 50 MB.
        language: of the text where known: it tells code pages apart that short texts cannot.

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
        return data.decode(_detect(data[:_SAMPLE], language), errors="replace")


def _decode_wide(data: bytes) -> str:
    """UTF-16 without a mark: the high bytes of its digits, spaces and line ends are zero."""
    sample = data[: _SAMPLE // 2 * 2]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) / 20:
        if max(even, odd) <= max(2, len(sample) // 1000):  # a few stray NULs, which WebVTT allows for
            return data.decode("utf-8", errors="replace")
        raise UnsupportedMedia("the file is not text", hint="Choose a subtitle file.")
    return data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")


def _detect(sample: bytes, language: LanguageCode) -> str:
    stated = _BY_LANGUAGE.get(language)
    if stated and _decodes(sample, stated):
        return stated
    from charset_normalizer import from_bytes  # slow to import, and most files are UTF-8

    best = from_bytes(sample).best()
    if best is None:
        raise UnsupportedMedia("the file is not text in any known encoding", hint="Save it as UTF-8 and try again.")
    if best.encoding in {"cp1250", "iso8859_2"} and not _is_central_european(sample) and _decodes(sample, "cp1252"):
        return "cp1252"
    return best.encoding


def _decodes(sample: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _is_central_european(sample: bytes) -> bool:
    """Tells cp1250 from cp1252, which detection confuses: French would read "trčs" for "très"."""
    high = sum(byte >= 0x80 for byte in sample)
    marks = sum(sample.count(byte) for byte in _CENTRAL_EUROPEAN)
    hungarian = b"\xf5" in sample and b"\xe3" not in sample and b"\xe7" not in sample
    return marks * 50 > high or hungarian
