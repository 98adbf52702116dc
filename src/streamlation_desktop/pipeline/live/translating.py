"""Follows the spoken line in every target language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.clock import Clock
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Sentence, Translation, Word
from streamlation_desktop.pipeline.live.captioning import LineUpdate
from streamlation_desktop.pipeline.live.meter import CaptionMeter
from streamlation_desktop.pipeline.live.targets import TargetStream


@dataclass(frozen=True, slots=True)
class LiveResult:
    """What is to be kept of an update."""

    done: tuple[Sentence, ...]
    pending: tuple[Word, ...]
    heard_until: float
    translations: Mapping[LanguageCode, tuple[Translation, ...]]
    """Of the sentences that are done, by language."""


@dataclass(slots=True)
class TranslateStep:
    """Translates what the caption step gives; text is never dropped, but drafts are when there is no time for them."""

    targets: Sequence[TargetStream]
    meters: Mapping[LanguageCode, CaptionMeter]
    clock: Clock
    publish: Callable[[CaptionState], None]
    waiting: Callable[[], int]
    """Updates that wait behind this one."""

    def __call__(self, lines: Iterable[LineUpdate]) -> Iterator[LiveResult]:
        """Yield what is to be kept for each update that settled something."""
        for line in lines:
            translations = {target.language: self._update(target, line) for target in self.targets}
            if line.done or line.grew:
                yield LiveResult(line.done, line.pending, line.heard_until, translations)

    def _update(self, target: TargetStream, line: LineUpdate) -> tuple[Translation, ...]:
        made = target.update(line, drafts=not self.waiting())
        for state in made.states:
            self.publish(state)
        self.meters[target.language].note(made.committed, made.tail, self.clock.now())
        return made.translations
