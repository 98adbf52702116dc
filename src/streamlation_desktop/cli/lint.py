"""``streamlation lint FILE``: checks a subtitle file against the norms."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, parse_language
from streamlation_desktop.core.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlation_desktop.subtitles.lint import Violation

CLEAN, VIOLATIONS = 0, 1
_USUAL_FPS = 30.0
"""Frames per second where they are not said: the highest common one, whose two frames are the shortest gap."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the verb."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="subtitle file of any format")
    parser.add_argument("--language", help="language of the text; else what the file says")
    parser.add_argument("--fps", type=float, help="frames per second of the video, for the gap of two frames")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--json", action="store_true", help="one JSON object per violation")


def run(args: argparse.Namespace) -> int:
    """Check the files; 0 when all are clean, 1 when a cue has an error.

    Raises:
        UsageError: no such language, or a frame rate that is not positive.
        SourceError: a file cannot be read.
    """
    language = _language(args.language)
    if args.fps is not None and not args.fps > 0:
        raise UsageError("--fps must be positive", hint="For example --fps 25.")
    failed = [_check(path, language, args) for path in args.files]
    return VIOLATIONS if any(failed) else CLEAN


def _language(text: str | None) -> LanguageCode | None:
    if text is None:
        return None
    try:
        return parse_language(text)
    except UnknownLanguage as exc:
        raise UsageError(str(exc), hint="Give a code like es or a name like Spanish.") from exc


def _check(path: Path, language: LanguageCode | None, args: argparse.Namespace) -> bool:
    from streamlation_desktop.subtitles.document import UNDETERMINED
    from streamlation_desktop.subtitles.formats.registry import read_subtitles
    from streamlation_desktop.subtitles.lint import Severity, failing_cues, lint
    from streamlation_desktop.subtitles.norms import norms_for

    document = read_subtitles(path, language or UNDETERMINED, faithful=True)
    violations = lint(document.cues, norms_for(language or document.language, args.fps or _USUAL_FPS))
    _print(path, violations, as_json=args.json)
    errors = sum(violation.severity is Severity.ERROR for violation in violations)
    if not args.json:
        clean = len(document.cues) - len(failing_cues(violations))
        share = f"{100 * clean / len(document.cues):.1f} %" if document.cues else "none"
        print(
            f"{path}: {len(document.cues)} cues, {errors} errors, {len(violations) - errors} warnings; clean: {share}"
        )
    return bool(violations if args.strict else errors)


def _print(path: Path, violations: Sequence[Violation], *, as_json: bool) -> None:
    for violation in violations:
        cue = violation.cue_index + 1
        if as_json:
            record = asdict(violation) | {"file": str(path), "cue": cue, "severity": violation.severity.value}
            print(json.dumps(record, ensure_ascii=False))
        else:
            print(harmless(f"{path}:{cue}: {violation.rule}: {violation.severity.value}: {violation.message}"))
