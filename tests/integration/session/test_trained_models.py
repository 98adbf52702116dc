"""The main job with models that were trained for it, imported as a user imports them: right words, times, captions."""

from __future__ import annotations

from pathlib import Path

import pytest

from streamlation_desktop.settings.paths import embedded_model
from streamlation_desktop.subtitles.document import SubtitleDocument
from streamlation_desktop.subtitles.formats.registry import read_subtitles
from tests.support.commands import streamlation
from tests.support.speech import plain
from tests.support.talks import Talk, load_talk, start_errors, word_error_rate


@pytest.fixture(autouse=True)
def models(home: Path) -> None:
    """The trained models, in an application home of this test's own."""
    for arguments in (
        ["whisper-fixture"],
        ["opus-fixture-en-es", "--from", "en", "--to", "es"],
        ["opus-fixture-es-en", "--from", "es", "--to", "en"],
    ):
        done = streamlation("models", "import", embedded_model("fixtures") / arguments[0], *arguments[1:])
        assert done.code == 0, done.err


def translated(talk: Talk, folder: Path, *options: str) -> tuple[SubtitleDocument, SubtitleDocument]:
    """The captions of both languages."""
    done = streamlation("run", talk.path, "-f", "srt,json", "-o", folder, *options)
    assert done.code == 0, done.err
    assert "starter" not in done.err
    english, spanish = (read_subtitles(folder / f"{talk.path.stem}.{language}.json") for language in ("en", "es"))
    return english, spanish


@pytest.mark.parametrize("spoken", ["en", "es"])
def test_a_talk_of_minutes_becomes_captions_in_both_languages(spoken: str, tmp_path: Path) -> None:
    talk = load_talk(f"{spoken}-talk.opus")

    documents = dict(zip(("en", "es"), translated(talk, tmp_path, "--to", "en,es"), strict=True))
    transcript, other = documents.pop(spoken), documents.popitem()[1]

    assert word_error_rate(talk.words, transcript.words) <= 0.05
    assert sorted(start_errors(talk.words, transcript.words))[int(0.95 * len(talk.words)) - 20] <= 0.4
    text = plain(" ".join(cue.text for cue in other.cues))
    right = [sentence for sentence in talk.translations if plain(sentence) in text]
    assert len(right) >= 0.8 * len(talk.translations)
    assert abs(other.cues[0].span.start - talk.words[0].span.start) < 0.5
    assert other.cues[-1].span.end <= talk.words[-1].span.end + 2.0


def test_the_captions_pass_the_lint(tmp_path: Path) -> None:
    talk = load_talk("en-two-voices.flac")
    translated(talk, tmp_path, "--from", "en", "--to", "en,es")

    for language in ("en", "es"):
        done = streamlation("lint", tmp_path / f"en-two-voices.{language}.srt", "--language", language)
        assert done.code == 0, done.out


def test_two_languages_in_one_recording_are_told_apart(tmp_path: Path) -> None:
    talk = load_talk("en-then-es.flac")

    english, _ = translated(talk, tmp_path, "--from", "en,es", "--to", "en,es")

    assert word_error_rate(talk.words, english.words) <= 0.05
