"""Turns sentences into cues, as they come."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from streamlation_desktop.core.types import Cue, Sentence, TimeSpan, Translation, TranslationStatus, Word
from streamlation_desktop.subtitles.alignment import align
from streamlation_desktop.subtitles.layout import lay_out, line_texts
from streamlation_desktop.subtitles.norms import Norms
from streamlation_desktop.subtitles.segmentation import SpokenToken, split
from streamlation_desktop.subtitles.timing import Draft, Slot, schedule
from streamlation_desktop.subtitles.tokens import tokenize


class CueBuilder:
    """Builds one track of cues; a cue is given out as soon as what follows it is known.

    The last cue of what was added is held back: its end, and whether a short sentence joins it, depend on
    the sentence after.
    """

    def __init__(self, norms: Norms) -> None:
        self._norms = norms
        self._held: list[SpokenToken] = []
        self._next_index = 0
        self._previous_end: int | None = None

    def anew(self) -> CueBuilder:
        """A builder for another stretch, by the same norms."""
        return CueBuilder(self._norms)

    def add(self, item: Sentence | Translation) -> list[Cue]:
        """Cues that are final now that `item` is known; sentences come in order of their start."""
        tokens = self._speak(item)
        if not tokens:
            return []
        return self._build([*self._held, *tokens], hold_last=True)

    def finish(self, media_end: float | None = None) -> list[Cue]:
        """The cues still held back; none of them outlasts the media (seconds) where its end is known."""
        held, self._held = self._held, []
        cues = self._build(held, hold_last=False)
        if media_end is None:
            return cues
        return [_cut(cue, media_end) for cue in cues]

    def _speak(self, item: Sentence | Translation) -> list[SpokenToken]:
        sentence = item.sentence if isinstance(item, Translation) else item
        kept = isinstance(item, Translation) and item.status is TranslationStatus.KEPT_SOURCE
        language = sentence.language if kept else item.language
        pieces = tokenize(item.text, language, self._norms)
        words = sentence.words or (Word(sentence.text, sentence.span, sentence.confidence),)
        latest = self._held[-1].start if self._held else 0.0
        spoken = []
        for token, timed in zip(pieces, align(pieces, words) if pieces else (), strict=True):
            latest = max(latest, timed.span.start)
            end = max(latest, timed.span.end)
            confidence = timed.confidence
            spoken.append(SpokenToken(token, latest, end, sentence.id, language, sentence.speaker, confidence))
        return spoken

    def _build(self, tokens: Sequence[SpokenToken], *, hold_last: bool) -> list[Cue]:
        groups = split(tokens, self._norms)
        drafts = [self._draft(group) for group in groups]
        slots = schedule(drafts, self._norms, previous_end=self._previous_end)
        ready = len(groups) - 1 if hold_last else len(groups)
        if hold_last:
            self._held = list(groups[-1])
        return [self._cue(group, slot) for group, slot in zip(groups[:ready], slots[:ready], strict=True)]

    def _draft(self, group: Sequence[SpokenToken]) -> Draft:
        lines = self._lines(group)
        return Draft(group[0].start, group[-1].end, sum(self._norms.width(line) for line in lines))

    def _lines(self, group: Sequence[SpokenToken]) -> tuple[str, ...]:
        pieces = [spoken.token for spoken in group]
        layout = lay_out(pieces, self._norms)
        assert layout is not None, "split() gives groups that fit"
        return line_texts(pieces, layout)

    def _cue(self, group: Sequence[SpokenToken], slot: Slot) -> Cue:
        index, self._next_index = self._next_index, self._next_index + 1
        weights = [max(spoken.token.width, 0.5) for spoken in group]
        total = sum(spoken.confidence * weight for spoken, weight in zip(group, weights, strict=True))
        self._previous_end = slot.end
        return Cue(
            index=index,
            span=TimeSpan(slot.start / 1000, slot.end / 1000),
            lines=self._lines(group),
            language=group[0].language,
            confidence=total / sum(weights),
            speaker=group[0].speaker,
        )


def _cut(cue: Cue, media_end: float) -> Cue:
    end = min(cue.span.end, math.floor(media_end * 1000) / 1000)
    return replace(cue, span=TimeSpan(cue.span.start, end)) if end > cue.span.start else cue
