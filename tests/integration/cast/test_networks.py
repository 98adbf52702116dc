"""Which address a device is given, in network namespaces with the interfaces of real homes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.isolated_network import SETUP

pytestmark = pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which("unshare") or not shutil.which("ip", path=f"{os.environ['PATH']}:/usr/sbin"),
    reason="a network namespace needs root, util-linux and iproute2",
)


def _wire(name: str, address: str) -> str:
    """An interface with a cable: the other end is there, and silent."""
    made = f"ip link add {name} type veth peer name {name}p; ip addr add {address} dev {name}"
    return f"{made}; ip link set {name}p up; ip link set {name} up"


ROOT = Path(__file__).parents[3]
LAN = _wire("lan0", "192.168.1.5/24")
GUEST = _wire("wifi0", "192.168.50.7/24")
DOCKER = _wire("docker0", "172.17.0.1/16")
VPN = (
    "ip tuntap add dev tun0 mode tun; ip addr add 10.8.0.2/24 dev tun0; ip link set tun0 up;"
    " ip route add default dev tun0"
)
ROUTER = "ip route add default via 192.168.1.1"

_SCRIPT = """
import json, sys
from streamlation_desktop.cast.network import address_towards, network_address
from streamlation_desktop.core.errors import NoNetwork
from streamlation_desktop.web.server import LocalServer

def told(work):
    try:
        return work()
    except NoNetwork as error:
        return {"error": str(error), "hint": error.hint}

peers = sys.argv[1:]
with LocalServer() as server:
    urls = [told(lambda peer=peer: server.media_url(peer)) for peer in peers]
print(json.dumps({"addresses": [told(lambda peer=peer: address_towards(peer)) for peer in peers], "urls": urls,
                  "own": told(network_address)}))
"""


def in_network(setup: str, *peers: str) -> dict[str, Any]:
    """What our code says in a network made by `setup`."""
    command = f'ip link set lo up; {setup}; exec {sys.executable} -c "$0" "$@"'
    done = subprocess.run(
        ["unshare", "--net", "sh", "-c", command, _SCRIPT, *peers],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"},
    )
    if "Operation not permitted" in done.stderr or "not supported" in done.stderr or "Unknown device" in done.stderr:
        pytest.skip(f"no interfaces can be made here: {done.stderr.strip()[:100]}")
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_each_device_gets_the_address_of_its_own_network_whatever_vpn_is_on() -> None:
    told = in_network(f"{LAN}; {GUEST}; {DOCKER}; {VPN}", "192.168.1.20", "192.168.50.20", "172.17.0.9")

    assert told["addresses"] == ["192.168.1.5", "192.168.50.7", "172.17.0.1"]
    assert [str(url).rpartition(":")[0] for url in told["urls"]] == [
        "http://192.168.1.5",
        "http://192.168.50.7",
        "http://172.17.0.1",
    ]


def test_device_in_another_subnet_is_reached_through_the_router() -> None:
    told = in_network(f"{LAN}; {GUEST}; {ROUTER}", "192.168.77.3")

    assert told["addresses"] == ["192.168.1.5"]
    assert told["own"] == "192.168.1.5"


def test_machine_without_a_network_is_told_what_to_do() -> None:
    told = in_network("true", "192.168.1.20")

    [error] = told["addresses"]
    assert "no network interface reaches 192.168.1.20" in error["error"]
    assert error["hint"] == "Connect to the network that the device is in."
    assert told["urls"] == [error]
    assert "no network" in told["own"]["error"]


def test_link_for_phones_names_the_home_not_the_vpn() -> None:
    """Where a VPN has the default route, phones are in the private network beside it."""
    told = in_network(f"{DOCKER}; {LAN}; {VPN}")

    assert told["own"] == "192.168.1.5"


def test_link_for_phones_names_what_there_is_where_there_is_only_a_vpn() -> None:
    assert in_network(VPN)["own"] == "10.8.0.2"


def test_phone_and_television_behind_a_router_are_served_or_it_is_told_what_keeps_them_apart(tmp_path: Path) -> None:
    setup = f"{SETUP}\nexec {sys.executable} -m tests.support.isolated_network"
    done = subprocess.run(
        ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", setup],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin", "STREAMLATION_HOME": str(tmp_path)},
    )
    if "Operation not permitted" in done.stderr or "not supported" in done.stderr:
        pytest.skip(f"no networks can be made here: {done.stderr.strip()[:100]}")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    routed, apart = told["routed"], told["kept apart"]

    assert routed["page"]["url"].startswith("http://192.168.1.5:")
    assert (routed["page"]["status"], routed["cast"]["state"]) == ("200", "playing")
    assert apart["page"]["status"] == ""
    port = apart["page"]["url"].split(":")[2].partition("/")[0]
    assert f"TCP port {port}" in apart["page"]["advice"]
    assert "guest networks" in apart["page"]["advice"]
    assert "has fetched nothing from this computer" in apart["cast"]["message"]
    assert "firewall" in apart["cast"]["hint"]
    assert 6.0 <= apart["cast"]["seconds"] < 15.0
