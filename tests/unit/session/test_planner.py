from __future__ import annotations

from collections.abc import Callable

import pytest

from streamlation_desktop.core.errors import LanguageNotSupported, ModelNotInstalled
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import LanguagePair
from streamlation_desktop.session.planner import (
    RecognizerCandidate,
    RecognizerPlan,
    TranslatorCandidate,
    plan_recognizer,
    plan_translation,
)

EN, ES, DE, JA = (LanguageCode(code) for code in ("en", "es", "de", "ja"))
SMALL = RecognizerCandidate("faster-whisper", "small", None, frozenset({EN, ES, DE, JA}))
SPHINX = RecognizerCandidate("pocketsphinx", "en-us", None, frozenset({EN}), "starter")

LARGE = RecognizerCandidate("faster-whisper", "large", None, frozenset({EN, ES, DE, JA}))


def paces(**known: float) -> Callable[[RecognizerCandidate], float | None]:
    return lambda candidate: known[candidate.model]


def unknown_pace(_: RecognizerCandidate) -> float | None:
    return None


def translator(name: str, source: LanguageCode, *targets: LanguageCode) -> TranslatorCandidate:
    pairs = frozenset(LanguagePair(source, target) for target in targets)
    return TranslatorCandidate("opus-mt", name, None, pairs)


def test_the_first_candidate_that_hears_the_language_is_chosen() -> None:
    assert plan_recognizer([SPHINX, SMALL], "", [ES], unknown_pace).candidate is SMALL


def test_an_unknown_language_takes_the_preferred_candidate() -> None:
    assert plan_recognizer([SMALL, SPHINX], "", [], unknown_pace).candidate is SMALL


def test_a_model_that_keeps_up_is_preferred_to_a_better_one_that_does_not() -> None:
    plan = plan_recognizer([LARGE, SMALL, SPHINX], "", [ES], paces(large=3.24, small=0.4))
    assert (plan.candidate, plan.passed_over) == (SMALL, "large")
    assert "large would need about 3.2 times as long as the recording" in plan.reason


def test_where_no_model_keeps_up_the_fastest_is_taken_before_the_starter_quality() -> None:
    plan = plan_recognizer([LARGE, SMALL, SPHINX], "", [EN], paces(large=9.0, small=2.0))
    assert (plan.candidate, plan.passed_over) == (SMALL, "large")


def test_the_best_model_is_the_default_where_it_keeps_up_or_nobody_knows() -> None:
    for pace in (paces(large=0.9, small=0.1), unknown_pace):
        assert plan_recognizer([LARGE, SMALL], "", [EN], pace) == RecognizerPlan(LARGE, "the best installed")


def test_a_slow_model_that_is_asked_for_is_taken() -> None:
    assert plan_recognizer([LARGE, SMALL], "large", [], paces(large=9.0, small=0.1)).candidate is LARGE


def test_a_named_model_wins_over_the_preference() -> None:
    assert plan_recognizer([SMALL, SPHINX], "pocketsphinx", [], unknown_pace).candidate is SPHINX


def test_a_named_model_that_is_absent_is_an_error_with_the_command_to_install_it() -> None:
    with pytest.raises(ModelNotInstalled) as caught:
        plan_recognizer([SPHINX], "large-v3", [], unknown_pace)
    assert "models install whisper-large-v3" in caught.value.hint


def test_a_language_that_nobody_hears_is_an_error() -> None:
    with pytest.raises(LanguageNotSupported, match="Japanese"):
        plan_recognizer([SPHINX], "", [JA], unknown_pace)


def test_a_direct_model_is_preferred_to_a_detour() -> None:
    candidates = [translator("de-en", DE, EN), translator("en-es", EN, ES), translator("de-es", DE, ES)]
    plan = plan_translation(candidates, "", LanguagePair(DE, ES))
    assert plan is not None
    assert [step.model for step in plan.steps] == ["de-es"]


def test_without_a_direct_model_the_way_leads_through_english() -> None:
    plan = plan_translation([translator("de-en", DE, EN), translator("en-es", EN, ES)], "", LanguagePair(DE, ES))
    assert plan is not None
    assert [step.model for step in plan.steps] == ["de-en", "en-es"]


def test_half_a_way_is_no_way() -> None:
    assert plan_translation([translator("de-en", DE, EN)], "", LanguagePair(DE, ES)) is None
    assert plan_translation([translator("de-en", DE, EN)], "", LanguagePair(EN, ES)) is None
