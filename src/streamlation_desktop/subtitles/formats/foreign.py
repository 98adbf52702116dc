"""Rare formats, read through pysubs2: MicroDVD (.sub), MPL2, TMP and SAMI (.smi)."""

from __future__ import annotations

import warnings

from streamlation_desktop.core.errors import UnsupportedMedia
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.subtitles.document import UNDETERMINED, SubtitleDocument
from streamlation_desktop.subtitles.formats.cues import Row, cues_from

_FILM_RATE = 23.976
"""Frames per second where a MicroDVD file does not state its own: what players assume."""
_FORMATS = frozenset({"microdvd", "mpl2", "tmp", "sami"})


def parse(text: str, language: LanguageCode = UNDETERMINED) -> SubtitleDocument:
    """Read a file of one of these formats, told by its content.

    Raises:
        UnsupportedMedia: none of them, or damaged.
    """
    from pysubs2 import Pysubs2Error, SSAFile
    from pysubs2.formats import autodetect_format

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            kind = autodetect_format(text[:10_000])
            script = SSAFile.from_string(text, format_=kind, fps=_FILM_RATE) if kind in _FORMATS else None
    except (Pysubs2Error, ValueError, LookupError, TypeError, ArithmeticError, NotImplementedError) as exc:
        raise UnsupportedMedia("not a subtitle file that can be read", hint="Choose an SRT, VTT or ASS file.") from exc
    if script is None:
        raise UnsupportedMedia("not a subtitle file that can be read", hint="Choose an SRT, VTT or ASS file.")
    rows = [Row(event.start / 1000, event.end / 1000, event.plaintext) for event in script if event.is_text]
    return SubtitleDocument(cues_from(rows, language), language)
