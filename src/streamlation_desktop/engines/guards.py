"""Tells recognized speech from what a model makes up: pure checks on text, scores and samples.

Compression ratio, mean log-probability and no-speech probability are those of Radford et al. 2022,
"Robust Speech Recognition via Large-Scale Weak Supervision", section 4.5.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass
from enum import Enum

import numpy as np

from streamlation_desktop.core.types import SAMPLE_RATE, Samples, Word

_FRAME = SAMPLE_RATE // 10


@dataclass(frozen=True, slots=True)
class GuardLimits:
    """From where on a result is not believed."""

    compression_ratio: float = 2.4
    avg_logprob: float = -1.0
    """Mean natural log-probability per token."""
    no_speech_prob: float = 0.6
    tokens_per_second: float = 25.0
    """Byte-level tokens of the densest scripts stay below."""
    phantom_confidence: float = 0.6
    """Mean word probability below which a known phantom phrase is dropped."""
    silence: float = 0.001
    """RMS of 100 ms, full scale 1.0, below which nothing can be heard: -60 dBFS."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What one decoding attempt gave."""

    text: str
    token_count: int
    seconds: float
    """Length of the audio."""
    avg_logprob: float
    no_speech_prob: float


class Verdict(Enum):
    """What to do with a hypothesis."""

    ACCEPT = "accept"
    RETRY = "retry"
    SILENCE = "silence"
    """Nothing is said; another attempt would only make something up."""


def judge(hypothesis: Hypothesis, limits: GuardLimits) -> Verdict:
    """Whether a decoding attempt can be believed."""
    is_unlikely = hypothesis.avg_logprob < limits.avg_logprob
    if not hypothesis.text.strip() or (is_unlikely and hypothesis.no_speech_prob > limits.no_speech_prob):
        return Verdict.SILENCE
    is_too_fast = hypothesis.token_count > limits.tokens_per_second * max(hypothesis.seconds, 1.0)
    is_repetitive = compression_ratio(hypothesis.text) > limits.compression_ratio or has_loop(hypothesis.text)
    return Verdict.RETRY if is_unlikely or is_too_fast or is_repetitive else Verdict.ACCEPT


def compression_ratio(text: str) -> float:
    """UTF-8 length over its zlib-compressed length: high for repetitive text."""
    encoded = text.encode()
    return len(encoded) / len(zlib.compress(encoded))


def has_loop(text: str, *, times: int = 6, longest: int = 12) -> bool:
    """True when a run of words (characters, where no spaces are written) comes `times` times in a row."""
    words = normalized(text).split()
    units = words if len(words) > 1 else list("".join(words))
    return any(_repeats(units, size) >= times for size in range(1, min(longest, len(units) // times) + 1))


def _repeats(units: list[str], size: int) -> int:
    """How often the most repeated run of `size` units follows on itself."""
    best = run = 0
    for same in map(str.__eq__, units, units[size:]):
        run = run + 1 if same else 0
        best = max(best, run)
    return best // size + 1


def normalized(text: str) -> str:
    """Lower case, without punctuation, single spaces."""
    letters = "".join(" " if unicodedata.category(c)[0] in "PSZC" else c for c in unicodedata.normalize("NFKC", text))
    return re.sub(r"\s+", " ", letters).strip().lower()


PHANTOMS = frozenset(
    normalized(phrase)
    for phrase in (
        "Thank you.",
        "Thanks for watching!",
        "Thank you for watching.",
        "Thank you so much for watching.",
        "Please subscribe to my channel.",
        "Please like and subscribe.",
        "Subtitles by the Amara.org community",
        "Transcription by CastingWords",
        "¡Gracias por ver el vídeo!",
        "Gracias por ver el video.",
        "¡Suscríbete al canal!",
        "Subtítulos realizados por la comunidad de Amara.org",
        "Subtítulos por la comunidad de Amara.org",
        "Merci d'avoir regardé cette vidéo !",
        "Sous-titres réalisés par la communauté d'Amara.org",
        "Sous-titrage Société Radio-Canada",
        "Untertitel der Amara.org-Community",
        "Untertitel im Auftrag des ZDF für funk, 2017",
        "Vielen Dank fürs Zuschauen!",
        "Sottotitoli creati dalla comunità Amara.org",
        "Legendas pela comunidade Amara.org",
        "Obrigado por assistir!",
        "Субтитры сделал DimaTorzok",
        "Продолжение следует...",
        "ご視聴ありがとうございました",
        "시청해주셔서 감사합니다.",
        "请不吝点赞 订阅 转发 打赏支持明镜与点点栏目",
        "字幕由Amara.org社区提供",
        "شكرا للمشاهدة",
    )
)
"""What Whisper writes on music and noise, learnt from the captions it was trained on (normalized)."""


def is_phantom(text: str, confidence: float, limits: GuardLimits, prompt: str = "") -> bool:
    """True for a whole text that is a known phantom, or the prompt handed back, and not sure either."""
    plain = normalized(text)
    return confidence < limits.phantom_confidence and (
        plain in PHANTOMS or (bool(prompt) and plain == normalized(prompt))
    )


def is_silent(samples: Samples, limits: GuardLimits) -> bool:
    """True when no 100 ms of the samples are loud enough to be heard."""
    frames = np.pad(samples, (0, -len(samples) % _FRAME)).reshape(-1, _FRAME)
    return bool(np.sqrt(np.mean(np.square(frames), axis=1)).max(initial=0.0) < limits.silence)


def without_words_on_silence(
    words: tuple[Word, ...], samples: Samples, start: float, limits: GuardLimits
) -> tuple[Word, ...]:
    """Drop words of low probability that lie where nothing can be heard.

    Args:
        words: in media time.
        samples: the audio that they were recognized in, at 16 000 Hz.
        start: media time of ``samples[0]``.
        limits: what counts as silence and as low.
    """

    def is_heard(word: Word) -> bool:
        first = max(round((word.span.start - start) * SAMPLE_RATE), 0)
        last = max(round((word.span.end - start) * SAMPLE_RATE), first + _FRAME)
        return not is_silent(samples[first:last], limits)

    return tuple(word for word in words if word.probability >= limits.phantom_confidence or is_heard(word))
