"""Makes the folder smaller where that is safe."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

# Plain ``strip`` damages NumPy's OpenBLAS and some of Qt; these were tried, and hold most of the debug information.
_DEBUG_INFORMATION = (
    *("ctranslate2/_ext*.so", "libpython3*.so.1.0", "av/**/*.so", "sentencepiece/*.so", "marisa_trie*.so"),
    *("aiohttp/**/*.so", "yaml/*.so", "multidict/*.so", "yarl/*.so", "frozenlist/*.so", "propcache/*.so"),
    *("zeroconf/**/*.so", "python3*/lib-dynload/*.so", "_miniaudio*.so"),
)
_SYMBOLS = ("ctranslate2.libs/libctranslate2*", "tokenizers/*.so", "cryptography/**/_rust*.so", "sentencex/*.so")
"""Here everything that no other library asks for can go as well; 13 MB."""
_WORTH_LINKING = 20_000


def slim(internal: Path) -> None:
    """Drop debug information and names that nobody asks for, and store equal files once."""
    for option, patterns in (("--strip-debug", _DEBUG_INFORMATION), ("--strip-unneeded", _SYMBOLS)):
        for path in (path for pattern in patterns for path in internal.glob(pattern)):
            subprocess.run(["strip", option, path], check=True)
    _link_equal_files(internal)


def _link_equal_files(folder: Path) -> None:
    """Two copies of espeak's dictionaries come with two packages, most of them the same."""
    seen: dict[tuple[int, str], Path] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file() or path.stat().st_size < _WORTH_LINKING:
            continue
        key = (path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())
        first = seen.setdefault(key, path)
        if first is not path:
            path.unlink()
            os.link(first, path)
