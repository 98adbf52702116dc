"""HTML-like tags and SubStation override codes in captions."""

from __future__ import annotations

import re
from collections import Counter

_TAG = re.compile(r"<(/?)(b|i|u|s|font|span|c|v|ruby|rt)(?:[\s.][^<>]*)?/?>|\{\\[^{}]*\}", re.IGNORECASE)
_REMNANT = re.compile(r"</?[A-Za-z][^<>]*>|\{\\[^{}]*\}|</?[A-Za-z][^<>]*$|\{\\[^{}]*$")


def strip_markup(text: str) -> str:
    """The text without the tags that subtitle players know."""
    return _TAG.sub("", text)


def is_balanced(text: str) -> bool:
    """True when every known tag that is opened is closed again, and no other is closed."""
    open_tags: Counter[str] = Counter()
    for tag in _TAG.finditer(text):
        closes, name = tag.groups()
        if name:
            open_tags[name.lower()] += -1 if closes else 1
    return not any(open_tags.values())


def has_markup(text: str) -> bool:
    """True when a tag, known or not, or the beginning of one stands in the text."""
    return _REMNANT.search(text) is not None
