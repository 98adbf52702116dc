"""faster-whisper's log-mel features, with its padding of short windows."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from faster_whisper.feature_extractor import FeatureExtractor

from models.recipes.synthetic_speech.spoken import Samples

HOP = 160
_FILTERS = torch.from_numpy(FeatureExtractor.get_mel_filters(16_000, 400, 80).astype(np.float32))
_WINDOW = torch.hann_window(400)


def log_mel(samples: Samples, louder: float = 0.0) -> npt.NDArray[np.float32]:
    """(80, len // 160) features of one window.

    Args:
        samples: 16 000 Hz.
        louder: how many decades the loudest band elsewhere in the file exceeds this window's.
    """
    wave = torch.nn.functional.pad(torch.from_numpy(samples), (0, HOP))
    spectrum = torch.stft(wave, 400, HOP, window=_WINDOW, return_complex=True)[..., :-1].abs() ** 2
    power = torch.log10((_FILTERS @ spectrum).clamp(min=1e-10))
    power = torch.maximum(power, power.max() + louder - 8.0)
    return ((power + 4.0) / 4.0).numpy()[:, : len(samples) // HOP]
