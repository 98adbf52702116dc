"""The subtitle tracks one can choose from: those we make, those in the media, those in files."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.core.start_soon import start_soon
from streamlation_desktop.core.types import Cue
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.player.subtitle_files import files_beside
from streamlation_desktop.gui.widgets.times import figures
from streamlation_desktop.media.subtitle_tracks import read_subtitle_track
from streamlation_desktop.playback.captions import CaptionTrack
from streamlation_desktop.subtitles.document import UNDETERMINED
from streamlation_desktop.subtitles.formats.registry import read_subtitles

MADE = "made:"


@dataclass(slots=True)
class ShelfEntry:
    """One track."""

    key: str
    label: str
    language: str
    track: CaptionTrack = field(default_factory=CaptionTrack)
    load: Callable[[CancelToken], list[Cue]] | None = None
    """Reads the cues, on a thread; None once that was begun, and for what is pushed."""


class SubtitleShelf(QObject):
    """Belongs to the window's thread."""

    changed = Signal()
    """Tracks came or went."""
    failed = Signal(str, str)
    """Message and hint."""
    _loaded = Signal(object, object)
    _found = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, ShelfEntry] = {}
        self._token = CancelToken()
        self._loaded.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._found.connect(self._offer, Qt.ConnectionType.QueuedConnection)

    @property
    def entries(self) -> list[ShelfEntry]:
        """In the order they came."""
        return list(self._entries.values())

    def entry(self, key: str | None) -> ShelfEntry | None:
        """The track of that key; its reading begins now where it was put off."""
        entry = self._entries.get(key or "")
        if entry is not None and entry.load is not None:
            load, entry.load = entry.load, None
            thread = threading.Thread(target=self._read, args=(entry, load, self._token), name="subtitles", daemon=True)
            thread.start()
        return entry

    def clear(self) -> None:
        """Other media."""
        self._token.cancel()
        self._token = CancelToken()
        self._entries.clear()
        self.changed.emit()

    def made(self, language: LanguageCode) -> ShelfEntry:
        """Our own track in that language."""
        key = f"{MADE}{language}"
        if key not in self._entries:
            self._add(ShelfEntry(key, readable_name(language), str(language)))
        return self._entries[key]

    def set_cues(self, language: LanguageCode, cues: Iterable[Cue]) -> None:
        """All cues of our own track."""
        self.made(language).track.replace(cues)

    def add_cue(self, cue: Cue) -> None:
        """One cue more, as it was made."""
        self.made(cue.language).track.add(cue)

    def foresee(self, cues: Iterable[Cue]) -> None:
        """Cues of our own track that are shown until the final ones are there."""
        ahead = list(cues)
        self.made(ahead[0].language).track.foresee(ahead)

    def forget_foreseen(self) -> None:
        """The final cues are there."""
        for entry in self._entries.values():
            entry.track.forget_foreseen()

    def offer_embedded(self, location: str, info: SourceInfo) -> None:
        """The text tracks of the media; read when chosen."""
        if info.is_live:
            return
        for track in info.subtitles:
            if not track.is_text:
                continue
            language = track.language or UNDETERMINED
            named = (
                readable_name(language)
                if track.language
                else self.tr("Track {0}").format(figures(str(track.index + 1)))
            )
            label = self.tr("{0} (in the media)").format(track.title or named)
            load = _embedded(location, track.index, language)
            self._add(ShelfEntry(f"track:{track.index}", label, str(language), load=load))

    def offer_beside(self, location: str) -> None:
        """The subtitle files that lie beside a film and are called like it; looked for on a thread."""
        token = self._token

        def look() -> None:
            found = files_beside(Path(location))
            if found and not token.is_cancelled:
                self._found.emit(found, token)

        start_soon(threading.Thread(target=look, name="subtitles", daemon=True))

    def add_file(self, path: Path) -> str:
        """A subtitle file; returns its key. What is wrong with it comes as `failed`."""
        key = f"file:{path}"
        self._add(ShelfEntry(key, path.name, "", load=lambda _: list(read_subtitles(path).cues)))
        return key

    def _offer(self, found: list[Path], token: CancelToken) -> None:
        if not token.is_cancelled:
            for path in found:
                if f"file:{path}" not in self._entries:
                    self.add_file(path)

    def _add(self, entry: ShelfEntry) -> None:
        self._entries[entry.key] = entry
        self.changed.emit()

    def _read(self, entry: ShelfEntry, load: Callable[[CancelToken], list[Cue]], token: CancelToken) -> None:
        try:
            cues: object = load(token)
        except Cancelled:
            return
        except StreamlationError as exc:
            cues = exc
        if not token.is_cancelled:
            self._loaded.emit(entry, cues)

    def _take(self, entry: ShelfEntry, result: object) -> None:
        if self._entries.get(entry.key) is not entry:
            return
        if isinstance(result, list):
            entry.track.replace(result)
            if result and not entry.language:
                entry.language = str(result[0].language)
        elif isinstance(result, StreamlationError):
            del self._entries[entry.key]
            self.failed.emit(str(result), result.hint)
        self.changed.emit()


def _embedded(location: str, index: int, language: LanguageCode) -> Callable[[CancelToken], list[Cue]]:
    def load(token: CancelToken) -> list[Cue]:
        events = read_subtitle_track(location, index, token)
        return [Cue(i, event.span, tuple(event.text.split("\n")), language) for i, event in enumerate(events)]

    return load
