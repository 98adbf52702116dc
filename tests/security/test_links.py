"""A link of a web page opens what the user agreed to, in the open internet, or nothing."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from streamlation_desktop.__main__ import window_locations
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceForbidden
from streamlation_desktop.media.invitation import read_invitation
from streamlation_desktop.media.location import Kind, parse_location
from streamlation_desktop.media.source import probe_source
from tests.support.commands import SAMPLE
from tests.support.media_web import web_server

GOOD = "https://example.org/live/a.m3u8?x=1&y=2"


def link(address: str) -> str:
    return f"streamlation:open?url={quote(address, safe='')}"


@pytest.mark.parametrize(
    "text", [link(GOOD), link(GOOD).replace("open", "//open"), link(GOOD).upper()[:12] + link(GOOD)[12:]]
)
def test_a_link_names_a_public_address(text: str) -> None:
    invitation = read_invitation(text)
    assert (invitation.host, invitation.address) == ("example.org", GOOD)
    place = parse_location(invitation.location)
    assert (place.kind, place.url, place.shown, place.is_typed) == (Kind.HTTP, GOOD, GOOD, False)
    assert window_locations([text]) == [text]


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "/etc/passwd", "concat:a|b", "ftp://example.org/a", "javascript:alert(1)", "data:,x"),
        *("rtmp://example.org/a", "srt://example.org:1", "mic:", "system:", "streamlation:open?url=x", "", "https://"),
        *(
            "http://127.0.0.1/a",
            "http://[::1]/a",
            "http://10.0.0.1/",
            "http://192.168.1.1:80/",
            "http://169.254.169.254/",
        ),
        *(
            "http://[::ffff:10.0.0.1]/",
            "http://localhost/a",
            "http://router/",
            "http://nas.local/",
            "http://a.internal/",
        ),
        *("http://0x7f000001/", "http://2130706433/", "https://user@example.org/", "https://u:p@example.org/a"),
        *(
            "https://example.org/a b",
            "https://example.org/\n",
            "https://example.org/\u202eb",
            "https://exa\u200bmple.org/",
        ),
        *(
            "https://example.org\\@10.0.0.1/",
            "https://example.org:99999/",
            "https://" + "a" * 3000 + ".org/",
            "HTTPS:x",
        ),
    ],
)
def test_anything_else_is_refused_in_one_line(address: str) -> None:
    with pytest.raises(SourceForbidden) as refused:
        read_invitation(link(address))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "streamlation:",
            "streamlation:run?url=" + GOOD,
            "streamlation:open",
            "streamlation:open?file=a",
            "other:open?url=x",
        ),
        *(link(GOOD) + "&url=" + GOOD, link(GOOD) + "&allow_network=1", "streamlation:open/../run?url=" + GOOD),
        "streamlation:open?url=" + "&".join(["a=b"] * 20),
    ],
)
def test_a_link_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(SourceForbidden):
        read_invitation(text)


def test_a_look_alike_shows_what_it_is() -> None:
    assert read_invitation(link("https://еxample.org/a")).host.startswith("xn--")


def test_a_link_itself_is_no_source_and_only_web_addresses_have_the_public_form() -> None:
    for text in ("streamlation://open?url=" + GOOD, "public+file:///etc/passwd", "public+rtmp://example.org/a"):
        with pytest.raises(SourceForbidden):
            parse_location(text)


@pytest.mark.network
def test_a_name_that_leads_into_the_own_network_is_not_asked_for_anything() -> None:
    """The same address is fine where the user typed it."""
    with web_server(SAMPLE.parent) as web:
        typed = f"{web.url}/{SAMPLE.name}".replace("127.0.0.1", "localhost")
        assert probe_source(typed, CancelToken()).duration
        asked = len(web.requests)
        with pytest.raises(SourceForbidden, match="local network"):
            probe_source(f"public+{typed}", CancelToken())
        assert len(web.requests) == asked
