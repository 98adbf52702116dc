"""Full screen, on top, picture in picture, captions alone: what the player does with windows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from streamlation_desktop.gui.player.caption_window import CaptionWindow
from streamlation_desktop.gui.player.captions_control import CaptionsControl
from streamlation_desktop.gui.player.control_bar import ControlBar
from streamlation_desktop.gui.player.inset_window import InsetWindow
from streamlation_desktop.gui.player.surface import VideoSurface

_HIDE_AFTER = 2500


class WindowModes(QObject):
    """Works on the window that the player widget is in, whichever that is."""

    fullScreenChanged = Signal(bool)
    """The window should hide, or show, what is around the player."""

    def __init__(
        self, host: QWidget, column: QVBoxLayout, surface: VideoSurface, bar: ControlBar, captions: CaptionsControl
    ) -> None:
        super().__init__(host)
        self._host = host
        self._column = column
        self._surface = surface
        self._bar = bar
        self._captions = captions
        self._inset: InsetWindow | None = None
        self._caption_window: CaptionWindow | None = None
        self._is_full = False
        self._was_maximized = False
        self._placeholder = QLabel(self.tr("The film is in its own small window."), host)
        self._placeholder.setTextFormat(Qt.TextFormat.PlainText)
        self._placeholder.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._placeholder.setStyleSheet("background: black; color: #d0d4dc;")
        self._placeholder.hide()
        self._hiding = QTimer(self)
        self._hiding.setSingleShot(True)
        self._hiding.setInterval(_HIDE_AFTER)
        self._hiding.timeout.connect(self._hide_controls)
        surface.pointerMoved.connect(self._wake_controls)
        host.installEventFilter(self)

    def is_on(self, name: str) -> bool:
        """Whether the mode of that action is on."""
        states = {
            "on_top": bool(self._host.window().windowFlags() & Qt.WindowType.WindowStaysOnTopHint),
            "inset": self._inset is not None,
            "caption_window": self._caption_window is not None,
            "full_screen": self._is_full,
        }
        return states.get(name, False)

    def run(self, name: str) -> bool:
        """Carry out one of these actions; False when it is none."""
        match name:
            case "full_screen":
                self.set_full_screen(not self._is_full)
            case "leave":
                self._leave()
            case "on_top":
                self._toggle_on_top()
            case "inset":
                self._toggle_inset()
            case "caption_window":
                self._toggle_caption_window()
            case _:
                return False
        return True

    def _leave(self) -> None:
        """What was entered last gives way: the full screen, else the small window, which may not have the keyboard."""
        if self._is_full:
            self.set_full_screen(False)
        elif self._inset is not None:
            self._inset.close()

    def set_full_screen(self, wanted: bool) -> None:
        """Fill the screen, or be a window again."""
        if wanted == self._is_full:
            return
        window = self._host.window()
        self._is_full = wanted
        self.fullScreenChanged.emit(wanted)
        if wanted:
            self._was_maximized = window.isMaximized()
            self._column.removeWidget(self._bar)
            window.showFullScreen()
            self._wake_controls()
        else:
            self._hiding.stop()
            self._surface.lift_captions(0)
            self._column.addWidget(self._bar)
            self._bar.show()
            self._surface.unsetCursor()
            window.showMaximized() if self._was_maximized else window.showNormal()
        self._bar.show_full_screen(wanted)

    def close(self) -> None:
        """Close the small windows."""
        for window in (self._inset, self._caption_window):
            if window is not None:
                window.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The controls lie over the film while it fills the screen."""
        if watched is self._host and event.type() is QEvent.Type.Resize and self._is_full:
            self._lay_over()
        return False

    def _lay_over(self) -> None:
        height = self._bar.sizeHint().height()
        self._bar.setGeometry(0, self._host.height() - height, self._host.width(), height)
        self._bar.raise_()

    def _wake_controls(self) -> None:
        if self._is_full:
            self._surface.unsetCursor()
            self._lay_over()
            self._bar.show()
            self._surface.lift_captions(self._bar.height())
            self._hiding.start()

    def _hide_controls(self) -> None:
        bar = self._bar
        is_pointed_at = bar.rect().contains(bar.mapFromGlobal(QCursor.pos()))  # Qt may still think of where it was
        if is_pointed_at or bar.isAncestorOf(self._host.window().focusWidget() or self._host):
            self._hiding.start()  # somebody is using them, with the mouse or with keys
            return
        bar.hide()
        self._surface.lift_captions(0)
        self._surface.setCursor(Qt.CursorShape.BlankCursor)

    def _toggle_on_top(self) -> None:
        window = self._host.window()
        is_on_top = bool(window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint)
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, not is_on_top)
        window.show()

    def _toggle_inset(self) -> None:
        if self._inset is not None:
            self._inset.close()
            return
        shown = self._surface.shown
        shape = (shown.pixels.shape[1], shown.pixels.shape[0]) if shown is not None else (16, 9)
        self._column.replaceWidget(self._surface, self._placeholder)
        self._placeholder.show()
        self._inset = InsetWindow(self._surface, shape, self._host)
        self._inset.closed.connect(self._inset_closed)
        self._inset.show()

    def _inset_closed(self) -> None:
        inset, self._inset = self._inset, None
        if inset is None:
            return
        self._column.replaceWidget(self._placeholder, self._surface)
        self._placeholder.hide()
        self._surface.show()
        inset.deleteLater()

    def _toggle_caption_window(self) -> None:
        if self._caption_window is not None:
            self._caption_window.close()
            return
        self._caption_window = CaptionWindow(self._host)
        self._caption_window.closed.connect(self._caption_window_closed)
        self._captions.add_overlay(self._caption_window.overlay)
        self._caption_window.show()

    def _caption_window_closed(self) -> None:
        window, self._caption_window = self._caption_window, None
        if window is not None:
            self._captions.remove_overlay(window.overlay)
            window.overlay.close()
            window.deleteLater()
