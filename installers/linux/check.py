"""Installs the package in a fresh Debian without Python and uses it: ``python -m installers.linux.check`` (as root).

What is promised: the self-test passes, the sample is translated with the built-in engines, an upgrade keeps the
user's data, a downgrade is refused or harmless, and a purge leaves nothing but the user's data.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from installers.linux import deb
from installers.linux.check_extras import extras
from installers.linux.clean_root import USER, CleanRoot, clean_root
from installers.linux.tree import BUNDLE, ROOT, version
from installers.linux.window import window_appears

_MOST_INSTALLED_MB = 520
_MOST_PACKED_MB = 175
_OLDER, _NEWER = "0.0.1", "99.0.0"
_LIBRARY = "/usr/lib/streamlation"
_SAMPLE = f"{_LIBRARY}/_internal/streamlation_desktop/_data/resources/sample/sample.mp4"
_STRACE = "strace -f -qq --seccomp-bpf -e trace=connect,sendto,sendmsg,sendmmsg"
_HISTORY = f"/home/{USER}/.local/share/streamlation/streamlation.db"

Report = dict[str, Any]


def main() -> int:
    """Every check in turn; the report is ``dist/check.json``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", nargs="?", type=Path)
    package = parser.parse_args().package or ROOT / "dist" / f"streamlation_{version()}_amd64.deb"
    if os.geteuid() != 0:
        raise SystemExit("only root may make a clean Debian root")
    report: Report = {"package": package.name}
    cache = ROOT / "build" / "roots"
    with clean_root(cache) as root:
        for check in _CHECKS:
            started = time.monotonic()
            found = check(root, package)
            report[check.__name__] = {**found, "seconds": round(time.monotonic() - started, 1)}
            print(f"{check.__name__}: {json.dumps(found, ensure_ascii=False)}", flush=True)
    (ROOT / "dist" / "check.json").write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def sizes(root: CleanRoot, package: Path) -> Report:
    """Within the limits."""
    packed = package.stat().st_size / 1e6
    files = {(path.stat().st_dev, path.stat().st_ino): path.stat().st_size for path in BUNDLE.rglob("*")}
    unpacked = sum(files.values()) / 1e6
    _expect(packed <= _MOST_PACKED_MB, f"the package has {packed:.0f} MB")
    _expect(unpacked <= _MOST_INSTALLED_MB, f"it unpacks to {unpacked:.0f} MB")
    return {"packed_mb": round(packed, 1), "unpacked_mb": round(unpacked, 1)}


def install(root: CleanRoot, package: Path) -> Report:
    """With apt, on a system that has no Python and gets none."""
    _expect(not _has_python(root), "the clean root has Python already")
    _place(root, package, "new.deb")
    root.as_root("apt-get update -q && apt-get install -y -q --no-install-recommends /tmp/new.deb")
    return {"python": _has_python(root), "version": root.as_user("streamlation --version").stdout.strip()}


def selftest(root: CleanRoot, package: Path) -> Report:
    """Every step of the self-test, as an ordinary user."""
    done = root.as_user("streamlation --selftest", check=False)
    report = json.loads(done.stdout)
    _expect(report["works"] and report["frozen"] and not report["telemetry"], done.stdout)
    return {step["name"]: f"{step['state']}: {step['detail']}" for step in report["steps"]}


def main_job(root: CleanRoot, package: Path) -> Report:
    """The sample into Spanish captions, also burnt in, without a network."""
    command = f"streamlation run {_SAMPLE} --to es -f srt,vtt,json --burn-in -o talks -q"
    root.as_user(f"unshare --user --map-root-user --net {command}" if _has_namespaces(root) else command)
    lines = root.as_user("cat talks/sample.es.srt").stdout.splitlines()
    cues = sum("-->" in line for line in lines)
    _expect(cues >= 10, f"{cues} captions")
    listed = root.as_user("ls talks").stdout.split()
    return {"captions": cues, "files": listed, "third": lines[lines.index("3") + 2]}


def start_time(root: CleanRoot, package: Path) -> Report:
    """``--version`` with nothing of the bundle in memory, and again; seconds, the median of five."""
    cold, warm = [], []
    for _ in range(5):
        _forget(root.folder / _LIBRARY[1:])
        cold.append(_timed(lambda: root.as_root("streamlation --version")))
        warm.append(_timed(lambda: root.as_root("streamlation --version")))
    return {"cold_s": round(sorted(cold)[2], 3), "warm_s": round(sorted(warm)[2], 3)}


