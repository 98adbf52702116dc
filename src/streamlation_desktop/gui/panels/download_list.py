"""Models on their way, with pause, resume and a way to give up."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from streamlation_desktop.gui.icons import set_symbol
from streamlation_desktop.gui.state.downloads import Download, Downloads
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.facts import joined
from streamlation_desktop.gui.widgets.labels import label, tool
from streamlation_desktop.gui.widgets.times import size


@dataclass(frozen=True, slots=True)
class _Line:
    widget: QWidget
    words: QLabel
    bar: QProgressBar
    toggle: QToolButton
    discard: QToolButton


class DownloadList(QWidget):
    """One line per model; hidden while there is none."""

    def __init__(self, downloads: Downloads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._downloads = downloads
        self._lines: dict[str, _Line] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        downloads.changed.connect(self._update)
        for model in downloads.active:
            self._update(model)
        self.setVisible(bool(self._lines))

    def _update(self, model: str) -> None:
        download = self._downloads.active.get(model)
        if download is None:
            line = self._lines.pop(model, None)
            if line is not None:
                line.widget.deleteLater()
        else:
            self._show(self._lines.get(model) or self._add(model), download)
        self.setVisible(bool(self._lines))

    def _add(self, model: str) -> _Line:
        name = self._downloads.name(model)
        widget, words, bar = QWidget(), label(name), QProgressBar()
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Download of {0}").format(name))
        toggle, discard = tool(self.tr("Pause"), "pause"), tool(self.tr("Give up; what arrived is deleted"), "delete")
        toggle.clicked.connect(lambda: self._toggle(model))
        discard.clicked.connect(lambda: self._downloads.discard(model))
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(words)
        row.addWidget(bar, 1)
        row.addWidget(toggle)
        row.addWidget(discard)
        self._column.addWidget(widget)
        line = self._lines[model] = _Line(widget, words, bar, toggle, discard)
        return line

    def _show(self, line: _Line, download: Download) -> None:
        amount = f"{size(download.done)} / {size(download.total)}" if download.total else ""
        line.words.setText(joined(self._downloads.name(download.model), amount))
        line.bar.setRange(0, 1000 if download.total or not download.is_running else 0)
        line.bar.setValue(1000 * download.done // download.total if download.total else 0)
        name = self.tr("Pause") if download.is_running else self.tr("Go on")
        line.toggle.setToolTip(name)
        line.toggle.setAccessibleName(name)
        line.discard.setEnabled(not download.is_running)
        set_symbol(line.toggle, "pause" if download.is_running else "play")

    def _toggle(self, model: str) -> None:
        if self._downloads.active[model].is_running:
            self._downloads.pause(model)
        else:
            self._downloads.start(model, accepted=True)  # it was, when it was started
