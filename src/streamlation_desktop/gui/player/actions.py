"""What the player can be told by key, and the keys that mpv and VLC taught people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from streamlation_desktop.gui.key_names import key_name
from streamlation_desktop.gui.widgets.facts import listed

_CONTEXT = "PlayerActions"
_FIRST_LETTER, _LAST_LETTER, _SPECIAL = 0x41, 0x5A, 0x01000000


@dataclass(frozen=True, slots=True)
class PlayerAction:
    """One thing to do."""

    name: str
    """As in the settings."""
    text: str
    """Untranslated; see `title`."""
    keys: tuple[str, ...]

    @property
    def title(self) -> str:
        """In the language of the window."""
        return QCoreApplication.translate(_CONTEXT, self.text)


def _action(name: str, text: object, *keys: str) -> PlayerAction:
    return PlayerAction(name, str(text), keys)  # the marker for the translators gives an object


ACTIONS: tuple[PlayerAction, ...] = (
    _action(
        "toggle", QT_TRANSLATE_NOOP("PlayerActions", "Play or pause"),
        "Space", "P", "Media Play", "Toggle Media Play/Pause",
    ),
    _action("pause", QT_TRANSLATE_NOOP("PlayerActions", "Pause"), "Media Pause", "Media Stop"),
    _action("back", QT_TRANSLATE_NOOP("PlayerActions", "Back 5 seconds"), "Left", "Media Previous"),
    _action("forward", QT_TRANSLATE_NOOP("PlayerActions", "Forward 5 seconds"), "Right", "Media Next"),
    _action("back_little", QT_TRANSLATE_NOOP("PlayerActions", "Back 1 second"), "Shift+Left"),
    _action("forward_little", QT_TRANSLATE_NOOP("PlayerActions", "Forward 1 second"), "Shift+Right"),
    _action("back_far", QT_TRANSLATE_NOOP("PlayerActions", "Back 1 minute"), "Down", "Ctrl+Left"),
    _action("forward_far", QT_TRANSLATE_NOOP("PlayerActions", "Forward 1 minute"), "Up", "Ctrl+Right"),
    _action("start", QT_TRANSLATE_NOOP("PlayerActions", "To the start"), "Home"),
    _action("end", QT_TRANSLATE_NOOP("PlayerActions", "To the end"), "End"),
    _action("step", QT_TRANSLATE_NOOP("PlayerActions", "One picture on"), ".", "E"),
    _action("step_back", QT_TRANSLATE_NOOP("PlayerActions", "One picture back"), ","),
    _action("chapter_next", QT_TRANSLATE_NOOP("PlayerActions", "To the next chapter"), "PgUp"),
    _action("chapter_back", QT_TRANSLATE_NOOP("PlayerActions", "To the chapter before"), "PgDown"),
    _action("caption_back", QT_TRANSLATE_NOOP("PlayerActions", "To the caption before"), "Ctrl+Shift+Left"),
    _action("caption_next", QT_TRANSLATE_NOOP("PlayerActions", "To the next caption"), "Ctrl+Shift+Right"),
    _action("slower", QT_TRANSLATE_NOOP("PlayerActions", "Slower"), "[", "-"),
    _action("faster", QT_TRANSLATE_NOOP("PlayerActions", "Faster"), "]", "+"),
    _action("normal_speed", QT_TRANSLATE_NOOP("PlayerActions", "Normal speed"), "Backspace", "="),
    _action("loop", QT_TRANSLATE_NOOP("PlayerActions", "Loop: from here, to here, off"), "L"),
    _action("quieter", QT_TRANSLATE_NOOP("PlayerActions", "Quieter"), "9", "Ctrl+Down", "Volume Down"),
    _action("louder", QT_TRANSLATE_NOOP("PlayerActions", "Louder"), "0", "Ctrl+Up", "Volume Up"),
    _action("mute", QT_TRANSLATE_NOOP("PlayerActions", "Sound off or on"), "M", "Volume Mute"),
    _action("next_audio", QT_TRANSLATE_NOOP("PlayerActions", "Next audio track"), "#", "B"),
    _action("captions", QT_TRANSLATE_NOOP("PlayerActions", "Captions off or on"), "V"),
    _action("next_captions", QT_TRANSLATE_NOOP("PlayerActions", "Next subtitle track"), "J"),
    _action("bilingual", QT_TRANSLATE_NOOP("PlayerActions", "Second language off or on"), "K"),
    _action("caption_earlier", QT_TRANSLATE_NOOP("PlayerActions", "Captions 0.1 s earlier"), "Z", "G"),
    _action("caption_later", QT_TRANSLATE_NOOP("PlayerActions", "Captions 0.1 s later"), "X", "H", "Shift+Z"),
    _action("smaller", QT_TRANSLATE_NOOP("PlayerActions", "Smaller captions"), "Shift+F"),
    _action("larger", QT_TRANSLATE_NOOP("PlayerActions", "Larger captions"), "Shift+G"),
    _action("full_screen", QT_TRANSLATE_NOOP("PlayerActions", "Full screen"), "F", "F11"),
    _action("leave", QT_TRANSLATE_NOOP("PlayerActions", "Leave full screen"), "Esc"),
    _action("on_top", QT_TRANSLATE_NOOP("PlayerActions", "Always on top"), "T", "Shift+T"),
    _action("inset", QT_TRANSLATE_NOOP("PlayerActions", "Picture in picture"), "I"),
    _action("caption_window", QT_TRANSLATE_NOOP("PlayerActions", "Window with captions only"), "C"),
    _action("screenshot", QT_TRANSLATE_NOOP("PlayerActions", "Screenshot with captions"), "S"),
    _action("clean_screenshot", QT_TRANSLATE_NOOP("PlayerActions", "Screenshot without captions"), "Shift+S"),
    _action("help", QT_TRANSLATE_NOOP("PlayerActions", "Show the keys"), "F1", "?"),
)  # fmt: skip


class KeyMap:
    """Which key does what."""

    def __init__(self, changed: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """`changed` holds, by action, the keys that replace the usual ones."""
        self._keys = {action.name: (changed or {}).get(action.name, action.keys) for action in ACTIONS}
        self._actions: dict[str, str] = {}
        for name, keys in self._keys.items():
            for key in keys:
                text = _normal(key)
                if text and (text not in self._actions or name in (changed or {})):
                    self._actions[text] = name

    def action_for(self, combination: int) -> str | None:
        """Name of the action for a key combination."""
        return self._actions.get(QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText))

    def action_of(self, event: QKeyEvent) -> str | None:
        """Name of the action for a key that was pressed."""
        name, key = self.action_for(event.keyCombination().toCombined()), event.key()
        if name is None and key < _SPECIAL and not _FIRST_LETTER <= key <= _LAST_LETTER:
            plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier  # "?" needs Shift on many keyboards
            name = self.action_for(QKeyCombination(plain, Qt.Key(key)).toCombined())
        return name

    def sheet(self) -> list[tuple[str, str]]:
        """What the keys do, and the keys as this system writes them: for the F1 sheet."""
        return [(action.title, listed(self._native(action.name))) for action in ACTIONS if self._keys[action.name]]

    def first_key(self, name: str) -> str:
        """One key of an action, as this system writes it; empty for none."""
        return next(iter(self._native(name)), "")

    def _native(self, name: str) -> list[str]:
        keys = [key for key in self._keys[name] if self._actions.get(_normal(key)) == name]
        return [key_name(key) for key in keys]


def _normal(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
