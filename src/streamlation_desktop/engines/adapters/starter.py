"""The small translation model that ships with the application; ``starter.json`` in its folder describes it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.errors import ModelDamaged, ModelNotInstalled
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.adapters.ctranslate2_mt import CTranslate2Translator, ModelFormat
from streamlation_desktop.engines.adapters.ctranslate2_mt_pieces import PieceCodec, load_pieces
from streamlation_desktop.engines.adapters.ctranslate2_mt_tags import TargetInSource
from streamlation_desktop.engines.base import DeviceChoice
from streamlation_desktop.engines.presets import Preset
from streamlation_desktop.settings.paths import embedded_model


@dataclass(frozen=True, slots=True)
class StarterDescription:
    """What ``starter.json`` says."""

    name: str
    version: str
    source: LanguageCode
    prefix_tokens: dict[LanguageCode, str]
    """One token for each target language."""
    tokenizer: str
    """File name of the SentencePiece model."""
    max_source_tokens: int
    beam_size: int


def read_description(folder: Path) -> StarterDescription:
    """Read ``starter.json``.

    Raises:
        ModelNotInstalled: no such file.
        ModelDamaged: it is not what we wrote.
    """
    try:
        data = json.loads((folder / "starter.json").read_text(encoding="utf-8"))
        return StarterDescription(
            name=data["id"],
            version=data["version"],
            source=LanguageCode(data["source"]),
            prefix_tokens={LanguageCode(target): data["prefix_tokens"][target] for target in data["targets"]},
            tokenizer=data["engine"]["tokenizer"],
            max_source_tokens=data["engine"]["max_source_tokens"],
            beam_size=data["engine"]["beam_size"],
        )
    except FileNotFoundError as exc:
        raise ModelNotInstalled("the starter translation model is missing", hint="Install the program again.") from exc
    except (ValueError, KeyError, TypeError) as exc:
        raise ModelDamaged(f"starter.json cannot be read: {exc}", hint="Install the program again.") from exc


def open_starter(
    folder: Path | None = None, *, device: DeviceChoice, preset: Preset = Preset.BALANCED
) -> CTranslate2Translator:
    """Open the embedded model, or the one in `folder`. Raises as `CTranslate2Translator` does."""
    folder = folder or embedded_model("starter-mt")
    description = read_description(folder)
    pieces = load_pieces(folder / description.tokenizer)
    model_format = ModelFormat(
        codec=PieceCodec(pieces, pieces),
        tags=TargetInSource(
            frozenset({description.source}), frozenset(description.prefix_tokens), description.prefix_tokens
        ),
        source_end=(),
        max_source_pieces=description.max_source_tokens,
        is_scored=True,
        beam_size=description.beam_size,
        has_vocabulary_map=(folder / "vmap.txt").is_file(),
    )
    origin = Origin("starter", f"{description.name}-{description.version}", quality="starter")
    return CTranslate2Translator(folder, model_format, origin, device=device, preset=preset)
