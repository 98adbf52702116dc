"""Which address of this machine reaches a device."""

from __future__ import annotations

import ipaddress
import socket

from streamlation_desktop.core.errors import NoNetwork

_ANY_PORT = 9
"""Connecting a UDP socket sends nothing: it only asks the system for a route."""


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
    """The address at which others in the network reach this machine.

    Raises:
        NoNetwork: there is no network but this machine.
    """
    for peer in ("192.0.2.1", "224.0.0.251"):  # documentation address: only ever routed by the default route
        try:
            address = address_towards(peer)
        except NoNetwork:
            continue
        if not ipaddress.ip_address(address).is_loopback:
            return address
    raise NoNetwork("this machine is in no network", hint="Connect to a network, or give the address with --host.")


def is_address(text: str) -> bool:
    """True for an IPv4 or IPv6 address."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
