"""Real cues with the times of real films, translated by people or by our engines, over real speech."""

from __future__ import annotations

import json
import os
import re
import sys
import wave
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, Cue, TimeSpan
from streamlation_desktop.media.full_sound import mono_sound
from streamlation_desktop.subtitles.document import SubtitleDocument
from streamlation_desktop.subtitles.formats.registry import read_subtitles, write_subtitles
from streamlation_desktop.translation.splitting import split_sentences

EN = LanguageCode("en")
SAMPLE = Path(__file__).parents[2] / "resources" / "sample"

_SHORTEST = 8.0
"""Seconds of a recording that is more than a phrase."""
_LETTERS = 14.0
"""That are read out in a second."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A sound file, what is said in it, and the language to dub it into."""

    name: str
    sound: Path
    captions: Path
    source: LanguageCode
    target: LanguageCode
    seconds: float


def data_root() -> Path:
    """The folder of real speech and subtitles."""
    root = os.environ.get("STREAMLATION_TEST_DATA")
    if not root:
        sys.exit("set STREAMLATION_TEST_DATA to the folder that holds real/")
    folder = Path(root)
    return folder / "real" if (folder / "real").is_dir() else folder


def film(folder: Path, name: str, language: str, minutes: float) -> Talk:
    """The first `minutes` of a film's subtitles, as people translated them into `language`, over real speech."""
    code = LanguageCode(language)
    cues = read_subtitles(data_root() / "subtitles" / "subtitleedit" / name, code).cues
    first = cues[0].span.start - 1.0
    moved = [
        replace(cue, span=TimeSpan(cue.span.start - first, cue.span.end - first))
        for cue in cues
        if cue.span.end - first < minutes * 60
    ]
    return _talk(folder, f"film-{language}", moved, code, code, minutes * 60)


def reading(folder: Path, target: str) -> Talk:
    """Four minutes that a person reads, sentence by sentence, for our own engines to translate."""
    [entry] = [each for each in _recordings() if each["file"] == "en/lj001-longform.flac"]
    return _read_out(folder, f"reading-{target}", [entry], EN, LanguageCode(target))


def recordings(folder: Path, source: LanguageCode, target: LanguageCode) -> Talk:
    """Every recording in a language whose text is known, one after the other, for our own engines to translate."""
    known: dict[str, dict[str, Any]] = {}
    for entry in _recordings():
        if entry["lang"] == source and entry["text"] and float(entry["duration"]) >= _SHORTEST:
            known.setdefault(entry["text"], entry)
    return _read_out(folder, f"recordings-{source}-{target}", list(known.values()), source, target)


def prose(folder: Path, minutes: float) -> Talk:
    """The licence of this program as if it were read out in English: no sentence twice."""
    text = " ".join((SAMPLE.parents[1] / "LICENSE").read_text(encoding="utf-8").split())
    cues, start = [], 0.5
    for number, sentence in enumerate(re.split(r"(?<=[.;:]) ", text)):
        end = start + len(sentence) / _LETTERS
        if end > minutes * 60:
            break
        cues.append(Cue(number, TimeSpan(start, end), (sentence,), EN))
        start = end + 0.5
    return _talk(folder, "prose", cues, EN, EN, minutes * 60)


def hurried(folder: Path, target: str, pace: float) -> Talk:
    """The sample's dialogue as if it were spoken `pace` times as fast, for our own engines to translate."""
    told = json.loads((SAMPLE / "sample.json").read_text(encoding="utf-8"))["sentences"]
    cues = [
        Cue(number, TimeSpan(each["start"] / pace, each["end"] / pace), (each["text"],), EN)
        for number, each in enumerate(told)
    ]
    return _talk(folder, f"hurried-{target}-{pace:g}", cues, EN, LanguageCode(target), cues[-1].span.end + 1.0)


def _recordings() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads((data_root() / "speech" / "speech.json").read_text(encoding="utf-8"))
    return entries


def _read_out(
    folder: Path, name: str, entries: Sequence[dict[str, Any]], source: LanguageCode, target: LanguageCode
) -> Talk:
    """Each sentence has its share of its recording, by its letters."""
    cues: list[Cue] = []
    begin = 0.0
    for entry in entries:
        sentences = split_sentences(entry["text"], source)
        edges = np.cumsum([0, *map(len, sentences)]) / sum(map(len, sentences)) * float(entry["duration"]) + begin
        for text, start, end in zip(sentences, edges[:-1], edges[1:], strict=True):
            span = TimeSpan(float(start) + 0.1, max(float(end) - 0.2, float(start) + 0.1))
            cues.append(Cue(len(cues), span, (text,), source))
        begin += float(entry["duration"])
    return _talk(folder, name, cues, source, target, begin)


def _talk(folder: Path, name: str, cues: list[Cue], source: LanguageCode, target: LanguageCode, seconds: float) -> Talk:
    captions = folder / f"{name}.{source}.srt"
    captions.write_bytes(write_subtitles(SubtitleDocument(tuple(cues), source), "srt"))
    sound = folder / f"{name}.wav"
    _write_speech(sound, seconds)
    return Talk(name, sound, captions, source, target, seconds)


def _write_speech(path: Path, seconds: float) -> None:
    """Somebody reading, again and again."""
    source = str(data_root() / "speech" / "en" / "lj001-longform.flac")
    speech = np.concatenate(list(mono_sound(source, SAMPLE_RATE, CancelToken())))
    samples = np.resize(speech, round(seconds * SAMPLE_RATE))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((samples * 32767).astype("<i2").tobytes())
