"""One optional part: what it is for, what it weighs, on what terms, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from streamlation_desktop.gui.state.extras_desk import Part
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.facts import joined
from streamlation_desktop.gui.widgets.labels import button, label, set_role
from streamlation_desktop.gui.widgets.times import size

_WORDS: Mapping[str, tuple[object, object]] = {
    "cuda": (
        QT_TRANSLATE_NOOP("Parts", "NVIDIA graphics card"),
        QT_TRANSLATE_NOOP("Parts", "Recognition and translation on the card; its driver has to be there."),
    ),
    "pages": (
        QT_TRANSLATE_NOOP("Parts", "Web pages"),
        QT_TRANSLATE_NOOP("Parts", "Finds the video in the page whose address you paste."),
    ),
    "sherpa": (
        QT_TRANSLATE_NOOP("Parts", "More engines"),
        QT_TRANSLATE_NOOP("Parts", "More recognizers; speakers told apart; voices and music separated."),
    ),
}
_STATES: Mapping[str, tuple[object, str]] = {
    "installed": (QT_TRANSLATE_NOOP("Parts", "installed"), "good"),
    "outdated": (QT_TRANSLATE_NOOP("Parts", "of another release: install it again"), "warn"),
    "damaged": (QT_TRANSLATE_NOOP("Parts", "damaged, and not used: install it again"), "bad"),
    "not installed": (QT_TRANSLATE_NOOP("Parts", "not installed"), "muted"),
    "not made for this machine": (QT_TRANSLATE_NOOP("Parts", "not made for this machine"), "muted"),
}


def _said(text: object) -> str:
    return QCoreApplication.translate("Parts", str(text))


class PartCard(QFrame):
    """Each wish carries the name of the part."""

    install_wanted = Signal(str)
    stop_wanted = Signal(str)
    verify_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        title, purpose = (_said(text) for text in _WORDS.get(name, (name, "")))
        self._may_install = False
        self.state, self.facts, self.bar = label("", "muted"), label("", "muted", wrap=True), QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Download of {0}").format(title))
        self.accepted = QCheckBox(self.tr("I accept the licence"))
        self.verify = button(self.tr("Verify"), "verify")
        self.remove = button(self.tr("Remove"), "delete")
        self.stop = button(self.tr("Cancel"), "stop")
        self.install = button(self.tr("Install"), "download", primary=True)
        self.accepted.toggled.connect(lambda on: self.install.setEnabled(on and self._may_install))
        for made, wish in (
            (self.verify, self.verify_wanted),
            (self.remove, self.remove_wanted),
            (self.stop, self.stop_wanted),
            (self.install, self.install_wanted),
        ):
            made.setAccessibleName(f"{made.text().strip()}: {title}")
            made.clicked.connect(lambda _checked=False, wish=wish: wish.emit(name))
        self._lay_out(title, purpose)

    @property
    def is_accepted(self) -> bool:
        """True when the person agreed to the licence."""
        return self.accepted.isChecked()

    def show_part(self, part: Part) -> None:
        """As it stands now."""
        words, role = _STATES[str(part.state)]
        busy = part.token is not None
        is_here, can_come = part.state == "installed", bool(part.extra.files_here())
        self.state.setText(self.tr("working…") if busy else _said(words))
        set_role(self.state, "muted" if busy else role)
        self.facts.setText(
            joined(size(part.size) if part.size else "", self.tr("Licence: {0}").format(part.extra.licence))
        )
        self.bar.setVisible(busy)
        self.bar.setRange(0, 1000 if part.total else 0)
        self.bar.setValue(1000 * part.done // part.total if part.total else 0)
        self.accepted.setVisible(part.extra.is_restricted and can_come and not is_here)
        agreed = self.is_accepted or not part.extra.is_restricted
        self._may_install = can_come and not busy
        self.install.setVisible(not is_here and not busy)
        self.install.setEnabled(self._may_install and agreed)
        self.stop.setVisible(busy)
        for made in (self.verify, self.remove):
            made.setVisible(not busy and part.state not in ("not installed", "not made for this machine"))

    def _lay_out(self, title: str, purpose: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(label(title, "heading"), 1)
        head.addWidget(self.state)
        foot.setSpacing(SPACE)
        foot.addWidget(self.accepted)
        foot.addStretch(1)
        for made in (self.verify, self.remove, self.stop, self.install):
            foot.addWidget(made)
        column.addLayout(head)
        for text in (label(purpose, wrap=True), self.facts, self.bar):
            column.addWidget(text)
        column.addLayout(foot)
