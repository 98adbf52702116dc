"""``streamlation --selftest``: does this installation work? One JSON object, for installers and people who help."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from typing import Any

from streamlation_desktop import __version__
from streamlation_desktop.cli.selftest_steps import STEPS, Step


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    names = [step.name for step in STEPS]
    parser.add_argument(
        "--only", nargs="+", choices=names, metavar="STEP", default=names, help=f"of: {', '.join(names)}"
    )


def run(options: argparse.Namespace) -> int:
    """Try every step in a process of its own; 1 when one failed."""
    results = [_tried(step) for step in STEPS if step.name in options.only]
    works = all(result["state"] != "failed" for result in results)
    report = {
        "version": __version__,
        "frozen": bool(getattr(sys, "frozen", False)),
        "telemetry": os.environ.get("ORT_DISABLE_TELEMETRY") != "1",
        "works": works,
        "steps": results,
    }
    print(json.dumps(report, ensure_ascii=False, indent=2))
    return 0 if works else 1


def _tried(step: Step) -> dict[str, Any]:
    from streamlation_desktop.engines.isolated import run_isolated

    if not step.is_built_in:
        return {"name": step.name, "state": "not built in", "detail": f"this build is without {step.part}"}
    started = time.monotonic()
    outcome = run_isolated(step.attempt, *step.arguments, timeout=step.seconds)
    return {
        "name": step.name,
        "state": "failed" if outcome.failure else "works",
        "seconds": round(time.monotonic() - started, 2),
        "detail": outcome.failure or outcome.value,
    }
