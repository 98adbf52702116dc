"""Chapters of what is played: which one it is, what it is called, and which is before and after it."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QCoreApplication

from streamlation_desktop.core.source import Chapter
from streamlation_desktop.gui.widgets.times import figures

Chapters = tuple[Chapter, ...]
_WITHIN = 5.0
"""Seconds from the start of a chapter in which "before" means the one before, and later its own start: as in mpv."""
_SLACK = 0.05
"""Seconds before a chapter's start that count as its start: the picture there may have an earlier time."""


def chapter_at(chapters: Chapters, seconds: float) -> int:
    """Ordinal of the chapter at that media time, from 0; -1 before the first."""
    return bisect_right(chapters, seconds + _SLACK, key=lambda chapter: chapter.start) - 1


def chapter_name(chapters: Chapters, ordinal: int) -> str:
    """Its title, or its number where it has none."""
    number = QCoreApplication.translate("PlayerChapters", "Chapter {0}").format(figures(str(ordinal + 1)))
    return chapters[ordinal].title or number


def chapter_beside(chapters: Chapters, seconds: float, step: int) -> int | None:
    """Ordinal of the next chapter (1), or of the start of this or the one before (-1); None at the end."""
    here = chapter_at(chapters, seconds)
    if step < 0:
        is_within = here >= 0 and seconds - chapters[here].start > _WITHIN
        return here if is_within else max(0, here - 1)
    return here + 1 if here + 1 < len(chapters) else None
