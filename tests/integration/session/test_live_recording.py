"""A live session that also writes the stream itself."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import OutputExists, UsageError
from streamlation_desktop.core.events import Envelope, EventBus, Progressed, SourceOpened, Warned
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.media.ffmpeg import ffmpeg_path
from streamlation_desktop.media.ring.reader import RingReader
from streamlation_desktop.media.ring.writer import RingWriter
from streamlation_desktop.media.source import probe_source
from streamlation_desktop.session.live_recording import LiveRecording
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.remote import RemoteRunner
from streamlation_desktop.session.request import JobRequest, OutputRequest
from tests.support.commands import SAMPLE, streamlation
from tests.support.live_servers import free_port, needs_nginx, publisher, rtmp_server
from tests.support.media_web import Request, WebServer, web_server
from tests.support.ring_files import ingest, write_film

pytestmark = pytest.mark.network
_FLV = ("-c:v", "libx264", "-preset", "ultrafast", "-r", "10", "-s", "320x180", "-g", "10", "-c:a", "aac", "-f", "flv")


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


class Follower:
    """Runs a live session in an engine process, and sees how far it is."""

    def __init__(self, wanted: LiveRequest) -> None:
        self.runner, self.token = RemoteRunner(), CancelToken()
        self.events = EventBus()
        self.events.subscribe(self._note)
        self.opened = 0
        self.seconds = {"record": 0.0, "listen": 0.0}
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, args=(wanted,), daemon=True)
        self._thread.start()

    def wait_for(self, what: str, seconds: float) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: self.seconds[what] >= seconds, 60), self.seconds

    def kill_engine(self) -> None:
        assert self.runner._child is not None
        os.kill(self.runner._child.process.pid, signal.SIGKILL)

    def close(self) -> None:
        self.token.cancel()
        self._thread.join(60)
        self.runner.close()

    def _run(self, wanted: LiveRequest) -> None:
        self.runner.run(wanted, self.events, self.token)

    def _note(self, envelope: Envelope) -> None:
        with self._changed:
            match envelope.event:
                case Progressed(stage, seconds):
                    self.seconds[stage] = seconds
                case SourceOpened():
                    self.opened += 1
            self._changed.notify_all()


@needs_nginx
@pytest.mark.expects_warnings
def test_ring_and_recording_go_on_when_the_engine_process_dies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLATION_HOME", str(tmp_path / "home"))
    ring, recording = tmp_path / "ring", tmp_path / "talk.mkv"
    ring.mkdir()
    port, http = free_port(), free_port()
    address = f"rtmp://127.0.0.1:{port}/live/talk"
    with rtmp_server(tmp_path / "www", port, http), publisher(SAMPLE, *_FLV, address):
        job = JobRequest(address, (LanguageCode("en"),), (LanguageCode("en"),))
        session = Follower(LiveRequest(job, record=recording, ring=ring))
        session.wait_for("record", 4.0)
        session.kill_engine()
        killed_at = session.seconds["record"]
        session.wait_for("record", killed_at + 4.0)
        session.wait_for("listen", killed_at + 4.0)
        session.close()
    reader = RingReader(ring, CancelToken())
    packets = list(iter(lambda: reader.read(0.0), None))
    reader.close()

    times = [[packet.time for packet in packets if packet.epoch == epoch] for epoch in (0, 1)]
    assert session.opened == 2
    assert times[0][0] < 1.0
    assert times[1][0] > times[0][-1]
    assert times[1][0] < session.seconds["listen"] < reader.edge + 0.6, "heard and kept lie on one clock"
    assert [probe_source(str(path), CancelToken()).video is not None for path in sorted(tmp_path.glob("*.mkv"))] == [
        True
    ] * 2
