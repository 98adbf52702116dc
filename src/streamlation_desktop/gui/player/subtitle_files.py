"""Files with subtitles: which they are, and the question for one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

_SURE = ("srt", "vtt", "ass", "ssa", "ttml", "dfxp", "sub")
_KINDS = (*_SURE, "xml", "json", "txt")


def is_subtitles(location: str) -> bool:
    """True for a file on disk that is called as files with subtitles are."""
    return "://" not in location and Path(location).suffix[1:].lower() in _KINDS and Path(location).is_file()


def files_beside(film: Path) -> list[Path]:
    """Those in the folder of a film that are called like it, as ``film.en.srt``; none where it cannot be read.

    Texts and data may be called so without being subtitles: they are left out.
    """
    try:
        names = [path for path in film.parent.iterdir() if path.name.startswith((f"{film.stem}.", f"{film.name}."))]
    except OSError:
        return []
    return sorted(path for path in names if path.suffix[1:].lower() in _SURE and is_subtitles(str(path)))


def ask_for_subtitles(parent: QWidget, folder: Path) -> Path | None:
    """The file chosen; None for none."""
    title = QCoreApplication.translate("PlayerWidget", "Open subtitles")
    subtitles = QCoreApplication.translate("PlayerWidget", "Subtitles")
    everything = QCoreApplication.translate("PlayerWidget", "All files")
    patterns = " ".join(f"*.{kind}" for kind in _KINDS)
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), f"{subtitles} ({patterns});;{everything} (*)")
    return Path(name) if name else None
