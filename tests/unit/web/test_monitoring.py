from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from prometheus_client.core import Metric

from streamlation_desktop.web.board import SessionBoard
from streamlation_desktop.web.metrics import CastFigures, Metrics
from streamlation_desktop.web.server import LocalServer
from streamlation_desktop.web.streams import StreamCounters
from tests.support.api_server import QuietRunner

MONITORING = Path(__file__).parents[3] / "installers" / "monitoring"


def collected() -> Iterator[Metric]:
    return iter(Metrics(SessionBoard(QuietRunner()), LocalServer(), StreamCounters(), CastFigures).collect())


def named(expression: str) -> set[str]:
    return set(re.findall(r"\bstreamlation_\w+", expression))


@pytest.fixture
def known() -> set[str]:
    return {sample.name for metric in collected() for sample in metric.samples}


def test_dashboard_shows_metrics_that_exist(known: set[str]) -> None:
    dashboard = json.loads((MONITORING / "dashboard.json").read_text(encoding="utf-8"))
    shown = {name for panel in dashboard["panels"] for target in panel["targets"] for name in named(target["expr"])}

    assert shown
    assert shown <= known


def test_alerts_are_about_metrics_that_exist(known: set[str]) -> None:
    rules = yaml.safe_load((MONITORING / "alerts.yml").read_text(encoding="utf-8"))["groups"][0]["rules"]
    used = {name for rule in rules for name in named(rule["expr"])}

    assert used
    assert used <= known
    assert all(rule["annotations"]["summary"] and rule["labels"]["severity"] for rule in rules)


def test_labels_come_from_fixed_lists() -> None:
    labels = {
        (key, value) for metric in collected() for sample in metric.samples for key, value in sample.labels.items()
    }

    assert {key for key, _ in labels} == {"state", "stage"}
    assert len(labels) < 40
