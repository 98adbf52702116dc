"""What the player asks for: lines said, each by their speaker's voice, and the voices that may be chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.app import build_services
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Sentence, TimeSpan, Translation
from streamlation_desktop.jobs.request import DubRequest
from streamlation_desktop.jobs.speaking import PlayerSpeech
from streamlation_desktop.session.remote import RemoteRunner
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.speak_request import OfferedVoice, SpeakRequest, project_of
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap
from tests.support.dubs import EN, ES

FILM = "film.mkv"


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with build_services() as services:
        yield services


def said(speech: PlayerSpeech, folder: Path) -> dict[str, bytes]:
    """The sound of one line, said by each of two speakers."""
    lines = tuple(
        Translation(
            Sentence(number, TimeSpan(10.0 * number, 10.0 * number + 4.0), EN, "I see.", speaker=speaker),
            ES,
            "Ya veo lo que dices.",
            Origin("test", "test"),
        )
        for number, speaker in enumerate(("ana", "ben"))
    )
    folder.mkdir()
    clips = speech.speak(SpeakRequest(lines, ES, project_of(FILM), folder))
    return {clip.speaker: clip.path.read_bytes() for clip in clips}


def test_each_speaker_has_a_voice_and_another_one_is_heard_as_soon_as_it_is_chosen(
    services: Services, tmp_path: Path
) -> None:
    speech, known = PlayerSpeech(services), VoiceMap(services.database)
    first = said(speech, tmp_path / "first")
    assert first["ana"] != first["ben"]
    known.choose(project_of(FILM), "ana", ES, MappedVoice("espeak-ng", "es-419+f4"))
    chosen = said(speech, tmp_path / "chosen")
    assert chosen["ana"] != first["ana"]
    assert chosen["ben"] == first["ben"]
    assert said(PlayerSpeech(services), tmp_path / "later")["ana"] == chosen["ana"]
    known.forget(project_of(FILM), "ana", ES)
    assert said(speech, tmp_path / "forgotten") == first


def test_what_is_chosen_in_the_player_is_the_voice_of_the_dub_of_that_file(home: Path) -> None:
    assert DubRequest(FILM, (ES,)).project_name == project_of(FILM) == str(Path(FILM).absolute())
    assert project_of("https://host/live.m3u8") == "https://host/live.m3u8"


def test_the_voices_of_a_language_are_offered_by_the_engine_process(home: Path) -> None:
    runner = RemoteRunner()
    offered = runner.voices(LanguageCode("es"))
    assert offered[0] == OfferedVoice("espeak-ng", "es", offered[0].name, "starter")
    assert "es-419" in {each.voice for each in offered}
    assert runner.voices(LanguageCode("tlh")) == ()
    runner.close()


def test_nothing_is_kept_of_a_question_that_was_answered(home: Path) -> None:
    runner = RemoteRunner()
    try:
        for _ in range(3):
            assert runner.voices(ES)
        assert runner._child is not None
        assert runner._child._inboxes == {}
    finally:
        runner.close()


def test_a_question_that_comes_after_the_end_starts_no_process() -> None:
    runner = RemoteRunner(["/nothing/that/can/be/started"])
    runner.close()

    with pytest.raises(Cancelled):
        runner.voices(LanguageCode("es"))
