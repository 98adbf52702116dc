"""What the window says about an error: code → title, what to do, and the button that does it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from streamlation_desktop.gui.error_details import said_in_language


class Remedy(Enum):
    """What a button can do about an error."""

    NONE = ""
    MODELS = "models"
    LANGUAGE = "language"
    RETRY = "retry"
    DIAGNOSTICS = "diagnostics"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Message:
    """An error in the user's words."""

    title: str
    text: str
    """What exactly happened, as the program tells it."""
    hint: str
    remedy: Remedy
    button: str
    """Label for the remedy; empty where there is none."""


_KNOWN: dict[str, tuple[object, object, Remedy]] = {
    "source.not-found": (
        QT_TRANSLATE_NOOP("Errors", "This file or address cannot be found"),
        QT_TRANSLATE_NOOP("Errors", "It may have been moved, or the address has a slip. Open it again."),
        Remedy.OPEN,
    ),
    "source.forbidden": (
        QT_TRANSLATE_NOOP("Errors", "This source may not be opened"),
        QT_TRANSLATE_NOOP("Errors", "Check its permissions, or whether it needs a sign-in."),
        Remedy.OPEN,
    ),
    "source.unsupported": (
        QT_TRANSLATE_NOOP("Errors", "This is not audio or video that can be read"),
        QT_TRANSLATE_NOOP("Errors", "The file may be damaged or of another kind. Choose another one."),
        Remedy.OPEN,
    ),
    "source.no-audio": (
        QT_TRANSLATE_NOOP("Errors", "There is no sound to translate"),
        QT_TRANSLATE_NOOP("Errors", "The video has no audio track that can be heard."),
        Remedy.OPEN,
    ),
    "source.lost": (
        QT_TRANSLATE_NOOP("Errors", "The connection to the source was lost"),
        QT_TRANSLATE_NOOP("Errors", "What was done is kept. Try again to go on from there."),
        Remedy.RETRY,
    ),
    "engine.language": (
        QT_TRANSLATE_NOOP("Errors", "A model for this language is missing"),
        QT_TRANSLATE_NOOP("Errors", "Install one that serves it; the work then goes on where it stopped."),
        Remedy.LANGUAGE,
    ),
    "engine": (
        QT_TRANSLATE_NOOP("Errors", "An engine could not do its work"),
        QT_TRANSLATE_NOOP("Errors", "What was done is kept. Try again; the diagnostics tell more."),
        Remedy.RETRY,
    ),
    "model.damaged": (
        QT_TRANSLATE_NOOP("Errors", "A model is damaged"),
        QT_TRANSLATE_NOOP("Errors", "Remove it and install it again."),
        Remedy.MODELS,
    ),
    "model.download": (
        QT_TRANSLATE_NOOP("Errors", "The model could not be downloaded"),
        QT_TRANSLATE_NOOP("Errors", "What arrived is kept. Check the connection and try again."),
        Remedy.MODELS,
    ),
    "model.licence": (
        QT_TRANSLATE_NOOP("Errors", "The licence has to be accepted first"),
        QT_TRANSLATE_NOOP("Errors", "Read it on the models page, and install from there."),
        Remedy.MODELS,
    ),
    "model": (
        QT_TRANSLATE_NOOP("Errors", "A model is missing"),
        QT_TRANSLATE_NOOP("Errors", "Install it; the work then goes on where it stopped."),
        Remedy.MODELS,
    ),
    "storage.full": (
        QT_TRANSLATE_NOOP("Errors", "The disk is full"),
        QT_TRANSLATE_NOOP("Errors", "Free some space and try again. Nothing is lost."),
        Remedy.RETRY,
    ),
    "storage.exists": (
        QT_TRANSLATE_NOOP("Errors", "A file of that name is there already"),
        QT_TRANSLATE_NOOP("Errors", "Allow overwriting, or choose another folder or name."),
        Remedy.NONE,
    ),
    "storage.running": (
        QT_TRANSLATE_NOOP("Errors", "This is being translated already"),
        QT_TRANSLATE_NOOP("Errors", "Another window or program works on it. Wait for it, or stop it first."),
        Remedy.RETRY,
    ),
    "storage.newer": (
        QT_TRANSLATE_NOOP("Errors", "The library belongs to a newer version"),
        QT_TRANSLATE_NOOP("Errors", "Install the newer version again. The library was not touched."),
        Remedy.DIAGNOSTICS,
    ),
    "storage": (
        QT_TRANSLATE_NOOP("Errors", "The disk or the library refuses"),
        QT_TRANSLATE_NOOP("Errors", "Check space and permissions; the diagnostics tell more."),
        Remedy.DIAGNOSTICS,
    ),
    "engine.memory": (
        QT_TRANSLATE_NOOP("Errors", "The memory does not suffice"),
        QT_TRANSLATE_NOOP("Errors", "Choose a smaller model, or close other programs. What was done is kept."),
        Remedy.MODELS,
    ),
    "cast.not-found": (
        QT_TRANSLATE_NOOP("Errors", "The device was not found"),
        QT_TRANSLATE_NOOP("Errors", "Check that it is on and in the same network; or give its address."),
        Remedy.NONE,
    ),
    "cast.lost": (
        QT_TRANSLATE_NOOP("Errors", "The device has gone"),
        QT_TRANSLATE_NOOP("Errors", "The media goes on here. Choose the device again when it is back."),
        Remedy.NONE,
    ),
    "cast.refused": (
        QT_TRANSLATE_NOOP("Errors", "The device does not play this"),
        QT_TRANSLATE_NOOP("Errors", "Every form that we can make was tried. Choose another device."),
        Remedy.NONE,
    ),
    "cast.pairing": (
        QT_TRANSLATE_NOOP("Errors", "The device did not accept the PIN"),
        QT_TRANSLATE_NOOP("Errors", "Choose the device again; it then shows a new one."),
        Remedy.NONE,
    ),
    "cast": (
        QT_TRANSLATE_NOOP("Errors", "The device cannot be reached"),
        QT_TRANSLATE_NOOP("Errors", "Check the network and the firewall. The media goes on here."),
        Remedy.NONE,
    ),
    "update": (
        QT_TRANSLATE_NOOP("Errors", "The news of an update is not to be believed"),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed. Look at the project's own page for news."),
        Remedy.NONE,
    ),
    "source": (
        QT_TRANSLATE_NOOP("Errors", "The source cannot be read"),
        QT_TRANSLATE_NOOP("Errors", "Try again, or choose another one."),
        Remedy.RETRY,
    ),
    "settings": (
        QT_TRANSLATE_NOOP("Errors", "A setting is not valid"),
        QT_TRANSLATE_NOOP("Errors", "Correct it in the preferences."),
        Remedy.NONE,
    ),
    "usage": (
        QT_TRANSLATE_NOOP("Errors", "That cannot be done"),
        QT_TRANSLATE_NOOP("Errors", "Change what was asked for and try again."),
        Remedy.NONE,
    ),
}  # fmt: skip
_UNKNOWN = (
    QT_TRANSLATE_NOOP("Errors", "Something unexpected happened"),
    QT_TRANSLATE_NOOP("Errors", "This is a defect of ours. The diagnostics have a report that you can copy."),
    Remedy.DIAGNOSTICS,
)
_BUTTONS = {
    Remedy.MODELS: QT_TRANSLATE_NOOP("Errors", "Show models"),
    Remedy.LANGUAGE: QT_TRANSLATE_NOOP("Errors", "Get a model"),
    Remedy.RETRY: QT_TRANSLATE_NOOP("Errors", "Try again"),
    Remedy.DIAGNOSTICS: QT_TRANSLATE_NOOP("Errors", "Show diagnostics"),
    Remedy.OPEN: QT_TRANSLATE_NOOP("Errors", "Open another"),
}


def known_codes() -> frozenset[str]:
    """Codes, and families of codes, that have words of their own."""
    return frozenset(_KNOWN)


def explain(code: str, text: str) -> Message:
    """The message for an error of the program."""
    title, hint, remedy = _KNOWN.get(code) or _KNOWN.get(code.partition(".")[0]) or _UNKNOWN
    label = _BUTTONS.get(remedy, "")
    return Message(_said(title), said_in_language(text), _said(hint), remedy, _said(label) if label else "")


def _said(text: object) -> str:
    return QCoreApplication.translate("Errors", str(text))
