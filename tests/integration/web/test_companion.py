"""The companion page in a real browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.cast.delivery import CastMedia
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.events import (
    CaptionUpdated,
    CueCommitted,
    ErrorInfo,
    EventBus,
    Progressed,
    SessionState,
    StateChanged,
)
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import TimeSpan, Word
from streamlation_desktop.media.delivery.facts import inspect
from streamlation_desktop.web import companion_host
from streamlation_desktop.web.companion import Companion
from streamlation_desktop.web.page_picture import PagePicture
from tests.support.api_server import ES, ServedApi, cue, served_api
from tests.support.browser import Page, chromium
from tests.support.commands import SAMPLE

EN = LanguageCode("en")
SHOWN = "[...document.querySelectorAll('#first li')].map(item => item.textContent)"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with chromium(tmp_path_factory.mktemp("browser")) as page:
        yield page


@pytest.fixture
def page(browser: Page) -> Page:
    browser.open("about:blank")
    browser.problems.clear()
    return browser


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[ServedApi]:
    monkeypatch.setattr(companion_host, "network_address", lambda: "127.0.0.1")
    with served_api() as api:
        yield api


def companion(served: ServedApi, session: str, picture: PagePicture | None = None) -> Companion:
    entry = served.api.board.find(session)
    assert entry is not None
    return served.api.companions.open(entry.feed, picture)


def publish(events: EventBus, first: int, last: int, language: LanguageCode = ES) -> None:
    for index in range(first, last):
        events.publish(CueCommitted(cue(index, language=language)))


def sample_media(token: CancelToken) -> CastMedia:
    captions = CaptionFeed(())
    captions.finish()
    return CastMedia(inspect(str(SAMPLE), token), captions, "a talk")


def test_captions_appear_as_they_are_made_in_two_languages(served: ServedApi, page: Page) -> None:
    session, events = served.session(cues=3)
    page.open(served.url + companion(served, session).path)
    page.wait_for(f"{SHOWN}.length === 3")
    publish(events, 0, 4, EN)
    page.wait_for("document.getElementById('language').options.length === 2")
    page.evaluate("(() => { const s = document.getElementById('language'); s.value = 'es'; s.onchange(); })()")
    page.evaluate("(() => { const s = document.getElementById('beside'); s.value = 'en'; s.onchange(); })()")
    publish(events, 3, 5)
    page.wait_for(f"{SHOWN}.length === 5")

    assert page.evaluate(SHOWN) == [f"es {number}" for number in range(5)]
    beside = "[...document.querySelectorAll('#second li')].map(item => item.textContent)"
    assert page.evaluate(beside) == [f"en {number}" for number in range(4)]
    assert page.evaluate("document.querySelector('#first .now').textContent") == "es 4"
    assert page.evaluate("document.querySelector('#first li').lang") == "es"
    assert page.problems == []


def test_newest_caption_stays_on_a_screen_that_is_turned(served: ServedApi, page: Page) -> None:
    session, _ = served.session(cues=9)
    page.open(served.url + companion(served, session).path)
    page.wait_for(f"{SHOWN}.length === 9")
    page.send("Emulation.setDeviceMetricsOverride", width=700, height=320, deviceScaleFactor=1, mobile=True)
    bottom = "document.querySelector('#first .now').getBoundingClientRect().bottom"
    page.wait_for(f"{bottom} <= document.getElementById('captions').getBoundingClientRect().bottom")
    page.send("Emulation.clearDeviceMetricsOverride")


def test_page_has_names_for_a_screen_reader_and_obeys_the_keyboard(served: ServedApi, page: Page) -> None:
    session, _ = served.session(cues=2)
    page.open(served.url + companion(served, session).path)
    page.wait_for(f"{SHOWN}.length === 2")
    found = page.accessible()

    for wanted in [
        ("log", "Captions: Spanish"),
        ("combobox", "Language"),
        ("combobox", "Beside it"),
        ("button", "Smaller text"),
        ("button", "Larger text"),
        ("heading", "a talk"),
        ("status", ""),
        ("link", "Skip to the captions"),
    ]:
        assert wanted in found
    unnamed = [role for role, name in found if role in ("button", "combobox", "link", "log", "form") and not name]
    assert unnamed == []
    size = "parseFloat(getComputedStyle(document.querySelector('#first li')).fontSize)"
    before = page.evaluate(size)
    page.press("+")
    assert page.evaluate(size) > before
    page.press("t")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    page.press("t")
    page.press("-")


def test_page_comes_back_without_a_gap_after_the_server_was_away(served: ServedApi, page: Page) -> None:
    session, events = served.session(cues=3)
    link = companion(served, session)
    page.open(served.url + link.path)
    page.wait_for(f"{SHOWN}.length === 3")
    port = int(served.url.rpartition(":")[2])
    served.api.server.close()
    page.wait_for("document.getElementById('status').textContent.includes('Reconnecting')")
    publish(events, 3, 9)
    missing = threading.Event()
    missing.wait(10)  # the outage itself, as long as the promise is
    served.api.listen("127.0.0.1", port)
    page.wait_for(f"{SHOWN}.length === 9")
    publish(events, 9, 11)
    page.wait_for(f"{SHOWN}.length === 11")

    assert page.evaluate(SHOWN) == [f"es {number}" for number in range(11)]


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (StateChanged(SessionState.FINISHED), "The session has ended"),
        (StateChanged(SessionState.FAILED, ErrorInfo("source.lost", "the stream is gone")), "the stream is gone"),
    ],
)
def test_end_of_the_session_is_told(served: ServedApi, page: Page, end: StateChanged, told: str) -> None:
    session, events = served.session(cues=1)
    link = served.url + companion(served, session).path
    page.open(link)
    page.wait_for(f"{SHOWN}.length === 1")
    events.publish(end)
    page.wait_for(f"document.getElementById('status').textContent === '{told}'")
    page.open(link)
    page.wait_for(f"document.getElementById('status').textContent === '{told}'")


def test_video_plays_with_the_captions_over_it(served: ServedApi, page: Page, tmp_path: Path) -> None:
    session, _ = served.session(cues=20)
    picture = PagePicture(sample_media, served.api.server.shares, tmp_path)
    page.open(served.url + companion(served, session, picture).path)
    page.wait_for("document.getElementById('video').currentTime > 1.6")
    page.wait_for("document.querySelector('#overlay p') !== null")
    page.evaluate("document.getElementById('video').pause()")
    shown, time = page.evaluate(
        "[document.querySelector('#overlay p')?.textContent ?? '', document.getElementById('video').currentTime]"
    )

    assert shown == f"es {int(time // 1.5)}" or time % 1.5 > 1.1
    page.screenshot(tmp_path / "video.png")
    assert page.problems == []


def test_picture_in_segments_waits_for_its_captions(served: ServedApi, page: Page, tmp_path: Path) -> None:
    session, events = served.session()
    feed = CaptionFeed((ES,))
    events.subscribe(feed.handle)

    def media(token: CancelToken) -> CastMedia:
        return CastMedia(inspect(str(SAMPLE), token), feed, "a talk")

    link = companion(served, session, PagePicture(media, served.api.server.shares, tmp_path))
    page.open(served.url + link.path)
    publish(events, 0, 8)
    events.publish(Progressed("transcribe", 12.0, 56.0))
    page.wait_for("document.getElementById('video').currentTime > 2")
    page.wait_for("document.querySelector('#overlay p') !== null")

    assert page.evaluate("document.getElementById('video').seekable.end(0)") < 12.5
    served.api.companions.close()
    assert len(served.api.server.shares) == 0


def test_window_opens_a_page_for_the_network_and_closes_it(served: ServedApi, page: Page) -> None:
    """In this test the network is this machine."""
    host = served.api.cast.casting.companion
    link = host.open("a talk")
    page.open(link.url)
    host.add([cue(0), cue(1)])
    session = EventBus(session_id="window")
    session.subscribe(host.handle)
    publish(session, 2, 4)
    page.wait_for(f"{SHOWN}.length === 4")

    assert link.code.startswith(b"\x89PNG")
    assert host.viewers == 1
    host.close()
    page.wait_for("document.getElementById('status').textContent.includes('Reconnecting')")
    assert host.link is None


def test_sentence_that_is_complete_stays_until_it_is_a_caption(served: ServedApi, page: Page) -> None:
    """A live session commits a caption when it knows the sentence after it."""
    session, events = served.session(cues=1)
    page.open(served.url + companion(served, session).path)
    page.wait_for(f"{SHOWN}.length === 1")
    line = "document.getElementById('first-line').textContent"
    words = (Word("hola", TimeSpan(1.5, 2.0)), Word(" a todos", TimeSpan(2.0, 2.6)))
    events.publish(CaptionUpdated(CaptionState(ES, 1, 1, words, "amigos", 3.0)))
    page.wait_for(f"{line} === 'hola a todos amigos'")
    events.publish(CaptionUpdated(CaptionState(ES, 2, 1, words, "", 3.0, is_closed=True)))
    page.wait_for(f"{line} === 'hola a todos'")
    events.publish(CaptionUpdated(CaptionState(ES, 3, 2, (Word("adios", TimeSpan(3.0, 3.4)),), "", 3.5)))
    page.wait_for(f"{line} === 'hola a todos adios'")
    events.publish(CueCommitted(cue(1, "hola a todos")))
    page.wait_for(f"{line} === 'adios'")

    assert page.evaluate(SHOWN) == ["es 0", "hola a todos"]
