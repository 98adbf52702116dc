"""Runs in the packaged application before anything of ours is imported."""

from __future__ import annotations

import ctypes.util
import os
import sys
from pathlib import Path

# Before the first import: onnxruntime reports home otherwise, and asking it later does not stop its files.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_DISABLE_XET"] = "1"
os.environ["DO_NOT_TRACK"] = "1"

_BUNDLE = Path(getattr(sys, "_MEIPASS"))  # noqa: B009 - only PyInstaller sets it
_SYSTEM_AUTHORITIES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)

if sys.platform.startswith("linux"):
    _find_library = ctypes.util.find_library

    def _find_bundled(name: str) -> str | None:
        """The linker's cache, which `find_library` asks, does not know what lies in the bundle."""
        bundled = _BUNDLE / f"lib{name}.so.2"
        return str(bundled) if name == "portaudio" and bundled.exists() else _find_library(name)

    ctypes.util.find_library = _find_bundled
    if not os.environ.get("SSL_CERT_FILE") and not any(map(os.path.exists, _SYSTEM_AUTHORITIES)):
        import certifi

        os.environ["SSL_CERT_FILE"] = certifi.where()
