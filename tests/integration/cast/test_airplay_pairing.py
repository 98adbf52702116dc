from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from streamlation_desktop.cast.airplay_pairing import AirPlayPairing
from streamlation_desktop.cast.credentials import CredentialStore
from streamlation_desktop.core.errors import PairingFailed
from streamlation_desktop.web.server import LocalServer
from tests.support.airplay_device import PIN, pin_device

pytestmark = pytest.mark.network


@pytest.fixture
def store() -> Iterator[CredentialStore]:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    yield CredentialStore()
    keyring.set_keyring(before)


def test_wrong_pin_is_told_and_keeps_nothing_and_the_right_one_gives_credentials(store: CredentialStore) -> None:
    with LocalServer() as server, pin_device(server.loop) as (device, behind):
        pairing = AirPlayPairing(device, server.loop, store)
        pairing.begin()
        with pytest.raises(PairingFailed, match="digits"):
            pairing.finish("12a4")
        with pytest.raises(PairingFailed, match="did not accept the PIN") as caught:
            pairing.finish("1234")
        pairing.close()
        assert "on its screen" in caught.value.hint
        assert store.get(device.id, "AirPlay") is None

        again = AirPlayPairing(device, server.loop, store)
        again.begin()
        again.finish(f" {PIN} ")
        again.close()

    secret = store.get(device.id, "AirPlay")
    assert secret is not None
    assert len(secret.split(":")) == 4, "an identity of the device and of ours, with a key each"
    assert behind.shown == 2
