from __future__ import annotations

import wave
from pathlib import Path

import pytest

from streamlation_desktop.app import build_services
from streamlation_desktop.core.events import ClipSpoken, Envelope, EventBus, Translated, Warned
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Sentence, SpeechClip, TimeSpan, Translation
from streamlation_desktop.jobs.live_dub import LiveDub
from streamlation_desktop.jobs.voices import Voices
from streamlation_desktop.session.wire import decode_envelope, encode_envelope
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap

EN, ES = LanguageCode("en"), LanguageCode("es")
ORIGIN = Origin("test", "test")


def translation(number: int, start: float, end: float, text: str, language: LanguageCode = ES) -> Translation:
    return Translation(Sentence(number, TimeSpan(start, end), EN, "source"), language, text, ORIGIN)


def spoken(folder: Path, *translations: Translation, voice: str = "") -> tuple[list[SpeechClip], list[str]]:
    events, clips, warnings = EventBus(), list[SpeechClip](), list[str]()

    def note(envelope: Envelope) -> None:
        match envelope.event:
            case ClipSpoken(clip):
                clips.append(clip)
            case Warned(message):
                warnings.append(message)

    events.subscribe(note)
    with build_services() as services:
        if voice:
            VoiceMap(services.database).choose("here", "", ES, MappedVoice(voice))
        dub = LiveDub(Voices(services, events, ES, "here"), events, folder)
        session = EventBus()
        session.subscribe(dub.handle)
        for each in translations:
            session.publish(Translated(each))
        assert dub.finish(60)
    return clips, warnings


def test_every_committed_translation_becomes_a_clip_in_its_place(tmp_path: Path) -> None:
    clips, _ = spoken(
        tmp_path,
        translation(0, 1.0, 2.5, "¿Adónde vas?"),
        translation(1, 3.0, 5.0, "Voy a visitar a mi hermano."),
        translation(1, 3.0, 5.0, "I visit my brother.", EN),
    )
    assert [clip.line for clip in clips] == [0, 1]
    for clip, start in zip(clips, (1.0, 3.0), strict=True):
        assert clip.span.start == pytest.approx(start, abs=0.1)
        with wave.open(str(clip.path)) as file:
            assert file.getnframes() / file.getframerate() == pytest.approx(clip.span.duration, abs=0.001)


def test_a_line_that_runs_over_makes_the_next_wait_or_is_marked(tmp_path: Path) -> None:
    long = "Esta es una frase demasiado larga para el poco tiempo que hay antes de la siguiente."
    clips, _ = spoken(tmp_path, translation(0, 1.0, 2.0, long), translation(1, 2.1, 3.0, "Sí."))
    first, second = clips
    assert second.span.start <= 2.2 + 1e-6
    assert second.overlap == pytest.approx(first.span.end - second.span.start, abs=0.01)


def test_what_nobody_says_gives_no_clip(tmp_path: Path) -> None:
    clips, warnings = spoken(tmp_path, translation(0, 1.0, 2.0, "[música]"))
    assert (clips, warnings) == ([], [])


def test_a_voice_that_is_not_there_is_told_and_the_session_goes_on(tmp_path: Path) -> None:
    clips, warnings = spoken(tmp_path, translation(0, 1.0, 2.0, "Hola."), voice="no-such-voice")
    assert clips == []
    assert "no-such-voice" in warnings[0]


def test_the_event_crosses_processes_without_its_samples(tmp_path: Path) -> None:
    [clip], _ = spoken(tmp_path, translation(0, 1.0, 2.0, "Hola."))
    envelope = Envelope("s", 0, 1.0, ClipSpoken(clip))
    assert decode_envelope(encode_envelope(envelope)) == envelope
