"""Text in and out of Apertium's stream format.

Source: https://wiki.apertium.org/wiki/Apertium_stream_format. Reserved characters are hidden
behind private-use ones, which every program passes through untouched.
"""

from __future__ import annotations

import re

from streamlation_desktop.core.language import LanguageCode

_RESERVED = "[]{}^$/\\<>@*#~+"
_HIDE = {ord(char): chr(0xE000 + index) for index, char in enumerate(_RESERVED)}
_SHOW = {ord(hidden): chr(char) for char, hidden in _HIDE.items()}
_END = ".[]"
"""A full stop and an empty "superblank": tells the tagger that the sentence ends, as ``apertium-destxt`` does."""
_SPACE_BEFORE_MARK = re.compile(r"(?<=\w) (?=[.,;:!?](?:\s|$))")
_NAME = re.compile(r"(?<=[^.!?] )(?!I\b)[^\W\d_]*[A-ZÀ-Þ]")
"""A word with a capital that is neither the first of a sentence nor the pronoun "I"."""
_STRAY_CAPITAL = re.compile(r"(?<=[\w,] )[A-ZÀ-Þ](?=[^\WA-ZÀ-Þ\d_])")
"""Moving words about, rules leave capitals behind."""
_INVERTED = {"?": "¿", "!": "¡"}


def to_stream(text: str) -> str:
    """One sentence as a block of the stream."""
    return text.translate(_HIDE) + _END


def from_stream(block: str, source: str, target: LanguageCode) -> str:
    """The translation in a block.

    Args:
        block: as it came.
        source: the sentence that went in; tells where capitals belong.
        target: language of the block.
    """
    text = " ".join(block.replace(_END, "").replace("[]", "").translate(_SHOW).split())
    text = _SPACE_BEFORE_MARK.sub("", text)
    if target == "es":
        text = _with_inverted_mark(text)
    if not _NAME.search(source):
        text = _STRAY_CAPITAL.sub(lambda match: match[0].lower(), text)
    return _capitalised(text) if source[:1].isupper() else text


def _with_inverted_mark(text: str) -> str:
    """Spanish opens questions and exclamations; Apertium's Spanish does not."""
    opening = _INVERTED.get(text.rstrip('"”»')[-1:], "")
    return f"{opening}{text}" if opening and opening not in text else text


def _capitalised(text: str) -> str:
    first = next((index for index, char in enumerate(text) if char.isalpha()), 0)
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]
