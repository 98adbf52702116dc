"""What a television hears: the dub in place of the original, of a live stream and of a file."""

from __future__ import annotations

import json
import threading
import wave
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest

from streamlation_desktop.app import build_services
from streamlation_desktop.cast import delivery
from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.casting import DeliveryLevel
from streamlation_desktop.core.events import CaptionUpdated, EventBus, Progressed, Translated
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Sentence, SpeechClip, TimeSpan, Translation
from streamlation_desktop.jobs.speaking import PlayerSpeech
from streamlation_desktop.media.delivery.packets import AUDIO_RATE
from streamlation_desktop.media.delivery.segments import CLOCK_OFFSET
from streamlation_desktop.pipeline.live.targets import spread
from streamlation_desktop.session.speak_request import OfferedVoice, Speaker, SpeakRequest
from streamlation_desktop.web.live_voice import LiveVoice
from tests.support.cast_stage import EN, ES, Stage, captions, stage
from tests.support.commands import SAMPLE
from tests.support.live_ring import live_ring

LAG = 1.5
"""Seconds from the end of a sentence to its translation."""
HEARD_AFTER = 1.0

pytestmark = pytest.mark.slow
Sound = npt.NDArray[np.float32]


@dataclass(slots=True)
class Interpreter:
    """Follows what the sample says, as a live session does: first the captions, then what is kept of them."""

    session: EventBus
    heard: int = 0
    told: int = 0
    sentences: list[dict[str, str]] = field(
        default_factory=lambda: json.loads((SAMPLE.parent / "sample.json").read_text("utf-8"))["sentences"]
    )

    def follow(self, edge: float) -> None:
        while self.heard < len(self.sentences) and float(self.sentences[self.heard]["start"]) + HEARD_AFTER < edge:
            line, said = self.heard, self.sentences[self.heard]
            words = spread(said["text"], TimeSpan(float(said["start"]), float(said["end"])), EN)[:1]
            self.session.publish(CaptionUpdated(CaptionState(EN, line + 1, line, words, "", edge)))
            self.heard += 1
        while self.told < len(self.sentences) and float(self.sentences[self.told]["end"]) + LAG < edge:
            line, said = self.told, self.sentences[self.told]
            span = TimeSpan(float(said["start"]), float(said["end"]))
            words = spread(said["spanish"], span, ES)
            self.session.publish(CaptionUpdated(CaptionState(ES, line + 1, line, words, "", edge, is_closed=True)))
            sentence = Sentence(line, span, EN, said["text"])
            self.session.publish(Translated(Translation(sentence, ES, said["spanish"], Origin("test", ""))))
            self.told += 1
        self.session.publish(Progressed("listen", max(0.0, edge - LAG), None))


@dataclass(slots=True)
class Recorded:
    """A speaker whose clips are known."""

    speaker: Speaker
    said: dict[float, Sound] = field(default_factory=dict)

    def voices(self, language: LanguageCode) -> tuple[OfferedVoice, ...]:
        return self.speaker.voices(language)

    def speak(self, request: SpeakRequest) -> tuple[SpeechClip, ...]:
        clips = self.speaker.speak(request)
        for clip in clips:
            self.said[clip.span.start] = decoded([clip.path])[0]
        return clips


def decoded(paths: Sequence[Path]) -> tuple[Sound, float]:
    """Their sound at our rate, in one voice, and the media time at which it begins."""
    resampler, parts, first = av.AudioResampler("flt", "mono", AUDIO_RATE), [], None
    for path in paths:
        with av.open(str(path)) as container:
            for frame in container.decode(audio=0):
                if first is None and frame.pts is not None and frame.time_base is not None:
                    first = float(frame.pts * frame.time_base)
                parts += [part.to_ndarray()[0] for part in resampler.resample(frame)]
    return np.concatenate(parts).astype(np.float32), first or 0.0


