"""Live captions on a terminal: settled text, the tail in grey, and how well it keeps up."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from rich.console import Console, Group
from rich.live import Live
from rich.text import Text

from streamlation_desktop.cli.render import TerminalRenderer, clock, print_json
from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.events import CaptionUpdated, Envelope, EventBus, LiveStats
from streamlation_desktop.core.language import LanguageCode


@contextmanager
def show_live(events: EventBus, *, targets: Sequence[LanguageCode], as_json: bool, quiet: bool) -> Iterator[None]:
    """Events as lines of JSON, as captions on the terminal, or not at all."""
    if as_json:
        events.subscribe(print_json)
        yield
    elif quiet:
        yield
    else:
        with LiveView(frozenset(targets)) as view:
            events.subscribe(view.handle)
            yield


@dataclass(slots=True)
class LiveView:
    """Finished lines go to standard output, one per line; what is open is redrawn below them on a terminal.

    Without a terminal, finished lines are all there is.
    """

    targets: frozenset[LanguageCode]
    """Languages to show; empty for the spoken one."""
    output: Console = field(default_factory=lambda: Console(highlight=False))
    notes: Console = field(default_factory=lambda: Console(stderr=True))
    _open: dict[LanguageCode, CaptionState] = field(default_factory=dict)
    _status: str = ""
    _live: Live | None = None
    _messages: TerminalRenderer | None = None

    def __enter__(self) -> Self:
        if self.output.is_terminal:
            self._live = Live(console=self.output, auto_refresh=False, transient=True)
            self._live.start()
        self._messages = TerminalRenderer(self.output if self._live else self.notes)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._live is not None:
            self._live.stop()
        sys.stdout.flush()

    def handle(self, envelope: Envelope) -> None:
        """Show one event; safe on any thread."""
        match envelope.event:
            case CaptionUpdated(state):
                if not self.targets or state.language in self.targets:
                    self._show(state)
            case LiveStats() as stats:
                self._status = status_line(stats)
            case _:
                assert self._messages is not None
                self._messages.handle(envelope)
        self._draw()

    def _show(self, state: CaptionState) -> None:
        self._open[state.language] = state
        if state.is_closed:
            del self._open[state.language]
            self._print(state)

    def _print(self, state: CaptionState) -> None:
        label = f"{state.language} " if len(self.targets) > 1 else ""
        self.output.print(Text(f"{clock(state.span.start)} {label}{state.text}"), soft_wrap=True)
        self.output.file.flush()

    def _draw(self) -> None:
        if self._live is None:
            return
        lines = []
        for state in self._open.values():
            separator = "" if state.tail[:1].isspace() or not state.committed else " "
            lines.append(Text.assemble(state.text, (separator + state.tail, "bright_black")))
        self._live.update(Group(*lines, Text(self._status, style="dim")), refresh=True)


def status_line(stats: LiveStats) -> str:
    """How a session keeps up, in one line."""
    parts = []
    if stats.lag_p50 is not None and stats.lag_p95 is not None:
        parts.append(f"lag {stats.lag_p50:.1f} s, at most {stats.lag_p95:.1f} s")
    if stats.translation_lag_p50 is not None:
        parts.append(f"translated {stats.translation_lag_p50:.1f} s")
    parts.append(f"load {stats.load:.0%}")
    parts.append(f"revised {stats.revised_words:.0%}")
    if stats.dropped_seconds:
        parts.append(f"dropped {stats.dropped_seconds:.0f} s")
    if stats.reconnects:
        parts.append(f"reconnects {stats.reconnects}")
    return " · ".join([*parts, stats.level])
