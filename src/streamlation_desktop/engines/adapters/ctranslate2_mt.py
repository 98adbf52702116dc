"""Translation with CTranslate2: one runner for every model family; see `ctranslate2_mt_models` for those."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import ctranslate2

from streamlation_desktop.core.errors import (
    EngineError,
    InferenceFailed,
    LanguageNotSupported,
    ModelDamaged,
    ModelNotInstalled,
)
from streamlation_desktop.core.language import separates_words
from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.adapters.ctranslate2_mt_pieces import PieceCodec, extension, split_long
from streamlation_desktop.engines.adapters.ctranslate2_mt_tags import TagScheme
from streamlation_desktop.engines.adapters.text_input import clean_text, is_translatable
from streamlation_desktop.engines.base import DeviceChoice, LanguagePair, TranslatedText
from streamlation_desktop.engines.extending import Extension
from streamlation_desktop.engines.presets import Preset

_BATCH_SENTENCES = {"cpu": 32, "cuda": 128}
_BEAM = {Preset.FAST: 1, Preset.BALANCED: 2, Preset.ACCURATE: 4}
_DRAFT_BEAM = 2
"""At most, where a translation grows while somebody speaks."""


@dataclass(frozen=True, slots=True)
class _Decoding:
    """Settings of one try."""

    extra_beams: int = 0
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0


_TRIES = (_Decoding(), _Decoding(2, 1.2, 3), _Decoding(4, 1.5, 2))
"""By `hypothesis`: the best guess first, then wider beams that are kept from repeating themselves."""


_ALTERNATIVES = 8
_LESS_LIKELY = 1.0
"""Log-probability by which another wording may fall behind the best; what is further off means something else."""


@dataclass(frozen=True, slots=True)
class ModelFormat:
    """All that differs between model families."""

    codec: PieceCodec
    tags: TagScheme
    source_end: tuple[str, ...]
    """``("</s>",)`` where the runtime does not add it by itself."""
    max_source_pieces: int = 200
    """Longer input is cut: quality falls and memory grows beyond what a model was trained on."""
    is_scored: bool = False
    """Ask for scores with the fast preset, too, where they cost a fifteenth of the time."""
    beam_size: int | None = None
    """What the model was measured with, for all presets but the fast one."""
    has_vocabulary_map: bool = False
    """Its ``vmap.txt`` holds the pieces of each target language: no others are computed."""


class CTranslate2Translator:
    """A translation model in CTranslate2 format; implements `Translator`."""

    def __init__(
        self, folder: Path, model_format: ModelFormat, origin: Origin, *, device: DeviceChoice, preset: Preset
    ) -> None:
        """Load the weights.

        Raises:
            ModelNotInstalled: no weights in `folder`.
            ModelDamaged: the weights cannot be read.
            EngineError: the device or compute type is not available.
        """
        self.origin = origin
        self._format = model_format
        self._beam_size = _BEAM[preset] if preset is Preset.FAST else model_format.beam_size or _BEAM[preset]
        self._batch_size = _BATCH_SENTENCES.get(device.device, 32)
        self._translator = _load(folder, device)

    def supports(self, pair: LanguagePair) -> bool:
        """See `Translator`."""
        return self._format.tags.supports(pair)

    def translate(self, texts: Sequence[str], pair: LanguagePair, *, hypothesis: int = 0) -> list[TranslatedText]:
        """See `Translator`. Text without letters is returned as it is; long text is translated in parts."""
        if not self.supports(pair):
            raise LanguageNotSupported(f"{self.origin.model} does not translate {pair.source} to {pair.target}")
        cleaned = [clean_text(text) for text in texts]
        wanted = [index for index, text in enumerate(cleaned) if is_translatable(text)]
        encoded = self._format.codec.encode([cleaned[index] for index in wanted])
        parts = [split_long(pieces, self._format.max_source_pieces) for pieces in encoded]
        translated = iter(self._run([part for group in parts for part in group], pair, hypothesis))
        results = [TranslatedText(text) for text in cleaned]
        glue = " " if separates_words(pair.target) else ""
        for index, group in zip(wanted, parts, strict=True):
            results[index] = _joined([next(translated) for _ in group], glue)
        return results

    def alternatives(self, text: str, pair: LanguagePair) -> list[str]:
        """See `Rewriter`. A text that has to be cut has none."""
        [pieces] = self._format.codec.encode([clean_text(text)])
        if len(pieces) > self._format.max_source_pieces:
            return []
        tags, end = self._format.tags, list(self._format.source_end)
        prefix = tags.target_prefix(pair)
        try:
            [output] = self._translator.translate_batch(
                [tags.source_start(pair) + pieces + end],
                target_prefix=[prefix] if prefix else None,
                max_decoding_length=2 * len(pieces) + 20,
                beam_size=_ALTERNATIVES,
                num_hypotheses=_ALTERNATIVES,
                length_penalty=0.0,  # scores are log-probabilities: what is shorter is not held back
                disable_unk=True,
                use_vmap=self._format.has_vocabulary_map,
                return_scores=True,
            )
        except (RuntimeError, ValueError) as exc:
            raise InferenceFailed(f"{self.origin.model} failed: {exc}") from exc
        likely = [
            pieces[len(prefix) :]
            for pieces, score in zip(output.hypotheses, output.scores, strict=True)
            if score >= output.scores[0] - _LESS_LIKELY
        ]
        return list(dict.fromkeys(each.strip() for each in self._format.codec.decode(likely)))

    def extend(self, texts: Sequence[str], prefix: Sequence[str], pair: LanguagePair) -> list[Extension]:
        """See `Extender`. Texts are short: they are not cut into parts."""
        tags, end = self._format.tags, list(self._format.source_end)
        start, given = tags.source_start(pair), tags.target_prefix(pair)
        sources = self._format.codec.encode([clean_text(text) for text in texts])
        try:
            outputs = self._translator.translate_batch(
                [start + pieces + end for pieces in sources],
                target_prefix=[[*given, *prefix]] * len(sources),
                max_decoding_length=2 * max(map(len, sources)) + 20 + len(prefix),
                beam_size=min(self._beam_size, _DRAFT_BEAM),
                disable_unk=True,  # no vocabulary map: with one, CTranslate2 4.8 takes a prefix for other pieces
                return_attention=True,
            )
        except (RuntimeError, ValueError) as exc:
            raise InferenceFailed(f"{self.origin.model} failed: {exc}") from exc
        return [
            extension(source, output.hypotheses[0][len(given) :], output.attention[0][len(given) :], len(start))
            for source, output in zip(sources, outputs, strict=True)
        ]

    def join(self, pieces: Sequence[str]) -> str:
        """See `Extender`."""
        return self._format.codec.decode([list(pieces)])[0]

    def close(self) -> None:
        """See `Translator`."""
        self._translator.unload_model()

    def _run(self, parts: list[list[str]], pair: LanguagePair, hypothesis: int) -> list[TranslatedText]:
        if not parts:
            return []
        tags, end = self._format.tags, list(self._format.source_end)
        start, prefix = tags.source_start(pair), tags.target_prefix(pair)
        settings = _TRIES[min(hypothesis, len(_TRIES) - 1)]
        beam_size = self._beam_size + settings.extra_beams
        try:
            outputs = self._translator.translate_batch(
                [start + pieces + end for pieces in parts],
                target_prefix=[prefix] * len(parts) if prefix else None,
                max_batch_size=self._batch_size,
                max_input_length=0,
                max_decoding_length=2 * max(map(len, parts)) + 20,
                beam_size=beam_size,
                repetition_penalty=settings.repetition_penalty,
                no_repeat_ngram_size=settings.no_repeat_ngram_size,
                disable_unk=True,
                use_vmap=self._format.has_vocabulary_map,
                return_scores=self._format.is_scored or beam_size > 1,
            )
        except (RuntimeError, ValueError) as exc:
            raise InferenceFailed(f"{self.origin.model} failed: {exc}") from exc
        decoded = self._format.codec.decode([output.hypotheses[0][len(prefix) :] for output in outputs])
        return [
            TranslatedText(text.strip(), output.scores[0] if output.scores else None)
            for text, output in zip(decoded, outputs, strict=True)
        ]


def _load(folder: Path, device: DeviceChoice) -> ctranslate2.Translator:
    if not (folder / "model.bin").is_file():
        raise ModelNotInstalled(f"no translation model in {folder}", hint="Install the model again.")
    try:
        return ctranslate2.Translator(
            str(folder),
            device=device.device,
            compute_type=device.compute_type,
            intra_threads=device.intra_threads,
            inter_threads=device.inter_threads,
            files=_model_files(folder),
        )
    except ValueError as exc:
        raise EngineError(f"CTranslate2 cannot use this device: {exc}") from exc
    except RuntimeError as exc:
        if device.device == "cuda":  # its memory is full, more often than a file is damaged
            raise InferenceFailed(f"{folder.name} cannot run on {device.device}: {exc}") from exc
        raise ModelDamaged(f"{folder.name} cannot be loaded: {exc}", hint="Install the model again.") from exc


def _model_files(folder: Path) -> dict[str, bytes] | None:
    """The model in memory where CTranslate2 may not open it: it takes paths in the system's code page."""
    if str(folder).isascii():
        return None
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def _joined(parts: list[TranslatedText], glue: str) -> TranslatedText:
    if len(parts) == 1:
        return parts[0]
    scores = [part.score for part in parts if part.score is not None]
    return TranslatedText(glue.join(part.text for part in parts), sum(scores) / len(scores) if scores else None)
