"""Version, licence, and the work of others inside."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from streamlation_desktop import __version__
from streamlation_desktop.gui.icons import app_icon
from streamlation_desktop.gui.pages.page import Page
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import label
from streamlation_desktop.settings.paths import data_root


class AboutPage(Page):
    """Plain text, all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About"), parent=parent)
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(72, 72))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label("Streamlation Desktop", "heading"))
        words.addWidget(label(self.tr("Version {0}").format(__version__), "muted"))
        words.addWidget(label(self.tr("Watch any video or live stream in your own language, offline.")))
        words.addWidget(label(self.tr("Free software under the GNU General Public License, version 3 or later.")))
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(picture)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self.column.addWidget(label(self.tr("Components of others"), "heading"))
        notices = QPlainTextEdit(_notices())
        notices.setReadOnly(True)
        notices.setTabChangesFocus(True)
        notices.setAccessibleName(self.tr("Components of others"))
        self.column.addWidget(notices, 1)


def _notices() -> str:
    """The notices as they are in the documentation, without the marks of its tables."""
    lines = (data_root() / "docs" / "third-party.md").read_text(encoding="utf-8").splitlines()
    shown = []
    for line in lines:
        if set(line) <= set("|- ") and line.strip():
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        shown.append("  –  ".join(cells) if line.startswith("|") else line.lstrip("# ").replace("`", ""))
    return "\n".join(shown)
