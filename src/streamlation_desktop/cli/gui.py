"""``streamlation gui``: described here, opened by ``__main__``, which alone knows the window."""

from __future__ import annotations

import argparse

from streamlation_desktop.core.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("locations", nargs="*", metavar="FILE|URL", help="what to open")


def run(options: argparse.Namespace) -> int:
    """Reached only when the command line is used without the program's entry point."""
    raise UsageError("the window is opened by the program itself", hint="Run: streamlation gui")
