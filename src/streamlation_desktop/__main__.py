"""Entry point of the program."""

from __future__ import annotations

import multiprocessing
import os
import sys


def main() -> int:
    """Run the command line; returns the exit code."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # onnxruntime reports home otherwise; before its import
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("HF_HUB_DISABLE_XET", "1")  # it knows neither our certificates nor our proxy
    multiprocessing.freeze_support()  # the converter of models spawns a child
    from streamlation_desktop.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
