"""Terms that must be translated in a given way.

Before translation each term is replaced by a placeholder that the engine copies, afterwards the
placeholder by the wanted translation. Which placeholders an engine copies was measured
(``benchmarks/RESULTS.md``); where one is lost all the same the caller cuts the sentence at its
terms instead, so that no term is ever lost.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.errors import SourceNotFound, UsageError
from streamlation_desktop.translation.literals import Span
from streamlation_desktop.translation.splitting import is_punctuated

_NAMES = ("John", "Boston", "Australia", "Tom", "Mary")
_CODES = tuple(f"XQ{number}" for number in range(1, 10))
_PLACEHOLDERS = {"starter": _NAMES, "starter+apertium": _NAMES}
"""By engine: the starter model copies little but the names that it learnt."""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One term."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class MaskedText:
    """A text whose terms are hidden behind placeholders."""

    text: str
    terms: tuple[GlossaryEntry, ...] = ()
    """Placeholder and what it stands for."""

    def unmask(self, translation: str) -> str | None:
        """Put the terms in; None when the engine did not copy every placeholder exactly once."""
        for term in self.terms:
            parts = re.split(rf"\b{re.escape(term.source)}\b", translation)
            if len(parts) != 2:
                return None
            translation = term.target.join(parts)
        return translation


class Glossary:
    """Terms of one direction of translation."""

    def __init__(self, entries: Iterable[GlossaryEntry]) -> None:
        self._entries = {entry.source.casefold(): entry for entry in entries}
        longest_first = sorted((entry.source for entry in self._entries.values()), key=len, reverse=True)
        pattern = "|".join(r"\s+".join(map(re.escape, source.split())) for source in longest_first)
        self._pattern = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if pattern else None

    def find(self, text: str) -> list[Span]:
        """Where terms occur in `text`, as whole words, longest first, without overlap, in order.

        A term written with capitals (``Apple``) is found as written only, unless the whole text is
        in lower case, as some recognizers write; others are found in any case.
        """
        if self._pattern is None:
            return []
        any_case = not is_punctuated(text)
        spans: list[Span] = []
        for match in self._pattern.finditer(text):
            found = " ".join(match[0].split())
            entry = self._entries[found.casefold()]
            if any_case or entry.source.islower() or found == entry.source:
                target = entry.target if match.start() or not found[0].isupper() else _capitalised(entry.target)
                spans.append(Span(match.start(), match.end(), target))
        return spans


def mask(text: str, spans: Sequence[Span], engine: str) -> MaskedText:
    """Replace the terms at `spans` by placeholders for `engine`, as many as it has; the rest stays."""
    free = [each for each in _PLACEHOLDERS.get(engine, _CODES) if each.casefold() not in text.casefold()]
    pieces: list[str] = []
    terms: list[GlossaryEntry] = []
    position = 0
    for placeholder, span in zip(free, spans, strict=False):
        pieces += [text[position : span.start], placeholder]
        terms.append(GlossaryEntry(placeholder, span.text))
        position = span.end
    return MaskedText("".join(pieces) + text[position:], tuple(terms))


def parse_glossary(text: str) -> Glossary:
    """Read ``source<TAB>target`` or ``source,target`` lines; empty lines and those with ``#`` are skipped.

    Raises:
        UsageError: a line has no two columns, or one of them is empty.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    entries = [_entry(line, number) for number, line in enumerate(lines, 1) if line.strip() and line.lstrip()[0] != "#"]
    return Glossary(entries)


def read_glossary(path: Path) -> Glossary:
    """Read a UTF-8 file of terms, TSV or CSV.

    Raises:
        SourceNotFound: no such file.
        UsageError: not UTF-8, or a line cannot be read.
    """
    try:
        return parse_glossary(path.read_text(encoding="utf-8"))
    except FileNotFoundError as exc:
        raise SourceNotFound(f"{path} does not exist") from exc
    except UnicodeDecodeError as exc:
        raise UsageError(f"{path.name} is not UTF-8", hint="Save the glossary with encoding UTF-8.") from exc


def _entry(line: str, number: int) -> GlossaryEntry:
    columns = next(csv.reader([line], delimiter="\t" if "\t" in line else ",", skipinitialspace=True))
    source, target = (" ".join(column.split()) for column in (*columns, "", "")[:2])
    if not source or not target:
        raise UsageError(f"glossary line {number}: {line!r} has no two columns", hint="Write source<TAB>target.")
    return GlossaryEntry(source, target)


def _capitalised(text: str) -> str:
    return text[0].upper() + text[1:]
