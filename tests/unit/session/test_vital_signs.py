"""A process counts as hung only when it neither beats nor works."""

from __future__ import annotations

import os
import sys

import pytest

from streamlation_desktop.session.vital_signs import BUSY_LIMIT, VitalSigns, cpu_seconds


class Patient:
    """A process whose time and work the test decides."""

    def __init__(self) -> None:
        self.now, self.worked = 100.0, 0.0
        self.signs = VitalSigns(1, lambda: self.now, lambda pid: self.worked)
        self.signs.beat()

    def after(self, seconds: float, *, work: float = 0.0) -> bool:
        """Let a second pass after the other, as the parent asks; True when it counts as hung at the end."""
        hung = False
        for _ in range(round(seconds)):
            self.now += 1
            self.worked += work
            hung = self.signs.is_hung()
        return hung


def test_one_that_stops_is_noticed_within_five_seconds() -> None:
    patient = Patient()
    assert not patient.after(30, work=0.5)
    patient.signs.beat()
    assert not patient.after(3)
    assert patient.after(2)


def test_one_that_works_without_a_beat_is_left_alone_for_two_minutes() -> None:
    patient = Patient()
    assert not patient.after(BUSY_LIMIT - 1, work=0.02)
    assert patient.after(2, work=0.02)


def test_after_a_sleep_of_the_machine_counting_starts_anew() -> None:
    patient = Patient()
    patient.now += 3600
    patient.signs.forgive()
    assert not patient.after(3)
    assert patient.after(2)


def test_where_the_system_does_not_tell_the_long_limit_holds() -> None:
    patient = Patient()
    patient.signs.work = lambda pid: None
    assert not patient.after(BUSY_LIMIT - 1)
    assert patient.after(2)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_work_of_this_process_grows() -> None:
    before = cpu_seconds(os.getpid())
    assert before is not None
    while (cpu_seconds(os.getpid()) or 0) <= before:
        sum(range(100_000))
    assert cpu_seconds(2**22 + 1) is None
