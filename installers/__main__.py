"""Builds what this system can install, below ``dist``: ``python3 dev.py package [--no-check]``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
_LINUX = ("installers.linux.lint", "installers.linux.deb", "installers.linux.appdir")
_CHECKS = ("installers.linux.check", "installers.linux.check_appdir")


def main(arguments: list[str]) -> int:
    """The folder; on Linux also the Debian package and the AppDir, and a check in a clean root."""
    _step(["PyInstaller", "--noconfirm", "--log-level", "ERROR", "build.spec"])
    if not sys.platform.startswith("linux"):
        print("dist holds the application; the installer's recipe is in installers/windows or installers/macos")
        return 0
    for module in _LINUX:
        _step([module])
    if "--no-check" not in arguments:
        for module in _CHECKS:
            _step([module])
    return 0


def _step(module_and_arguments: list[str]) -> None:
    print("==", *module_and_arguments, flush=True)
    done = subprocess.run([sys.executable, "-m", *module_and_arguments], cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
