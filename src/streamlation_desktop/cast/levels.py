"""In which forms media is offered to a device, one after the other."""

from __future__ import annotations

from streamlation_desktop.cast.delivery import CastMedia
from streamlation_desktop.cast.profiles import possible_levels, profile_of
from streamlation_desktop.core.casting import CastDevice, DeliveryLevel, DeviceKind

LEVEL_WORDS = {
    DeliveryLevel.COPY: "the file as it is",
    DeliveryLevel.STREAM: "segments with captions beside them",
    DeliveryLevel.BURNED: "captions drawn into the picture",
}


def levels_for(device: CastDevice, media: CastMedia, known: DeliveryLevel) -> list[DeliveryLevel]:
    """What the media allows, from `known` on, where the device was found to begin."""
    if device.kind is DeviceKind.AIRPLAY:
        return [DeliveryLevel.COPY]
    possible = possible_levels(
        profile_of(device),
        media.facts,
        captions_complete=media.captions.is_complete,
        dubbed=media.dub is not None or media.ring is not None,
    )
    chain = list(DeliveryLevel)
    learnt = [level for level in possible if chain.index(level) >= chain.index(known)]
    return learnt or possible[-1:]
