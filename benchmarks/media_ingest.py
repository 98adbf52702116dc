"""An hour of audio ingested: memory must not grow, and time is compared with a bare PyAV loop.

python benchmarks/media_ingest.py
"""

from __future__ import annotations

import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import av
from av.audio.resampler import AudioResampler

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.media.ffmpeg import ffmpeg_path
from streamlation_desktop.media.source import open_source

HOUR = 3600
MINUTES = 300
ROUNDS = 5


def generate(path: Path, seconds: int) -> Path:
    """Noise as stereo MP3 or mono FLAC, by the suffix."""
    sound = ["-f", "lavfi", "-i", f"anoisesrc=r=44100:a=0.1:d={seconds}"]
    subprocess.run([ffmpeg_path(), "-v", "error", *sound, str(path)], check=True)
    return path


def resident() -> float:
    """MB of memory in use now (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def memory(path: Path) -> None:
    source = open_source(str(path), CancelToken())
    chunks = source.audio()
    for _ in range(20):  # decoder and resampler have what they need
        next(chunks)
    before = peak = resident()
    samples = 0
    for chunk in chunks:
        samples += len(chunk.samples)
        peak = max(peak, resident())
    source.close()
    print(f"{samples / 16_000 + 10:.0f} s of FLAC: resident {before:.1f} MB at 10 s, growth {peak - before:.1f} MB")


def bare(path: Path) -> float:
    """CPU seconds of decoding and resampling alone."""
    started = time.process_time()
    with av.open(str(path)) as container:
        resampler = AudioResampler(format="flt", layout="mono", rate=16_000)
        for frame in container.decode(audio=0):
            resampler.resample(frame)
    return time.process_time() - started


def ours(path: Path) -> float:
    """CPU seconds of our ingest."""
    started = time.process_time()
    source = open_source(str(path), CancelToken())
    for _ in source.audio():
        pass
    source.close()
    return time.process_time() - started


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        memory(generate(Path(folder) / "hour.flac", HOUR))
        path = generate(Path(folder) / "minutes.mp3", MINUTES)
        pairs = [(ours(path), bare(path)) for _ in range(ROUNDS)]
    ratio = statistics.median(a / b for a, b in pairs)
    factor = statistics.median(MINUTES / a for a, _ in pairs)
    print(f"{MINUTES} s of MP3: {ratio:.2f} times the CPU of a bare PyAV loop, {factor:.0f} times real time per core")


if __name__ == "__main__":
    main()
