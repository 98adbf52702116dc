"""What a readable subtitle must satisfy, per language.

Sources: Netflix Timed Text Style Guide, general requirements (5/6 s to 7 s, two lines, two frames
between events, out-time up to half a second past the audio), its per-language guides for characters
per line and per second, and the BBC Subtitle Guidelines 1.2 (160-180 words a minute). The target
speed is the figure for subtitles, the maximum the one for captions that follow speech word by word
(SDH), which is what a transcript is.
"""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.subtitles.width import cells

FRAME_RATE = 24.0
"""Frames per second assumed where the video's is not known: the slowest common one, so the widest gap."""
GAP_FRAMES = 2


@dataclass(frozen=True, slots=True)
class Norms:
    """Limits for one language; times in seconds, widths and speeds in characters of that script."""

    max_chars: float = 42
    """Per line."""
    max_lines: int = 2
    target_cps: float = 17
    """Characters per second above which reading is uncomfortable."""
    max_cps: float = 20
    """Characters per second above which a cue is wrong."""
    min_duration: float = 5 / 6
    max_duration: float = 7.0
    min_gap: float = GAP_FRAMES / FRAME_RATE
    full_width: bool = False
    """Counted in full-width characters (Chinese, Japanese, Korean): a Latin letter is half a one."""

    def width(self, text: str) -> float:
        """Width of a text in characters; marks and invisible ones count nothing."""
        return cells(text, ambiguous_is_wide=True) / 2 if self.full_width else float(cells(text))


_CHINESE = Norms(max_chars=16, target_cps=9, max_cps=11, full_width=True)
_BY_LANGUAGE = {
    "ja": Norms(max_chars=13, target_cps=4, max_cps=7, full_width=True),
    "ko": Norms(max_chars=16, target_cps=12, max_cps=14, full_width=True),
    "ru": Norms(max_chars=39),
    "th": Norms(max_chars=35),
    "yue": _CHINESE,
    "zh": _CHINESE,
}
_DEFAULT = Norms()


def norms_for(language: LanguageCode, frame_rate: float | None = None) -> Norms:
    """The norms of a language; `frame_rate` (frames per second) sets the gap of two frames.

    Raises:
        ValueError: the frame rate is not positive.
    """
    base = _BY_LANGUAGE.get(language, _DEFAULT)
    if frame_rate is None:
        return base
    if frame_rate <= 0:
        raise ValueError(f"frame rate must be positive: {frame_rate}")
    return Norms(
        max_chars=base.max_chars,
        target_cps=base.target_cps,
        max_cps=base.max_cps,
        min_gap=GAP_FRAMES / frame_rate,
        full_width=base.full_width,
    )
