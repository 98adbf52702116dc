"""English and Spanish speech with word times from the eSpeak NG C library (Debian: ``apt install espeak-ng``).

The library reports the start of each word while it renders; short words may be joined ("in the" is one event), and then
the joined span is shared out by the number of letters.
"""

from __future__ import annotations

import ctypes
from functools import cache

import numpy as np

from models.recipes.synthetic_speech.spoken import Samples, Spoken, Word, spoken

_SYNCHRONOUS, _UTF8 = 2, 1
_RATE, _PITCH = 1, 3
_EVENT_END, _EVENT_WORD = 0, 1


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_int64),
    ]


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class _Speaker:
    """The library with its one global callback."""

    def __init__(self) -> None:
        self.library = ctypes.CDLL("libespeak-ng.so.1")
        self.rate = int(self.library.espeak_Initialize(_SYNCHRONOUS, 0, None, 0))
        self.blocks: list[Samples] = []
        self.starts: list[tuple[int, float]] = []
        self.callback = _Callback(self._receive)  # kept alive for as long as the library may call it
        self.library.espeak_SetSynthCallback(self.callback)

    def _receive(self, wave: object, count: int, events: object) -> int:
        if count > 0:
            self.blocks.append(np.ctypeslib.as_array(wave, (count,)).astype(np.float32) / 32768)  # type: ignore[call-overload]
        index = 0
        while events[index].type != _EVENT_END:  # type: ignore[index]
            event = events[index]  # type: ignore[index]
            if event.type == _EVENT_WORD:
                self.starts.append((event.text_position - 1, event.sample / self.rate))
            index += 1
        return 0

    def synthesise(self, text: str, voice: str, rate: int, pitch: int) -> tuple[Samples, list[tuple[int, float]]]:
        self.blocks, self.starts = [], []
        if self.library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise ValueError(f"eSpeak NG has no voice {voice!r}")
        self.library.espeak_SetParameter(_RATE, rate, 0)
        self.library.espeak_SetParameter(_PITCH, pitch, 0)
        data = text.encode() + b"\0"
        self.library.espeak_Synth(data, len(data), 0, 0, 0, _UTF8, None, None)
        self.library.espeak_Synchronize()
        return np.concatenate(self.blocks), self.starts


@cache
def _speaker() -> _Speaker:
    return _Speaker()


def speak(text: str, voice: str, rate: int = 160, pitch: int = 50) -> Spoken:
    """Synthesise ``text``.

    Args:
        text: words separated by spaces; numbers spelled out.
        voice: a language with an optional variant: ``es``, ``es-419+f3``, ``en-us+m2``.
        rate: words per minute.
        pitch: 0 to 99.
    """
    pcm, starts = _speaker().synthesise(text, voice, rate, pitch)
    return spoken(pcm, _speaker().rate, _words(text, starts, len(pcm) / _speaker().rate))


def _words(text: str, starts: list[tuple[int, float]], duration: float) -> list[Word]:
    """Give every written word a span: from its own event, or a share of the event it was joined to."""
    written = text.split()
    begins = np.cumsum([0] + [len(word) + 1 for word in written])
    heard: dict[int, float] = {}
    for position, seconds in starts:
        heard.setdefault(int(np.searchsorted(begins, position, side="right")) - 1, seconds)
    heard.setdefault(0, 0.0)
    owners = sorted(heard)
    words: list[Word] = []
    for owner, following in zip(owners, [*owners[1:], len(written)], strict=True):
        end = heard.get(following, duration)
        group = written[owner:following]
        edges = np.interp(
            np.cumsum([0] + [len(word) for word in group]), [0, sum(map(len, group))], [heard[owner], end]
        )
        words += [Word(word, float(a), float(b)) for word, a, b in zip(group, edges[:-1], edges[1:], strict=True)]
    return words
