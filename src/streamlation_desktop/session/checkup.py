"""What works on this machine, and what to do about the rest."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from streamlation_desktop import __version__
from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.engines.devices import list_devices
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from streamlation_desktop.session.planner import RECOMMENDED
from streamlation_desktop.session.services import Catalogue
from streamlation_desktop.settings.paths import AppPaths

_WANTED_BYTES = 2 * 10**9


class Verdict(Enum):
    """How a check went."""

    WORKS = "works"
    LIMITED = "limited"
    """Works, and could be better; the advice says how."""
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked."""

    subject: str
    verdict: Verdict
    detail: str
    advice: str = ""


def check_up(paths: AppPaths, catalogue: Callable[[], Catalogue], registry: EngineRegistry) -> Iterator[Finding]:
    """Look at everything that a job needs; yields as it goes."""
    yield Finding(
        "program", Verdict.WORKS, f"{__version__} on Python {platform.python_version()}, {platform.platform()}"
    )
    yield _folders(paths)
    yield _space(paths)
    for kind in EngineKind:
        yield _engines(registry, kind)
    try:
        found = catalogue()
    except StreamlationError as error:
        yield Finding("models", Verdict.BROKEN, str(error), error.hint)
    else:
        yield _recognition(found)
        yield _translation(found)
    yield from (_device(device.device, device.available, device.detail) for device in list_devices(paths.cache))


def _folders(paths: AppPaths) -> Finding:
    try:
        paths.ensure()
        probe = paths.data / ".probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        advice = "Set STREAMLATION_HOME to a folder that can be written."
        return Finding("folders", Verdict.BROKEN, f"{paths.data}: {error.strerror}", advice)
    return Finding("folders", Verdict.WORKS, str(paths.data))


def _space(paths: AppPaths) -> Finding:
    free = shutil.disk_usage(paths.data if paths.data.exists() else "/").free
    detail = f"{free / 10**9:.1f} GB free"
    if free < _WANTED_BYTES:
        return Finding("disk", Verdict.LIMITED, detail, "Larger models need 2 GB and more.")
    return Finding("disk", Verdict.WORKS, detail)


def _engines(registry: EngineRegistry, kind: EngineKind) -> Finding:
    names = [info.name for info in registry.available(kind)]
    subject = f"{kind.value} engines"
    if not names and kind.is_optional:
        return Finding(subject, Verdict.LIMITED, "none", "Wanted only for dubs with several speakers or with music.")
    if not names:
        return Finding(subject, Verdict.BROKEN, "none", "Install the application again: python3 dev.py demo")
    return Finding(subject, Verdict.WORKS, ", ".join(names))


def _recognition(catalogue: Catalogue) -> Finding:
    good = [candidate.model for candidate in catalogue.recognizers if not candidate.quality]
    if good:
        return Finding("recognition", Verdict.WORKS, ", ".join(good))
    if catalogue.recognizers:
        advice = f"Install a better model: streamlation models install {RECOMMENDED}"
        return Finding("recognition", Verdict.LIMITED, "English only, at starter quality", advice)
    return Finding("recognition", Verdict.BROKEN, "no model", f"Run: streamlation models install {RECOMMENDED}")


def _translation(catalogue: Catalogue) -> Finding:
    good = [candidate.model for candidate in catalogue.translators if not candidate.quality]
    if good:
        return Finding("translation", Verdict.WORKS, ", ".join(good))
    pairs = sorted({f"{pair.source}-{pair.target}" for each in catalogue.translators for pair in each.pairs})
    advice = "See better models: streamlation models list"
    return Finding("translation", Verdict.LIMITED, f"starter quality: {', '.join(pairs) or 'nothing'}", advice)


def _device(name: str, available: bool, detail: str) -> Finding:
    if name == "cpu" or available:
        return Finding(name, Verdict.WORKS, detail)
    return Finding(name, Verdict.LIMITED, detail or "not available", "Everything runs on the processor instead.")
