"""English speech with word times from the Flite C library (Debian: ``apt install flite``).

Flite keeps the timed segments of an utterance in its "relations"; the feature paths below walk from a token of the text
to its first and last segment (see the chapter "Synthesis" of the Flite manual).
"""

from __future__ import annotations

import ctypes
from functools import cache

import numpy as np

from models.recipes.synthetic_speech.spoken import Spoken, Word, spoken

VOICES = ("rms", "slt", "awb", "kal", "kal16")
_FIRST = b"daughter1.R:SylStructure.daughter1.daughter1.R:Segment.p.end"
_LAST = b"daughtern.R:SylStructure.daughtern.daughtern.R:Segment.end"


class _Wave(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_char_p),
        ("sample_rate", ctypes.c_int),
        ("num_samples", ctypes.c_int),
        ("num_channels", ctypes.c_int),
        ("samples", ctypes.POINTER(ctypes.c_short)),
    ]


class _Voice(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char_p), ("features", ctypes.c_void_p)]


@cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL("libflite.so.1", mode=ctypes.RTLD_GLOBAL)
    for name in ("libflite_usenglish.so.1", "libflite_cmulex.so.1"):
        ctypes.CDLL(name, mode=ctypes.RTLD_GLOBAL)
    pointer, string = ctypes.c_void_p, ctypes.c_char_p
    signatures = {
        "flite_synth_text": (pointer, [string, pointer]),
        "utt_wave": (ctypes.POINTER(_Wave), [pointer]),
        "utt_relation": (pointer, [pointer, string]),
        "relation_head": (pointer, [pointer]),
        "item_next": (pointer, [pointer]),
        "ffeature_float": (ctypes.c_float, [pointer, string]),
        "ffeature_string": (string, [pointer, string]),
        "feat_set_float": (None, [pointer, string, ctypes.c_float]),
        "delete_utterance": (None, [pointer]),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    library.flite_init()
    return library


@cache
def _voice(name: str) -> int:
    _library()
    voice = ctypes.CDLL(f"libflite_cmu_us_{name}.so.1", mode=ctypes.RTLD_GLOBAL)
    register = getattr(voice, f"register_cmu_us_{name}")
    register.restype, register.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
    return int(register(None))


def speak(text: str, voice: str = "slt", stretch: float = 1.0) -> Spoken:
    """Synthesise ``text``.

    Args:
        text: English; words separated by spaces. Numbers must be spelled out: one token is one word.
        voice: one of VOICES.
        stretch: 1.2 speaks 20 % slower.
    """
    library, handle = _library(), _voice(voice)
    features = ctypes.cast(handle, ctypes.POINTER(_Voice)).contents.features
    library.feat_set_float(features, b"duration_stretch", stretch)
    utterance = library.flite_synth_text(text.encode(), handle)
    try:
        wave = library.utt_wave(utterance).contents
        pcm = np.ctypeslib.as_array(wave.samples, (wave.num_samples,)).astype(np.float32) / 32768
        return spoken(pcm, wave.sample_rate, _words(library, utterance, text))
    finally:
        library.delete_utterance(utterance)


def _words(library: ctypes.CDLL, utterance: int, text: str) -> list[Word]:
    written = text.split()
    words: list[Word] = []
    item = library.relation_head(library.utt_relation(utterance, b"Token"))
    while item:
        start, end = library.ffeature_float(item, _FIRST), library.ffeature_float(item, _LAST)
        words.append(Word(written[len(words)], start, end))
        item = library.item_next(item)
    if len(words) != len(written):
        raise ValueError(f"Flite read {len(words)} tokens in {text!r}")
    return words
