"""How well dubs keep time: films that people translated, and speech that our engines translate. Nothing is mixed.

``python -m benchmarks.dubbing.sync [MINUTES]``; one row for each; recordings in five languages, each into the other
four, are added up by the language that is spoken.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.dubbing.material import Talk, film, hurried, reading, recordings
from benchmarks.dubbing.running import open_home, request_for, spoken
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.jobs.results import DubResult

MINUTES = 31.0
"""Of each film."""
_UNNOTICED = 0.1005
_SPOKEN = tuple(map(LanguageCode, ("en", "es", "fr", "it", "pt")))


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES
    with tempfile.TemporaryDirectory() as name, open_home(Path(name) / "home") as services:
        folder = Path(name)
        print("talk | minutes | lines | within 100 ms | marked overlaps | unmarked | tempo | reworded | CPU s | said s")
        for told, talks in _groups(folder, minutes):
            dubs = [spoken(services, request_for(talk, folder / talk.name)) for talk in talks]
            print(_row(told, sum(talk.seconds for talk in talks), dubs), flush=True)


def _groups(folder: Path, minutes: float) -> Iterator[tuple[str, Sequence[Talk]]]:
    yield "film, Bosnian", [film(folder, "auto_detect_windows-1250.srt", "bs", minutes)]
    yield "film, Serbian", [film(folder, "auto_detect_windows-1251.srt", "sr", minutes)]
    yield "film, Danish", [film(folder, "auto_detect_Danish.srt", "da", minutes)]
    for target in ("es", "fr"):
        yield f"reading, en to {target}", [reading(folder, target)]
    for spoken_language in _SPOKEN:
        targets = [each for each in _SPOKEN if each != spoken_language]
        yield (
            f"recordings, {spoken_language} to {', '.join(targets)}",
            [recordings(folder, spoken_language, target) for target in targets],
        )
    for pace in (1.4, 1.7, 2.0):
        yield f"dialogue, en to es, {pace:g} times as fast", [hurried(folder, "es", pace)]


def _row(told: str, seconds: float, dubs: Sequence[DubResult]) -> str:
    lines = [line for dub in dubs for line in dub.lines]
    timely = sum(abs(line.start - line.cue_start) <= _UNNOTICED for line in lines)
    tempos = [line.tempo for line in lines]
    neighbours = [pair for dub in dubs for pair in pairwise(dub.lines)]
    cells = (
        told,
        f"{seconds / 60:.1f}",
        len(lines),
        f"{100 * timely / len(lines):.1f} %",
        sum(line.overlap > 0 for line in lines),
        sum(one.end > other.start + 0.006 and not one.overlap for one, other in neighbours),
        f"{min(tempos):.3f}-{max(tempos):.3f}",
        sum(line.wording > 0 for line in lines),
        round(sum(dub.cost.cpu_seconds for dub in dubs), 1),
        round(sum(line.end - line.start for line in lines)),
    )
    return " | ".join(map(str, cells))


if __name__ == "__main__":
    main()
