"""The files of an installation below ``/usr``, as the Debian package and the AppDir have them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUNDLE = ROOT / "dist" / "streamlation"
APPLICATION = "org.streamlation.Desktop"
_HERE = Path(__file__).parent


def version() -> str:
    """That of the application."""
    text = (ROOT / "src" / "streamlation_desktop" / "__init__.py").read_text(encoding="utf-8")
    return str(re.findall(r'__version__ = "(.+)"', text)[0])


def lay_out(usr: Path) -> None:
    """Fill `usr` with the bundle, its desktop entry, metadata, icons and licence."""
    if not (BUNDLE / "streamlation").exists():
        raise SystemExit("build the application first: python3 dev.py package")
    (usr / "lib").mkdir(parents=True)
    # Hard links: the bundle is half a gigabyte. -a keeps the links between equal files inside it.
    subprocess.run(["cp", "-al", BUNDLE, usr / "lib" / "streamlation"], check=True)
    (usr / "bin").mkdir()
    (usr / "bin" / "streamlation").symlink_to("../lib/streamlation/streamlation")
    share = usr / "share"
    _copy(_HERE / f"{APPLICATION}.desktop", share / "applications")
    _copy(_HERE / f"{APPLICATION}.metainfo.xml", share / "metainfo")
    icons = ROOT / "resources" / "icons"
    _copy(icons / "streamlation.svg", share / "icons/hicolor/scalable/apps", f"{APPLICATION}.svg")
    for icon in icons.glob("streamlation-*.png"):
        size = icon.stem.rpartition("-")[2]
        _copy(icon, share / f"icons/hicolor/{size}x{size}/apps", f"{APPLICATION}.png")
    documents = share / "doc" / "streamlation"
    _copy(_HERE / "copyright", documents)
    for name in ("docs/third-party.md", "docs/privacy.md", "docs/troubleshooting.md"):
        if (ROOT / name).exists():
            _copy(ROOT / name, documents)


def _copy(source: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / (name or source.name)
    shutil.copyfile(source, target)
    target.chmod(0o644)
