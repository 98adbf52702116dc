"""``streamlation doctor``: what works on this machine, and what to do about the rest."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streamlation_desktop.session.checkup import Finding


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument(
        "--bundle", type=Path, metavar="FILE", help="write a ZIP file for those who help; read it first"
    )


def run(options: argparse.Namespace) -> int:
    """Check everything; 1 when something is broken."""
    from streamlation_desktop.app import build_services
    from streamlation_desktop.core.errors import StreamlationError
    from streamlation_desktop.engines.registry import EngineRegistry
    from streamlation_desktop.session.checkup import Finding, Verdict, check_up
    from streamlation_desktop.settings.logs import LOG_FILE
    from streamlation_desktop.settings.paths import app_paths

    paths = app_paths()
    findings: list[Finding] = []
    try:
        with build_services(paths) as services:
            for finding in check_up(paths, services.catalogue, EngineRegistry()):
                findings.append(finding)
                _show(finding, as_json=options.json)
    except StreamlationError as error:
        findings.append(Finding("database", Verdict.BROKEN, str(error), error.hint))
        _show(findings[-1], as_json=options.json)
    if options.bundle:
        from streamlation_desktop.session.help_bundle import write_bundle

        write_bundle(options.bundle, paths, findings)
        print(f"wrote {options.bundle}; nothing was sent", file=sys.stderr)
    if not options.json:
        print(f"log: {paths.logs / LOG_FILE}")
    return 1 if any(finding.verdict is Verdict.BROKEN for finding in findings) else 0


def _show(finding: Finding, *, as_json: bool) -> None:
    if as_json:
        row = {"subject": finding.subject, "verdict": finding.verdict.value, "detail": finding.detail}
        print(json.dumps({**row, "advice": finding.advice}, ensure_ascii=False))
        return
    print(f"{finding.verdict.value:<8} {finding.subject}: {finding.detail}")
    if finding.advice:
        print(f"         {finding.advice}")
