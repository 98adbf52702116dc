"""Loads cuBLAS from where the optional part has it: CTranslate2 asks the system for it by name, and finds it loaded.

Run on an H100 with cuBLAS 13 under the names of 12; cuBLAS 12 itself was loaded on machines without a card.
"""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache
from pathlib import Path

from streamlation_desktop.settings.paths import CUDA_LIBRARIES_VARIABLE

_LINUX = ("nvidia/cublas/lib/libcublasLt.so.12", "nvidia/cublas/lib/libcublas.so.12")
"""In this order: the second needs the first."""
_WINDOWS = ("nvidia/cublas/bin/cublasLt64_12.dll", "nvidia/cublas/bin/cublas64_12.dll")


@cache
def load_cuda_libraries() -> None:
    """Before the first use of a card; does nothing where the part is not installed.

    Raises:
        OSError: a library is there and cannot be loaded.
    """
    folder = os.environ.get(CUDA_LIBRARIES_VARIABLE)
    if not folder:
        return
    for name in _WINDOWS if sys.platform == "win32" else _LINUX:
        path = Path(folder) / name
        if sys.platform == "win32":
            os.add_dll_directory(str(path.parent))
        ctypes.CDLL(str(path), mode=ctypes.RTLD_GLOBAL)
