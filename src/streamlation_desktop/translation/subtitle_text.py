"""Translates the text of subtitles: sentences run over cues, times stay.

The text of the cues is joined and split into sentences, the sentences are translated, and each
translation is dealt out again over the cues that its sentence came from, in proportion to how much
of the sentence each of them showed, at the best break near by.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from streamlation_desktop.core.language import LanguageCode, separates_words
from streamlation_desktop.core.types import Cue
from streamlation_desktop.translation.splitting import CLAUSE_MARKS, ends_sentence, split_sentences

_GAP_SECONDS = 3.0
"""A sentence does not go on over a longer silence."""
_MARK_BONUS = 0.15
"""How far, as a share of the text, a break behind punctuation may be from the ideal place."""


@dataclass(frozen=True, slots=True)
class CueSentence:
    """A sentence, and how much of it each cue shows."""

    text: str
    shares: tuple[tuple[int, float], ...]
    """Position of a cue in the list, and its share of the sentence's length, in order; they sum to 1."""


def translate_cues(
    cues: Sequence[Cue],
    translate: Callable[[Sequence[str]], list[str]],
    source: LanguageCode,
    target: LanguageCode,
) -> list[Cue]:
    """Cues of the same times in the `target` language; a cue without text stays as it is.

    Args:
        cues: in order of time.
        translate: one translation for each sentence, in order; called once.
        source: language of `cues`.
        target: what `translate` renders.
    """
    sentences = cue_sentences(cues, source)
    texts: list[list[str]] = [[] for _ in cues]
    for sentence, translation in zip(sentences, translate([each.text for each in sentences]), strict=True):
        parts = deal_out(translation, [share for _, share in sentence.shares], target)
        for (position, _), part in zip(sentence.shares, parts, strict=True):
            texts[position].append(part)
    glue = " " if separates_words(target) else ""
    return [
        replace(cue, lines=_lines(parts, glue, cue), language=target) if parts else replace(cue, language=target)
        for cue, parts in zip(cues, texts, strict=True)
    ]


def cue_sentences(cues: Sequence[Cue], language: LanguageCode) -> list[CueSentence]:
    """The sentences of `cues`: a cue that does not end one goes on in the next, unless someone else speaks."""
    sentences: list[CueSentence] = []
    run: list[int] = []
    for position, cue in enumerate(cues):
        if not cue.text.strip():
            continue
        run.append(position)
        follower = next((other for other in cues[position + 1 :] if other.text.strip()), None)
        if follower is None or _is_break(cue, follower, language):
            sentences += _sentences_of_run(cues, run, language)
            run = []
    return sentences


def deal_out(text: str, shares: Sequence[float], language: LanguageCode) -> list[str]:
    """Cut `text` into as many parts as there are `shares`, each about as long as its share, between words.

    No part is empty unless there are fewer words than parts.
    """
    tokens = text.split() if separates_words(language) else list(text)
    glue = " " if separates_words(language) else ""
    parts: list[str] = []
    start = 0
    for index in range(len(shares) - 1):
        following = len(shares) - 1 - index
        share = shares[index] / sum(shares[index:])
        cut = _best_break(tokens[start : max(start + 1, len(tokens) - following)], tokens[start:], share)
        parts.append(glue.join(tokens[start : start + cut]))
        start += cut
    return [*parts, glue.join(tokens[start:])]


def _is_break(cue: Cue, follower: Cue, language: LanguageCode) -> bool:
    starts_dialogue = follower.text.lstrip()[:1] in "-–—"
    paused = follower.span.start - cue.span.end > _GAP_SECONDS
    return paused or starts_dialogue or cue.speaker != follower.speaker or ends_sentence(cue.text, language)


def _sentences_of_run(cues: Sequence[Cue], run: Sequence[int], language: LanguageCode) -> list[CueSentence]:
    glue = " " if separates_words(language) else ""
    texts = [glue.join(cues[position].text.split("\n")).strip() for position in run]
    owners = [position for position, text in zip(run, texts, strict=True) for _ in text + glue]
    joined = glue.join(texts)
    sentences: list[CueSentence] = []
    offset = 0
    for sentence in split_sentences(joined, language):
        start = joined.index(sentence, offset)
        offset = start + len(sentence)
        shown = owners[start:offset]
        shares = tuple((position, shown.count(position) / len(shown)) for position in dict.fromkeys(shown))
        sentences.append(CueSentence(sentence, shares))
    return sentences


def _best_break(candidates: Sequence[str], tokens: Sequence[str], share: float) -> int:
    """Behind how many of the `candidates` to end a part that takes `share` of the `tokens`."""
    total = sum(len(token) + 1 for token in tokens)
    done = 0
    best, best_distance = 0, 1.0
    for count, token in enumerate(candidates, 1):
        done += len(token) + 1
        distance = abs(done / total - share) - (_MARK_BONUS if token[-1] in CLAUSE_MARKS else 0.0)
        if distance < best_distance:
            best, best_distance = count, distance
    return best


def _lines(parts: Sequence[str], glue: str, cue: Cue) -> tuple[str, ...]:
    """One line; a dialogue keeps a line for each speaker. Breaking long lines is the writer's business."""
    if sum(line.lstrip().startswith(("-", "–", "—")) for line in cue.lines) > 1:
        return tuple(part for part in parts if part)
    return (glue.join(part for part in parts if part),)
