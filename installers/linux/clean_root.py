"""A fresh Debian in a folder, to install packages into and to run them in."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

RELEASE = "bookworm"
USER = "tester"
_MOUNTS = (("proc", "proc"), ("tmpfs", "dev/shm"), ("tmpfs", "tmp"))


@dataclass(frozen=True, slots=True)
class CleanRoot:
    """The folder, with the file systems that programs expect mounted below it."""

    folder: Path

    def as_root(self, command: str, *, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a shell command in it."""
        return self._run(["sh", "-c", command], check=check)

    def as_user(self, command: str, *, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a shell command in it as an ordinary user with a home of their own."""
        return self._run(["su", "-", USER, "-c", command], check=check)

    def _run(self, command: list[str], *, check: bool) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
        environment |= {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        done = subprocess.run(
            ["chroot", self.folder, *command], env=environment, capture_output=True, text=True, timeout=900, check=False
        )
        if check and done.returncode:
            raise SystemExit(
                f"{command[-1]}: exit code {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
            )
        return done


@contextmanager
def clean_root(cache: Path) -> Iterator[CleanRoot]:
    """Unpack a minimal Debian without Python, made once and kept as an archive in `cache`; removed afterwards."""
    archive = cache / f"debian-{RELEASE}-minbase.tar"
    if not archive.exists():
        cache.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mmdebstrap", "--quiet", "--variant=minbase", RELEASE, archive], check=True)
    folder = cache / f"root-{os.getpid()}"
    folder.mkdir()
    mounted: list[Path] = []
    try:
        subprocess.run(["tar", "-xf", archive, "-C", folder], check=True)
        for kind, place in _MOUNTS:
            (folder / place).mkdir(exist_ok=True)
            subprocess.run(["mount", "-t", kind, kind, folder / place], check=True)
            mounted.append(folder / place)
        shutil.copyfile("/etc/resolv.conf", folder / "etc" / "resolv.conf")
        root = CleanRoot(folder)
        root.as_root(f"useradd --create-home --shell /bin/sh {USER}")
        yield root
    finally:
        for place_mounted in reversed(mounted):
            subprocess.run(["umount", "--lazy", place_mounted], check=True)
        shutil.rmtree(folder)
