"""A live stream as sound, with the translation spoken over it."""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest

from streamlation_desktop.cast import delivery
from streamlation_desktop.cast.airplay import AirPlayPlayer
from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.cast.credentials import CredentialStore
from streamlation_desktop.cast.delivery import CastMedia, prepare_sound
from streamlation_desktop.cast.player import LoadRequest, PlayerReport
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.casting import CastTiming
from streamlation_desktop.media.delivery.facts import inspect_ring
from streamlation_desktop.media.delivery.packets import Mix
from streamlation_desktop.media.delivery.sound import RATE, SoundRequest, mp3_blocks
from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.ring.writer import RingWriter
from streamlation_desktop.playback.mixer import DubMixer
from streamlation_desktop.web.server import LocalServer
from tests.integration.cast.test_airplay import decoded
from tests.support.clips import cut
from tests.support.commands import SAMPLE
from tests.support.live_ring import live_ring
from tests.support.shairport import shairport

TONE = 3200.0
"""Hz; nobody speaks so high and so steadily."""
BEHIND = 2.0

pytestmark = pytest.mark.slow


class Tone:
    """A voice that has said everything."""

    def __init__(self, start: float, seconds: float) -> None:
        self._start, self._seconds = start, seconds

    def mix(self, rate: int) -> Mix:
        mixer = DubMixer(rate)
        mixer.enabled = True
        clock = np.arange(round(self._seconds * rate)) / rate
        mixer.add(self._start, (0.5 * np.sin(2 * np.pi * TONE * clock)).astype(np.float32), rate)
        return mixer

    def wait_for(self, media_time: float, token: CancelToken, deadline: float) -> bool:
        return True


class Slow(Tone):
    """A voice that needs a second longer once."""

    LATE = 1.0

    def __init__(self, start: float, seconds: float) -> None:
        super().__init__(start, seconds)
        self._waited = 0.0

    def wait_for(self, media_time: float, token: CancelToken, deadline: float) -> bool:
        if media_time < 2.0 or self._waited >= self.LATE:
            return True
        before = time.monotonic()
        token.wait(max(0.0, deadline - before))
        self._waited += time.monotonic() - before
        return False


def finished_ring(folder: Path, source: Path) -> Path:
    """All of it is there at once."""
    folder.mkdir()
    writer = RingWriter(RingLimits(folder))
    with av.open(str(source)) as container:
        streams = [container.streams.video[0], container.streams.audio[0]]
        writer.connect(streams, None)
        for packet in container.demux(*streams):
            if packet.dts is not None and packet.time_base is not None:
                writer.write(packet, streams.index(packet.stream), float(packet.dts * packet.time_base))
    writer.close()
    return folder


def has_tone(samples: npt.NDArray[np.int16], start: float, seconds: float) -> bool:
    part = samples[round(start * RATE) : round((start + seconds) * RATE), 0].astype(np.float64)
    spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part))))
    peak = float(np.fft.rfftfreq(len(part), 1 / RATE)[spectrum.argmax()])
    return abs(peak - TONE) < 5


def test_voice_lies_at_its_media_time_over_the_sound_of_a_live_stream(tmp_path: Path) -> None:
    going = threading.Event()
    with live_ring(
        tmp_path / "ring", SAMPLE, lambda edge: going.set() if edge > BEHIND + 1 else None, ahead=BEHIND + 1
    ) as ring:
        assert going.wait(20)
        request = SoundRequest("rtmp://localhost/live/talk", ring=ring, mix=Tone(3.0, 1.5).mix(RATE), behind=BEHIND)
        blocks, made = [], 0.0
        for block in mp3_blocks(request, 0.0, CancelToken()):
            blocks.append(block)
            made += block.seconds
            if made > 5.5:
                break
    samples = asyncio.run(decoded(b"".join(block.data for block in blocks))).astype(np.int16)
    first = blocks[0].time

    heard = 0.5 + 3.0 - first  # behind the silence that receivers lose
    assert has_tone(samples, heard + 0.3, 1.0)
    assert not has_tone(samples, heard + 1.8, 0.6)


def test_voice_that_takes_longer_is_waited_for_in_silence_and_nothing_is_left_out(tmp_path: Path) -> None:
    ring = finished_ring(tmp_path / "ring", cut(SAMPLE, tmp_path / "start.mp4", 5.0))
    voice = Slow(3.0, 1.0)
    in_time = SoundRequest("rtmp://localhost/live/talk", ring=ring, mix=voice.mix(RATE), behind=10.0)
    expected = sum(block.seconds for block in mp3_blocks(in_time, 0.0, CancelToken()))
    blocks = list(mp3_blocks(replace(in_time, wait=voice.wait_for), 0.0, CancelToken()))
    samples = asyncio.run(decoded(b"".join(block.data for block in blocks))).astype(np.int16)

    silence = sum(block.seconds for block in blocks) - expected
    heard = 0.5 + 3.0 + silence - blocks[0].time
    assert silence >= Slow.LATE - 0.01
    assert not has_tone(samples, 0.5 + 3.0, 0.4)
    assert has_tone(samples, heard + 0.2, 0.7)
    assert not has_tone(samples, heard + 1.2, 0.5)


@pytest.mark.network
def test_airplay_device_plays_the_voice_of_a_live_stream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "VOICE_SECONDS", BEHIND)
    reports: list[PlayerReport] = []
    feed = CaptionFeed(())
    with (
        shairport(tmp_path) as receiver,
        LocalServer() as server,
        live_ring(tmp_path / "ring", SAMPLE, lambda edge: None) as ring,
    ):
        facts = inspect_ring(ring, "rtmp://localhost/live/talk", CancelToken())
        media = CastMedia(facts, feed, "Talk", ring=ring, voice=Tone(0.0, 60.0))
        player = AirPlayPlayer(receiver.device, reports.append, server.loop, CredentialStore())
        player.connect()
        try:
            player.load(LoadRequest("", prepare_sound(media, server.shares, CastTiming()), "Talk", 0.0, None))
            receiver.wait_for(3.0)
        finally:
            player.close(stop=True)
        received = receiver.samples()

    sounding = np.flatnonzero(np.abs(received.astype(int)).max(1) > 500)
    assert has_tone(received[sounding[0] :], 1.0, 1.0)
    assert facts.is_live
