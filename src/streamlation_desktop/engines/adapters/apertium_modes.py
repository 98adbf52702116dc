"""What is installed of Apertium: its programs, and which languages its packages translate."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from streamlation_desktop.core.errors import EngineError, EngineNotInstalled
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import LanguagePair

_MODE = re.compile(r"([a-z]{2,3})-([a-z]{2,3})")
"""A plain pair; varieties (``spa-eng_US``) and special modes (``eco-es-fr``) are left alone."""
_SECONDS = 20.0

Modes = Mapping[LanguagePair, Path]
"""Mode files by what they translate."""


def find_modes(program: str) -> Modes:
    """The plain pairs of the installation that `program` belongs to.

    Raises:
        EngineNotInstalled: no such program, or no languages for it.
    """
    found = shutil.which(program)
    if found is None:
        raise EngineNotInstalled("Apertium is not installed", hint="Install the package apertium.")
    default = Path(found).parent.parent / "share" / "apertium"
    folder = Path(os.environ.get("APERTIUM_DATADIR", default)) / "modes"
    modes = {pair: path for path in sorted(folder.glob("*.mode")) if (pair := parse_mode(path.stem))}
    if not modes:
        raise EngineNotInstalled("Apertium has no languages", hint="Install a pair, for example apertium-eng-spa.")
    return modes


def parse_mode(name: str) -> LanguagePair | None:
    """``eng-spa`` is English to Spanish."""
    import langcodes  # slow to import

    match = _MODE.fullmatch(name)
    if match is None:
        return None
    source, target = (LanguageCode(langcodes.standardize_tag(tag, macro=True)) for tag in match.groups())
    return LanguagePair(source, target)


def find_route(modes: Modes, pair: LanguagePair) -> tuple[LanguagePair, ...]:
    """The steps from source to target, at most two; empty where there is no way.

    Of several ways the alphabetically first is taken: the choice must not depend on the machine.
    """
    if pair in modes:
        return (pair,)
    for middle in sorted(known.target for known in modes if known.source == pair.source):
        onward = LanguagePair(middle, pair.target)
        if onward in modes and pair.source != pair.target:
            return LanguagePair(pair.source, middle), onward
    return ()


def pipeline_command(mode: Path) -> list[str]:
    """The command that runs the programs of `mode`, each flushing its output at every NUL.

    The script ``apertium`` itself cannot be used: its gawk filters hold a block back until the next one comes.

    Raises:
        EngineNotInstalled: a part of Apertium 3.8 is missing.
        EngineError: the mode cannot be read.
    """
    try:
        script = subprocess.run(
            ["apertium-wblank-mode", "-z", str(mode)], capture_output=True, text=True, timeout=_SECONDS, check=True
        ).stdout
    except OSError as exc:
        raise EngineNotInstalled("Apertium is older than 3.8", hint="Install a newer package apertium.") from exc
    except subprocess.SubprocessError as exc:
        raise EngineError(f"{mode} cannot be read", hint="Install its Apertium package again.") from exc
    return ["bash", "-c", script, "apertium", "-n"]  # -n: unknown words without marks
