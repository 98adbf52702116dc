"""Optional parts in the window: real wheels, from a folder, into this home."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from streamlation_desktop.gui.dialogs.extras import ExtrasDialog
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.panels.part_card import PartCard
from streamlation_desktop.gui.state.extras_desk import ExtrasDesk
from streamlation_desktop.modelstore.extras import ExtraStore
from tests.gui.conftest import PATIENCE
from tests.unit.modelstore.test_extras import part, wheel


@pytest.fixture
def dialog(window: Window, tmp_path: Path, qtbot: QtBot) -> ExtrasDialog:
    """With one part, whose licence has to be accepted."""
    extra = part(wheel(tmp_path / "wheels"), is_restricted=True)
    desk = ExtrasDesk(window.desk, window.window, lambda paths: ExtraStore(paths, (extra,)))
    shown = ExtrasDialog(desk, window.window)
    shown.show()
    qtbot.waitUntil(lambda: "kitchen" in shown.cards, timeout=PATIENCE)
    return shown


def click(qtbot: QtBot, widget: object) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_part_is_agreed_to_installed_verified_and_removed(
    dialog: ExtrasDialog, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    card: PartCard = dialog.cards["kitchen"]
    assert card.state.text() == "not installed"
    assert "EULA" in card.facts.text()
    assert not card.install.isEnabled()
    card.accepted.click()

    qtbot.keyClicks(dialog.source, str(tmp_path / "elsewhere"))
    click(qtbot, card.install)
    qtbot.waitUntil(dialog.fault.isVisible, timeout=PATIENCE)
    assert "kitchen-1-py3-none-any.whl" in dialog.fault.text()

    dialog.source.setText(str(tmp_path / "wheels"))
    qtbot.waitUntil(card.install.isVisible, timeout=PATIENCE)
    click(qtbot, card.install)
    qtbot.waitUntil(lambda: card.state.text() == "installed", timeout=PATIENCE)
    assert not dialog.fault.isVisible()
    file = window.desk.paths.data / "extras" / "kitchen" / "site" / "kitchen" / "lib" / "a.so"
    file.write_bytes(b"other")
    click(qtbot, card.verify)
    qtbot.waitUntil(lambda: card.state.text().startswith("damaged"), timeout=PATIENCE)
    click(qtbot, card.remove)
    qtbot.waitUntil(lambda: card.state.text() == "not installed", timeout=PATIENCE)
    assert not file.exists()


def test_the_models_page_leads_to_the_parts_of_this_release(window: Window, qtbot: QtBot) -> None:
    window.window.show_page("models")
    page = window.window.page("models")
    qtbot.waitUntil(page.parts.isVisible, timeout=PATIENCE)
    click(qtbot, page.parts)
    dialog = page.findChild(ExtrasDialog)
    qtbot.waitUntil(lambda: {"cuda", "pages", "sherpa"} <= set(dialog.cards), timeout=PATIENCE)
