"""A machine that sleeps while a stream goes on: stopped as a whole, and woken."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.live_material import write_material
from tests.support.live_origin import CYCLE
from tests.support.live_servers import Server, free_port

pytestmark = pytest.mark.network

_LISTEN = """
import json, sys
from tests.support.live_listener import Listener
with Listener(sys.argv[1]) as listener:
    listener.wait_for_seconds(2.0)
    print("hearing", flush=True)
    listener.wait_for_seconds(float(sys.argv[2]))
    print(json.dumps(listener.pattern()))
"""


def test_after_a_sleep_the_sound_lies_where_it_was_made(tmp_path: Path) -> None:
    write_material(tmp_path, 5)
    port, asleep = free_port(), 2.5
    origin = [sys.executable, "-m", "tests.support.live_origin", str(port), str(tmp_path), str(time.time() - 20.0)]
    listen = [sys.executable, "-c", _LISTEN, f"http://127.0.0.1:{port}/radio", str(asleep + 2.0)]
    with Server(origin, port), subprocess.Popen(listen, stdout=subprocess.PIPE, text=True) as listener:
        assert listener.stdout is not None
        assert listener.stdout.readline() == "hearing\n"
        listener.send_signal(signal.SIGSTOP)
        time.sleep(asleep)  # the sleep itself
        listener.send_signal(signal.SIGCONT)
        pattern = json.loads(listener.communicate(timeout=60)[0])

    places = {(made - at) % CYCLE for at, made in enumerate(pattern) if made is not None}
    assert max(places) - min(places) <= 1
    assert len([made for made in pattern if made is not None]) >= 3
