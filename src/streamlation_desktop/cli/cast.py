"""``streamlation cast``: play a file or stream, with its translation, on a device of the network."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from streamlation_desktop.cli.cast_play import play
from streamlation_desktop.cli.cast_watch import waits_in_words
from streamlation_desktop.cli.waiting import interrupts
from streamlation_desktop.core.casting import DeviceKind
from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.files import disk_errors
from streamlation_desktop.core.terminal import harmless

if TYPE_CHECKING:
    from streamlation_desktop.storage.access import DeviceMemory
    from streamlation_desktop.web.casting import Casting

_EPILOG = """\
examples:
  streamlation cast --list
  streamlation cast talk.mp4 --to es --device "Living room"
  streamlation cast talk.mp4 --device 192.168.1.20 --start 12:30
  streamlation cast talk.mp4 --to es --device "Living room" --dub
  streamlation cast talk.mp4 --to es --dub talk.es.mix.m4a --device "Living room"
  streamlation cast rtmp://localhost/live/talk --to es --voice --device "Living room"

Captions are made while the device plays, and taken from the history when they are there already.
Ctrl-C stops the device.
"""


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
    parser.add_argument(
        "--dub",
        type=Path,
        nargs="?",
        const=Path(),
        metavar="FILE",
        help="hear a dub in place of the source's own sound: the one that streamlation dub made of it, or a sound file",
    )
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
        return play(casting, database, paths, options)


def _list(casting: Casting, memory: DeviceMemory, options: argparse.Namespace) -> int:
    casting.discovery.start()
    with interrupts() as stopped:
        stopped.wait(options.wait)
    devices = casting.discovery.devices()
    if options.json:
        print(json.dumps([{**asdict(device), "kind": device.kind.value} for device in devices], indent=2))
        return 0
    for device in devices:
        print(harmless(f"{device.name:<28} {device.kind.value:<11} {device.address:<16} {device.model}"))
        if device.note:
            print(f"{'':<28} {device.note}")
        last = next(iter(memory.plays(device.id)), None)
        if last is not None:
            minutes, seconds = divmod(round(last.seconds), 60)
            print(f"{'':<28} last time: {minutes}:{seconds:02} played, {waits_in_words(last.telemetry)}")
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
    print(harmless(f"{device.name} is paired"))
    if casting.credentials.notice:
        print(casting.credentials.notice, file=sys.stderr)
    return 0
