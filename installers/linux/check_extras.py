"""Optional parts in the installed program: from a folder of wheels, and refused once a bit differs."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from installers.extras import listed
from installers.linux.clean_root import USER, CleanRoot
from installers.linux.tree import ROOT

_PARTS = ("sherpa", "pages")
_WHEELS = ROOT / "build" / "wheels"
_LIBRARY = f"home/{USER}/.local/share/streamlation/extras/sherpa/site/sherpa_onnx/lib/libonnxruntime.so"


def extras(root: CleanRoot, package: Path) -> dict[str, Any]:
    """Installed, loaded by the frozen program, damaged, noticed, mended, removed."""
    (root.folder / "tmp" / "wheels").mkdir()
    for wheel in _fetched():
        shutil.copyfile(wheel, root.folder / "tmp" / "wheels" / wheel.name)
    parts = " ".join(_PARTS)
    root.as_user(f"streamlation extras install {parts} --from /tmp/wheels")
    loaded = root.as_user(f"streamlation extras verify {parts}").stdout.splitlines()
    library = root.folder / _LIBRARY
    with library.open("r+b") as stream:
        stream.seek(1000)
        byte = stream.read(1)[0]
        stream.seek(1000)
        stream.write(bytes([byte ^ 1]))
    told = root.as_user("streamlation devices", check=False).stderr.strip()
    if "sherpa is damaged and not used" not in told:
        raise SystemExit(f"FAILED: a flipped bit was not noticed: {told}")
    root.as_user("streamlation extras install sherpa --from /tmp/wheels")
    mended = root.as_user("streamlation extras verify sherpa").stdout.strip()
    root.as_user(f"streamlation extras remove {parts}")
    return {"loaded": loaded, "flipped_bit": told.splitlines()[0], "mended": mended}


def _fetched() -> list[Path]:
    """The wheels of the list, with pip, where they are not there yet."""
    chosen = [extra for extra in json.loads(listed(with_addresses=False))["extras"] if extra["id"] in _PARTS]
    files = [file for extra in chosen for file in extra["files"]]
    fitting = [f for f in files if f["system"] in ("any", "linux") and f["python"] in ("any", "cp311")]
    _WHEELS.mkdir(parents=True, exist_ok=True)
    for file in fitting:
        if not (_WHEELS / file["name"]).exists():
            wanted = f"{file['package']}=={file['version']}"
            command = ["python3", "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:"]
            tags = ["--python-version", "3.11", "--dest", str(_WHEELS), wanted]
            subprocess.run([*command, *tags], check=True)
    return [_WHEELS / file["name"] for file in fitting]
