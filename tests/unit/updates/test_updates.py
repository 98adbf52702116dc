"""Only a signed, current and not older release is believed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from streamlation_desktop.core.errors import UpdateRefused
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.settings.schema import Settings
from streamlation_desktop.updates.check import UpdateCheck, UpdateSource
from streamlation_desktop.updates.manifest import MAX_BYTES, read_release
from tests.support.releases import NOW, release_fields, signed_release

KEY, OTHER = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
KEYS = (OTHER.public_key().public_bytes_raw(), KEY.public_key().public_bytes_raw())


def sends(data: bytes) -> Callable[[str, int], bytes]:
    return lambda address, limit: data


def check(data: bytes, version: str = "1.0.0") -> UpdateCheck:
    app_paths().ensure()
    return UpdateCheck(app_paths(), UpdateSource("https://example.org/r.json", KEYS), sends(data), version)


def test_a_signed_newer_release_is_offered() -> None:
    release = check(signed_release(KEY, release_fields())).newest()

    assert release is not None
    assert release.version == "1.2.3"
    assert release.downloads[0].sha256 == "0" * 64


@pytest.mark.parametrize("version", ["1.2.3", "1.10.0", "2.0.0", "1.2.3.dev4"])
def test_what_is_not_newer_is_not_offered(version: str) -> None:
    assert check(signed_release(KEY, release_fields()), version).newest() is None


def test_a_release_older_than_one_that_was_seen_is_refused() -> None:
    check(signed_release(KEY, release_fields("1.3.0"))).newest()

    with pytest.raises(UpdateRefused, match=r"1\.2\.3, but 1\.3\.0 was there before"):
        check(signed_release(KEY, release_fields("1.2.3"))).newest()


STRANGER = Ed25519PrivateKey.generate()
REFUSED = {
    "signed by a stranger": signed_release(STRANGER, release_fields()),
    "expired": signed_release(KEY, release_fields(expires=(NOW - timedelta(seconds=1)).isoformat())),
    "expiry without a time zone": signed_release(KEY, release_fields(expires="2099-01-01T00:00:00")),
    "over plain http": signed_release(KEY, release_fields(downloads=[{"url": "http://example.org/a"}])),
    "a version that is none": signed_release(KEY, release_fields("1.2.3-rc1")),
    "a newer format": signed_release(KEY, release_fields(schema_version=2)),
    "a text that is no JSON": signed_release(KEY, "newest: 9.9.9"),
    "a log-in page": b"<html><body>Please log in</body></html>",
    "nothing": b"",
    "a list": b"[]",
    "numbers": b'{"signed": 1, "signature": 2}',
    "half a character": b'{"signed": "\\ud800", "signature": "aaaa"}',
    "deep nesting": b"[" * 60_000,
    "too much": b" " * (MAX_BYTES + 1),
}


@pytest.mark.parametrize("case", REFUSED)
def test_anything_else_is_refused(case: str) -> None:
    with pytest.raises(UpdateRefused):
        check(REFUSED[case]).newest()


def test_fifty_forged_manifests_are_refused() -> None:
    sound = json.loads(signed_release(KEY, release_fields()))
    rng = random.Random(3)
    for _ in range(50):
        text = bytearray(sound["signed"].encode())
        text[rng.randrange(len(text))] ^= 1 << rng.randrange(7)
        forged = json.dumps(sound | {"signed": text.decode("latin-1")}).encode()
        with pytest.raises(UpdateRefused):
            read_release(forged, KEYS, NOW)


def test_a_build_without_an_address_never_asks() -> None:
    def fetch(address: str, limit: int) -> bytes:
        raise AssertionError("it asked")

    with pytest.raises(UpdateRefused, match="does not know where"):
        UpdateCheck(app_paths(), UpdateSource.shipped(), fetch).newest()


def test_asking_is_off_until_the_user_wants_it() -> None:
    assert Settings().updates.check is False


def test_damaged_memory_counts_as_none(home: Path) -> None:
    app_paths().ensure()
    (app_paths().data / "newest-release.txt").write_bytes(b"\xff\xfe")

    assert check(signed_release(KEY, release_fields())).newest() is not None
