"""A file for those who help: what was found and what was logged, without names, paths, addresses or what was said."""

from __future__ import annotations

import getpass
import io
import json
import os
import platform
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import Any

from streamlation_desktop import __version__
from streamlation_desktop.core.errors import OutputExists
from streamlation_desktop.core.files import write_atomically
from streamlation_desktop.session.checkup import Finding
from streamlation_desktop.settings.logs import LOG_FILE
from streamlation_desktop.settings.paths import AppPaths
from streamlation_desktop.settings.store import load_settings
from streamlation_desktop.storage.recent import RecentEvent

_LOG_BYTES = 200_000
_LIBRARIES = (
    "av",
    "ctranslate2",
    "faster-whisper",
    "onnxruntime",
    "piper-tts",
    "pyatv",
    "PyChromecast",
    "PySide6-Essentials",
)
_WORDS = frozenset(
    [
        "auto",
        "cpu",
        "cuda",
        "fast",
        "balanced",
        "accurate",
        "srt",
        "vtt",
        "ass",
        "ttml",
        "txt",
        "json",
        "bottom",
        "top",
        "light",
        "dark",
        "en",
        "es",
        "de",
        "ar",
        "fr",
        "it",
        "pt",
        "zh",
        "ja",
        "ko",
        "ru",
        "nl",
        "pl",
        "tr",
        "hi",
        "uk",
        "int8",
        "int8_float16",
        "int8_float32",
        "int8_bfloat16",
        "float16",
        "bfloat16",
        "float32",
    ]
)
"""Values that settings may have and that name nobody."""
_ABOUT = """\
This file was made by "streamlation doctor --bundle" and was sent to nobody.

findings.json  what was checked on this computer, and how it went: engines, models, devices, disk
versions.json  the program, the system, and the libraries that matter
settings.json  settings that differ from the usual ones; of free text only that it is there
events.json    what the last sessions did and when, without a word of what was said
log.txt        the end of the log

Taken out: your name and the computer's, folders and names of files, addresses, e-mail addresses, and everything in
quotation marks. Captions and media are not in it. Read it before you pass it on: "streamlation doctor --bundle -"
shows the same on the screen.
"""
_ADDRESS = re.compile(r"\b([a-z][a-z0-9+.-]{1,20})://[^\s'\")>]+", re.IGNORECASE)
_QUOTED = re.compile(r"'[^'\n]{1,2000}'|\"[^\"\n]{1,2000}\"|«[^»\n]*»|“[^”\n]*”")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PATH = re.compile(
    r"(?<![\w<])(?:[A-Za-z]:\\|~?/)(?:[^\s:;,'\"()<>|]+[/\\])*[^\s:;,'\"()<>|]*?(\.\w{1,5})?(?=[\s:;,'\"()<>|]|$)"
)
_NUMBERS = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")


def bundle_texts(paths: AppPaths, findings: Sequence[Finding], events: Sequence[RecentEvent]) -> dict[str, str]:
    """Everything that is handed over, by the name of its file; a person can read it all."""
    names = [name for name in (_user(), platform.node()) if len(name) > 2]
    found = [asdict(each) | {"verdict": each.verdict.value} for each in findings]

    def told(value: object) -> str:
        return without_private_data(json.dumps(value, indent=1, ensure_ascii=False), names, keep_quotes=True) + "\n"

    return {
        "README.txt": _ABOUT,
        "findings.json": told(found),
        "versions.json": told(_versions()),
        "settings.json": told(_settings(paths)),
        "events.json": told([asdict(event) for event in events]),
        "log.txt": without_private_data(_end_of(paths.logs / LOG_FILE), names),
    }


def write_bundle(path: Path, texts: Mapping[str, str]) -> None:
    """Write the ZIP file.

    Raises:
        OutputExists: it is there already.
        StorageError: it cannot be written.
    """
    if path.exists():
        raise OutputExists(f"{path} exists", hint="Choose another name.")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, text in texts.items():
            bundle.writestr(name, text)
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


def _versions() -> dict[str, str]:
    known = {"streamlation": __version__, "python": platform.python_version(), "system": platform.platform()}
    for name in _LIBRARIES:
        try:
            known[name] = metadata.version(name)
        except metadata.PackageNotFoundError:  # a package brings the metadata of a few only
            known[name] = "not told"
    return known


def _settings(paths: AppPaths) -> dict[str, dict[str, Any]]:
    """What the user changed. Free text and paths could name anything, so only that there is something is told."""
    changed = load_settings(paths.settings_file, os.environ).settings.model_dump(mode="json", exclude_defaults=True)
    return {
        section: {name: value if _is_harmless(value) else "<set>" for name, value in values.items()}
        for section, values in changed.items()
    }


def _is_harmless(value: object) -> bool:
    """True for numbers, switches and short words such as languages and formats."""
    if isinstance(value, list):
        return all(map(_is_harmless, value))
    return isinstance(value, (bool, int, float)) or (isinstance(value, str) and value in _WORDS)


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
