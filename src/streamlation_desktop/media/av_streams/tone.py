"""HDR pictures on ordinary screens: PQ and HLG in BT.2020 become BT.709 through a table in libavfilter."""

from __future__ import annotations

import atexit
import tempfile
from fractions import Fraction
from functools import cache
from pathlib import Path

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
import numpy as np
import numpy.typing as npt
from av.filter import Graph
from av.video.frame import VideoFrame

_PQ, _HLG = 16, 18
_SIZE = 33
_WHITE = 203.0
"""Nits of paper white in HDR (ITU-R BT.2408); becomes the SDR white less the head-room for highlights."""
_PEAK = 1000.0
_TO_709 = np.array([[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]])
_LUMA = np.array([0.2627, 0.6780, 0.0593])
Colours = npt.NDArray[np.float64]


def is_hdr(image: VideoFrame) -> bool:
    """True when the transfer function is PQ or HLG."""
    return image.color_trc in (_PQ, _HLG)


class ToneMapper:
    """Scales and maps HDR frames; used by one thread."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._graph = Graph()

    def to_bgra(self, image: VideoFrame, width: int, height: int) -> VideoFrame:
        """The picture in SDR, of that size."""
        key = (image.width, image.height, image.format.name, image.color_trc, image.color_range, width, height)
        if key != self._key:
            self._build(image, width, height)
            self._key = key
        self._graph.vpush(image)
        return self._graph.vpull()

    def _build(self, image: VideoFrame, width: int, height: int) -> None:
        graph = Graph()
        source = graph.add_buffer(
            width=image.width, height=image.height, format=image.format, time_base=image.time_base or Fraction(1, 1000)
        )
        source_range = "pc" if image.color_range == 2 else "tv"
        steps = (
            ("scale", f"w={width}:h={height}:flags=fast_bilinear:in_color_matrix=bt2020:in_range={source_range}"),
            ("format", "gbrp10le"),
            ("lut3d", f"file={_escaped(_table(image.color_trc))}:interp=trilinear"),
            ("format", "bgra"),
        )
        nodes = [source, *(graph.add(name, args) for name, args in steps), graph.add("buffersink")]
        graph.link_nodes(*nodes).configure()
        self._graph = graph


def _escaped(path: Path) -> str:
    """As an option of a filter: quotes and colons (of drives) have a meaning there."""
    return path.as_posix().replace("\\", "/").replace("'", "\\'").replace(":", "\\:")


@cache
def _table(transfer: int) -> Path:
    """A file in the .cube format, made once per run."""
    steps = np.linspace(0.0, 1.0, _SIZE)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")  # red runs fastest
    signal = np.stack([red, green, blue], axis=-1).reshape(-1, 3)
    mapped = sdr(signal, transfer)
    with tempfile.NamedTemporaryFile("w", prefix="streamlation-tone-", suffix=".cube", delete=False) as file:
        file.write(f"LUT_3D_SIZE {_SIZE}\n")
        file.writelines(f"{r:.5f} {g:.5f} {b:.5f}\n" for r, g, b in mapped)
    path = Path(file.name)
    atexit.register(path.unlink, missing_ok=True)
    return path


def sdr(signal: Colours, transfer: int) -> Colours:
    """BT.709 signal, shape ``(n, 3)``, of a BT.2020 signal with the transfer function PQ (16) or HLG (18)."""
    light = (_pq_light(signal) if transfer == _PQ else _hlg_light(signal)) / _WHITE
    brightest = np.maximum(light.max(axis=1, keepdims=True), 1e-6)
    white = _PEAK / _WHITE
    mapped = brightest * (1 + brightest / white**2) / (1 + brightest)  # Reinhard, extended to the peak
    exposed = light / brightest * mapped * 1.3
    return np.asarray(np.clip(exposed @ _TO_709.T, 0.0, 1.0) ** (1 / 2.2))


def _pq_light(signal: Colours) -> Colours:
    """Nits (SMPTE ST 2084)."""
    root = signal ** (1 / 78.84375)
    light = np.maximum(root - 0.8359375, 0.0) / (18.8515625 - 18.6875 * root)
    return np.asarray(10_000.0 * light ** (1 / 0.1593017578125))


def _hlg_light(signal: Colours) -> Colours:
    """Nits on a display of 1000 (ITU-R BT.2100)."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - c) / a) + b) / 12)
    luma = np.maximum(scene @ _LUMA, 1e-9)[:, None]
    return np.asarray(_PEAK * luma**0.2 * scene)
