"""Builds the AppDir and a squashfs image of it from ``dist/streamlation``: ``python -m installers.linux.appdir``.

An AppImage is this image behind a small runtime; ``appimage.sh`` puts both together.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from installers.linux.tree import APPLICATION, ROOT, lay_out, version

_PORTAUDIO = ("libportaudio.so.2", "libjack.so.0", "libdb-5.3.so")
"""A package depends on these; an image brings them, with what Debian's build of PortAudio needs."""


def main() -> int:
    """Build both; prints their paths."""
    folder = ROOT / "dist" / "Streamlation.AppDir"
    shutil.rmtree(folder, ignore_errors=True)
    lay_out(folder / "usr")
    for name in _PORTAUDIO:
        _take_from_system(name, folder / "usr" / "lib" / "streamlation" / "_internal")
    shutil.copyfile(Path(__file__).with_name("AppRun"), folder / "AppRun")
    (folder / "AppRun").chmod(0o755)
    entry = f"{APPLICATION}.desktop"
    (folder / entry).symlink_to(f"usr/share/applications/{entry}")
    shutil.copyfile(ROOT / "resources" / "icons" / "streamlation-256.png", folder / f"{APPLICATION}.png")
    (folder / ".DirIcon").symlink_to(f"{APPLICATION}.png")
    image = ROOT / "dist" / f"streamlation-{version()}-x86_64.squashfs"
    image.unlink(missing_ok=True)
    command = [
        "mksquashfs",
        str(folder),
        str(image),
        "-root-owned",
        "-noappend",
        "-comp",
        "zstd",
        "-Xcompression-level",
        "15",
    ]
    subprocess.run([*command, "-quiet", "-no-progress"], check=True)
    print(folder, image, sep="\n")
    return 0


def _take_from_system(name: str, target: Path) -> None:
    cache = subprocess.run(["ldconfig", "-p"], check=True, capture_output=True, text=True).stdout
    paths = [line.rpartition("=> ")[2] for line in cache.splitlines() if line.strip().startswith(f"{name} ")]
    if not paths:
        raise SystemExit(f"{name} is not on this machine: install libportaudio2")
    shutil.copyfile(paths[0], target / name)


if __name__ == "__main__":
    raise SystemExit(main())
