"""``streamlation live``: captions while someone speaks."""

from __future__ import annotations

import argparse
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from streamlation_desktop.core.errors import UsageError

if TYPE_CHECKING:
    from streamlation_desktop.session.live_request import LiveRequest
    from streamlation_desktop.session.request import JobRequest
    from streamlation_desktop.settings.schema import Settings

_STOPPED = "stopped before the captions were finished; what was settled is in: streamlation history list"
PACES = ("realtime", "fast")
_BESIDE = Path()
"""A recording that was asked for without a name."""

_EPILOG = """\
examples:
  streamlation live https://host/live.m3u8 --to es            captions in the terminal
  streamlation live https://host/radio.mp3 --from en --to de -o captions -f srt,vtt
  streamlation live rtmp://host/app/key --to es -o DIR --record   captions and the stream itself in DIR
  streamlation live talk.mp4 --to es --json                   a file, played at normal speed

Ctrl-C ends the session and finishes its files; a second one ends it at once.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """As few as a stream needs; the others are those of ``run``."""
    from streamlation_desktop.cli.run import FORMATS, PRESETS

    parser.epilog = _EPILOG
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("input", metavar="INPUT", help="stream address, media file, or - for standard input")
    parser.add_argument("--to", metavar="LANG[,LANG]", help="translate into these: es or es,fr,de")
    parser.add_argument("--from", dest="sources", metavar="LANG", help="spoken language (default: detected)")
    parser.add_argument("-o", "--output-dir", type=Path, metavar="DIR", help="write caption files here as they grow")
    parser.add_argument(
        "--record",
        type=Path,
        metavar="FILE",
        nargs="?",
        const=_BESIDE,
        help="write the stream itself too: .mkv, .mp4 or .ts (default: an .mkv file beside the captions)",
    )
    parser.add_argument("-f", "--format", metavar="LIST", help=f"of {','.join(FORMATS)} (default: srt)")
    parser.add_argument("--overwrite", action="store_true", help="replace files that are there")
    parser.add_argument("--model", metavar="ID", help="recognition model (see: streamlation models list)")
    parser.add_argument("--translator", metavar="ID", help="translation model or engine")
    parser.add_argument("--preset", choices=PRESETS, help="speed against quality of translation")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), help="where models run")
    parser.add_argument("--glossary", type=Path, metavar="FILE", help="terms to keep: source TAB target per line")
    parser.add_argument("--vocabulary", metavar="WORDS", help="names to expect in the speech, with commas")
    parser.add_argument("--delay", type=float, metavar="SECONDS", help="let captions take longer, for better words")
    parser.add_argument(
        "--pace", choices=PACES, default="realtime", help="play a file at normal speed, or as fast as it is understood"
    )
    parser.add_argument("--audio-track", type=int, metavar="N", help="audio track to hear, from 0")
    parser.add_argument(
        "--allow-network", action="store_true", help="let a playlist or manifest on disk fetch from the open internet"
    )
    parser.add_argument("--input-format", metavar="NAME", help="container of an input that cannot be probed")
    parser.add_argument("--engine-process", action="store_true", help="run the models in a supervised process")
    parser.add_argument("--json", action="store_true", help="one event per line as JSON on standard output")
    parser.add_argument("-q", "--quiet", action="store_true", help="print nothing but errors")


def run(options: argparse.Namespace) -> int:
    """Run the session in this process, or in the engine process."""
    from streamlation_desktop.cli.job import run_job
    from streamlation_desktop.cli.live_view import show_live
    from streamlation_desktop.settings.paths import app_paths
    from streamlation_desktop.settings.store import load_settings

    loaded = load_settings(app_paths().settings_file, os.environ)
    request = request_from(options, loaded.settings)
    show = partial(show_live, targets=request.job.targets, as_json=options.json, quiet=options.quiet)
    return run_job(request, loaded, remote=options.engine_process, show=show, stopped=_STOPPED)


def request_from(options: argparse.Namespace, settings: Settings) -> LiveRequest:
    """The request that the flags describe; what they leave open is as in the settings.

    Raises:
        UsageError: a language, format or number makes no sense.
    """
    from dataclasses import replace

    from streamlation_desktop.cli import run as run_verb
    from streamlation_desktop.session.live_request import LiveRequest

    if options.delay is not None and not 0.5 <= options.delay <= 60:
        raise UsageError("--delay must be between 0.5 and 60 seconds")
    unused = {"beam_size": None, "subtitle_track": None, "compute_type": None, "vad": None, "bilingual": None}
    whole = argparse.Namespace(**vars(options), **unused, burn_in=False, mux=False)
    job = run_verb.request_from(whole, settings)
    job = replace(job, output=replace(job.output, folder=options.output_dir))
    return LiveRequest(job, options.pace, options.delay, record=_recording(job, options.record))


def _recording(job: JobRequest, asked: Path | None) -> Path | None:
    from streamlation_desktop.session.naming import output_folder, output_stem

    if asked is _BESIDE:
        asked = output_folder(job) / f"{output_stem(job.location)}.mkv"
    return asked.absolute() if asked is not None else None
