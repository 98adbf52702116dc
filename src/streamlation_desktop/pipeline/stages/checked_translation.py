"""Translates texts so that none is dropped: sentence by sentence, checked, retried, with terms and a cache."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from streamlation_desktop.core.cache import CacheKey
from streamlation_desktop.core.language import LanguageCode, separates_words
from streamlation_desktop.core.types import TranslationStatus
from streamlation_desktop.engines.base import LanguagePair, TranslatedText, Translator
from streamlation_desktop.engines.rewording import alternatives
from streamlation_desktop.translation.checks import find_problem, is_foreign
from streamlation_desktop.translation.glossary import Glossary, mask
from streamlation_desktop.translation.literals import Run, find_literals, split_at
from streamlation_desktop.translation.restore import as_sentence, shaped_like
from streamlation_desktop.translation.splitting import halve, split_sentences

TRANSLATED, RETRIED, KEPT = (
    TranslationStatus.TRANSLATED,
    TranslationStatus.RETRIED,
    TranslationStatus.KEPT_SOURCE,
)
_HYPOTHESES = 3
_SEVERITY = (TRANSLATED, RETRIED, KEPT)


class TranslationCache(Protocol):
    """Keeps translations between sessions; what is in it passed the checks at the first try."""

    def get_many(self, keys: Sequence[CacheKey]) -> Mapping[CacheKey, TranslatedText]:
        """Those of `keys` that are known."""

    def put_many(self, translations: Mapping[CacheKey, TranslatedText]) -> None:
        """Remember `translations`."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A text in the target language."""

    text: str
    status: TranslationStatus = TRANSLATED
    score: float | None = None


