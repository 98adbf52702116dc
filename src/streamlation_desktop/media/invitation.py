"""``streamlation:`` links: a web page asks to open an address, so nothing in it is the user's wish yet."""

from __future__ import annotations

import ipaddress
import unicodedata
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from streamlation_desktop.core.errors import SourceForbidden
from streamlation_desktop.media.addresses import is_public
from streamlation_desktop.media.names import PUBLIC_PREFIX, is_invitation

_ACTION = "open"
_LONGEST = 2_000
_HINT = "Open the address yourself if you trust the page."


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link asks for."""

    host: str
    """In ASCII: a look-alike of another letter shows as ``xn--``."""
    address: str

    @property
    def location(self) -> str:
        """What to open: it never reaches into the user's own network, however its name is resolved."""
        return PUBLIC_PREFIX + self.address


def read_invitation(link: str) -> Invitation:
    """Read ``streamlation:open?url=https://…``.

    Raises:
        SourceForbidden: it is not such a link, or it asks for anything but a web address of the open internet.
    """
    action, _, query = link.partition(":")[2].removeprefix("//").partition("?")
    if not is_invitation(link) or action.strip("/") != _ACTION or len(link) > _LONGEST:
        raise SourceForbidden("this link cannot be understood", hint=_HINT)
    if any(unicodedata.category(letter)[0] in "CZ" for letter in link):
        raise SourceForbidden("this link has invisible letters or spaces", hint=_HINT)
    fields = parse_qsl(query, keep_blank_values=True)
    if [name for name, _ in fields] != ["url"]:
        raise SourceForbidden("this link does not name one address", hint=_HINT)
    return _checked(fields[0][1])


def _checked(address: str) -> Invitation:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port is not None else ""
    except (ValueError, UnicodeError) as exc:
        raise SourceForbidden("this link names no valid address", hint=_HINT) from exc
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.password:
        raise SourceForbidden("links may only open web addresses without a password", hint=_HINT)
    if any(unicodedata.category(letter)[0] in "CZ" for letter in address) or "\\" in address:
        raise SourceForbidden("this link has invisible letters or spaces", hint=_HINT)
    if not _may_be_public(host):
        raise SourceForbidden(f"this link leads into your own network ({host})", hint=_HINT)
    authority = f"[{host}]{port}" if ":" in host else f"{host}{port}"
    return Invitation(host, urlunsplit((parts.scheme, authority, parts.path, parts.query, "")))


def _may_be_public(host: str) -> bool:
    """False for what is private whatever a name server says; the rest is checked when it is connected."""
    try:
        return is_public(str(ipaddress.ip_address(host)))
    except ValueError:
        return "." in host.strip(".") and not host.rstrip(".").endswith((".local", ".localhost", ".internal", ".lan"))
