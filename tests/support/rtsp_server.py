"""A small RTSP server: hands the RTP that an ffmpeg makes to one client at a time, interleaved on TCP."""

from __future__ import annotations

import contextlib
import re
import select
import socket
import socketserver
import struct
import subprocess
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from streamlation_desktop.media.ffmpeg import ffmpeg_path

_CONTROL = ("v", "a")


class RtspServer(socketserver.ThreadingTCPServer):
    """Serves ``rtsp://127.0.0.1:PORT/live`` from a file with a picture and a sound, again and again."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, file: Path, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.rtp = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in _CONTROL]
        for receiver in self.rtp:
            receiver.bind(("127.0.0.1", 0))
        self._sdp_file = folder / "stream.sdp"
        targets = [f"rtp://127.0.0.1:{receiver.getsockname()[1]}" for receiver in self.rtp]
        quiet = ["-hide_banner", "-loglevel", "error", "-nostdin", "-re", "-stream_loop", "-1", "-i", str(file)]
        picture = ["-map", "0:v", "-c", "copy", "-f", "rtp", targets[0]]
        sound = ["-map", "0:a", "-c:a", "pcm_mulaw", "-ar", "8000", "-f", "rtp", targets[1]]
        self._process = subprocess.Popen([ffmpeg_path(), *quiet, *picture, *sound, "-sdp_file", str(self._sdp_file)])
        self.clients: list[socket.socket] = []
        self.is_down = False
        """Whoever calls is hung up on."""
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"rtsp://127.0.0.1:{self.server_address[1]}/live"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown()
        self.hang_up()
        self._process.kill()
        self._process.wait()
        for receiver in self.rtp:
            receiver.close()
        self.server_close()

    def hang_up(self) -> None:
        """End all sessions, as a crash does."""
        for client in self.clients:
            with contextlib.suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)
        self.clients.clear()

    def description(self) -> str:
        """SDP with a control address for each stream."""
        deadline = time.monotonic() + 20
        while not self._sdp_file.exists() or self._sdp_file.read_text().count("m=") < 2:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        lines, number = [], 0
        for line in self._sdp_file.read_text().splitlines():
            if line.startswith("m="):
                line = re.sub(r"^m=(\w+) \d+", r"m=\1 0", line)
                lines += [line, f"a=control:{_CONTROL[number]}"]
                number += 1
            elif not line.startswith("SDP:"):
                lines.append(line)
        return "\r\n".join(lines) + "\r\n"

    def handle_error(self, request: object, client_address: object) -> None:
        pass


class _Session(socketserver.StreamRequestHandler):
    server: RtspServer

    def handle(self) -> None:
        if self.server.is_down:
            return
        self.server.clients.append(self.connection)
        while (request := self._request()) is not None:
            method, headers = request
            extra, body = "", ""
            if method == "DESCRIBE":
                body = self.server.description()
                extra = f"Content-Type: application/sdp\r\nContent-Length: {len(body)}\r\n"
            elif method == "SETUP":
                extra = f"Transport: {headers.get('transport', '')}\r\nSession: 1\r\n"
            elif method == "PLAY":
                extra = "Session: 1\r\n"
            elif method == "OPTIONS":
                extra = "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n"
            answer = f"RTSP/1.0 200 OK\r\nCSeq: {headers.get('cseq', '0')}\r\n{extra}\r\n{body}"
            self.connection.sendall(answer.encode())
            if method == "PLAY":
                self._stream()
                return

    def _request(self) -> tuple[str, dict[str, str]] | None:
        first = self.rfile.readline().decode().strip()
        headers = {}
        while line := self.rfile.readline().decode().strip():
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        return (first.split(" ")[0], headers) if first else None

    def _stream(self) -> None:
        for receiver in self.server.rtp:  # what came while nobody listened is gone
            while select.select([receiver], [], [], 0)[0]:
                receiver.recv(65536)
        while True:
            ready, _, _ = select.select(self.server.rtp, [], [], 0.5)
            for receiver in ready:
                packet = receiver.recv(65536)
                channel = 2 * self.server.rtp.index(receiver)
                self.connection.sendall(b"$" + struct.pack("!BH", channel, len(packet)) + packet)
