"""The eSpeak NG C library, by its ctypes interface. It has one global state: one process, one thread.

That state (flutter, phase, random numbers) goes on from one text to the next, so that equal texts sound
differently each time; opening the library anew for each text makes them equal, for 5 ms.

Constants and structures are those of ``speak_lib.h``.
"""

from __future__ import annotations

import _ctypes
import ctypes
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import espeakng_loader

_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
_UTF8 = 1
_RATE, _PITCH = 1, 3
_EVENT_END, _EVENT_WORD = 0, 1


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_int64),
    )


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("reserved", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event))


@dataclass(frozen=True, slots=True)
class Rendered:
    """What the library said."""

    pcm: bytes
    """16-bit mono."""
    sample_rate: int
    word_starts: tuple[tuple[int, int, int], ...]
    """Position and length in the text, in characters, and first sample, of each word."""


def data_folder() -> Path:
    """Dictionaries and voices of the wheel."""
    return Path(espeakng_loader.get_data_path())


def has_dictionary(voice_file: str, tag: str) -> bool:
    """False for the few voices whose dictionary the wheel lacks: they say nothing."""
    lines = (data_folder() / "lang" / voice_file).read_text(encoding="utf-8", errors="replace").splitlines()
    named = [line.split()[1] for line in lines if line.startswith("dictionary ")]
    return any((data_folder() / f"{name}_dict").is_file() for name in (*named, tag.split("-")[0]))


class EspeakLibrary:
    """The library, fresh; a context manager that unloads it.

    Raises:
        RuntimeError: its data are missing.
        OSError: the shared library cannot be loaded.
    """

    def __init__(self) -> None:
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        self._library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
        folder = str(data_folder()).encode()
        self._rate = int(self._library.espeak_Initialize(_SYNCHRONOUS, 0, folder, _DONT_EXIT))
        if self._rate <= 0:
            raise RuntimeError(f"eSpeak NG cannot read {data_folder()}")
        self._callback = _Callback(self._receive)  # kept alive for as long as the library may call it
        self._library.espeak_SetSynthCallback(self._callback)
        self._blocks: list[bytes] = []
        self._words: list[tuple[int, int, int]] = []
        self._library.espeak_ng_SetRandSeed(ctypes.c_long(1))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._library.espeak_Terminate()
        _unload(self._library._handle)  # noqa: SLF001 - ctypes has no other way

    def voices(self) -> tuple[tuple[str, str, str], ...]:
        """Language tag, name and file of every voice; the library takes a voice by its file."""
        return tuple(self._voices())

    def speak(self, text: str, voice: str, words_per_minute: int, pitch: int) -> Rendered:
        """Say `text`.

        Raises:
            ValueError: there is no such voice.
            RuntimeError: the library refused the text.
        """
        if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise ValueError(f"eSpeak NG has no voice {voice!r}")
        self._library.espeak_SetParameter(_RATE, words_per_minute, 0)
        self._library.espeak_SetParameter(_PITCH, pitch, 0)
        self._blocks, self._words = [], []
        data = text.replace("\0", " ").encode() + b"\0"
        status = self._library.espeak_Synth(data, len(data), 0, 0, 0, _UTF8, None, None)
        if status != 0:
            raise RuntimeError(f"eSpeak NG refused the text (status {status})")
        return Rendered(b"".join(self._blocks), self._rate, tuple(self._words))

    def _voices(self) -> Iterator[tuple[str, str, str]]:
        listed = self._library.espeak_ListVoices(None)
        index = 0
        while listed[index]:
            voice = listed[index].contents
            # a priority byte, then the tag
            yield ctypes.string_at(voice.languages + 1).decode(), voice.name.decode(), voice.identifier.decode()
            index += 1

    def _receive(self, wave: int | None, count: int, events: Any) -> int:
        if wave and count > 0:
            self._blocks.append(ctypes.string_at(wave, 2 * count))
        index = 0
        while events[index].type != _EVENT_END:
            event = events[index]
            if event.type == _EVENT_WORD:
                self._words.append((event.text_position - 1, event.length, event.sample))
            index += 1
        return 0


def _unload(handle: int) -> None:
    if sys.platform == "win32":
        _ctypes.FreeLibrary(handle)
    else:
        _ctypes.dlclose(handle)
