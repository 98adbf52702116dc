"""A death in each phase of a job changes nothing in its files; long: ``dev.py reliability deaths`` and ``dubs``."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from streamlation_desktop.core.events import EngineChosen, Transcribed, Translated
from streamlation_desktop.core.jobs import Stage
from tests.support.clips import spaced_out
from tests.support.commands import SAMPLE
from tests.support.deaths import Killer, job_with_deaths, killed_in
from tests.support.dubs import dub_command, make_talk, sound_and_text
from tests.support.kills import job_environment, outputs_in, run_once

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="finds the child in /proc")]

PHASES = (
    (EngineChosen, signal.SIGKILL),  # while models are loaded
    (Transcribed, signal.SIGSEGV),
    (Translated, signal.SIGKILL),
)


def test_engine_that_dies_while_loading_recognizing_and_translating_costs_nothing_but_messages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = spaced_out(SAMPLE, tmp_path / "talk.wav", sentences=2)
    calm = job_with_deaths(talk, tmp_path / "calm", None)
    monkeypatch.setenv("STREAMLATION_HOME", str(tmp_path / "another-home"))
    killer = Killer(PHASES)
    assert job_with_deaths(talk, tmp_path / "killed", killer) == calm
    assert len(killer.noticed) == len(PHASES)


def test_dub_that_is_killed_while_speaking_mixing_and_exporting_goes_on_to_the_same_files(tmp_path: Path) -> None:
    talk, captions = make_talk(tmp_path)
    run_once([*dub_command(talk, captions, tmp_path / "calm"), "-q"], job_environment(tmp_path / "calm-home"))
    command, environment = dub_command(talk, captions, tmp_path / "killed"), job_environment(tmp_path / "home")
    for stage in (Stage.DUBBING, Stage.MIXING, Stage.EXPORTING):
        assert killed_in(command, environment, stage), stage
    run_once([*command, "-q"], environment)
    assert sound_and_text(outputs_in(tmp_path / "killed")) == sound_and_text(outputs_in(tmp_path / "calm"))
    assert len(outputs_in(tmp_path / "killed")) == 6
