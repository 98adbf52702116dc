"""``streamlation dub``: the translation of a file, spoken."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, parse_language

if TYPE_CHECKING:
    from streamlation_desktop.jobs.request import DubOutput, DubRequest, Stems, VoiceChoice
    from streamlation_desktop.settings.schema import Settings

PRESETS = ("fast", "balanced", "accurate")
LOUDNESS = ("desktop", "broadcast")

_EPILOG = """\
examples:
  streamlation dub talk.mp4 --to es                     talk.es.m4a, .mix.m4a, .mp4, .srt, .vtt
  streamlation dub talk.mp4 --to es,fr,de -o dubs       three languages
  streamlation dub talk.mp4 --to es --voice es=piper-es_es-davefx-medium
  streamlation dub film.mkv --to fr --voice voice.wav --background music.wav
  streamlation dub talk.mp4 --to es --captions talk.en.srt --from en

An interrupted dub goes on where it stopped when the same command is given again.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.epilog = _EPILOG
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("input", nargs="?", metavar="FILE", help="media file")
    _add_text(parser)
    _add_sound(parser)
    _add_output(parser)
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), help="where models run")
    parser.add_argument("--queue", action="store_true", help="only put it in the queue: streamlation jobs run")
    parser.add_argument("--list-voices", metavar="LANG", help="list the voices of a language, and do nothing else")
    parser.add_argument("--json", action="store_true", help="one event per line as JSON on standard output")
    parser.add_argument("-q", "--quiet", action="store_true", help="print nothing but errors")


