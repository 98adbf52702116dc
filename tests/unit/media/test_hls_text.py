"""What we ourselves read of HLS playlists."""

from __future__ import annotations

from streamlation_desktop.media.hls_text import read_media_playlist

PLAYLIST = b"""#EXTM3U
#EXT-X-TARGETDURATION:4
#EXT-X-PROGRAM-DATE-TIME:2026-03-01T08:00:00Z
#EXTINF:3.5,
one.ts
#EXTINF:4.0,
//[nowhere/two.ts
#EXT-X-DISCONTINUITY
#EXTINF:2.0,
three.ts
"""


def test_each_segment_has_its_length_and_its_time_until_an_encoder_begins_anew() -> None:
    media = read_media_playlist(PLAYLIST, "http://host/live/a.m3u8")

    assert media is not None
    assert media.durations == {"http://host/live/one.ts": 3.5, "http://host/live/three.ts": 2.0}
    assert list(media.walls) == ["http://host/live/one.ts"]
    assert (media.target_duration, media.has_ended) == (4.0, False)
