"""What is not speech: silence, hiss, rumble, hum, and chords that move like music."""

from __future__ import annotations

from random import Random

import numpy as np

from models.recipes.synthetic_speech.spoken import SAMPLE_RATE, Samples


def hiss(rng: Random, count: int) -> Samples:
    """White to brown noise with a level of about 1."""
    white = np.random.default_rng(rng.getrandbits(32)).standard_normal(count).astype(np.float32)
    tilt = rng.choice((0.0, 0.0, 0.5, 1.0))
    if tilt == 0:
        return white
    spectrum = np.fft.rfft(white)
    spectrum /= np.maximum(np.arange(len(spectrum)), 8 * count / SAMPLE_RATE) ** tilt
    shaped = np.fft.irfft(spectrum, count).astype(np.float32)
    return np.asarray(shaped / shaped.std(), dtype=np.float32)


def music(rng: Random, count: int) -> Samples:
    """Chords of a few harmonics that change every 0.2 to 1 s, with a level of about 1."""
    sound = np.zeros(count, np.float32)
    position = 0
    while position < count:
        length = min(count - position, int(rng.uniform(0.2, 1.0) * SAMPLE_RATE))
        time = np.arange(length) / SAMPLE_RATE
        fall = np.exp(-time * rng.uniform(0.5, 6))
        for _ in range(rng.randint(1, 4)):
            pitch = 110 * 2 ** (rng.randint(0, 36) / 12)
            for harmonic in range(1, rng.randint(2, 5)):
                sound[position : position + length] += np.sin(2 * np.pi * pitch * harmonic * time) * fall / harmonic
        position += length
    return np.asarray(sound / max(float(sound.std()), 1e-6), dtype=np.float32)


def background(rng: Random, count: int) -> Samples:
    """What a room adds to speech; often nothing."""
    if rng.random() < 0.35:
        return np.zeros(count, np.float32)
    return np.asarray(hiss(rng, count) * 10 ** rng.uniform(-4.5, -2.3), dtype=np.float32)


def quiet(rng: Random, count: int) -> Samples:
    """A window without speech."""
    kind = rng.random()
    if kind < 0.2:
        return background(rng, count)
    sound = hiss(rng, count) if kind < 0.5 else music(rng, count)
    if kind > 0.85:
        sound = sound * (np.arange(count) % rng.randint(4000, 30000) < rng.randint(800, 4000))
    return np.asarray(np.clip(sound * 10 ** rng.uniform(-4, -0.9), -1, 1), dtype=np.float32)
