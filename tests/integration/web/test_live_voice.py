"""The voice that a device hears over a live stream."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import numpy as np

from streamlation_desktop.app import build_services
from streamlation_desktop.core.events import EventBus, Translated
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Samples, Sentence, TimeSpan, Translation
from streamlation_desktop.jobs.speaking import PlayerSpeech
from streamlation_desktop.jobs.voices import EVERYBODY
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.speak_request import project_of
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap
from streamlation_desktop.web.live_voice import LiveVoice
from tests.support.waiting import until

EN, ES = LanguageCode("en"), LanguageCode("es")
STREAM, OTHER = "rtmp://localhost/live/talk", "rtmp://localhost/live/another"
RATE = 48_000


def heard(services: Services, location: str, folder: Path) -> Samples:
    """Two seconds of silence with what is said over them."""
    session = EventBus()
    with closing(LiveVoice(ES, location, PlayerSpeech(services), session, folder)) as voice:
        session.subscribe(voice.handle)
        mix = voice.mix(RATE)
        sentence = Sentence(0, TimeSpan(0.5, 2.0), EN, "Good morning.")
        session.publish(Translated(Translation(sentence, ES, "Buenos días.", Origin("test", ""))))
        until(lambda: voice.laid == 1)
        return mix(np.zeros((2 * RATE, 2), np.float32), 0.0)


def test_live_stream_is_spoken_with_the_voice_that_was_chosen_for_it_and_for_no_other(tmp_path: Path) -> None:
    with build_services() as services:
        usual = heard(services, STREAM, tmp_path)
        VoiceMap(services.database).choose(project_of(STREAM), EVERYBODY, ES, MappedVoice("espeak-ng", "es+f2"))
        chosen, other = heard(services, STREAM, tmp_path), heard(services, OTHER, tmp_path)

    assert np.abs(usual).max() > 0.01
    assert not np.array_equal(chosen, usual)
    assert np.array_equal(other, usual)
