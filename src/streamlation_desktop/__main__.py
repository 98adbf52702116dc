"""Entry point of the program."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from pathlib import Path


def main() -> int:
    """Run the command line; returns the exit code."""
    atexit.register(gc.freeze)  # the interpreter ends by looking through every object several times: 0.3 s otherwise
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # onnxruntime reports home otherwise; before its import
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("HF_HUB_DISABLE_XET", "1")  # it knows neither our certificates nor our proxy
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # the converter of models spawns a child
    arguments = sys.argv[1:]
    if arguments[:1] == ["--safe-mode"]:
        from streamlation_desktop.settings.safe_mode import enter_safe_mode

        enter_safe_mode(os.environ)
        arguments = arguments[1:]
    locations = window_locations(arguments)
    if locations is not None:
        from streamlation_desktop.gui.main import run as run_window
        from streamlation_desktop.modelstore.extras_use import use_extras

        use_extras()

        return run_window(locations)
    from streamlation_desktop.cli.main import run

    return run(arguments)


def window_locations(arguments: list[str]) -> list[str] | None:
    """What the window is to open; None when the arguments are for the command line.

    ``streamlation gui [FILE …]``, files, folders and addresses, or nothing at all where there is a screen.
    """
    if arguments[:1] == ["gui"] and not set(arguments) & {"-h", "--help"}:
        return arguments[1:]
    if not arguments:
        return [] if _has_screen() else None
    are_media = all(map(_is_media, arguments))
    return arguments if are_media and arguments[0] not in _verbs() else None


def _is_media(argument: str) -> bool:
    if argument.lower().startswith("streamlation:"):  # a link of a web page, which the window asks about
        return True
    return "://" in argument or (not argument.startswith("-") and Path(argument).exists())


def _verbs() -> set[str]:
    from streamlation_desktop.cli.main import VERBS

    return set(VERBS)


def _has_screen() -> bool:
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
