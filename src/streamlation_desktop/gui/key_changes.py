"""Changes of the player's keys: adding, removing, resetting, and who else uses a key."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

from streamlation_desktop.gui.player.actions import ACTIONS

_USUAL = {action.name: action.keys for action in ACTIONS}


def portable(key: QKeySequence | str) -> str:
    """A key as the settings have it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


class KeyChanges:
    """The keys of every action, as they would be."""

    def __init__(self, changed: Mapping[str, tuple[str, ...]]) -> None:
        self.keys = {name: tuple(map(portable, changed.get(name, keys))) for name, keys in _USUAL.items()}

    @property
    def changed(self) -> dict[str, tuple[str, ...]]:
        """What differs from the usual, for the settings."""
        return {name: keys for name, keys in self.keys.items() if keys != self._usual(name)}

    def owner(self, key: str) -> str | None:
        """Name of the action that a key does."""
        return next((name for name, keys in self.keys.items() if key in keys), None)

    def add(self, name: str, key: str) -> None:
        """Let a key do an action; it does nothing else from then on."""
        before = self.owner(key)
        if before is not None:
            self.remove(before, key)
        self.keys[name] += (key,)

    def remove(self, name: str, key: str) -> None:
        """Let a key do an action no more."""
        self.keys[name] = tuple(each for each in self.keys[name] if each != key)

    def reset(self, name: str) -> None:
        """The usual keys again; others lose them."""
        for key in self._usual(name):
            before = self.owner(key)
            if before not in (None, name):
                self.remove(str(before), key)
        self.keys[name] = self._usual(name)

    def reset_all(self) -> None:
        """The usual keys of every action."""
        self.keys = {name: self._usual(name) for name in _USUAL}

    @staticmethod
    def _usual(name: str) -> tuple[str, ...]:
        return tuple(map(portable, _USUAL[name]))
