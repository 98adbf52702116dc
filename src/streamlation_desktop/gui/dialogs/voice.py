"""Which voice speaks a language of a dub, or one speaker in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.core.language import LanguageCode, own_name
from streamlation_desktop.gui.state.child import run_verb
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import label
from streamlation_desktop.storage.voice_map import MappedVoice


class VoiceDialog(QDialog):
    """The voices are asked for in a process of their own: some have to be loaded for that."""

    def __init__(
        self, desk: Desk, language: LanguageCode, names: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Voice for {0}").format(own_name(language)))
        self.setMinimumWidth(440)
        self.speakers = QComboBox()
        self.speakers.setAccessibleName(self.tr("Speaker"))
        self.speakers.addItem(self.tr("Everybody"), "")
        for speaker, name in names.items():
            self.speakers.addItem(name, speaker)
        self.voices = QComboBox()
        self.voices.setAccessibleName(self.tr("Voice"))
        self.notice = label(self.tr("Asking which voices there are…"), "muted", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(label(self.tr("Speaker")), self.speakers)
        form.addRow(label(self.tr("Voice")), self.voices)
        column = QVBoxLayout(self)
        column.setSpacing(2 * SPACE)
        column.addLayout(form)
        column.addWidget(self.notice)
        column.addWidget(self.buttons)
        desk.tasks.run("check", self, lambda: run_verb("dub", "--list-voices", language), self._offer, self._fail)

    @property
    def speaker(self) -> str:
        """Label; empty for everybody."""
        return str(self.speakers.currentData())

    @property
    def voice(self) -> MappedVoice:
        """The chosen one."""
        model, _, voice = str(self.voices.currentData()).partition("/")
        return MappedVoice(model, voice)

    def _offer(self, output: str) -> None:
        for line in output.splitlines():
            voice, *name = line.split(maxsplit=1)
            self.voices.addItem(name[0] if name else voice, voice)
        self.notice.setText(self.tr("Nothing is recognized or translated anew."))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.voices.count() > 0)

    def _fail(self, error: StreamlationError) -> None:
        self.notice.setText(str(error))
