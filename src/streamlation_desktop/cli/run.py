"""``streamlation run``: translate a file or stream into subtitles."""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, parse_language

if TYPE_CHECKING:
    from streamlation_desktop.session.request import JobRequest, OutputRequest
    from streamlation_desktop.settings.schema import OutputSettings, Settings

T = TypeVar("T")

FORMATS = ("srt", "vtt", "ass", "ttml", "txt", "json")
PRESETS = ("fast", "balanced", "accurate")

_EPILOG = """\
examples:
  streamlation run talk.mp4 --to es                 talk.es.srt beside talk.mp4
  streamlation run talk.mp4 --to es,fr -f srt,vtt   two languages, two formats
  streamlation run talk.mp4                         the transcript alone
  streamlation run https://host/live.m3u8 --from en --to de -o captions

An interrupted job goes on where it stopped when the same command is given again.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Flags follow what other speech tools call them."""
    parser.epilog = _EPILOG
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("input", metavar="INPUT", help="media file, stream address, or - for standard input")
    _add_languages(parser)
    _add_output(parser)
    _add_engines(parser)
    parser.add_argument("--audio-track", type=int, metavar="N", help="audio track to hear, from 0")
    parser.add_argument(
        "--subtitle-track", type=int, metavar="N", help="translate this embedded subtitle track, from 0, not the sound"
    )
    parser.add_argument("--input-format", metavar="NAME", help="container of an input that cannot be probed")
    parser.add_argument(
        "--allow-network", action="store_true", help="let a playlist or manifest on disk fetch from the open internet"
    )
    parser.add_argument("--engine-process", action="store_true", help="run the models in a supervised process")
    parser.add_argument("--json", action="store_true", help="one event per line as JSON on standard output")
    parser.add_argument("-q", "--quiet", action="store_true", help="print nothing but errors")


def _add_languages(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("languages")
    group.add_argument("--to", metavar="LANG[,LANG]", help="translate into these: es or es,fr,de")
    group.add_argument(
        "--from",
        "--language",
        dest="sources",
        metavar="LANG[,LANG]",
        help="spoken language (default: detected); several are told apart sentence by sentence",
    )
    group.add_argument(
        "--bilingual", action="store_true", default=None, help="source and translation together in each file"
    )
    group.add_argument("--glossary", type=Path, metavar="FILE", help="terms to keep: source TAB target per line")
    group.add_argument("--vocabulary", metavar="WORDS", help="names to expect in the speech, with commas")


def _add_output(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument(
        "-f",
        "--format",
        "--output-format",
        metavar="LIST",
        help=f"of {','.join(FORMATS)} (default: srt)",
    )
    group.add_argument("-o", "--output-dir", type=Path, metavar="DIR", help="folder (default: beside the input)")
    group.add_argument("--overwrite", action="store_true", help="replace files that are there")
    group.add_argument(
        "--burn-in", action="store_true", help="also a copy of the video with the captions in the picture"
    )
    group.add_argument("--mux", action="store_true", help="also a copy of the media with the captions as tracks")


def _add_engines(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("engines")
    group.add_argument("--model", metavar="ID", help="recognition model (see: streamlation models list)")
    group.add_argument("--translator", metavar="ID", help="translation model or engine")
    group.add_argument("--preset", choices=PRESETS, help="speed against quality of translation")
    group.add_argument("--device", choices=("auto", "cpu", "cuda"), help="where models run")
    group.add_argument("--compute-type", metavar="TYPE", help="int8, float16 … (default: measured)")
    group.add_argument("--beam-size", type=int, metavar="N", help="beams of recognition (default: 1)")
    group.add_argument("--vad", action=argparse.BooleanOptionalAction, help="skip what is not speech (default: on)")


def run(options: argparse.Namespace) -> int:
    """Run the job in this process, or in the engine process."""
    from streamlation_desktop.cli.job import run_job, show_job
    from streamlation_desktop.settings.paths import app_paths
    from streamlation_desktop.settings.store import load_settings

    loaded = load_settings(app_paths().settings_file, os.environ)
    request = request_from(options, loaded.settings)
    show = partial(show_job, as_json=options.json, quiet=options.quiet)
    return run_job(request, loaded, remote=options.engine_process, show=show)


def request_from(options: argparse.Namespace, settings: Settings) -> JobRequest:
    """The request that the flags describe; what they leave open is as in the settings.

    Raises:
        UsageError: a language, format or number makes no sense.
    """
    from streamlation_desktop.session.request import JobRequest

    if options.input == "-" and sys.stdin.isatty():
        raise UsageError("standard input is the keyboard", hint="Pipe media in: curl … | streamlation run - --to es")
    if options.beam_size is not None and not 1 <= options.beam_size <= 10:
        raise UsageError("--beam-size must be between 1 and 10")
    recognition, translation = settings.recognition, settings.translation
    return JobRequest(
        location=options.input,
        sources=_or(_languages(options.sources, "--from"), recognition.languages),
        targets=_or(_languages(options.to, "--to"), translation.targets),
        recognizer=_or(options.model, recognition.model),
        translator=_or(options.translator, translation.model),
        device=_or(options.device, settings.compute.device),
        compute_type=_or(options.compute_type, settings.compute.compute_type),
        beam_size=_or(options.beam_size, recognition.beam_size),
        preset=_or(options.preset, translation.preset),
        vad=_or(options.vad, recognition.vad),
        vocabulary=_or(_words(options.vocabulary), recognition.vocabulary),
        glossary=_or(options.glossary, translation.glossary),
        audio_track=options.audio_track,
        subtitle_track=options.subtitle_track,
        allow_network=options.allow_network,
        source_format=options.input_format,
        output=_output(options, settings.output),
    )


def _output(options: argparse.Namespace, settings: OutputSettings) -> OutputRequest:
    from streamlation_desktop.session.request import OutputRequest

    return OutputRequest(
        formats=_or(_formats(options.format), settings.formats),
        folder=_or(options.output_dir, settings.folder),
        overwrite=options.overwrite,
        bilingual=_or(options.bilingual, settings.bilingual),
        burn_in=options.burn_in,
        mux=options.mux,
    )


def _or(given: T | None, otherwise: T) -> T:
    return otherwise if given is None else given


def _languages(text: str | None, flag: str) -> tuple[LanguageCode, ...] | None:
    names = _words(text)
    if names is None:
        return None
    if names == ("auto",) and flag == "--from":
        return ()
    try:
        return tuple(dict.fromkeys(parse_language(name) for name in names))
    except UnknownLanguage as exc:
        raise UsageError(f"{flag}: {exc}", hint="Give a code such as es, or a name such as Spanish.") from exc


def _formats(text: str | None) -> tuple[str, ...] | None:
    names = _words(text and text.lower())
    if names is None:
        return None
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        raise UsageError(f"unknown format: {', '.join(unknown) or '(none)'}", hint=f"Known: {', '.join(FORMATS)}")
    return tuple(dict.fromkeys(names))


def _words(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else tuple(word.strip() for word in text.split(",") if word.strip())
