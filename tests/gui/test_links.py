"""Links of web pages: the window shows the address and opens nothing by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from streamlation_desktop.gui.dialogs.invitation import InvitationBox
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.open_requests import OpenRequests

LINK = "streamlation:open?url=https%3A%2F%2Fexample.org%2F%3Cb%3Etalk%3C%2Fb%3E.mp4"


def box_of(window: Window) -> InvitationBox | None:
    return next(iter(window.window.findChildren(InvitationBox)), None)


def test_a_link_is_shown_as_plain_text_and_opened_when_agreed(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(window.conductor.opener, "open", opened.append)
    window.come([LINK, LINK])
    boxes = window.window.findChildren(InvitationBox)
    assert len(boxes) == 1
    box = boxes[0]
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert "https://example.org/<b>talk</b>.mp4" in box.informativeText()
    assert "example.org" in box.text()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    assert opened == []
    box.button(QMessageBox.StandardButton.Open).click()
    assert opened == ["public+https://example.org/<b>talk</b>.mp4"]


def test_cancel_opens_nothing_and_a_bad_link_is_one_message(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(window.conductor.opener, "open", opened.append)
    window.come([LINK])
    box = box_of(window)
    assert box is not None
    box.button(QMessageBox.StandardButton.Cancel).click()
    qtbot.waitUntil(lambda: box_of(window) is None)
    window.come(["streamlation:open?url=file:///etc/passwd"])
    assert box_of(window) is None
    assert opened == []


def test_an_event_of_the_desktop_asks_to_open(qapp: QApplication) -> None:
    asked: list[list[str]] = []
    requests = OpenRequests()
    requests.asked.connect(asked.append)
    qapp.installEventFilter(requests)
    file = str(Path(__file__).resolve())
    QApplication.sendEvent(qapp, QFileOpenEvent(file))
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl(LINK)))
    qapp.removeEventFilter(requests)
    assert asked == [[file], [LINK]]
