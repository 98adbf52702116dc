"""How far a device has fallen behind the place in a live stream where it was to begin."""

from __future__ import annotations

from dataclasses import dataclass

FIRST_SECONDS = 0.5
"""Worth a jump just after the beginning."""
LATER_SECONDS = 2.0
"""Worth one while somebody watches: a segment."""
_FIRST_LOOK = 1.0
"""After its first picture, when it has fetched what follows."""
_SETTLE_SECONDS = 3.0
"""After which a device tells truly where it is."""
_MOST = 15.0


@dataclass(slots=True)
class CatchUp:
    """Times are monotonic seconds; positions by the device's own clock, of which the differences alone are known.

    A player chooses its place when it has read the playlist, three segments before the newest one. What it then takes
    to get the picture on the screen it stays behind; so it does with every wait, and when the stream comes earlier
    than before because captions take less time. None of them runs faster to be there again, but all can be told to go
    on somewhere else.
    """

    is_awaited: bool = False
    """It was told to begin, and has not told that it plays."""
    _read_at: float | None = None
    """When it got the playlist."""
    _began: float = 0.0
    """Its position then: it stood still until the picture came."""
    _behind: float = 0.0
    """The stream's."""
    _least: float = FIRST_SECONDS
    _given_up: float = 0.0
    """Seconds that it does not make up: some players go no farther than they themselves find right."""
    _is_settling: bool = False
    _look_at: float = 0.0

    def loaded(self) -> None:
        """It was told to begin."""
        self._read_at, self.is_awaited = None, True

    def began(self, read_at: float, position: float, behind: float, now: float) -> None:
        """It plays from there: the first that it told after it had read the playlist."""
        self._read_at, self._began, self._behind, self.is_awaited = read_at, position, behind, False
        self._least, self._given_up, self._is_settling = FIRST_SECONDS, 0.0, False
        self._look_at = now + _FIRST_LOOK

    def leave(self) -> None:
        """Somebody wants it to be where it is: until it begins anew."""
        self._read_at, self.is_awaited = None, False

    def skip(self, position: float, behind: float, now: float) -> float:
        """Seconds to go forward now, or 0; to be asked often while it plays.

        Args:
            behind: by how much the stream's clock is behind ours.
        """
        if self._read_at is None or now < self._look_at:
            return 0.0
        missing = (now - self._read_at) - (position - self._began) - (behind - self._behind)
        if self._is_settling:
            self._is_settling, self._given_up = False, max(0.0, missing)
        least, self._least = self._least, LATER_SECONDS
        if missing - self._given_up < least:
            return 0.0
        self._is_settling, self._look_at = True, now + _SETTLE_SECONDS
        return min(missing - self._given_up, _MOST)
