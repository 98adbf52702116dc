"""Live recognition and translation at work beside what is measured, in an engine process as the window has it."""

from __future__ import annotations

import json
import subprocess
import sys
import wave
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import av
import numpy as np

_RATE = 16_000
_SAMPLE = Path("resources/sample/sample.mp4")


def write_talk(path: Path, times: int = 12) -> Path:
    """The sample's speech, again and again."""
    with av.open(str(_SAMPLE)) as reader:
        resampler = av.AudioResampler("s16", "mono", _RATE)
        frames = [new for frame in reader.decode(audio=0) for new in resampler.resample(frame)]
    speech = np.concatenate([frame.to_ndarray()[0] for frame in frames])
    with wave.open(str(path), "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(_RATE)
        writer.writeframes(np.tile(speech, times).tobytes())
    return path


@contextmanager
def live_session(folder: Path, environment: Mapping[str, str]) -> Iterator[None]:
    """Captions in English and Spanish of a talk as fast as it is spoken, from the first caption on."""
    talk = write_talk(folder / "talk.wav")
    command = [sys.executable, "-m", "streamlation_desktop", "live", str(talk), "--from", "en", "--to", "es"]
    session = subprocess.Popen(
        [*command, "--engine-process", "--json"], env=dict(environment), stdout=subprocess.PIPE, text=True
    )
    assert session.stdout is not None
    try:
        while json.loads(session.stdout.readline())["type"] != "caption-updated":
            pass
        drain = subprocess.Popen(["cat"], stdin=session.stdout, stdout=subprocess.DEVNULL)
        yield
        if session.poll() is not None:
            raise RuntimeError("the live session ended before the measurement")
        drain.terminate()
        drain.wait(5)
    finally:
        session.kill()
        session.wait(5)
