"""No way of writing a private address lets a source from the internet reach it, after a redirect or a new answer."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceForbidden, SourceNotFound
from streamlation_desktop.media.addresses import AddressPolicy, Endpoint, is_public, resolve

PRIVATE = (
    *("127.0.0.1", "127.1.2.3", "127.255.255.254", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.254"),
    *("192.168.0.1", "192.168.255.1", "169.254.169.254", "169.254.0.1", "100.64.0.1", "100.127.255.254", "0.0.0.0"),
    *(
        "0.1.2.3",
        "192.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.251",
        "239.255.255.250",
    ),
    *("240.0.0.1", "255.255.255.255"),
)
PRIVATE_6 = ("::", "::1", "fe80::1", "fe80::1%1", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1", "fec0::1")


def forms(text: str) -> Iterator[str]:
    """One IPv4 address as it may be written in a URL, or come in an answer."""
    address = ipaddress.IPv4Address(text)
    number, parts = int(address), text.split(".")
    yield text
    yield str(number)
    yield hex(number)
    yield ".".join(f"0{int(part):o}" for part in parts)
    yield f"{parts[0]}.{number & 0xFFFFFF}"
    yield f"::ffff:{text}"
    yield f"::{text}"
    yield str(ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) | number))
    yield str(ipaddress.IPv6Address(int(ipaddress.IPv6Address("2002::")) | number << 80))


def hosts() -> list[str]:
    return [*PRIVATE_6, *(form for text in PRIVATE for form in forms(text))]


def test_more_than_two_hundred_private_addresses_are_refused() -> None:
    policy, token, reached = AddressPolicy(), CancelToken(), list[str]()
    for host in hosts():
        try:
            policy.endpoints(host, 80, token, 5.0)
        except (SourceForbidden, SourceNotFound):  # a form that this system does not take for an address
            continue
        reached.append(host)
    assert len(hosts()) > 200
    assert reached == []


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST", "localhost.", "ip6-localhost", socket.gethostname()])
def test_names_of_this_machine_are_refused(name: str) -> None:
    with pytest.raises((SourceForbidden, SourceNotFound)):
        AddressPolicy().endpoints(name, 80, CancelToken(), 5.0)


def test_typed_private_server_allows_no_other_port_and_no_other_address() -> None:
    policy, token = AddressPolicy(resolve), CancelToken()
    policy.allow_typed("127.0.0.1", 8000, token, 5.0)
    assert policy.endpoints("127.0.0.1", 8000, token, 5.0) == [Endpoint("127.0.0.1", 8000)]
    for host, port in (("127.0.0.1", 8001), ("127.0.0.2", 8000), ("::1", 8000)):
        with pytest.raises(SourceForbidden):
            policy.endpoints(host, port, token, 5.0)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "64:ff9b::808:808", "2002:808:808::1"])
def test_addresses_of_the_internet_stay_allowed(address: str) -> None:
    assert is_public(address)
