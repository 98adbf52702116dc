"""Sound files as the engine process leaves them: WAV, 16 bits, one channel."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import BinaryIO

import numpy as np

from streamlation_desktop.core.types import Samples


def read_wav(file: Path | BinaryIO) -> tuple[Samples, int]:
    """The samples, -1..1, and how many there are in a second.

    Raises:
        OSError, EOFError, wave.Error: it cannot be read, or is no such file.
    """
    with wave.open(str(file) if isinstance(file, Path) else file, "rb") as opened:
        pcm = np.frombuffer(opened.readframes(opened.getnframes()), "<i2")
        return pcm.astype(np.float32) / np.float32(32_768), opened.getframerate()
