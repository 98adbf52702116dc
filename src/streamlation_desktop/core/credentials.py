"""Takes passwords and tokens out of addresses: before they are shown, logged or stored."""

from __future__ import annotations

import re

_USER = re.compile(r"(?<=://)[^/?#\s\"]*@")
_SECRET = re.compile(
    r"(?<=[?&])([^=&#\s\"]*(?:token|signature|passw|passphrase|secret|api_?key|auth|credential)[^=&#\s\"]*"
    r"|sig|key|pwd|pass|jwt)=[^&#\s\"]*",
    re.IGNORECASE,
)


def strip_credentials(text: str) -> str:
    """`text` with user names, passwords and access tokens taken out of its addresses."""
    return _SECRET.sub(r"\1=…", _USER.sub("", text))
