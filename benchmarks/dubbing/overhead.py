"""The dub stage beside the raw calls of its synthesizer: the same texts at the same length scales, in turns.

Both sides load the engine themselves; what a new installation finds out about the machine is known before. eSpeak NG
speaks the cues of a whole film, as people translated them; the fixture voice of Piper, an English one, reads prose.

``python -m benchmarks.dubbing.overhead [ROUNDS [ENGINE]]``; the processor time of eSpeak NG's child is counted.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.dubbing.material import Talk, film, prose
from benchmarks.dubbing.running import open_home, request_for, spoken
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.engines.speech_base import Foreseeing, Speech, Synthesizer, Utterance
from streamlation_desktop.jobs.request import VoiceChoice
from streamlation_desktop.modelstore.catalog import Catalog
from streamlation_desktop.modelstore.digest import no_progress
from streamlation_desktop.modelstore.importer import ImportOptions, import_model
from streamlation_desktop.settings.paths import app_paths

VOICE = Path(__file__).parents[2] / "models" / "fixtures" / "piper-fixture-en"

_FILM_MINUTES, _PROSE_MINUTES = 123.0, 16.0


class Recorder:
    """Notes what a synthesizer was asked for."""

    def __init__(self, inner: Synthesizer, asked: list[Utterance]) -> None:
        self.inner, self.asked = inner, asked
        self.origin, self.languages, self.is_repeatable = inner.origin, inner.languages, inner.is_repeatable
        self.voices = inner.voices
        self._is_open = True

    def synthesize(self, utterance: Utterance) -> Speech:
        """See `Synthesizer`."""
        self.asked.append(utterance)
        return self.inner.synthesize(utterance)

    def foresee(self, utterance: Utterance) -> None:
        """See `Foreseeing`."""
        if isinstance(self.inner, Foreseeing):
            self.inner.foresee(utterance)

    def close(self) -> None:
        """Once here, and once by the pool."""
        if self._is_open:
            self._is_open = False
            self.inner.close()


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    for engine in sys.argv[2:] or ("espeak-ng", "piper"):
        ratios = [_ratio(engine) for _ in range(rounds + 1)][1:]  # the first imports what both need
        wall, processor = (median(each[side] for each in ratios) for side in (0, 1))
        told = f"wall {wall:.3f}, processor {processor:.3f} ({rounds} rounds)"
        print(f"{engine}: {ratios[0][2]} lines, dub stage / raw calls, {told}", flush=True)


def _talk(engine: str, folder: Path) -> Talk:
    if engine == "piper":
        return prose(folder, _PROSE_MINUTES)
    return film(folder, "auto_detect_windows-1250.srt", "bs", _FILM_MINUTES)


def _ratio(engine: str) -> tuple[float, float, int]:
    """Ratio of wall and of processor time, and how many lines were said."""
    with tempfile.TemporaryDirectory() as name, open_home(Path(name) / "home") as services:
        if engine == "piper":
            paths = app_paths()
            import_model(
                paths.models,
                VOICE,
                ImportOptions(id="piper-fixture-en"),
                Catalog.load(paths),
                CancelToken(),
                no_progress,
            )
        model = "piper-fixture-en" if engine == "piper" else "espeak-ng"
        talk = _talk(engine, Path(name))
        request = replace(request_for(talk, Path(name) / "out"), voices=(VoiceChoice(talk.target, model),))
        asked: list[Utterance] = []
        loads: list[Callable[[], Synthesizer]] = []
        opened: list[Recorder] = []
        load = services.loaders.synthesizer

        def recording(*arguments: Any) -> Synthesizer:
            loads.append(lambda: load(*arguments))
            opened.append(Recorder(load(*arguments), asked))
            return opened[-1]

        services = replace(services, loaders=replace(services.loaders, synthesizer=recording))
        services.loaders.device("auto", "")
        children = _of_children()
        dub = spoken(services, request)
        opened[0].close()
        ours = dub.cost.cpu_seconds + _of_children() - children
        raw = _timed(lambda: _say(loads[0](), list(asked)))
        return dub.cost.wall_seconds / raw[0], ours / raw[1], len(dub.lines)


def _say(synthesizer: Synthesizer, asked: Sequence[Utterance]) -> None:
    for each in asked:
        synthesizer.synthesize(each)
    synthesizer.close()


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.monotonic(), time.process_time() + _of_children()
    work()
    return time.monotonic() - wall, time.process_time() + _of_children() - cpu


def _of_children() -> float:
    """Processor time of the children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
