"""``streamlation doctor``: what works on this machine, and what to do about the rest."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

_EVENTS = 300
"""Of the last ones, in the bundle."""

if TYPE_CHECKING:
    from streamlation_desktop.session.checkup import Finding


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument(
        "--bundle",
        type=Path,
        metavar="FILE",
        help="write a ZIP file for those who help; - shows it instead: read it first",
    )


def run(options: argparse.Namespace) -> int:
    """Check everything; 1 when something is broken."""
    from streamlation_desktop.app import build_services
    from streamlation_desktop.core.errors import StreamlationError
    from streamlation_desktop.engines.registry import EngineRegistry
    from streamlation_desktop.session.checkup import Finding, Verdict, check_up
    from streamlation_desktop.session.help_bundle import bundle_texts
    from streamlation_desktop.settings.logs import LOG_FILE
    from streamlation_desktop.settings.paths import app_paths
    from streamlation_desktop.storage.recent import RecentEvent, recent_events

    paths = app_paths()
    findings: list[Finding] = []
    events: tuple[RecentEvent, ...] = ()
    try:
        with build_services(paths) as services:
            for finding in check_up(paths, services.catalogue, EngineRegistry()):
                findings.append(finding)
                _show(finding, as_json=options.json)
            events = recent_events(services.database, _EVENTS)
    except StreamlationError as error:
        findings.append(Finding("database", Verdict.BROKEN, str(error), error.hint))
        _show(findings[-1], as_json=options.json)
    if options.bundle:
        _bundle(options.bundle, bundle_texts(paths, findings, events))
    if not options.json:
        print(f"log: {paths.logs / LOG_FILE}")
    return 1 if any(finding.verdict is Verdict.BROKEN for finding in findings) else 0


def _bundle(path: Path, texts: dict[str, str]) -> None:
    from streamlation_desktop.session.help_bundle import write_bundle

    if str(path) == "-":
        for name, text in texts.items():
            print(f"\n===== {name} =====\n{text}")
        return
    write_bundle(path, texts)
    print(f"wrote {path}; nothing was sent. To read it here: streamlation doctor --bundle -", file=sys.stderr)


def _show(finding: Finding, *, as_json: bool) -> None:
    if as_json:
        row = {"subject": finding.subject, "verdict": finding.verdict.value, "detail": finding.detail}
        print(json.dumps({**row, "advice": finding.advice}, ensure_ascii=False))
        return
    print(f"{finding.verdict.value:<8} {finding.subject}: {finding.detail}")
    if finding.advice:
        print(f"         {finding.advice}")
