"""Tells of what ended while the window was not in front."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from streamlation_desktop.gui.icons import app_icon
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.taskbar import TaskbarProgress


class Notices(QObject):
    """Through the system's tray, where there is one; and on the application's badge and button in the task bar."""

    def __init__(self, desk: Desk, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self._tray: QSystemTrayIcon | None = None
        self._taskbar = TaskbarProgress()
        desk.sessions.changed.connect(self._badge)

    def tell(self, title: str, text: str) -> None:
        """Show a notification, unless the user looks at the window or does not want any."""
        if self._window.isActiveWindow() or not self._desk.settings.interface.notify:
            return
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(app_icon(), self)
            self._tray.setToolTip("Streamlation")
            self._tray.activated.connect(self._come)
            self._tray.messageClicked.connect(self._come)
            self._tray.show()
        self._tray.showMessage(title, text, app_icon())

    def _badge(self) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.setBadgeNumber(len(self._desk.sessions.running))
        self._taskbar.show(self._desk.sessions.fraction)

    def _come(self) -> None:
        self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()
