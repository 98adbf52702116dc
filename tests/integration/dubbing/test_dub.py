"""``streamlation dub`` as a user runs it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import av
import jsonschema_rs
import pytest
from av.stream import Disposition

from streamlation_desktop.cli.main import run
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.jobs.manifest import manifest_schema, parse_manifest
from streamlation_desktop.media.full_sound import FULL_RATE, full_sound
from streamlation_desktop.media.loudness import measure
from streamlation_desktop.subtitles.formats.registry import read_subtitles
from tests.support.commands import streamlation
from tests.support.dubs import make_talk

SCHEMA = Path(__file__).parents[3] / "resources" / "schemas" / "dub-manifest.schema.json"
FRAME = 1 / 25


@pytest.fixture(scope="module")
def dubbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dubbed")
    talk, captions = make_talk(folder)
    flags = ("--to", "es,fr", "--from", "en", "--captions", captions, "-o", folder / "out", "-q")
    done = streamlation("dub", talk, *flags)
    assert done.code == 0, done.err
    return folder / "out"


def duration(path: Path) -> float:
    with av.open(str(path)) as container:
        assert container.duration is not None
        return container.duration / 1e6


def test_every_language_has_its_files_and_the_job_one_manifest(dubbed: Path) -> None:
    each = [f"talk.{code}.{kind}" for code in ("es", "fr") for kind in ("m4a", "mix.m4a", "mp4", "srt", "vtt")]
    assert sorted(path.name for path in dubbed.iterdir()) == sorted([*each, "talk.manifest.json"])


def test_every_file_is_as_long_as_the_source(dubbed: Path) -> None:
    source = duration(dubbed.parent / "talk.mp4")
    for path in dubbed.glob("talk.*.m*"):
        if path.suffix in (".m4a", ".mp4"):
            assert duration(path) == pytest.approx(source, abs=FRAME), path.name


def test_voice_and_mix_have_the_loudness_of_the_preset(dubbed: Path) -> None:
    for name in ("talk.es.m4a", "talk.es.mix.m4a", "talk.fr.mix.m4a"):
        heard = measure(full_sound(str(dubbed / name), CancelToken()), FULL_RATE)
        assert heard.integrated == pytest.approx(-16.0, abs=0.5), name
        assert heard.true_peak <= -1.0, name


def test_the_video_keeps_its_picture_and_sound_and_plays_the_dub(dubbed: Path) -> None:
    with av.open(str(dubbed / "talk.es.mp4")) as container:
        assert len(container.streams.video) == 1
        original, dub = container.streams.audio
        assert dub.language == "spa"
        assert "Spanish dub" in dub.metadata.values()
        assert dub.disposition & Disposition.default
        assert not original.disposition & Disposition.default


def test_the_captions_keep_the_times_of_the_source(dubbed: Path) -> None:
    source = read_subtitles(dubbed.parent / "talk.en.srt").cues
    spanish = read_subtitles(dubbed / "talk.es.srt").cues
    assert [cue.span for cue in spanish] == [cue.span for cue in source]
    assert "hermano" in " ".join(cue.text for cue in spanish)


def test_the_manifest_is_valid_and_says_what_there_is(dubbed: Path) -> None:
    data = (dubbed / "talk.manifest.json").read_bytes()
    jsonschema_rs.validate(json.loads(SCHEMA.read_text(encoding="utf-8")), json.loads(data))
    manifest = parse_manifest(data)
    spanish, _ = manifest.languages
    for output in spanish.outputs:
        assert hashlib.sha256((dubbed / output.path).read_bytes()).hexdigest() == output.sha256
    assert [each.status for each in manifest.languages] == ["complete", "complete"]
    for line in spanish.lines:
        assert abs(line.actual[0] - line.cue[0]) <= 0.1
        assert 0.87 <= line.tempo <= 1.15
    assert {each.task for each in spanish.engines} == {"recognize", "translate", "speak"}
    licences = {each.task: each.licence for each in spanish.engines}
    assert licences["speak"] == "GPL-3.0-or-later"
    assert licences["translate"] in (
        "GPL-3.0-or-later",
        "GPL-3.0-or-later AND GPL-2.0-or-later",
    )  # without Apertium, with


def test_the_published_schema_is_that_of_the_program() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == manifest_schema()


def test_a_file_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    talk, captions = make_talk(tmp_path, 3.0)
    (tmp_path / "talk.es.m4a").write_bytes(b"mine")
    done = streamlation("dub", talk, "--to", "es", "--from", "en", "--captions", captions)
    assert done.code == 5
    assert "--overwrite" in done.err
    assert sorted(path.name for path in tmp_path.glob("talk.es*")) == ["talk.es.m4a"]
    assert (tmp_path / "talk.es.m4a").read_bytes() == b"mine"


def test_stems_of_another_length_are_refused_with_the_numbers(tmp_path: Path) -> None:
    talk, captions = make_talk(tmp_path, 3.0)
    (tmp_path / "other").mkdir()
    short, _ = make_talk(tmp_path / "other", 2.0)
    flags = ("--to", "es", "--from", "en", "--captions", captions, "--voice", talk, "--background", short)
    done = streamlation("dub", talk, *flags)
    assert done.code == 2
    assert "background 2." in done.err
    assert "0.5 s are allowed" in done.err
    assert not list(tmp_path.glob("talk.es*"))


def test_what_makes_no_sense_is_told_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talk, captions = make_talk(tmp_path, 3.0)
    cases = {
        ("dub", talk): (2, "--to"),
        ("dub", talk, "--to", "es", "--captions", captions): (2, "--from"),
        ("dub", talk, "--to", "es", "--background", talk): (2, "pairs"),
        ("dub", tmp_path / "none.mp4", "--to", "es"): (3, "no such file"),
        ("dub", "https://host/live.m3u8", "--to", "es"): (2, "needs a file"),
        ("dub", talk, "--to", "es", "--voice", "es=nobody", "--from", "en", "--captions", captions): (4, "nobody"),
    }
    for arguments, (code, message) in cases.items():
        assert run(list(map(str, arguments))) == code, arguments
        told = capsys.readouterr().err
        assert message in told, arguments
        assert "Traceback" not in told
