"""eSpeak NG from its wheel: over 100 languages, no download, and the sound of a machine."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from streamlation_desktop.core.errors import LanguageNotSupported
from streamlation_desktop.core.language import LanguageCode, language_name, voiced_languages
from streamlation_desktop.core.types import Origin, TimeSpan, Word
from streamlation_desktop.engines.adapters.espeak_library import Rendered, has_dictionary
from streamlation_desktop.engines.adapters.espeak_worker import EspeakWorker, Order
from streamlation_desktop.engines.speech_base import Speech, Utterance, VoiceInfo

_WORDS_PER_MINUTE = 175
_SLOWEST, _FASTEST = 80, 450
_PITCH = 50
_FIRST = {"en": "en-us", "fr": "fr-fr", "pt": "pt-br", "vi": "vi"}
"""Which of several accents speaks when none is named."""
VARIANTS = ("m3", "f2", "m7", "f4", "m1", "f5", "m8", "f1")
"""Throats of the wheel that tell speakers apart, by turns low and high."""


class EspeakSynthesizer:
    """Implements `Synthesizer`. Voices are its language tags (``es-419``), with a variant or without (``es+f2``)."""

    def __init__(self) -> None:
        self._worker = EspeakWorker()
        self._tags = dict(self._known())
        self._files = {tag: file for tag, _, file in self._worker.voices}

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return Origin("espeak-ng", "espeak-ng", "starter")

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """All that the wheel has rules for."""
        return frozenset(self._tags)

    @property
    def is_repeatable(self) -> bool:
        """True: it is made of rules."""
        return True

    def voices(self, language: LanguageCode) -> tuple[VoiceInfo, ...]:
        """See `Synthesizer`: each accent, then the variants of the first."""
        tags = self._tags.get(language, [])
        accents = [VoiceInfo(tag, name, language) for tag, name in tags]
        variants = [VoiceInfo(f"{tag}+{v}", f"{name}, {v}", language) for tag, name in tags[:1] for v in VARIANTS]
        return (*accents, *variants)

    def synthesize(self, utterance: Utterance) -> Speech:
        """See `Synthesizer`."""
        rendered = self._worker.speak(self._order(utterance))
        samples = np.frombuffer(rendered.pcm, "<i2").astype(np.float32) / 32768.0
        return Speech(samples, rendered.sample_rate, tuple(_words(utterance.text, rendered, len(samples))))

    def foresee(self, utterance: Utterance) -> None:
        """See `Foreseeing`."""
        self._worker.foresee(self._order(utterance))

    def close(self) -> None:
        """End the process."""
        self._worker.close()

    def _order(self, utterance: Utterance) -> Order:
        tags = self._tags.get(utterance.language)
        if not tags:
            raise LanguageNotSupported(f"eSpeak NG does not speak {language_name(utterance.language)}")
        speed = min(max(round(_WORDS_PER_MINUTE / utterance.length_scale), _SLOWEST), _FASTEST)
        return Order(utterance.text, self._file(utterance.voice or tags[0][0]), speed, _PITCH)

    def _file(self, voice: str) -> str:
        """What the library takes for a voice: ``roa/fr+f2`` for ``fr-fr+f2``."""
        tag, plus, variant = voice.partition("+")
        return f"{self._files.get(tag, tag)}{plus}{variant}"

    def _known(self) -> Iterator[tuple[LanguageCode, list[tuple[str, str]]]]:
        by_language: dict[LanguageCode, list[tuple[str, str]]] = {}
        for tag, name, file in self._worker.voices:
            for language in voiced_languages(tag) if has_dictionary(file, tag) else ():
                by_language.setdefault(language, []).append((tag, name))
        for language, voices in by_language.items():
            yield language, sorted(voices, key=lambda voice: _rank(voice[0], language))


def _rank(tag: str, language: LanguageCode) -> tuple[bool, int, str]:
    return tag != _FIRST.get(language, language), len(tag), tag


def _words(text: str, rendered: Rendered, count: int) -> Iterator[Word]:
    """Words as the library joined them: ``in the`` may be one."""
    starts = rendered.word_starts
    for index, (position, _, first) in enumerate(starts):
        follower = starts[index + 1] if index + 1 < len(starts) else (len(text), 0, count)
        start, end = first / rendered.sample_rate, follower[2] / rendered.sample_rate
        said = text[position : follower[0]].rstrip()
        if said and end >= start:
            yield Word(f" {said}" if index else said, TimeSpan(start, end))
