"""Speakers told apart, and voice and background, by sherpa-onnx (an extra): no account, no token.

Run with networks made by hand (`models/recipes/fixture_speakers`); never with trained ones, which cannot be had here.
The library ends the process when a network lacks what it looks for, so that is checked before it is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import sherpa_onnx

from streamlation_desktop.core.errors import InferenceFailed, ModelDamaged, ModelNotInstalled
from streamlation_desktop.core.types import Origin, Samples, TimeSpan
from streamlation_desktop.engines.adapters.onnx_metadata import onnx_metadata
from streamlation_desktop.engines.speech_base import SpeakerTurn, Stems

_UNKNOWN_COUNT = -1
_THRESHOLD = 0.5
"""Distance at which two voices count as two people, where nobody said how many there are."""
_STEM_RATE = 44_100
_EDGE = 4096
"""Samples of silence on either side: the library leaves out the last ones, and both ends come out far too loud."""
_SEGMENTATION = (
    "sample_rate",
    "window_size",
    "receptive_field_size",
    "receptive_field_shift",
    "num_speakers",
    "powerset_max_classes",
    "num_classes",
)
_EMBEDDING = ("framework", "output_dim", "sample_rate")
_FRAMEWORKS = frozenset({"wespeaker", "3d-speaker", "nemo"})
_GENERAL = ("normalize_samples", "language")
"""Properties that all but NeMo's embeddings have."""


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
        _require(self._segmentation, _SEGMENTATION)
        self._embedding = _only(folder, "*embedding*.onnx")
        framework = _require(self._embedding, _EMBEDDING)["framework"]
        if framework not in _FRAMEWORKS:
            raise _unknown(self._embedding, f"an embedding of {framework}")
        if framework != "nemo":
            _require(self._embedding, _GENERAL)
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
        vocals, accompaniment = _only(folder, "*vocals*.onnx"), _only(folder, "*accompaniment*.onnx")
        told = _require(vocals, ("model_type", "stems"))
        if (told["model_type"], told["stems"]) != ("spleeter", "2"):
            raise _unknown(vocals, f"{told['model_type']} with {told['stems']} stems")
        _require(accompaniment, ())
        spleeter = sherpa_onnx.OfflineSourceSeparationSpleeterModelConfig(
            vocals=str(vocals), accompaniment=str(accompaniment)
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
        stereo = np.stack(list(channels) * 2 if len(channels) == 1 else list(channels))
        padded = np.pad(stereo, ((0, 0), (_EDGE, 2 * _EDGE)))
        try:
            made: Any = self._separation.process(_STEM_RATE, np.ascontiguousarray(padded))
        except RuntimeError as exc:
            raise InferenceFailed(f"voice and background cannot be taken apart: {exc}") from exc
        kept = slice(_EDGE, _EDGE + stereo.shape[1])
        voice, background = (np.asarray(stem.data, np.float32)[:, kept] for stem in made.stems[:2])
        return tuple(Stems(voice[number], background[number]) for number in range(len(channels)))

    def close(self) -> None:
        """Release the networks."""
        del self._separation


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if not found:
        raise ModelNotInstalled(f"no {pattern} in {folder}", hint="Name the folder that holds the networks.")
    return found[0]


def _require(path: Path, properties: Sequence[str]) -> dict[str, str]:
    """What a network says of itself.

    Raises:
        ModelDamaged: it is none, or lacks a property.
    """
    told = onnx_metadata(path)
    missing = [name for name in properties if name not in told]
    if missing:
        raise _unknown(path, f"without {', '.join(missing)}")
    return told


def _unknown(path: Path, what: str) -> ModelDamaged:
    return ModelDamaged(
        f"{path.name} is no network that sherpa-onnx knows ({what})", hint="Fetch the files that are made for it."
    )
