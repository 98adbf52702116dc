"""A microphone or the computer's own sound as a source of a live session."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from collections.abc import Iterator

import numpy as np

from streamlation_desktop.capture.base import CaptureBackend, CaptureStream
from streamlation_desktop.capture.devices import CaptureDevice, CaptureKind, choose, parse_capture
from streamlation_desktop.capture.portaudio import PortAudioBackend
from streamlation_desktop.capture.pulse import PulseBackend
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, SourceError
from streamlation_desktop.core.events import StreamInterrupted, StreamResumed
from streamlation_desktop.core.source import AudioTrack, SourceInfo
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples
from streamlation_desktop.media.chunker import LIVE_CHUNK, chunks
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.jitter import JitterBuffer
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.ring.sound import SoundRing

_READ = 0.25
_BEHIND = 0.6
"""Seconds without sound after which silence stands in: some systems send nothing while nothing plays."""
_FIRST_DELAY = 0.25
_MAX_DELAY = 2.0
_WAITING = 30.0
_JOIN = 1.0


def list_capture_devices() -> list[CaptureDevice]:
    """What can be listened to; asks the system anew."""
    return capture_backend().devices()


def capture_backend() -> CaptureBackend:
    """The sound system of this computer."""
    if sys.platform.startswith("linux") and shutil.which("parec") and PulseBackend.is_usable():
        return PulseBackend()
    return PortAudioBackend()


class CaptureSource:
    """A `MediaSource`: it never ends by itself, and waits for a device that was taken away."""

    def __init__(
        self, location: str, token: CancelToken, options: SourceOptions, backend: CaptureBackend | None = None
    ) -> None:
        """Begin to listen.

        Args:
            location: ``mic:``, ``mic:NAME``, ``system:`` or ``system:NAME``.
            token: ends it.
            options: of which the ring and the notice are used.
            backend: the sound system; None for that of this computer.

        Raises:
            SourceNotFound: there is no such device.
            SourceForbidden: it may not be heard.
            SourceLost: it cannot be heard.
        """
        self._kind, self._name = parse_capture(location)
        self._backend = backend or capture_backend()
        self._token = CancelToken()
        self._forget = token.on_cancel(self._token.cancel)
        self.counters = SourceCounters()
        self._notify = options.notify
        self._ring = SoundRing(options.ring) if options.ring is not None else None
        self._buffer = JitterBuffer(self._token, self.counters, seconds=_WAITING)
        self._buffer.drops_oldest = True
        device, stream = self._open()
        self.info = _info(location, device)
        self._position = 0
        first = _first_sound(stream, self._token)
        self._thread = threading.Thread(target=self._run, args=(stream, first), name="capture-reader", daemon=True)
        self._thread.start()

    def audio(self, *, start_sample: int = 0) -> Iterator[AudioChunk]:
        """See `MediaSource.audio`."""
        return chunks(self._buffer, self.counters, start_sample, LIVE_CHUNK)

    def close(self) -> None:
        """See `MediaSource.close`."""
        self._token.cancel()
        self._forget()
        if threading.current_thread() is not self._thread:
            self._thread.join(_JOIN)

    def _open(self) -> tuple[CaptureDevice, CaptureStream]:
        device = choose(self._backend.devices(), self._kind, self._name)
        return device, self._backend.open(device, self._token)

    def _run(self, stream: CaptureStream, first: Samples) -> None:
        failure: Exception | None = None
        try:
            self._listen(stream, first)
        except Exception as exc:  # noqa: BLE001 (the root of a thread: raised on the user's)
            failure = exc
        finally:
            self._buffer.end(failure)
            if self._ring is not None:
                self._ring.close()

    def _listen(self, stream: CaptureStream, first: Samples) -> None:
        began = time.monotonic() - len(first) / SAMPLE_RATE
        self._put(first)
        while True:
            try:
                self._hear(stream, began)
            except SourceError as exc:
                stream.close()
                stream = self._again(str(exc), began)
            except Cancelled:
                stream.close()
                raise

    def _hear(self, stream: CaptureStream, began: float) -> None:
        """Until the device is gone."""
        while True:
            self._token.raise_if_cancelled()
            block = stream.read(_READ)
            if not len(block):
                self._fill_up(began, _BEHIND)
            else:
                self._put(block)

    def _again(self, reason: str, began: float) -> CaptureStream:
        """Wait until there is a device again; silence stands in meanwhile."""
        lost_at = self._position / SAMPLE_RATE
        self._notify(StreamInterrupted(lost_at, reason))
        delay = _FIRST_DELAY
        while True:
            if self._token.wait(delay):
                raise Cancelled
            self._fill_up(began, 0.0)
            delay = min(2 * delay, _MAX_DELAY)
            try:
                _, stream = self._open()
                block = _first_sound(stream, self._token)
            except SourceError:
                continue
            self.counters.reconnects += 1
            self._fill_up(began, 0.0)
            at = self._position / SAMPLE_RATE
            self._notify(StreamResumed(at, at - lost_at, self.counters.reconnects))
            self._put(block)
            return stream

    def _fill_up(self, began: float, slack: float) -> None:
        """Silence up to now: media time does not stand still."""
        missing = int((time.monotonic() - began - slack) * SAMPLE_RATE) - self._position
        if missing > 0:
            self.counters.gap_seconds += missing / SAMPLE_RATE
            self._put(np.zeros(missing, np.float32))

    def _put(self, block: Samples) -> None:
        self._position += len(block)
        self.counters.packets += 1
        self._buffer.put(block)
        if self._ring is not None:
            self._ring.write(block)


def _first_sound(stream: CaptureStream, token: CancelToken) -> Samples:
    """A device that opens may fail at once; one that is silent is good."""
    try:
        block = stream.read(_READ)
        token.raise_if_cancelled()
    except (SourceError, Cancelled):
        stream.close()
        raise
    return block


def _info(location: str, device: CaptureDevice) -> SourceInfo:
    track = AudioTrack(0, "pcm_f32le", SAMPLE_RATE, 1, is_default=True)
    title = "Microphone" if device.kind is CaptureKind.MICROPHONE else "This computer's sound"
    return SourceInfo(location, "capture", None, True, (track,), title=f"{title}: {device.name}")
