"""How long a Whisper model will take on this processor, told before it is loaded.

The time is that of the autotune's trial, scaled by the multiplications that both need.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from streamlation_desktop.engines.autotune import TRIAL_BATCH, TRIAL_FRAMES, TRIAL_SHAPE, TRIAL_TOKENS, TuneResult
from streamlation_desktop.engines.random_whisper import VOCABULARY

_WINDOW_SECONDS, _WINDOW_POSITIONS, _WINDOW_TOKENS = 30.0, 1500, 120
"""What the encoder sees at once, and the text of 30 s of lively speech."""
_STEP_COST = 3.0
"""Multiplications one token at a time take longer than many at once: 12-19 to 45 a nanosecond on one core of 2022."""
_LONGEST_NAME, _MOST_VARIABLES = 500, 20_000


@dataclass(frozen=True, slots=True)
class WhisperSize:
    """What the time of a model depends on."""

    width: int
    encoder_layers: int
    decoder_layers: int

    def work(self, positions: int, tokens: int) -> float:
        """Multiplications for a window of `positions` of 20 ms and its text, those of single steps weighted."""
        square = self.width**2
        encoder = self.encoder_layers * (12 * square * positions + 2 * positions**2 * self.width)
        prepared = self.decoder_layers * 2 * square * positions
        step = self.decoder_layers * (14 * square + 2 * positions * self.width) + VOCABULARY * self.width
        return encoder + _STEP_COST * (prepared + step * tokens)


def expected_pace(folder: Path, tune: TuneResult) -> float | None:
    """Seconds that the model in `folder` needs for a second of speech; None if its file is not understood."""
    size = read_size(folder / "model.bin")
    return None if size is None else pace_of(size, tune)


def pace_of(size: WhisperSize, tune: TuneResult) -> float:
    """Seconds that a model of that size needs for a second of speech."""
    trial = WhisperSize(TRIAL_SHAPE.width, TRIAL_SHAPE.layers, TRIAL_SHAPE.layers)
    trial_work = TRIAL_BATCH * trial.work(TRIAL_FRAMES // 2, TRIAL_TOKENS)
    return size.work(_WINDOW_POSITIONS, _WINDOW_TOKENS) / trial_work * min(tune.seconds.values()) / _WINDOW_SECONDS


def read_size(file: Path) -> WhisperSize | None:
    """The size of a Whisper model from the table of its CTranslate2 file; None if it is none."""
    try:
        with file.open("rb") as stream:
            shapes = _shapes(stream)
    except (OSError, struct.error, UnicodeDecodeError, ValueError):
        return None
    width = shapes.get("encoder/conv1/weight", (0,))[0]
    layers = [len({name.split("/")[1] for name in shapes if name.startswith(f"{half}/layer_")}) for half in _HALVES]
    return WhisperSize(width, *layers) if width and all(layers) else None


_HALVES = ("encoder", "decoder")


def _shapes(stream: BinaryIO) -> dict[str, tuple[int, ...]]:
    """Names and shapes of all variables; their values are passed over."""
    _number(stream, "I")  # version of the file
    _text(stream)
    _number(stream, "I")  # revision of the model
    shapes = {}
    for _ in range(min(_number(stream, "I"), _MOST_VARIABLES)):
        name = _text(stream)
        shapes[name] = tuple(_number(stream, "I") for _ in range(_number(stream, "B")))
        _number(stream, "B")  # type
        stream.seek(_number(stream, "I"), 1)
    return shapes


def _text(stream: BinaryIO) -> str:
    length = _number(stream, "H")
    if length > _LONGEST_NAME:
        raise ValueError("no name is so long")
    return stream.read(length).rstrip(b"\0").decode()


def _number(stream: BinaryIO, kind: str) -> int:
    [value] = struct.unpack(f"<{kind}", stream.read(struct.calcsize(f"<{kind}")))
    return int(value)
