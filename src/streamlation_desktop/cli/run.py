"""``streamlation run``: translate a file or stream into subtitles."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, parse_language
from streamlation_desktop.session.request import JobRequest, OutputRequest

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
    parser.add_argument("--engine-process", action="store_true", help="run the models in a supervised process")
    parser.add_argument("--json", action="store_true", help="one event per line as JSON on standard output")
    parser.add_argument("-q", "--quiet", action="store_true", help="print nothing but errors")


def _add_languages(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("languages")
    group.add_argument("--to", metavar="LANG[,LANG]", default="", help="translate into these: es or es,fr,de")
    group.add_argument(
        "--from",
        "--language",
        dest="sources",
        metavar="LANG[,LANG]",
        default="",
        help="spoken language (default: detected); several are told apart sentence by sentence",
    )
    group.add_argument("--bilingual", action="store_true", help="source and translation together in each file")
    group.add_argument("--glossary", type=Path, metavar="FILE", help="terms to keep: source TAB target per line")
    group.add_argument("--vocabulary", metavar="WORDS", default="", help="names to expect in the speech, with commas")


def _add_output(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument(
        "-f",
        "--format",
        "--output-format",
        metavar="LIST",
        default="srt",
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
    group.add_argument("--model", metavar="ID", default="", help="recognition model (see: streamlation models list)")
    group.add_argument("--translator", metavar="ID", default="", help="translation model or engine")
    group.add_argument("--preset", choices=PRESETS, default="balanced", help="speed against quality of translation")
    group.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="where models run")
    group.add_argument("--compute-type", metavar="TYPE", default="", help="int8, float16 … (default: measured)")
    group.add_argument("--beam-size", type=int, default=1, metavar="N", help="beams of recognition (default: 1)")
    group.add_argument(
        "--vad", action=argparse.BooleanOptionalAction, default=True, help="skip what is not speech (default: on)"
    )


def run(options: argparse.Namespace) -> int:
    """Run the job in this process, or in the engine process."""
    request = request_from(options)
    from streamlation_desktop.cli.job import run_job

    return run_job(request, CancelToken(), remote=options.engine_process, as_json=options.json, quiet=options.quiet)


def request_from(options: argparse.Namespace) -> JobRequest:
    """The request that the flags describe.

    Raises:
        UsageError: a language, format or number makes no sense.
    """
    if options.input == "-" and sys.stdin.isatty():
        raise UsageError("standard input is the keyboard", hint="Pipe media in: curl … | streamlation run - --to es")
    if not 1 <= options.beam_size <= 10:
        raise UsageError("--beam-size must be between 1 and 10")
    return JobRequest(
        location=options.input,
        sources=_languages(options.sources, "--from"),
        targets=_languages(options.to, "--to"),
        recognizer=options.model,
        translator=options.translator,
        device=options.device,
        compute_type=options.compute_type,
        beam_size=options.beam_size,
        preset=options.preset,
        vad=options.vad,
        vocabulary=tuple(word.strip() for word in options.vocabulary.split(",") if word.strip()),
        glossary=options.glossary,
        audio_track=options.audio_track,
        subtitle_track=options.subtitle_track,
        source_format=options.input_format,
        output=OutputRequest(
            _formats(options.format),
            options.output_dir,
            overwrite=options.overwrite,
            bilingual=options.bilingual,
            burn_in=options.burn_in,
            mux=options.mux,
        ),
    )


def _languages(text: str, flag: str) -> tuple[LanguageCode, ...]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if names == ["auto"] and flag == "--from":
        return ()
    try:
        return tuple(dict.fromkeys(parse_language(name) for name in names))
    except UnknownLanguage as exc:
        raise UsageError(f"{flag}: {exc}", hint="Give a code such as es, or a name such as Spanish.") from exc


def _formats(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        raise UsageError(f"unknown format: {', '.join(unknown) or '(none)'}", hint=f"Known: {', '.join(FORMATS)}")
    return names
