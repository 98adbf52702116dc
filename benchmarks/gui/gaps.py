"""Holes in the sound of a long film while a live session recognizes and translates beside it.

Usage: python -m benchmarks.gui.gaps [--folder FOLDER] [--minutes 10]

The film, 1080p30 with captions, has a tone that never stops. What comes out of the null sink is recorded by another
process, and every run of silence in it is told, as well as what the player itself counted.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream

from benchmarks.gui.busy import live_session
from benchmarks.gui.film import RATE, write_captions, write_film
from benchmarks.gui.stage import Stage, processor_seconds, stage

_SECONDS = 40
_SILENT = 0.01
_LEAST = RATE // 1000
"""Frames of silence that are a hole: a millisecond. The tone itself is never so quiet for so long."""
_BEGUN = 0.1


def write_long_film(path: Path, short: Path, seconds: int) -> Path:
    """The pictures of `short` again and again, and a tone."""
    if path.exists():
        return path
    with av.open(str(path), "w") as output:
        video, sound = None, output.add_stream("aac", rate=RATE, layout="stereo")
        assert isinstance(sound, AudioStream)
        done = 0
        for turn in range(-(-seconds // _SECONDS)):
            with av.open(str(short)) as reader:
                stream = reader.streams.video[0]
                video = video or output.add_stream_from_template(stream)
                shift = int(turn * _SECONDS / stream.time_base)
                for packet in reader.demux(stream):
                    if packet.dts is None:
                        continue
                    packet.pts, packet.dts = (packet.pts or 0) + shift, packet.dts + shift
                    until = int(float(packet.pts * stream.time_base) * RATE)
                    packet.stream = video
                    output.mux(packet)
                    done = _write_tone(output, sound, done, until)
        output.mux(sound.encode(None))
    return path


def _write_tone(output: av.container.OutputContainer, stream: AudioStream, done: int, until: int) -> int:
    while done < until:
        tone = (0.4 * np.sin(2 * np.pi * 440 * (done + np.arange(1024)) / RATE)).astype(np.float32)
        part = av.AudioFrame.from_ndarray(np.stack([tone, tone]), "fltp", "stereo")
        part.sample_rate, part.pts, part.time_base = RATE, done, Fraction(1, RATE)
        output.mux(stream.encode(part))
        done += 1024
    return done


def holes(sound: np.ndarray) -> list[tuple[float, float]]:
    """When, in seconds after the tone began, and for how many milliseconds it was silent, until it ends."""
    loud = np.flatnonzero(np.abs(sound) > _SILENT)
    begun = np.flatnonzero(np.abs(sound) > _BEGUN)
    if not len(begun):
        return [(0.0, len(sound) / RATE * 1000)]
    steps = np.diff(loud)
    return [
        (float((loud[at] - begun[0]) / RATE), float(steps[at] / RATE * 1000)) for at in np.flatnonzero(steps > _LEAST)
    ]


def record(place: Stage, seconds: float, path: Path) -> subprocess.Popen[bytes]:
    command = ["timeout", str(seconds), "parec", "--device=rig.monitor", "--format=s16le", f"--rate={RATE}",
               "--channels=1", "--latency-msec=200", "--raw"]  # fmt: skip
    with path.open("wb") as file:
        return subprocess.Popen(command, env=place.environment, stdout=file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/streamlation-bench"))
    parser.add_argument("--minutes", type=float, default=10.0)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    seconds = given.minutes * 60
    short = write_film(given.folder / "film-1080p30-gop250.mp4", 1920, 1080, 30, _SECONDS, 250)
    film = write_long_film(given.folder / f"film-{seconds:.0f}s.mp4", short, int(seconds) + 5)
    captions = write_captions(given.folder / "captions.srt", _SECONDS)
    raw = given.folder / "sound.raw"
    with stage(given.folder / "stage") as place, live_session(given.folder, place.environment):
        recorder = record(place, seconds + 10, raw)
        command = [sys.executable, "-m", "benchmarks.gui.our_player", str(film), str(captions), str(seconds)]
        program = subprocess.Popen(command, env=place.environment, stdout=subprocess.PIPE, text=True)
        time.sleep(seconds / 2)
        used = processor_seconds(program.pid) / (seconds / 2) * 100
        said, _ = program.communicate(timeout=seconds + 60)
        recorder.wait(60)
    told = json.loads(next(line for line in said.splitlines() if line.startswith("{")))
    found = holes(np.fromfile(raw, np.int16).astype(np.float32) / 32_768)
    raw.unlink()
    print(f"{given.minutes:g} min, {used:.0f} % of a core; the player counted {told}")
    print(f"holes of a millisecond and more in what was heard: {len(found)}")
    for at, milliseconds in found[:20]:
        print(f"  at {at:.2f} s: {milliseconds:.0f} ms")


if __name__ == "__main__":
    main()
