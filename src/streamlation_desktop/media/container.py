"""An open PyAV container whose every blocking call has a deadline and can be cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import av
from av.container import InputContainer
from av.packet import Packet
from av.stream import Discard, Stream

from streamlation_desktop.media.callbacks import OpenResource, ResourceCallbacks
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.deadline import Guard
from streamlation_desktop.media.errors import LIBRARY_ERRORS, timed_out, translate

_POLLED = 1.0  # any value switches PyAV's interrupt callback on; the Guard decides


@dataclass(frozen=True, slots=True)
class Opening:
    """How FFmpeg is to open a source."""

    url: str
    shown: str
    """The location in messages, without credentials."""
    format: str | None = None
    options: dict[str, str] = field(default_factory=dict)
    open_resource: OpenResource | None = None
    """Opens whatever the demuxer asks for, instead of FFmpeg's own protocols."""


class MediaContainer:
    """Demuxes one source; used by one thread at a time."""

    def __init__(self, opening: Opening, guard: Guard, counters: SourceCounters, *, open_timeout: float) -> None:
        """Open and probe.

        Raises:
            SourceError: one of its classes, by cause.
            Cancelled: the guard's token was cancelled meanwhile.
        """
        self.shown = opening.shown
        self._guard = guard
        self._callbacks: ResourceCallbacks | None = None
        if opening.open_resource is not None:
            self._callbacks = ResourceCallbacks(opening.open_resource, counters, tolerant=opening.format == "hls")
        try:
            with guard.within(open_timeout):
                self.av_container: InputContainer = av.open(
                    opening.url,
                    "r",
                    format=opening.format,
                    options=opening.options,
                    metadata_errors="ignore",
                    timeout=(_POLLED, _POLLED),
                    io_open=self._callbacks,
                )
        except LIBRARY_ERRORS as exc:
            raise self._cause(exc) from exc
        try:
            self._check()
        except BaseException:
            self.close()
            raise

    @property
    def start(self) -> float:
        """Time stamp in seconds at which the presentation starts; players show it as 0."""
        return (self.av_container.start_time or 0) / 1e6

    def packets(self, stream: Stream, timeout: float, *others: Stream) -> Iterator[Packet[Stream]]:
        """Yield the packets of one stream, or more; a read that takes longer than `timeout` seconds fails.

        The last packet of each is empty: decoding it flushes the decoder.

        Raises:
            SourceError: the source could not be read to its end.
            Cancelled: the token was cancelled.
        """
        count = 0
        wanted = (stream, *others)
        for known in self.av_container.streams:
            known.discard = Discard.default if known in wanted else Discard.all
        packets = self.av_container.demux(*wanted)
        while True:
            self._guard.token.raise_if_cancelled()
            try:
                with self._guard.within(timeout):
                    packet = next(packets, None)
            except LIBRARY_ERRORS as exc:
                raise self._cause(exc) from exc
            if packet is None or not packet.size:
                self._check()
            if packet is None:
                return
            count += packet.size > 0
            if not packet.size and not count and self._callbacks and self._callbacks.missed:
                raise translate(self._callbacks.missed, self.shown) from self._callbacks.missed
            yield packet

    def close(self) -> None:
        """Free everything; safe to call twice."""
        with self._guard.within(_POLLED):
            self.av_container.close()

    def _check(self) -> None:
        """Raise what FFmpeg took for an end of file: a failed callback, an interrupted HLS read."""
        self._guard.token.raise_if_cancelled()
        if self._callbacks and self._callbacks.failure:
            raise translate(self._callbacks.failure, self.shown) from self._callbacks.failure
        if self._guard.timed_out:
            raise timed_out(self.shown)

    def _cause(self, exc: Exception) -> Exception:
        self._check()
        missed = self._callbacks and self._callbacks.missed
        return translate(missed or exc, self.shown)
