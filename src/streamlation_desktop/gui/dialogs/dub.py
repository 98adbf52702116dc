"""What to dub, into which languages, from which sounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import label, primary_first
from streamlation_desktop.gui.widgets.language_box import LanguageBox
from streamlation_desktop.gui.widgets.language_list import LanguageList
from streamlation_desktop.gui.widgets.path_field import PathField

if TYPE_CHECKING:
    from streamlation_desktop.jobs.request import DubRequest, Stems
    from streamlation_desktop.settings.schema import Settings


class DubDialog(QDialog):
    """Everything else is as in the preferences."""

    def __init__(self, settings: Settings, location: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Make a dub"))
        self.setMinimumWidth(580)
        self.file = PathField(self.tr("Film or recording"))
        self.file.set_path(location)
        self.spoken = LanguageBox(self.tr("Find out"), self.tr("Spoken language"))
        self.spoken.offer(())
        self.spoken.choose(next(iter(settings.recognition.languages), None))
        self.targets = LanguageList(self.tr("Languages of the dub"), settings.translation.targets)
        self.targets.list.setMinimumHeight(150)
        self.captions = PathField(
            self.tr("Subtitles of what is said"), hint=self.tr("Instead of recognizing the speech")
        )
        self.has_stems = QCheckBox(self.tr("Voice and background are there as separate files"))
        self.voice = PathField(self.tr("Voice"))
        self.background = PathField(self.tr("Background"))
        self.loudness = QComboBox()
        self.loudness.setAccessibleName(self.tr("Loudness"))
        self.loudness.addItem(self.tr("For listening (−16 LUFS)"), "desktop")
        self.loudness.addItem(self.tr("For broadcast (−23 LUFS)"), "broadcast")
        self.folder = PathField(self.tr("Folder for the files"), folder=True, hint=self.tr("Beside the film"))
        self.folder.set_path(settings.output.folder or "")
        self.overwrite = QCheckBox(self.tr("Replace files that are there"))
        self.notice = label("", "muted", wrap=True)
        both = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self.buttons = primary_first(QDialogButtonBox(both))
        make = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        make.setText(self.tr("Make the dub"))
        self._build()
        self._check()

    def request(self) -> DubRequest:
        """The job that was asked for."""
        from streamlation_desktop.jobs.request import DubOutput, DubRequest

        settings = self._settings
        return DubRequest(
            location=str(self.file.path),
            targets=self.targets.languages,
            sources=(self.spoken.language,) if self.spoken.language else (),
            captions=self.captions.path,
            recognizer=settings.recognition.model,
            translator=settings.translation.model,
            preset=settings.translation.preset,
            device=settings.compute.device,
            compute_type=settings.compute.compute_type,
            glossary=settings.translation.glossary,
            stems=self._stems(),
            loudness=self.loudness.currentData(),
            output=DubOutput(self.folder.path, self.overwrite.isChecked()),
        )

    def _build(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(label(self.tr("Film or recording")), self.file)
        form.addRow(label(self.tr("Spoken language")), self.spoken)
        form.addRow(label(self.tr("Languages of the dub")), self.targets)
        form.addRow(label(self.tr("Subtitles")), self.captions)
        form.addRow(self.has_stems)  # over the whole width: a box to tick does not break its words
        form.addRow(label(self.tr("Voice")), self.voice)
        form.addRow(label(self.tr("Background")), self.background)
        form.addRow(label(self.tr("Loudness")), self.loudness)
        form.addRow(label(self.tr("Folder")), self.folder)
        form.addRow(self.overwrite)
        self._form = form
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.addLayout(form)
        column.addWidget(self.notice)
        column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for changed in (
            self.file.changed, self.captions.changed, self.voice.changed, self.background.changed,
            self.targets.changed, self.has_stems.toggled, self.spoken.currentIndexChanged,
        ):  # fmt: skip
            changed.connect(self._check)

    def _check(self) -> None:
        for field in (self.voice, self.background):
            self._form.setRowVisible(field, self.has_stems.isChecked())
        missing = self._missing()
        self.notice.setText(missing)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not missing)

    def _missing(self) -> str:
        """What keeps it from being made; empty when nothing does."""
        stems = (self.voice, self.background) if self.has_stems.isChecked() else ()
        if self.file.path is None:
            return self.tr("Choose a film or recording.")
        for path in (self.file.path, self.captions.path, *(field.path for field in stems)):
            if path is not None and not path.is_file():
                return self.tr("There is no file {0}.").format(path)
        if not self.targets.languages:
            return self.tr("Tick the languages of the dub.")
        if self.captions.path is not None and self.spoken.language is None:
            return self.tr("Choose the language of the subtitles.")
        if stems and None in (self.voice.path, self.background.path):
            return self.tr("Choose both files: voice and background.")
        return ""

    def _stems(self) -> Stems | None:
        from streamlation_desktop.jobs.request import Stems

        voice, background = self.voice.path, self.background.path
        if not self.has_stems.isChecked() or voice is None or background is None:
            return None
        return Stems(voice, background)
