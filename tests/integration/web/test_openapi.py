"""Requests that the description allows and ones that it does not: no answer that it does not foresee."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode

from streamlation_desktop.settings.paths import resource
from streamlation_desktop.web.tokens import Scope
from tests.support.api_server import served_api

EXAMPLES = int(os.environ.get("STREAMLATION_API_EXAMPLES", "60"))
"""``dev.py fuzz-api`` raises it."""


def operations() -> list[Any]:
    document = json.loads((resource("web") / "openapi.json").read_text(encoding="utf-8"))
    schema: Any = schemathesis.openapi.from_dict(document)
    return [result.ok() for result in schema.get_all_operations()]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_no_request_breaks_the_server_or_gets_an_answer_that_is_not_described(mode: GenerationMode) -> None:
    cases = st.one_of([operation.as_strategy(generation_mode=mode) for operation in operations()])
    with served_api() as served:
        served.session(cues=2)
        attempts: list[Any] = []

        @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(case=cases)
        def attempt(case: Any) -> None:
            headers = {"Authorization": f"Bearer {served.tokens[Scope.ADMIN]}"}
            answer = case.call(base_url=served.url, headers=headers, timeout=20)
            attempts.append(case)
            case.validate_response(answer, checks=[not_a_server_error])
            described = case.operation.definition.raw["responses"]
            undescribed = {404, 405} if mode is GenerationMode.NEGATIVE else set()  # another path, another method
            assert str(answer.status_code) in described or answer.status_code in {400, 421} | undescribed
            assert "Traceback" not in answer.text

        attempt()
        assert len(attempts) >= EXAMPLES
        assert served.ask("/health", scope=None).status == 200
