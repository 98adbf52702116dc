"""Which voice speaks a language of a dub, or one speaker in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.voice_sample import VoiceSample
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import button, label, primary_first
from streamlation_desktop.session.remote import RemoteRunner
from streamlation_desktop.session.speak_request import OfferedVoice
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap

EVERYBODY = ""
_Found = tuple[tuple[OfferedVoice, ...], dict[str, MappedVoice]]


@dataclass(frozen=True, slots=True)
class Cast:
    """Whose voices are chosen."""

    language: LanguageCode
    project: str
    names: Mapping[str, str]
    """What each speaker is called, by label."""
    samples: Mapping[str, str] = field(default_factory=dict)
    """Something that each of them says, by label; everybody's is under an empty one."""


class VoiceDialog(QDialog):
    """The voices are asked of the engine process: some have to be loaded for that."""

    def __init__(self, desk: Desk, cast: Cast, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Voice for {0}").format(readable_name(cast.language)))
        self.setMinimumWidth(440)
        self._desk, self._cast = desk, cast
        self._known: dict[str, MappedVoice] = {}
        self.choices: dict[str, MappedVoice | None] = {}
        """What was changed, by speaker; None is a voice that is found by itself."""
        self.sample = VoiceSample(desk, self)
        self.speakers = QComboBox()
        self.speakers.setAccessibleName(self.tr("Speaker"))
        self.speakers.addItem(self.tr("Everybody"), EVERYBODY)
        for speaker, name in cast.names.items():
            self.speakers.addItem(name, speaker)
        self.voices = QComboBox()
        self.voices.setAccessibleName(self.tr("Voice"))
        self.voices.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.voices.setMinimumContentsLength(24)
        self.hear = button(self.tr("Hear it"), "play")
        self.notice = label(self.tr("Asking which voices there are…"), "muted", wrap=True)
        both = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self.buttons = primary_first(QDialogButtonBox(both))
        self._build()
        self._enable()
        self.speakers.currentIndexChanged.connect(self._show)
        self.voices.currentIndexChanged.connect(self._choose)
        self.hear.clicked.connect(self._hear)
        self.sample.failed.connect(self._fail)
        self.finished.connect(self.sample.close)
        desk.tasks.run("engine", self, self._find, self._offer, self._fail)

    @property
    def speaker(self) -> str:
        """Label; empty for everybody."""
        return str(self.speakers.currentData())

    @property
    def voice(self) -> MappedVoice | None:
        """The chosen one; None for one that is found by itself."""
        model, _, voice = str(self.voices.currentData() or "").partition("/")
        return MappedVoice(model, voice) if model else None

    def _build(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(label(self.tr("Speaker")), self.speakers)
        form.addRow(label(self.tr("Voice")), self.voices)
        form.addRow("", self.hear)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(form)
        column.addWidget(self.notice)
        column.addWidget(self.buttons)

    def _find(self) -> _Found:
        runner = self._desk.sessions.runner()
        assert isinstance(runner, RemoteRunner)
        known = VoiceMap(self._desk.shelf.services.database).chosen(self._cast.project, self._cast.language)
        return runner.voices(self._cast.language), known

    def _offer(self, found: _Found) -> None:
        voices, self._known = found
        with QSignalBlocker(self.voices):
            if voices:
                self.voices.addItem(self.tr("Found by itself"), "")
            for each in voices:
                self.voices.addItem(each.name or each.voice or each.model, _key(MappedVoice(each.model, each.voice)))
        some, none = self.tr("Nothing is recognized or translated anew."), self.tr("No voice speaks this language.")
        self.notice.setText(some if voices else none)
        self._show()

    def _show(self) -> None:
        """What the speaker has now."""
        voice = self.choices.get(self.speaker, self._known.get(self.speaker))
        with QSignalBlocker(self.voices):
            self.voices.setCurrentIndex(max(self.voices.findData(_key(voice) if voice else ""), 0))
        self._enable()

    def _choose(self) -> None:
        self.choices[self.speaker] = self.voice

    def _hear(self) -> None:
        samples = self._cast.samples
        text = samples.get(self.speaker) or samples.get(EVERYBODY) or readable_name(self._cast.language)
        self.sample.say(text, self._cast.language, self.voice)

    def _enable(self) -> None:
        for widget in (self.voices, self.hear, self.buttons.button(QDialogButtonBox.StandardButton.Ok)):
            widget.setEnabled(self.voices.count() > 0)

    def _fail(self, error: StreamlationError) -> None:
        self.notice.setText(str(error))


def _key(voice: MappedVoice) -> str:
    return f"{voice.synthesizer}/{voice.voice}"
