"""Optional parts over the network: any index will do, and only the promised bytes are taken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from streamlation_desktop.core.errors import DownloadFailed
from streamlation_desktop.modelstore.extras import ExtraStore, State
from streamlation_desktop.modelstore.extras_list import Extra
from streamlation_desktop.settings.paths import app_paths
from tests.support.hub_mirror import Fault, HubMirror
from tests.unit.modelstore.test_extras import install, part, wheel

HASH = "#sha256=abc"


@pytest.fixture
def extra(tmp_path: Path, mirror: HubMirror) -> Extra:
    file = wheel(tmp_path / "wheels")
    mirror.archives[file.name] = (tmp_path / "wheels" / file.name).read_bytes()
    mirror.archives["kitchen"] = f'<html><a href="../{file.name}{HASH}">{file.name}</a></html>'.encode()
    return part(file)


@pytest.fixture
def store(home: Path, extra: Extra) -> ExtraStore:
    paths = app_paths()
    paths.ensure()
    return ExtraStore(paths, (extra,))


def test_the_page_of_an_index_leads_to_the_wheel(store: ExtraStore, extra: Extra, mirror: HubMirror) -> None:
    install(store, extra, f"{mirror.address}/archives")
    assert store.state(extra) is State.INSTALLED


def test_an_index_may_answer_in_json(store: ExtraStore, extra: Extra, mirror: HubMirror) -> None:
    name = extra.files[0].name
    mirror.archives["kitchen"] = json.dumps({"files": [{"url": f"{mirror.address}/archives/{name}"}]}).encode()
    install(store, extra, f"{mirror.address}/archives/")
    assert store.state(extra) is State.INSTALLED


def test_the_index_of_pip_is_asked_where_none_is_named(
    store: ExtraStore, extra: Extra, mirror: HubMirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", f"{mirror.address}/archives")
    install(store, extra, "")
    assert store.state(extra) is State.INSTALLED


def test_a_package_that_was_built_asks_the_address_of_its_lock(
    store: ExtraStore, extra: Extra, mirror: HubMirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/never")
    address = f"{mirror.address}/archives/{extra.files[0].name}"
    install(store, part(extra.files[0].model_copy(update={"url": address})), "")
    assert store.state(extra) is State.INSTALLED


def test_an_interrupted_download_goes_on(store: ExtraStore, extra: Extra, mirror: HubMirror) -> None:
    name = extra.files[0].name
    mirror.fail(name, Fault(times=8, cut_after=200))
    install(store, extra, f"{mirror.address}/archives")
    assert store.state(extra) is State.INSTALLED
    assert any(request.range for request in mirror.requests if request.path.endswith(name))


def test_other_bytes_of_the_same_length_are_refused(store: ExtraStore, extra: Extra, mirror: HubMirror) -> None:
    file = extra.files[0]
    mirror.archives[file.name] = bytes(file.size)
    with pytest.raises(DownloadFailed, match="does not match its checksum"):
        install(store, extra, f"{mirror.address}/archives")
    assert store.state(extra) is State.ABSENT


@pytest.mark.parametrize("page", [b"<a href='kitchen-2-py3-none-any.whl'>x</a>", b"{", b'{"files": 3}', b"", b"\0" * 9])
def test_an_index_without_the_file_is_told(store: ExtraStore, extra: Extra, mirror: HubMirror, page: bytes) -> None:
    mirror.archives["kitchen"] = page
    with pytest.raises(DownloadFailed, match="does not have kitchen-1"):
        install(store, extra, f"{mirror.address}/archives")


def test_a_page_cannot_lead_to_a_file_of_this_computer(
    store: ExtraStore, extra: Extra, mirror: HubMirror, tmp_path: Path
) -> None:
    mirror.archives["kitchen"] = f'<a href="file://{tmp_path}/wheels/{extra.files[0].name}">x</a>'.encode()
    with pytest.raises(DownloadFailed, match="does not have"):
        install(store, extra, f"{mirror.address}/archives")
