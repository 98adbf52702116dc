"""Manifests of releases, signed by keys of our own."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

NOW = datetime.now(UTC)


def release_fields(version: str = "1.2.3", **changes: Any) -> dict[str, Any]:
    """A release as JSON has it."""
    download = {"platform": "linux-deb", "url": "https://example.org/a.deb", "size": 170_000_000, "sha256": "0" * 64}
    fields = {
        "schema_version": 1,
        "version": version,
        "released": NOW.isoformat(),
        "expires": (NOW + timedelta(days=30)).isoformat(),
        "notes": "Better captions.",
        "downloads": [download],
    }
    return fields | changes


def signed_release(key: Ed25519PrivateKey, fields: dict[str, Any] | str) -> bytes:
    """The file that a server would send."""
    text = fields if isinstance(fields, str) else json.dumps(fields)
    return json.dumps({"signed": text, "signature": base64.b64encode(key.sign(text.encode())).decode()}).encode()