def likeness(heard: Sound, clip: Sound, at: float) -> float:
    """How much of what is heard there is the clip, 0..1; the best place within 60 ms counts."""
    slack = round(0.06 * AUDIO_RATE)
    first = max(0, round(at * AUDIO_RATE) - slack)
    window = heard[first : first + len(clip) + 2 * slack].astype(np.float64)
    places, length = len(window) - len(clip) + 1, len(window) + len(clip)
    spectrum = np.fft.rfft(window, length) * np.fft.rfft(clip.astype(np.float64), length).conj()
    products = np.fft.irfft(spectrum, length)[:places]
    so_far = np.concatenate(([0.0], np.cumsum(window**2)))
    energy = so_far[len(clip) :] - so_far[:places]
    return float((products / np.sqrt(energy * float((clip**2).sum()) + 1e-12)).max())


def segments_of(s: Stage) -> list[Path]:
    """What the device can fetch."""
    current = s.casting.controller.current
    assert current is not None
    assert current.delivery is not None
    share, found = current.delivery.share, list[Path]()
    while isinstance(path := share.get(f"s{len(found):06}.ts"), Path):
        found.append(path)
    return found


def test_live_stream_is_heard_in_the_other_language_and_no_sound_goes_out_before_its_voice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "_UNKNOWN_WAIT", LAG + 2.0)
    feed, session = CaptionFeed((ES,), is_live=True), EventBus()
    session.subscribe(feed.handle)
    interpreter, went_early = Interpreter(session), list[tuple[float, float]]()
    with build_services() as services, stage(tmp_path, "--player=hls") as s:
        recorded = Recorded(PlayerSpeech(services))
        voice = LiveVoice(ES, "rtmp://localhost/live/talk", recorded, session, tmp_path)
        session.subscribe(voice.handle)
        ten = threading.Event()

        def at_edge(edge: float) -> None:
            interpreter.follow(edge)
            current = s.casting.controller.current
            delivery = current.delivery if current is not None else None
            if delivery is not None and delivery.publisher is not None:
                out, said = delivery.publisher.published_to, voice.progress.said_to
                if out > max(said, 0.0):
                    went_early.append((out, said))
                if out > 10.0:
                    ten.set()

        with closing(voice), live_ring(tmp_path / "ring", SAMPLE, at_edge, ahead=12.0) as ring:
            s.start(feed, ring=ring, voice=voice)
            s.wait_playing()
            assert ten.wait(60)
            s.tv.wait_for(lambda probe: probe["time"] > 4)
            heard, first = decoded(segments_of(s))
            clips = {start: clip for start, clip in recorded.said.items() if start < 7}

    assert voice.late == 0
    assert went_early == []
    assert len(clips) >= 3
    for start, clip in clips.items():
        assert likeness(heard, clip, start - (first - CLOCK_OFFSET)) > 0.6, start
    stray = likeness(heard, next(iter(clips.values())), 9.0)
    assert stray < 0.4, "the measure tells a clip from other speech"


def test_file_is_heard_with_the_dub_mix_as_its_one_track_of_sound(tmp_path: Path) -> None:
    dub = tmp_path / "Mezcla final.wav"
    noise = np.random.default_rng(3).normal(0, 1, round(12.0 * AUDIO_RATE))
    sound = (0.15 * np.convolve(noise, np.ones(32) / 4, "same")).astype(np.float32)  # low, as AAC keeps it
    with wave.open(str(dub), "wb") as output:
        output.setnchannels(1)
        output.setsampwidth(2)
        output.setframerate(AUDIO_RATE)
        output.writeframes((np.clip(sound, -1, 1) * 32_767).astype("<i2").tobytes())
    with stage(tmp_path) as s:
        s.start(captions(), dub=dub)
        assert s.wait_playing().status.level is DeliveryLevel.STREAM
        s.tv.wait_for(lambda probe: probe["time"] > 4 and len(probe["seen"]) >= 2)
        [load] = s.tv.messages("LOAD")
        paths = segments_of(s)[:5]
        with av.open(str(paths[0])) as segment:
            sounds = [(each.codec_context.name, each.codec_context.layout.name) for each in segment.streams.audio]
            pictures = [each.codec_context.name for each in segment.streams.video]
        heard, first = decoded(paths)

    assert load["media"]["contentType"] == "application/x-mpegURL"
    assert (sounds, pictures) == ([("aac", "stereo")], ["h264"])
    for at in (1.0, 3.0, 6.0):
        part = sound[round(at * AUDIO_RATE) : round((at + 0.2) * AUDIO_RATE)]
        assert likeness(heard, part, at - (first - CLOCK_OFFSET)) > 0.95, at
