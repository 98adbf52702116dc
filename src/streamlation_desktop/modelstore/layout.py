"""Recognises a folder as a model, whoever packed it."""

from __future__ import annotations

import fnmatch
import json
import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from streamlation_desktop.core.errors import ModelError
from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, parse_language
from streamlation_desktop.modelstore import licences
from streamlation_desktop.modelstore.kinds import Direction, Family, ModelKind

_TEXTS = ("LICENSE*", "LICENCE*", "README*", "MODEL_CARD")
_TRANSLATOR = ("config.json", "model.bin", "*_vocabulary.*", "*.spm", "*.model", "starter.json", *_TEXTS)

FILES: dict[Family, tuple[str, ...]] = {
    Family.WHISPER: ("config.json", "preprocessor_config.json", "model.bin", "tokenizer.json", "vocabulary.*", *_TEXTS),
    Family.SHERPA: ("*.onnx", "tokens.txt", "bpe.model", *_TEXTS),
    Family.OPUS_MT: _TRANSLATOR,
    Family.M2M100: _TRANSLATOR,
    Family.NLLB: _TRANSLATOR,
    Family.STARTER: _TRANSLATOR,
    Family.ARGOS: ("metadata.json", "model/*", "sentencepiece.model", "bpe.model", *_TEXTS),
    Family.PIPER: ("*.onnx", "*.onnx.json", *_TEXTS),
}
"""The files that belong to a model: nothing that could be run, and no pickles, is ever taken along."""

_ENGLISH_ONLY_VOCABULARY = 51864
"""Tokens of Whisper's ``.en`` models; the multilingual ones have one or two more."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a folder holds."""

    kind: ModelKind
    family: Family
    root: Path
    languages: frozenset[LanguageCode] = frozenset()
    """Empty where the files do not tell."""
    pairs: tuple[Direction, ...] = ()
    licence: str = licences.UNKNOWN
    is_english_only: bool = False


def select(names: Iterable[str], family: Family) -> list[str]:
    """The names (relative, with ``/``) that belong to a model of this family."""
    return [name for name in names if any(_matches(name, pattern) for pattern in FILES[family])]


def inspect(root: Path) -> Layout:
    """Tell what model lies in `root` itself.

    Raises:
        ModelError: nothing that we know, or a file that it needs is missing.
    """
    licence = _licence(root)
    if (root / "metadata.json").is_file() and (root / "model" / "model.bin").is_file():
        return _argos(root, licence)
    if (root / "model.bin").is_file():
        return _ctranslate2(root, licence)
    if (root / "tokens.txt").is_file() and any(root.glob("*.onnx")):
        return Layout(ModelKind.RECOGNIZER, Family.SHERPA, root, licence=licence)
    if voices := sorted(root.glob("*.onnx")):
        return _piper(root, voices, licence)
    raise ModelError(
        f"no model was recognised in {root.name}",
        hint="Known are CTranslate2 folders (faster-whisper, OPUS-MT, M2M100, NLLB), Argos packages, "
        "OPUS-MT zips, Piper voices and streaming recognizers of sherpa-onnx.",
    )


def is_opus_zip(root: Path) -> bool:
    """True for OPUS-MT as its authors publish it: Marian weights that must be converted first."""
    return (root / "decoder.yml").is_file() and any(root.glob("*.npz"))


def find_root(folder: Path) -> Path:
    """The folder itself, or the only folder inside that archives like to wrap their content in."""
    root = folder
    for _ in range(2):
        if any((root / name).exists() for name in ("model.bin", "metadata.json", "decoder.yml")) or any(
            root.glob("*.onnx")
        ):
            return root
        inner = [entry for entry in root.iterdir() if entry.is_dir() and not entry.name.startswith((".", "__MACOSX"))]
        if len(inner) != 1:
            return root
        [root] = inner
    return root


def ctranslate2_model(path: Path) -> str:
    """The model class named in the header of ``model.bin``: ``"WhisperSpec"``, ``"TransformerSpec"`` …

    The header is: format version (uint32), length of the name with its NUL (uint16), name.

    Raises:
        ModelError: not a CTranslate2 model.
    """
    with path.open("rb") as stream:
        head = stream.read(128)
    if len(head) > 6:
        version, length = struct.unpack_from("<IH", head)
        name = head[6 : 6 + length]
        if 2 <= version <= 64 and 2 < length <= 100 and re.fullmatch(rb"\w+\0", name):
            return name[:-1].decode("ascii")
    raise ModelError(f"{path.name} is not a CTranslate2 model")


def pair_in_name(name: str) -> tuple[Direction, ...]:
    """The direction in names such as ``opus-mt-en-es`` or ``translate-en_es-1_0``; empty when there is none."""
    match = re.search(r"(?:opus-mt|translate|argos)(?:-tc-big)?[-_]([a-z]{2,3})[-_]([a-z]{2,3})(?![a-z])", name.lower())
    if match is None:
        return ()
    try:
        return (Direction(parse_language(match[1]), parse_language(match[2])),)
    except UnknownLanguage:
        return ()


