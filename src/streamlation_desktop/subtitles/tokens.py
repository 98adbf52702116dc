"""Cuts a text into pieces that are never torn, each with the cost of breaking before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from streamlation_desktop.core.language import LanguageCode, separates_words
from streamlation_desktop.subtitles.function_words import BY_LANGUAGE, NONE, FunctionWords
from streamlation_desktop.subtitles.norms import Norms
from streamlation_desktop.subtitles.text import clean_line
from streamlation_desktop.subtitles.width import starts_cluster

if TYPE_CHECKING:
    from budoux import Parser

SENTENCE_END, CLAUSE_END, LIST_COMMA, BEFORE_CONJUNCTION, BEFORE_PREPOSITION = 0.0, 0.1, 0.2, 0.35, 0.5
NEUTRAL, INSIDE_PHRASE, BOUND, TORN = 0.7, 1.2, 1.5, 3.0

_SENTENCE_END = re.compile(r"(?:[.!?…。！？؟।۔]|\.\.\.)[\"'”’»›)\]」』）】]*$")
_CLAUSE_END = re.compile(r"[;:—–；：؛][\"'”’»)\]」』）]*$")
_COMMA = re.compile(r"[,，、،][\"'”’»)\]」』）]*$")
_ABBREVIATION = re.compile(
    r"^[\"'(«„“]*(?:\w|(?:\w\.)+\w|mr|mrs|ms|dr|prof|st|sr|sra|nr|vs|bzw|z\.b|m|mme|dott|fig|vol)\.$", re.IGNORECASE
)
_NUMBER = re.compile(r"^[\"'(]*[+-]?[$€£¥]?\d[\d.,:]*[\"')]*$")
_WORD = re.compile(r"\w(?:.*\w)?")
_NO_LINE_START = frozenset(
    "、。，．・：；！？!?,.:;)]}）］｝〉》」』】〕〗’”…‥ー々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％%℃°"
)
_NO_LINE_END = frozenset("([{（［｛〈《「『【〔〖‘“$￥¥€£")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text without a possible break inside."""

    text: str
    width: float
    """In the characters of the norms."""
    joined: bool
    """No space between this and the token before."""
    cost: float
    """Of a break before this token: 0 at the end of a sentence, 3 inside a word."""


def tokenize(text: str, language: LanguageCode, norms: Norms) -> list[Token]:
    """Tokens of a text, none wider than a line; their texts and spaces make the clean text again."""
    words = BY_LANGUAGE.get(language, NONE)
    tokens: list[Token] = []
    before = ""
    for chunk in clean_line(text).split(" "):
        for position, piece in enumerate(_pieces(chunk, language)):
            cost = _break_cost(before, piece, language, words)
            for part, fragment in enumerate(_fit(piece, norms)):
                joined = bool(position or part)
                tokens.append(Token(fragment, norms.width(fragment), joined, TORN if part else cost))
            before = piece
    return tokens


def _pieces(chunk: str, language: LanguageCode) -> list[str]:
    """What lies between two spaces, cut into phrases where the language writes none."""
    parser = _parser(language)
    if parser is None or chunk.isascii():
        return [chunk] if chunk else []
    pieces: list[str] = []
    for phrase in parser.parse(chunk):
        if pieces and (phrase[0] in _NO_LINE_START or pieces[-1][-1] in _NO_LINE_END or _is_latin(pieces[-1], phrase)):
            pieces[-1] += phrase
        else:
            pieces.append(phrase)
    return pieces


def _is_latin(left: str, right: str) -> bool:
    return left[-1].isascii() and right[0].isascii() and left[-1].isalnum() and right[0].isalnum()


@lru_cache(maxsize=4)
def _parser(language: LanguageCode) -> Parser | None:
    if separates_words(language):
        return None
    import budoux  # reads its models on load, and most tracks never need them

    match language:
        case "ja":
            return budoux.load_default_japanese_parser()
        case "zh" | "yue":
            return budoux.load_default_simplified_chinese_parser()
        case "th":
            return budoux.load_default_thai_parser()
        case _:
            return None


def _fit(piece: str, norms: Norms) -> Iterator[str]:
    """A piece as it is, or in parts where it is wider than a line; kinsoku yields to the limit only here."""
    if norms.width(piece) <= norms.max_chars:
        yield piece
        return
    part, width = "", 0.0
    for character in piece:
        grown = width + norms.width(character)
        if grown > norms.max_chars and starts_cluster(character):
            yield part
            part, grown = "", norms.width(character)
        part, width = part + character, grown
    yield part


def ends_sentence(text: str) -> bool:
    """True when the text ends with a full stop or the like, and not with an abbreviation."""
    last = text.rsplit(" ", 1)[-1]
    return bool(_SENTENCE_END.search(last)) and not _ABBREVIATION.match(last)


def _break_cost(before: str, after: str, language: LanguageCode, words: FunctionWords) -> float:
    if not before:
        return SENTENCE_END
    if ends_sentence(before):
        return SENTENCE_END
    if _CLAUSE_END.search(before):
        return CLAUSE_END
    if _COMMA.search(before):
        return LIST_COMMA
    left, right = _bare(before), _bare(after)
    if _NUMBER.match(before) or _ABBREVIATION.match(before) or (left in words.binding or left.lower() in words.binding):
        return BOUND
    if left.lower() in words.conjunctions or left.lower() in words.prepositions:
        return INSIDE_PHRASE
    if right.lower() in words.conjunctions:
        return BEFORE_CONJUNCTION
    if right.lower() in words.prepositions:
        return BEFORE_PREPOSITION
    if language != "de" and left.istitle() and right.istitle():
        return BOUND
    return NEUTRAL


def _bare(piece: str) -> str:
    """A piece without the punctuation around it."""
    match = _WORD.search(piece)
    return match.group() if match else ""
