from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from streamlation_desktop.engines.isolated import run_isolated
from tests.support import faults

TIMEOUT = 60.0


def test_the_value_comes_from_another_process() -> None:
    assert run_isolated(faults.answer, "yes", timeout=TIMEOUT).value == "YES"
    assert run_isolated(faults.process_id, timeout=TIMEOUT).value not in (None, os.getpid())


@pytest.mark.parametrize(
    ("fault", "failure"),
    [
        (faults.crash, "ended by SIGSEGV: Could not load libcublas.so.12"),
        (faults.abort, "ended by SIGABRT"),
        (faults.exit_quietly, "ended with status 3"),
        (faults.complain, "CUDA failed with error no kernel image is available"),
        (faults.have_a_defect, "ended with status 1: LookupError: no such thing"),
    ],
)
def test_a_fault_is_told_in_one_line(fault: Callable[[], object], failure: str) -> None:
    outcome = run_isolated(fault, timeout=TIMEOUT)

    assert outcome.value is None
    assert outcome.failure.startswith(failure)
    assert "\n" not in outcome.failure


def test_a_process_that_hangs_is_killed_in_time() -> None:
    outcome = run_isolated(faults.hang, timeout=1.0)

    assert outcome.failure == "no answer within 1 s"
