"""What ``streamlation --selftest`` tries, each in a process of its own.

A step uses what a user's job would use, on what ships with the application, and returns in one line
what it found. What it raises is the reason of its failure.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk

_EN, _ES = LanguageCode("en"), LanguageCode("es")
_WINDOW = "streamlation_desktop.gui.first_picture"
_HEARD_SECONDS = 12
_LEAST_HEARD = 0.8
"""Share of the words of the sample that the embedded recognizer must hear; it hears nearly all."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to try."""

    name: str
    attempt: Callable[..., str]
    part: str = "streamlation_desktop"
    """The module that has to be there; without it the step is reported as not built in."""
    seconds: float = 120
    arguments: tuple[str, ...] = ()

    @property
    def is_built_in(self) -> bool:
        """True when this build has the part."""
        try:
            return find_spec(self.part) is not None
        except ModuleNotFoundError:
            return False


def decode() -> str:
    """Decode the sample to its end."""
    seconds = sum(len(chunk.samples) for chunk in _sample()) / SAMPLE_RATE
    if abs(seconds - _described()["duration"]) > 0.5:
        raise RuntimeError(f"{seconds:.1f} s instead of {_described()['duration']:.1f} s")
    return f"{seconds:.1f} s of sound"


def recognise() -> str:
    """Cut and transcribe the beginning of the sample with the embedded recognizer."""
    from streamlation_desktop.engines.base import DeviceChoice, ModelSpec, RecognitionOptions
    from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
    from streamlation_desktop.pipeline.stages.segment import SegmentStage

    registry = EngineRegistry()
    beginning = (chunk for chunk in _sample() if chunk.first_sample < _HEARD_SECONDS * SAMPLE_RATE)
    segments = list(SegmentStage(registry.create(EngineKind.VOICE_ACTIVITY, "silero"))(beginning))
    recognizer = registry.create(EngineKind.RECOGNIZER, "pocketsphinx", ModelSpec("", None, DeviceChoice()))
    heard = {
        word.text.strip().lower()
        for transcript in recognizer.transcribe(segments, _EN, RecognitionOptions())
        for word in transcript.words
    }
    said = {
        word["text"].strip(".,?!").lower()
        for sentence in _described()["sentences"]
        for word in sentence["words"]
        if word["end"] < _HEARD_SECONDS - 2
    }
    if len(said & heard) < _LEAST_HEARD * len(said):
        raise RuntimeError(f"{len(said & heard)} of {len(said)} words heard")
    return f"{len(said & heard)} of {len(said)} words heard"


def translate() -> str:
    """Translate with the embedded model."""
    from streamlation_desktop.engines.base import DeviceChoice, LanguagePair, ModelSpec
    from streamlation_desktop.engines.registry import EngineKind, EngineRegistry

    spec = ModelSpec("starter", None, DeviceChoice())
    translator = EngineRegistry().create(EngineKind.TRANSLATOR, "starter", spec)
    [said] = translator.translate(["My brother lives in Spain."], LanguagePair(_EN, _ES))
    if "hermano" not in said.text.lower():
        raise RuntimeError(f"unexpected translation: {said.text}")
    return str(said.text)


def encrypt() -> str:
    """Trust the right servers and no others."""
    from streamlation_desktop.modelstore.tls_check import authorities, encrypted_round_trip

    with tempfile.TemporaryDirectory(prefix="streamlation-") as folder:
        protocol = encrypted_round_trip(Path(folder))
    known = authorities()
    if known == 0:
        raise RuntimeError("no certificate authority: install ca-certificates")
    return f"{protocol}, {'those of the system' if known is None else known} authorities"


def search_history() -> str:
    """Make a database, and search the text in it."""
    from streamlation_desktop.storage.database import Database
    from streamlation_desktop.storage.search import search

    with tempfile.TemporaryDirectory(prefix="streamlation-") as folder, Database(Path(folder) / "history.db") as made:
        search(made, "anything")
        with made.read() as db:
            [version] = db.conn.execute("SELECT sqlite_version()").fetchone()
    return f"SQLite {version} with full-text search"


def speak() -> str:
    """Say something with the embedded voice."""
    from streamlation_desktop.engines.base import DeviceChoice, ModelSpec
    from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
    from streamlation_desktop.engines.speech_base import Utterance

    voice = EngineRegistry().create(EngineKind.SYNTHESIZER, "espeak-ng", ModelSpec("", None, DeviceChoice()))
    said = voice.synthesize(Utterance("Mi hermano vive en España.", _ES))
    seconds, loudest = len(said.samples) / said.sample_rate, float(abs(said.samples).max())
    if not 0.8 < seconds < 8 or loudest < 0.05:
        raise RuntimeError(f"{seconds:.1f} s, loudest sample {loudest:.2f}")
    return f"{seconds:.1f} s of speech"


def hear_and_play() -> str:
    """Load the library of the sound devices; a machine may have none."""
    from streamlation_desktop.playback.sound_device import is_usable

    if not is_usable():
        raise RuntimeError("PortAudio cannot be loaded")
    return "PortAudio loads"


def cast() -> str:
    """Load what finds televisions and speakers, and listen on this machine alone."""
    import_module("streamlation_desktop.cast.chromecast_devices")
    import_module("streamlation_desktop.cast.airplay_devices")
    from streamlation_desktop.web.server import LocalServer

    with LocalServer() as server:
        return server.listen("127.0.0.1", 0, [])


def by_name(target: str) -> str:
    """Call a function of a part that the command line does not know, given as ``module:function``."""
    module, _, name = target.partition(":")
    answer: str = getattr(import_module(module), name)()
    return answer


def find_programs() -> str:
    """Find the ffmpeg program, which burns captions in and reads DASH and SRT."""
    from streamlation_desktop.media.ffmpeg import ffmpeg_path

    return ffmpeg_path()


def _sample() -> Iterator[AudioChunk]:
    from streamlation_desktop.media.source import open_source
    from streamlation_desktop.settings.paths import resource

    source = open_source(str(resource("sample") / "sample.mp4"), CancelToken())
    try:
        yield from source.audio()
    finally:
        source.close()


def _described() -> dict[str, Any]:
    from streamlation_desktop.settings.paths import resource

    described: dict[str, Any] = json.loads((resource("sample") / "sample.json").read_text(encoding="utf-8"))
    return described


STEPS = (
    Step("decode", decode),
    Step("recognise", recognise),
    Step("translate", translate),
    Step("speak", speak),
    Step("encrypt", encrypt),
    Step("search", search_history),
    Step("programs", find_programs),
    Step("sound", hear_and_play, part="streamlation_desktop.playback.sound_device"),
    Step("cast", cast, part="streamlation_desktop.cast.discovery"),
    Step("window", by_name, part=_WINDOW, arguments=(f"{_WINDOW}:paint_window",)),
)
