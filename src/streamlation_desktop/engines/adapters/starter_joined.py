"""The best that comes with the application: the starter model together with Apertium."""

from __future__ import annotations

from pathlib import Path

from streamlation_desktop.engines.adapters.apertium import ApertiumTranslator
from streamlation_desktop.engines.adapters.starter import open_starter
from streamlation_desktop.engines.base import DeviceChoice
from streamlation_desktop.engines.chooser import ChooserTranslator
from streamlation_desktop.engines.presets import Preset


def open_joined(
    folder: Path | None = None, *, device: DeviceChoice, preset: Preset = Preset.BALANCED
) -> ChooserTranslator:
    """Open both. Raises as `open_starter` and `ApertiumTranslator` do."""
    return ChooserTranslator(open_starter(folder, device=device, preset=preset), ApertiumTranslator())
