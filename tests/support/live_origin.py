"""A live server in a process of its own, whose sound tells the wall time: ``python -m tests.support.live_origin``.

Killed and started again, it goes on where it would be now. Second n since the epoch given is a tone of
300 + 100 (n mod 60) Hz, as a playlist with a moving window (``/live.m3u8``) or as a radio (``/radio``). While there is
a file called ``fault`` in its folder, it does what that says: an HTTP status, or one of `FAULTS`.
"""

from __future__ import annotations

import socket
import struct
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CYCLE = 60
"""Seconds after which the tones start anew."""
BYTES_PER_SECOND = 6_000
"""Of the radio: 48 kbit/s."""
_WINDOW = 6
FAULTS = ("reset", "half", "end", "stall", "503", "404", "403")
"""The connection is reset, an answer breaks off, ends early, or does not come; or there is no answer but a status."""


class Origin(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, folder: Path, epoch: float) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.folder = folder
        self.epoch = epoch
        self.radio = (folder / "radio.mp3").read_bytes()

    @property
    def now(self) -> float:
        """Seconds since the epoch."""
        return time.time() - self.epoch

    @property
    def fault(self) -> str:
        """Empty when all is well."""
        try:
            return (self.folder / "fault").read_text()
        except OSError:
            return ""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


class _Handler(BaseHTTPRequestHandler):
    server: Origin

    def do_GET(self) -> None:
        if self._fails(0):
            return
        if self.path == "/live.m3u8":
            self._send(self._playlist())
        elif self.path == "/radio":
            self._play()
        else:
            self._send((self.server.folder / self.path.lstrip("/")).read_bytes())

    def _send(self, data: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _fails(self, sent: int) -> bool:
        """Do what the fault asks for, after `sent` bytes of an answer; False when there is none."""
        fault = self.server.fault
        if fault.isdigit() and not sent:
            self.send_error(int(fault))
        elif fault == "half" and not sent:
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"#EXTM3U\n")
        elif fault == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        while self.server.fault == "stall":
            time.sleep(0.05)
        self.close_connection = bool(fault)
        return bool(fault) and not (fault == "stall" and not sent)

    def _playlist(self) -> bytes:
        newest = int(self.server.now)
        first = max(0, newest - _WINDOW)
        lines = ["#EXTM3U", "#EXT-X-VERSION:3", "#EXT-X-TARGETDURATION:1", f"#EXT-X-MEDIA-SEQUENCE:{first}"]
        for number in range(first, newest):
            lines += ["#EXTINF:1.0,", f"/s{number}.ts"]
        return ("\n".join(lines) + "\n").encode()

    def _play(self) -> None:
        self.send_response(200)
        self.send_header("icy-name", "Origin")
        self.send_header("Content-Type", "audio/mpeg")
        self.end_headers()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        radio, position = self.server.radio, int((self.server.now - 2.0) * BYTES_PER_SECOND)
        while True:
            if self._fails(position):
                return
            until = int(self.server.now * BYTES_PER_SECOND)
            data = (radio * 2)[position % len(radio) : position % len(radio) + until - position]
            self.wfile.write(data[: len(radio)])
            position = until
            time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:
        pass


if __name__ == "__main__":
    Origin(int(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])).serve_forever(poll_interval=0.05)
