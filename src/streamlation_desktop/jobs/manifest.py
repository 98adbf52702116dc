"""The manifest of a dub: what went in, what was done to every line, and what came out. Its JSON schema is published."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from streamlation_desktop.core.errors import UnsupportedMedia

SCHEMA_VERSION = 1


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class InputFile(_Part):
    """A file that went in."""

    role: Literal["source", "voice stem", "background stem", "captions", "glossary"]
    path: str
    sha256: str
    seconds: float | None = Field(default=None, description="Duration, of sound and video.")


class EngineUsed(_Part):
    """An engine and its model."""

    task: Literal["enhance", "recognize", "diarize", "translate", "speak", "separate"]
    engine: str
    model: str
    licence: str = Field(default="", description="SPDX expression of the model, where it is known.")
    quality: str = Field(default="", description='"starter" for the embedded engines.')


class LineReport(_Part):
    """One line of the dub; times in seconds of media time."""

    line: int
    speaker: str
    voice: str
    text: str
    cue: tuple[float, float] = Field(description="When the original is spoken.")
    slot: tuple[float, float] = Field(description="What the line could have: earliest start, latest end.")
    actual: tuple[float, float] = Field(description="When the clip is heard.")
    length_scale: float = Field(description="Length that the voice was asked for, against its natural one.")
    stretch: float = Field(description="Tempo of the sound against what the voice said.")
    tempo: float = Field(description="Against the natural tempo of the voice.")
    wording: int = Field(description="0 for the best translation, 1 for a shorter one, and so on.")
    overlap: float = Field(description="Seconds at its end under the next clip; 0 for nearly all.")


class SoundReport(_Part):
    """A sound file as a player measures it."""

    loudness: float = Field(description="LUFS, integrated, after EBU R 128.")
    true_peak: float = Field(description="dBTP.")
    seconds: float


class OutputFile(_Part):
    """A file that came out."""

    kind: Literal["voice", "mix", "video", "captions"]
    path: str = Field(description="File name, beside the manifest.")
    sha256: str


_PROCESSOR = "Of mixing and exporting, their own; of the other stages, that of the whole engine process meanwhile."


class StageCost(_Part):
    """What a stage took on this machine."""

    stage: Literal["stt", "translating", "dubbing", "mixing", "exporting"]
    wall_seconds: float
    cpu_seconds: float = Field(description=_PROCESSOR)
    gpu_seconds: float = Field(default=0.0, description="The wall seconds again, where an engine ran on a GPU.")


class LanguageReport(_Part):
    """One language of the job."""

    language: str
    status: Literal["complete", "failed", "unfinished"]
    error: str = ""
    engines: list[EngineUsed] = []
    lines: list[LineReport] = []
    voice: SoundReport | None = None
    mix: SoundReport | None = None
    voice_gain: float = Field(default=0.0, description="dB that brought the dub to the level of the original speech.")
    stem_offsets: list[float] = Field(default=[], description="Seconds by which the stems were moved.")
    outputs: list[OutputFile] = []
    warnings: list[str] = []
    cost: list[StageCost] = []


class Manifest(_Part):
    """Everything about a dub."""

    format: Literal["streamlation-dub"] = "streamlation-dub"
    schema_version: Literal[1] = 1
    application: str
    job: str
    source_language: str
    seconds: float = Field(description="Duration of the source, and of every sound that came out.")
    target_loudness: float = Field(description="LUFS.")
    inputs: list[InputFile]
    speakers: dict[str, str] = Field(description="Label of each speaker to their name.")
    languages: list[LanguageReport]

    def to_json(self) -> bytes:
        """As it is written."""
        return (json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n").encode()


def parse_manifest(data: bytes) -> Manifest:
    """Read a manifest.

    Raises:
        UnsupportedMedia: it is none, or of a newer version.
    """
    try:
        return Manifest.model_validate_json(data)
    except ValueError as exc:
        raise UnsupportedMedia("not a manifest of a dub, or of a newer version") from exc


def manifest_schema() -> dict[str, Any]:
    """The JSON schema, as it is published in ``resources/schemas``."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Manifest.model_json_schema()}
