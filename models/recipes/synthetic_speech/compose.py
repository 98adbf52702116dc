"""Compose a talk with known words and times.

    python -m models.recipes.synthetic_speech.compose --minutes 5 --seed 1 --languages en --out talk.wav

Writes the sound (WAV or, by its ending, FLAC; 16 000 Hz mono) and ``talk.json`` beside it. Needs numpy, scipy, av and
the libraries of Flite and eSpeak NG.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import av
import numpy as np

from models.recipes.fixture_whisper.make_speech import texts
from models.recipes.synthetic_speech.spoken import SAMPLE_RATE, Samples
from models.recipes.synthetic_speech.talk import compose


def write_sound(path: Path, samples: Samples) -> None:
    codec = "flac" if path.suffix == ".flac" else "pcm_s16le"
    pcm = (samples * 32767).round().astype(np.int16)
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=SAMPLE_RATE, layout="mono")
        for first in range(0, len(pcm), 4096):
            block = np.ascontiguousarray(pcm[None, first : first + 4096])
            frame = av.AudioFrame.from_ndarray(block, format="s16", layout="mono")
            frame.sample_rate, frame.pts = SAMPLE_RATE, first
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--languages", default="en", help="en, es, or en,es for one after the other")
    parser.add_argument("--voices", default="", help="for instance rms,slt or es+f3; drawn at random if left out")
    parser.add_argument("--pauses", type=float, nargs=2, default=(0.3, 1.2), metavar=("SHORTEST", "LONGEST"))
    parser.add_argument("--unseen", action="store_true", help="no sentence that the Whisper fixture was trained on")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    voices = tuple(name for name in options.voices.split(",") if name)
    shortest, longest = options.pauses
    languages = tuple(options.languages.split(","))
    seen = frozenset(text for language in languages for text in texts("train", language)) if options.unseen else frozenset()
    talk = compose(60 * options.minutes, options.seed, languages, voices, (shortest, longest), seen)
    write_sound(options.out, talk.samples)
    text = json.dumps(talk.reference(), ensure_ascii=False, indent=1)
    options.out.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    print(f"{len(talk.sentences)} sentences, {len(talk.samples) / SAMPLE_RATE:.1f} s")


if __name__ == "__main__":
    main()
