"""What a helper process is told of an address, which other users of the computer can read in the list of processes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from streamlation_desktop.media.gateway import Gateway, Served


def nothing(url: str, start: int, end: int | None) -> Served:
    raise AssertionError(f"{url} was opened")


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    made = Gateway(nothing, lambda head: False)
    yield made
    made.close()


@pytest.mark.parametrize(
    "url",
    [
        "https://user:canary@a.example/b/c.mpd",
        "https://user:c@nary@a.example:8443/b/c.mpd?token=canary&x=1",
        "http://a.example/c.mpd?sig=canary",
        "http://a.example/c.mpd",
        "file:///home/me/a%20film.mpd",
    ],
)
def test_neither_login_nor_query_is_told_and_both_are_used(gateway: Gateway, url: str) -> None:
    told = gateway.disguise(url)
    assert "canary" not in told
    assert "user" not in told
    assert gateway.reveal(told) == url


def test_a_segment_of_the_same_server_is_asked_for_with_the_login(gateway: Gateway) -> None:
    told = gateway.disguise("http://user:canary@a.example/b/c.mpd?token=1")
    segment = told.rpartition("/")[0] + "/s1.m4s"
    assert gateway.reveal(segment) == "http://user:canary@a.example/b/s1.m4s"
    assert gateway.reveal(segment.replace("a.example", "b.example")) == "http://b.example/b/s1.m4s"


def test_other_clients_are_refused(gateway: Gateway) -> None:
    assert gateway.reveal("http://a.example/b") is None
    assert gateway.reveal("http://0123456789abcdef-https.a.example/b") is None
