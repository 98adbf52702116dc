from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streamlation_desktop.cast.hls import Entry, caption_file, caption_segment, master_playlist, media_playlist
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.subtitles.formats.registry import parse_subtitles

ES, AR = LanguageCode("es"), LanguageCode("ar")
ENTRIES = [Entry("s0.ts", 0.0, 2.0), Entry("s1.ts", 2.0, 2.24), Entry("s2.ts", 4.24, 1.5)]


def test_playlist_that_grows_keeps_its_segments_and_has_no_end() -> None:
    text = media_playlist(ENTRIES, 0, is_event=True, is_over=False).decode()

    assert "#EXT-X-PLAYLIST-TYPE:EVENT" in text
    assert "#EXT-X-ENDLIST" not in text
    assert "#EXT-X-TARGETDURATION:2" in text
    assert text.count("#EXTINF") == 3


def test_playlist_that_is_complete_is_one_of_video_on_demand() -> None:
    text = media_playlist(ENTRIES, 0, is_event=True, is_over=True).decode()

    assert "#EXT-X-PLAYLIST-TYPE:VOD" in text
    assert text.endswith("#EXT-X-ENDLIST\n")


@pytest.mark.parametrize(("longest", "target"), [(0.3, 1), (1.96, 2), (2.08, 2), (2.49, 2), (2.5, 3), (8.34, 8)])
def test_target_duration_is_that_of_the_longest_segment_rounded(longest: float, target: int) -> None:
    text = media_playlist([Entry("s0.ts", 0.0, longest)], 0, is_event=False, is_over=False).decode()

    assert f"#EXT-X-TARGETDURATION:{target}\n" in text


def test_live_window_says_which_segment_is_its_first() -> None:
    text = media_playlist(ENTRIES, 17, is_event=False, is_over=False).decode()

    assert "#EXT-X-MEDIA-SEQUENCE:17" in text
    assert "PLAYLIST-TYPE" not in text


def test_every_segment_tells_its_media_time() -> None:
    text = media_playlist(ENTRIES, 0, is_event=False, is_over=False).decode()

    assert "#EXT-X-PROGRAM-DATE-TIME:2000-01-01T00:00:04.240Z" in text


def test_live_playlist_asks_for_the_buffer_of_the_device_and_for_no_less_than_players_must_keep() -> None:
    asked = media_playlist(ENTRIES, 0, is_event=False, is_over=False, buffer=12.0).decode()
    little = media_playlist(ENTRIES, 0, is_event=False, is_over=False, buffer=5.0).decode()
    finished = media_playlist(ENTRIES, 0, is_event=True, is_over=False, buffer=12.0).decode()

    assert "#EXT-X-SERVER-CONTROL:HOLD-BACK=12.0\n" in asked
    assert "#EXT-X-SERVER-CONTROL:HOLD-BACK=6.0\n" in little, "three times the target duration"
    assert "HOLD-BACK" not in finished


def test_break_in_the_coding_is_marked() -> None:
    text = media_playlist([ENTRIES[0], Entry("s1.ts", 2.0, 2.0, follows=False)], 0, is_event=False, is_over=False)

    assert text.decode().count("#EXT-X-DISCONTINUITY\n") == 1


def test_master_names_every_language_and_shows_the_first() -> None:
    text = master_playlist("m.m3u8", [ES, AR], bandwidth=1000, codecs="avc1.640029", resolution=(640, 360)).decode()

    assert text.count("TYPE=SUBTITLES") == 2
    assert text.count("DEFAULT=YES") == 1
    assert 'LANGUAGE="es",DEFAULT=YES' in text
    assert 'CLOSED-CAPTIONS=NONE,SUBTITLES="subs"' in text
    assert text.rstrip().endswith("m.m3u8")


def test_master_without_captions_names_no_group() -> None:
    text = master_playlist("m.m3u8", [], bandwidth=1000, codecs="", resolution=None).decode()

    assert "SUBTITLES" not in text


def test_caption_segment_is_on_the_clock_of_the_picture() -> None:
    text = caption_segment([Cue(7, TimeSpan(3601.5, 3603.0), ("Hola <b> & adiós",), ES)]).decode()

    assert text.startswith("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n")
    assert "7\n01:00:01.500 --> 01:00:03.000\nHola &lt;b&gt; &amp; adiós\n" in text


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 90_000), st.floats(0.1, 20), st.text(max_size=60)), max_size=8))
def test_captions_of_any_text_come_back_as_they_were(rows: list[tuple[float, float, str]]) -> None:
    starts = sorted(start for start, _, _ in rows)
    cues = [
        Cue(number, TimeSpan(start, start + length), (" ".join(text.split()) or "x",), ES)
        for number, (start, (_, length, text)) in enumerate(zip(starts, rows, strict=True))
    ]

    parsed = parse_subtitles(caption_file(cues), ES, faithful=True).cues

    assert len(parsed) == len(cues)
    for known, found in zip(cues, parsed, strict=True):
        assert abs(found.span.start - known.span.start) < 0.001
