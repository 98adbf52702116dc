from __future__ import annotations

from pathlib import Path

import pytest

from streamlation_desktop.cast.shares import Share, ShareTable
from streamlation_desktop.core.casting import DeliveryLevel
from streamlation_desktop.storage.access import AccessTokens, DeviceMemory
from streamlation_desktop.storage.database import Database
from streamlation_desktop.web.limits import RateLimiter
from streamlation_desktop.web.tokens import Scope, Tokens


def test_kept_token_outlives_the_process_and_its_secret_is_not_stored(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Database(path) as database:
        token, record = Tokens(AccessTokens(database)).issue(Scope.CONTROL, label="wall")
        passing, _ = Tokens(AccessTokens(database)).issue(Scope.ADMIN, keep=False)

    assert token.encode() not in path.read_bytes()
    with Database(path) as database:
        tokens = Tokens(AccessTokens(database))
        assert tokens.scope_of(token) is Scope.CONTROL
        assert tokens.scope_of(passing) is None
        assert tokens.revoke(record.id)
        assert not tokens.revoke(record.id)
        assert tokens.scope_of(token) is None


def test_expired_token_means_nothing(tmp_path: Path) -> None:
    now = 1_000_000.0
    with Database(tmp_path / "x.db") as database:
        tokens = Tokens(AccessTokens(database), clock=lambda: now)
        token, _ = tokens.issue(Scope.VIEW, seconds=60, keep=False)
        assert tokens.scope_of(token) is Scope.VIEW
        now += 61
        assert tokens.scope_of(token) is None


def test_token_has_192_bits_and_is_never_the_same() -> None:
    tokens = {Share().token for _ in range(100)}

    assert len(tokens) == 100
    assert all(len(token) == 32 for token in tokens)


def test_share_is_found_by_its_token_until_it_is_revoked() -> None:
    table, share = ShareTable(), Share({"a.mp4": b"x"})
    table.add(share)
    assert table.find(share.token) is share
    assert table.find(share.token[:-1]) is None
    assert table.find("\udcff") is None
    table.revoke(share)
    assert table.find(share.token) is None


@pytest.mark.parametrize("name", ["../x", "a/b", "", "a b", "a\x00", "x" * 81])
def test_name_that_could_lead_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        Share({name: b""})


def test_rate_limit_lets_a_burst_through_and_then_its_rate() -> None:
    limiter = RateLimiter(rate=1, burst=3)

    assert [limiter.allow("a", 0.0) for _ in range(4)] == [True, True, True, False]
    assert limiter.is_exhausted("a", 0.5)
    assert limiter.allow("b", 0.5)
    assert limiter.allow("a", 1.1)


def test_device_memory_begins_where_the_device_was_found_to_play(tmp_path: Path) -> None:
    with Database(tmp_path / "x.db") as database:
        memory = DeviceMemory(database)
        assert memory.level("tv") is DeliveryLevel.COPY
        memory.learn("tv", "Living room", DeliveryLevel.BURNED, "refused")
        assert memory.level("tv") is DeliveryLevel.BURNED
