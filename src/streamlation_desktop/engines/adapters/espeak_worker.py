"""eSpeak NG in a process of its own: its global state, and what it may break, stay there."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

from streamlation_desktop.core.errors import EngineNotInstalled, InferenceFailed, LanguageNotSupported
from streamlation_desktop.engines.adapters.espeak_library import EspeakLibrary, Rendered

_START_SECONDS = 180.0
"""It takes one; a computer with too much to do may take long."""
_ANSWER_SECONDS = 60.0
"""Minutes of speech take the library less than a second."""
_TRIES = 2


_ASKED_AT_ONCE = 2


class Order(NamedTuple):
    """What the library is to say, and how."""

    text: str
    voice: str
    words_per_minute: int
    pitch: int


class EspeakWorker:
    """A child that holds the library; started when first needed, started anew when it dies."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self.voices: tuple[tuple[str, str, str], ...] = ()
        """Language tag, name and file of every voice."""
        self._asked: deque[Order] = deque()
        """Not answered yet."""
        self._early: dict[Order, Any] = {}
        """Answers that nobody has come for yet."""
        self._start()

    def speak(self, order: Order) -> Rendered:
        """Say a text.

        Raises:
            LanguageNotSupported: there is no such voice.
            InferenceFailed: the library refused the text, or ended its process with it twice.
        """
        for _ in range(_TRIES):
            try:
                return _said(self._answer_to(order))
            except (EOFError, OSError, TimeoutError):
                self.close()
                self._start()
        raise InferenceFailed("eSpeak NG ends with this text", hint="Change the line, or choose another voice.")

    def foresee(self, order: Order) -> None:
        """Say it when there is nothing else to say; `speak` has it then."""
        if self._connection is not None and len(self._asked) < _ASKED_AT_ONCE:
            with suppress(OSError):  # it died: whoever speaks next will see
                self._send(order, self._connection)

    def close(self) -> None:
        """End the child. Idempotent."""
        process, self._process = self._process, None
        self._asked.clear()
        self._early.clear()
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if process is not None:
            process.kill()
            process.join()
            process.close()

    def _answer_to(self, order: Order) -> Any:
        if order in self._early:
            return self._early.pop(order)
        if self._connection is None:
            raise EOFError
        if order not in self._asked:
            self._send(order, self._connection)
        while True:
            answer, answered = self._answer(_ANSWER_SECONDS), self._asked.popleft()
            if answered == order:
                return answer
            if len(self._early) >= _ASKED_AT_ONCE:
                self._early.clear()  # of somebody who did not come for it
            self._early[answered] = answer

    def _send(self, order: Order, connection: Connection) -> None:
        connection.send(order)
        self._asked.append(order)

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), name="espeak-ng", daemon=True)
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        try:
            answer = self._answer(_START_SECONDS)
        except TimeoutError as exc:
            self.close()
            raise InferenceFailed(
                f"eSpeak NG did not start in {_START_SECONDS:.0f} s", hint="The computer has too much to do; try again."
            ) from exc
        except (EOFError, OSError) as exc:
            self.close()
            raise EngineNotInstalled("eSpeak NG does not start", hint="Reinstall the application.") from exc
        if isinstance(answer, str):
            self.close()
            raise EngineNotInstalled(f"eSpeak NG does not work: {answer}", hint="Reinstall the application.")
        self.voices = answer

    def _answer(self, seconds: float) -> Any:
        assert self._connection is not None
        if not self._connection.poll(seconds):
            raise TimeoutError("eSpeak NG does not answer")
        return self._connection.recv()


def serve(connection: Connection) -> None:
    """What the child does, until the parent closes its end or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal goes to the whole group: the parent decides
    try:
        with EspeakLibrary() as library:
            connection.send(library.voices())
    except (OSError, RuntimeError) as exc:
        connection.send(str(exc))
        return
    with suppress(EOFError, OSError):
        while True:
            connection.send(_answer_to(connection.recv()))
    os._exit(0)


def _said(answer: Any) -> Rendered:
    if isinstance(answer, Rendered):
        return answer
    kind, message = answer
    if kind == "voice":
        raise LanguageNotSupported(message, hint="See: streamlation dub --list-voices")
    raise InferenceFailed(message)


def _answer_to(order: Order) -> Rendered | tuple[str, str]:
    try:
        with EspeakLibrary() as library:
            return library.speak(*order)
    except ValueError as exc:
        return "voice", str(exc)
    except RuntimeError as exc:
        return "text", str(exc)
