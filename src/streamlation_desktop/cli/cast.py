"""``streamlation cast``: play a file or stream, with its translation, on a device of the network."""

from __future__ import annotations

import argparse
import json
import sys
import threading
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from streamlation_desktop.cli.languages import parse_languages
from streamlation_desktop.cli.waiting import interrupts
from streamlation_desktop.core.casting import BUFFERS, LONGEST_DELAY, DeviceKind
from streamlation_desktop.core.errors import CastError, NoAudio, UsageError, error_from_code
from streamlation_desktop.core.events import CastChanged, CastTelemetry, Degraded, Envelope, StateChanged
from streamlation_desktop.core.files import disk_errors

if TYPE_CHECKING:
    from streamlation_desktop.cast.delivery import CastMedia
    from streamlation_desktop.core.events import Handler
    from streamlation_desktop.session.speak_request import Speaker
    from streamlation_desktop.settings.paths import AppPaths
    from streamlation_desktop.storage.access import DeviceMemory
    from streamlation_desktop.storage.database import Database
    from streamlation_desktop.web.board import SessionBoard
    from streamlation_desktop.web.casting import Casting
    from streamlation_desktop.web.live_voice import LiveVoice

_EPILOG = """\
examples:
  streamlation cast --list
  streamlation cast talk.mp4 --to es --device "Living room"
  streamlation cast talk.mp4 --device 192.168.1.20 --start 12:30
  streamlation cast talk.mp4 --to es --dub talk.es.mix.m4a --device "Living room"
  streamlation cast rtmp://localhost/live/talk --to es --voice --device "Living room"

Captions are made while the device plays, and taken from the history when they are there already.
Ctrl-C stops the device.
"""
_POLL = 0.2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.epilog = _EPILOG
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("input", nargs="?", metavar="INPUT", help="media file or address")
    parser.add_argument("--list", action="store_true", help="show the devices of the network")
    parser.add_argument("--pair", metavar="NAME", help="pair with an AirPlay device, by the PIN that it shows")
    parser.add_argument("--device", metavar="NAME", help="name (its beginning suffices) or address of the device")
    parser.add_argument("--to", metavar="LANG[,LANG]", help="translate into these; the first is shown")
    parser.add_argument("--from", dest="sources", metavar="LANG", help="spoken language (default: detected)")
    parser.add_argument("--start", metavar="TIME", default="0", help="begin there: seconds, or 1:02:03")
    parser.add_argument("--audio-track", type=int, default=0, metavar="N", help="audio track to hear, from 0")
    parser.add_argument("--dub", type=Path, metavar="FILE", help="hear this sound file in place of the source's own")
    parser.add_argument("--voice", action="store_true", help="speak the translation of a live stream over its sound")
    parser.add_argument(
        "--delay", metavar="S", help="seconds behind a live stream on this device, kept for it; auto: as captions need"
    )
    parser.add_argument(
        "--buffer", metavar="S", help="seconds of a live stream that this device keeps before it, kept for it; or auto"
    )
    parser.add_argument("--wait", type=float, default=5.0, metavar="S", help="seconds to look for devices (default: 5)")
    parser.add_argument("--json", action="store_true", help="as JSON, one event per line")


def run(options: argparse.Namespace) -> int:
    """List the devices, or play until the end or Ctrl-C."""
    from streamlation_desktop.core.events import EventBus
    from streamlation_desktop.settings.paths import app_paths
    from streamlation_desktop.storage.access import DeviceMemory
    from streamlation_desktop.storage.database import Database
    from streamlation_desktop.web.casting import build_casting

    if sum(map(bool, (options.list, options.input, options.pair))) != 1:
        raise UsageError("give an INPUT to play, or --list, or --pair NAME", hint="See: streamlation cast --help")
    if options.input and not options.device:
        raise UsageError("--device is missing", hint="streamlation cast --list shows what is there.")
    paths = app_paths()
    with disk_errors(paths.data):
        paths.ensure()
    with Database(paths.database) as database, build_casting(paths, database, EventBus()) as casting:
        if options.list:
            return _list(casting, DeviceMemory(database), options)
        if options.pair:
            return _pair(casting, options)
        return _play(casting, database, paths, options)


