"""What a token that is not the owner's may have opened: the open internet, and no name that turns private later."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import web

from streamlation_desktop.media.location import parse_location
from streamlation_desktop.web.source_policy import check_source
from streamlation_desktop.web.tokens import Scope


def opened(text: str, scope: Scope, *, is_live: bool = False) -> str:
    return asyncio.run(check_source(text, is_live=is_live, scope=scope))


def test_an_address_of_the_internet_stays_public_whatever_its_name_resolves_to_later() -> None:
    location = opened("https://user:pw@93.184.215.14/film.mp4", Scope.CONTROL)
    assert location == "public+https://user:pw@93.184.215.14/film.mp4"
    assert not parse_location(location).is_typed
    assert opened(location, Scope.CONTROL) == location


@pytest.mark.parametrize(
    "text", ["rtsp://93.184.215.14/x", "rtmp://93.184.215.14/x", "srt://93.184.215.14:9000", "udp://239.0.0.1:1234"]
)
def test_protocols_that_follow_their_servers_are_the_owners(text: str) -> None:
    with pytest.raises(web.HTTPForbidden):
        opened(text, Scope.CONTROL, is_live=True)
    assert opened(text, Scope.ADMIN, is_live=True) == text


@pytest.mark.parametrize("text", ["http://127.0.0.1/x", "public+http://[::1]/x", "http://192.168.1.1/x", __file__])
def test_what_is_in_the_owners_network_is_the_owners(text: str) -> None:
    with pytest.raises(web.HTTPForbidden):
        opened(text, Scope.CONTROL)
    assert opened(text, Scope.ADMIN) == text