@dataclass(frozen=True, slots=True)
class CheckedTranslator:
    """Translates one pair with everything that makes a raw model fit for captions.

    The result for a text does not depend on the texts beside it.
    """

    translator: Translator
    pair: LanguagePair
    preset: str = ""
    """The decoding settings, for the cache."""
    glossary: Glossary = field(default_factory=lambda: Glossary(()))
    cache: TranslationCache | None = None

    def translate(self, texts: Sequence[str]) -> list[Rendering]:
        """One rendering for each text, in order; a text may hold several sentences.

        Raises:
            InferenceFailed: the engine could not process the texts.
        """
        plans = [self._plan(text) for text in texts]
        rendered = self._with_terms(_wanted(run for plan in plans for run in plan))
        return [_assemble(plan, rendered, self.pair.target) for plan in plans]

    def shorter(self, text: str) -> Iterator[str]:
        """Other translations of `text`, the likeliest first, each shorter than the one before.

        None where a term of the glossary is in it: that stays as the user wants it.

        Raises:
            InferenceFailed: the engine could not process the text.
        """
        if self.glossary.find(text):
            return
        plan = self._plan(text)
        wanted = _wanted(plan)
        best = self._with_terms(wanted)
        others = {each: self._others(each, best[each].text) for each in wanted}
        for step in range(max(map(len, others.values()), default=0)):
            instead = {each: Rendering(known[min(step, len(known) - 1)]) for each, known in others.items() if known}
            yield _assemble(plan, best | instead, self.pair.target).text

    def _others(self, text: str, best: str) -> list[str]:
        """What passes the checks and gets shorter and shorter."""
        kept = [best]
        for each in alternatives(self.translator, text, self.pair):
            if len(each) < len(kept[-1]) and not find_problem(text, each, self.pair.source, self.pair.target):
                kept.append(each)
        return kept[1:]

    def _plan(self, text: str) -> list[Run]:
        """Cut `text` into sentences and literals, with the spaces between them."""
        glue = Run(" " if separates_words(self.pair.target) else "", is_literal=True)
        runs: list[Run] = []
        for sentence in split_sentences(as_sentence(text, self.pair.source), self.pair.source):
            runs += [glue] if runs else []
            runs += split_at(sentence, find_literals(sentence))
        return runs

    def _with_terms(self, texts: Sequence[str]) -> dict[str, Rendering]:
        spans = {text: self.glossary.find(text) for text in texts}
        masked = {text: mask(text, spans[text], self.translator.origin.engine) for text in texts}
        rendered = self._checked([each.text for each in masked.values()])
        results: dict[str, Rendering] = {}
        cut_up: dict[str, list[Run]] = {}
        for text, hidden in masked.items():
            rendering = rendered[hidden.text]
            unmasked = hidden.unmask(rendering.text)
            lost = unmasked is None or rendering.status is KEPT or len(hidden.terms) < len(spans[text])
            if unmasked is None or (spans[text] and lost):
                cut_up[text] = split_at(text, spans[text])
            else:
                results[text] = Rendering(unmasked, rendering.status, rendering.score)
        parts = self._checked(_wanted(run for runs in cut_up.values() for run in runs))
        for text, runs in cut_up.items():
            results[text] = _worse(_assemble(runs, parts, self.pair.target), RETRIED)
        return results

    def _checked(self, texts: Iterable[str]) -> dict[str, Rendering]:
        """Translate `texts` as they are; what no try renders well is tried in halves, else kept."""
        todo = list(dict.fromkeys(texts))
        results = {text: Rendering(text, KEPT) for text in todo}
        results |= self._tried([text for text in todo if not is_foreign(text, self.pair.source)])
        halves = {text: halve(text) for text in todo if results[text].status is KEPT}
        cut = {text: pair for text, pair in halves.items() if pair and not is_foreign(text, self.pair.source)}
        parts = self._tried(list(dict.fromkeys(half for pair in cut.values() for half in pair)))
        for text, pair in cut.items():
            if all(half in parts for half in pair):
                runs = [Run(pair[0]), Run(" ", is_literal=True), Run(pair[1])]
                results[text] = _worse(_assemble(runs, parts, self.pair.target), RETRIED)
        return results

    def _tried(self, texts: Sequence[str]) -> dict[str, Rendering]:
        """The texts that some try of the engine rendered well."""
        keys = {text: self._key(text) for text in texts}
        known = self.cache.get_many(list(keys.values())) if self.cache and texts else {}
        results = {
            text: Rendering(known[key].text, score=known[key].score) for text, key in keys.items() if key in known
        }
        for hypothesis in range(_HYPOTHESES):
            todo = [text for text in texts if text not in results]
            good = self._attempt(todo, hypothesis) if todo else {}
            if hypothesis == 0 and self.cache and good:
                self.cache.put_many({keys[text]: result for text, result in good.items()})
            status = RETRIED if hypothesis else TRANSLATED
            results |= {text: Rendering(result.text, status, result.score) for text, result in good.items()}
        return results

    def _attempt(self, texts: Sequence[str], hypothesis: int) -> dict[str, TranslatedText]:
        translated = self.translator.translate(texts, self.pair, hypothesis=hypothesis)
        return {
            text: result
            for text, result in zip(texts, translated, strict=True)
            if find_problem(text, result.text, self.pair.source, self.pair.target) is None
        }

    def _key(self, text: str) -> CacheKey:
        origin = self.translator.origin
        return CacheKey(origin.engine, origin.model, self.pair.source, self.pair.target, self.preset, text)


def _wanted(runs: Iterable[Run]) -> list[str]:
    """What an engine must translate, each text once."""
    return list(dict.fromkeys(run.text.strip() for run in runs if _is_translated(run)))


def _is_translated(run: Run) -> bool:
    return not run.is_literal and any(char.isalpha() for char in run.text)


def _assemble(runs: Sequence[Run], rendered: Mapping[str, Rendering], target: LanguageCode) -> Rendering:
    """Put the parts together, with the white space that was around them."""
    texts: list[str] = []
    used: list[Rendering] = []
    for run in runs:
        core = run.text.strip()
        if _is_translated(run):
            used.append(rendered[core])
            texts.append(run.text.replace(core, shaped_like(core, used[-1].text, target)))
        else:
            texts.append(run.text)
    status = max((each.status for each in used), key=_SEVERITY.index, default=TRANSLATED)
    scores = [each.score for each in used if each.score is not None]
    return Rendering("".join(texts).strip(), status, sum(scores) / len(scores) if scores else None)


def _worse(rendering: Rendering, status: TranslationStatus) -> Rendering:
    """`rendering` with at least the severity of `status`."""
    return Rendering(rendering.text, max(rendering.status, status, key=_SEVERITY.index), rendering.score)
