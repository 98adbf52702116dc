"""Time expressions of TTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_PARAMETER = "{http://www.w3.org/ns/ttml#parameter}"
_OFFSET = re.compile(r"(\d{1,12}(?:\.\d{1,9})?)(h|m|s|ms|f|t)?$", re.ASCII)
_CLOCK = re.compile(r"(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2}(?:\.\d{1,9})?)(?::(\d{1,4}(?:\.\d{1,4})?))?$", re.ASCII)
_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}


@dataclass(frozen=True, slots=True)
class TimeBase:
    """How a document counts frames and ticks."""

    frame_rate: float = 30.0
    tick_rate: float = 1.0

    def seconds(self, expression: str | None) -> float | None:
        """Seconds of a clock time or an offset; None where there is none or it cannot be read."""
        text = (expression or "").strip()
        match = _OFFSET.match(text)
        if match:
            count, metric = float(match.group(1)), match.group(2) or "s"
            if metric in _SECONDS:
                return count * _SECONDS[metric]
            return count / (self.frame_rate if metric == "f" else self.tick_rate)
        match = _CLOCK.match(text)
        if match is None:
            return None
        hours, minutes, seconds, frames = match.groups()
        return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds) + float(frames or 0) / self.frame_rate


def time_base(attributes: Mapping[str, str]) -> TimeBase:
    """The parameters on the root element (TTML2, section 7.2): 30 frames and one tick a second where absent."""
    stated = _positive(attributes.get(f"{_PARAMETER}frameRate"))
    rate = stated or 30.0
    top, _, bottom = attributes.get(f"{_PARAMETER}frameRateMultiplier", "").partition(" ")
    multiplier = (_positive(top) or 1.0) / (_positive(bottom) or 1.0)
    ticks = _positive(attributes.get(f"{_PARAMETER}tickRate")) or stated or 1.0
    return TimeBase(rate * multiplier, ticks)


def _positive(text: str | None) -> float | None:
    return float(text) if text and re.fullmatch(r"[1-9]\d{0,9}", text.strip(), re.ASCII) else None
