"""Language and theme of the window, known before anything heavy is loaded."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from streamlation_desktop.core.language import LanguageCode, is_rtl
from streamlation_desktop.settings.paths import resource

LANGUAGES = ("en", "es", "de", "ar")
"""Of the window."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the settings say of it; empty and ``"auto"`` mean as the system."""

    language: str = ""
    theme: str = "auto"


def read_appearance(settings_file: Path, environment: Mapping[str, str] = os.environ) -> Appearance:
    """Two values of the settings, without loading what checks them all; nonsense counts as unset."""
    table = _interface_table(settings_file)
    values = {}
    for name in ("language", "theme"):
        found = environment.get(f"STREAMLATION_INTERFACE_{name.upper()}", table.get(name))
        values[name] = found if isinstance(found, str) else ""
    language = values["language"] if values["language"] in LANGUAGES else ""
    theme = values["theme"] if values["theme"] in ("light", "dark") else "auto"
    return Appearance(language, theme)


def _interface_table(settings_file: Path) -> dict[str, object]:
    if not settings_file.exists():
        return {}
    import tomllib

    try:
        table = tomllib.loads(settings_file.read_text(encoding="utf-8")).get("interface")
    except (OSError, ValueError):
        return {}
    return table if isinstance(table, dict) else {}


def system_language() -> str:
    """The first of the system's languages that the window speaks."""
    for tag in QLocale.system().uiLanguages():
        code = tag.partition("-")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"


def apply_language(app: QApplication, wanted: str) -> str:
    """Install the translations, and the direction of writing; returns the language."""
    language = wanted or system_language()
    ours, theirs = QTranslator(app), QTranslator(app)
    if language != "en" and theirs.load(
        f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        app.installTranslator(theirs)
    if ours.load(f"streamlation_{language}", str(resource("i18n"))):
        app.installTranslator(ours)
    if wanted and QLocale.system().language() != QLocale(wanted).language():  # else the region's digits and dates
        QLocale.setDefault(QLocale(wanted))
    mirrored = is_rtl(LanguageCode(language))
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    return language
