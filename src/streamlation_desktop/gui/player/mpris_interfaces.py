"""The player on the session bus, as MPRIS 2 names it: what media keys and desktop widgets talk to.

Lives on the bus's own thread: `MediaView` is read, and wishes are handed on, from there. The library reads annotations,
which must therefore not be put off as text.
"""

from collections.abc import Callable
from typing import Annotated, Any

from dbus_fast import PropertyAccess, Variant
from dbus_fast.annotations import (
    DBusBool,
    DBusDict,
    DBusDouble,
    DBusInt64,
    DBusObjectPath,
    DBusSignature,
    DBusStr,
)
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

from streamlation_desktop.gui.player.mpris_view import MediaView

PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
TRACK = "/org/streamlation/track"
_NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"
_MICRO = 1_000_000

Ask = Callable[[str, object], None]
"""Hands a wish and its argument to the window."""
_Texts = Annotated[list[str], DBusSignature("as")]


def metadata_of(view: MediaView) -> dict[str, Variant]:
    """As MPRIS names it."""
    if not view.is_open:
        return {"mpris:trackid": Variant("o", _NO_TRACK)}
    found = {"mpris:trackid": Variant("o", TRACK), "xesam:title": Variant("s", view.title)}
    if view.address:
        found["xesam:url"] = Variant("s", view.address)
    if view.length is not None:
        found["mpris:length"] = Variant("x", round(view.length * _MICRO))
    return found


