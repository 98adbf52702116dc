"""Where it starts: drop something, choose the language, go."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QLabel, QListView, QVBoxLayout, QWidget

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.icons import set_symbol
from streamlation_desktop.gui.pages.page import Page
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.opening import MEDIA
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.choosing import on_choice
from streamlation_desktop.gui.widgets.drop import DropFrame
from streamlation_desktop.gui.widgets.labels import button, label
from streamlation_desktop.gui.widgets.language_box import LanguageBox

_RECENT = 6
_LINK_WIDTH = 560


class HomePage(Page):
    """Drop zone, languages, what was open last."""

    wanted = Signal(str)
    """A location to open."""
    dropped = Signal(list)
    """Locations."""
    live_wanted = Signal()
    """Something live is to be watched."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Watch anything in your language"), parent=parent)
        self._desk = desk
        self.column.addWidget(self._drop_zone(), 3)
        self.column.addLayout(self._languages())
        self.recent_title = label(self.tr("Recent"), "heading")
        self.column.addWidget(self.recent_title)
        self.recent = QListView(self)
        self.recent.setAccessibleName(self.tr("Recent"))
        self.recent.setMouseTracking(True)
        self.recent.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        on_choice(self.recent, self._open_recent)
        self.column.addWidget(self.recent, 4)
        self.column.addStretch(1)
        self.recent_title.hide()
        self.recent.hide()
        desk.when_ready(self, self._fill)

    def shown(self) -> None:
        """See `Page`."""
        if self._desk.is_ready:
            self._refresh()

    def choose_file(self) -> None:
        """Ask for a file."""
        endings = " ".join(f"*.{each} *.{each.upper()}" for each in sorted({*MEDIA, "m3u8", "mpd"}))
        media, everything = self.tr("Video and sound"), self.tr("All files")
        kinds = f"{media} ({endings});;{everything} (*)"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open a video or sound file"), "", kinds)
        if path:
            self.wanted.emit(path)

    def choose_folder(self) -> None:
        """Ask for a folder."""
        path = QFileDialog.getExistingDirectory(self, self.tr("Open a folder"))
        if path:
            self.wanted.emit(path)

    def paste_link(self) -> None:
        """Ask for an address; the one on the clipboard is proposed."""
        from PySide6.QtGui import QGuiApplication

        from streamlation_desktop.gui.widgets.drop import locations_in

        data = QGuiApplication.clipboard().mimeData()
        proposed = next((one for one in locations_in(data) if "://" in one), "") if data else ""
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Open a link"))
        dialog.setLabelText(self.tr("Address of a video, sound or live stream:"))
        dialog.setTextValue(proposed)
        dialog.resize(_LINK_WIDTH, dialog.sizeHint().height())
        dialog.textValueSelected.connect(lambda text: self.wanted.emit(text.strip()) if text.strip() else None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _drop_zone(self) -> QWidget:
        zone = DropFrame(parent=self)
        zone.setAccessibleName(self.tr("Drop zone"))
        zone.setMinimumHeight(210)
        zone.setMaximumHeight(340)
        zone.dropped.connect(self.dropped)
        picture = QLabel()
        set_symbol(picture, "drop", 44)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(zone)
        column.setSpacing(SPACE)
        column.addStretch(1)
        column.addWidget(picture, 0, centre)
        column.addWidget(label(self.tr("Drop a video, a sound file or a folder here"), "heading"), 0, centre)
        column.addWidget(label(self.tr("Nothing leaves this computer."), "muted"), 0, centre)
        column.addSpacing(SPACE)
        self.open_file = button(self.tr("Open file…"), "open", primary=True)
        self.open_folder = button(self.tr("Open folder…"), "folder")
        self.open_link = button(self.tr("Paste a link…"), "link")
        self.open_live = button(self.tr("Watch live…"), "live")
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addStretch(1)
        for made, act in (
            (self.open_file, self.choose_file),
            (self.open_folder, self.choose_folder),
            (self.open_link, self.paste_link),
            (self.open_live, self.live_wanted.emit),
        ):
            made.clicked.connect(act)
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return zone

    def _languages(self) -> QHBoxLayout:
        self.target = LanguageBox(self.tr("No translation"), self.tr("Translate into"))
        self.source = LanguageBox(self.tr("Detect by itself"), self.tr("Spoken language"))
        for box in (self.target, self.source):
            box.setEnabled(False)
        self.target.currentIndexChanged.connect(self._keep_target)
        self.source.currentIndexChanged.connect(self._keep_source)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for text, box in ((self.tr("Translate into"), self.target), (self.tr("Spoken language"), self.source)):
            caption = label(text, "muted")
            caption.setBuddy(box)
            row.addWidget(caption)
            row.addWidget(box)
            row.addSpacing(2 * SPACE)
        row.addStretch(1)
        return row

    def _fill(self) -> None:
        from streamlation_desktop.gui.item_models.history import HistoryDelegate, HistoryModel
        from streamlation_desktop.gui.state.pictures import Pictures

        pictures = Pictures(self._desk, self)
        self._model = HistoryModel(pictures.want, self)
        pictures.ready.connect(self._model.set_picture)
        self.recent.setModel(self._model)
        self.recent.setItemDelegate(HistoryDelegate(self.recent))
        self._desk.settings_changed.connect(self._show_languages)
        self._offer_languages()
        self._desk.models_changed.connect(self._offer_languages)
        for box in (self.target, self.source):
            box.offer(())
            box.setEnabled(True)
        self._show_languages()
        self._refresh()
        self._desk.sessions.ended.connect(lambda _: self._refresh())

    def _offer_languages(self) -> None:
        """Those that need no download come first."""
        catalogue = self._desk.shelf.services.catalogue

        def work() -> tuple[set[LanguageCode], set[LanguageCode]]:
            found = catalogue()
            targets = {pair.target for each in found.translators for pair in each.pairs}
            for each in found.translators:
                targets |= each.languages
            return targets, {code for each in found.recognizers for code in each.languages}

        def done(codes: tuple[set[LanguageCode], set[LanguageCode]]) -> None:
            self.target.offer(codes[0])
            self.source.offer(codes[1])

        self._desk.tasks.run("disk", self, work, done)

    def _show_languages(self) -> None:
        settings = self._desk.settings
        self.target.choose(next(iter(settings.translation.targets), None))
        self.source.choose(next(iter(settings.recognition.languages), None))

    def _keep_target(self) -> None:
        chosen = self.target.language
        self._desk.change_settings("translation", {"targets": (chosen,) if chosen else ()})

    def _keep_source(self) -> None:
        chosen = self.source.language
        self._desk.change_settings("recognition", {"languages": (chosen,) if chosen else ()})

    def _refresh(self) -> None:
        from streamlation_desktop.storage.records import HistoryFilter, SortBy

        wanted = HistoryFilter(sort=SortBy.UPDATED, limit=_RECENT)
        self._desk.tasks.run("disk", self, lambda: self._desk.shelf.history.list(wanted), self._show_recent)

    def _show_recent(self, records: tuple[object, ...]) -> None:
        self._model.reset(records)  # type: ignore[arg-type]
        self.recent.setVisible(bool(records))
        self.recent_title.setVisible(bool(records))

    def _open_recent(self, index: QModelIndex) -> None:
        self.wanted.emit(self._model.records[index.row()].location)
