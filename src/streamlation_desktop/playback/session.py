"""One open source and the threads that play it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from streamlation_desktop.core.errors import StreamlationError, UnsupportedMedia
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.media.av_streams.packets import Kind
from streamlation_desktop.playback.audio_path import AudioPath, Mix
from streamlation_desktop.playback.base import PacketSource, VideoSink
from streamlation_desktop.playback.demuxing import Demuxing, OpenSource
from streamlation_desktop.playback.frame_queue import FrameQueue
from streamlation_desktop.playback.master_clock import MasterClock
from streamlation_desktop.playback.packet_buffer import PacketBuffer
from streamlation_desktop.playback.presenter import Presenter
from streamlation_desktop.playback.sound_output import SoundOutput
from streamlation_desktop.playback.states import Opened, PlayerEvent, Problem, Seeked
from streamlation_desktop.playback.timing import TimeSource
from streamlation_desktop.playback.transport import Transport
from streamlation_desktop.playback.video_path import VideoPath

log = logging.getLogger(__name__)

_JOIN = 2.0
_CLOSE = 0.15
"""Seconds that who closes waits for the threads. On a machine that is too busy they end by themselves, and show nothing
any more."""


class PlaybackSession:
    """Made by the player for each source; its parts are wired here and nowhere else."""

    def __init__(
        self,
        open_source: OpenSource,
        sink: VideoSink,
        sound: SoundOutput,
        time: TimeSource,
        *,
        cancel: Callable[[], None],
        live_delay: float,
        told: Callable[[PlayerEvent], None],
        ended: Callable[[], None],
        look: Callable[[], None],
        mix: Mix | None,
        hardware: bool,
    ) -> None:
        """Args:
        cancel: ends the opening of the source.
        live_delay: seconds behind the edge at which a live stream starts.
        told: gets the events.
        ended: told when everything was shown and heard.
        look: called several times a second by the presenter.
        mix: changes the sound.
        hardware: decode on the graphics card where that works.
        """
        self.transport = Transport()
        self.buffer = PacketBuffer()
        self.frames = FrameQueue(time)
        self.clock = MasterClock(sound, time)
        self._sound = sound
        self._cancel = cancel
        self.live_delay = live_delay
        """Where it starts, as long as it has not; see above."""
        self._told = told
        self._ended = ended
        self.info: SourceInfo | None = None
        self.source: PacketSource | None = None
        self._threads: list[threading.Thread] = []
        self.demuxing = Demuxing(
            open_source,
            self.buffer,
            self.transport,
            opened=self._opened,
            failed=self._failed,
            joined=self._join_decoders,
        )
        self.presenter = self._presenter(sink, time, look)
        self.audio = AudioPath(self.buffer, self.transport, sound, self.presenter.sound_started)
        self.audio.mix = mix
        self.video = self._video(sink, time, hardware)
        self._demuxer = self._thread("player-demux", self.demuxing.run)

    def start(self) -> None:
        """Begin to open the source."""
        self._demuxer.start()

    def seek(self, target: float, *, exact: bool) -> None:
        """Void what is under way and go to `target`.

        The new serial comes last: the threads may act on it before this returns, and nothing here
        may undo what they did.
        """
        self.clock.restart()
        self.transport.seek(target, exact=exact)
        self.buffer.wake()
        self.frames.wake()

    def set_paused(self, paused: bool) -> None:
        """As the user wants."""
        self.transport.paused = paused
        self.clock.set_paused(paused)
        self.frames.wake()

    @property
    def ahead(self) -> float:
        """Seconds of media that can be played without reading on."""
        decoded = self._sound.buffered if self.clock.has_sound else self.frames.seconds
        return self.buffer.seconds + decoded

    def set_trim(self, trim: float) -> None:
        """Factor on the speed, for a live stream's delay."""
        if trim != self.transport.trim:
            self.transport.trim = trim
            self.clock.set_speed(self.transport.tempo)

    def set_speed(self, speed: float) -> None:
        """Media seconds per second."""
        self.transport.speed = speed
        self.clock.set_speed(self.transport.tempo)
        self.frames.wake()

    def close(self) -> None:
        """Stop everything; returns when the threads have ended, or after a bounded time."""
        self.transport.closing = True
        self._cancel()
        if self.source is not None:
            self.source.cancel()
        self.clock.set_paused(True)
        self.buffer.close()
        self.frames.close()
        self._sound.flush()
        self._demuxer.join(_CLOSE)
        if self._demuxer.is_alive():
            log.info("the source takes its time to close")
        self.presenter.shown = None  # a picture is megabytes, and the parts know each other in circles

    def _opened(self, source: PacketSource) -> None:
        """On the demuxing thread, before the first read."""
        self.source = source
        self.info = source.info
        films = [f for f in source.formats if f.kind is Kind.VIDEO and not f.is_still]
        sounds = [f for f in source.formats if f.kind is Kind.AUDIO]
        self.presenter.has_film = bool(films)
        self.presenter.audio = self.audio if sounds else None
        self.clock.follow_sound(bool(sounds))
        self._place_live(source)
        self.demuxing.start(frozenset(f.kind for f in (*films, *sounds)))
        self._told(Opened(source.info))
        workers = [("player-present", self.presenter.run), ("player-video", self.video.run)]
        workers += [("player-audio", self.audio.run)] if sounds else []
        self._threads = [self._thread(name, run) for name, run in workers]
        for thread in self._threads:
            thread.start()

    def _place_live(self, source: PacketSource) -> None:
        """Start a live stream at its delay, as far as its past can be had."""
        edge = source.live_edge
        if edge is None:
            return
        self.buffer.allow(self.live_delay)
        start = max(source.first_time, edge - self.live_delay)
        if start < edge:
            self.transport.seek(start, exact=True)

    def _failed(self, error: StreamlationError, fatal: bool) -> None:
        self._told(Problem(error.code, str(error), error.hint, fatal))

    def _join_decoders(self) -> None:
        self.buffer.close()
        self.frames.close()
        self.transport.closing = True
        for thread in self._threads:
            thread.join(_JOIN)

    def _over(self) -> None:
        """Everything was shown and heard. Where that is nothing, as of a film's head alone, it is told."""
        has_content = self.presenter.counts.shown or self.audio.has_sound or self.transport.order.target > 0.0
        if has_content or self.info is None:
            self._ended()
        else:
            self._failed(UnsupportedMedia(f"{self.info.location} has neither picture nor sound"), fatal=True)

    def _presenter(self, sink: VideoSink, time: TimeSource, look: Callable[[], None]) -> Presenter:
        return Presenter(
            self.frames,
            self.transport,
            self.clock,
            sink,
            time,
            arrived=lambda position: self._told(Seeked(position)),
            ended=self._over,
            tick=look,
        )

    def _video(self, sink: VideoSink, time: TimeSource, hardware: bool) -> VideoPath:
        return VideoPath(
            self.buffer,
            self.transport,
            self.frames,
            time,
            viewport=sink.viewport,
            position=self.clock.position,
            hardware=hardware,
        )

    @staticmethod
    def _thread(name: str, run: Callable[[], None]) -> threading.Thread:
        return threading.Thread(target=run, name=name, daemon=True)
