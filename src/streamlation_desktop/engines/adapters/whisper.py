"""Whisper models in CTranslate2's format, loaded through faster-whisper."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

# faster-whisper imports onnxruntime, which reports home unless this is set before
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

from ctranslate2 import StorageView
from faster_whisper import WhisperModel
from faster_whisper.feature_extractor import FeatureExtractor
from faster_whisper.tokenizer import Tokenizer

from streamlation_desktop.core.errors import (
    InferenceFailed,
    LanguageNotSupported,
    ModelDamaged,
    ModelNotInstalled,
)
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import AudioChunk, Origin, SpeechSegment, Transcript, Word
from streamlation_desktop.engines.adapters.whisper_decoder import RETRIES, Attempt, WhisperDecoder
from streamlation_desktop.engines.adapters.whisper_encoder import WhisperEncoder
from streamlation_desktop.engines.base import DeviceChoice, LanguageGuess, RecognitionOptions
from streamlation_desktop.engines.guards import (
    GuardLimits,
    Verdict,
    is_phantom,
    is_silent,
    judge,
    without_words_on_silence,
)

log = logging.getLogger(__name__)

_JAVANESE = LanguageCode("jv")
"""Whisper calls it ``jw``."""
_ALIASES = {LanguageCode("nb"): "no", LanguageCode("fil"): "tl"}
"""Languages that Whisper knows under a wider name."""
_REQUIRED = ("model.bin", "config.json", "tokenizer.json")
_BATCH = {"cpu": 4, "cuda": 16}


class WhisperRecognizer:
    """A Whisper model of any size.

    Decodes greedily, in batches; a result that fails a guard (`engines.guards`) is decoded again
    with a wider search, and left out when that does not help.

    Args:
        folder: the model; `model.bin`, `config.json`, `tokenizer.json`, `vocabulary.*` and, where the
            number of mel bands is not 80, `preprocessor_config.json`.
        model: its name, for `origin`; the folder's if empty.
        device: where and how it runs.
        limits: when a result is not believed.

    Raises:
        ModelNotInstalled: a file is missing.
        ModelDamaged: the files are no Whisper model.
        InferenceFailed: the device or the compute type refuses.
    """

    def __init__(
        self, folder: Path, model: str = "", device: DeviceChoice | None = None, limits: GuardLimits | None = None
    ) -> None:
        self._device = device or DeviceChoice()
        self._limits = limits or GuardLimits()
        self._origin = Origin("faster-whisper", model or folder.name)
        for name in _REQUIRED:
            if not (folder / name).is_file():
                raise ModelNotInstalled(f"{folder.name}: {name} is missing", hint="Install the model again.")
        self._model = _load(folder, self._device)
        self._languages = _languages(folder, self._model)
        self._encoder = WhisperEncoder(self._model, remembered=self.batch_size)

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return self._origin

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """Languages that it can hear."""
        return frozenset(self._languages)

    @property
    def batch_size(self) -> int:
        """Segments that one call of `transcribe` handles best."""
        return _BATCH[self._device.device]

    @property
    def segment_seconds(self) -> float:
        """Its window, which costs the same, full or not."""
        return 30.0

    def detect_language(self, segment: SpeechSegment, options: RecognitionOptions) -> LanguageGuess:
        """Which language is spoken, among those allowed; its probability is relative to them.

        Raises:
            InferenceFailed: the model could not process the audio.
            LanguageNotSupported: the model knows none of the allowed languages.
        """
        allowed = self.languages.intersection(options.allowed_languages or self.languages - _ALIASES.keys())
        if not allowed:
            raise LanguageNotSupported(f"{self.origin.model} knows none of {', '.join(options.allowed_languages)}")
        if not self._model.model.is_multilingual:
            return LanguageGuess(LanguageCode("en"), 1.0)
        with _translated_errors():
            [guesses] = self._model.model.detect_language(self._encoder.one(segment.audio))
        by_token = dict(guesses)
        scores = {code: by_token.get(f"<|{self._languages[code]}|>", 0.0) for code in allowed}
        best = max(sorted(scores), key=lambda code: scores[code])
        total = sum(scores.values())
        return LanguageGuess(best, scores[best] / total if total else 0.0)

    def transcribe(
        self, segments: Sequence[SpeechSegment], language: LanguageCode, options: RecognitionOptions
    ) -> list[Transcript]:
        """Transcribe segments of at most 30 s each; one result per segment, in order.

        Raises:
            InferenceFailed: the model could not process the audio.
            LanguageNotSupported: the model does not know the language.
        """
        prompt = ", ".join(options.vocabulary)
        decoder = self._decoder(language, prompt)
        audios = [s.audio for s in segments if not is_silent(s.audio.samples, self._limits)]
        with _translated_errors():
            heard = iter(self._hear(audios, decoder, Attempt(options.beam_size))) if audios else iter(())
        words = [() if is_silent(s.audio.samples, self._limits) else next(heard) for s in segments]
        return [self._transcript(s, w, language, prompt) for s, w in zip(segments, words, strict=True)]

    def close(self) -> None:
        """Release the model and its memory."""
        self._model.model.unload_model()

    @property
    def model(self) -> WhisperModel:
        """What faster-whisper loaded."""
        return self._model

    def tokenizer(self, language: LanguageCode) -> Tokenizer:
        """The model's tokenizer, set to a language.

        Raises:
            LanguageNotSupported: the model does not know the language.
        """
        code = self._languages.get(language)
        if code is None:
            raise LanguageNotSupported(f"{self.origin.model} does not know {language!r}")
        multilingual = self._model.model.is_multilingual
        return Tokenizer(self._model.hf_tokenizer, multilingual, task="transcribe", language=code)

    def _decoder(self, language: LanguageCode, prompt: str) -> WhisperDecoder:
        return WhisperDecoder(self._model, self.tokenizer(language), prompt)

    def _hear(self, audios: Sequence[AudioChunk], decoder: WhisperDecoder, first: Attempt) -> list[tuple[Word, ...]]:
        """Words of each segment; none where no attempt is believed."""
        encoded = self._encoder.batch(audios)
        results = decoder.generate(encoded, audios, first)
        verdicts = [judge(r.hypothesis, self._limits) for r in results]
        accepted = [r if v is Verdict.ACCEPT else None for r, v in zip(results, verdicts, strict=True)]
        words = decoder.align(encoded, audios, accepted)
        for index, verdict in enumerate(verdicts):
            if verdict is Verdict.RETRY:
                row = self._encoder.row(encoded, index, audios[index])
                words[index] = self._retry(row, audios[index], decoder)
        return words

    def _retry(self, encoded: StorageView, audio: AudioChunk, decoder: WhisperDecoder) -> tuple[Word, ...]:
        for attempt in RETRIES:
            [result] = decoder.generate(encoded, [audio], attempt)
            verdict = judge(result.hypothesis, self._limits)
            if verdict is not Verdict.RETRY:
                return decoder.align(encoded, [audio], [result if verdict is Verdict.ACCEPT else None])[0]
        log.debug("no attempt at %s was believed", audio.span)
        return ()

    def _transcript(
        self, segment: SpeechSegment, words: tuple[Word, ...], language: LanguageCode, prompt: str
    ) -> Transcript:
        audio = segment.audio
        words = without_words_on_silence(words, audio.samples, audio.span.start, self._limits)
        text = "".join(word.text for word in words).strip()
        confidence = sum(word.probability for word in words) / len(words) if words else 0.0
        if is_phantom(text, confidence, self._limits, prompt):
            text, words, confidence = "", (), 0.0
        return Transcript(segment.id, audio.span, language, text, words, self.origin, confidence)


def _load(folder: Path, device: DeviceChoice) -> WhisperModel:
    try:
        model = WhisperModel(
            str(folder),
            device=device.device,
            compute_type=device.compute_type,
            cpu_threads=device.intra_threads,
            num_workers=device.inter_threads,
            local_files_only=True,
        )
    except (RuntimeError, ValueError) as exc:
        if device.device == "cuda" or "compute type" in str(exc):
            raise InferenceFailed(f"{folder.name} cannot run on {device.device}: {exc}") from exc
        raise ModelDamaged(f"{folder.name} is no Whisper model: {exc}", hint="Install the model again.") from exc
    except Exception as exc:  # tokenizers raises nothing more special
        raise ModelDamaged(f"{folder.name}: {exc}", hint="Install the model again.") from exc
    if model.feature_extractor.mel_filters.shape[0] != model.model.n_mels:  # converted without that setting
        model.feature_extractor = FeatureExtractor(feature_size=model.model.n_mels)
    return model


def _languages(folder: Path, model: WhisperModel) -> dict[LanguageCode, str]:
    """What the model hears: our code and Whisper's for each language."""
    if not model.model.is_multilingual:
        return {LanguageCode("en"): "en"}
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    tokens = (model.hf_tokenizer.id_to_token(number) for number in config["lang_ids"])
    codes = {token.strip("<|>") for token in tokens if token}
    languages = {_JAVANESE if code == "jw" else LanguageCode(code): code for code in codes}
    return languages | {ours: theirs for ours, theirs in _ALIASES.items() if theirs in codes}


@contextmanager
def _translated_errors() -> Iterator[None]:
    try:
        yield
    except (RuntimeError, ValueError) as exc:
        raise InferenceFailed(f"recognition failed: {exc}", hint="Try a smaller model or the CPU.") from exc
