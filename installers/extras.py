"""Writes the list of optional parts, with the checksums of ``uv.lock``: ``python -m installers.extras``.

The sources name no address; a package that is built gets those of the lock, so that ``streamlation extras install``
finds them without being told.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LIST = ROOT / "resources" / "extras.json"

PARTS: dict[str, dict[str, Any]] = {
    "cuda": {
        "packages": ("nvidia-cublas-cu12",),
        "purpose": "recognition and translation on an NVIDIA card (its driver has to be there)",
        "licence": "NVIDIA CUDA Toolkit EULA",
        "is_restricted": True,
    },
    "pages": {
        "packages": ("yt-dlp",),
        "module": "yt_dlp",
        "purpose": "finds the video in a web page",
        "licence": "Unlicense",
    },
    "sherpa": {
        "packages": ("sherpa-onnx", "sherpa-onnx-core"),
        "module": "sherpa_onnx",
        "purpose": "more recognizers, speakers told apart, voice and music separated",
        "licence": "Apache-2.0",
    },
}
_WHEEL = re.compile(r"^[^-]+-(?P<version>[^-]+)-(?P<python>[^-]+)-[^-]+-(?P<platform>[^-]+)\.whl$")
_PLATFORMS = (
    (re.compile(r"^any$"), "any", "any"),
    (re.compile(r"manylinux.*_x86_64$"), "linux", "x86_64"),
    (re.compile(r"^win_amd64$"), "win32", "x86_64"),
    (re.compile(r"^macosx_.*_arm64$"), "darwin", "arm64"),
)
"""What the application itself runs on; wheels for other machines are left out."""


def listed(*, with_addresses: bool) -> str:
    """The list as JSON text."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    packages = {package["name"]: package for package in lock["package"]}
    parts = []
    for name, part in PARTS.items():
        found = [file for package in part["packages"] for file in _files(packages[package], with_addresses)]
        parts.append({"id": name, **part, "files": found} | {"packages": list(part["packages"])})
    return json.dumps({"schema_version": 1, "extras": parts}, indent=1) + "\n"


def _files(package: dict[str, Any], with_addresses: bool) -> Iterator[dict[str, Any]]:
    for wheel in package["wheels"]:
        name = wheel["url"].rpartition("/")[2]
        match = _WHEEL.match(name)
        place = _place(match["platform"]) if match else None
        if match is None or place is None:
            continue
        python = "any" if match["python"].startswith("py") else match["python"]
        file = {"package": package["name"], "version": match["version"], "name": name}
        file |= {"size": wheel["size"], "sha256": wheel["hash"].removeprefix("sha256:")}
        file |= {"system": place[0], "machine": place[1], "python": python}
        yield file | ({"url": wheel["url"]} if with_addresses else {})


def _place(platform: str) -> tuple[str, str] | None:
    return next(((system, machine) for pattern, system, machine in _PLATFORMS if pattern.search(platform)), None)


def main() -> int:
    """Write the list of the sources."""
    LIST.write_text(listed(with_addresses=False), encoding="utf-8")
    print(f"{len(PARTS)} optional parts: {LIST}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
