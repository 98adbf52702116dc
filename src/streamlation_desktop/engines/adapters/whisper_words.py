"""From Whisper's token alignment to words in media time."""

from __future__ import annotations

from typing import Any

from faster_whisper.transcribe import merge_punctuations

from streamlation_desktop.core.types import AudioChunk, TimeSpan, Word
from streamlation_desktop.engines.onsets import moved_over_silence

_BEFORE_WORD = "\"'“¿¡([{-"
_AFTER_WORD = "\"'.。,，!！?？:：”)]}、"


def words_from_alignment(alignment: list[dict[str, Any]], audio: AudioChunk) -> tuple[Word, ...]:
    """Words with their punctuation, leading spaces as Whisper writes them.

    Args:
        alignment: what faster-whisper's `find_alignment` gives for one segment; changed in place.
        audio: the segment's audio; every word is put inside of it, in order.
    """
    merge_punctuations(alignment, _BEFORE_WORD, _AFTER_WORD)
    words: list[Word] = []
    earliest = audio.span.start
    for entry in alignment:
        if not entry["word"]:
            continue
        start = min(max(audio.span.start + float(entry["start"]), earliest), audio.span.end)
        end = min(max(audio.span.start + float(entry["end"]), start), audio.span.end)
        words.append(Word(entry["word"], TimeSpan(start, end), float(entry["probability"])))
        earliest = end
    return moved_over_silence(words, audio)
