"""Make ``sample.mp4`` and ``sample.json``: a short talk with known words, times and translation.

    python -m resources.sample.make_sample

from the root of the repository; needs av, numpy, scipy, pillow and flite.

The same versions give the same words and times; the compressed bytes may differ with another encoder version.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import av
import numpy as np

from models.recipes.synthetic_speech.flite import speak
from models.recipes.synthetic_speech.spoken import SAMPLE_RATE, Samples
from resources.sample.dialogue import DIALOGUE, VOICES
from resources.sample.picture import HEIGHT, RATE, WIDTH, draw, loudness

FOLDER = Path(__file__).parent
LEAD, SAME_SPEAKER, OTHER_SPEAKER, TAIL = 0.6, 0.5, 0.7, 1.0
"""Seconds of quiet at the start, between sentences, between speakers, and at the end."""
STRETCH = 1.05
NOISE = 0.0003
"""Standard deviation of the room noise, about -70 dBFS: digital silence is not a recording."""


def compose() -> tuple[Samples, list[dict[str, Any]]]:
    """Return the sound and, for every sentence, its speaker, words, times and reference translation."""
    pieces = [np.zeros(round(LEAD * SAMPLE_RATE), np.float32)]
    position = len(pieces[0])
    sentences: list[dict[str, Any]] = []
    for number, line in enumerate(DIALOGUE):
        speech = speak(line.english, VOICES[line.speaker], STRETCH)
        words = [word.shifted(position / SAMPLE_RATE) for word in speech.words]
        sentences.append(
            {
                "speaker": line.speaker,
                "start": round(words[0].start, 3),
                "end": round(words[-1].end, 3),
                "text": line.english,
                "spanish": line.spanish,
                "words": [{"text": w.text, "start": round(w.start, 3), "end": round(w.end, 3)} for w in words],
            }
        )
        following = DIALOGUE[number + 1] if number + 1 < len(DIALOGUE) else None
        gap = TAIL if following is None else SAME_SPEAKER if following.speaker == line.speaker else OTHER_SPEAKER
        level = 0.12 / float(np.sqrt((speech.samples**2).mean()))
        pieces += [speech.samples * level, np.zeros(round(gap * SAMPLE_RATE), np.float32)]
        position += len(pieces[-2]) + len(pieces[-1])
    samples = np.concatenate(pieces)
    samples += np.random.default_rng(1).normal(0, NOISE, len(samples)).astype(np.float32)
    return np.clip(samples, -0.98, 0.98).astype(np.float32), sentences


def write_video(path: Path, samples: Samples, sentences: list[dict[str, Any]]) -> None:
    """Encode H.264 and AAC into one MP4 that starts to play before it is complete."""
    names = tuple(VOICES)
    levels = loudness(samples)
    with av.open(str(path), "w", options={"movflags": "faststart"}) as container:
        video = container.add_stream("libx264", rate=RATE, options={"crf": "26", "preset": "slow", "g": "50"})
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        audio = container.add_stream("aac", rate=SAMPLE_RATE, layout="mono")
        audio.bit_rate = 96_000
        for index in range(len(levels)):
            now = (index + 0.5) / RATE
            talking = next((s["speaker"] for s in sentences if s["start"] <= now < s["end"]), None)
            picture = draw(index, levels, names.index(talking) if talking else None, names)
            container.mux(video.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
            first = index * SAMPLE_RATE // RATE
            sound = samples[None, first : first + SAMPLE_RATE // RATE]
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound), format="fltp", layout="mono")
            frame.sample_rate, frame.pts = SAMPLE_RATE, first
            container.mux(audio.encode(frame))
        container.mux(video.encode(None))
        container.mux(audio.encode(None))


def main() -> None:
    samples, sentences = compose()
    write_video(FOLDER / "sample.mp4", samples, sentences)
    reference = {
        "language": "en",
        "translation_language": "es",
        "duration": round(len(samples) / SAMPLE_RATE, 3),
        "voices": VOICES,
        "sentences": sentences,
    }
    (FOLDER / "sample.json").write_text(json.dumps(reference, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
