from __future__ import annotations

from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.session.source_faults import source_faults


def test_a_sound_source_gives_no_warning() -> None:
    assert list(source_faults(SourceCounters(packets=100, gap_seconds=0.1))) == []


def test_every_kind_of_fault_is_told_once_with_its_figure() -> None:
    counters = SourceCounters(
        decode_errors=2, read_errors=1, lost_segments=3, reconnects=4, gap_seconds=12.4, dropped_seconds=7.0
    )
    messages = [warning.message for warning in source_faults(counters)]
    assert len(messages) == 4
    assert messages[0].startswith("3 segments")
    assert "4 times; 12 s are missing" in messages[1]
    assert messages[2].startswith("7 s")
    assert "3 places" in messages[3]
