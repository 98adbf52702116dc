"""Checks the recipes with the tools of the trade that are installed: ``python -m installers.linux.lint``."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from installers.linux.tree import APPLICATION, ROOT

_HERE = Path(__file__).parent
_SCRIPTS = sorted(path for path in (ROOT / "installers").rglob("*.sh"))
_CHECKS = (
    ["desktop-file-validate", str(_HERE / f"{APPLICATION}.desktop")],
    ["appstreamcli", "validate", "--no-net", str(_HERE / f"{APPLICATION}.metainfo.xml")],
    ["shellcheck", str(_HERE / "AppRun"), *map(str, _SCRIPTS)],
    ["flatpak-builder", "--show-manifest", str(_HERE / f"{APPLICATION}.yml")],
)


def main() -> int:
    """Run every check whose tool is here; the first failure is the exit code."""
    for command in _CHECKS:
        if shutil.which(command[0]) is None:
            print(f"{command[0]} is not installed: skipped")
            continue
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        is_good = done.returncode == 0 and not done.stderr  # flatpak-builder only warns of what it does not know
        print(f"{command[0]}: {'passes' if is_good else done.stdout + done.stderr}")
        if not is_good:
            return done.returncode or 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
