"""Rule-based translation with the Apertium programs, where they are installed.

Small and quick, without weights: at home in related languages, rough elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from streamlation_desktop.core.errors import InferenceFailed, LanguageNotSupported
from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.adapters.apertium_modes import find_modes, find_route, pipeline_command
from streamlation_desktop.engines.adapters.apertium_pipeline import ApertiumPipeline, PipelineFailed
from streamlation_desktop.engines.adapters.apertium_text import from_stream, to_stream
from streamlation_desktop.engines.adapters.text_input import clean_text, is_translatable
from streamlation_desktop.engines.base import LanguagePair, TranslatedText

_SILENCE_SECONDS = 20.0
_TRIES = 2
"""How often a sentence may end or stop a pipeline before it is left out."""


class ApertiumTranslator:
    """All pairs of the installed Apertium packages; implements `Translator`.

    A pair without a package is translated in two steps where two packages lead there.
    """

    def __init__(self, program: str = "apertium", *, silence: float = _SILENCE_SECONDS) -> None:
        """Look for the program; its pipelines are started when they are first needed.

        Args:
            program: name or path.
            silence: seconds without output after which a pipeline is started anew.

        Raises:
            EngineNotInstalled: no such program, or no languages for it.
        """
        self.origin = Origin("apertium", "apertium", quality="starter")
        self._silence = silence
        self._modes = find_modes(program)
        self._pipelines: dict[LanguagePair, ApertiumPipeline] = {}

    @property
    def pairs(self) -> frozenset[LanguagePair]:
        """All that it translates, directly or in two steps."""
        languages = {language for pair in self._modes for language in (pair.source, pair.target)}
        every = (LanguagePair(source, target) for source in languages for target in languages)
        return frozenset(pair for pair in every if self.supports(pair))

    def supports(self, pair: LanguagePair) -> bool:
        """See `Translator`."""
        return bool(find_route(self._modes, pair))

    def translate(self, texts: Sequence[str], pair: LanguagePair, *, hypothesis: int = 0) -> list[TranslatedText]:
        """See `Translator`. Rules know one answer only: every hypothesis is the same."""
        route = find_route(self._modes, pair)
        if not route:
            raise LanguageNotSupported(f"Apertium does not translate {pair.source} to {pair.target}")
        results = [clean_text(text) for text in texts]
        wanted = [index for index, text in enumerate(results) if is_translatable(text)]
        for step in route:
            sources = [results[index] for index in wanted]
            blocks = self._exchange(step, [to_stream(text) for text in sources])
            for index, source, block in zip(wanted, sources, blocks, strict=True):
                results[index] = from_stream(block, source, step.target)
        return [TranslatedText(text) for text in results]

    def close(self) -> None:
        """See `Translator`."""
        pipelines, self._pipelines = self._pipelines, {}
        for pipeline in pipelines.values():
            pipeline.close()

    def _exchange(self, step: LanguagePair, blocks: Sequence[str]) -> list[str]:
        """The answer to each block; empty for one that ends or stops every pipeline that it is given to."""
        answers: list[str] = []
        failures = 0
        while len(answers) < len(blocks):
            try:
                answers += self._pipeline(step).exchange(blocks[len(answers) :])
            except PipelineFailed as exc:
                self._drop(step)
                answers += exc.answers
                failures = 1 if exc.answers else failures + 1
            if failures == _TRIES:
                self._probe(step)
                answers.append("")
                failures = 0
        return answers

    def _probe(self, step: LanguagePair) -> None:
        """Make sure that a failure was the fault of the sentence.

        Raises:
            InferenceFailed: the pipeline fails with any input.
        """
        try:
            self._pipeline(step).exchange([to_stream("")])
        except PipelineFailed as exc:
            self._drop(step)
            mode = self._modes[step].stem
            raise InferenceFailed(
                f"apertium {mode} does not work: {exc}", hint=f"Install the package apertium-{mode} again."
            ) from exc

    def _pipeline(self, step: LanguagePair) -> ApertiumPipeline:
        if step not in self._pipelines:
            command = pipeline_command(self._modes[step])
            self._pipelines[step] = ApertiumPipeline(command, silence=self._silence)
        return self._pipelines[step]

    def _drop(self, step: LanguagePair) -> None:
        self._pipelines.pop(step).kill()
