"""Speakers and stems by sherpa-onnx: the real library on networks made by hand, and on files that are none."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.core.errors import ModelDamaged, ModelNotInstalled
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from streamlation_desktop.engines.speech_base import Diarizer, StemSeparator
from tests.support.dialogue import DIALOGUE, dialogue

pytest.importorskip("sherpa_onnx", reason="the extra `sherpa` is not installed")

MODELS = Path(__file__).parents[3] / "models" / "fixtures"
NETWORKS = MODELS / "sherpa-fixture"
RATE = 44_100


def diarizer(folder: Path) -> Diarizer:
    made: Diarizer = EngineRegistry().create(EngineKind.DIARIZER, "sherpa-onnx", folder)
    return made


def separator(folder: Path) -> StemSeparator:
    made: StemSeparator = EngineRegistry().create(EngineKind.SEPARATOR, "sherpa-onnx", folder)
    return made


@pytest.mark.parametrize("speakers", [2, None])
def test_two_who_speak_by_turns_are_told_apart(speakers: int | None) -> None:
    engine = diarizer(NETWORKS)
    assert engine.sample_rate == 16_000
    sound, spans = dialogue()
    turns = engine.diarize(sound, speakers)
    assert [turn.speaker for turn in turns] == [number % 2 for number in range(len(DIALOGUE))]
    for turn, span in zip(turns, spans, strict=True):
        assert turn.span.start == pytest.approx(span.start, abs=0.25)
        assert turn.span.end == pytest.approx(span.end, abs=0.25)
    engine.close()


def test_a_hum_is_background_and_what_lies_in_the_range_of_a_voice_is_not() -> None:
    engine = separator(NETWORKS)
    times = np.arange(3 * RATE) / RATE
    hum, tone = (0.2 * np.sin(2 * np.pi * hertz * times).astype(np.float32) for hertz in (80.0, 1000.0))
    [stems] = engine.separate([hum + tone])
    assert len(stems.voice) == len(stems.background) == len(times)
    middle = slice(RATE, 2 * RATE)
    for made, wanted in ((stems.voice, tone), (stems.background, hum)):
        assert np.corrcoef(made[middle], wanted[middle])[0, 1] > 0.99
    engine.close()


@pytest.mark.parametrize("replaced", ["segmentation.onnx", "embedding.onnx", "vocals.onnx"])
def test_a_network_of_another_kind_is_refused_and_the_program_lives(replaced: str, tmp_path: Path) -> None:
    for path in NETWORKS.glob("*.onnx"):
        shutil.copy(path, tmp_path)
    open_it = separator if replaced == "vocals.onnx" else diarizer
    shutil.copy(MODELS / "streaming-fixture-en" / "model.onnx", tmp_path / replaced)
    with pytest.raises(ModelDamaged, match=f"{replaced} is no network"):
        open_it(tmp_path)
    (tmp_path / replaced).write_bytes(b"nothing of the kind")
    with pytest.raises(ModelDamaged):
        open_it(tmp_path)
    (tmp_path / replaced).unlink()
    with pytest.raises(ModelNotInstalled):
        open_it(tmp_path)
