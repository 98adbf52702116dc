"""Safe mode: a run without what may have ended the last one, for example a graphics card or a plug-in."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping

SAFE_MODE_VARIABLE = "STREAMLATION_SAFE_MODE"


def enter_safe_mode(environment: MutableMapping[str, str]) -> None:
    """This process and those that it starts are in safe mode from now on."""
    environment[SAFE_MODE_VARIABLE] = "1"


def is_safe_mode(environment: Mapping[str, str]) -> bool:
    """True in a run that avoids what may crash."""
    return environment.get(SAFE_MODE_VARIABLE, "") not in ("", "0")
