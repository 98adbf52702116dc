"""A live session that also writes the stream itself."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import OutputExists, UsageError
from streamlation_desktop.core.events import EventBus, Warned
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.media.ffmpeg import ffmpeg_path
from streamlation_desktop.media.ring.writer import RingWriter
from streamlation_desktop.media.source import probe_source
from streamlation_desktop.session.live_recording import LiveRecording
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest, OutputRequest
from tests.support.commands import SAMPLE, streamlation
from tests.support.media_web import Request, WebServer, web_server
from tests.support.ring_files import ingest, write_film

pytestmark = pytest.mark.network


@pytest.fixture
def web(tmp_path: Path) -> Iterator[WebServer]:
    folder = tmp_path / "www"
    folder.mkdir()
    write = ["-c", "copy", "-f", "hls", "-hls_time", "2", "-hls_list_size", "0", "-hls_flags", "omit_endlist"]
    command = [ffmpeg_path(), "-v", "error", "-i", str(SAMPLE), *write, str(folder / "list.m3u8")]
    subprocess.run(command, check=True, timeout=60)
    with web_server(folder) as server:
        text = (folder / "list.m3u8").read_bytes()
        server.fail("/live.m3u8", Ending(text))
        yield server


class Ending:
    """A broadcast that is over when it was asked for a third time."""

    def __init__(self, playlist: bytes) -> None:
        self._playlist = playlist
        self._asked = 0

    def __call__(self, request: Request) -> None:
        self._asked += 1
        body = self._playlist + (b"#EXT-X-ENDLIST\n" if self._asked > 2 else b"")
        request.send_response(200)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)


def test_the_recording_has_the_captions_in_it_and_no_ring_is_left(web: WebServer, tmp_path: Path) -> None:
    recording = tmp_path / "Aufnahme ß.mkv"

    done = streamlation(
        *("live", f"{web.url}/live.m3u8", "--from", "en", "-o", tmp_path / "captions", "--record", recording)
    )

    assert done.code == 0, done.err
    made = probe_source(str(recording), CancelToken())
    assert made.video is not None
    assert [track.language for track in made.subtitles] == ["en"]
    assert list((tmp_path / "captions").glob("*.srt"))
    assert list(tmp_path.rglob("ring-*")) == []


def request(record: Path, *, overwrite: bool = False) -> LiveRequest:
    output = OutputRequest(formats=("srt",), overwrite=overwrite)
    return LiveRequest(JobRequest(location="http://127.0.0.1/live", output=output), record=record)


def info(*, is_live: bool) -> SourceInfo:
    return SourceInfo("http://127.0.0.1/live", "hls", None, is_live)


def test_a_file_is_no_source_to_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLATION_HOME", str(tmp_path / "home"))
    with (
        LiveRecording(request(tmp_path / "copy.mkv"), EventBus()) as recording,
        pytest.raises(UsageError, match="live"),
    ):
        recording.start(info(is_live=False))


def test_a_recording_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "talk.mkv").write_bytes(b"mine")

    with pytest.raises(OutputExists):
        LiveRecording(request(tmp_path / "talk.mkv"), EventBus())


def test_a_recording_whose_disk_fails_warns_and_is_the_only_thing_that_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STREAMLATION_HOME", str(tmp_path / "home"))
    film = write_film(tmp_path / "film.ts", 3)
    events, told = EventBus(), []
    events.subscribe(lambda envelope: told.append(envelope.event))
    with LiveRecording(request(tmp_path / "none" / "talk.mkv"), events) as recording:
        assert recording.limits is not None
        writer = RingWriter(recording.limits)
        recording.start(info(is_live=True))
        ingest(writer, film)
        writer.close()

        assert recording.finish([]) == []

    [warning] = told
    assert isinstance(warning, Warned)
    assert "the recording ended" in warning.message
    assert list((tmp_path / "home").rglob("ring-*")) == []
