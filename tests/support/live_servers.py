"""Real servers of live streams on the loopback interface: started, killed and frozen at will."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from streamlation_desktop.media.ffmpeg import ffmpeg_path

RTMP_MODULE = Path("/usr/lib/nginx/modules/ngx_rtmp_module.so")

needs_nginx = pytest.mark.skipif(
    not shutil.which("nginx") or not RTMP_MODULE.exists(), reason="needs Debian's nginx and libnginx-mod-rtmp"
)
needs_icecast = pytest.mark.skipif(not shutil.which("icecast2"), reason="needs Debian's icecast2")


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    """A port that nobody uses now."""
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A program that can be killed, frozen and started again on the same port."""

    def __init__(self, command: Sequence[str], port: int | None = None, log: Path | None = None) -> None:
        self._command = command
        self._port = port
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def start(self) -> None:
        """Run it and wait for its port."""
        with Path(self._log or os.devnull).open("ab") as log:
            self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        if self._port is not None:
            self._wait_for_port(self._port)

    def kill(self) -> None:
        """As a crash does; safe to call twice."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    @property
    def is_running(self) -> bool:
        """False when it ended, or was killed."""
        return self._process is not None and self._process.poll() is None

    def freeze(self) -> None:
        """It keeps its connections and sends nothing."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def restart_after(self, seconds: float) -> None:
        """Kill it and leave it dead for a while: this much of the stream is missing."""
        self.kill()
        time.sleep(seconds)  # the outage itself, not a wait for something
        self.start()

    def _wait_for_port(self, port: int) -> None:
        deadline = time.monotonic() + 20
        while True:
            assert self._process is not None
            assert self._process.poll() is None, f"{self._command[0]} ended with {self._process.returncode}"
            try:
                socket.create_connection(("127.0.0.1", port), 0.3).close()
                return
            except OSError:
                assert time.monotonic() < deadline, f"{self._command[0]} does not listen"
                time.sleep(0.02)


def publisher(file: Path, *output: str, loop: bool = True, before: Sequence[str] = ()) -> Server:
    """An ffmpeg that plays a file in real time to an address, again and again."""
    repeat = ["-stream_loop", "-1"] if loop else []
    quiet = ["-hide_banner", "-loglevel", "error", "-nostdin"]
    return Server([ffmpeg_path(), *quiet, "-re", *repeat, *before, "-i", str(file), *output])


def rtmp_server(folder: Path, rtmp_port: int, http_port: int) -> Server:
    """An nginx that takes RTMP in ``live``, and gives it out as RTMP and as HLS below ``/hls``."""
    (folder / "hls").mkdir(parents=True, exist_ok=True)
    user = "user root;" if os.geteuid() == 0 else ""
    config = folder / "nginx.conf"
    config.write_text(
        f"""
        load_module {RTMP_MODULE};
        {user}
        daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
        events {{ worker_connections 64; }}
        rtmp {{ server {{ listen 127.0.0.1:{rtmp_port}; application live {{
            live on; hls on; hls_path {folder}/hls; hls_fragment 1s; hls_playlist_length 6s;
            hls_continuous on; drop_idle_publisher 30s;
        }} }} }}
        http {{
            access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
            uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
            server {{ listen 127.0.0.1:{http_port}; root {folder}; }}
        }}
        """
    )
    return Server(["nginx", "-c", str(config), "-p", str(folder)], rtmp_port, folder / "nginx.log")


def icecast_server(folder: Path, port: int) -> Server:
    """A radio server; its sources log in with the password ``hackme``."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o777)
    owner = "<changeowner><user>nobody</user><group>nogroup</group></changeowner>" if os.geteuid() == 0 else ""
    config = folder / "icecast.xml"
    config.write_text(
        f"""<icecast>
        <limits><clients>20</clients><sources>4</sources><burst-size>65535</burst-size></limits>
        <authentication><source-password>hackme</source-password><admin-user>admin</admin-user>
        <admin-password>hackme</admin-password></authentication>
        <hostname>localhost</hostname>
        <listen-socket><port>{port}</port><bind-address>127.0.0.1</bind-address></listen-socket>
        <paths><logdir>{folder}</logdir><webroot>/usr/share/icecast2/web</webroot>
        <adminroot>/usr/share/icecast2/admin</adminroot></paths>
        <logging><accesslog>access.log</accesslog><errorlog>error.log</errorlog><loglevel>2</loglevel></logging>
        <security><chroot>0</chroot>{owner}</security></icecast>"""
    )
    for parent in [folder, *folder.parents][:-2]:
        if parent.stat().st_uid == os.geteuid():
            parent.chmod(parent.stat().st_mode | 0o011)
    return Server(["icecast2", "-c", str(config)], port, folder / "icecast.log")
