from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from streamlation_desktop.cast import delivery
from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.casting import CastTiming, DeliveryLevel
from streamlation_desktop.core.events import CaptionUpdated, EventBus, Progressed
from streamlation_desktop.core.types import TimeSpan, Word
from tests.support.cast_stage import ES, GAP, LENGTH, stage, untimely
from tests.support.commands import SAMPLE
from tests.support.live_ring import live_ring

AHEAD = 10.0
"""Seconds for which it has run when the device begins."""
LAG = 2.0
"""Seconds by which the captions of this session come after the words."""
JOINING = 3.0
"""Seconds after its first caption in which a device is in the midst of one, and makes up for its start."""
WATCHED = JOINING + 6.0


def joined_at(probe: dict[str, Any]) -> float:
    return float(min(earliest for earliest, _ in probe["seen"].values()))


@pytest.mark.slow
def test_live_stream_shows_every_caption_on_time_and_never_the_picture_before_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "_UNKNOWN_WAIT", LAG + 1.5)
    feed, session = CaptionFeed((ES,), is_live=True), EventBus()
    session.subscribe(feed.handle)
    told = 0

    def caption(edge: float) -> None:
        nonlocal told
        while told * GAP + LENGTH + LAG < edge:
            start, end = told * GAP, told * GAP + LENGTH
            words = (Word("es", TimeSpan(start, start + 0.2)), Word(f" {told}", TimeSpan(start + 0.2, end)))
            session.publish(CaptionUpdated(CaptionState(ES, told + 1, told, words, heard_until=end, is_closed=True)))
            told += 1
        session.publish(Progressed("listen", max(0.0, edge - LAG), None))

    with (
        stage(tmp_path, "--player=hls", "--refuse=1") as s,
        live_ring(tmp_path / "ring", SAMPLE, caption, ahead=AHEAD) as ring,
    ):
        s.start(feed, ring=ring)
        assert s.wait_playing().status.level is DeliveryLevel.STREAM, "one refusal is no reason to burn captions in"
        probe = s.tv.wait_for(lambda probe: probe["seen"] and probe["time"] > joined_at(probe) + WATCHED, 90)
        current = s.casting.controller.current
        assert current is not None
        assert current.delivery is not None
        assert current.delivery.publisher is not None
        late = current.delivery.publisher.late
        seen = s.tv.seen()
        [_, load] = s.tv.messages("LOAD")
        s.casting.controller.set_timing(s.tv.device, CastTiming(buffer=12.0))
        s.tv.wait_for(lambda probe: len(s.tv.messages("LOAD")) == 3 and probe["time"] > 4)
        behind = current.delivery.publisher.published_to - s.tv.ask("probe")["time"]
        kept, learnt = s.memory.timing(s.tv.device.id), s.memory.level(s.tv.device.id)

    settled = {text: times for text, times in seen.items() if times[0] > joined_at(probe) + JOINING}
    shown, last = [int(text.split()[1]) for text in settled], int(probe["time"] // GAP)
    assert shown == list(range(shown[0], shown[-1] + 1))
    assert shown[-1] >= last - 1
    assert len(shown) >= 3
    assert untimely(settled) == {}
    assert late == 0
    assert load["media"]["streamType"] == "LIVE"
    assert behind > 10, "it began anew, farther from the edge"
    assert (kept, learnt) == (CastTiming(buffer=12.0), DeliveryLevel.COPY)