def quiet(root: CleanRoot, package: Path) -> Report:
    """A translation asks nothing of any network, nor does it look a name up."""
    root.as_root("apt-get install -y -q --no-install-recommends strace")
    root.as_user(f"{_STRACE} -o trace streamlation run {_SAMPLE} --to es -f srt -o quiet -q")
    trace = root.as_user("cat trace").stdout.splitlines()
    outside = [line for line in trace if "AF_INET" in line]
    _expect(not outside, f"connections: {outside[:3]}")
    return {"calls_watched": len(trace), "internet": len(outside)}


def window(root: CleanRoot, package: Path) -> Report:
    """The window on a real X server: the first start ever, and one that opens the sample."""
    first = window_appears(root, "streamlation", ROOT / "dist" / "window-first.png")
    sample = window_appears(root, f"streamlation {_SAMPLE}", ROOT / "dist" / "window-sample.png", seconds=20)
    return {"first": first, "sample": sample}


def upgrade(root: CleanRoot, package: Path) -> Report:
    """To a newer version: the history is still there."""
    before = root.as_user("streamlation history list").stdout
    _place(root, deb.build(ROOT / "build" / "newer.deb", _NEWER, quick=True), "newer.deb")
    root.as_root("apt-get install -y -q --no-install-recommends /tmp/newer.deb")
    after = root.as_user("streamlation history list").stdout
    _expect("sample" in before and before == after, f"the history changed: {before} {after}")
    return {"installed": _installed(root), "history": "unchanged"}


def downgrade(root: CleanRoot, package: Path) -> Report:
    """Apt refuses; forced, nothing is lost, and a database of a newer version is not touched."""
    refused = root.as_root("apt-get install -y -q /tmp/new.deb", check=False)
    _expect(refused.returncode != 0, "apt went back to an older version")
    root.as_root("dpkg --install --force-downgrade /tmp/new.deb")
    _expect("sample" in root.as_user("streamlation history list").stdout, "the history is gone")
    database = root.folder / _HISTORY[1:]
    kept = database.read_bytes()
    newer = kept[:60] + (10_000).to_bytes(4, "big") + kept[64:]  # the schema version in the file's header
    database.write_bytes(newer)
    answer = root.as_user("streamlation history list", check=False)
    _expect(answer.returncode == 5 and database.read_bytes() == newer, f"a newer database: {answer.stderr}")
    database.write_bytes(kept)
    return {"apt": refused.stderr.strip().splitlines()[-1], "newer_database": answer.stderr.strip().splitlines()[0]}


def purge(root: CleanRoot, package: Path) -> Report:
    """Nothing of the application stays, everything of the user does."""
    root.as_root("apt-get purge -y -q streamlation")
    left = root.as_root(
        "find / -xdev \\( -path /home -o -path /proc -o -path /tmp -o -path /var/lib/dpkg -o -path /var/log"
        " -o -path /var/cache \\) -prune -o -iname '*streamlation*' -print"
    ).stdout.split()
    _expect(not left, f"left behind: {left}")
    _expect(root.as_root("test ! -e /usr/lib/streamlation", check=False).returncode == 0, "the folder is still there")
    kept = root.as_root(f"find /home/{USER} -type f -not -name '.*'").stdout.split()
    _expect(_HISTORY in kept, "the user's history is gone")
    return {"left": left, "user_files": len(kept)}


def _place(root: CleanRoot, package: Path, name: str) -> None:
    shutil.copyfile(package, root.folder / "tmp" / name)


def _has_python(root: CleanRoot) -> bool:
    return bool(root.as_root("command -v python3", check=False).stdout.strip())


def _has_namespaces(root: CleanRoot) -> bool:
    return root.as_user("unshare --user --map-root-user --net true", check=False).returncode == 0


def _installed(root: CleanRoot) -> str:
    return root.as_root("dpkg-query -W -f '${Version}' streamlation").stdout


def _forget(folder: Path) -> None:
    """Have the system drop the files from its cache."""
    for path in folder.rglob("*"):
        if path.is_file():
            handle = os.open(path, os.O_RDONLY)
            os.fsync(handle)  # what is not yet on the disk cannot be dropped
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(handle)


def _timed(action: Callable[[], object]) -> float:
    started = time.monotonic()
    action()
    return time.monotonic() - started


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise SystemExit(f"FAILED: {otherwise}")


_CHECKS = (install, selftest, main_job, extras, quiet, start_time, window, upgrade, downgrade, purge, sizes)


if __name__ == "__main__":
    raise SystemExit(main())
