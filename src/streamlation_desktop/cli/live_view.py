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

from streamlation_desktop.cli.live_status import LiveStatus
from streamlation_desktop.cli.render import TerminalRenderer, clock, print_json
from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.events import CaptionUpdated, Envelope, EventBus, Progressed, Summarized
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.terminal import harmless

_ECHO = 4
"""Columns that stay free: the terminal writes ``^C`` behind the last line, and must not begin another with it."""


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
    status: LiveStatus = field(default_factory=LiveStatus)
    _open: dict[LanguageCode, CaptionState] = field(default_factory=dict)
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
        assert self._messages is not None
        event = envelope.event
        is_news = self.status.take(event)
        match event:
            case CaptionUpdated(state):
                if not self.targets or state.language in self.targets:
                    self._show(state)
                    is_news = True
            case Summarized() if self.status.words:
                self._say(self.status.words)
                self._messages.handle(envelope)
            case Progressed("record"):
                pass  # a part of the status
            case _:
                self._messages.handle(envelope)
        if is_news:
            self._draw()

    def _show(self, state: CaptionState) -> None:
        self._open[state.language] = state
        if state.is_closed:
            del self._open[state.language]
            with self.output:  # one write, so that nothing flickers
                self._draw()  # printing repeats what is below: not the line that is printed
                self._print(state)
            self.output.file.flush()

    def _print(self, state: CaptionState) -> None:
        label = f"{state.language} " if len(self.targets) > 1 else ""
        self.output.print(Text(harmless(f"{clock(state.span.start)} {label}{state.text}")), soft_wrap=True)

    def _say(self, text: str) -> None:
        """A line among the messages."""
        (self.output if self._live else self.notes).print(Text(text), soft_wrap=True)

    def _draw(self) -> None:
        if self._live is None:
            return
        lines = [_open_line(state) for state in self._open.values() if state.committed or state.tail.strip()]
        status = Text(self.status.line, style="dim", no_wrap=True)
        status.truncate(self.output.width - _ECHO, overflow="ellipsis")
        self._live.update(Group(*lines, status), refresh=True)


def _open_line(state: CaptionState) -> Text:
    """What is settled, and in grey what may change."""
    if not state.committed:
        return Text(harmless(state.tail.strip()), "bright_black")
    separator = "" if not state.tail or state.tail[0].isspace() else " "
    return Text.assemble(harmless(state.text), (harmless(separator + state.tail), "bright_black"))
