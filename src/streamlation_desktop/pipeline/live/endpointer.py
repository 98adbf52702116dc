"""Finds utterances in a live stream: what is not speech never reaches the recognizer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples
from streamlation_desktop.engines.base import VoiceActivityDetector


@dataclass(frozen=True, slots=True)
class EndpointSettings:
    """When an utterance begins and ends; seconds."""

    onset: float = 0.5
    """Probability of speech from which it may begin."""
    release: float = 0.35
    """Probability below which it may end."""
    min_speech: float = 0.1
    """Shorter noises begin nothing."""
    hangover: float = 0.5
    """Silence that ends an utterance."""
    short_hangover: float = 0.16
    """The same, once the utterance is too long."""
    pre_roll: float = 0.4
    """Sound before the first frame of speech that belongs to it: soft consonants."""
    longest: float | None = None
    """From where on an utterance is too long; it is cut at half as much again."""


@dataclass(frozen=True, slots=True)
class SpeechPart:
    """Sound of one utterance."""

    audio: AudioChunk
    begins: bool
    """It is the utterance's first part."""
    ends: bool
    """It is the utterance's last part."""
    quiet: float = 0.0
    """Seconds of silence at the end, which may have begun in an earlier part."""
    lead: float = 0.0
    """Seconds at its start that come before the speech."""

    @property
    def is_silent(self) -> bool:
        """True when nobody speaks in it."""
        return self.quiet >= self.audio.span.duration


class Endpointer:
    """Eats the chunks of a stream, with holes where sound was lost, and gives out its utterances in parts."""

    def __init__(self, detector: VoiceActivityDetector, settings: EndpointSettings | None = None) -> None:
        self._detector = detector
        self._settings = settings or EndpointSettings()
        self._frame = detector.frame_samples
        self._pending: Samples = np.zeros(0, np.float32)
        self._before: list[Samples] = []
        self._speaking = self._begun = False
        self._lead = 0.0
        self._run = 0
        """Frames in a row that hint at a change: of speech outside of an utterance, of silence within."""
        self._restart(0)

    @property
    def is_speaking(self) -> bool:
        """True within an utterance."""
        return self._speaking

    @property
    def position(self) -> int:
        """The sample up to which the stream was judged."""
        return self._judged

    @property
    def quiet_seconds(self) -> float:
        """How long nobody has spoken."""
        return 0.0 if self._speaking else (self._judged - self._quiet_from) / SAMPLE_RATE

    def push(self, chunk: AudioChunk) -> Iterator[SpeechPart]:
        """Judge one chunk; the parts of utterances that it completes."""
        if chunk.first_sample != self._end:
            yield from self.finish()
            self._restart(chunk.first_sample)
        self._pending = np.concatenate((self._pending, chunk.samples))
        self._end += len(chunk.samples)
        whole = len(self._pending) // self._frame * self._frame
        frames, self._pending = self._pending[:whole], self._pending[whole:]
        held: list[Samples] = []
        for index, probability in enumerate(self._detector.probabilities(frames)):
            held.append(frames[index * self._frame : (index + 1) * self._frame])
            self._judged += self._frame
            if not self._speaking:
                held = self._wait(held, float(probability))
            elif self._is_over(float(probability)):
                yield self._part(held, ends=True)
                held = []
        if held:
            yield self._part(held, ends=False)

    def finish(self) -> Iterator[SpeechPart]:
        """The stream ends or breaks off: so does the utterance."""
        if self._speaking:
            rest, self._pending = self._pending, self._pending[:0]
            self._judged += len(rest)
            yield self._part([rest], ends=True)

    def _restart(self, first_sample: int) -> None:
        self._detector.reset()
        self._end = self._judged = self._quiet_from = self._speech_from = first_sample
        self._pending, self._before = self._pending[:0], []
        self._speaking = self._begun = False
        self._run = 0

    def _wait(self, held: list[Samples], probability: float) -> list[Samples]:
        """Outside of speech: remember the pre-roll; the frames that begin an utterance, else none."""
        self._before += held
        self._run = self._run + 1 if probability >= self._settings.onset else 0
        keep = self._frames(self._settings.pre_roll) + self._run
        del self._before[: max(0, len(self._before) - keep)]
        if self._run < self._frames(self._settings.min_speech):
            return []
        self._speaking, self._begun, self._run = True, True, 0
        begun, self._before = self._before, []
        self._lead = (len(begun) - self._frames(self._settings.min_speech)) * self._frame / SAMPLE_RATE
        self._speech_from = self._judged - sum(map(len, begun))
        return begun

    def _is_over(self, probability: float) -> bool:
        self._run = self._run + 1 if probability < self._settings.release else 0
        settings, hangover = self._settings, self._settings.hangover
        if settings.longest is not None:
            length = (self._judged - self._speech_from) / SAMPLE_RATE
            if length >= 1.5 * settings.longest:
                return True
            hangover = hangover if length < settings.longest else settings.short_hangover
        return self._run >= self._frames(hangover)

    def _part(self, held: list[Samples], *, ends: bool) -> SpeechPart:
        samples = np.concatenate(held)
        begins, self._begun = self._begun, False
        quiet = self._run * self._frame / SAMPLE_RATE
        lead, self._lead = self._lead if begins else 0.0, 0.0
        if ends:
            self._speaking, self._quiet_from, self._run = False, self._judged, 0
        return SpeechPart(AudioChunk(samples, self._judged - len(samples)), begins, ends, quiet, lead)

    def _frames(self, seconds: float) -> int:
        return max(1, round(seconds * SAMPLE_RATE / self._frame))
