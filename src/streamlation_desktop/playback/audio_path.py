"""The thread that turns packets of sound into what the device plays, without holes in media time."""

from __future__ import annotations

import logging
from collections.abc import Callable

import numpy as np

from streamlation_desktop.media.av_streams.decoding import AudioDecoder
from streamlation_desktop.media.av_streams.packets import Kind, MediaPacket
from streamlation_desktop.media.av_streams.sound import StereoMaker, TempoFilter
from streamlation_desktop.playback.base import AudioSink, Pcm
from streamlation_desktop.playback.packet_buffer import Closed, End, Item, PacketBuffer
from streamlation_desktop.playback.transport import Transport

log = logging.getLogger(__name__)

Mix = Callable[[Pcm, float], Pcm]
"""Gets sound and the media time of its first frame, gives what is to be heard."""

_TOLERANCE = 0.06
_MAX_SILENCE = 3600.0
_BLOCK_SECONDS = 0.2
_FIRST_OPENING = 3.0
_POLL = 0.05
_ATEMPO_LEAD = 0.02
"""Seconds of output by which atempo's window lets the sound run ahead."""


class AudioPath:
    """One audio track's way to the sink."""

    def __init__(
        self, buffer: PacketBuffer, transport: Transport, sink: AudioSink, started: Callable[[int], None]
    ) -> None:
        """Args:
        started: told once per serial, when its first sound is in the sink or none will come.
        """
        self._buffer = buffer
        self._transport = transport
        self._sink = sink
        self._started = started
        self._decoder = AudioDecoder()
        self._maker = StereoMaker(sink.rate)
        self._tempo: TempoFilter | None = None
        self._serial = -1
        self._told = -1
        self._cursor: float | None = None
        self._target: float | None = None
        self._out_time = 0.0
        self.mix: Mix | None = None
        self.ended_serial = -1
        self.has_sound = False
        """Once something of the track was decoded."""

    @property
    def errors(self) -> int:
        """Damaged packets."""
        return self._decoder.errors

    @property
    def unheard(self) -> float:
        """Seconds of output that the sink still holds."""
        return self._sink.buffered

    def run(self) -> None:
        """Until the player is closed."""
        try:
            self._wait_for_device()
            while True:
                serial, item = self._buffer.get(Kind.AUDIO)
                if serial == self._transport.serial:
                    self._take(serial, item)
        except Closed:
            return
        except Exception:
            log.exception("the sound stopped")

    def _wait_for_device(self) -> None:
        """The first pictures are up meanwhile; sound begins when it is known where it goes."""
        for _ in range(round(_FIRST_OPENING / _POLL)):
            if self._transport.closing or self._sink.wait_until_ready(_POLL):
                return

    def _take(self, serial: int, item: Item) -> None:
        if serial != self._serial:
            self._restart(serial, item)
        if isinstance(item, MediaPacket):
            for time, frame in self._decoder.decode(item):
                self.has_sound = True
                self._place(self._maker.convert(frame), time)
                if self._is_stale():
                    return
        else:
            self._silence(item.until)
            if isinstance(item, End):
                self._finish()

    def _restart(self, serial: int, item: Item) -> None:
        order = self._transport.order
        self._serial = serial
        self._target = order.target if order.exact else None
        self._cursor = self._target
        self._maker = StereoMaker(self._sink.rate)
        self._tempo = None
        self._sink.flush()  # what was written between the seek and here
        if isinstance(item, MediaPacket):
            self._decoder.flush(item.format)

    def _place(self, pcm: Pcm, time: float | None) -> None:
        """Write `pcm` where its time stamp says: pad what is missing, cut what was heard."""
        if self._cursor is None:
            self._cursor = time if time is not None else self._transport.order.target
        step = 0.0 if time is None else time - self._cursor
        if step > _TOLERANCE:
            self._silence(time if time is not None and step < _MAX_SILENCE else self._cursor)
        elif step < -_TOLERANCE:
            pcm = pcm[min(len(pcm), int(-step * self._sink.rate)) :]
        self._write(pcm)

    def _silence(self, until: float) -> None:
        if self._cursor is None:
            self._cursor = self._transport.order.target
        while not self._is_stale():
            missing = int(min(until - self._cursor, _BLOCK_SECONDS) * self._sink.rate)
            if missing <= 0:
                return
            self._write(np.zeros((missing, 2), np.float32))

    def _write(self, pcm: Pcm) -> None:
        """Mix, stretch and hand over; moves the cursor."""
        if not len(pcm) or self._cursor is None:
            return
        time, self._cursor = self._cursor, self._cursor + len(pcm) / self._sink.rate
        if self.mix is not None:
            pcm = self.mix(pcm, time)
        tempo = self._transport.tempo
        if self._tempo is None and tempo == 1.0:
            self._hand_over(pcm, time, 1.0)
            return
        if self._tempo is None:
            self._tempo = TempoFilter(self._sink.rate, tempo)
            self._out_time = time - _ATEMPO_LEAD * tempo
        self._stretched(self._tempo, pcm, tempo)

    def _stretched(self, stretch: TempoFilter, pcm: Pcm, tempo: float) -> None:
        if abs(tempo - stretch.tempo) > 1e-4:
            if tempo == 1.0:
                self._hand_over(stretch.finish(), self._out_time, stretch.tempo)
                self._tempo = None
                self._hand_over(pcm, (self._cursor or 0.0) - len(pcm) / self._sink.rate, 1.0)
                return
            stretch.set_tempo(tempo)
        out = stretch.process(pcm)
        self._hand_over(out, self._out_time, tempo)
        self._out_time += len(out) / self._sink.rate * tempo

    def _hand_over(self, pcm: Pcm, time: float, tempo: float) -> None:
        done = 0
        while done < len(pcm) and not self._is_stale():
            taken = self._sink.write(pcm[done:], time + done / self._sink.rate * tempo, tempo)
            done += taken
            if taken:
                self._tell_started()
            else:
                self._sink.wait_for_space(0.1)

    def _finish(self) -> None:
        if self._tempo is not None:
            self._hand_over(self._tempo.finish(), self._out_time, self._tempo.tempo)
            self._tempo = None
        if not self._is_stale():
            self._sink.finish()
            self.ended_serial = self._serial
            self._tell_started()

    def _tell_started(self) -> None:
        if self._told != self._serial:
            self._told = self._serial
            self._started(self._serial)

    def _is_stale(self) -> bool:
        return self._serial != self._transport.serial or self._transport.closing
