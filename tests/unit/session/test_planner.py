from __future__ import annotations

import pytest

from streamlation_desktop.core.errors import LanguageNotSupported, ModelNotInstalled
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import LanguagePair
from streamlation_desktop.session.planner import (
    RecognizerCandidate,
    TranslatorCandidate,
    plan_recognizer,
    plan_translation,
)

EN, ES, DE, JA = (LanguageCode(code) for code in ("en", "es", "de", "ja"))
SMALL = RecognizerCandidate("faster-whisper", "small", None, frozenset({EN, ES, DE, JA}))
SPHINX = RecognizerCandidate("pocketsphinx", "en-us", None, frozenset({EN}), "starter")


def translator(name: str, source: LanguageCode, *targets: LanguageCode) -> TranslatorCandidate:
    pairs = frozenset(LanguagePair(source, target) for target in targets)
    return TranslatorCandidate("opus-mt", name, None, pairs)


def test_the_first_candidate_that_hears_the_language_is_chosen() -> None:
    assert plan_recognizer([SPHINX, SMALL], "", [ES]).candidate is SMALL


def test_an_unknown_language_takes_the_preferred_candidate() -> None:
    assert plan_recognizer([SMALL, SPHINX], "", []).candidate is SMALL


def test_a_named_model_wins_over_the_preference() -> None:
    assert plan_recognizer([SMALL, SPHINX], "pocketsphinx", []).candidate is SPHINX


def test_a_named_model_that_is_absent_is_an_error_with_the_command_to_install_it() -> None:
    with pytest.raises(ModelNotInstalled) as caught:
        plan_recognizer([SPHINX], "large-v3", [])
    assert "models install whisper-large-v3" in caught.value.hint


def test_a_language_that_nobody_hears_is_an_error() -> None:
    with pytest.raises(LanguageNotSupported, match="Japanese"):
        plan_recognizer([SPHINX], "", [JA])


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
