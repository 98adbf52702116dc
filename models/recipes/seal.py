"""Write ``SHA256SUMS`` of a model's folder, in the form that ``sha256sum --check`` reads."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

NAME = "SHA256SUMS"


def seal(folder: Path) -> None:
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != NAME)
    lines = [f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (folder / NAME).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        seal(Path(name))
