"""Asking for a newer version: a real server, a signed manifest, once a day, and only when wanted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pytestqt.qtbot import QtBot

from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.state.update_watch import UpdateWatch, download_of
from streamlation_desktop.updates.check import UpdateSource
from streamlation_desktop.updates.manifest import Release
from tests.gui.conftest import PATIENCE
from tests.support.hub_mirror import HubMirror, hub_mirror
from tests.support.releases import release_fields, signed_release

KEY = Ed25519PrivateKey.generate()


@pytest.fixture
def server() -> Iterator[HubMirror]:
    with hub_mirror() as mirror:
        mirror.archives["release.json"] = signed_release(KEY, release_fields("99.0.0"))
        yield mirror


def watched(window: Window, address: str) -> UpdateWatch:
    """That of the window, which asks another server."""
    watch = window.updates
    assert watch is not None
    watch.source = UpdateSource(address, (KEY.public_key().public_bytes_raw(),))
    return watch


def answered(window: Window, server: HubMirror, qtbot: QtBot) -> UpdateWatch:
    """A watch that has asked."""
    watch = watched(window, f"{server.address}/archives/release.json")
    with qtbot.waitSignal(watch.settled, timeout=PATIENCE):
        window.desk.change_settings("updates", {"check": True})
    return watch


def test_nothing_is_asked_unless_the_user_wants_it(window: Window, server: HubMirror) -> None:
    watch = watched(window, f"{server.address}/archives/release.json")
    watch.look()
    assert not watch._is_asking
    assert server.requests == []


def test_a_newer_version_is_told_once_and_asked_for_once_a_day(window: Window, server: HubMirror, qtbot: QtBot) -> None:
    watch = answered(window, server, qtbot)
    bar = window.window.messages
    assert "99.0.0" in bar.title.text()
    assert bar.text.text() == "Better captions."
    assert len(server.requests) == 1
    watch.look()
    assert not watch._is_asking, "a day has not gone by"
    bar.hide()
    window.memory.setValue("updates/asked", 0.0)
    with qtbot.waitSignal(watch.settled, timeout=PATIENCE):
        watch.look()
    assert len(server.requests) == 2
    assert bar.isHidden(), "the same version is not told again"


def test_a_manifest_that_nobody_signed_is_not_believed(window: Window, server: HubMirror, qtbot: QtBot) -> None:
    server.archives["release.json"] = signed_release(Ed25519PrivateKey.generate(), release_fields("99.0.0"))
    answered(window, server, qtbot)
    bar = window.window.messages
    assert "not signed" in bar.text.text()
    assert "update" in bar.title.text()


def test_a_server_that_cannot_be_reached_is_not_worth_a_word(window: Window, qtbot: QtBot) -> None:
    watch = watched(window, "http://127.0.0.1:9/release.json")
    with qtbot.waitSignal(watch.settled, timeout=PATIENCE):
        window.desk.change_settings("updates", {"check": True})
    assert window.window.messages.isHidden()


def test_the_installer_of_this_system_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    release = Release.model_validate(release_fields())
    monkeypatch.setattr("sys.platform", "linux")
    assert download_of(release) == "https://example.org/a.deb"
    monkeypatch.setattr("sys.platform", "darwin")
    assert download_of(release) == ""
