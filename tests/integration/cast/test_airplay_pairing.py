from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from streamlation_desktop.cast import airplay_devices, airplay_pairing
from streamlation_desktop.cast.airplay_devices import airplay_at
from streamlation_desktop.cast.airplay_pairing import AirPlayPairing
from streamlation_desktop.cast.credentials import CredentialStore
from streamlation_desktop.core.casting import CastDevice
from streamlation_desktop.core.errors import PairingFailed
from streamlation_desktop.web.server import LocalServer
from tests.support.airplay_device import PIN, PinDevice, pin_device

pytestmark = pytest.mark.network

Den = tuple[CastDevice, PinDevice, LocalServer]


@pytest.fixture
def den(monkeypatch: pytest.MonkeyPatch) -> Iterator[Den]:
    for module in (airplay_devices, airplay_pairing):
        monkeypatch.setattr(module, "_SCAN_SECONDS", 1)
    with LocalServer() as server, pin_device(server.loop) as (device, behind):
        yield device, behind, server


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CredentialStore]:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    yield CredentialStore(tmp_path / "pairings.json")
    keyring.set_keyring(before)


def test_device_says_that_it_wants_to_be_paired(den: Den) -> None:
    server = den[2]
    found = server.call(airplay_at(server.loop, "127.0.0.1"))

    assert found is not None
    assert (found.name, found.needs_pairing) == ("Den", True)


def test_pin_that_the_device_shows_gives_credentials_that_are_kept(den: Den, store: CredentialStore) -> None:
    device, behind, server = den
    pairing = AirPlayPairing(device, server.loop, store)
    try:
        pairing.begin()
        assert behind.shown == 1
        pairing.finish(f" {PIN} ")
    finally:
        pairing.close()

    secret = store.get(device.id, "AirPlay")
    assert secret is not None
    assert len(secret.split(":")) == 4, "an identity of the device and of ours, with a key each"


def test_wrong_pin_is_told_keeps_nothing_and_can_be_tried_again(den: Den, store: CredentialStore) -> None:
    device, behind, server = den
    pairing = AirPlayPairing(device, server.loop, store)
    pairing.begin()
    with pytest.raises(PairingFailed) as caught:
        pairing.finish("1234")
    pairing.close()

    assert "PIN" in f"{caught.value} {caught.value.hint}"
    assert store.get(device.id, "AirPlay") is None
    again = AirPlayPairing(device, server.loop, store)
    again.begin()
    again.finish(str(PIN))
    again.close()
    assert behind.shown == 2
    assert store.get(device.id, "AirPlay")


def test_what_is_no_pin_is_refused_before_the_device_hears_of_it(den: Den, store: CredentialStore) -> None:
    device, _, server = den
    pairing = AirPlayPairing(device, server.loop, store)
    pairing.begin()
    with pytest.raises(PairingFailed, match="digits"):
        pairing.finish("12a4")
    pairing.close()
