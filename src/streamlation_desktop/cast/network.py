"""Which address of this machine reaches a device."""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress

import ifaddr

from streamlation_desktop.core.errors import NoNetwork

_ANY_PORT = 9
"""Connecting a UDP socket sends nothing: it only asks the system for a route."""
_ANYWHERE = "192.0.2.1"
"""Of the documentation: only ever routed by the default route."""
_TUNNELS = (
    *("tun", "tap", "utun", "wg", "ppp", "ipsec", "tailscale", "zt", "nordlynx", "proton"),
    *("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vEthernet", "TAP-", "WireGuard"),
)
"""Beginnings of the names of interfaces that lead to no home: VPNs, containers, virtual machines."""


def address_towards(peer: str) -> str:
    """The address that the system would use to reach `peer`: right with VPNs, bridges and several cards.

    Raises:
        NoNetwork: there is no route.
    """
    family = socket.AF_INET6 if ":" in peer else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((peer, _ANY_PORT))
            address = str(probe.getsockname()[0])
        except OSError as exc:
            raise NoNetwork(
                f"no network interface reaches {peer} ({exc.strerror})",
                hint="Connect to the network that the device is in.",
            ) from exc
    if ipaddress.ip_address(address.partition("%")[0]).is_unspecified:
        raise NoNetwork(f"no network interface reaches {peer}", hint="Connect to the network that the device is in.")
    return address


def network_address() -> str:
    """The address at which phones and televisions of the home reach this machine.

    Where a VPN has the default route, that is the private network beside it; where there is nothing else, the VPN.

    Raises:
        NoNetwork: there is no network but this machine.
    """
    with suppress(NoNetwork):
        routed = address_towards(_ANYWHERE)
        names = {address: name for name, address in _private_addresses()}
        others = [address for address, name in names.items() if not name.startswith(_TUNNELS)]
        if not ipaddress.ip_address(routed).is_loopback:
            return others[0] if names.get(routed, "").startswith(_TUNNELS) and others else routed
    for name, address in _private_addresses():  # a network without a way out of it
        if not name.startswith(_TUNNELS):
            return address
    raise NoNetwork("this machine is in no network", hint="Connect to a network, or give the address with --host.")


def _private_addresses() -> list[tuple[str, str]]:
    """Name and IPv4 address of each interface in a private network."""
    found = [(adapter.nice_name, each.ip) for adapter in ifaddr.get_adapters() for each in adapter.ips]
    return [(name, ip) for name, ip in found if isinstance(ip, str) and _is_private(ip)]


def _is_private(ip: str) -> bool:
    address = ipaddress.ip_address(ip)
    return address.is_private and not address.is_loopback and not address.is_link_local


def is_address(text: str) -> bool:
    """True for an IPv4 or IPv6 address."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
