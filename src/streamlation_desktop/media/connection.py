"""One source, opened, with its audio track chosen; can be opened again after a loss."""

from __future__ import annotations

import time
from collections.abc import Iterator

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.video.stream import VideoStream

from streamlation_desktop.core.errors import Cancelled, NoAudio
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.media.container import MediaContainer
from streamlation_desktop.media.deadline import Guard
from streamlation_desktop.media.describe import describe
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.picture_choice import best_picture
from streamlation_desktop.media.reader import choose_track, decoded
from streamlation_desktop.media.resource import Resource

_PAUSE = 0.5  # seconds between attempts to find sound


class Connection:
    """Used by one thread at a time."""

    def __init__(self, resource: Resource, guard: Guard, options: SourceOptions) -> None:
        """Open the source.

        Raises:
            SourceError: one of its classes, by cause.
            Cancelled: the guard's token was cancelled.
        """
        self.resource = resource
        self.guard = guard
        self._options = options
        self.container: MediaContainer
        self.info: SourceInfo
        self.opened_at = 0.0
        """When this connection was made, on the monotonic clock: about when its first media was sent."""
        self.open()

    def open(self) -> None:
        """Open, or open anew."""
        resource = self.resource
        try:
            opening = resource.opening()
            self.opened_at = time.monotonic()
            self.container = MediaContainer(
                opening, self.guard, resource.counters, open_timeout=self._options.open_timeout
            )
        except BaseException:
            resource.close()
            raise
        av_container = self.container.av_container
        resource.opened(endless=not av_container.duration or av_container.duration < 0)
        self.info = describe(
            av_container, opening.shown, is_live=resource.is_live, duration=resource.duration, title=resource.title
        )

    def require_audio(self) -> None:
        """Raise NoAudio or UnsupportedMedia now rather than at the first frame.

        A live source may have its sound later than its picture: it is opened anew for a while.
        """
        deadline = time.monotonic() + self._options.open_timeout
        while True:
            try:
                self._audio()
                return
            except NoAudio:
                if not self.resource.is_live or time.monotonic() > deadline:
                    raise
            self.close()
            if self.guard.token.wait(_PAUSE):
                raise Cancelled
            self.open()

    def live_streams(self) -> list[VideoStream | AudioStream]:
        """The audio track and, where packets are kept, the picture that goes with it; raises as `require_audio`."""
        picture = self._picture()
        return [self._audio()] if picture is None else [self._audio(), picture]

    def _picture(self) -> VideoStream | None:
        return best_picture(self.container.av_container) if self._options.ring is not None else None

    def _audio(self) -> AudioStream:
        options = self._options
        return choose_track(self.container, self.info, options.audio_track, options.language, self._picture())

    def frames(self) -> Iterator[AudioFrame]:
        """Decode the chosen audio track.

        Raises:
            SourceError: the source could not be read to its end.
            Cancelled: the token was cancelled.
        """
        return decoded(self.container, self._audio(), self.resource.counters, self.resource.stall_limit)

    def close(self) -> None:
        """Free everything; safe to call twice."""
        self.container.close()
        self.resource.close()
