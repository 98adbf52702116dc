"""DNSMOS of the finished voice beside that of the raw synthesis: levelling, limiting and AAC must not be heard.

``python -m benchmarks.dubbing.quality [MANIFEST]`` of a dub by eSpeak NG; signal, background, overall.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.dubbing.material import data_root, reading
from benchmarks.dubbing.running import dub, request_for
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.engines.adapters.espeak import EspeakSynthesizer
from streamlation_desktop.engines.speech_base import Utterance
from streamlation_desktop.jobs.manifest import LineReport, parse_manifest
from streamlation_desktop.media.full_sound import mono_sound
from streamlation_desktop.media.tempo import resampled

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

import onnxruntime

_MOST = 40
"""Lines that are looked at."""
_WINDOW = 144_160
"""Samples that the network hears at once: 9.01 s."""
_COEFFICIENTS = (
    (-0.08397278, 1.22083953, 0.0052439),
    (-0.13166888, 1.60915514, -0.39604546),
    (-0.06766283, 1.11546468, 0.04602535),
)
"""Quadratics of the published script that make scores of what the network says."""


def main() -> None:
    session = dnsmos()
    with tempfile.TemporaryDirectory() as name:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else _dubbed(Path(name))
        [report] = parse_manifest(path.read_bytes()).languages
        [output] = [each for each in report.outputs if each.kind == "voice"]
        voice = np.concatenate(list(mono_sound(str(path.parent / output.path), SAMPLE_RATE, CancelToken())))
    lines = report.lines[:_MOST]
    finished = _pieces(voice, [line.actual for line in lines])
    engine = EspeakSynthesizer()
    raw = [_raw(engine, line, report.language) for line in lines]
    engine.close()
    for label, clips in (("raw synthesis", raw), ("finished voice", finished)):
        scores = np.array([score(session, clip) for clip in clips]).mean(axis=0)
        print(
            f"{label}: signal {scores[0]:.3f}, background {scores[1]:.3f}, overall {scores[2]:.3f} ({len(clips)} clips)"
        )


def _dubbed(folder: Path) -> Path:
    """The manifest of a dub that is made here."""
    talk = reading(folder, "es")
    dub(folder / "home", request_for(talk, folder / "out"))
    return folder / "out" / f"{talk.sound.stem}.manifest.json"


def _raw(engine: EspeakSynthesizer, line: LineReport, language: str) -> Samples:
    voice = line.voice.rpartition("/")[2]
    speech = engine.synthesize(Utterance(line.text, LanguageCode(language), voice, length_scale=line.length_scale))
    return resampled(speech.samples, speech.sample_rate, SAMPLE_RATE)


def _pieces(voice: Samples, spans: list[tuple[float, float]]) -> list[Samples]:
    return [voice[round(start * SAMPLE_RATE) : round(end * SAMPLE_RATE)] for start, end in spans]


def dnsmos() -> onnxruntime.InferenceSession:
    """The network that judges speech."""
    path = data_root() / "nets" / "dnsmos_sig_bak_ovr.onnx"
    return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])


def score(session: onnxruntime.InferenceSession, clip: Samples) -> list[float]:
    """Signal, background and overall, at the level that the network knows, repeated until its window is full."""
    level = float(np.sqrt(np.square(clip).mean())) or 1.0
    heard = np.resize(clip * (0.05 / level), _WINDOW).astype(np.float32)
    raw = session.run(None, {"input_1": heard[None]})[0][0]
    return [float(np.polyval(each, value)) for each, value in zip(_COEFFICIENTS, raw, strict=True)]


if __name__ == "__main__":
    main()
