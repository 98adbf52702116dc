"""What is remembered of devices that were played on."""

from __future__ import annotations

from pathlib import Path

import pytest

from streamlation_desktop.core.casting import CastTiming, DeliveryLevel
from streamlation_desktop.core.events import CastTelemetry
from streamlation_desktop.storage.access import DeviceMemory
from streamlation_desktop.storage.database import Database

TV = "chromecast:1"


def test_timing_of_a_device_is_kept_and_can_be_left_to_itself_again(tmp_path: Path) -> None:
    with Database(tmp_path / "history.db") as database:
        memory = DeviceMemory(database)
        assert memory.timing(TV) == CastTiming()
        memory.set_timing(TV, CastTiming(8.0))
        memory.set_timing(TV, CastTiming(6.5, 12.0))
        memory.learn(TV, "Living room", DeliveryLevel.BURNED)
    with Database(tmp_path / "history.db") as database:
        memory = DeviceMemory(database)
        assert memory.timing(TV) == CastTiming(6.5, 12.0)
        assert memory.timing("chromecast:2") == CastTiming()
        memory.set_timing(TV, CastTiming())
        assert memory.timing(TV) == CastTiming()
        assert memory.level(TV) is DeliveryLevel.BURNED


def test_how_a_device_played_is_kept_for_the_last_twenty_times(tmp_path: Path) -> None:
    with Database(tmp_path / "history.db") as database:
        memory = DeviceMemory(database)
        memory.note_play("other", "Kitchen", 1.0, CastTelemetry(0.0, 0, 1, 0.0))
        for number in range(25):
            memory.note_play(TV, "Living room", 1000.0 + number, CastTelemetry(1.5, number, 40, -0.2, 3))
        plays = memory.plays(TV)

        assert [play.telemetry.stalls for play in plays] == list(range(24, 4, -1))
        assert plays[0].began == pytest.approx(1024.0)
        assert plays[0].telemetry == CastTelemetry(1.5, 24, 40, -0.2, 3)
        assert len(memory.plays("other")) == 1
