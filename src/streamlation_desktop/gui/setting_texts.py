"""How settings are called on the preferences page; their descriptions are in the schema."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_SECTIONS = {
    "recognition": QT_TRANSLATE_NOOP("Settings", "Recognition"),
    "translation": QT_TRANSLATE_NOOP("Settings", "Translation"),
    "compute": QT_TRANSLATE_NOOP("Settings", "Computing"),
    "output": QT_TRANSLATE_NOOP("Settings", "Files of the command line"),
    "history": QT_TRANSLATE_NOOP("Settings", "Library"),
    "captions": QT_TRANSLATE_NOOP("Settings", "Captions on the picture"),
    "player": QT_TRANSLATE_NOOP("Settings", "Player"),
    "updates": QT_TRANSLATE_NOOP("Settings", "Updates"),
    "dubbing": QT_TRANSLATE_NOOP("Settings", "Dubs"),
    "interface": QT_TRANSLATE_NOOP("Settings", "Window"),
}
_FIELDS = {
    "recognition.languages": QT_TRANSLATE_NOOP("Settings", "Spoken languages"),
    "recognition.model": QT_TRANSLATE_NOOP("Settings", "Recognition model"),
    "recognition.beam_size": QT_TRANSLATE_NOOP("Settings", "Beam size"),
    "recognition.vad": QT_TRANSLATE_NOOP("Settings", "Skip silence"),
    "recognition.vocabulary": QT_TRANSLATE_NOOP("Settings", "Names to expect"),
    "translation.targets": QT_TRANSLATE_NOOP("Settings", "Translate into"),
    "translation.model": QT_TRANSLATE_NOOP("Settings", "Translation model"),
    "translation.preset": QT_TRANSLATE_NOOP("Settings", "Speed or quality"),
    "translation.glossary": QT_TRANSLATE_NOOP("Settings", "Glossary"),
    "compute.device": QT_TRANSLATE_NOOP("Settings", "Device"),
    "compute.compute_type": QT_TRANSLATE_NOOP("Settings", "Number format"),
    "output.formats": QT_TRANSLATE_NOOP("Settings", "Formats"),
    "output.folder": QT_TRANSLATE_NOOP("Settings", "Folder"),
    "output.bilingual": QT_TRANSLATE_NOOP("Settings", "Two languages in one file"),
    "history.keep_days": QT_TRANSLATE_NOOP("Settings", "Keep for days"),
    "history.cached_translations": QT_TRANSLATE_NOOP("Settings", "Sentences in the cache"),
    "interface.language": QT_TRANSLATE_NOOP("Settings", "Language of the window"),
    "interface.theme": QT_TRANSLATE_NOOP("Settings", "Light or dark"),
    "interface.notify": QT_TRANSLATE_NOOP("Settings", "Notifications"),
    "interface.translate_on_open": QT_TRANSLATE_NOOP("Settings", "Translate at once"),
    "interface.confidence": QT_TRANSLATE_NOOP("Settings", "Shade doubtful lines"),
    "captions.font": QT_TRANSLATE_NOOP("Settings", "Font"),
    "captions.size": QT_TRANSLATE_NOOP("Settings", "Size"),
    "captions.bold": QT_TRANSLATE_NOOP("Settings", "Bold"),
    "captions.colour": QT_TRANSLATE_NOOP("Settings", "Colour"),
    "captions.second_colour": QT_TRANSLATE_NOOP("Settings", "Colour of the second language"),
    "captions.second_size": QT_TRANSLATE_NOOP("Settings", "Size of the second language"),
    "captions.outline": QT_TRANSLATE_NOOP("Settings", "Outline"),
    "captions.outline_colour": QT_TRANSLATE_NOOP("Settings", "Colour of the outline"),
    "captions.shadow": QT_TRANSLATE_NOOP("Settings", "Shadow"),
    "captions.box": QT_TRANSLATE_NOOP("Settings", "Box"),
    "captions.box_colour": QT_TRANSLATE_NOOP("Settings", "Colour of the box"),
    "captions.position": QT_TRANSLATE_NOOP("Settings", "Place"),
    "captions.margin": QT_TRANSLATE_NOOP("Settings", "Margin"),
    "captions.bilingual": QT_TRANSLATE_NOOP("Settings", "Two languages"),
    "captions.original_first": QT_TRANSLATE_NOOP("Settings", "Spoken language above"),
    "player.volume": QT_TRANSLATE_NOOP("Settings", "Volume"),
    "player.hardware": QT_TRANSLATE_NOOP("Settings", "Decode on the graphics card"),
    "player.remember_position": QT_TRANSLATE_NOOP("Settings", "Remember the position"),
    "player.screenshots": QT_TRANSLATE_NOOP("Settings", "Folder for screenshots"),
    "player.keys": QT_TRANSLATE_NOOP("Settings", "Keys of the player"),
    "updates.check": QT_TRANSLATE_NOOP("Settings", "Ask for newer versions"),
    "dubbing.keep_hours": QT_TRANSLATE_NOOP("Settings", "Keep files for hours"),
}
_DESCRIPTIONS = (
    QT_TRANSLATE_NOOP("Settings", "Spoken languages; empty to detect."),
    QT_TRANSLATE_NOOP("Settings", "Recognition model: id or folder; empty: the best."),
    QT_TRANSLATE_NOOP("Settings", "Beams of the search; more is slower."),
    QT_TRANSLATE_NOOP("Settings", "Skip what voice-activity detection judges not to be speech."),
    QT_TRANSLATE_NOOP("Settings", "Names and terms to expect in the speech."),
    QT_TRANSLATE_NOOP("Settings", "Languages to translate into; empty for the transcript alone."),
    QT_TRANSLATE_NOOP("Settings", "Translation model: id or folder; empty: the best."),
    QT_TRANSLATE_NOOP("Settings", "Speed against quality."),
    QT_TRANSLATE_NOOP("Settings", "File of terms to keep: source TAB target per line."),
    QT_TRANSLATE_NOOP("Settings", "Device of the models."),
    QT_TRANSLATE_NOOP("Settings", "int8, float16 …; empty for the fastest measured."),
    QT_TRANSLATE_NOOP("Settings", "Subtitle formats to write."),
    QT_TRANSLATE_NOOP("Settings", "Folder for the files; empty to write beside the source."),
    QT_TRANSLATE_NOOP("Settings", "Source and target text together in every translated file."),
    QT_TRANSLATE_NOOP("Settings", "Older sessions go; empty keeps all."),
    QT_TRANSLATE_NOOP("Settings", "Sentences in the translation cache; the oldest go first."),
    QT_TRANSLATE_NOOP("Settings", "Family; empty for one that fits the script."),
    QT_TRANSLATE_NOOP("Settings", "Height of the letters, percent of the picture's height."),
    QT_TRANSLATE_NOOP("Settings", "Heavy letters."),
    QT_TRANSLATE_NOOP("Settings", "Of the first language."),
    QT_TRANSLATE_NOOP("Settings", "Of the second language."),
    QT_TRANSLATE_NOOP("Settings", "Second language, relative to the first."),
    QT_TRANSLATE_NOOP("Settings", "Width of the outline, percent of the letters."),
    QT_TRANSLATE_NOOP("Settings", "Of the outline."),
    QT_TRANSLATE_NOOP("Settings", "Offset of the shadow, percent of the letters."),
    QT_TRANSLATE_NOOP("Settings", "Opacity of a box behind the text, percent; 0 for none."),
    QT_TRANSLATE_NOOP("Settings", "Of the box."),
    QT_TRANSLATE_NOOP("Settings", "Where on the picture."),
    QT_TRANSLATE_NOOP("Settings", "Distance from the edge, percent of the height."),
    QT_TRANSLATE_NOOP("Settings", "Show both languages."),
    QT_TRANSLATE_NOOP("Settings", "Two languages: the spoken one above."),
    QT_TRANSLATE_NOOP("Settings", "Linear volume."),
    QT_TRANSLATE_NOOP("Settings", "Decode on the graphics card where that works."),
    QT_TRANSLATE_NOOP("Settings", "Go on where the media was left."),
    QT_TRANSLATE_NOOP("Settings", "Folder for screenshots; empty: pictures."),
    QT_TRANSLATE_NOOP("Settings", "Keys by action, where they differ from the usual ones."),
    QT_TRANSLATE_NOOP("Settings", "Writing direction by language code, where the language's own is wrong."),
    QT_TRANSLATE_NOOP("Settings", "Ask once a day whether there is a newer version."),
    QT_TRANSLATE_NOOP("Settings", "Files of dubs go after so many hours (48 is usual); empty keeps all."),
    QT_TRANSLATE_NOOP("Settings", "Language of the window; empty: the system's."),
    QT_TRANSLATE_NOOP("Settings", "Light, dark, or as the system."),
    QT_TRANSLATE_NOOP("Settings", "Tell when a session is done and the window is not in front."),
    QT_TRANSLATE_NOOP("Settings", "Start to translate as soon as media is opened."),
    QT_TRANSLATE_NOOP("Settings", "Shade lines of the transcript that were hard to hear."),
)
"""The schema's own words, for the translators; a test compares them."""
_CHOICES = (
    QT_TRANSLATE_NOOP("Settings", "fast"),
    QT_TRANSLATE_NOOP("Settings", "balanced"),
    QT_TRANSLATE_NOOP("Settings", "accurate"),
    QT_TRANSLATE_NOOP("Settings", "auto"),
    QT_TRANSLATE_NOOP("Settings", "light"),
    QT_TRANSLATE_NOOP("Settings", "dark"),
    QT_TRANSLATE_NOOP("Settings", "bottom"),
    QT_TRANSLATE_NOOP("Settings", "top"),
)
"""Values that people choose between."""


def section_title(section: str) -> str:
    """Heading of a component's settings."""
    return _said(_SECTIONS.get(section, _plain(section)))


def field_title(section: str, field: str) -> str:
    """Name of a setting."""
    return _said(_FIELDS.get(f"{section}.{field}", _plain(field)))


def described() -> frozenset[str]:
    """Descriptions that are translated."""
    return frozenset(map(str, _DESCRIPTIONS))


def choices() -> frozenset[str]:
    """Values that are translated."""
    return frozenset(map(str, _CHOICES))


def _plain(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _said(text: object) -> str:
    return QCoreApplication.translate("Settings", str(text))
