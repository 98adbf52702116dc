"""The settings of a run in safe mode."""

from __future__ import annotations

from streamlation_desktop.core.events import Warned
from streamlation_desktop.settings.schema import ComputeSettings, RecognitionSettings, Settings

NOTICE = Warned(
    "safe mode: the processor alone, the built-in engines, no plug-ins, no requests for updates",
    hint="The settings file is as it was; start without safe mode to use all of it again.",
)


def made_safe(settings: Settings) -> Settings:
    """The user's settings without what depends on hardware, drivers, chosen models or the network."""
    defaults = RecognitionSettings()
    return settings.model_copy(
        update={
            "compute": ComputeSettings(device="cpu"),
            "recognition": settings.recognition.model_copy(
                update={"model": defaults.model, "beam_size": defaults.beam_size}
            ),
            "translation": settings.translation.model_copy(update={"model": ""}),
            "player": settings.player.model_copy(update={"hardware": False}),
            "interface": settings.interface.model_copy(update={"translate_on_open": False}),
            "updates": settings.updates.model_copy(update={"check": False}),
        }
    )
