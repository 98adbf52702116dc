"""GTCRN and DTLN, the real networks, on the noisy speech that came with them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import ModelDamaged, ModelNotInstalled
from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from streamlation_desktop.engines.speech_base import SpeechEnhancer
from streamlation_desktop.jobs.listening import enhanced
from streamlation_desktop.media.full_sound import mono_sound
from tests.support.data import real_data


def open_enhancer(path: Path) -> SpeechEnhancer:
    enhancer: SpeechEnhancer = EngineRegistry().create(EngineKind.ENHANCER, "onnx", path)
    return enhancer


def noisy() -> Samples:
    return np.concatenate(list(mono_sound(str(real_data("real", "nets", "gtcrn_mix.wav")), SAMPLE_RATE, CancelToken())))


def quiet_part(sound: Samples) -> float:
    """Level of the quietest tenth of the frames: what lies between the words."""
    frames = sound[: len(sound) // 320 * 320].reshape(-1, 320)
    return float(np.quantile(np.sqrt(np.square(frames).mean(axis=1)), 0.1))


@pytest.mark.parametrize("model", ["gtcrn", "dtln"])
def test_noise_between_words_goes_and_speech_stays(model: str, tmp_path: Path) -> None:
    nets = real_data("real", "nets")
    if model == "dtln":
        for path in nets.glob("dtln*.onnx"):
            (tmp_path / path.name).symlink_to(path)
    enhancer = open_enhancer(tmp_path if model == "dtln" else nets / "gtcrn_simple.onnx")
    sound = noisy()
    clean = np.concatenate(list(enhanced(enhancer, [sound[:5_000], sound[5_000:90_001], sound[90_001:]])))
    assert len(clean) == len(sound)
    assert quiet_part(clean) < 0.5 * quiet_part(sound)
    assert np.corrcoef(clean, sound)[0, 1] > 0.6
    assert enhancer.origin.engine == model
    enhancer.close()


def test_how_the_sound_is_cut_changes_nothing() -> None:
    enhancer = open_enhancer(real_data("real", "nets", "gtcrn_simple.onnx"))
    sound = noisy()[:32_000]
    whole = np.concatenate(list(enhanced(enhancer, [sound])))
    cut = np.concatenate(list(enhanced(enhancer, np.array_split(sound, 7))))
    assert np.array_equal(whole, cut)


def test_a_missing_or_damaged_network_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelNotInstalled, match="no GTCRN or DTLN"):
        open_enhancer(tmp_path)
    (tmp_path / "gtcrn.onnx").write_bytes(b"nothing")
    with pytest.raises(ModelDamaged):
        open_enhancer(tmp_path)
