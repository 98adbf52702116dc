"""The synthesizers, for real: eSpeak NG from its wheel, piper-tts with the fixture voice."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import numpy as np
import pytest

from streamlation_desktop.core.errors import LanguageNotSupported, ModelDamaged
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.dubbing.clips import trimmed
from streamlation_desktop.engines.adapters.piper_noise import _messages, without_chance
from streamlation_desktop.engines.base import DeviceChoice, ModelSpec
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from streamlation_desktop.engines.speech_base import Foreseeing, Synthesizer, Utterance

VOICE = Path(__file__).parents[3] / "models" / "fixtures" / "piper-fixture-en"
EN, ES = LanguageCode("en"), LanguageCode("es")


def open_engine(name: str, folder: Path | None = None) -> Synthesizer:
    spec = ModelSpec("fixture", folder, DeviceChoice())
    engine: Synthesizer = EngineRegistry().create(EngineKind.SYNTHESIZER, name, spec)
    return engine


@pytest.fixture(scope="module")
def espeak() -> Iterator[Synthesizer]:
    engine = open_engine("espeak-ng")
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def piper() -> Iterator[Synthesizer]:
    engine = open_engine("piper", VOICE)
    yield engine
    engine.close()


def with_noise(voice: bytes, operator: str = "RandomNormalLike") -> bytes:
    """A voice whose sound is mixed with noise at the very end."""
    network = _messages()["Model"]()
    network.ParseFromString(voice)
    nodes = network.graph.node
    [last] = [node for node in nodes if "output" in node.output]
    last.output[:] = ["test_sound"]
    nodes.add(op_type=operator, name="draw", input=["test_sound"], output=["test_noise"])
    nodes.add(op_type="Add", name="mix", input=["test_sound", "test_noise"], output=["output"])
    data: bytes = network.SerializeToString()
    return data


def seconds(engine: Synthesizer, utterance: Utterance) -> float:
    speech = engine.synthesize(utterance)
    return len(trimmed(speech.samples, speech.sample_rate)) / speech.sample_rate


def test_espeak_speaks_over_a_hundred_languages(espeak: Synthesizer) -> None:
    assert len(espeak.languages) > 100
    assert {LanguageCode(code) for code in ("en", "es", "fr", "de", "zh", "ar", "hi", "ja", "no")} <= espeak.languages


def test_every_language_of_espeak_has_a_voice_that_speaks(espeak: Synthesizer) -> None:
    for language in espeak.languages:
        first = espeak.voices(language)[0]
        assert len(espeak.synthesize(Utterance("a 1 2", language, first.id)).samples) > 1_000, language


def test_espeak_says_the_same_thing_the_same_way_each_time(espeak: Synthesizer) -> None:
    one, other = (Utterance(text, ES) for text in ("Hola, ¿qué tal?", "Otra cosa."))
    first = espeak.synthesize(one)
    espeak.synthesize(other)
    assert np.array_equal(espeak.synthesize(one).samples, first.samples)


def test_what_espeak_begins_early_is_what_is_asked_for_in_whatever_order(espeak: Synthesizer) -> None:
    texts = [Utterance(text, ES) for text in ("Uno.", "Dos.", "Tres y cuatro.", "Cinco.")]
    expected = [espeak.synthesize(text).samples for text in texts]
    assert isinstance(espeak, Foreseeing)
    for text in texts:
        espeak.foresee(text)
    for place in (1, 0, 3, 2, 1):
        assert np.array_equal(espeak.synthesize(texts[place]).samples, expected[place])


def test_espeak_tells_where_each_word_lies(espeak: Synthesizer) -> None:
    words = espeak.synthesize(Utterance("one two three", EN)).words
    assert "".join(word.text for word in words) == "one two three"
    assert [word.span.start for word in words] == sorted(word.span.start for word in words)


def test_espeak_has_voices_that_differ(espeak: Synthesizer) -> None:
    ids = [voice.id for voice in espeak.voices(ES)]
    assert "es-419" in ids
    heard = [espeak.synthesize(Utterance("hola", ES, voice)).samples for voice in ("es", "es+f2")]
    assert not np.array_equal(heard[0], heard[1])


def test_an_unknown_voice_or_language_is_told(espeak: Synthesizer) -> None:
    with pytest.raises(LanguageNotSupported, match="no voice"):
        espeak.synthesize(Utterance("hola", ES, "es-000"))
    with pytest.raises(LanguageNotSupported):
        espeak.synthesize(Utterance("hola", LanguageCode("tlh")))


def test_a_killed_espeak_is_started_anew(espeak: Synthesizer) -> None:
    before = espeak.synthesize(Utterance("hola", ES)).samples
    process = espeak._worker._process  # type: ignore[attr-defined]
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert np.array_equal(espeak.synthesize(Utterance("hola", ES)).samples, before)


def test_piper_speaks_with_a_voice_of_several_speakers(piper: Synthesizer) -> None:
    assert piper.languages == {EN}
    assert [(voice.id, voice.speaker) for voice in piper.voices(EN)] == [("low", 0), ("high", 1)]
    low, high = (piper.synthesize(Utterance("Hello there.", EN, voice)) for voice in ("low", "high"))
    assert low.sample_rate == 22_050
    assert np.abs(low.samples).max() > 0.1
    assert not np.array_equal(low.samples, high.samples)


def test_piper_takes_a_speaker_by_number_too(piper: Synthesizer) -> None:
    by_name, by_number = Utterance("Hello.", EN, "high"), Utterance("Hello.", EN, speaker=1)
    assert np.array_equal(piper.synthesize(by_name).samples, piper.synthesize(by_number).samples)


@pytest.mark.parametrize("engine", ["espeak", "piper"])
def test_the_length_scale_changes_how_long_it_takes(engine: str, request: pytest.FixtureRequest) -> None:
    synthesizer: Synthesizer = request.getfixturevalue(engine)
    text = "This program can help you to understand what they say."
    natural, slow, fast = (seconds(synthesizer, Utterance(text, EN, length_scale=scale)) for scale in (1.0, 1.15, 0.87))
    assert slow / natural == pytest.approx(1.15, abs=0.06)
    assert fast / natural == pytest.approx(0.87, abs=0.06)


def test_piper_says_the_same_thing_the_same_way_each_time(tmp_path: Path) -> None:
    """The fixture voice draws nothing, unlike real ones: here it is given noise, by the operator that those have."""
    copytree(VOICE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "voice.onnx").write_bytes(with_noise((VOICE / "voice.onnx").read_bytes()))
    one, other = Utterance("Hello there.", EN, "low"), Utterance("Something else.", EN, "low")
    noisy = open_engine("piper", tmp_path)
    first, _, again = (noisy.synthesize(each).samples for each in (one, other, one))
    noisy.close()
    resumed = open_engine("piper", tmp_path)
    assert resumed.is_repeatable
    after_a_kill = resumed.synthesize(one).samples
    resumed.close()
    assert np.array_equal(first, again)
    assert np.array_equal(first, after_a_kill)


def test_a_network_with_noise_of_another_kind_is_left_alone_and_not_called_repeatable() -> None:
    noisy = with_noise((VOICE / "voice.onnx").read_bytes(), "RandomUniformLike")
    assert without_chance(noisy) == (noisy, False)


def test_piper_refuses_what_it_cannot_say(piper: Synthesizer) -> None:
    with pytest.raises(LanguageNotSupported):
        piper.synthesize(Utterance("hola", ES))
    with pytest.raises(LanguageNotSupported, match="no speaker"):
        piper.synthesize(Utterance("hello", EN, "nobody"))


def test_a_damaged_voice_is_told(tmp_path: Path) -> None:
    (tmp_path / "voice.onnx").write_bytes(b"not a network")
    (tmp_path / "voice.onnx.json").write_bytes((VOICE / "voice.onnx.json").read_bytes())
    with pytest.raises(ModelDamaged, match="cannot be loaded"):
        open_engine("piper", tmp_path)
    with pytest.raises(ModelDamaged):
        open_engine("piper", tmp_path / "nowhere")
