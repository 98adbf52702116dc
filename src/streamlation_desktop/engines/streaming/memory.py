"""Remembers which way of listening was measured to be the best."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.autotune import machine_name
from streamlation_desktop.engines.remembered import recall, remember
from streamlation_desktop.engines.streaming.measure import PolicyChoice


@dataclass(frozen=True, slots=True)
class PolicyMemory:
    """One file for each model and language, good as long as the machine stays the same."""

    folder: Path

    def recall(self, model: Origin, language: LanguageCode) -> PolicyChoice | None:
        """What was measured; None when nothing was."""
        return recall(self._file(model, language), machine_name(), PolicyChoice)

    def remember(self, model: Origin, language: LanguageCode, choice: PolicyChoice) -> None:
        """Keep a choice."""
        remember(self._file(model, language), machine_name(), choice)

    def _file(self, model: Origin, language: LanguageCode) -> Path:
        name = re.sub(r"[^\w.-]+", "_", f"{model.engine}-{model.model}-{language}")
        return self.folder / f"live-{name}.json"
