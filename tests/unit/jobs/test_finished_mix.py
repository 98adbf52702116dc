from __future__ import annotations

from pathlib import Path

import pytest

from streamlation_desktop.cli.main import run
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.jobs.finished_mix import finished_mix
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.job_assets import JobAssets
from streamlation_desktop.storage.jobs import JobStore
from tests.support.dubs import ES


def test_a_finished_dub_is_found_by_its_film_and_language_as_long_as_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film, mix = tmp_path / "talk.wav", tmp_path / "out" / "talk.es.mix.m4a"
    film.write_bytes(b"RIFF")
    assert run(["dub", str(film), "--to", "es,fr", "-o", str(mix.parent), "--queue"]) == 0
    mix.parent.mkdir(exist_ok=True)
    with Database(app_paths().database) as database:
        mix.write_bytes(b"sound of somebody else")
        before = finished_mix(database, str(film), ES)
        [job] = JobStore(database).list()
        JobAssets(database).add(job.id, str(mix), ES, "0" * 64)
        monkeypatch.chdir(tmp_path)
        found = finished_mix(database, "talk.wav", ES)
        others = finished_mix(database, str(film), LanguageCode("fr")), finished_mix(database, "other.wav", ES)
        mix.unlink()
        gone = finished_mix(database, str(film), ES)

    assert (before, found, others, gone) == (None, mix, (None, None), None)
