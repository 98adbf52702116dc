"""How far the player reads ahead."""

from __future__ import annotations

import threading

import av
from av.audio.codeccontext import AudioCodecContext
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext

from streamlation_desktop.media.av_streams.packets import Kind, MediaPacket, StreamFormat
from streamlation_desktop.playback.packet_buffer import Closed, PacketBuffer

FILM, SOUND = av.CodecContext.create("h264", "r"), av.CodecContext.create("aac", "r")
SECOND = 25
"""Packets."""


def packet(kind: Kind, size: int = 100) -> MediaPacket:
    codec = FILM if kind is Kind.VIDEO else SOUND
    assert isinstance(codec, VideoCodecContext | AudioCodecContext)
    return MediaPacket(StreamFormat(kind, codec), Packet(size), duration=1 / SECOND)


def buffer() -> PacketBuffer:
    made = PacketBuffer()
    made.activate(frozenset(Kind))
    return made


def fill(buffer: PacketBuffer, size: int = 100) -> float:
    """Read as the demuxer does, while there is room; seconds that were read."""
    packets = 0
    asked = 0

    def ask() -> bool:
        nonlocal asked
        asked += 1
        return True  # do not wait

    while True:
        asked = 0
        buffer.wait_for_room(ask)
        if asked:
            return packets / SECOND
        for kind in Kind:
            buffer.put(kind, 0, packet(kind, size))
        packets += 1


def take(buffer: PacketBuffer, seconds: float, *kinds: Kind) -> None:
    for _ in range(round(seconds * SECOND)):
        for kind in kinds or Kind:
            buffer.get(kind)


def test_little_is_read_at_once_and_more_as_it_is_played() -> None:
    ahead = buffer()
    assert 2.0 <= fill(ahead) < 2.2
    take(ahead, 1.0)
    fill(ahead)
    assert 5.0 <= ahead.seconds < 5.2
    for _ in range(10):
        take(ahead, 2.0)
        fill(ahead)
    assert 8.0 <= ahead.seconds < 10.2, "no more than that, however long it plays"


def test_a_jump_begins_anew() -> None:
    ahead = buffer()
    fill(ahead)
    take(ahead, 1.5)
    fill(ahead)
    ahead.flush()
    assert ahead.seconds == 0.0
    assert 2.0 <= fill(ahead) < 2.2


def test_the_demuxer_rests_until_a_fifth_was_taken() -> None:
    ahead = buffer()
    for _ in range(4):
        fill(ahead)
        take(ahead, 1.8)
    fill(ahead)
    take(ahead, 1.0)
    assert fill(ahead) == 0.0
    take(ahead, 1.2)
    assert fill(ahead) > 1.0


def test_one_stream_that_is_not_taken_does_not_keep_the_other_short() -> None:
    ahead = buffer()
    fill(ahead)
    take(ahead, 1.5, Kind.VIDEO)
    assert fill(ahead) > 1.0


def test_a_live_stream_has_room_for_its_delay_at_once() -> None:
    ahead = buffer()
    ahead.allow(5.0)
    assert fill(ahead) >= 15.0


def test_big_pictures_are_bounded_by_their_bytes() -> None:
    ahead = buffer()
    read = fill(ahead, 2 << 20)
    assert read * SECOND * 2 * 2 <= 52, "MiB, for each of the two streams"


def test_who_waits_hears_of_the_end() -> None:
    ahead = buffer()
    heard: list[str] = []

    def wait() -> None:
        try:
            ahead.get(Kind.AUDIO)
        except Closed:
            heard.append("closed")

    thread = threading.Thread(target=wait)
    thread.start()
    ahead.close()
    thread.join(10)
    assert heard == ["closed"]
