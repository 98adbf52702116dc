"""Clean-up of text from engines and files: no controls, single spaces, no stray direction marks."""

from __future__ import annotations

import re

_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 controls, tab and line ends aside
    "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"  # bidi marks, embeddings, overrides and isolates
    "\u200b\u2060\ufeff\ufff9-\ufffb\ufffe\uffff"  # zero-width space, joiner and BOM; annotations; non-characters
    "\ud800-\udfff"  # lone surrogates cannot be written to a file
    "]"
)
_SPACES = re.compile(r"[\t\n\x0b\x0c\r\x85 \u2028\u2029]+")


def clean_line(text: str) -> str:
    """One line without control or direction characters, white space collapsed, ends stripped.

    No-break spaces, joiners (Persian, Indic, emoji) and soft hyphens stay: they carry meaning.
    """
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def clean_lines(text: str) -> tuple[str, ...]:
    """The lines of a text, each clean, empty ones dropped."""
    lines = (clean_line(line) for line in re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text))
    return tuple(line for line in lines if line)
