from __future__ import annotations

import asyncio
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from pyatv.protocols.raop.audio_source import open_source

from streamlation_desktop.cast.airplay import AirPlayPlayer
from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.cast.credentials import CredentialStore
from streamlation_desktop.cast.delivery import CastMedia, prepare_sound
from streamlation_desktop.cast.player import LoadRequest, PlayerReport
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.casting import CastState, CastTiming
from streamlation_desktop.media.delivery.facts import inspect
from streamlation_desktop.media.delivery.sound import SoundRequest, mp3_blocks
from streamlation_desktop.web.server import LocalServer
from tests.support.shairport import shairport

Samples = npt.NDArray[np.int16]
PACKET = 352
"""Frames that travel together: they arrive as they are, or not at all."""
LEAD = 22_050
"""Frames of silence that we send first."""
LOST = 3168
"""Frames that pyatv sends before the receiver listens: 72 ms."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a receiver played of what was sent to it, after the first 72 ms."""

    packets: int
    found: int
    """Of the packets, bit by bit and in order."""
    sounding: int
    """Frames that are not silence."""
    state: CastState


@pytest.mark.slow
def test_shairport_plays_bit_by_bit_what_was_sent(tmp_path: Path) -> None:
    heard = play(tmp_path)

    # On a machine that has too much to do the receiver itself may come late: tests of casting are tried thrice.
    assert heard.found == heard.packets
    assert heard.sounding == pytest.approx(6 * 44_100, rel=0.01), "nothing is added"
    assert heard.state in (CastState.PLAYING, CastState.ENDED)


def play(folder: Path) -> Heard:
    """Six seconds of noise."""
    source = _unmistakable(folder / "talk.wav", 6)
    captions = CaptionFeed(())
    captions.finish()
    media = CastMedia(inspect(str(source), CancelToken()), captions, "Talk")
    reports: list[PlayerReport] = []
    with shairport(folder) as receiver, LocalServer() as server:
        player = AirPlayPlayer(receiver.device, reports.append, server.loop, CredentialStore())
        player.connect()
        try:
            player.load(LoadRequest("", prepare_sound(media, server.shares, CastTiming()), "Talk", 0.0, None))
            receiver.wait_for(5.0)
            receiver.wait_for_the_end()
        finally:
            player.close(stop=True)
        received = receiver.samples()

    mp3 = b"".join(block.data for block in mp3_blocks(SoundRequest(str(source)), 0.0, CancelToken()))
    sent = asyncio.run(decoded(mp3)).astype(np.int16)
    first = -(-(LOST + LEAD) // PACKET) * PACKET
    packets = [sent[start : start + PACKET] for start in range(first, len(sent) - PACKET, PACKET)]
    sounding = int((np.abs(received.astype(int)).max(1) > 8).sum())  # the receiver dithers our silence
    return Heard(len(packets), _found_in_order(packets, received), sounding, reports[-1].state)


def _found_in_order(packets: list[Samples], received: Samples) -> int:
    """How many packets were received bit by bit, each after the one before."""
    found, position = 0, 0
    for packet in packets:
        line = received[position:]
        first = np.flatnonzero((line[:, 0] == packet[0, 0]) & (line[:, 1] == packet[0, 1]))
        at = next((int(each) for each in first if np.array_equal(line[each : each + len(packet)], packet)), None)
        if at is not None:
            found, position = found + 1, position + at + len(packet)
    return found


def _unmistakable(path: Path, seconds: int) -> Path:
    """Noise that is like itself nowhere else."""
    noise = np.random.default_rng(7).integers(-9000, 9000, (seconds * 44_100, 2)).astype("<i2")
    with wave.open(str(path), "wb") as output:
        output.setnchannels(2)
        output.setsampwidth(2)
        output.setframerate(44_100)
        output.writeframes(noise.tobytes())
    return path


async def decoded(mp3: bytes) -> Samples:
    """What pyatv makes of it, before it goes over the network."""
    reader = asyncio.StreamReader()
    reader.feed_data(mp3)
    reader.feed_eof()
    source = await open_source(reader, 44_100, 2, 2)
    blocks = []
    while block := await source.readframes(4096):
        blocks.append(block)
    await source.close()
    return np.frombuffer(b"".join(blocks), ">i2").reshape(-1, 2)
