"""Reads from the screen which picture is up, and from the loudspeaker when it beeps; processes of their own.

Usage: python -m benchmarks.gui.watch screen DISPLAY SCALE SECONDS OUT.json
       python -m benchmarks.gui.watch sound SECONDS OUT.json
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import av
import numpy as np

from benchmarks.gui.film import BITS, BLOCK, number_at

_RATE = 48_000
_LOUD = 0.08


def watch_screen(display: str, scale: float, seconds: float) -> list[tuple[float, int]]:
    """When which number came up: monotonic time and number."""
    width, height = int(BLOCK * BITS * scale) // 2 * 2, 8
    options = {"video_size": f"{width}x{height}", "framerate": "125", "draw_mouse": "0"}
    grab = av.open(f"{display}+0,{int(BLOCK * scale / 2) - 4}", format="x11grab", options=options)
    shift = time.time() - time.monotonic()
    middles = ((np.arange(BITS) + 0.5) * BLOCK * scale).astype(int)
    found: list[tuple[float, int]] = []
    end = time.monotonic() + seconds
    for frame in grab.decode(video=0):
        plane = frame.planes[0]
        rows = np.frombuffer(plane, np.uint8).reshape(frame.height, plane.line_size)
        green = rows[2:6, : width * 4].mean(0).reshape(-1, 4)[:, 1]
        number = number_at(green[middles])
        if number and (not found or found[-1][1] != number):
            found.append((float(frame.pts) / 1e6 - shift, number))
        if time.monotonic() > end:
            break
    return found


def watch_sound(seconds: float) -> list[tuple[float, int]]:
    """When which second beeped: monotonic time and last digit of the second."""
    command = ["parec", "--device=rig.monitor", "--format=s16le", f"--rate={_RATE}", "--channels=1",
               "--latency-msec=5", "--raw"]  # fmt: skip
    recorder = subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0)
    assert recorder.stdout is not None
    parts, moments, count = [], [], 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        part = os.read(recorder.stdout.fileno(), 65_536)
        parts.append(part)
        count += len(part) // 2
        moments.append(time.monotonic() - count / _RATE)
    recorder.kill()
    sound = np.frombuffer(b"".join(parts), np.int16).astype(np.float32) / 32_768
    return _beeps(sound, float(np.percentile(moments[len(moments) // 10 :], 2)))


def _beeps(sound: np.ndarray, start: float) -> list[tuple[float, int]]:
    found, loud = [], np.flatnonzero(np.abs(sound) > _LOUD)
    while len(loud) and loud[0] + 2200 < len(sound):
        first = int(loud[0])
        part = sound[first + 240 : first + 1776] * np.hanning(1536)
        frequency = float(np.abs(np.fft.rfft(part, _RATE)).argmax())
        found.append((start + first / _RATE, round((frequency - 600) / 100)))
        loud = loud[loud > first + _RATE // 4]
    return found


def main() -> None:
    arguments = sys.argv[2:]
    if sys.argv[1] == "screen":
        found = watch_screen(arguments[0], float(arguments[1]), float(arguments[2]))
    else:
        found = watch_sound(float(arguments[0]))
    Path(arguments[-1]).write_text(json.dumps(found))


if __name__ == "__main__":
    main()