def _list(casting: Casting, memory: DeviceMemory, options: argparse.Namespace) -> int:
    casting.discovery.start()
    with interrupts() as stopped:
        stopped.wait(options.wait)
    devices = casting.discovery.devices()
    if options.json:
        print(json.dumps([{**asdict(device), "kind": device.kind.value} for device in devices], indent=2))
        return 0
    for device in devices:
        print(f"{device.name:<28} {device.kind.value:<11} {device.address:<16} {device.model}")
        if device.note:
            print(f"{'':<28} {device.note}")
        last = next(iter(memory.plays(device.id)), None)
        if last is not None:
            minutes, seconds = divmod(round(last.seconds), 60)
            print(f"{'':<28} last time: {minutes}:{seconds:02} played, {_waits(last.telemetry)}")
    if not devices:
        print("no devices found: are they switched on, and in this network? An address works without being found")
    return 0


def _pair(casting: Casting, options: argparse.Namespace) -> int:
    device = casting.discovery.find(options.pair, options.wait)
    if device.kind is not DeviceKind.AIRPLAY:
        raise UsageError(f"{device.name} needs no pairing", hint="Only AirPlay devices do.")
    if not casting.credentials.is_lasting:
        raise UsageError(
            "this system has no keyring, and a pairing is kept nowhere else",
            hint="Install one (a Secret Service such as GNOME Keyring or KWallet), or pair in the window for its time.",
        )
    from streamlation_desktop.cast.airplay_pairing import AirPlayPairing

    pairing = AirPlayPairing(device, casting.server.loop, casting.credentials)
    try:
        pairing.begin()
        pairing.finish(input(f"PIN that {device.name} shows: "))
    finally:
        pairing.close()
    print(f"{device.name} is paired")
    if casting.credentials.notice:
        print(casting.credentials.notice, file=sys.stderr)
    return 0


def _play(casting: Casting, database: Database, paths: AppPaths, options: argparse.Namespace) -> int:
    from streamlation_desktop.session.remote import RemoteRunner
    from streamlation_desktop.web.board import SessionBoard

    start = _seconds(options.start)
    change = _timing_change(options)
    runner = RemoteRunner()  # models in a process of their own: the device gets its segments in time
    board = SessionBoard(runner)
    resources = ExitStack()
    resources.callback(runner.close)
    resources.callback(board.close)
    try:
        device = casting.discovery.find(options.device, options.wait)
        if change:
            casting.controller.set_timing(device, replace(casting.controller.timing(device), **change))
        ended = threading.Event()
        watcher = _Watcher(ended, as_json=options.json)
        casting.events.subscribe(watcher.handle)
        handlers: list[Handler] = [watcher.session_event]
        voice = resources.enter_context(closing(_voice(runner, casting, paths, options))) if options.voice else None
        if voice is not None:
            handlers.append(voice.handle)
        media = _media(database, board, paths, options, handlers)
        if voice is not None:
            media = _with_voice(media, voice)
        casting.controller.start(device, media, start)
        with interrupts() as stopped:
            while not (stopped.wait(_POLL) or ended.is_set()):
                pass
        if watcher.failure is not None:
            raise watcher.failure
        return 0
    finally:
        casting.controller.close()
        resources.close()


def _voice(runner: Speaker, casting: Casting, paths: AppPaths, options: argparse.Namespace) -> LiveVoice:
    from streamlation_desktop.web.live_voice import LiveVoice

    targets = parse_languages(options.to, "--to")
    if not targets:
        raise UsageError("--voice needs a language", hint="For example: --voice --to es")
    return LiveVoice(targets[0], options.input, runner, casting.events, paths.cache / "cast")


def _with_voice(media: CastMedia, voice: LiveVoice) -> CastMedia:
    if media.ring is None:
        raise UsageError("--voice is for live streams", hint="Make a dub of a file (streamlation dub), and give --dub.")
    return replace(media, voice=voice)


def _media(
    database: Database,
    board: SessionBoard,
    paths: AppPaths,
    options: argparse.Namespace,
    handlers: Sequence[Handler],
) -> CastMedia:
    from streamlation_desktop.cast.delivery import CastMedia
    from streamlation_desktop.core.cancel import CancelToken
    from streamlation_desktop.media.delivery.facts import inspect
    from streamlation_desktop.web.cast_captions import captions_for

    facts = inspect(options.input, CancelToken(), options.audio_track)
    sources, targets = parse_languages(options.sources, "--from"), parse_languages(options.to, "--to")
    origin = captions_for(
        options.input,
        sources,
        targets,
        database,
        board,
        paths.cache / "cast",
        handlers=handlers,
        is_live=facts.is_live,
    )
    if options.dub is not None:
        _check_dub(options.dub, is_live=facts.is_live)
    title = facts.title or Path(options.input).stem
    return CastMedia(facts, origin.feed, title, options.audio_track, options.dub, origin.ring)


