"""Measure PocketSphinx with its default English model on the sample.

    python -m resources.sample.evaluate

Needs av, jiwer and pocketsphinx.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import av
import jiwer
import numpy as np
import numpy.typing as npt
import pocketsphinx

FOLDER = Path(__file__).parent


def decode(path: Path) -> npt.NDArray[np.int16]:
    """Return the sound of ``path`` as mono 16-bit at 16 000 Hz."""
    resampler = av.AudioResampler("s16", "mono", 16_000)
    with av.open(str(path)) as container:
        blocks = [f.to_ndarray() for frame in container.decode(audio=0) for f in resampler.resample(frame)]
    return np.concatenate(blocks, axis=1)[0]


def recognise(samples: npt.NDArray[np.int16]) -> list[str]:
    """Split at silence with PocketSphinx' own endpointer and recognise every piece."""
    endpointer, decoder = pocketsphinx.Endpointer(window=0.3), pocketsphinx.Decoder(samprate=16_000)
    size, heard, data = endpointer.frame_bytes, [], samples.tobytes()
    for offset in range(0, len(data), size):
        before, frame = endpointer.in_speech, data[offset : offset + size]
        speech = endpointer.process(frame) if len(frame) == size else endpointer.end_stream(frame)
        if speech is None:
            continue
        if not before:
            decoder.start_utt()
        decoder.process_raw(speech)
        if not endpointer.in_speech:
            decoder.end_utt()
            heard.append(decoder.hyp().hypstr if decoder.hyp() else "")
    return heard


def plain(text: str) -> str:
    return re.sub(r"[^a-z' ]", "", text.lower())


def main() -> None:
    reference = json.loads((FOLDER / "sample.json").read_text(encoding="utf-8"))
    samples = decode(FOLDER / "sample.mp4")
    expected = plain(" ".join(sentence["text"] for sentence in reference["sentences"]))
    heard = recognise(samples)
    print("\n".join(heard))
    print(f"duration {len(samples) / 16_000:.2f} s, reference {reference['duration']:.2f} s")
    print(f"PocketSphinx WER {100 * jiwer.wer(expected, ' '.join(heard)):.1f} % of {len(expected.split())} words")


if __name__ == "__main__":
    main()
