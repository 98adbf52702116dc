"""Shows what a model is, what it weighs and on what terms, before it is fetched."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from streamlation_desktop.gui.item_models.models import ModelRow
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import label, primary_first
from streamlation_desktop.gui.widgets.times import size
from streamlation_desktop.modelstore.licences import UNKNOWN


class LicenceDialog(QDialog):
    """Installing is possible once the licence is accepted."""

    def __init__(self, row: ModelRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Install a model"))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(label(row.name, "title"))
        form = QFormLayout()
        form.setHorizontalSpacing(3 * SPACE)
        form.setVerticalSpacing(SPACE)
        licence = self.tr("not stated by its makers") if row.licence == UNKNOWN else row.licence
        for name, value in (
            (self.tr("Download"), size(row.size)),
            (self.tr("Licence"), licence),
            (self.tr("Made by"), row.attribution),
            (self.tr("About it"), row.note),
        ):
            if value:
                form.addRow(label(name, "muted"), label(value, wrap=True))
        column.addLayout(form)
        if row.is_restricted:
            warning = self.tr("This licence restricts the use, or is not known: commercial use may be forbidden.")
            column.addWidget(label(warning, "warn", wrap=True))
        self.accepted_box = QCheckBox(self.tr("I accept the licence"))
        column.addWidget(self.accepted_box)
        both = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self.buttons = primary_first(QDialogButtonBox(both))
        install = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        install.setText(self.tr("Install"))
        install.setEnabled(False)
        self.accepted_box.toggled.connect(install.setEnabled)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        self.setMinimumWidth(500)

    @property
    def is_accepted(self) -> bool:
        """True when the person agreed."""
        return self.accepted_box.isChecked()