def _check_dub(dub: Path, *, is_live: bool) -> None:
    from streamlation_desktop.core.cancel import CancelToken
    from streamlation_desktop.media.delivery.facts import inspect

    if is_live:
        raise UsageError("--dub is for files", hint="--voice speaks the translation of a live stream.")
    if inspect(str(dub), CancelToken()).audio is None:
        raise NoAudio(f"{dub} has no sound", hint="Give the mix that streamlation dub wrote.")


class _Watcher:
    """Shows what the device does, and remembers how it ended."""

    def __init__(self, ended: threading.Event, *, as_json: bool) -> None:
        self._ended = ended
        self._as_json = as_json
        self._shown = ""
        self._stalls = 0
        self.failure: Exception | None = None

    def handle(self, envelope: Envelope) -> None:
        """An event of casting."""
        if self._as_json:
            from streamlation_desktop.cli.render import print_json

            print_json(envelope)
        match envelope.event:
            case CastChanged(status, error):
                if error is not None:
                    self._say(f"note: {error.message}\nhint: {error.hint}" if error.hint else f"note: {error.message}")
                self._say(f"{status.device}: {status.state.value}")
                if status.state.value in ("ended", "stopped", "failed"):
                    if error is not None:
                        self.failure = error_from_code(error.code, error.message, error.hint)
                    elif status.state.value == "failed":
                        self.failure = CastError(f"{status.device} failed")
                    self._ended.set()
            case Degraded(reason, chosen):
                self._say(f"note: {reason}; using {chosen}")
            case CastTelemetry() as telemetry if telemetry.stalls > self._stalls:
                self._stalls = telemetry.stalls
                self._say(f"note: {_waits(telemetry)}")

    def session_event(self, envelope: Envelope) -> None:
        """An event of the session that makes the captions."""
        if isinstance(envelope.event, StateChanged) and envelope.event.error is not None:
            error = envelope.event.error
            self._say(f"note: no captions: {error.message}" + (f"\nhint: {error.hint}" if error.hint else ""))

    def _say(self, text: str) -> None:
        if text != self._shown and not self._as_json:
            self._shown = text
            print(text, file=sys.stderr, flush=True)


def _waits(telemetry: CastTelemetry) -> str:
    """In words."""
    count = telemetry.stalls
    text = f"it waited {count} time{'' if count == 1 else 's'} for data, {telemetry.buffering_seconds:.1f} s in all"
    drift = f", {abs(telemetry.drift):.1f} s {'ahead' if telemetry.drift > 0 else 'behind'} of its clock"
    late = f", {telemetry.late} segments without their captions" if telemetry.late else ""
    return text + (drift if abs(telemetry.drift) >= 0.5 else "") + late


def _timing_change(options: argparse.Namespace) -> dict[str, float | None]:
    """Of `CastTiming`: what was asked for."""
    asked = {"delay": (options.delay, (1.0, LONGEST_DELAY)), "buffer": (options.buffer, BUFFERS)}
    return {name: _span(name, text, limits) for name, (text, limits) in asked.items() if text is not None}


def _span(name: str, text: str, limits: tuple[float, float]) -> float | None:
    if text == "auto":
        return None
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not limits[0] <= seconds <= limits[1]:
        hint = f"Give {limits[0]:g} to {limits[1]:g} seconds, or auto."
        raise UsageError(f"--{name}: not a time: {text}", hint=hint)
    return seconds


def _seconds(text: str) -> float:
    try:
        parts = [float(part) for part in text.split(":")]
    except ValueError:
        parts = []
    if not 1 <= len(parts) <= 3 or any(part < 0 for part in parts):
        raise UsageError(f"--start: not a time: {text}", hint="Give seconds, or hours:minutes:seconds.")
    total = 0.0
    for part in parts:
        total = total * 60 + part
    return total
