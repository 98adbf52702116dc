"""Sentences with real word times, made from the test speech by forced alignment (PocketSphinx)."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import av
import numpy as np
import pocketsphinx

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Sentence, TimeSpan, Translation, Word

ENGLISH = LanguageCode("en")
_FRAME = 0.01


@dataclass(frozen=True, slots=True)
class Recording:
    """A file with reference text."""

    path: Path
    text: str
    parallel: str


def recordings(root: Path, language: str = "en") -> list[Recording]:
    """Recordings of a language that have a reference text."""
    rows = json.loads((root / "real/speech/speech.json").read_text(encoding="utf-8"))
    speech = root / "real/speech"
    return [
        Recording(speech / row["file"], row["text"], row.get("parallel", ""))
        for row in rows
        if row["lang"] == language and row.get("text")
    ]


def aligned_words(recording: Recording) -> list[Word] | None:
    """Words of an English recording with their times; None when the aligner refuses the text."""
    decoder = pocketsphinx.Decoder(
        samprate=16_000, bestpath=False, loglevel="FATAL", beam=1e-100, wbeam=1e-80, pbeam=1e-100
    )
    spelled = [(word, _spell(word)) for word in recording.text.split()]
    for _, parts in spelled:
        for part in parts:
            if decoder.lookup_word(part) is None:
                decoder.add_word(part, _guess(part), True)
    try:
        decoder.set_align_text(" ".join(part for _, parts in spelled for part in parts))
        decoder.start_utt()
        decoder.process_raw(_pcm(recording.path), full_utt=True)
        decoder.end_utt()
    except RuntimeError:
        return None
    found = [s for s in decoder.seg() or () if not s.word.startswith(("<", "["))]
    if len(found) != sum(len(parts) for _, parts in spelled):
        return None
    return list(_words(spelled, found))


def _words(spelled, found):  # type: ignore[no-untyped-def]
    position, latest = 0, 0.0
    for text, parts in spelled:
        here = found[position : position + len(parts)]
        position += len(parts)
        start = here[0].start_frame * _FRAME if here else latest
        latest = (here[-1].end_frame + 1) * _FRAME if here else latest
        yield Word(f" {text}", TimeSpan(start, max(start, latest)))


def _spell(word: str) -> list[str]:
    return re.findall(r"[a-z]+(?:'[a-z]+)?", word.casefold().replace("’", "'"))


_SOUNDS = "AE B K D EH F G HH IH JH K L M N AA P K R S T AH V W K Y Z"
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", _SOUNDS.split(), strict=True))


def _guess(word: str) -> str:
    return " ".join(_LETTERS[letter] for letter in word if letter in _LETTERS)


def _pcm(path: Path) -> bytes:
    resampler = av.AudioResampler(format="s16", layout="mono", rate=16_000)
    with av.open(str(path)) as container:
        frames = [part for frame in container.decode(audio=0) for part in resampler.resample(frame)]
        frames += resampler.resample(None)
    return np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames]).tobytes()


def sentences(words: list[Word]) -> list[Sentence]:
    """Words cut at sentence ends."""
    found: list[Sentence] = []
    run: list[Word] = []
    for word in words:
        run.append(word)
        if re.search(r"[.!?]['\"]?$", word.text) and not re.search(r"\b(?:i\.e|e\.g|\w)\.$", word.text):
            found.append(_sentence(len(found), run))
            run = []
    return [*found, _sentence(len(found), run)] if run else found


def _sentence(number: int, run: list[Word]) -> Sentence:
    span = TimeSpan(run[0].span.start, run[-1].span.end)
    return Sentence(number, span, ENGLISH, "".join(w.text for w in run).strip(), tuple(run))


def apertium(texts: list[str], mode: str) -> list[str]:
    """Machine translations of sentences by an installed Apertium pair."""
    run = subprocess.run(
        ["apertium", "-u", mode], input="\n\n".join(texts), capture_output=True, text=True, check=True, timeout=120
    )
    return [part for part in run.stdout.split("\n\n") if part.strip()]


def translations(originals: list[Sentence], texts: list[str], language: str) -> list[Translation]:
    """Pairs sentences with their translations."""
    origin = Origin("reference", language)
    return [
        Translation(sentence, LanguageCode(language), text, origin)
        for sentence, text, _ in zip(originals, texts, count(), strict=False)
    ]
