"""The announcement of a release, signed: ``python3 dev.py release key FILE`` and ``… release sign …``.

``key FILE`` makes a private key, locked with a passphrase, and prints the public one for ``resources/updates.toml``.
``sign --key FILE --base https://… FILES`` writes ``dist/release.json`` for the packages FILES, which will be found
below that address. How keys are kept and changed is in ``docs/packaging.md``.
"""

from __future__ import annotations

import argparse
import base64
import getpass
import hashlib
import json
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from streamlation_desktop import __version__
from streamlation_desktop.core.errors import UpdateRefused
from streamlation_desktop.updates.manifest import read_release, version_numbers

ROOT = Path(__file__).parents[1]
OUTPUT = ROOT / "dist" / "release.json"
_PLATFORMS = {".deb": "linux-deb", ".AppImage": "linux-appimage", ".exe": "windows", ".dmg": "macos"}
_FEWEST_CHARACTERS = 12


def main(arguments: list[str]) -> int:
    """Do it; what is refused is said in one line."""
    parser = argparse.ArgumentParser(prog="dev.py release", description=__doc__.partition("\n")[0])
    verbs = parser.add_subparsers(dest="verb", required=True)
    key = verbs.add_parser("key", help="make a private key")
    key.add_argument("file", type=Path)
    sign = verbs.add_parser("sign", help="write and sign the announcement")
    sign.add_argument("--key", type=Path, required=True)
    sign.add_argument("--base", required=True, help="https address below which the packages will be")
    sign.add_argument("--days", type=int, default=90, help="how long it is vouched for (default: 90)")
    sign.add_argument("--notes", type=Path, help="plain text, 2,000 characters")
    sign.add_argument("--output", type=Path, default=OUTPUT, help="an older one there must not be newer")
    sign.add_argument("packages", type=Path, nargs="+")
    options = parser.parse_args(arguments)
    try:
        if options.verb == "key":
            print("public key:", make_key(options.file, _new_passphrase()))
        else:
            _sign(options)
    except (OSError, ValueError, UpdateRefused) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def make_key(path: Path, passphrase: str) -> str:
    """Write a new private key, which only its owner may read; returns the public one.

    Raises:
        FileExistsError: there is one already: it would be lost.
    """
    key = Ed25519PrivateKey.generate()
    locked = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode()))
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(locked)
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def announcement(packages: list[Path], base: str, notes: str, days: int) -> dict[str, Any]:
    """What is said of this version.

    Raises:
        ValueError: a file is no package that is known.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    return {
        "schema_version": 1,
        "version": ".".join(map(str, version_numbers(__version__))),
        "released": now.isoformat(),
        "expires": (now + timedelta(days=days)).isoformat(),
        "notes": notes,
        "downloads": [_download(path, base) for path in packages],
    }


def signed(fields: dict[str, Any], key: Ed25519PrivateKey, before: bytes | None) -> bytes:
    """The file to publish, read back as the program would read it.

    Raises:
        UpdateRefused: the program would not believe it.
        ValueError: what was published before is newer.
    """
    text = json.dumps(fields, ensure_ascii=False)
    data = json.dumps({"signed": text, "signature": base64.b64encode(key.sign(text.encode())).decode()}).encode()
    public = key.public_key().public_bytes_raw()
    release = read_release(data, [public], datetime.now(UTC))
    if before is not None:
        published = json.loads(json.loads(before)["signed"])["version"]
        if version_numbers(published) > release.numbers:
            raise ValueError(f"{published} is announced already: {release.version} would be a step back")
    return data


def _download(path: Path, base: str) -> dict[str, Any]:
    if path.suffix not in _PLATFORMS:
        raise ValueError(f"{path.name} is none of {', '.join(_PLATFORMS)}")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    url = f"{base.rstrip('/')}/{path.name}"
    return {"platform": _PLATFORMS[path.suffix], "url": url, "size": path.stat().st_size, "sha256": digest}


def _sign(options: argparse.Namespace) -> None:
    locked = options.key.read_bytes()
    if b"BEGIN ENCRYPTED PRIVATE KEY" not in locked:
        raise ValueError(f"{options.key} is no private key that is locked with a passphrase")
    key = load_pem_private_key(locked, getpass.getpass("passphrase: ").encode())
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{options.key} is no Ed25519 key")
    notes = options.notes.read_text(encoding="utf-8") if options.notes else ""
    fields = announcement(options.packages, options.base, notes, options.days)
    before = options.output.read_bytes() if options.output.exists() else None
    options.output.write_bytes(signed(fields, key, before))
    print(f"{options.output}: version {fields['version']}, until {fields['expires']}")


def _new_passphrase() -> str:
    passphrase = getpass.getpass("new passphrase: ")
    if len(passphrase) < _FEWEST_CHARACTERS:
        raise ValueError(f"a passphrase has at least {_FEWEST_CHARACTERS} characters")
    if getpass.getpass("again: ") != passphrase:
        raise ValueError("these are not the same")
    return passphrase


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
