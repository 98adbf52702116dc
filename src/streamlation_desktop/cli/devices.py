"""``streamlation devices``: what this machine can compute on, and what it can listen to."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("--refresh", action="store_true", help="look at the graphics card anew")
    parser.add_argument("--tune", action="store_true", help="measure which number format is fastest here (5 s)")
    parser.add_argument("--sound", action="store_true", help="list microphones and the computer's own sound instead")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: argparse.Namespace) -> int:
    """List the devices."""
    if options.sound:
        return _list_sound(as_json=options.json)
    from streamlation_desktop.engines.autotune import autotune
    from streamlation_desktop.engines.devices import list_devices
    from streamlation_desktop.settings.paths import app_paths

    paths = app_paths()
    paths.ensure()
    if options.tune:
        autotune(paths.cache)
    devices = list_devices(paths.cache, refresh=options.refresh)
    if options.json:
        print(json.dumps([asdict(device) for device in devices], indent=2))
        return 0
    for device in devices:
        state = "works" if device.available else "not usable"
        print(f"{device.device:<5} {state:<11} {device.name}")
        if device.compute_types:
            print(f"      compute types: {', '.join(device.compute_types)}")
        if device.detail:
            print(f"      {device.detail}")
    return 0


def _list_sound(*, as_json: bool) -> int:
    from streamlation_desktop.capture.source import list_capture_devices

    devices = list_capture_devices()
    if as_json:
        entries = [{"location": d.location, "name": d.name, "default": d.is_default} for d in devices]
        print(json.dumps(entries, indent=2, ensure_ascii=False))
        return 0
    for device in devices:
        print(f"{'*' if device.is_default else ' '} {device.location}")
    if not devices:
        print("There is no microphone, and no way to hear what this computer plays.")
    return 0
