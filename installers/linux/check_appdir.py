"""Runs the squashfs image, mounted read-only, in a fresh Debian: ``python -m installers.linux.check_appdir`` as root.

The image wants of the system what the Debian package depends on: the C library, libraries of the windows, ffmpeg.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from installers.linux.clean_root import CleanRoot, clean_root
from installers.linux.deb import DEPENDS
from installers.linux.tree import ROOT, version
from installers.linux.window import window_appears

_SYSTEM = " ".join(each.split(" ")[0] for each in DEPENDS)
_RUN = "/opt/image/AppRun"
_SAMPLE = "/opt/image/usr/lib/streamlation/_internal/streamlation_desktop/_data/resources/sample/sample.mp4"


def main() -> int:
    """Every check in turn; adds to ``dist/check.json``."""
    if os.geteuid() != 0:
        raise SystemExit("only root may make a clean Debian root")
    with clean_root(ROOT / "build" / "roots") as root:
        root.as_root(f"apt-get update -q && apt-get install -y -q --no-install-recommends {_SYSTEM}")
        with _mounted(root):
            found = _checked(root)
    print(f"appdir: {json.dumps(found, ensure_ascii=False)}", flush=True)
    path = ROOT / "dist" / "check.json"
    report = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    path.write_text(json.dumps(report | {"appdir": found}, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def _checked(root: CleanRoot) -> dict[str, Any]:
    said = root.as_user(f"{_RUN} --version").stdout.strip()
    test = json.loads(root.as_user(f"{_RUN} --selftest", check=False).stdout)
    failed = [step for step in test["steps"] if step["state"] == "failed"]
    if failed:
        raise SystemExit(f"FAILED: {failed}")
    root.as_user(f"{_RUN} run {_SAMPLE} --to es -o talks -q")
    captions = root.as_user("grep -c -e '-->' talks/sample.es.srt").stdout.strip()
    window = window_appears(root, _RUN, ROOT / "dist" / "window-appdir.png")
    return {"version": said, "selftest": len(test["steps"]), "captions": int(captions), "window": window}


@contextmanager
def _mounted(root: CleanRoot) -> Iterator[None]:
    """Mount the image read-only; where the system has no loop devices, unpack it."""
    image, place = ROOT / "dist" / f"streamlation-{version()}-x86_64.squashfs", root.folder / "opt" / "image"
    place.mkdir()
    mounted = subprocess.run(["mount", "-o", "loop,ro", image, place], capture_output=True, check=False).returncode == 0
    if not mounted:
        subprocess.run(["unsquashfs", "-quiet", "-no-progress", "-force", "-dest", place, image], check=True)
    try:
        yield
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", place], check=True)


if __name__ == "__main__":
    raise SystemExit(main())
