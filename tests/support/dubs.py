"""A short dub from captions: no recognition, so it takes seconds."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.jobs.request import DubOutput, DubRequest
from streamlation_desktop.subtitles.document import SubtitleDocument
from streamlation_desktop.subtitles.formats.registry import write_subtitles
from tests.support.clips import cut
from tests.support.commands import SAMPLE

EN, ES, FR = LanguageCode("en"), LanguageCode("es"), LanguageCode("fr")
SECONDS = 4.9
"""The first two sentences."""


def make_talk(folder: Path, seconds: float = SECONDS) -> tuple[Path, Path]:
    """A clip of the sample, and what is said in it as English subtitles."""
    talk = cut(SAMPLE, folder / "talk.mp4", seconds)
    sentences = json.loads((SAMPLE.parent / "sample.json").read_text(encoding="utf-8"))["sentences"]
    inside = [each for each in sentences if each["end"] <= seconds]
    cues = tuple(
        Cue(number, TimeSpan(each["start"], each["end"]), (each["text"],), EN) for number, each in enumerate(inside)
    )
    captions = folder / "talk.en.srt"
    captions.write_bytes(write_subtitles(SubtitleDocument(cues, EN), "srt"))
    return talk, captions


def dub_request(talk: Path, captions: Path, output: Path, *targets: LanguageCode) -> DubRequest:
    """The job that dubs it."""
    return DubRequest(str(talk), targets or (ES,), sources=(EN,), captions=captions, output=DubOutput(output))


def dub_command(talk: Path, captions: Path, output: Path) -> list[str]:
    """The command line of a dub."""
    flags = ["--to", "es", "--from", "en", "--captions", str(captions), "-o", str(output)]
    return [sys.executable, "-m", "streamlation_desktop", "dub", str(talk), *flags]


def sound_and_text(outputs: dict[str, bytes]) -> dict[str, bytes]:
    """All but the manifest, which tells what the job cost."""
    return {name: data for name, data in outputs.items() if not name.endswith("manifest.json")}
