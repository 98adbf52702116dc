"""How well dubs keep time and level: films that people translated, and a reading that our engines translate.

``python -m benchmarks.dubbing.sync [MINUTES]``; one row for each.
"""

from __future__ import annotations

import itertools
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.dubbing.material import Talk, film, reading
from benchmarks.dubbing.running import dub, request_for
from streamlation_desktop.jobs.manifest import LanguageReport, Manifest, parse_manifest

MINUTES = 18.0
"""Of each film."""


@dataclass(frozen=True, slots=True)
class Row:
    """Measured on one dub."""

    name: str
    lines: int
    on_time: float
    """Share of lines that start within 100 ms of their cue."""
    marked: int
    unmarked: int
    """Overlaps."""
    slowest: float
    fastest: float
    loudness: tuple[float, float]
    peak: float
    length_error: float
    """Seconds against the source."""
    dub_seconds: float
    """Processor time of the dub stage."""


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        talks = [
            film(folder, "auto_detect_windows-1250.srt", "bs", minutes),
            film(folder, "auto_detect_windows-1251.srt", "sr", minutes),
            reading(folder, "es"),
        ]
        for talk in talks:
            output = folder / talk.name
            dub(folder / "home", request_for(talk, output))
            manifest = parse_manifest((output / f"{talk.sound.stem}.manifest.json").read_bytes())
            print(json.dumps(_as_dict(_row(talk, manifest))), flush=True)


def _as_dict(row: Row) -> dict[str, object]:
    return {name: getattr(row, name) for name in Row.__slots__}


def _row(talk: Talk, manifest: Manifest) -> Row:
    [report] = manifest.languages
    assert report.voice is not None
    assert report.mix is not None
    offsets = np.array([line.actual[0] - line.cue[0] for line in report.lines])
    tempos = [line.tempo for line in report.lines]
    return Row(
        f"{talk.name} to {talk.target}",
        len(report.lines),
        round(float((np.abs(offsets) <= 0.1005).mean()), 4),
        sum(line.overlap > 0 for line in report.lines),
        _unmarked(report),
        min(tempos),
        max(tempos),
        (report.voice.loudness, report.mix.loudness),
        max(report.voice.true_peak, report.mix.true_peak),
        round(max(abs(each.seconds - manifest.seconds) for each in (report.voice, report.mix)), 4),
        next(cost.cpu_seconds for cost in report.cost if cost.stage == "dubbing"),
    )


def _unmarked(report: LanguageReport) -> int:
    lines = report.lines
    return sum(
        one.actual[1] > following.actual[0] + 0.006 and not one.overlap for one, following in itertools.pairwise(lines)
    )


if __name__ == "__main__":
    main()
