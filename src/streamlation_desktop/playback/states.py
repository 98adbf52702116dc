"""What the player tells: its state, what happens to it, and how well it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from streamlation_desktop.core.source import SourceInfo


class PlayerState(Enum):
    """What a user sees the player do."""

    CLOSED = "closed"
    OPENING = "opening"
    PLAYING = "playing"
    PAUSED = "paused"
    BUFFERING = "buffering"
    """Wants to play, but has nothing to play yet."""
    ENDED = "ended"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PlayerEvent:
    """Base of what the player's callback gets, on the player's threads."""


@dataclass(frozen=True, slots=True)
class Opened(PlayerEvent):
    """The source is open."""

    info: SourceInfo


@dataclass(frozen=True, slots=True)
class StateChanged(PlayerEvent):
    """The player entered a state."""

    state: PlayerState


@dataclass(frozen=True, slots=True)
class Seeked(PlayerEvent):
    """The picture (or sound) of the seek's target is there."""

    position: float


@dataclass(frozen=True, slots=True)
class Problem(PlayerEvent):
    """Something failed; when not `fatal`, it plays on."""

    code: str
    message: str
    hint: str = ""
    fatal: bool = False


@dataclass(frozen=True, slots=True)
class SoundChanged(PlayerEvent):
    """The sound device came or went; without one, time goes on in silence."""

    has_device: bool


OnEvent = Callable[[PlayerEvent], None]


@dataclass(frozen=True, slots=True)
class PlayerStats:
    """Counts since the source was opened."""

    shown: int
    dropped: int
    """Pictures left out because they came too late."""
    late: int
    """Pictures shown more than one frame's duration after their time."""
    decode_errors: int
    av_error: float
    """Seconds that the latest picture was shown after (+) or before (-) its sound."""
    sound_gaps: int
    """Times the sound device found nothing to play."""
    buffered: float
    """Seconds of media read ahead."""
