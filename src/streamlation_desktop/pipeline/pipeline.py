"""Runs stages, one thread each, and reports how the run ended."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.events import StageStats
from streamlation_desktop.pipeline.channel import Channel
from streamlation_desktop.pipeline.metrics import StageMeter
from streamlation_desktop.pipeline.speech_board import SpeechBoard

log = logging.getLogger(__name__)

In = TypeVar("In")
Out = TypeVar("Out")


class Pipeline:
    """A chain of stages joined by bounded channels.

    A stage is a function from an iterable of inputs to an iterable of outputs. The first failure
    cancels the run; the others see `Cancelled` and leave quietly.
    """

    def __init__(self, token: CancelToken) -> None:
        self.token = token
        self._threads: list[threading.Thread] = []
        self._stages: list[tuple[StageMeter[Any], Iterable[Any]]] = []
        self._failure: BaseException | None = None
        self._failure_lock = threading.Lock()

    def add(
        self,
        name: str,
        step: Callable[[Iterable[In]], Iterable[Out]],
        source: Iterable[In],
        output: Channel[Out] | SpeechBoard | None = None,
        media: Callable[[In], float] = lambda _item: 0.0,
    ) -> None:
        """Add a stage that reads `source` and sends its results to `output`.

        Args:
            name: of the stage; its thread is called ``stage-<name>``.
            step: the stage.
            source: a channel, or an iterable that is read on the stage's thread.
            output: where results go; None drops them (last stage).
            media: seconds of media in one input, for the real-time factor.
        """
        meter: StageMeter[In] = StageMeter(name, media)
        self._stages.append((meter, source))

        def run() -> None:
            meter.start()
            try:
                for result in step(meter.measure_input(source)):
                    if output is not None:
                        meter.measure_output(output.put, result)  # type: ignore[arg-type]
            except Cancelled:
                log.debug("stage %s cancelled", name)
                self.token.cancel()
            except BaseException as exc:  # noqa: BLE001  the thread's root: handed to join()
                self._fail(name, exc)
            finally:
                meter.stop()
                if output is not None:
                    output.close()

        self._threads.append(threading.Thread(target=run, name=f"stage-{name}", daemon=True))

    def start(self) -> None:
        """Start every stage's thread."""
        for thread in self._threads:
            thread.start()

    def stats(self) -> list[StageStats]:
        """Measurements of every stage so far, in the order they were added."""
        return [
            StageStats(
                stage=meter.name,
                queued=len(source) if isinstance(source, Channel | SpeechBoard) else 0,
                busy_seconds=meter.busy_seconds,
                media_seconds=meter.media_seconds,
                dropped=source.dropped if isinstance(source, Channel) else 0,
            )
            for meter, source in self._stages
        ]

    def join(self, timeout: float) -> bool:
        """Wait for all stages; False when some still run after `timeout` seconds.

        Raises:
            BaseException: the first failure of a stage, unchanged.
        """
        deadline = time.monotonic() + timeout
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        if any(thread.is_alive() for thread in self._threads):
            return False
        if self._failure is not None:
            raise self._failure
        return True

    def _fail(self, name: str, exc: BaseException) -> None:
        with self._failure_lock:
            if self._failure is None:
                self._failure = exc
                log.debug("stage %s failed", name, exc_info=exc)
        self.token.cancel()
