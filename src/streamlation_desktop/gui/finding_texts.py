"""The findings of the check-up in the language of the window, with buttons' words instead of commands."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from streamlation_desktop.gui.widgets.times import figures

_SUBJECTS: Mapping[str, object] = {
    "program": QT_TRANSLATE_NOOP("Findings", "program"),
    "folders": QT_TRANSLATE_NOOP("Findings", "folders"),
    "disk": QT_TRANSLATE_NOOP("Findings", "disk"),
    "voice-activity engines": QT_TRANSLATE_NOOP("Findings", "finds speech"),
    "recognizer engines": QT_TRANSLATE_NOOP("Findings", "recognizes"),
    "translator engines": QT_TRANSLATE_NOOP("Findings", "translates"),
    "streaming engines": QT_TRANSLATE_NOOP("Findings", "recognizes live"),
    "synthesizer engines": QT_TRANSLATE_NOOP("Findings", "speaks"),
    "enhancer engines": QT_TRANSLATE_NOOP("Findings", "takes out noise"),
    "diarizer engines": QT_TRANSLATE_NOOP("Findings", "tells speakers apart"),
    "separator engines": QT_TRANSLATE_NOOP("Findings", "takes voices and music apart"),
    "models": QT_TRANSLATE_NOOP("Findings", "models"),
    "recognition": QT_TRANSLATE_NOOP("Findings", "recognition"),
    "translation": QT_TRANSLATE_NOOP("Findings", "translation"),
    "database": QT_TRANSLATE_NOOP("Findings", "library"),
    "cpu": QT_TRANSLATE_NOOP("Findings", "processor"),
    "cuda": QT_TRANSLATE_NOOP("Findings", "graphics card"),
}
_DETAILS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Findings", "{0} GB free"),
    QT_TRANSLATE_NOOP("Findings", "none"),
    QT_TRANSLATE_NOOP("Findings", "no model"),
    QT_TRANSLATE_NOOP("Findings", "English only, at starter quality"),
    QT_TRANSLATE_NOOP("Findings", "starter quality: {0}"),
    QT_TRANSLATE_NOOP("Findings", "not available"),
    QT_TRANSLATE_NOOP("Findings", "not measured yet"),
    QT_TRANSLATE_NOOP("Findings", "no NVIDIA driver found"),
    QT_TRANSLATE_NOOP("Findings", "{0} threads are fastest"),
)
_ADVICE: Mapping[str, object] = {
    "Install a better model": QT_TRANSLATE_NOOP("Findings", "Better models can be installed on the models page."),
    "Run: streamlation models": QT_TRANSLATE_NOOP("Findings", "Install one on the models page."),
    "See better models": QT_TRANSLATE_NOOP("Findings", "Better models can be installed on the models page."),
    "Wanted only for dubs": QT_TRANSLATE_NOOP("Findings", "Wanted only for dubs with several speakers or with music."),
    "Install the application": QT_TRANSLATE_NOOP("Findings", "Install the application again."),
    "Larger models need": QT_TRANSLATE_NOOP("Findings", "Larger models need 2 GB and more."),
    "Set STREAMLATION_HOME": QT_TRANSLATE_NOOP("Findings", "Its folder has to be writable."),
    "Everything runs on": QT_TRANSLATE_NOOP("Findings", "Everything runs on the processor instead."),
}
"""By the beginning of what the command line says."""

_NUMBER = re.compile(r"\d+(\.\d+)?")


def finding_subject(subject: str) -> str:
    """What was looked at."""
    return _said(_SUBJECTS.get(subject, subject))


def finding_detail(detail: str) -> str:
    """What was found; names and versions stay as they are."""
    for sentence in map(str, _DETAILS):
        found = re.fullmatch(re.escape(sentence).replace(r"\{0\}", "(.+)"), detail)
        if found is not None:
            return _said(sentence).format(*(figures(one) if _NUMBER.fullmatch(one) else one for one in found.groups()))
    return detail


def finding_advice(advice: str) -> str:
    """What to do about it."""
    known = next((words for beginning, words in _ADVICE.items() if advice.startswith(beginning)), advice)
    return _said(known)


def _said(text: object) -> str:
    return QCoreApplication.translate("Findings", str(text))
