"""What can be listened to on this computer, and how it is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from streamlation_desktop.core.errors import SourceNotFound


class CaptureKind(Enum):
    """Where sound comes from."""

    MICROPHONE = "mic"
    SYSTEM = "system"
    """What the computer itself plays."""


@dataclass(frozen=True, slots=True)
class CaptureDevice:
    """A device that gives sound."""

    kind: CaptureKind
    id: str
    """For the back end; may change when devices are plugged in."""
    name: str
    """As the system shows it."""
    is_default: bool = False

    @property
    def location(self) -> str:
        """What `open_capture` takes."""
        return f"{self.kind.value}:{self.name}"


def parse_capture(location: str) -> tuple[CaptureKind, str]:
    """Split ``mic:``, ``mic:NAME``, ``system:`` or ``system:NAME``; raises ValueError for anything else."""
    scheme, _, name = location.partition(":")
    return CaptureKind(scheme.lower()), name.strip().removeprefix("//")


def choose(devices: Sequence[CaptureDevice], kind: CaptureKind, name: str) -> CaptureDevice:
    """The device called `name`, or whose name has it in it; without a name the default one.

    Raises:
        SourceNotFound: there is none; the hint lists what there is.
    """
    known = [device for device in devices if device.kind is kind]
    if not name:
        found = [device for device in known if device.is_default] or known
    else:
        found = [d for d in known if name in (d.name, d.id)] or [d for d in known if name.lower() in d.name.lower()]
    if found:
        return found[0]
    names = ", ".join(device.name for device in known)
    what = "microphone" if kind is CaptureKind.MICROPHONE else "way to hear what this computer plays"
    wanted = f" called {name}" if name else ""
    raise SourceNotFound(f"there is no {what}{wanted}", hint=f"There are: {names}." if names else _hint(kind))


def _hint(kind: CaptureKind) -> str:
    if kind is CaptureKind.MICROPHONE:
        return "Plug one in, and check that it is allowed in the system's privacy settings."
    return (
        "Linux needs PulseAudio or PipeWire, Windows a loopback device (such as Stereo Mix), "
        "macOS a loopback driver such as BlackHole."
    )