def _matches(name: str, pattern: str) -> bool:
    # "*" must not cross folders, or data sets beside the weights would come along
    return name.count("/") == pattern.count("/") and fnmatch.fnmatchcase(name, pattern)


def _ctranslate2(root: Path, licence: str) -> Layout:
    model = ctranslate2_model(root / "model.bin")
    if model == "WhisperSpec":
        _require(root, "vocabulary.*", "tokenizer.json")
        english = _vocabulary_size(root) == _ENGLISH_ONLY_VOCABULARY
        return Layout(ModelKind.RECOGNIZER, Family.WHISPER, root, licence=licence, is_english_only=english)
    if not model.startswith("Transformer"):
        raise ModelError(f"{root.name} holds a {model}, which neither recognises nor translates")
    _require(root, "*_vocabulary.*")
    family = _translator_family(root)
    if family is Family.NLLB and licence == licences.UNKNOWN:
        licence = "CC-BY-NC-4.0"
    pairs = _starter_pairs(root) if family is Family.STARTER else pair_in_name(root.name)
    return Layout(ModelKind.TRANSLATOR, family, root, pairs=pairs, licence=licence)


def _translator_family(root: Path) -> Family:
    if (root / "starter.json").is_file() and (root / "spm.model").is_file():
        return Family.STARTER
    if (root / "source.spm").is_file() and (root / "target.spm").is_file():
        return Family.OPUS_MT
    _require(root, "sentencepiece*.model")
    vocabulary = next(root.glob("*_vocabulary.*")).read_text(encoding="utf-8", errors="replace")
    return Family.NLLB if "eng_Latn" in vocabulary else Family.M2M100


def _argos(root: Path, licence: str) -> Layout:
    try:
        metadata = json.loads((root / "metadata.json").read_text(encoding="utf-8"))
        pair = Direction(parse_language(metadata["from_code"]), parse_language(metadata["to_code"]))
    except (ValueError, KeyError, TypeError, AttributeError) as exc:
        raise ModelError(f"metadata.json of {root.name} does not name its languages") from exc
    ctranslate2_model(root / "model" / "model.bin")
    if not any((root / name).is_file() for name in ("sentencepiece.model", "bpe.model")):
        raise ModelError(f"{root.name} has no tokenizer (sentencepiece.model or bpe.model)")
    return Layout(ModelKind.TRANSLATOR, Family.ARGOS, root, pairs=(pair,), licence=licence)


def _piper(root: Path, voices: list[Path], licence: str) -> Layout:
    if len(voices) > 1:
        raise ModelError(f"{root.name} holds {len(voices)} voices", hint=f"Import one of them: {voices[0]}")
    config = voices[0].with_name(voices[0].name + ".json")
    try:
        settings = json.loads(config.read_text(encoding="utf-8"))
        language = parse_language(settings["espeak"]["voice"])
    except FileNotFoundError as exc:
        raise ModelError(f"{voices[0].name} needs {config.name} beside it") from exc
    except (ValueError, KeyError, TypeError, AttributeError) as exc:
        raise ModelError(f"{config.name} is not the description of a Piper voice") from exc
    return Layout(ModelKind.VOICE, Family.PIPER, root, languages=frozenset({language}), licence=licence)


def _starter_pairs(root: Path) -> tuple[Direction, ...]:
    try:
        starter = json.loads((root / "starter.json").read_text(encoding="utf-8"))
        return tuple(Direction(LanguageCode(starter["source"]), LanguageCode(to)) for to in starter["targets"])
    except (ValueError, KeyError, TypeError) as exc:
        raise ModelError(f"starter.json of {root.name} is not valid") from exc


def _require(root: Path, *patterns: str) -> None:
    if not any(any(root.glob(pattern)) for pattern in patterns):
        raise ModelError(f"{root.name} is incomplete: {' or '.join(patterns)} is missing")


def _vocabulary_size(root: Path) -> int:
    for path in root.glob("vocabulary.*"):
        text = path.read_text(encoding="utf-8", errors="replace")
        return len(json.loads(text)) if path.suffix == ".json" else len(text.split("\n")) - text.endswith("\n")
    return 0


def _licence(root: Path) -> str:
    for pattern in ("LICENSE*", "LICENCE*"):
        for path in root.glob(pattern):
            return licences.from_text(path.read_text(encoding="utf-8", errors="replace"))
    return licences.UNKNOWN


def root_files(root: Path) -> list[str]:
    """All regular files below `root`, relative, with ``/``."""
    return sorted(str(PurePosixPath(path.relative_to(root))) for path in root.rglob("*") if path.is_file())
