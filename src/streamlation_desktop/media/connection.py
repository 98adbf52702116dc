"""One source, opened, with its audio track chosen; can be opened again after a loss."""

from __future__ import annotations

from collections.abc import Iterator

from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.stream import Disposition
from av.video.stream import VideoStream

from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.media.container import MediaContainer
from streamlation_desktop.media.deadline import Guard
from streamlation_desktop.media.describe import describe
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.reader import choose_track, decoded
from streamlation_desktop.media.resource import Resource


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
        self.open()

    def open(self) -> None:
        """Open, or open anew."""
        resource = self.resource
        try:
            opening = resource.opening()
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
        """Raise NoAudio or UnsupportedMedia now rather than at the first frame."""
        choose_track(self.container, self.info, self._options.audio_track, self._options.language)

    def live_streams(self) -> list[VideoStream | AudioStream]:
        """The chosen audio track, and the picture where there is one that moves; raises as `require_audio`."""
        audio = choose_track(self.container, self.info, self._options.audio_track, self._options.language)
        best = self.container.av_container.streams.best("video")
        is_film = (
            isinstance(best, VideoStream) and best.codec_context and not best.disposition & Disposition.attached_pic
        )
        return [audio, best] if is_film and isinstance(best, VideoStream) else [audio]

    def frames(self) -> Iterator[AudioFrame]:
        """Decode the chosen audio track.

        Raises:
            SourceError: the source could not be read to its end.
            Cancelled: the token was cancelled.
        """
        stream = choose_track(self.container, self.info, self._options.audio_track, self._options.language)
        return decoded(self.container, stream, self.resource.counters, self.resource.stall_limit)

    def close(self) -> None:
        """Free everything; safe to call twice."""
        self.container.close()
        self.resource.close()
