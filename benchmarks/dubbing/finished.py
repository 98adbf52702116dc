"""A long film dubbed to its end: loudness and peaks of the encoded files, and their durations against the source's.

``python -m benchmarks.dubbing.finished [MINUTES [PRESET]]``; the picture and sound are the sample's over and over, what
is said are the Bosnian cues of a film. The files are decoded and measured here, not by the job.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import av

from benchmarks.dubbing.material import SAMPLE, Talk, film
from benchmarks.dubbing.running import dub, request_for
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.jobs.manifest import parse_manifest
from streamlation_desktop.jobs.request import TARGET_LOUDNESS
from streamlation_desktop.media.full_sound import FULL_RATE, full_sound
from streamlation_desktop.media.loudness import measure


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 18.5
    preset = sys.argv[2] if len(sys.argv) > 2 else "desktop"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        talk = film(folder, "auto_detect_windows-1250.srt", "bs", minutes)
        talk = replace(talk, sound=_picture(folder / "film.mp4", talk))
        request = replace(request_for(talk, folder / "out"), loudness=preset)
        dub(folder / "home", request)
        source, frame = _seconds(talk.sound)
        print(f"{preset}: source {source:.3f} s, a frame {frame * 1000:.0f} ms, target {TARGET_LOUDNESS[preset]} LUFS")
        for path in sorted((folder / "out").glob("*.m[4p][a4]")):
            _tell(path, source)
        [report] = parse_manifest((folder / "out" / "film.manifest.json").read_bytes()).languages
        print(f"{len(report.lines)} lines;", *(f"{each.stage} {each.cpu_seconds:.0f} s" for each in report.cost))


def _tell(path: Path, source: float) -> None:
    seconds, _ = _seconds(path)
    told = f"{path.name}: {1000 * (seconds - source):+.1f} ms"
    if path.suffix == ".m4a":
        heard = measure(full_sound(str(path), CancelToken()), FULL_RATE)
        told += f", {heard.integrated:.2f} LUFS, {heard.true_peak:.2f} dBTP"
    print(told, flush=True)


def _seconds(path: Path) -> tuple[float, float]:
    """Duration, and that of a frame of its picture."""
    with av.open(str(path)) as container:
        assert container.duration is not None
        rate = container.streams.video[0].average_rate if container.streams.video else None
        return container.duration / av.time_base, 1 / float(rate) if rate else 0.0


def _picture(path: Path, talk: Talk) -> Path:
    """The sample's streams, copied one after the other until the talk is over."""
    with av.open(str(path), "w") as writer:
        with av.open(str(SAMPLE / "sample.mp4")) as reader:
            out = [writer.add_stream_from_template(stream) for stream in reader.streams]
            length = (reader.duration or 0) / av.time_base
        begin, last = 0.0, dict.fromkeys(range(len(out)), -(10**9))
        while begin < talk.seconds:
            with av.open(str(SAMPLE / "sample.mp4")) as reader:
                for packet in reader.demux():
                    if packet.pts is None or packet.dts is None or packet.time_base is None:
                        continue
                    shift = round(begin / float(packet.time_base))
                    packet.pts, packet.dts = packet.pts + shift, packet.dts + shift
                    is_new = packet.dts > last[packet.stream.index]  # the encoder's delay lies over the end before
                    if is_new and float(packet.pts * packet.time_base) < talk.seconds:
                        last[packet.stream.index] = packet.dts
                        packet.stream = out[packet.stream.index]
                        writer.mux(packet)
            begin += length
    return path


if __name__ == "__main__":
    main()
