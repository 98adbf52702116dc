"""The spoken translation of a live stream: what casting needs of it, and up to where it is said."""

from __future__ import annotations

import math
import threading
from typing import Protocol

from streamlation_desktop.cast.live_captions import LiveCaptions
from streamlation_desktop.cast.waiting import wait_until
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import CaptionUpdated, Event
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.media.delivery.packets import Mix

LEAD_SECONDS = 0.4
"""A clip may begin so long before its sentence, and the original goes down before the clip."""


class Voice(Protocol):
    """Lays what it says over the sound of the stream, at its media time."""

    def mix(self, rate: int) -> Mix:
        """For sound of so many frames a second."""

    def wait_for(self, media_time: float, token: CancelToken, deadline: float) -> bool:
        """Until everything is said that is heard before `media_time`; False when the deadline (monotonic) came first.

        Raises:
            Cancelled: the token was cancelled.
        """


class VoiceProgress:
    """Up to where a voice has said what there is to say. Any thread."""

    def __init__(self, language: LanguageCode) -> None:
        self._language = language
        self._captions = LiveCaptions((language,))
        self._due: dict[int, float] = {}
        """When each line begins that is translated and not said yet."""
        self._said = -1
        self._is_over = False
        self._changed = threading.Condition()

    def note(self, event: Event) -> None:
        """Take an event of the session; a line's last state comes before its translation."""
        with self._changed:
            self._captions.handle(event)
            if isinstance(event, CaptionUpdated):
                state = event.state
                is_new = state.language == self._language and state.is_closed and state.line > self._said
                if is_new and state.committed:
                    self._due.setdefault(state.line, state.span.start)
            self._changed.notify_all()

    def said(self, line: int) -> None:
        """A line's clip is laid, or there will be none; lines are said in order."""
        with self._changed:
            self._said = max(self._said, line)
            self._due = {number: start for number, start in self._due.items() if number > self._said}
            self._changed.notify_all()

    def finish(self) -> None:
        """Nothing more will be said."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    @property
    def said_to(self) -> float:
        """Media time before which nothing will be added."""
        with self._changed:
            return self._said_to()

    def wait_for(self, media_time: float, token: CancelToken, deadline: float) -> bool:
        """See `Voice.wait_for`."""
        return wait_until(self._changed, lambda: self._said_to() >= media_time, token, deadline)

    def _said_to(self) -> float:
        if self._is_over:
            return math.inf
        return min((self._captions.settled, *self._due.values())) - LEAD_SECONDS
