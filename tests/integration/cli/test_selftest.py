"""The self-test that installers run."""

from __future__ import annotations

import json
import os
import signal

import pytest

from streamlation_desktop.cli import selftest
from streamlation_desktop.cli.main import run
from streamlation_desktop.cli.selftest_steps import STEPS, Step
from tests.support.commands import streamlation


def hear_nothing() -> str:
    raise RuntimeError("0 of 20 words heard")


def die() -> str:
    os.kill(os.getpid(), signal.SIGSEGV)
    return "survived"


def hang() -> str:
    signal.pause()
    return "woke"


def never() -> str:
    raise AssertionError("a part that is not there was tried")


@pytest.mark.slow
def test_every_step_that_is_built_in_works_here() -> None:
    done = streamlation("--selftest")

    report = json.loads(done.out)
    assert done.code == 0, done.out
    assert report["works"] is True
    assert report["telemetry"] is False
    assert [step["name"] for step in report["steps"]] == [step.name for step in STEPS]
    for step, result in zip(STEPS, report["steps"], strict=True):
        assert result["state"] == ("works" if step.is_built_in else "not built in")


def test_steps_that_fail_die_or_hang_are_told_and_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = (
        Step("hears", hear_nothing),
        Step("dies", die),
        Step("hangs", hang, seconds=1),
        Step("absent", never, part="streamlation_desktop.no.such_part"),
    )
    monkeypatch.setattr(selftest, "STEPS", steps)

    assert run(["--selftest"]) == 1

    report = json.loads(capsys.readouterr().out)
    assert report["works"] is False
    found = {step["name"]: (step["state"], step["detail"]) for step in report["steps"]}
    assert found["hears"] == ("failed", "0 of 20 words heard")
    assert found["dies"][1].startswith("ended by SIGSEGV")
    assert found["hangs"] == ("failed", "no answer within 1 s")
    assert found["absent"] == ("not built in", "this build is without streamlation_desktop.no.such_part")
