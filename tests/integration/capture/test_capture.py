"""The microphone and the computer's own sound, from a real PulseAudio of our own."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.capture.portaudio import PortAudioBackend
from streamlation_desktop.capture.pulse import PulseBackend
from streamlation_desktop.capture.source import CaptureSource, capture_backend, list_capture_devices
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, SourceNotFound
from streamlation_desktop.core.events import Event, StreamInterrupted, StreamResumed
from streamlation_desktop.core.types import SAMPLE_RATE
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.ring.folder import RingFolder
from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.ring.recorder import RingRecorder
from streamlation_desktop.media.source import probe_source
from tests.support.sound_server import SoundServer, needs_pulseaudio

TONE = (0.4 * np.sin(2 * np.pi * 800 * np.arange(16_000) / 16_000)).astype(np.float32)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    server = SoundServer(tmp_path / "sound")
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    server.start()
    yield server
    server.kill()


class Hearing:
    """A capture that is being heard."""

    def __init__(self, location: str, ring: Path | None = None) -> None:
        self.events: list[Event] = []
        self.changed = threading.Condition()
        self.token = CancelToken()
        self.loud = 0
        """Pieces of sound in which the tone was heard."""
        options = SourceOptions(ring=RingLimits(ring) if ring else None, notify=self._told)
        self.source = CaptureSource(location, self.token, options)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def __enter__(self) -> Hearing:
        return self

    def __exit__(self, *_: object) -> None:
        self.token.cancel()
        self.source.close()
        self._thread.join(10)
        assert not self._thread.is_alive()

    def wait_for(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 30
        with self.changed:
            while not condition():
                assert time.monotonic() < deadline, (self.loud, self.events)
                self.changed.wait(0.2)

    def _told(self, event: Event) -> None:
        with self.changed:
            self.events.append(event)
            self.changed.notify_all()

    def _run(self) -> None:
        try:
            for chunk in self.source.audio():
                spectrum = np.abs(np.fft.rfft(chunk.samples))
                loud = np.abs(chunk.samples).max() > 0.1
                pitch = spectrum.argmax() * SAMPLE_RATE / len(chunk.samples)
                with self.changed:
                    self.loud += bool(loud and abs(pitch - 800) <= 20)  # torn sound wanders a little
                    self.changed.notify_all()
        except Cancelled:
            return


@needs_pulseaudio
def test_the_devices_are_listed_with_their_names(server: SoundServer) -> None:
    found = {device.location: device.is_default for device in list_capture_devices()}

    assert found["system:Monitor of Speakers"]
    assert "mic:Headset" in found
    assert isinstance(capture_backend(), PulseBackend)


@needs_pulseaudio
@pytest.mark.parametrize("location", ["system:", "mic:headset"])
def test_what_the_computer_plays_is_heard(server: SoundServer, location: str) -> None:
    server.play(TONE)
    with Hearing(location) as hearing:
        hearing.wait_for(lambda: hearing.loud >= 3)

        assert hearing.source.info.is_live
        assert hearing.source.counters.reconnects == 0


@needs_pulseaudio
def test_a_device_that_is_unplugged_is_waited_for(server: SoundServer) -> None:
    server.play(TONE)
    with Hearing("system:Monitor of Speakers") as hearing:
        hearing.wait_for(lambda: hearing.loud >= 1)
        server.unplug()
        hearing.wait_for(lambda: any(isinstance(event, StreamInterrupted) for event in hearing.events))
        server.plug_in()
        server.play(TONE)
        hearing.wait_for(lambda: any(isinstance(event, StreamResumed) for event in hearing.events))
        heard = hearing.loud
        hearing.wait_for(lambda: hearing.loud >= heard + 2)

        [back] = [event for event in hearing.events if isinstance(event, StreamResumed)]
        assert back.gap > 0


@needs_pulseaudio
def test_a_sound_server_that_crashed_is_waited_for(server: SoundServer) -> None:
    with Hearing("system:") as hearing:
        server.kill()
        hearing.wait_for(lambda: any(isinstance(event, StreamInterrupted) for event in hearing.events))
        server.start()
        server.play(TONE)
        hearing.wait_for(lambda: hearing.loud >= 2)


@needs_pulseaudio
def test_a_device_that_is_not_there_is_told_with_those_that_are(server: SoundServer) -> None:
    with pytest.raises(SourceNotFound, match="Tischmikrofon") as failure:
        CaptureSource("mic:Tischmikrofon", CancelToken(), SourceOptions())

    assert "Headset" in failure.value.hint


@needs_pulseaudio
def test_captured_sound_can_be_recorded(server: SoundServer, tmp_path: Path) -> None:
    server.play(TONE)
    with RingFolder(tmp_path / "rings") as ring:
        with Hearing("system:", ring.path) as hearing:
            hearing.wait_for(lambda: hearing.loud >= 20)
        recorder = RingRecorder(ring.path, tmp_path / "sound.mkv", CancelToken())
        recorder.run()

    info = probe_source(str(recorder.files[0]), CancelToken())
    assert info.audio[0].codec == "aac"
    assert recorder.seconds >= 1.5


def test_a_broken_sound_system_costs_a_child_process_and_not_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALSA_CONFIG_PATH", "/nonexistent/alsa.conf")

    assert PortAudioBackend().devices() == []


def test_without_any_device_the_hint_says_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceNotFound) as failure:
        CaptureSource("system:", CancelToken(), SourceOptions(), PortAudioBackend())

    assert "PulseAudio or PipeWire" in failure.value.hint


@needs_pulseaudio
def test_the_command_line_lists_them(server: SoundServer) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "streamlation_desktop", "devices", "--sound"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=60,
        check=True,
    )

    assert "* system:Monitor of Speakers" in done.stdout


@needs_pulseaudio
@pytest.mark.skipif(
    not list(Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so")), reason="needs libasound2-plugins"
)
def test_portaudio_hears_its_default_input(
    server: SoundServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a child: PortAudio and ALSA keep what they read first for the life of a process."""
    config = tmp_path / "asound.conf"
    config.write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(config))
    server.play(TONE)
    script = (
        "import numpy as np\n"
        "from streamlation_desktop.capture.portaudio import PortAudioBackend\n"
        "from streamlation_desktop.capture.source import CaptureSource\n"
        "from streamlation_desktop.core.cancel import CancelToken\n"
        "from streamlation_desktop.media.options import SourceOptions\n"
        "if __name__ == '__main__':\n"
        "    source = CaptureSource('mic:', CancelToken(), SourceOptions(), PortAudioBackend())\n"
        "    for chunk in source.audio():\n"
        "        if np.abs(chunk.samples).max() > 0.1:\n"
        "            print(int(np.abs(np.fft.rfft(chunk.samples)).argmax() * 16_000 // len(chunk.samples)))\n"
        "            break\n"
        "    source.close()\n"
    )
    program = tmp_path / "hear.py"
    program.write_text(script)

    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, timeout=60, check=True)

    assert int(done.stdout) == pytest.approx(800, abs=20)
