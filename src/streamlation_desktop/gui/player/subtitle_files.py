"""Files with subtitles: which they are, and the question for one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

_KINDS = ("srt", "vtt", "ass", "ssa", "ttml", "dfxp", "xml", "json", "sub", "txt")


def is_subtitles(location: str) -> bool:
    """True for a file on disk that is called as files with subtitles are."""
    return "://" not in location and Path(location).suffix[1:].lower() in _KINDS and Path(location).is_file()


def ask_for_subtitles(parent: QWidget, folder: Path) -> Path | None:
    """The file chosen; None for none."""
    title = QCoreApplication.translate("PlayerWidget", "Open subtitles")
    subtitles = QCoreApplication.translate("PlayerWidget", "Subtitles")
    everything = QCoreApplication.translate("PlayerWidget", "All files")
    patterns = " ".join(f"*.{kind}" for kind in _KINDS)
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), f"{subtitles} ({patterns});;{everything} (*)")
    return Path(name) if name else None
