"""Live captions as cues: those of a player that runs behind the stream, and those of one that shows words as they come.

A line that is being spoken becomes cues as its words are settled. A cue's words are never taken back: the last cue of
a line grows until it is full, then the next one begins.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.types import Cue, TimeSpan, Word
from streamlation_desktop.subtitles.norms import Norms, norms_for

_LINGER = 2.0
"""Seconds that the last words stay when nothing follows."""
_CUES_PER_LINE = 1_000
_ALWAYS = 1e9


@dataclass(slots=True)
class LiveCues:
    """The cues of one language."""

    _last: Cue | None = field(default=None)

    def add(self, state: CaptionState) -> tuple[Cue, ...]:
        """The cues that are new or changed, for `CaptionTrack.add`, in order."""
        blocks = _blocks(state.committed, norms_for(state.language))
        cues = []
        for number, words in enumerate(blocks):
            end = blocks[number + 1][0].span.start if number + 1 < len(blocks) else words[-1].span.end + _LINGER
            start = words[0].span.start
            span = TimeSpan(start, max(start, end))
            cues.append(Cue(state.line * _CUES_PER_LINE + number, span, (_text(words),), state.language))
        cut = self._cut_former(cues)
        if cues:
            self._last = cues[-1]
        return (*cut, *cues)

    def _cut_former(self, cues: list[Cue]) -> tuple[Cue, ...]:
        """The last cue of the line before lingers only until this line begins."""
        last = self._last
        if last is None or not cues or last.index // _CUES_PER_LINE == cues[0].index // _CUES_PER_LINE:
            return ()
        end = max(last.span.start, min(last.span.end, cues[0].span.start))
        return (Cue(last.index, TimeSpan(last.span.start, end), last.lines, last.language),)


def newest_words(state: CaptionState) -> tuple[Cue, str]:
    """What to show of a state at once, wherever the player is: the last settled words, and the tail after them."""
    norms = norms_for(state.language)
    blocks = _blocks(state.committed, norms)
    text = _text(blocks[-1]) if blocks else ""
    if norms.width(text) + norms.width(state.tail) > norms.max_chars * norms.max_lines and state.tail:
        text = ""  # settled words that would push the newest ones off the picture have been read
    return Cue(0, TimeSpan(0.0, _ALWAYS), (text,), state.language), state.tail.strip()


def _blocks(words: tuple[Word, ...], norms: Norms) -> list[list[Word]]:
    """Runs of words that fit on the picture; what was in a full run stays there."""
    blocks: list[list[Word]] = []
    room = norms.max_chars * norms.max_lines
    for word in words:
        if blocks and norms.width(_text([*blocks[-1], word])) <= room:
            blocks[-1].append(word)
        else:
            blocks.append([word])
    return blocks


def _text(words: list[Word]) -> str:
    return "".join(word.text for word in words).strip()
