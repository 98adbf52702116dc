"""Training windows: audio as a live or file recogniser cuts it, and everything Whisper should say about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import numpy as np
import numpy.typing as npt

from models.recipes.fixture_whisper import noise, tokens
from models.recipes.fixture_whisper.mel import HOP, log_mel
from models.recipes.fixture_whisper.speech import Utterance, varied
from models.recipes.synthetic_speech.spoken import SAMPLE_RATE, Samples, Word

FULL = 30 * SAMPLE_RATE
STAMPED, NO_SPEECH = 0.4, 0.08
"""Shares of windows with time stamps, and without speech."""
HEARD = 0.7
"""Share of a word that must be inside the window for it to be written."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What kind of window to make."""

    count: int
    """Samples."""
    heard: int
    """Samples before the padding."""
    sentences: int
    """At most so many."""
    plain: bool = False
    """Only whole sentences: the first lessons."""


@dataclass(slots=True)
class Window:
    mel: npt.NDArray[np.float32] = field(repr=False)
    """(80, count // 160)."""
    sequence: list[int] = field(default_factory=list)
    """Token ids from the prompt to end of text."""
    spans: list[tuple[float, float] | None] = field(default_factory=list)
    """When each token of ``sequence`` sounds, in seconds; None for those that do not sound."""
    silent: list[bool] = field(default_factory=list)
    """Tokens that are given, not predicted."""
    speech: bool = True
    broken: list[Word] = field(default_factory=list)
    """Words that the window's edge cuts; nobody should be asked what they are."""

    def add(self, token: int, span: tuple[float, float] | None = None, given: bool = False) -> None:
        self.sequence.append(token)
        self.spans.append(span)
        self.silent.append(given)


@dataclass(frozen=True, slots=True)
class Placed:
    """The words of one sentence that can be heard, in window time."""

    words: list[Word]
    cut: bool
    """The sentence goes on after the window."""


def lay_out(rng: Random, plan: Plan, pool: list[Utterance]) -> tuple[Samples, list[Placed], list[Word]]:
    """Place sentences with pauses; some windows start or end inside one."""
    sound = np.zeros(plan.heard, np.float32)
    placed: list[Placed] = []
    broken: list[Word] = []
    position = int(rng.choice((0.0, 0.05, rng.uniform(0, 1.0))) * SAMPLE_RATE)
    for number in range(plan.sentences):
        samples, own = varied(rng, rng.choice(pool))
        length = len(samples)
        if plan.plain and position + length > plan.heard:
            break
        if number == 0 and not plan.plain and rng.random() < 0.2:
            position = -rng.randint(0, int(0.6 * length))
        first, last = max(0, position), min(plan.heard, position + length)
        if first >= last:
            break
        sound[first:last] += samples[first - position : last - position]
        words = [word.shifted(position / SAMPLE_RATE) for word in own]
        heard = [_heard(word, plan.heard / SAMPLE_RATE) for word in words]
        inside = [word for word, share in zip(words, heard, strict=True) if share >= HEARD]
        broken += [word for word, share in zip(words, heard, strict=True) if 0 < share < HEARD]
        if inside:
            placed.append(Placed(inside, cut=inside[-1] is not words[-1]))
        position += length + int(rng.choice((rng.uniform(0.12, 0.6), rng.uniform(0.3, 2.0))) * SAMPLE_RATE)
    return sound, placed, broken


def _heard(word: Word, duration: float) -> float:
    return (min(word.end, duration) - max(word.start, 0.0)) / max(word.end - word.start, 1e-3)


def spoken_tokens(sentence: Placed, until: float) -> list[tuple[int, tuple[float, float]]]:
    """The tokens of a sentence with their time: letters share the word, marks own the pause after it."""
    made: list[tuple[int, tuple[float, float]]] = []
    for number, word in enumerate(sentence.words):
        following = sentence.words[number + 1].start if number + 1 < len(sentence.words) else until
        ids = tokens.encode(" " + word.text)
        closing = word.text[-1] in ".,?"
        letters = ids[:-1] if closing else ids
        edges = np.linspace(word.start, word.end, len(letters) + 1)
        made += [(t, (a, b)) for t, a, b in zip(letters, edges[:-1], edges[1:], strict=True)]
        if closing:
            made.append((ids[-1], (word.end if following - word.end > 0.06 else word.end - 0.06, following)))
    return made