def _add_text(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("what is said")
    group.add_argument("--to", metavar="LANG[,LANG]", help="languages of the dub: es or es,fr,de")
    group.add_argument("--from", "--language", dest="sources", metavar="LANG[,LANG]", help="spoken (default: detected)")
    group.add_argument("--captions", type=Path, metavar="FILE", help="what is said, from a subtitle file; needs --from")
    group.add_argument("--subtitle-track", type=int, metavar="N", help="the same from the file itself, from 0")
    group.add_argument("--audio-track", type=int, metavar="N", help="audio track to hear, from 0")
    group.add_argument("--model", metavar="ID", help="recognition model")
    group.add_argument("--translator", metavar="ID", help="translation model or engine")
    group.add_argument("--preset", choices=PRESETS, help="speed against quality of translation")
    group.add_argument("--glossary", type=Path, metavar="FILE", help="terms to keep: source TAB target per line")


def _add_sound(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("how it sounds")
    group.add_argument(
        "--voice",
        action="append",
        default=[],
        metavar="LANG[:SPEAKER]=VOICE|FILE",
        help="voice of a language, MODEL or MODEL/VOICE; or, a file: the voice stem of the source",
    )
    group.add_argument("--voice-file", type=Path, metavar="FILE", help="the voice stem of the source")
    group.add_argument("--background", type=Path, metavar="FILE", help="the other stem: kept at full level")
    group.add_argument(
        "--stem-tolerance", type=float, default=0.5, metavar="SECONDS", help="how far durations may differ (0.5)"
    )
    group.add_argument(
        "--loudness", choices=LOUDNESS, default="desktop", help="-16 LUFS, or -23 LUFS for broadcast (EBU R 128)"
    )
    group.add_argument(
        "--enhance",
        type=Path,
        metavar="MODEL",
        help="take noise out before recognition: file or folder of GTCRN or DTLN",
    )
    group.add_argument(
        "--separate", type=Path, metavar="DIR", help="keep the background at full level: folder of a Spleeter model"
    )
    group.add_argument("--diarize", type=Path, metavar="DIR", help="tell speakers apart: folder of a sherpa-onnx model")
    group.add_argument("--speakers", type=int, metavar="N", help="how many there are (default: found out)")
    group.add_argument("--project", default="", metavar="NAME", help="whose voices are used and remembered")


def _add_output(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument("-o", "--output-dir", type=Path, metavar="DIR", help="folder (default: beside the file)")
    group.add_argument("--overwrite", action="store_true", help="replace files that are there")


def run(options: argparse.Namespace) -> int:
    """Queue the job and, unless it is only to be queued, do it."""
    from streamlation_desktop.cli.dub_job import list_voices, run_dub
    from streamlation_desktop.settings.paths import app_paths
    from streamlation_desktop.settings.store import load_settings

    loaded = load_settings(app_paths().settings_file, os.environ)
    if options.list_voices:
        return list_voices(_language(options.list_voices, "--list-voices"))
    request = request_from(options, loaded.settings)
    return run_dub(request, loaded, queue=options.queue, as_json=options.json, quiet=options.quiet)


def request_from(options: argparse.Namespace, settings: Settings) -> DubRequest:
    """The request that the flags describe; what they leave open is as in the settings.

    Raises:
        UsageError: a language, voice or stem makes no sense.
    """
    from streamlation_desktop.jobs.request import DubRequest

    if not options.input:
        raise UsageError("which file?", hint="streamlation dub talk.mp4 --to es")
    if (options.captions or options.subtitle_track is not None) and not options.sources:
        raise UsageError("the language of the subtitles is not known", hint="Say it: --from en")
    recognition, translation = settings.recognition, settings.translation
    return DubRequest(
        location=str(Path(options.input).absolute()) if "://" not in options.input else options.input,
        targets=_languages(options.to, "--to") or translation.targets,
        sources=_languages(options.sources, "--from") or recognition.languages,
        captions=options.captions and options.captions.absolute(),
        subtitle_track=options.subtitle_track,
        recognizer=options.model or recognition.model,
        translator=options.translator or translation.model,
        preset=options.preset or translation.preset,
        device=options.device or settings.compute.device,
        compute_type=settings.compute.compute_type,
        glossary=options.glossary or translation.glossary,
        audio_track=options.audio_track,
        voices=tuple(voice_choice(text) for text in options.voice if "=" in text),
        stems=_stems(options),
        enhance=_path(options.enhance),
        separate=_path(options.separate),
        diarizer=_path(options.diarize),
        speakers=options.speakers,
        loudness=options.loudness,
        project=options.project,
        output=_output(options, settings),
    )


def voice_choice(text: str) -> VoiceChoice:
    """Read ``es=MODEL``, ``es=MODEL/VOICE`` or ``es:SPEAKER=MODEL/VOICE``.

    Raises:
        UsageError: it is none of these.
    """
    from streamlation_desktop.jobs.request import VoiceChoice

    whose, _, voice = text.partition("=")
    language, _, speaker = whose.partition(":")
    model, _, name = voice.partition("/")
    if not model:
        raise UsageError(f"--voice {text}: which voice?", hint="For example --voice es=espeak-ng/es-419")
    return VoiceChoice(_language(language, "--voice"), model, name, speaker)


def _stems(options: argparse.Namespace) -> Stems | None:
    from streamlation_desktop.jobs.request import Stems

    files = [Path(text) for text in options.voice if "=" not in text]
    voice = options.voice_file or (files[0] if files else None)
    if len(files) > 1 or (files and options.voice_file):
        raise UsageError("there is one voice stem only", hint="Choose voices as --voice es=MODEL.")
    if (voice is None) != (options.background is None):
        raise UsageError("stems come in pairs", hint="Give both: --voice voice.wav --background music.wav")
    if voice is None:
        return None
    return Stems(voice.absolute(), options.background.absolute(), options.stem_tolerance)


def _path(path: Path | None) -> str:
    return str(path.absolute()) if path else ""


def _output(options: argparse.Namespace, settings: Settings) -> DubOutput:
    from streamlation_desktop.jobs.request import DubOutput

    folder = options.output_dir or settings.output.folder
    return DubOutput(folder and folder.absolute(), options.overwrite)


def _languages(text: str | None, flag: str) -> tuple[LanguageCode, ...]:
    names = [name.strip() for name in (text or "").split(",") if name.strip() and name.strip() != "auto"]
    return tuple(dict.fromkeys(_language(name, flag) for name in names))


def _language(name: str, flag: str) -> LanguageCode:
    try:
        return parse_language(name)
    except UnknownLanguage as exc:
        raise UsageError(f"{flag}: {exc}", hint="Give a code such as es, or a name such as Spanish.") from exc
