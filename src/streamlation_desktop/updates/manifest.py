"""What a release says of itself, and whether to believe it.

The file is a JSON object of two texts: ``signed``, the manifest as JSON, and ``signature``, base64 of the Ed25519
signature of its UTF-8 bytes. Only what the signature covers is ever parsed.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from streamlation_desktop.core.errors import UpdateRefused

MAX_BYTES = 64 * 1024
_HINT = "Nothing was changed. Look at the project's own page for news."


class Download(BaseModel):
    """An installer."""

    model_config = ConfigDict(frozen=True)

    platform: Literal["linux-deb", "linux-appimage", "windows", "macos"]
    url: Annotated[str, Field(pattern=r"^https://[!-~]+$", max_length=500)]
    size: Annotated[int, Field(gt=0, lt=2**33)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Release(BaseModel):
    """The newest version."""

    model_config = ConfigDict(frozen=True)

    schema_version: Literal[1]
    version: Annotated[str, Field(pattern=r"^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$")]
    released: AwareDatetime
    expires: AwareDatetime
    """After this day nobody vouches for it: someone may be holding back a newer one."""
    notes: Annotated[str, Field(max_length=2000)] = ""
    """Plain text."""
    downloads: Annotated[tuple[Download, ...], Field(max_length=8)] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The version, to compare."""
        return version_numbers(self.version)


def version_numbers(version: str) -> tuple[int, ...]:
    """A version to compare; a local build such as ``1.2.0.dev3`` counts as ``1.2.0``."""
    return tuple(int(part) for part in version.split(".")[:3] if part.isdecimal() and part.isascii())


def read_release(data: bytes, keys: Sequence[bytes], now: datetime) -> Release:
    """Believe a manifest that one of `keys` (32 bytes each) signed and that has not expired.

    Raises:
        UpdateRefused: anything else.
    """
    signed = _verified(data, keys)
    try:
        release = Release.model_validate_json(signed)
    except ValidationError as exc:
        raise UpdateRefused("the release's manifest is not understood", hint="A newer format, perhaps.") from exc
    if release.expires <= now:
        raise UpdateRefused(f"the release's manifest expired on {release.expires:%Y-%m-%d}", hint=_HINT)
    return release


def _verified(data: bytes, keys: Sequence[bytes]) -> str:
    if len(data) > MAX_BYTES:
        raise UpdateRefused("the release's manifest is too large", hint=_HINT)
    try:
        envelope = json.loads(data)
        signed, signature = envelope["signed"], base64.b64decode(envelope["signature"], validate=True)
        message = signed.encode()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as exc:
        raise UpdateRefused("what the update server sent is no manifest", hint=_HINT) from exc
    for key in keys:
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        except InvalidSignature:
            continue
        return str(signed)
    raise UpdateRefused("the release's manifest is not signed by the developers", hint=_HINT)
