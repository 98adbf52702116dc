"""Opens the families of translation models that come in CTranslate2 format.

Sources for the layouts and tags: CTranslate2's guide "Transformers" (MarianMT, M2M-100, NLLB) and
its converters; Argos Translate's `translate.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from pathlib import Path

from streamlation_desktop.core.errors import ModelDamaged, ModelNotInstalled
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.adapters.ctranslate2_mt import CTranslate2Translator, ModelFormat
from streamlation_desktop.engines.adapters.ctranslate2_mt_pieces import PieceCodec, load_pieces
from streamlation_desktop.engines.adapters.ctranslate2_mt_tags import (
    M2M100_TAG,
    MARIAN_TAG,
    NLLB_TAG,
    OnePair,
    TagOnBothSides,
    TargetInSource,
    find_tags,
)
from streamlation_desktop.engines.base import DeviceChoice, LanguagePair
from streamlation_desktop.engines.presets import Preset


def open_opus_mt(
    folder: Path,
    *,
    sources: Collection[LanguageCode],
    targets: Collection[LanguageCode],
    device: DeviceChoice,
    preset: Preset = Preset.BALANCED,
) -> CTranslate2Translator:
    """Open an OPUS-MT (Marian) model: ``model.bin``, ``source.spm``, ``target.spm`` and vocabularies.

    The folder does not tell its languages, so the catalogue must. Raises as `CTranslate2Translator` does.
    """
    tags = find_tags(_vocabulary(folder), MARIAN_TAG)
    known = {code: tag for code, tag in tags.items() if code in targets}
    model_format = ModelFormat(
        codec=PieceCodec(load_pieces(folder / "source.spm"), load_pieces(folder / "target.spm")),
        tags=TargetInSource(frozenset(sources), frozenset(targets), known),
        source_end=_source_end(folder),
    )
    return CTranslate2Translator(folder, model_format, Origin("opus-mt", folder.name), device=device, preset=preset)


def open_argos(folder: Path, *, device: DeviceChoice, preset: Preset = Preset.BALANCED) -> CTranslate2Translator:
    """Open an Argos package: ``metadata.json``, ``sentencepiece.model`` and ``model``.

    Raises as `CTranslate2Translator` does. Packages with a ``bpe.model`` need another tokenizer and count as damaged.
    """
    try:
        data = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
        pair = LanguagePair(LanguageCode(data["from_code"]), LanguageCode(data["to_code"]))
    except FileNotFoundError as exc:
        raise ModelNotInstalled(f"{folder} is no Argos package", hint="Install the model again.") from exc
    except (ValueError, KeyError) as exc:
        raise ModelDamaged(f"{folder.name}: metadata.json cannot be read", hint="Install the model again.") from exc
    pieces = load_pieces(folder / "sentencepiece.model")
    tags = OnePair(pair, data.get("target_prefix", ""))
    model_format = ModelFormat(codec=PieceCodec(pieces, pieces), tags=tags, source_end=())
    origin = Origin("argos", folder.name)
    return CTranslate2Translator(folder / "model", model_format, origin, device=device, preset=preset)


def open_m2m100(folder: Path, *, device: DeviceChoice, preset: Preset = Preset.BALANCED) -> CTranslate2Translator:
    """Open an M2M100 model; its vocabulary tells the languages. Raises as `CTranslate2Translator` does."""
    return _open_tagged("m2m100", folder, M2M100_TAG, device, preset)


def open_nllb(folder: Path, *, device: DeviceChoice, preset: Preset = Preset.BALANCED) -> CTranslate2Translator:
    """Open an NLLB-200 model; its vocabulary tells the languages. Raises as `CTranslate2Translator` does."""
    return _open_tagged("nllb", folder, NLLB_TAG, device, preset)


def _open_tagged(
    engine: str, folder: Path, pattern: re.Pattern[str], device: DeviceChoice, preset: Preset
) -> CTranslate2Translator:
    pieces = load_pieces(folder / "sentencepiece.bpe.model")
    model_format = ModelFormat(
        codec=PieceCodec(pieces, pieces),
        tags=TagOnBothSides(find_tags(_vocabulary(folder), pattern)),
        source_end=_source_end(folder),
    )
    return CTranslate2Translator(folder, model_format, Origin(engine, folder.name), device=device, preset=preset)


def _vocabulary(folder: Path) -> list[str]:
    for name in ("shared_vocabulary", "source_vocabulary"):
        for path in (folder / f"{name}.json", folder / f"{name}.txt"):
            if path.is_file():
                text = path.read_text(encoding="utf-8")
                tokens: list[str] = json.loads(text) if path.suffix == ".json" else text.splitlines()
                return tokens
    raise ModelNotInstalled(f"{folder} holds no vocabulary", hint="Install the model again.")


def _source_end(folder: Path) -> tuple[str, ...]:
    """The end mark that the source needs; converters differ in whether the runtime adds it."""
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        config = {}  # models converted before CTranslate2 3
    except ValueError as exc:
        raise ModelDamaged(f"{folder.name}: config.json is not JSON", hint="Install the model again.") from exc
    return () if config.get("add_source_eos") else ("</s>",)
