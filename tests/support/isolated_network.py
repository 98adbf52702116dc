"""Run inside a network namespace: a phone behind a router that lets it through, or does not; prints what came of it.

python -m tests.support.isolated_network, in `unshare --net --mount --pid`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from typing import Any

from streamlation_desktop.cast.captions import CaptionFeed
from streamlation_desktop.cast.delivery import CastMedia
from streamlation_desktop.cast.player import LoadRequest, PlayerReport, Report
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.casting import CastDevice, CastState, DeviceKind
from streamlation_desktop.core.events import CastChanged, Envelope, EventBus
from streamlation_desktop.media.delivery.facts import inspect
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.storage.database import Database
from streamlation_desktop.web.casting import build_casting
from tests.support.commands import SAMPLE

SETUP = """
set -e
mount -t tmpfs none /run
ip netns add router; ip netns add away
ip link set lo up
ip link add lan0 type veth peer name r0 netns router
ip -n router link add r1 type veth peer name p0 netns away
ip addr add 192.168.1.5/24 dev lan0; ip link set lan0 up
ip -n router addr add 192.168.1.1/24 dev r0; ip -n router link set r0 up
ip -n router addr add 192.168.77.1/24 dev r1; ip -n router link set r1 up
ip -n away addr add 192.168.77.3/24 dev p0; ip -n away link set p0 up; ip -n away link set lo up
ip -n away route add default via 192.168.77.1
ip route replace default via 192.168.1.1
"""
_FETCH = "import sys, urllib.request; sys.stdout.write(str(urllib.request.urlopen(sys.argv[1], timeout=2).status))"
_AWAY = "192.168.77.3"


def let_through(allowed: bool) -> None:
    """What the router does."""
    command = f"echo {int(allowed)} > /proc/sys/net/ipv4/ip_forward"
    subprocess.run(["ip", "netns", "exec", "router", "sh", "-c", command], check=True)


def fetch(url: str) -> str:
    """As the phone does: the status, or empty."""
    command = ["ip", "netns", "exec", "away", sys.executable, "-c", _FETCH, url]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


class Television:
    """Takes LOAD and begins to fetch, from its own network; what it cannot have it does not tell anybody."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def connect(self) -> None:
        """Its control connection stands."""

    def load(self, request: LoadRequest) -> None:
        self._report(PlayerReport(CastState.BUFFERING))
        threading.Thread(target=self._fetch, args=(request.base_url + request.delivery.path,), daemon=True).start()

    def _fetch(self, url: str) -> None:
        if fetch(url):
            self._report(PlayerReport(CastState.PLAYING))

    def close(self, *, stop: bool) -> None:
        """It goes on with what it did before."""

    def poll(self) -> None:
        """It has nothing new to tell."""


def cast() -> dict[str, Any]:
    """How casting to it goes: what was told first that is no mere beginning, and after how long."""
    done, told = threading.Event(), dict[str, Any]()
    events = EventBus()
    begun = time.monotonic()

    def note(envelope: Envelope) -> None:
        event = envelope.event
        if isinstance(event, CastChanged) and not told and (event.error or event.status.state is CastState.PLAYING):
            told.update(state=event.status.state.value, seconds=time.monotonic() - begun)
            told.update(message=event.error.message, hint=event.error.hint) if event.error else None
            done.set()

    events.subscribe(note)
    paths = app_paths()
    paths.ensure()
    captions = CaptionFeed(())
    captions.finish()
    device = CastDevice("chromecast:away", "Bedroom", DeviceKind.CHROMECAST, _AWAY, 8009)
    with Database(paths.database) as database, build_casting(paths, database, events) as casting:
        casting.controller.players = {DeviceKind.CHROMECAST: lambda known, report: Television(report)}  # type: ignore[dict-item, return-value]
        casting.controller.start(device, CastMedia(inspect(str(SAMPLE), CancelToken()), captions, "Talk"))
        done.wait(20)
    return told


def page() -> dict[str, Any]:
    """Whether the phone gets the page, and what is said to somebody whose phone does not."""
    paths = app_paths()
    paths.ensure()
    with Database(paths.database) as database, build_casting(paths, database, EventBus()) as casting:
        link = casting.companion.open("Talk")
        return {"status": fetch(link.url), "url": link.url, "advice": link.advice}


def main() -> None:
    result: dict[str, Any] = {}
    for name, allowed in (("routed", True), ("kept apart", False)):
        let_through(allowed)
        result[name] = {"page": page(), "cast": cast()}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
