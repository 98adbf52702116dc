"""A file for those who help: what was found and what was logged, without names, paths, addresses or what was said."""

from __future__ import annotations

import getpass
import io
import json
import platform
import re
import zipfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from streamlation_desktop.core.errors import OutputExists
from streamlation_desktop.core.files import write_atomically
from streamlation_desktop.session.checkup import Finding
from streamlation_desktop.settings.logs import LOG_FILE
from streamlation_desktop.settings.paths import AppPaths

_LOG_BYTES = 200_000
_ABOUT = """\
This file was made by "streamlation doctor --bundle" and was sent to nobody.

findings.json  what was checked on this computer, and how it went
log.txt        the end of the log

Taken out: your name and the computer's, folders and names of files, addresses, e-mail addresses, and everything in
quotation marks. Settings, history, captions and media are not in it. Read it before you pass it on.
"""
_ADDRESS = re.compile(r"\b([a-z][a-z0-9+.-]{1,20})://[^\s'\")>]+", re.IGNORECASE)
_QUOTED = re.compile(r"'[^'\n]{1,2000}'|\"[^\"\n]{1,2000}\"|«[^»\n]*»|“[^”\n]*”")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PATH = re.compile(
    r"(?<![\w<])(?:[A-Za-z]:\\|~?/)(?:[^\s:;,'\"()<>|]+[/\\])*[^\s:;,'\"()<>|]*?(\.\w{1,5})?(?=[\s:;,'\"()<>|]|$)"
)
_NUMBERS = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")


def write_bundle(path: Path, paths: AppPaths, findings: Sequence[Finding]) -> None:
    """Write the ZIP file.

    Raises:
        OutputExists: it is there already.
        StorageError: it cannot be written.
    """
    if path.exists():
        raise OutputExists(f"{path} exists", hint="Choose another name.")
    names = [name for name in (_user(), platform.node()) if len(name) > 2]
    found = json.dumps([asdict(each) | {"verdict": each.verdict.value} for each in findings], indent=1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("README.txt", _ABOUT)
        bundle.writestr("findings.json", without_private_data(found, names, keep_quotes=True))
        bundle.writestr("log.txt", without_private_data(_end_of(paths.logs / LOG_FILE), names))
    write_atomically(path, buffer.getvalue())


def without_private_data(text: str, names: Sequence[str], *, keep_quotes: bool = False) -> str:
    """`text` with marks in the place of what is nobody's business."""
    text = _ADDRESS.sub(r"<\1 address>", text)
    text = _MAIL.sub("<e-mail>", text)
    if not keep_quotes:
        text = _QUOTED.sub("<text>", text)
    text = _PATH.sub(lambda match: f"<path{match[1] or ''}>", text)
    text = _NUMBERS.sub("<address>", text)
    for name in names:
        text = re.sub(re.escape(name), "<name>", text, flags=re.IGNORECASE)
    return text


def _end_of(log: Path) -> str:
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - _LOG_BYTES))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return "there is no log\n"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user in this container
        return ""