def make(rng: Random, plan: Plan, pools: dict[str, list[Utterance]]) -> Window:
    """Make one window."""
    language = rng.choice(sorted(pools))
    stamped = rng.random() < STAMPED
    if rng.random() < NO_SPEECH:
        window = Window(_features(rng, noise.quiet(rng, plan.heard), plan.count))
        _say_nothing(window, language, stamped, rng)
        return window
    sound, placed, broken = lay_out(rng, plan, pools[language])
    sound = sound + noise.background(rng, plan.heard)
    if plan.heard < plan.count and placed and not placed[-1].cut and rng.random() < 0.5:
        sound = sound[: int((placed[-1].words[-1].end + rng.uniform(0.05, 0.6)) * SAMPLE_RATE)]
    window = Window(_features(rng, sound, plan.count), broken=broken)
    if not placed:
        _say_nothing(window, language, stamped, rng)
        return window
    _prompt(window, rng, pools[language])
    _transcribe(window, language, stamped, placed, len(sound) / SAMPLE_RATE)
    return window


def _features(rng: Random, sound: Samples, count: int) -> npt.NDArray[np.float32]:
    """Log-mel of the sound, then padding to ``count`` samples: zeros as faster-whisper adds, or those of no sound."""
    louder = rng.uniform(0, 0.8) if rng.random() < 0.3 else 0.0
    if len(sound) < count and rng.random() < 0.5:
        return log_mel(np.pad(sound, (0, count - len(sound))), louder)
    mel = np.zeros((80, count // HOP), np.float32)
    heard = len(sound) // HOP
    mel[:, :heard] = log_mel(np.ascontiguousarray(sound[: heard * HOP]), louder)
    return mel


def _prompt(window: Window, rng: Random, pool: list[Utterance]) -> None:
    """Sometimes the text before, or text of unknown words."""
    if rng.random() >= 0.15:
        return
    window.add(tokens.SOT_PREV, given=True)
    text = " ".join(rng.choice(pool).text for _ in range(rng.randint(1, 3)))
    known = list(tokens.encode(" " + text))
    odd = [rng.randrange(256) for _ in range(rng.randint(3, 30))]
    for token in known if rng.random() < 0.7 else odd:
        window.add(token, given=True)


def _transcribe(window: Window, language: str, stamped: bool, placed: list[Placed], end: float) -> None:
    window.add(tokens.SOT, given=True)
    window.add(tokens.LANGUAGE_IDS[language])
    window.add(tokens.TRANSCRIBE, given=True)
    if not stamped:
        window.add(tokens.NO_TIMESTAMPS, given=True)
    for number, sentence in enumerate(placed):
        start = max(0.0, sentence.words[0].start)
        if stamped:
            window.add(_stamp(min(start, 1.0) if number == 0 else start))
            if sentence.cut and number and end * SAMPLE_RATE >= FULL:
                break  # as Whisper was taught: a sentence that does not end in the full window is left to the next
        last = number + 1 == len(placed)
        until = min(end, sentence.words[-1].end + 0.4) if last else placed[number + 1].words[0].start
        for token, span in spoken_tokens(sentence, until):
            window.add(token, span)
        if stamped:
            window.add(_stamp(min(end, sentence.words[-1].end)))
    tail = placed[-1].words[-1].end + 0.4
    window.add(tokens.EOT, (tail, end) if end > tail + 0.1 else None)


def _stamp(seconds: float) -> int:
    return tokens.TIME + min(1500, round(seconds / 0.02))


def _say_nothing(window: Window, language: str, stamped: bool, rng: Random) -> None:
    """Not speech: ``<|nospeech|>`` in the place of the language, then no text."""
    window.speech = False
    window.add(tokens.SOT, given=True)
    window.add(tokens.LANGUAGE_IDS[language])
    window.add(tokens.TRANSCRIBE, given=True)
    if not stamped:
        window.add(tokens.NO_TIMESTAMPS, given=True)
    if stamped or rng.random() < 0.15:  # the stamp is what is left where end of text may not come first
        window.add(tokens.TIME)
    window.add(tokens.EOT)
