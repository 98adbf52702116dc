"""Plain text (.txt): the words alone, for reading and quoting; one paragraph per sentence. Written only."""

from __future__ import annotations

from streamlation_desktop.core.language import separates_words
from streamlation_desktop.subtitles.document import SubtitleDocument
from streamlation_desktop.subtitles.formats.cues import clean_text
from streamlation_desktop.subtitles.tokens import ends_sentence

_PARAGRAPH_PAUSE = 2.0
"""Seconds of silence that end a paragraph where no punctuation does."""


def serialize(document: SubtitleDocument) -> bytes:
    """Write UTF-8 text; a change of speaker begins a paragraph that names the speaker."""
    paragraphs: list[str] = []
    open_paragraph, speaker, last_end = "", "", 0.0
    for cue in document.cues:
        space = " " if separates_words(cue.language) else ""
        text = space.join(clean_text(cue))
        changed = cue.speaker != speaker
        if open_paragraph and (
            changed or ends_sentence(open_paragraph) or cue.span.start - last_end > _PARAGRAPH_PAUSE
        ):
            paragraphs.append(open_paragraph)
            open_paragraph = ""
        if open_paragraph:
            open_paragraph += space + text
        else:
            open_paragraph = f"{cue.speaker}: {text}" if cue.speaker and changed else text
        speaker, last_end = cue.speaker, cue.span.end
    paragraphs += [open_paragraph] if open_paragraph else []
    return "".join(f"{paragraph}\n\n" for paragraph in paragraphs).removesuffix("\n").encode()
