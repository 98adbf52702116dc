"""The models page against a hub on the loopback interface: install, pause, go on, verify, remove, import."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLabel, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from streamlation_desktop.gui.dialogs.licence import LicenceDialog
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.pages.models import ModelsPage
from streamlation_desktop.gui.panels.download_list import DownloadList
from streamlation_desktop.modelstore.staging import INCOMING
from streamlation_desktop.settings.paths import app_paths
from tests.gui.conftest import PATIENCE, MakeWindow
from tests.support import small_models
from tests.support.hub_mirror import Fault, HubMirror, hub_mirror
from tests.support.qt_input import click_row

VOICE = "es/es_ES/test/low/es_ES-test-low.onnx"
CATALOG = f"""
[[model]]
id = "mini-voice"
name = "Mini voice"
kind = "voice"
family = "piper"
quality = "basic"
languages = ["es"]
size = 17000
licence = "CC0-1.0"
attribution = "test"
repo = "test/voices"
files = [ {{ path = "{VOICE}" }}, {{ path = "{VOICE}.json" }}, {{ path = "es/es_ES/test/low/MODEL_CARD" }} ]
"""
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")


@pytest.fixture
def hub(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HubMirror]:
    """A hub with one small voice, which the catalogue of this home names."""
    small_models.make_voice(tmp_path / "voices/es/es_ES/test/low")
    for name in (*_PROXIES, "HF_TOKEN", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    with hub_mirror() as server:
        server.repositories["test/voices"] = tmp_path / "voices"
        monkeypatch.setenv("HF_ENDPOINT", server.address)
        monkeypatch.setenv("HF_HUB_OFFLINE", "0")
        monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hf-cache"))
        paths = app_paths()
        paths.ensure()
        (paths.config / "catalog.toml").write_text(CATALOG, encoding="utf-8")
        yield server


@pytest.fixture
def page(hub: HubMirror, make_window: MakeWindow, qtbot: QtBot) -> ModelsPage:
    """With the voice chosen."""
    window: Window = make_window()
    window.window.show_page("models")
    shown: ModelsPage = window.window.page("models")
    qtbot.waitUntil(lambda: shown.table.rowCount() > 0, timeout=PATIENCE)
    qtbot.keyClicks(shown.filters.search, "mini")
    qtbot.waitUntil(lambda: shown.table.rowCount() == 1, timeout=PATIENCE)
    choose(shown)
    return shown


def choose(page: ModelsPage) -> None:
    click_row(page.view, page.table.index(0, 0))


def accept(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """Read the dialog of the licence, tick and install, as a user does."""

    def run(dialog: LicenceDialog) -> int:
        box = dialog.findChild(QCheckBox)
        install = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        assert box is not None
        assert not install.isEnabled()
        box.setChecked(True)
        qtbot.mouseClick(install, Qt.MouseButton.LeftButton)
        return dialog.result()

    monkeypatch.setattr(LicenceDialog, "exec", run)


def installed(page: ModelsPage) -> bool:
    return page.table.rowCount() == 1 and page.table.rows[0].is_installed


def test_a_model_is_installed_paused_resumed_verified_and_removed(
    page: ModelsPage, hub: HubMirror, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept(monkeypatch, qtbot)
    hold = threading.Event()
    hub.fail(VOICE, Fault(cut_after=4_000, hold=hold))
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(hub.sent.is_set, timeout=PATIENCE)
    page.downloads.pause("mini-voice")
    hold.set()
    qtbot.waitUntil(lambda: not page.downloads.active["mini-voice"].is_running, timeout=PATIENCE)
    assert page._states()["mini-voice"].startswith("paused")
    assert not installed(page)
    line = page.findChild(DownloadList)
    assert line is not None
    assert [each.text().partition(" ·")[0].strip() for each in line.findChildren(QLabel)] == ["Mini voice"]

    choose(page)
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: installed(page), timeout=PATIENCE)
    assert len(hub.fetched(VOICE)) >= 2, "it was asked for again"
    assert page.verify.isEnabled(), "what was chosen is, once it is installed"
    qtbot.mouseClick(page.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "as it should be" in page.detail.text(), timeout=PATIENCE)
    weights = next(app_paths().models.rglob("*.onnx"))
    weights.chmod(0o600)
    weights.write_bytes(b"damaged")
    qtbot.mouseClick(page.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "is damaged" in page.detail.text(), timeout=PATIENCE)

    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    qtbot.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not installed(page), timeout=PATIENCE)
    assert not list(app_paths().models.rglob("*.onnx"))


def test_a_download_that_paused_is_given_up_and_frees_its_room(
    page: ModelsPage, hub: HubMirror, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept(monkeypatch, qtbot)
    hold = threading.Event()
    hub.fail(VOICE, Fault(cut_after=4_000, hold=hold))
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(hub.sent.is_set, timeout=PATIENCE)
    panel = page.findChild(DownloadList)
    assert panel is not None
    toggle, discard = panel.findChildren(QToolButton)
    assert not discard.isEnabled(), "it pauses first"
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    hold.set()
    qtbot.waitUntil(discard.isEnabled, timeout=PATIENCE)
    unfinished = app_paths().models / INCOMING / "mini-voice"
    assert list(unfinished.rglob("*"))
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.isHidden, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not unfinished.exists(), timeout=PATIENCE)
    assert page.add.isEnabled(), "it can be installed again"


def test_a_server_that_fails_is_told_and_nothing_is_half_installed(
    page: ModelsPage, hub: HubMirror, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept(monkeypatch, qtbot)
    del hub.repositories["test/voices"]
    with qtbot.waitSignal(page.failed, timeout=PATIENCE) as failed:
        qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert failed.args[0].code.startswith("model")
    assert not installed(page)
    assert page.add.isEnabled(), "it can be tried again"


def test_a_model_is_imported_from_a_folder(page: ModelsPage, tmp_path: Path, qtbot: QtBot) -> None:
    small_models.make_voice(tmp_path / "mine", "es_ES-mini-low")
    page.import_from(tmp_path / "mine", accepted=True)
    qtbot.waitUntil(lambda: installed(page) or page.table.rowCount() == 2, timeout=PATIENCE)
    assert "is installed" in page.detail.text()
    assert any(row.is_installed and row.kind.value == "voice" for row in page.table.rows)
