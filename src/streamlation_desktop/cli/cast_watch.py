"""Shows what a device does, on the error output."""

from __future__ import annotations

import sys
import threading

from streamlation_desktop.core.errors import CastError, error_from_code
from streamlation_desktop.core.events import CastChanged, CastTelemetry, Degraded, Envelope, StateChanged
from streamlation_desktop.core.terminal import harmless


class Watcher:
    """Shows what the device does, and remembers how it ended."""

    def __init__(self, ended: threading.Event, *, as_json: bool) -> None:
        self._ended = ended
        self._as_json = as_json
        self._shown = ""
        self._stalls = 0
        self.failure: Exception | None = None

    def handle(self, envelope: Envelope) -> None:
        """An event of casting."""
        if self._as_json:
            from streamlation_desktop.cli.render import print_json

            print_json(envelope)
        match envelope.event:
            case CastChanged(status, error):
                if error is not None:
                    self._say(f"note: {error.message}\nhint: {error.hint}" if error.hint else f"note: {error.message}")
                self._say(f"{status.device}: {status.state.value}")
                if status.state.value in ("ended", "stopped", "failed"):
                    if error is not None:
                        self.failure = error_from_code(error.code, error.message, error.hint)
                    elif status.state.value == "failed":
                        self.failure = CastError(f"{status.device} failed")
                    self._ended.set()
            case Degraded(reason, chosen):
                self._say(f"note: {reason}; using {chosen}")
            case CastTelemetry() as telemetry if telemetry.stalls > self._stalls:
                self._stalls = telemetry.stalls
                self._say(f"note: {waits_in_words(telemetry)}")

    def session_event(self, envelope: Envelope) -> None:
        """An event of the session that makes the captions."""
        if isinstance(envelope.event, StateChanged) and envelope.event.error is not None:
            error = envelope.event.error
            self._say(f"note: no captions: {error.message}" + (f"\nhint: {error.hint}" if error.hint else ""))

    def _say(self, text: str) -> None:
        if text != self._shown and not self._as_json:
            self._shown = text
            print(harmless(text), file=sys.stderr, flush=True)


def waits_in_words(telemetry: CastTelemetry) -> str:
    """In words."""
    count = telemetry.stalls
    text = f"it waited {count} time{'' if count == 1 else 's'} for data, {telemetry.buffering_seconds:.1f} s in all"
    drift = f", {abs(telemetry.drift):.1f} s {'ahead' if telemetry.drift > 0 else 'behind'} of its clock"
    late = f", {telemetry.late} segments without their captions" if telemetry.late else ""
    return text + (drift if abs(telemetry.drift) >= 0.5 else "") + late
