"""Fits what each phoneme sounds like from eSpeak NG, which tells when it says which."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import espeakng_loader
import numpy as np

RATE = 22_050
HOP = 256
HARMONICS = 44
BANDS = ((300, 1000), (1000, 2000), (2000, 3500), (3500, 5500), (5500, 8000), (8000, 10500))
"""Hz, of noise."""
PITCH = 104.0
"""Hz at which eSpeak NG's voice speaks when it is told to be monotonous."""

_WINDOW = 1024
_PHONEME, _END = 7, 0


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("string", ctypes.c_char * 8),
    ]


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


@dataclass
class Sound:
    """Of one phoneme symbol."""

    seconds: float
    harmonics: np.ndarray
    """Amplitude of each."""
    noise: np.ndarray
    """Amplitude in each band."""


def read_aloud(sentences: tuple[str, ...], voice: str = "en-us") -> list[tuple[np.ndarray, list[tuple[str, int]]]]:
    """Samples of each sentence, with its phonemes and the sample at which each starts."""
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    phoneme_events_in_ipa = 1 | 2
    library.espeak_Initialize(2, 0, str(espeakng_loader.get_data_path()).encode(), phoneme_events_in_ipa)
    blocks: list[np.ndarray] = []
    events: list[tuple[str, int]] = []

    def receive(wave, count, arrived):  # type: ignore[no-untyped-def]
        if count > 0:
            blocks.append(np.ctypeslib.as_array(wave, (count,)).astype(np.float64) / 32768)
        index = 0
        while arrived[index].type != _END:
            if arrived[index].type == _PHONEME:
                events.append((arrived[index].string.decode("utf-8", "ignore"), arrived[index].sample))
            index += 1
        return 0

    callback = _Callback(receive)
    library.espeak_SetSynthCallback(callback)
    library.espeak_SetVoiceByName(voice.encode())
    library.espeak_SetParameter(4, 0, 0)  # no melody
    heard = []
    for sentence in sentences:
        blocks.clear()
        events.clear()
        data = sentence.encode() + b"\0"
        library.espeak_Synth(data, len(data), 0, 0, 0, 1, None, None)
        heard.append((np.concatenate(blocks), list(events)))
    return heard


def fit(sentences: tuple[str, ...], known: set[str]) -> dict[str, Sound]:
    """The sound of every symbol of `known` that was heard."""
    found: dict[str, list[Sound]] = {}
    for samples, events in read_aloud(sentences):
        ends = [start for _, start in events[1:]] + [len(samples)]
        for (name, start), end in zip(events, ends, strict=True):
            symbols = [char for char in name if char in known]
            main = [char for char in symbols if char not in "ˈˌː"]
            if not main or end - start < HOP:
                continue
            share = (end - start) / len(main)
            for number, symbol in enumerate(main):
                middle = start + (number + 0.5) * share
                found.setdefault(symbol, []).append(_measured(samples, middle, share / RATE))
    return {symbol: _mean(sounds) for symbol, sounds in found.items()}


def _measured(samples: np.ndarray, middle: float, seconds: float) -> Sound:
    first = int(np.clip(middle - _WINDOW / 2, 0, max(0, len(samples) - _WINDOW)))
    frame = samples[first : first + _WINDOW]
    frame = np.pad(frame, (0, _WINDOW - len(frame)))
    window = np.hanning(_WINDOW)
    spectrum = np.abs(np.fft.rfft(frame * window)) / (window.sum() / 2)
    voiced = _voicing(frame)
    frequencies = np.arange(1, HARMONICS + 1) * PITCH
    bins = frequencies * _WINDOW / RATE
    envelope = np.array([spectrum[int(b) - 1 : int(b) + 3].max() for b in bins])
    noise = []
    for low, high in BANDS:
        part = spectrum[int(low * _WINDOW / RATE) : int(high * _WINDOW / RATE)]
        noise.append(np.sqrt(np.mean(np.square(part)) * (high - low) / (RATE / 2)) * 6.0)
    return Sound(seconds, envelope * voiced, np.array(noise) * (1.0 - voiced))


def _voicing(frame: np.ndarray) -> float:
    """0..1: how much of a frame repeats with the pitch."""
    energy = float(np.square(frame).sum())
    if energy < 1e-7:
        return 0.0
    correlation = np.correlate(frame, frame, "full")[_WINDOW - 1 :] / energy
    around = correlation[int(RATE / 180) : int(RATE / 70)]
    return float(np.clip((around.max() - 0.2) / 0.4, 0.0, 1.0))


def _mean(sounds: list[Sound]) -> Sound:
    return Sound(
        float(np.median([each.seconds for each in sounds])),
        np.mean([each.harmonics for each in sounds], axis=0),
        np.mean([each.noise for each in sounds], axis=0),
    )
