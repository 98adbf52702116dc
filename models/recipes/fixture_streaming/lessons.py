"""Talks of some seconds as features, with the step at which each piece should be written."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import kaldi_native_fbank as knf
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from models.recipes.fixture_streaming.network import MELS, STACK
from models.recipes.fixture_streaming.pieces import spell
from models.recipes.fixture_whisper import noise
from models.recipes.fixture_whisper.speech import Utterance, varied
from models.recipes.synthetic_speech.spoken import SAMPLE_RATE, Samples, Word

SECONDS, COUNT = 6.4, 10
"""Length of a talk, and talks in a batch."""
STEP = STACK * 0.01
DELAY, MARK_DELAY = 0.10, 0.26
"""Seconds after the end of a word at which it is written, and after which its mark is."""
SILENT = 0.06
"""Share of talks in which nobody speaks."""


@dataclass(frozen=True, slots=True)
class Batch:
    frames: Tensor
    """(B, T, MELS)."""
    labels: Tensor
    """(B, T / STACK): the piece to write, the blank, or -100 where either will do."""
    texts: list[list[int]]


def features(samples: Samples) -> npt.NDArray[np.float32]:
    """(T, MELS), as sherpa-onnx computes them for streaming models."""
    options = knf.FbankOptions()
    options.frame_opts.dither, options.frame_opts.snip_edges = 0.0, False
    options.mel_opts.num_bins, options.mel_opts.low_freq, options.mel_opts.high_freq = MELS, 20.0, -400.0
    fbank = knf.OnlineFbank(options)
    fbank.accept_waveform(SAMPLE_RATE, samples)
    fbank.input_finished()
    return np.stack([fbank.get_frame(number) for number in range(fbank.num_frames_ready)])


def talk(rng: Random, pool: list[Utterance]) -> tuple[Samples, list[Word]]:
    """Sentences with pauses, whole or cut by the end, in some noise."""
    count = round(SECONDS * SAMPLE_RATE)
    if rng.random() < SILENT:
        return noise.quiet(rng, count), []
    sound, words = np.zeros(count, np.float32), list[Word]()
    at = round(rng.uniform(0.0, 0.6) * SAMPLE_RATE)
    while at < count:
        samples, own = varied(rng, rng.choice(pool))
        fitting = samples[: count - at]
        sound[at : at + len(fitting)] += fitting
        words += [word.shifted(at / SAMPLE_RATE) for word in own]
        at += len(samples) + round(rng.choice((rng.uniform(0.1, 0.6), rng.uniform(0.3, 1.5))) * SAMPLE_RATE)
    return sound + noise.background(rng, count), words


def batch(seed: str, pool: list[Utterance], ids: dict[str, int]) -> Batch:
    rng = Random(seed)
    blank, steps = ids["<blk>"], round(SECONDS / STEP)
    labels = torch.full((COUNT, steps), blank)
    texts: list[list[int]] = []
    frames = []
    for row in range(COUNT):
        sound, words = talk(rng, pool)
        frames.append(features(sound)[: steps * STACK])
        texts.append([])
        for at, piece in due(words):
            if at + 1 < steps:
                near = labels[row, max(0, at - 1) : at + 3]
                near[near == blank] = -100
                labels[row, at : at + 2] = ids[piece]
                texts[-1].append(ids[piece])
    return Batch(torch.from_numpy(np.stack(frames)), labels, texts)


def due(words: list[Word]) -> list[tuple[int, str]]:
    """At which step each piece is written; a mark before the next word."""
    made: list[tuple[int, str]] = []
    for word in words:
        for number, piece in enumerate(spell(word.text)):
            at = round((word.end + (MARK_DELAY if number else DELAY)) / STEP)
            made.append((max(at, made[-1][0] + 2 if made else 0), piece))
    return made
