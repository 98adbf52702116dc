"""How many cues made from real speech satisfy the norms: ours against what peers write.

Usage: STREAMLATION_TEST_DATA=DIR uv run python benchmarks/subtitles/lint_rate.py [--append]

Words get their times by forced alignment of the English test recordings. *segments* is one cue per
sentence, at most 30 s, in one line (what most front ends of Whisper save); *greedy* fills two lines of
42 characters at word times (Whisper's own --max_line_width 42 --max_line_count 2); *ours* is the cue
builder. Translations are Apertium's English-Spanish (where installed) and the published translations of
the two recordings that have them. A torn break parts an article, auxiliary, preposition or name from
what it belongs to.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from material import (
    ENGLISH,
    Recording,
    aligned_words,
    apertium,
    recordings,
    sentences,
    translations,
)

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Sentence, TimeSpan, Translation, Word
from streamlation_desktop.subtitles.builder import CueBuilder
from streamlation_desktop.subtitles.lint import failing_cues, lint
from streamlation_desktop.subtitles.norms import norms_for
from streamlation_desktop.subtitles.tokens import INSIDE_PHRASE, tokenize

_COPIES = re.compile(r"audio-(?:mono|stereo)|-mp3|mulaw|jfk-16k")
_SEGMENT = 30.0


@dataclass(slots=True)
class Tally:
    cues: int = 0
    failed: int = 0
    breaks: int = 0
    torn: int = 0
    characters: float = 0.0
    seconds: float = 0.0
    rules: dict[str, int] = field(default_factory=dict)

    def add(self, cues: Sequence[Cue], language: LanguageCode) -> None:
        norms = norms_for(language)
        violations = lint(cues, norms)
        failing = failing_cues(violations)
        self.cues += len(cues)
        self.failed += len(failing)
        for violation in violations:
            if violation.cue_index in failing:
                self.rules[violation.rule] = self.rules.get(violation.rule, 0) + 1
        lines = [line for cue in cues for line in cue.lines]
        for above, below in pairwise(lines):
            self.breaks += 1
            tokens = tokenize(f"{above.split(' ')[-1]} {below.split(' ')[0]}", language, norms)
            self.torn += len(tokens) == 2 and tokens[1].cost >= INSIDE_PHRASE
        self.characters += sum(norms.width(line) for line in lines)
        self.seconds += sum(cue.span.duration for cue in cues)

    def row(self, name: str) -> str:
        passed = 100 * (1 - self.failed / max(1, self.cues))
        torn = 100 * self.torn / max(1, self.breaks)
        speed = self.characters / max(0.001, self.seconds)
        worst = ", ".join(f"{rule} {count}" for rule, count in sorted(self.rules.items(), key=lambda r: -r[1])[:3])
        return f"| {name} | {self.cues} | {passed:.1f} % | {torn:.1f} % | {speed:.1f} | {worst or '–'} |"


def ours(items: Iterable[Sentence | Translation], language: LanguageCode) -> list[Cue]:
    builder = CueBuilder(norms_for(language))
    return [cue for item in items for cue in builder.add(item)] + builder.finish()


def segments(originals: Sequence[Sentence], texts: Sequence[str]) -> list[Cue]:
    return [
        Cue(number, TimeSpan(s.span.start, min(s.span.end, s.span.start + _SEGMENT)), (text,), ENGLISH)
        for number, (s, text) in enumerate(zip(originals, texts, strict=True))
    ]


def greedy(words: Sequence[Word]) -> list[Cue]:
    cues: list[Cue] = []
    lines: list[str] = []
    run: list[Word] = []
    for word in words:
        long_pause = bool(run) and word.span.start - run[-1].span.end > 3.0
        fits = bool(lines) and len(lines[-1]) + len(word.text) <= 42
        if run and (long_pause or (not fits and len(lines) == 2)):
            cues.append(_cue(cues, lines, run))
            lines, run, fits = [], [], False
        if fits:
            lines[-1] += word.text
        else:
            lines.append(word.text.strip())
        run.append(word)
    return [*cues, _cue(cues, lines, run)]


def _cue(cues: Sequence[Cue], lines: Sequence[str], run: Sequence[Word]) -> Cue:
    return Cue(len(cues), TimeSpan(run[0].span.start, run[-1].span.end), tuple(lines), ENGLISH)


def published(root: Path, original: Recording) -> list[Recording]:
    found = [recording for language in ("es", "fr", "it", "pt", "ko", "zh") for recording in recordings(root, language)]
    return [recording for recording in found if original.parallel and recording.parallel == original.parallel]


def measure(root: Path) -> dict[str, Tally]:
    names = (
        "source: segments",
        "source: greedy",
        "source: ours",
        "Spanish: segments",
        "Spanish: ours",
        "published: ours",
    )
    tallies = {name: Tally() for name in names}
    spanish = LanguageCode("es")
    for recording in recordings(root):
        words = None if _COPIES.search(recording.path.name) else aligned_words(recording)
        if not words:
            continue
        originals = sentences(words)
        tallies["source: segments"].add(segments(originals, [s.text for s in originals]), ENGLISH)
        tallies["source: greedy"].add(greedy(words), ENGLISH)
        tallies["source: ours"].add(ours(originals, ENGLISH), ENGLISH)
        if shutil.which("apertium"):
            texts = [text.replace("*", "") for text in apertium([s.text for s in originals], "eng-spa")]
            tallies["Spanish: segments"].add(segments(originals, texts), spanish)
            tallies["Spanish: ours"].add(ours(translations(originals, texts, "es"), spanish), spanish)
        for translation in published(root, recording):
            language = LanguageCode(translation.path.parent.name)
            texts = [part for part in re.split(r"(?<=[.!?。])\s*", translation.text) if part]
            if len(texts) == len(originals):
                tallies["published: ours"].add(ours(translations(originals, texts, language), language), language)
    return tallies


def main() -> None:
    tallies = measure(Path(os.environ["STREAMLATION_TEST_DATA"]))
    table = [
        "| cues | count | pass lint | torn breaks | characters/s | most failed rules |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    table += [tally.row(name) for name, tally in tallies.items()]
    text = "\n".join(table)
    print(text)
    if "--append" in sys.argv:
        path = Path(__file__).parents[1] / "RESULTS.md"
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n## Subtitles: cues that pass lint\n\n`python benchmarks/subtitles/lint_rate.py`\n\n{text}\n")


if __name__ == "__main__":
    main()
