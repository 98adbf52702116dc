"""An argument parser that raises our errors and suggests what was meant."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Sequence
from typing import NoReturn

from streamlation_desktop.core.errors import UsageError


class Parser(argparse.ArgumentParser):
    """Reports mistakes as `UsageError` with the nearest known flag as the hint.

    Long flags may be written with underscores, as other speech tools have them.
    """

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False)

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Parse, or raise.

        Raises:
            UsageError: an unknown flag or a bad value.
        """
        parsed, unknown = self.parse_known_args([_hyphenated(argument) for argument in arguments])
        if unknown:
            flag = next((item for item in unknown if item.startswith("-")), unknown[0]).partition("=")[0]
            raise UsageError(f"unknown argument: {flag}", hint=self._suggestion(flag))
        return parsed

    def error(self, message: str) -> NoReturn:
        """What argparse calls on a mistake."""
        raise UsageError(message, hint=f"See: {self.prog} --help")

    def _suggestion(self, flag: str) -> str:
        close = difflib.get_close_matches(flag, self._option_string_actions, n=1, cutoff=0.5)
        return f"Did you mean {close[0]}?" if close else f"See: {self.prog} --help"


def _hyphenated(argument: str) -> str:
    if not argument.startswith("--"):
        return argument
    flag, equals, value = argument.partition("=")
    return flag.replace("_", "-") + equals + value
