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
}


def section_title(section: str) -> str:
    """Heading of a component's settings."""
    return _said(_SECTIONS.get(section, _plain(section)))


def field_title(section: str, field: str) -> str:
    """Name of a setting."""
    return _said(_FIELDS.get(f"{section}.{field}", _plain(field)))


def _plain(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _said(text: object) -> str:
    return QCoreApplication.translate("Settings", str(text))
