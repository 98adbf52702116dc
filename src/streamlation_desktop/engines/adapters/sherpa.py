"""Speakers told apart, and voice and background, by sherpa-onnx (an extra): no account, no token.

Written after its interface; never run here with weights, which cannot be had without a download.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import sherpa_onnx

from streamlation_desktop.core.errors import InferenceFailed, ModelDamaged, ModelNotInstalled
from streamlation_desktop.core.types import Origin, Samples, TimeSpan
from streamlation_desktop.engines.speech_base import SpeakerTurn, Stems

_UNKNOWN_COUNT = -1
_THRESHOLD = 0.5
"""Distance at which two voices count as two people, where nobody said how many there are."""
_STEM_RATE = 44_100


class SherpaDiarizer:
    """pyannote's segmentation with a speaker embedding; implements `Diarizer`."""

    def __init__(self, folder: Path) -> None:
        """Load both networks.

        Args:
            folder: holds ``*segmentation*.onnx`` and ``*embedding*.onnx``.

        Raises:
            ModelNotInstalled: a file is missing.
            ModelDamaged: they cannot be loaded.
        """
        self._segmentation = _only(folder, "*segmentation*.onnx")
        self._embedding = _only(folder, "*embedding*.onnx")
        self._origin = Origin("sherpa-onnx", folder.name)
        self._open(None)

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return self._origin

    @property
    def sample_rate(self) -> int:
        """Hz that `diarize` takes."""
        return int(self._diarization.sample_rate)

    def diarize(self, samples: Samples, speakers: int | None = None) -> tuple[SpeakerTurn, ...]:
        """See `Diarizer`."""
        if speakers is not None:
            self._open(speakers)
        try:
            segments = self._diarization.process(samples).sort_by_start_time()
        except RuntimeError as exc:
            raise InferenceFailed(f"the speakers cannot be told apart: {exc}") from exc
        order: dict[int, int] = {}
        turns = []
        for each in segments:
            number = order.setdefault(int(each.speaker), len(order))
            turns.append(SpeakerTurn(TimeSpan(float(each.start), float(each.end)), number))
        return tuple(turns)

    def close(self) -> None:
        """Release the networks."""
        del self._diarization

    def _open(self, speakers: int | None) -> None:
        pyannote = sherpa_onnx.OfflineSpeakerSegmentationPyannoteModelConfig(model=str(self._segmentation))
        config = sherpa_onnx.OfflineSpeakerDiarizationConfig(
            segmentation=sherpa_onnx.OfflineSpeakerSegmentationModelConfig(pyannote=pyannote),
            embedding=sherpa_onnx.SpeakerEmbeddingExtractorConfig(model=str(self._embedding)),
            clustering=sherpa_onnx.FastClusteringConfig(num_clusters=speakers or _UNKNOWN_COUNT, threshold=_THRESHOLD),
        )
        if not config.validate():
            raise ModelDamaged(f"{self._origin.model} does not tell speakers apart", hint="Fetch its files again.")
        try:
            self._diarization = sherpa_onnx.OfflineSpeakerDiarization(config)
        except RuntimeError as exc:
            raise ModelDamaged(f"{self._origin.model} cannot be loaded: {exc}", hint="Fetch it again.") from exc


class SherpaSeparator:
    """Spleeter with two stems; implements `StemSeparator`."""

    def __init__(self, folder: Path) -> None:
        """Load both networks.

        Args:
            folder: holds ``*vocals*.onnx`` and ``*accompaniment*.onnx``.

        Raises:
            ModelNotInstalled: a file is missing.
            ModelDamaged: they cannot be loaded.
        """
        spleeter = sherpa_onnx.OfflineSourceSeparationSpleeterModelConfig(
            vocals=str(_only(folder, "*vocals*.onnx")), accompaniment=str(_only(folder, "*accompaniment*.onnx"))
        )
        model = sherpa_onnx.OfflineSourceSeparationModelConfig(spleeter=spleeter)
        config = sherpa_onnx.OfflineSourceSeparationConfig(model=model)
        if not config.validate():
            raise ModelDamaged(f"{folder.name} does not take voices apart", hint="Fetch its files again.")
        try:
            self._separation = sherpa_onnx.OfflineSourceSeparation(config)
        except RuntimeError as exc:
            raise ModelDamaged(f"{folder.name} cannot be loaded: {exc}", hint="Fetch it again.") from exc
        self._origin = Origin("sherpa-onnx", folder.name)

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return self._origin

    @property
    def sample_rate(self) -> int:
        """Hz that `separate` takes and gives."""
        return _STEM_RATE

    def separate(self, channels: Sequence[Samples]) -> tuple[Stems, ...]:
        """See `StemSeparator`."""
        stereo = list(channels) * 2 if len(channels) == 1 else list(channels)
        try:
            made: Any = self._separation.process(_STEM_RATE, np.ascontiguousarray(np.stack(stereo)))
        except RuntimeError as exc:
            raise InferenceFailed(f"voice and background cannot be taken apart: {exc}") from exc
        voice, background = (np.asarray(stem.data, np.float32) for stem in made.stems[:2])
        return tuple(Stems(voice[number], background[number]) for number in range(len(channels)))

    def close(self) -> None:
        """Release the networks."""
        del self._separation


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if not found:
        raise ModelNotInstalled(f"no {pattern} in {folder}", hint="Name the folder that holds the networks.")
    return found[0]