class RootInterface(ServiceInterface):
    """The program."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ROOT)
        self._ask = ask

    @dbus_method(name="Raise")
    def bring_up(self) -> None:
        """To the front."""
        self._ask("raise", None)

    @dbus_method(name="Quit")
    def leave(self) -> None:
        """Refused: sessions may be at work (`CanQuit` says so)."""

    @dbus_property(PropertyAccess.READ, name="CanQuit")
    def can_quit(self) -> DBusBool:
        """See MPRIS."""
        return False

    @dbus_property(PropertyAccess.READ, name="CanRaise")
    def can_raise(self) -> DBusBool:
        """See MPRIS."""
        return True

    @dbus_property(PropertyAccess.READ, name="HasTrackList")
    def has_track_list(self) -> DBusBool:
        """See MPRIS."""
        return False

    @dbus_property(PropertyAccess.READ, name="Identity")
    def identity(self) -> DBusStr:
        """See MPRIS."""
        return "Streamlation"

    @dbus_property(PropertyAccess.READ, name="DesktopEntry")
    def desktop_entry(self) -> DBusStr:
        """See MPRIS."""
        return "org.streamlation.Desktop"

    @dbus_property(PropertyAccess.READ, name="SupportedUriSchemes")
    def schemes(self) -> _Texts:
        """None: what is opened is chosen in the window."""
        return []

    @dbus_property(PropertyAccess.READ, name="SupportedMimeTypes")
    def types(self) -> _Texts:
        """None: see `schemes`."""
        return []


class PlayerInterface(ServiceInterface):
    """The player."""

    def __init__(self, ask: Ask, position: Callable[[], float], speeds: tuple[float, float]) -> None:
        super().__init__(PLAYER)
        self._ask, self._position, self._speeds = ask, position, speeds
        self.view = MediaView()

    def show(self, view: MediaView) -> None:
        """Show another state, and tell who listens what is new."""
        before, self.view = self.view, view
        changed: dict[str, Any] = {}
        if view.status != before.status:
            changed["PlaybackStatus"] = view.status
            changed |= dict.fromkeys(("CanPlay", "CanPause"), view.is_open)
        if metadata_of(view) != metadata_of(before):
            changed["Metadata"] = metadata_of(view)
            changed["CanSeek"] = self.can_seek
        if view.speed != before.speed:
            changed["Rate"] = view.speed
        if view.volume != before.volume:
            changed["Volume"] = view.volume
        if changed:
            self.emit_properties_changed(changed)

    @dbus_method(name="Play")
    def play(self) -> None:
        """See MPRIS."""
        self._ask("play", None)

    @dbus_method(name="Pause")
    def pause(self) -> None:
        """See MPRIS."""
        self._ask("pause", None)

    @dbus_method(name="PlayPause")
    def play_pause(self) -> None:
        """See MPRIS."""
        self._ask("toggle", None)

    @dbus_method(name="Stop")
    def stop(self) -> None:
        """Hold at the beginning; what is open stays open."""
        self._ask("rewind", None)

    @dbus_method(name="Next")
    def skip(self) -> None:
        """Nothing: there is one track."""

    @dbus_method(name="Previous")
    def skip_back(self) -> None:
        """Nothing: there is one track."""

    @dbus_method(name="Seek")
    def seek(self, offset: DBusInt64) -> None:
        """By microseconds."""
        self._ask("seek", max(0.0, self._position() + offset / _MICRO))

    @dbus_method(name="SetPosition")
    def set_position(self, track: DBusObjectPath, position: DBusInt64) -> None:
        """In microseconds; a wish for another track comes too late."""
        length = self.view.length
        if track == TRACK and position >= 0 and (length is None or position <= length * _MICRO):
            self._ask("seek", position / _MICRO)

    @dbus_method(name="OpenUri")
    def open_uri(self, address: DBusStr) -> None:
        """Nothing: other programs do not choose what is opened."""

    @dbus_signal(name="Seeked")
    def seeked(self, seconds: float) -> DBusInt64:
        """It went elsewhere."""
        return round(seconds * _MICRO)

    @dbus_property(PropertyAccess.READ, name="PlaybackStatus")
    def status(self) -> DBusStr:
        """See MPRIS."""
        return self.view.status

    @dbus_property(name="Rate")
    def rate(self) -> DBusDouble:
        """See MPRIS."""
        return self.view.speed

    @rate.setter  # type: ignore[no-redef]
    def rate(self, value: DBusDouble) -> None:
        self._ask("speed" if value > 0 else "pause", value)

    @dbus_property(name="Volume")
    def volume(self) -> DBusDouble:
        """See MPRIS."""
        return self.view.volume

    @volume.setter  # type: ignore[no-redef]
    def volume(self, value: DBusDouble) -> None:
        self._ask("volume", max(0.0, value))

    @dbus_property(PropertyAccess.READ, name="Metadata")
    def metadata(self) -> DBusDict:
        """See MPRIS."""
        return metadata_of(self.view)

    @dbus_property(PropertyAccess.READ, name="Position")
    def position(self) -> DBusInt64:
        """In microseconds."""
        return round(self._position() * _MICRO)

    @dbus_property(PropertyAccess.READ, name="MinimumRate")
    def slowest(self) -> DBusDouble:
        """See MPRIS."""
        return self._speeds[0]

    @dbus_property(PropertyAccess.READ, name="MaximumRate")
    def fastest(self) -> DBusDouble:
        """See MPRIS."""
        return self._speeds[1]

    @dbus_property(PropertyAccess.READ, name="CanGoNext")
    def can_go_next(self) -> DBusBool:
        """See MPRIS."""
        return False

    @dbus_property(PropertyAccess.READ, name="CanGoPrevious")
    def can_go_previous(self) -> DBusBool:
        """See MPRIS."""
        return False

    @dbus_property(PropertyAccess.READ, name="CanPlay")
    def can_play(self) -> DBusBool:
        """See MPRIS."""
        return self.view.is_open

    @dbus_property(PropertyAccess.READ, name="CanPause")
    def can_pause(self) -> DBusBool:
        """See MPRIS."""
        return self.view.is_open

    @dbus_property(PropertyAccess.READ, name="CanSeek")
    def can_seek(self) -> DBusBool:
        """See MPRIS."""
        return self.view.length is not None

    @dbus_property(PropertyAccess.READ, name="CanControl")
    def can_control(self) -> DBusBool:
        """See MPRIS."""
        return True
