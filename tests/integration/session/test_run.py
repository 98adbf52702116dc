"""The main job, as a user runs it, on the bundled sample with the embedded engines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from streamlation_desktop.subtitles.formats.registry import read_subtitles
from tests.support.clips import cut
from tests.support.commands import SAMPLE, streamlation


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("translated")
    done = streamlation("run", SAMPLE, "--to", "es", "-f", "srt,vtt,json,ass,ttml,txt", "-o", folder)
    assert done.code == 0, done.err
    return folder


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first three sentences."""
    return cut(SAMPLE, tmp_path_factory.mktemp("clip") / "clip.mp4", 7.2)


def test_every_format_is_written_under_the_media_servers_name(translated: Path) -> None:
    names = sorted(path.name for path in translated.iterdir())
    assert names == [f"sample.es.{extension}" for extension in ("ass", "json", "srt", "ttml", "txt", "vtt")]


def test_the_captions_are_spanish_and_lie_on_the_speech(translated: Path) -> None:
    cues = read_subtitles(translated / "sample.es.srt").cues
    reference = json.loads((SAMPLE.parent / "sample.json").read_text(encoding="utf-8"))["sentences"]
    assert len(cues) >= 8
    assert abs(cues[0].span.start - reference[0]["start"]) < 0.5
    assert cues[-1].span.end <= reference[-1]["end"] + 2.0
    assert "hermano" in " ".join(cue.text for cue in cues)


def test_the_files_say_that_they_are_of_starter_quality(translated: Path) -> None:
    for extension in ("vtt", "json"):
        assert "tarter quality" in (translated / f"sample.es.{extension}").read_text(encoding="utf-8")


def test_the_json_tells_which_words_were_heard_when_and_how_surely(translated: Path) -> None:
    track = read_subtitles(translated / "sample.es.json")
    heard = [word.text.strip() for word in track.words]

    assert "brother" in heard
    assert len(heard) >= 60
    assert all(0.0 < word.probability <= 1.0 for word in track.words)
    assert track.words == tuple(sorted(track.words, key=lambda word: word.span))
    assert track.words[-1].span.end <= track.cues[-1].span.end + 1.0


def test_every_cue_passes_the_lint(translated: Path) -> None:
    assert streamlation("lint", translated / "sample.es.srt", "--language", "es").code == 0


def test_existing_files_are_not_overwritten_silently(clip: Path, tmp_path: Path) -> None:
    (tmp_path / "clip.es.srt").write_text("mine", encoding="utf-8")
    done = streamlation("run", clip, "--to", "es", "-o", tmp_path)
    assert done.code == 5
    assert "--overwrite" in done.err
    assert (tmp_path / "clip.es.srt").read_text(encoding="utf-8") == "mine"


def test_without_a_target_the_transcript_is_written(clip: Path, tmp_path: Path) -> None:
    done = streamlation("run", clip, "-o", tmp_path)
    assert done.code == 0, done.err
    assert "where are you going" in (tmp_path / "clip.en.srt").read_text(encoding="utf-8").lower()


def test_without_a_model_for_the_pair_the_transcript_is_still_delivered(clip: Path, tmp_path: Path) -> None:
    done = streamlation("run", clip, "--to", "ja", "-o", tmp_path)
    assert done.code == 4
    assert "Japanese" in done.err
    assert "models" in done.err
    assert (tmp_path / "clip.en.srt").exists()


def test_events_are_json_lines_numbered_without_gaps(clip: Path, tmp_path: Path) -> None:
    done = streamlation("run", clip, "--to", "es", "-o", tmp_path, "--json")
    events = [json.loads(line) for line in done.out.splitlines()]
    assert [event["seq"] for event in events] == list(range(len(events)))
    kinds = {event["type"] for event in events}
    assert {"source-opened", "engine-chosen", "transcribed", "translated", "cue-committed", "summarized"} <= kinds
    assert events[-1] == {**events[-1], "type": "state-changed", "state": "finished"}


def test_media_on_standard_input(clip: Path, tmp_path: Path) -> None:
    piped = cut(clip, tmp_path / "piped.mkv", 4.0)
    done = streamlation("run", "-", "--to", "es", "-o", tmp_path, stdin=piped.read_bytes())
    assert done.code == 0, done.err
    assert (tmp_path / "stdin.es.srt").exists()


def test_bilingual_files_hold_both_languages(clip: Path, tmp_path: Path) -> None:
    done = streamlation("run", clip, "--to", "es", "-o", tmp_path, "--bilingual")
    assert done.code == 0, done.err
    text = (tmp_path / "clip.es.srt").read_text(encoding="utf-8").lower()
    assert "hermano" in text
    assert "brother" in text


def test_the_history_finds_what_was_said_and_what_it_means(clip: Path, tmp_path: Path) -> None:
    assert streamlation("run", clip, "--to", "es", "-o", tmp_path).code == 0
    for word in ("brother", "hermano"):
        found = streamlation("history", "search", word, "--json")
        assert found.code == 0, found.err
        assert word in found.out.lower()


def test_the_engine_process_gives_the_same_files(clip: Path, tmp_path: Path) -> None:
    for folder, flags in (("here", ()), ("there", ("--engine-process",))):
        done = streamlation("run", clip, "--to", "es", "-f", "srt,json", "-o", tmp_path / folder, *flags)
        assert done.code == 0, done.err
    for name in ("clip.es.srt", "clip.es.json"):
        assert (tmp_path / "here" / name).read_bytes() == (tmp_path / "there" / name).read_bytes()


def test_copies_with_the_captions_in_them(clip: Path, tmp_path: Path) -> None:
    done = streamlation("run", clip, "--to", "es", "-o", tmp_path, "--mux", "--burn-in")
    assert done.code == 0, done.err
    assert (tmp_path / "clip.subtitled.mp4").stat().st_size > 100_000
    assert (tmp_path / "clip.es.burned.mp4").stat().st_size > 100_000
