from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from zeroconf import ServiceInfo
from zeroconf.asyncio import AsyncZeroconf

from streamlation_desktop.cast import discovery as discoveries
from streamlation_desktop.cast.chromecast_devices import chromecast_of
from streamlation_desktop.cast.credentials import CredentialStore
from streamlation_desktop.cast.discovery import Discovery
from streamlation_desktop.cast.network import address_towards
from streamlation_desktop.cast.player import PlayerReport
from streamlation_desktop.cast.telemetry import PlaybackMeter
from streamlation_desktop.core.casting import CastState
from streamlation_desktop.core.errors import DeviceNotFound, NoNetwork
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.web.server import LocalServer
from tests.support.announcing import announcing

UUID = "11111111-2222-3333-4444-555555555555"


def service(text: dict[str, str] | None = None, port: int = 8009) -> ServiceInfo:
    name = "Living room"
    told = {"id": UUID.replace("-", ""), "fn": name, "md": "Chromecast Ultra", "ca": "201221", **(text or {})}
    return ServiceInfo(
        "_googlecast._tcp.local.",
        f"{name.replace(' ', '-')}._googlecast._tcp.local.",
        port,
        properties=told,
        server="tv.local.",
        parsed_addresses=["127.0.0.1"],
    )


def test_chromecast_tells_its_name_model_and_whether_it_has_a_picture() -> None:
    tv, speaker, group = (
        service(),
        service({"ca": "199428"}),
        service({"md": "Google Cast Group", "ca": "199428"}, 42_139),
    )

    found = chromecast_of(tv)
    assert found is not None
    assert (found.id, found.name, found.model, found.has_video) == (
        f"chromecast:{UUID}",
        "Living room",
        "Chromecast Ultra",
        True,
    )
    assert chromecast_of(speaker).has_video is False  # type: ignore[union-attr]
    assert chromecast_of(group).is_group is True  # type: ignore[union-attr]


@pytest.mark.parametrize("text", [{"id": ""}, {"id": "nonsense"}, {"ca": "x"}])
def test_service_that_no_real_device_would_publish_is_passed_over(text: dict[str, str]) -> None:
    assert chromecast_of(service(text)) is None


@pytest.mark.network
def test_device_in_the_network_is_found_by_the_beginning_of_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discoveries, "AsyncZeroconf", lambda **more: AsyncZeroconf(interfaces=["127.0.0.1"], **more))
    heard = threading.Event()
    events = EventBus()
    events.subscribe(lambda envelope: heard.set())
    with LocalServer() as server, announcing() as publisher:
        discovery = Discovery(lambda: server.loop, events)
        try:
            publisher.register_service(service())
            found = discovery.find("living", 15.0)
            assert (found.name, found.address) == ("Living room", "127.0.0.1")
            assert discovery.devices() == (found,)
            assert heard.is_set()
            with pytest.raises(DeviceNotFound, match=r"found: Living room"):
                discovery.find("kitchen", 0.0)
        finally:
            discovery.stop()


def test_address_where_nothing_plays_is_told() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with LocalServer() as server, pytest.raises(DeviceNotFound, match="nothing that we can play on"):
        Discovery(lambda: server.loop, EventBus()).find(f"127.0.0.1:{port}", 1.0)


def test_machine_without_multicast_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**more: object) -> None:
        raise OSError(19, "No such device")

    monkeypatch.setattr(discoveries, "AsyncZeroconf", refuse)
    with LocalServer() as server, pytest.raises(NoNetwork, match="no network interface") as caught:
        Discovery(lambda: server.loop, EventBus()).start()
    assert "address" in caught.value.hint


def test_address_is_the_one_that_reaches_the_device() -> None:
    assert address_towards("127.0.0.1") == "127.0.0.1"
    assert address_towards("127.0.0.9").startswith("127.")


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def swap_keyring() -> Iterator[Callable[[KeyringBackend], None]]:
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_pairing_is_kept_in_the_keyring_alone(
    swap_keyring: Callable[[KeyringBackend], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ring = Ring()
    swap_keyring(ring)
    CredentialStore().set("airplay:x", "AirPlay", "secret")
    assert list(ring.kept.values()) == ["secret"]
    assert CredentialStore().get("airplay:x", "AirPlay") == "secret"
    CredentialStore().forget("airplay:x", "AirPlay")
    assert ring.kept == {}


def test_pairing_ends_with_the_program_where_there_is_no_keyring_and_no_file_has_it(
    swap_keyring: Callable[[KeyringBackend], None],
) -> None:
    swap_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    store = CredentialStore()
    assert not store.is_lasting
    store.set("airplay:x", "AirPlay", "unlikely-secret")
    assert store.get("airplay:x", "AirPlay") == "unlikely-secret"
    assert "until the program ends" in store.notice
    assert "unlikely-secret" not in repr(store)
    home = app_paths()
    assert not any(b"unlikely-secret" in path.read_bytes() for path in home.data.rglob("*") if path.is_file())
    store.forget("airplay:x", "AirPlay")
    assert store.get("airplay:x", "AirPlay") is None
    assert CredentialStore().get("airplay:x", "AirPlay") is None


def test_meter_counts_stalls_after_the_first_picture_and_drift() -> None:
    meter = PlaybackMeter()
    meter.note(PlayerReport(CastState.BUFFERING), 0.0)
    meter.note(PlayerReport(CastState.PLAYING, 0.0), 2.0)
    meter.note(PlayerReport(CastState.PLAYING, 4.5), 7.0)
    assert meter.drift == pytest.approx(-0.5)
    meter.note(PlayerReport(CastState.BUFFERING, 5.0), 8.0)
    meter.note(PlayerReport(CastState.PLAYING, 5.0), 9.5)

    told = meter.telemetry(12)
    assert (told.stalls, told.buffering_seconds, told.requests) == (1, 1.5, 12)


def test_loop_of_the_server_is_one_and_ends() -> None:
    server = LocalServer()
    loop = server.loop
    assert server.loop is loop
    assert asyncio.run_coroutine_threadsafe(asyncio.sleep(0, "x"), loop).result(5) == "x"
    server.close()
    assert loop.is_closed()
