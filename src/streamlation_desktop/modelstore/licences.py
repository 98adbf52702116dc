"""Which terms a person must agree to before a model is installed."""

from __future__ import annotations

import re

from streamlation_desktop.core.errors import ModelError

UNKNOWN = "NOASSERTION"
"""SPDX for: nobody said."""
_RESTRICTED = re.compile(r"(^|[-_ ])(nc|non-?commercial|research)\b", re.IGNORECASE)


class LicenceRequired(ModelError):
    """The licence restricts the use and has not been accepted."""

    code = "model.licence"


def is_restricted(licence: str) -> bool:
    """True for licences that forbid commercial use, for research licences, and for unknown ones."""
    return licence in (UNKNOWN, "other") or _RESTRICTED.search(licence) is not None


def require_acceptance(model_id: str, licence: str, *, accepted: bool) -> None:
    """Let an accepted or an unrestricted licence pass.

    Raises:
        LicenceRequired: the person has to agree first.
    """
    if is_restricted(licence) and not accepted:
        terms = "is not stated" if licence in (UNKNOWN, "other") else f"is {licence}, which restricts its use"
        raise LicenceRequired(
            f"the licence of {model_id} {terms}",
            hint="Read the licence; if you agree, repeat with --accept-licence.",
        )


def from_hub_card(licence: str | None) -> str:
    """The SPDX spelling of a licence as the hub's model cards write it: ``cc-by-4.0`` becomes ``CC-BY-4.0``."""
    if not licence:
        return UNKNOWN
    spdx = {"mit": "MIT", "apache-2.0": "Apache-2.0", "gpl-3.0": "GPL-3.0-only"}
    known = spdx.get(licence.lower())
    return known or (licence.upper() if licence.lower().startswith("cc") else licence)


def from_text(text: str) -> str:
    """The SPDX id of a licence text, for the licences that model packages carry."""
    for mark, spdx in (
        ("Attribution-NonCommercial 4.0 International", "CC-BY-NC-4.0"),
        ("Attribution 4.0 International", "CC-BY-4.0"),
        ("Apache License", "Apache-2.0"),
        ("MIT License", "MIT"),
    ):
        if mark in text:
            return spdx
    return UNKNOWN
