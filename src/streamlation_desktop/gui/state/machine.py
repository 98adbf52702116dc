"""What this machine can do, measured in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.gui.state.child import run_verb
from streamlation_desktop.modelstore.catalog import Catalog, CatalogEntry
from streamlation_desktop.modelstore.kinds import ModelKind
from streamlation_desktop.settings.paths import AppPaths

if TYPE_CHECKING:
    from streamlation_desktop.core.language import LanguageCode
    from streamlation_desktop.engines.speed import SpeedEstimate

_COMFORTABLE = 0.5
"""Real-time factor up to which a model is recommended: half of the machine is left for the rest."""
_FALLBACK = "whisper-base"


@dataclass(frozen=True, slots=True)
class Machine:
    """The result of the device check."""

    compute_type: str
    threads: int
    speeds: tuple[SpeedEstimate, ...]

    @property
    def recommended(self) -> str:
        """The largest recognition model that runs comfortably."""
        fitting = [speed.model for speed in self.speeds if speed.real_time_factor <= _COMFORTABLE]
        return fitting[-1] if fitting else _FALLBACK


def look_at_machine(paths: AppPaths, token: CancelToken) -> Machine:
    """Measure, or remember; takes up to ten seconds, so call it from a pool.

    Raises:
        EngineError: the measurement did not work.
        Cancelled: the token was cancelled.
    """
    from streamlation_desktop.core.errors import InferenceFailed
    from streamlation_desktop.engines.autotune import recall_tune
    from streamlation_desktop.engines.speed import estimate_speeds

    tune = recall_tune(paths.cache)
    if tune is None:
        run_verb(token, "devices", "--tune", "--json")
        tune = recall_tune(paths.cache)
    if tune is None:
        raise InferenceFailed("this machine could not be measured")
    return Machine(tune.compute_type, tune.intra_threads, estimate_speeds(tune))


def recommended_models(catalog: Catalog, machine: Machine | None, target: LanguageCode | None) -> list[CatalogEntry]:
    """What to download: a recognition model that fits the machine, and a translator into `target`."""
    wanted = [catalog.get(machine.recommended if machine else _FALLBACK)]
    if target is not None:
        wanted.append(_from_english(catalog, target) or _from_any_language(catalog, target))
    return [entry for entry in wanted if entry is not None]


def _from_english(catalog: Catalog, target: LanguageCode) -> CatalogEntry | None:
    """What most people watch is in English, and a model of one pair is small."""
    translators = (entry for entry in catalog if f"en-{target}" in map(str, entry.pairs))
    return min(translators, key=lambda entry: (not entry.recommended, entry.size), default=None)


def _from_any_language(catalog: Catalog, target: LanguageCode) -> CatalogEntry | None:
    """The smallest that may be used for everything."""
    many = (entry for entry in catalog if entry.kind is ModelKind.TRANSLATOR and target in entry.languages)
    return min((entry for entry in many if "NC" not in entry.licence), key=lambda entry: entry.size, default=None)
