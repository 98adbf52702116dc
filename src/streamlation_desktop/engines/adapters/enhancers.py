"""Noise out of speech with small ONNX networks: GTCRN and DTLN, both for 16 kHz, frame by frame."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from streamlation_desktop.core.errors import InferenceFailed, ModelDamaged, ModelNotInstalled
from streamlation_desktop.core.types import Origin, Samples
from streamlation_desktop.engines.adapters.overlap_add import ChangeFrame, OverlapAdd

# onnxruntime >= 1.29 writes a device id and reports home unless this is set before its first import
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

import onnxruntime

_STATE = onnxruntime.capi.onnxruntime_pybind11_state
_BLOCK = 512
_GTCRN_HOP, _DTLN_HOP = 256, 128


class FrameEnhancer:
    """Implements `SpeechEnhancer` on a network that works frame by frame."""

    def __init__(self, origin: Origin, network: _Gtcrn | _Dtln) -> None:
        self._origin = origin
        self._network = network
        self.reset()

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return self._origin

    def reset(self) -> None:
        """Forget what was heard."""
        self._network.reset()
        self._stream = OverlapAdd(_BLOCK, self._network.hop, self._checked(self._network.change))

    def enhance(self, samples: Samples) -> Samples:
        """See `SpeechEnhancer`."""
        return self._stream.feed(samples)

    def finish(self) -> Samples:
        """See `SpeechEnhancer`."""
        rest = self._stream.finish()
        self.reset()
        return rest

    def close(self) -> None:
        """Release the network."""
        del self._network

    def _checked(self, change: ChangeFrame) -> ChangeFrame:
        def checked(frame: Samples) -> Samples:
            try:
                return change(frame)
            except (_STATE.Fail, _STATE.RuntimeException, _STATE.InvalidArgument) as exc:
                raise InferenceFailed(f"{self._origin.model} cannot process the sound: {exc}") from exc

        return checked


def open_enhancer(path: Path) -> FrameEnhancer:
    """Open a GTCRN file, or a folder with one, or with the two files of DTLN.

    Raises:
        ModelNotInstalled: there is none.
        ModelDamaged: it cannot be loaded.
    """
    files = [path] if path.is_file() else sorted(path.glob("*.onnx"))
    gtcrn = [file for file in files if "gtcrn" in file.name.lower()]
    dtln = [file for file in files if "dtln" in file.name.lower()]
    if gtcrn:
        return FrameEnhancer(Origin("gtcrn", gtcrn[0].stem), _Gtcrn(_session(gtcrn[0])))
    if len(dtln) == 2:
        return FrameEnhancer(Origin("dtln", dtln[0].parent.name), _Dtln([_session(file) for file in dtln]))
    raise ModelNotInstalled(f"no GTCRN or DTLN network in {path}", hint="Name its ONNX file, or the folder of both.")


class _Gtcrn:
    """Complex spectrum in and out, three caches."""

    hop = _GTCRN_HOP

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self._session = session
        self._window = np.sqrt(np.hanning(_BLOCK + 1)[:-1]).astype(np.float32)
        self._caches: dict[str, npt.NDArray[np.float32]] = {}

    def reset(self) -> None:
        caches = self._session.get_inputs()[1:]
        self._caches = {each.name: np.zeros(each.shape, np.float32) for each in caches}

    def change(self, frame: Samples) -> Samples:
        spectrum = np.fft.rfft(frame * self._window)
        mix = np.stack((spectrum.real, spectrum.imag), axis=-1).astype(np.float32)[None, :, None, :]
        clean, *caches = self._session.run(None, {"mix": mix, **self._caches})
        self._caches = dict(zip(self._caches, caches, strict=True))
        samples = np.fft.irfft(clean[0, :, 0, 0] + 1j * clean[0, :, 0, 1], _BLOCK).astype(np.float32)
        result: Samples = samples * self._window
        return result


class _Dtln:
    """A mask on the magnitudes, then a network on the samples; two states."""

    hop = _DTLN_HOP

    def __init__(self, sessions: Sequence[onnxruntime.InferenceSession]) -> None:
        self._sessions = sessions
        self._states: list[npt.NDArray[np.float32]] = []

    def reset(self) -> None:
        self._states = [np.zeros(session.get_inputs()[1].shape, np.float32) for session in self._sessions]

    def change(self, frame: Samples) -> Samples:
        spectrum = np.fft.rfft(frame)
        mask = self._run(0, np.abs(spectrum).astype(np.float32)[None, None, :])
        rough = np.fft.irfft(spectrum * mask[0, 0], _BLOCK).astype(np.float32)
        samples: Samples = self._run(1, rough[None, None, :])[0, 0]
        return samples

    def _run(self, number: int, value: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        session = self._sessions[number]
        first, second = session.get_inputs()
        result: npt.NDArray[np.float32]
        result, self._states[number] = session.run(None, {first.name: value, second.name: self._states[number]})
        return result


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # the networks are too small to share out
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), sess_options=options, providers=["CPUExecutionProvider"])
    except (_STATE.Fail, _STATE.InvalidProtobuf, _STATE.InvalidGraph, _STATE.NoSuchFile) as exc:
        raise ModelDamaged(f"{path.name} cannot be loaded", hint="Fetch it again.") from exc
