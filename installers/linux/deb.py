"""Builds the Debian package from ``dist/streamlation``: ``python -m installers.linux.deb``."""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from installers.linux.tree import ROOT, lay_out, version

# Nothing here is found by a tool: most of these are loaded at run time, and were found by removing them.
DEPENDS = (
    *("libc6 (>= 2.34)", "libstdc++6 (>= 12)", "ca-certificates", "ffmpeg", "libportaudio2"),
    *("libgl1", "libegl1", "libfontconfig1", "libfreetype6", "libglib2.0-0 | libglib2.0-0t64", "libdbus-1-3"),
    *("libx11-6", "libx11-xcb1", "libxcb1", "libxkbcommon0", "libxkbcommon-x11-0", "libxcb-cursor0"),
    *("libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1"),
    *("libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
)
_RECOMMENDS = ("fonts-noto-core", "fonts-noto-cjk", "apertium-eng-spa", "xdg-desktop-portal")
_DESCRIPTION = """\
Watch any video or live stream in your own language, offline
 Hears what is said in a file or stream, translates it and shows timed,
 readable captions, on this computer alone: no account, no cloud, no
 telemetry. Built-in engines work at once; better models are a download
 of the user's choice."""


def main() -> int:
    """Build one package; prints its path."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--version", default=version(), help="another one, to try upgrades with")
    parser.add_argument("--quick", action="store_true", help="large, for trying things out")
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args()
    output = options.output or ROOT / "dist" / f"streamlation_{options.version}_amd64.deb"
    print(build(output, options.version, quick=options.quick))
    return 0


def build(output: Path, number: str, *, quick: bool = False) -> Path:
    """Write the package with version `number` to `output`."""
    folder = ROOT / "build" / f"deb-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    lay_out(folder / "usr")
    control = folder / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(_control(folder / "usr", number), encoding="utf-8")
    (control / "md5sums").write_text(_checksums(folder), encoding="utf-8")
    subprocess.run(["chmod", "-R", "u+rwX,go+rX,go-w", folder], check=True)
    packing = ["-Zzstd", "-z1"] if quick else ["-Zxz", "-z6", "--threads-max=2"]
    command = ["dpkg-deb", "--root-owner-group", *packing, "--build", str(folder), str(output)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(folder)
    return output


def _control(usr: Path, number: str) -> str:
    size = subprocess.run(["du", "-sk", usr], check=True, capture_output=True, text=True).stdout.split()[0]
    return (
        "Package: streamlation\n"
        f"Version: {number}\n"
        "Architecture: amd64\n"
        "Maintainer: The Streamlation developers <developers@streamlation.invalid>\n"
        f"Installed-Size: {size}\n"
        f"Depends: {', '.join(DEPENDS)}\n"
        f"Recommends: {', '.join(_RECOMMENDS)}\n"
        "Section: video\n"
        "Priority: optional\n"
        f"Description: {_DESCRIPTION}\n"
    )


def _checksums(folder: Path) -> str:
    files = (path for path in sorted((folder / "usr").rglob("*")) if path.is_file() and not path.is_symlink())
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(folder)}\n"
        for path in files
    )


if __name__ == "__main__":
    raise SystemExit(main())
