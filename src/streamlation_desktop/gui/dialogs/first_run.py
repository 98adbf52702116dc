"""The first start: the language, how good, and go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.theme import SPACE, leading_margins
from streamlation_desktop.gui.widgets.facts import joined
from streamlation_desktop.gui.widgets.labels import button, card, label
from streamlation_desktop.gui.widgets.language_box import LanguageBox
from streamlation_desktop.gui.widgets.times import figures, size

if TYPE_CHECKING:
    from streamlation_desktop.gui.state.machine import Machine
    from streamlation_desktop.modelstore.catalog import CatalogEntry


class FirstRunDialog(QDialog):
    """Two questions and a button; everything can be changed later."""

    def __init__(self, language: LanguageCode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Welcome"))
        self.setMinimumWidth(600)
        self._offers: list[CatalogEntry] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(label(self.tr("Welcome to Streamlation"), "title"))
        text = self.tr("Everything is done on this computer. You can change these choices at any time.")
        column.addWidget(label(text, "muted", wrap=True))
        column.addWidget(self._language_card(language))
        column.addWidget(self._quality_card())
        self.machine = label(self.tr("Measuring what this computer can do…"), "muted", wrap=True)
        column.addWidget(self.machine)
        column.addStretch(1)
        self.start = button(self.tr("Start"), primary=True)
        self.start.setDefault(True)
        self.start.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.start)
        column.addLayout(row)

    @property
    def language(self) -> LanguageCode | None:
        """The language that the person understands."""
        return self.box.language

    @property
    def downloads(self) -> list[CatalogEntry]:
        """The models to fetch; none to start with what is there."""
        return self._offers if self.better.isChecked() else []

    def show_offers(self, entries: list[CatalogEntry]) -> None:
        """Say what the recommended models weigh, and on what terms they come."""
        self._offers = entries
        lines = [joined(entry.name, size(entry.size), entry.licence) for entry in entries]
        self.terms.setText("\n".join(lines))
        total = size(sum(entry.size for entry in entries))
        self.better.setText(self.tr("Download the recommended models ({0})").format(total))
        self.better.setEnabled(bool(entries))

    def show_built_in(self, languages: Sequence[LanguageCode]) -> None:
        """Say what works without a download: English speech into these."""
        names = ", ".join(readable_name(code) for code in languages)
        self.built_in.setText(self.tr("English speech at starter quality; it is translated into: {0}.").format(names))

    def show_machine(self, machine: Machine, recommended: str) -> None:
        """Say how fast the models would be, and the name of the one that suits."""
        shown = [speed for speed in machine.speeds if speed.real_time_factor < 20]
        words = ", ".join(
            f"{one.model.removeprefix('whisper-')} {figures(f'{one.real_time_factor:.2f}')}" for one in shown
        )
        first = self.tr("Estimated real-time factor of Whisper here (below 1 is faster than it plays): {0}.")
        second = self.tr("Recommended: {0}.").format(recommended)
        self.machine.setText(f"{first.format(words)} {second}")

    def show_no_machine(self) -> None:
        """It could not be measured."""
        self.machine.setText(self.tr("This computer could not be measured; a small model is recommended."))

    def _language_card(self, language: LanguageCode) -> QWidget:
        frame, inside = card()
        inside.addWidget(label(self.tr("Which language do you understand?"), "heading"))
        self.box = LanguageBox(self.tr("No translation"), self.tr("Which language do you understand?"))
        self.box.offer(())
        self.box.choose(language)
        inside.addWidget(self.box)
        return frame

    def _quality_card(self) -> QWidget:
        frame, inside = card()
        inside.addWidget(label(self.tr("How good should it be?"), "heading"))
        self.now = QRadioButton(self.tr("Start at once with what is built in"))
        self.now.setChecked(True)
        self.better = QRadioButton(self.tr("Download the recommended models"))
        self.better.setEnabled(False)
        group = QButtonGroup(self)
        self.built_in = label("", "muted", wrap=True)
        self.terms = label("", "muted", wrap=True)
        self.accepts = QCheckBox(self.tr("I accept the licences above"))
        self.accepts.setVisible(False)
        inside.addWidget(self.now)
        inside.addWidget(_indented(self.built_in))
        inside.addWidget(self.better)
        inside.addWidget(_indented(self.terms))
        inside.addWidget(_indented(self.accepts))
        for choice in (self.now, self.better):
            group.addButton(choice)
        self.better.toggled.connect(self._on_quality)
        self.accepts.toggled.connect(self._on_quality)
        return frame

    def _on_quality(self) -> None:
        better = self.better.isChecked()
        self.accepts.setVisible(better)
        self.start.setEnabled(not better or self.accepts.isChecked())


def _indented(widget: QWidget) -> QWidget:
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(*leading_margins(3 * SPACE))
    row.addWidget(widget)
    return frame
