"""What the user may set: one frozen model per component, with bounds and a description for every field."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from streamlation_desktop.core.files import with_home
from streamlation_desktop.core.language import LanguageCode, parse_language

SCHEMA_VERSION = 1
"""Kept as ``schema_version`` in the file; raised with an entry in `upgrades`."""


def _split(value: object) -> object:
    """A list may be written as text with commas, as on the command line."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


def _language(value: object) -> object:
    return parse_language(value) if isinstance(value, str) else value


def _path(value: object) -> object:
    return with_home(value) if isinstance(value, str) and value else value or None


class Meaning(Enum):
    """What a text names: so that a front end can offer a choice."""

    COLOUR = "colour"
    FONT = "font"
    LANGUAGES = "languages"
    FILE = "file"
    FOLDER = "folder"
    RECOGNIZER = "recognizer"
    TRANSLATOR = "translator"


Language = Annotated[LanguageCode, BeforeValidator(_language)]
Languages = Annotated[tuple[Language, ...], BeforeValidator(_split), Meaning.LANGUAGES]
Words = Annotated[tuple[str, ...], BeforeValidator(_split)]
OptionalFile = Annotated[Path | None, BeforeValidator(_path), Meaning.FILE]
OptionalFolder = Annotated[Path | None, BeforeValidator(_path), Meaning.FOLDER]
RecognizerModel = Annotated[str, Field(max_length=500), Meaning.RECOGNIZER]
TranslatorModel = Annotated[str, Field(max_length=500), Meaning.TRANSLATOR]
SubtitleFormat = Literal["srt", "vtt", "ass", "ttml", "txt", "json"]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$"), Meaning.COLOUR]
FontFamily = Annotated[str, Field(max_length=200), Meaning.FONT]
Formats = Annotated[tuple[SubtitleFormat, ...], BeforeValidator(_split), Field(min_length=1)]


class Section(BaseModel):
    """Base of the components' settings."""

    model_config = ConfigDict(frozen=True)


class RecognitionSettings(Section):
    """How speech is heard."""

    languages: Languages = Field(default=(), description="Spoken languages; empty to detect.")
    model: RecognizerModel = Field(default="", description="Recognition model: id or folder; empty: the best.")
    beam_size: int = Field(default=1, ge=1, le=10, description="Beams of the search; more is slower.")
    vad: bool = Field(default=True, description="Skip what voice-activity detection judges not to be speech.")
    vocabulary: Words = Field(default=(), max_length=200, description="Names and terms to expect in the speech.")


class TranslationSettings(Section):
    """How text is translated."""

    targets: Languages = Field(default=(), description="Languages to translate into; empty for the transcript alone.")
    model: TranslatorModel = Field(default="", description="Translation model: id or folder; empty: the best.")
    preset: Literal["fast", "balanced", "accurate"] = Field(default="balanced", description="Speed against quality.")
    glossary: OptionalFile = Field(default=None, description="File of terms to keep: source TAB target per line.")


class ComputeSettings(Section):
    """Where models run."""

    device: Literal["auto", "cpu", "cuda"] = Field(default="auto", description="Device of the models.")
    compute_type: str = Field(default="", max_length=50, description="int8, float16 …; empty for the fastest measured.")


class OutputSettings(Section):
    """Which files are written, and where."""

    formats: Formats = Field(default=("srt",), description="Subtitle formats to write.")
    folder: OptionalFolder = Field(default=None, description="Folder for the files; empty to write beside the source.")
    bilingual: bool = Field(default=False, description="Source and target text together in every translated file.")


class HistorySettings(Section):
    """What is remembered."""

    keep_days: int | None = Field(default=None, ge=1, le=36_500, description="Older sessions go; empty keeps all.")
    cached_translations: int = Field(
        default=500_000, ge=1_000, le=50_000_000, description="Sentences in the translation cache; the oldest go first."
    )


class CaptionSettings(Section):
    """How captions look on the picture."""

    font: FontFamily = Field(default="", description="Family; empty for one that fits the script.")
    size: float = Field(default=5.5, ge=2, le=15, description="Height of the letters, percent of the picture's height.")
    bold: bool = Field(default=True, description="Heavy letters.")
    colour: Colour = Field(default="#ffffff", description="Of the first language.")
    second_colour: Colour = Field(default="#ffe08a", description="Of the second language.")
    second_size: float = Field(default=0.75, ge=0.4, le=1.5, description="Second language, relative to the first.")
    outline: float = Field(default=7, ge=0, le=20, description="Width of the outline, percent of the letters.")
    outline_colour: Colour = Field(default="#000000", description="Of the outline.")
    shadow: float = Field(default=6, ge=0, le=20, description="Offset of the shadow, percent of the letters.")
    box: float = Field(default=0, ge=0, le=100, description="Opacity of a box behind the text, percent; 0 for none.")
    box_colour: Colour = Field(default="#000000", description="Of the box.")
    position: Literal["bottom", "top"] = Field(default="bottom", description="Where on the picture.")
    margin: float = Field(default=5, ge=0, le=40, description="Distance from the edge, percent of the height.")
    bilingual: bool = Field(default=False, description="Show both languages.")
    original_first: bool = Field(default=False, description="Two languages: the spoken one above.")
    directions: dict[str, Literal["ltr", "rtl", "auto"]] = Field(
        default={}, max_length=200, description="Writing direction by language code, where the language's own is wrong."
    )


class PlayerSettings(Section):
    """How the player behaves."""

    volume: float = Field(default=1.0, ge=0, le=1.5, description="Linear volume.")
    hardware: bool = Field(default=True, description="Decode on the graphics card where that works.")
    remember_position: bool = Field(default=True, description="Go on where the media was left.")
    screenshots: OptionalFolder = Field(default=None, description="Folder for screenshots; empty: pictures.")
    keys: dict[str, tuple[str, ...]] = Field(
        default={}, max_length=200, description="Keys by action, where they differ from the usual ones."
    )


class UpdateSettings(Section):
    """Whether to ask for newer versions."""

    check: bool = Field(default=False, description="Ask once a day whether there is a newer version.")


class DubbingSettings(Section):
    """What is kept of dubs."""

    keep_hours: float | None = Field(
        default=None,
        gt=0,
        le=876_000,
        examples=[48],
        description="Files of dubs go after so many hours (48 is usual); empty keeps all.",
    )


class InterfaceSettings(Section):
    """How the window looks and behaves."""

    language: Literal["", "en", "es", "de", "ar"] = Field(
        default="", description="Language of the window; empty: the system's."
    )
    theme: Literal["auto", "light", "dark"] = Field(default="auto", description="Light, dark, or as the system.")
    notify: bool = Field(default=True, description="Tell when a session is done and the window is not in front.")
    translate_on_open: bool = Field(default=True, description="Start to translate as soon as media is opened.")
    confidence: bool = Field(default=True, description="Shade lines of the transcript that were hard to hear.")


class Settings(BaseModel):
    """All settings; a component receives its own part only."""

    model_config = ConfigDict(frozen=True)

    recognition: RecognitionSettings = RecognitionSettings()
    translation: TranslationSettings = TranslationSettings()
    compute: ComputeSettings = ComputeSettings()
    output: OutputSettings = OutputSettings()
    history: HistorySettings = HistorySettings()
    captions: CaptionSettings = CaptionSettings()
    player: PlayerSettings = PlayerSettings()
    updates: UpdateSettings = UpdateSettings()
    dubbing: DubbingSettings = DubbingSettings()
    interface: InterfaceSettings = InterfaceSettings()
