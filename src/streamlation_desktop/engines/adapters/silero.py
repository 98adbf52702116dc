"""Silero voice-activity detection: the small ONNX network that faster-whisper ships, run as a stream."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

from streamlation_desktop.core.errors import EngineNotInstalled, InferenceFailed
from streamlation_desktop.core.types import Samples

# onnxruntime >= 1.29 writes a device id and reports home unless this is set before its first import
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

import onnxruntime

_CONTEXT = 64
"""Samples of the previous frame that the network wants in front of each frame."""
_STATE_SHAPE = (1, 1, 128)
_ASSET = "silero_vad_v6.onnx"


def _asset() -> Path:
    """The network inside the faster-whisper package, found without importing that package."""
    spec = find_spec("faster_whisper")
    if spec is None or spec.origin is None:
        raise EngineNotInstalled("faster-whisper is not installed", hint="Reinstall the application.")
    return Path(spec.origin).parent / "assets" / _ASSET


class SileroDetector:
    """Speech probability for frames of 32 ms; keeps the recurrent state between calls.

    Frames may come one by one or many at a time: the probabilities are the same.

    Raises:
        EngineNotInstalled: the network is missing from the installation.
    """

    frame_samples = 512

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # the network is too small to share out
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(_asset()), sess_options=options, providers=["CPUExecutionProvider"]
            )
        except onnxruntime.capi.onnxruntime_pybind11_state.NoSuchFile as exc:
            raise EngineNotInstalled(f"{_ASSET} is missing", hint="Reinstall the application.") from exc
        self.reset()

    def reset(self) -> None:
        """Forget what was heard."""
        self._hidden = np.zeros(_STATE_SHAPE, np.float32)
        self._cell = np.zeros(_STATE_SHAPE, np.float32)
        self._context = np.zeros(_CONTEXT, np.float32)

    def probabilities(self, samples: Samples) -> npt.NDArray[np.float32]:
        """Probability of speech for each frame: ``(n * 512,)`` samples give ``(n,)`` values.

        Raises:
            InferenceFailed: the runtime refused the input.
            ValueError: the samples are no whole number of frames.
        """
        if not len(samples):
            return np.zeros(0, np.float32)
        frames = samples.reshape(-1, self.frame_samples)
        before = np.vstack((self._context, frames[:-1, -_CONTEXT:]))
        feed = {"input": np.hstack((before, frames)), "h": self._hidden, "c": self._cell}
        try:
            speech, self._hidden, self._cell = self._session.run(None, feed)
        except onnxruntime.capi.onnxruntime_pybind11_state.RuntimeException as exc:
            raise InferenceFailed(f"voice-activity detection failed: {exc}") from exc
        self._context = frames[-1, -_CONTEXT:].copy()
        probabilities: npt.NDArray[np.float32] = speech.reshape(-1)
        return probabilities
