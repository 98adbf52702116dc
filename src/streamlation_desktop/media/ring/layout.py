"""What lies where in the folder of a ring, and how a packet is written.

A ring is a folder of numbered segments. A segment begins with one line of JSON, its header, and
then holds packets until the next segment appears: a reader needs nothing else, and what a crash
leaves is complete up to its last whole packet. The parameters of the streams are kept once per
connection, as a small NUT file that FFmpeg opens.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path

PACKET = struct.Struct("<IBBqqq")
"""Size of the data, stream, flags, then presentation time, decoding time and duration in units of the stream."""

STATE = struct.Struct("<d?")
"""Media time of the newest packet; whether the writer has ended well."""

KEY_FRAME = 1
MAX_PACKET = 64 << 20  # bytes; more is a damaged file


@dataclass(frozen=True, slots=True)
class RingStream:
    """One stream of a ring."""

    kind: str
    """``"video"`` or ``"audio"``."""
    time_base: Fraction
    """Seconds per unit of its time stamps."""
    frame_rate: float | None = None
    """Pictures per second where known."""


@dataclass(frozen=True, slots=True)
class SegmentHeader:
    """What is known of a segment before its packets."""

    epoch: int
    """Ordinal of the connection that its packets came over; a new one means new decoders."""
    start: float
    """Media time of its first packet, in seconds."""
    keyed: bool
    """True when decoding can start here."""
    streams: tuple[RingStream, ...]
    wall: float | None
    """Seconds since 1970 at media time 0, as far as is known for this connection."""

    def to_line(self) -> bytes:
        """Its form on disk."""
        streams = [[s.kind, s.time_base.numerator, s.time_base.denominator, s.frame_rate] for s in self.streams]
        return json.dumps({**asdict(self), "streams": streams}).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> SegmentHeader:
        """Read the form on disk; raises ValueError, KeyError or TypeError when it is none."""
        entry = json.loads(line)
        streams = tuple(RingStream(kind, Fraction(top, bottom), rate) for kind, top, bottom, rate in entry["streams"])
        return cls(entry["epoch"], entry["start"], entry["keyed"], streams, entry["wall"])


def segment_path(folder: Path, number: int) -> Path:
    """The file of a segment."""
    return folder / f"{number:08d}.seg"


def epoch_path(folder: Path, number: int) -> Path:
    """The file with the stream parameters of a connection."""
    return folder / f"{number:08d}.nut"


def state_path(folder: Path) -> Path:
    """The file that tells how far the writer is."""
    return folder / "state"


def segment_numbers(folder: Path) -> list[int]:
    """The segments that are there, oldest first."""
    return sorted(int(path.stem) for path in folder.glob("*.seg") if path.stem.isdigit())
