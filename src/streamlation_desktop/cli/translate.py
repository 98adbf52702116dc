"""``streamlation translate``: text and subtitle files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from streamlation_desktop.core.errors import SourceError, SourceNotFound, UsageError
from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, parse_language

if TYPE_CHECKING:
    from streamlation_desktop.session.text_translation import TextTranslation

_EPILOG = """\
examples:
  streamlation translate movie.en.srt --to es           movie.es.srt, times kept
  echo "How are you?" | streamlation translate --to fr  text in, text out
"""
_SUBTITLES = frozenset({".srt", ".vtt", ".ass", ".ssa", ".ttml", ".dfxp", ".xml", ".json", ".sub"})
_STDOUT = Path("-")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.epilog = _EPILOG
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("input", metavar="FILE", nargs="?", default="-", help="subtitle or text file (default: stdin)")
    parser.add_argument("--to", metavar="LANG", required=True, help="language to translate into")
    parser.add_argument("--from", dest="source", metavar="LANG", help="language of the text (default: by name, or en)")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="(default: beside the file, or stdout; -: stdout)"
    )
    parser.add_argument("-f", "--format", metavar="NAME", help="subtitle format to write (default: as the input)")
    parser.add_argument("--overwrite", action="store_true", help="replace a file that is there")
    parser.add_argument("--translator", metavar="ID", default="", help="translation model or engine")
    parser.add_argument("--preset", choices=("fast", "balanced", "accurate"), default="balanced")
    parser.add_argument("--glossary", type=Path, metavar="FILE", help="terms to keep: source TAB target per line")


def run(options: argparse.Namespace) -> int:
    """Translate one file or standard input."""
    from streamlation_desktop.app import build_services
    from streamlation_desktop.core.events import EventBus
    from streamlation_desktop.engines.base import LanguagePair
    from streamlation_desktop.engines.presets import Preset
    from streamlation_desktop.session.text_translation import TextTranslation
    from streamlation_desktop.session.translating import TranslatorChoice
    from streamlation_desktop.translation.glossary import Glossary, read_glossary

    path = None if options.input == "-" else Path(options.input)
    pair = LanguagePair(_source(options.source, path), _parsed(options.to, "--to"))
    if pair.source == pair.target:
        raise UsageError(f"the text is in {pair.target} already", hint="Say its language: --from LANG")
    glossary = read_glossary(options.glossary) if options.glossary else Glossary(())
    with build_services() as services:
        choice = TranslatorChoice(options.translator, Preset(options.preset))
        translate = TextTranslation.open(services, EventBus(), choice, pair, glossary)
        if translate.origin.quality:
            print(
                f"note: {translate.origin.quality} quality; better: streamlation models list --to {pair.target}",
                file=sys.stderr,
            )
        if path is not None and path.suffix.lower() in _SUBTITLES:
            _translate_subtitles(options, path, translate, pair.source, pair.target)
        else:
            _translate_text(options, path, translate)
    return 0


def _translate_subtitles(
    options: argparse.Namespace, path: Path, translate: TextTranslation, source: LanguageCode, target: LanguageCode
) -> None:
    from streamlation_desktop.subtitles.document import SubtitleDocument, SubtitleMetadata
    from streamlation_desktop.subtitles.formats.registry import format_for, read_subtitles, write_subtitles
    from streamlation_desktop.translation.subtitle_text import translate_cues

    document = read_subtitles(path, source)
    extension = format_for(options.format or path.suffix).extension
    output = options.output or _beside(path, source, target, extension)
    _refuse_existing(output, overwrite=options.overwrite)
    cues = translate_cues(document.cues, translate, source, target)
    note = "Starter quality" if translate.origin.quality else ""
    metadata = SubtitleMetadata(document.metadata.title, source, (*document.metadata.engines, translate.origin), note)
    _write(output, write_subtitles(SubtitleDocument(tuple(cues), target, metadata, document.words), extension))


def _translate_text(options: argparse.Namespace, path: Path | None, translate: TextTranslation) -> None:
    output = options.output or _STDOUT
    _refuse_existing(output, overwrite=options.overwrite)
    text = _read_text(path)
    lines = text.splitlines()
    wanted = [line for line in lines if line.strip()]
    done = iter(translate(wanted))
    result = "\n".join(next(done) if line.strip() else "" for line in lines)
    _write(output, f"{result}\n".encode())


def _read_text(path: Path | None) -> str:
    try:
        data = sys.stdin.buffer.read() if path is None else path.read_bytes()
        return data.decode("utf-8-sig")
    except FileNotFoundError as exc:
        raise SourceNotFound(f"no such file: {path}") from exc
    except OSError as exc:
        raise SourceError(f"cannot read {path}: {exc.strerror or exc}") from exc
    except UnicodeDecodeError as exc:
        raise SourceError(f"{path or 'standard input'} is not UTF-8 text", hint="Save it as UTF-8.") from exc


def _source(given: str | None, path: Path | None) -> LanguageCode:
    """As given, else as the name says (``movie.de.srt``), else English."""
    if given:
        return _parsed(given, "--from")
    middle = Path(path.stem).suffix.removeprefix(".") if path else ""
    try:
        return parse_language(middle)
    except UnknownLanguage:
        return LanguageCode("en")


def _parsed(text: str, flag: str) -> LanguageCode:
    try:
        return parse_language(text)
    except UnknownLanguage as exc:
        raise UsageError(f"{flag}: {exc}", hint="Give a code such as es, or a name such as Spanish.") from exc


def _beside(path: Path, source: LanguageCode, target: LanguageCode, extension: str) -> Path:
    stem = path.stem.removesuffix(f".{source}")
    return path.with_name(f"{stem}.{target}{extension}")


def _refuse_existing(path: Path, *, overwrite: bool) -> None:
    from streamlation_desktop.core.errors import OutputExists

    if path != _STDOUT and path.exists() and not overwrite:
        raise OutputExists(f"{path} exists", hint="Overwrite it with --overwrite, or choose another -o FILE.")


def _write(path: Path, data: bytes) -> None:
    from streamlation_desktop.core.files import write_atomically

    if path == _STDOUT:
        sys.stdout.buffer.write(data)
        return
    write_atomically(path, data)
    print(f"wrote {path}", file=sys.stderr)
