"""Sparse logistic regression by FTRL-Proximal (McMahan et al. 2013, "Ad Click Prediction", algorithm 1)."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from models.recipes.english_punctuation.texts import is_one_sentence, spoken_words
from streamlation_desktop.translation.punctuation import question_features

Example = tuple[list[str], float]
"""Features that are there, and 1.0 or 0.0."""


@dataclass(slots=True)
class Learner:
    """One weight per feature; most stay zero."""

    l1: float
    alpha: float = 0.3
    beta: float = 1.0
    _pull: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    _seen: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def weight(self, feature: str) -> float:
        pull = self._pull.get(feature, 0.0)
        if abs(pull) <= self.l1:
            return 0.0
        rate = (self.beta + math.sqrt(self._seen[feature])) / self.alpha
        return -(pull - math.copysign(self.l1, pull)) / rate

    def learn(self, features: list[str], label: float) -> None:
        weights = {feature: self.weight(feature) for feature in features}
        gradient = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights.values()))))) - label
        for feature, weight in weights.items():
            seen = self._seen[feature]
            step = (math.sqrt(seen + gradient**2) - math.sqrt(seen)) / self.alpha
            self._pull[feature] += gradient - step * weight
            self._seen[feature] = seen + gradient**2

    def table(self) -> dict[str, float]:
        weights = {feature: round(self.weight(feature), 2) for feature in self._pull}
        return {feature: weight for feature, weight in weights.items() if weight}


def train_questions(texts: list[str]) -> dict[str, float]:
    """Weights of `question_features`."""
    sentences = [text for text in texts if is_one_sentence(text)]

    def examples(seed: int) -> Iterator[Example]:
        random.Random(seed).shuffle(sentences)
        for text in sentences:
            yield list(question_features(spoken_words(text))), float(text.endswith("?"))

    return _train(examples, fewest=8, l1=8.0, passes=4)


def _train(examples: Callable[[int], Iterator[Example]], fewest: int, l1: float, passes: int) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for features, _ in examples(0):
        counts.update(features)
    learner = Learner(l1)
    for seed in range(1, passes + 1):
        for features, label in examples(seed):
            learner.learn([feature for feature in features if counts[feature] >= fewest], label)
    return learner.table()
