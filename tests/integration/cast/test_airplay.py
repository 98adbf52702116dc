from __future__ import annotations

import asyncio
import math
from pathlib import Path

import numpy as np
import pytest
from pyatv.protocols.raop.audio_source import open_source

from streamlation_desktop.cast.airplay import AirPlayPlayer
from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.cast.credentials import CredentialStore
from streamlation_desktop.cast.delivery import CastMedia, prepare_sound
from streamlation_desktop.cast.player import LoadRequest, PlayerReport
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.casting import CastState
from streamlation_desktop.media.delivery.facts import inspect
from streamlation_desktop.media.delivery.sound import SoundRequest, mp3_blocks
from streamlation_desktop.web.server import LocalServer
from tests.support.media_files import write_tones
from tests.support.shairport import shairport

LOST = 3168
"""Frames that pyatv sends before the receiver listens: 72 ms."""


@pytest.mark.slow
def test_shairport_plays_bit_by_bit_what_was_sent(tmp_path: Path) -> None:
    source = write_tones(tmp_path / "talk.m4a", 6)
    captions = CaptionFeed(())
    captions.finish()
    media = CastMedia(inspect(str(source), CancelToken()), captions, "Talk")
    reports: list[PlayerReport] = []
    with shairport(tmp_path) as receiver, LocalServer() as server:
        player = AirPlayPlayer(receiver.device, reports.append, server.loop, CredentialStore(tmp_path / "keys.json"))
        player.connect()
        try:
            delivery = prepare_sound(media, server.shares)
            player.load(LoadRequest("", delivery, "Talk", 0.0, None))
            receiver.wait_for(5.0)
        finally:
            player.close(stop=True)
        received = receiver.samples()

    mp3 = b"".join(block.data for block in mp3_blocks(SoundRequest(str(source)), 0.0, CancelToken()))
    sent = asyncio.run(_decoded(mp3))
    offset = _offset(sent, received)
    start = max(0, -offset, LOST)
    count = min(len(sent) - start, len(received) - offset - start)
    assert count > 4 * 44_100
    assert np.array_equal(sent[start : start + count], received[offset + start : offset + start + count])
    assert reports[-1].state in (CastState.PLAYING, CastState.ENDED)


async def _decoded(mp3: bytes) -> np.ndarray:  # type: ignore[type-arg]
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


def _offset(sent: np.ndarray, received: np.ndarray) -> int:  # type: ignore[type-arg]
    """Where the first sent frame would be among the received ones."""
    probe = sent[2 * 44_100 : 2 * 44_100 + 20_000, 0].astype(float)
    line = received[:, 0].astype(float)
    size = 1 << math.ceil(math.log2(len(line) + len(probe)))
    match = np.fft.irfft(np.fft.rfft(line, size) * np.conj(np.fft.rfft(probe, size)), size)[: len(line)]
    return int(np.argmax(match)) - 2 * 44_100
