"""Asks for a file with subtitles."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

_FILES = "*.srt *.vtt *.ass *.ssa *.ttml *.dfxp *.xml *.json *.sub *.txt"


def ask_for_subtitles(parent: QWidget, folder: Path) -> Path | None:
    """The file chosen; None for none."""
    title = QCoreApplication.translate("PlayerWidget", "Open subtitles")
    subtitles = QCoreApplication.translate("PlayerWidget", "Subtitles")
    everything = QCoreApplication.translate("PlayerWidget", "All files")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), f"{subtitles} ({_FILES});;{everything} (*)")
    return Path(name) if name else None
