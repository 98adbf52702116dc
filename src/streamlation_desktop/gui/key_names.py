"""Keys as people call them: Qt's names of the media keys are those of its source."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QKeySequence

_MEDIA = {
    "Media Play": QT_TRANSLATE_NOOP("KeyNames", "Play key"),
    "Toggle Media Play/Pause": QT_TRANSLATE_NOOP("KeyNames", "Play/pause key"),
    "Media Pause": QT_TRANSLATE_NOOP("KeyNames", "Pause key"),
    "Media Stop": QT_TRANSLATE_NOOP("KeyNames", "Stop key"),
    "Media Previous": QT_TRANSLATE_NOOP("KeyNames", "Previous track key"),
    "Media Next": QT_TRANSLATE_NOOP("KeyNames", "Next track key"),
    "Volume Down": QT_TRANSLATE_NOOP("KeyNames", "Volume down key"),
    "Volume Up": QT_TRANSLATE_NOOP("KeyNames", "Volume up key"),
    "Volume Mute": QT_TRANSLATE_NOOP("KeyNames", "Mute key"),
}


def key_name(key: str) -> str:
    """A key of the settings as this system, and the language of the window, writes it."""
    sequence = QKeySequence(key)
    media = _MEDIA.get(sequence.toString(QKeySequence.SequenceFormat.PortableText))
    if media is not None:
        return QCoreApplication.translate("KeyNames", str(media))
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)
