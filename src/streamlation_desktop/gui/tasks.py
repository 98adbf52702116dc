"""One-shot work away from the GUI thread, on named pools."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.gui.bridge import Bridge

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")

POOLS = {"disk": 2, "picture": 1, "page": 1, "engine": 2, "download": 2, "check": 1, "network": 2, "film": 1}
"""Name and number of threads: reading and writing, pictures of films (slow, and dropped at the end), imports for pages,
asking the engine process, models, looking at the machine, asking what an address is, and copies of films."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Outcome:
    owner: QObject
    deliver: Callable[[], None]


class Tasks(QObject):
    """Runs functions on a pool and calls back on the GUI thread.

    `owner` is the object that waits: when it has been deleted, nobody is called.
    """

    crashed = Signal(str)
    """A defect of ours, in one line; it is in the log."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_closed = False
        self.ending = CancelToken()
        """Cancelled by `close`: for work that another process does."""
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._bridge = Bridge(self)
        self._bridge.arrived.connect(self._deliver)

    def run(
        self,
        pool: str,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], Any] | None = None,
        failed: Callable[[StreamlationError], Any] | None = None,
    ) -> None:
        """Call `work` on a thread of `pool`, then `done` with its result or `failed` with its error.

        After `close`, nothing happens.
        """

        def task() -> None:
            try:
                result = work()
            except Cancelled:
                return
            except StreamlationError as error:
                caught = error
                if failed is not None:
                    self._bridge.post(_Outcome(owner, lambda: failed(caught)))
                else:
                    log.info("%s: %s", error.code, error)
            except Exception as error:  # the root of a thread
                log.exception("a task on %s failed unexpectedly", pool)
                line = f"{type(error).__name__}: {error}"
                self._bridge.post(_Outcome(self, lambda: self.crashed.emit(line)))
            else:
                if done is not None:
                    self._bridge.post(_Outcome(owner, lambda: done(result)))

        if not self._is_closed:
            self._pool(pool).submit(task)

    def report(self, owner: QObject, deliver: Callable[[], None]) -> None:
        """Call `deliver` on the GUI thread; from any thread, for progress within a task."""
        self._bridge.post(_Outcome(owner, deliver))

    def close(self) -> None:
        """What is to be written is written; other work is left to end by itself, and nothing is delivered."""
        self._is_closed = True
        self.ending.cancel()
        self._bridge.close()
        for name, pool in self._pools.items():
            pool.shutdown(wait=name == "disk", cancel_futures=name != "disk")

    def _pool(self, name: str) -> ThreadPoolExecutor:
        if name not in self._pools:
            from concurrent.futures import ThreadPoolExecutor

            self._pools[name] = ThreadPoolExecutor(POOLS[name], thread_name_prefix=f"gui-{name}")
        return self._pools[name]

    @staticmethod
    def _deliver(batch: list[_Outcome]) -> None:
        for outcome in batch:
            if isValid(outcome.owner):
                outcome.deliver()
