"""What a device told, and what is told of it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from streamlation_desktop.cast.levels import LEVEL_WORDS
from streamlation_desktop.cast.offer import Offer
from streamlation_desktop.cast.player import PlayerReport
from streamlation_desktop.cast.telemetry import PlaybackMeter
from streamlation_desktop.core.casting import CastState, CastStatus, DeliveryLevel
from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.core.events import CastChanged, CastTelemetry, Degraded, ErrorInfo, EventBus, Warned
from streamlation_desktop.core.language import LanguageCode


@dataclass(slots=True)
class Account:
    """Used on the controller's thread alone."""

    offer: Offer
    events: EventBus
    language: LanguageCode | None = None
    """Of the captions that are shown."""
    wanted: float = 0.0
    """Where it is to be, until it plays."""
    is_active: bool = False
    """It plays, or holds, what is offered now."""
    began: float = 0.0
    """When it first played, in seconds since the epoch; 0 before that."""
    meter: PlaybackMeter = field(default_factory=PlaybackMeter)
    report: PlayerReport = field(default_factory=lambda: PlayerReport(CastState.CONNECTING))
    _reported: float = 0.0
    """When; monotonic seconds."""
    _is_warned: bool = False

    @property
    def position(self) -> float:
        """Seconds of media time: a device that plays tells it now and then, and goes on meanwhile."""
        if not self.is_active:
            return self.wanted
        since = time.monotonic() - self._reported if self.report.state is CastState.PLAYING else 0.0
        return self.report.position + since

    def status(self) -> CastStatus:
        """How it stands."""
        report, delivery = self.report, self.offer.delivery
        return CastStatus(
            report.state,
            self.offer.device.name,
            self.position,
            self.offer.media.facts.duration or report.duration,
            report.volume,
            report.is_muted,
            delivery.level if delivery else None,
            self.language,
        )

    def tell(self, report: PlayerReport) -> None:
        """It stands so now."""
        self.report, self._reported = report, time.monotonic()
        self.events.publish(CastChanged(self.status()))

    def tell_telemetry(self) -> None:
        """How well it plays so far."""
        self.events.publish(self.telemetry())

    def telemetry(self) -> CastTelemetry:
        """How well it played so far."""
        return self.meter.telemetry(self.offer.requests, self.offer.late)

    def tell_fallen(self, reason: str, level: DeliveryLevel) -> None:
        """It is offered something else."""
        self.events.publish(Degraded(reason, LEVEL_WORDS[level]))

    def warn_of(self, error: StreamlationError) -> None:
        """Something is in the way, which may still get better; once."""
        if not self._is_warned:
            self._is_warned = True
            self.events.publish(CastChanged(self.status(), ErrorInfo(error.code, str(error), error.hint)))

    def warn_captions(self) -> None:
        """It shows none, and nothing can be done; once."""
        if not self._is_warned:
            self._is_warned = True
            name = self.offer.device.name
            self.events.publish(Warned(f"{name} shows no captions", hint="Use the companion page for them."))
