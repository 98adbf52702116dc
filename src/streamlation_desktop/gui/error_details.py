"""What exactly happened, in the language of the window: the errors' own sentences are English, and many come from far.

A sentence that is not known here is shown as it is.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from streamlation_desktop.core.language import UnknownLanguage, parse_language
from streamlation_desktop.gui.letters import readable_name

_SENTENCES = tuple(
    map(
        str,
        (
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} does not exist"),
            QT_TRANSLATE_NOOP("ErrorDetails", "no such file: {0}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is a folder"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is empty"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is not a language"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is not a media file, or it is damaged"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} of the playlist is missing"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} may not be read"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} cannot be opened ({1})"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} cannot be read: {1}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} may not be read ({1})"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} was not found ({1})"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0}: no secure connection ({1})"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} cannot be read ({1})"),
            QT_TRANSLATE_NOOP("ErrorDetails", "no video was found in {0}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "the stream did not begin"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} names no server"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is a pipe or a device"),
            QT_TRANSLATE_NOOP("ErrorDetails", "no decoder for {0} audio in {1}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "the playlist refers to itself or has no end"),
            QT_TRANSLATE_NOOP("ErrorDetails", "the playlist is too large"),
            QT_TRANSLATE_NOOP("ErrorDetails", "the server ended the transfer early"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} has no audio track"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} has no such audio track"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} has neither picture nor sound"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} has neither sound nor pictures that can be decoded"),
            QT_TRANSLATE_NOOP("ErrorDetails", "no audio or video in {0}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is a web page, not media"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is not a valid address"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} sends nothing"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} was taken away"),
            QT_TRANSLATE_NOOP("ErrorDetails", "the source may not reach into the local network ({0})"),
            QT_TRANSLATE_NOOP("ErrorDetails", "this link leads into your own network ({0})"),
            QT_TRANSLATE_NOOP("ErrorDetails", "nothing installed translates {0:language} into {1:language}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "no installed model recognizes {0:language}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "nothing translates {0:language} into {1:language}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "no installed voice speaks {0:language}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "recognition failed: {0}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "the engine process was killed by signal {0}, again and again"),
            QT_TRANSLATE_NOOP("ErrorDetails", "the engine process was killed by signal {0}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is not installed"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is installed already"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is damaged ({1})"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} does not match its checksum"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} cannot be loaded: {1}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "this installation does not say where {0} is"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is not there"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} does not have {1}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is neither a folder nor the address of a package index"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} cannot be reached: {1}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "the certificate of {0} is not trusted"),
            QT_TRANSLATE_NOOP("ErrorDetails", "no space left for {0}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "no space left in {0}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "the disk is full: nothing more can be stored"),
            QT_TRANSLATE_NOOP("ErrorDetails", "the disk is full: {0}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} cannot be written"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} exists"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is not connected"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} does not answer"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} does not answer at {1}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} is not reachable ({1})"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} did not accept the PIN"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} has gone"),
            QT_TRANSLATE_NOOP("ErrorDetails", "{0} plays this in no form: {1}"),
            QT_TRANSLATE_NOOP("ErrorDetails", "nothing of this job has failed"),
            QT_TRANSLATE_NOOP("ErrorDetails", "the job is being worked on"),
            QT_TRANSLATE_NOOP("ErrorDetails", "the release's manifest is not signed by the developers"),
            QT_TRANSLATE_NOOP("ErrorDetails", "this build does not know where releases are announced"),
        ),
    )
)
"""The longer of two that fit stands first where it matters; ``{0:language}`` is a language by its English name."""
_GAP = re.compile(r"\{(\d)(:language)?\}")


def _pattern(sentence: str) -> re.Pattern[str]:
    parts, at = [], 0
    for gap in _GAP.finditer(sentence):
        parts += [re.escape(sentence[at : gap.start()]), "(.+)"]
        at = gap.end()
    return re.compile("".join([*parts, re.escape(sentence[at:])]), re.DOTALL)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """With the first error: they take as long as a twentieth of the start."""
    return tuple((_pattern(sentence), sentence) for sentence in _SENTENCES)


def lacks_translator(text: str) -> bool:
    """True for the sentence that says that nothing installed translates what is said."""
    return text.startswith("nothing installed translates ")


def said_in_language(text: str) -> str:
    """`text` in the language of the window, as far as it is known."""
    for pattern, sentence in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return _filled(sentence, found.groups())
    return text


def _filled(sentence: str, found: tuple[str, ...]) -> str:
    kinds = [bool(gap.group(2)) for gap in _GAP.finditer(sentence)]
    words = [_own(word) if is_language else word for word, is_language in zip(found, kinds, strict=True)]
    translated = QCoreApplication.translate("ErrorDetails", sentence)
    return _GAP.sub(lambda gap: words[int(gap.group(1))], translated)


def _own(name: str) -> str:
    try:
        return readable_name(parse_language(name))
    except UnknownLanguage:
        return name
