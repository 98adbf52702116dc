"""``models install``, ``import`` and ``remove``."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, UsageError
from streamlation_desktop.modelstore.digest import Progress as Report
from streamlation_desktop.modelstore.importer import ImportOptions
from streamlation_desktop.modelstore.kinds import Direction
from streamlation_desktop.modelstore.licences import require_acceptance
from streamlation_desktop.modelstore.offer import Offer
from streamlation_desktop.modelstore.space import megabytes
from streamlation_desktop.modelstore.store import ModelStore


def install_models(store: ModelStore, args: argparse.Namespace) -> int:
    """Show the terms, ask, and download; Ctrl-C keeps what arrived."""
    console = Console(stderr=True)
    offers = [store.offer(model_id) for model_id in dict.fromkeys(args.ids)]
    for offer in offers:
        _show(console, offer)
    accepted = args.accept_licence or _asks_about_licences(console, offers)
    for offer in offers:
        require_acceptance(offer.id, offer.licence, accepted=accepted)
    total = sum(offer.size for offer in offers)
    question = f"Download {megabytes(total)} ({megabytes(store.disk_use().free)} free)?"
    if not args.yes and sys.stdin.isatty() and not _agrees(console, question):
        return 1
    for offer in offers:
        with stoppable() as token, progress_bar(offer.id, console) as report:
            try:
                store.install(offer.id, accept_licence=accepted, progress=report, token=token)
            except Cancelled:
                console.print("Stopped. What arrived is kept: the same command goes on from there.")
                raise
        console.print(f"{offer.id} is installed.")
    return 0


def import_model(store: ModelStore, args: argparse.Namespace) -> int:
    """Install from a folder or archive."""
    if (args.source is None) != (args.target is None):
        raise UsageError("--from and --to belong together")
    options = ImportOptions(
        id=args.id,
        pairs=(Direction(args.source, args.target),) if args.source else (),
        languages=frozenset(args.languages),
        accept_licence=args.accept_licence,
    )
    console = Console(stderr=True)
    with stoppable() as token, progress_bar(args.path.name, console) as report:
        model = store.import_from(args.path, options, token, report)
    console.print(f"{model.id} is installed ({model.kind}, {megabytes(model.size)}, licence {model.licence}).")
    return 0


def remove_models(store: ModelStore, args: argparse.Namespace) -> int:
    """Delete models and partial downloads."""
    if not args.ids and not args.unfinished:
        raise UsageError("name the models to remove, or say --unfinished")
    freed = sum(store.remove(model_id) for model_id in args.ids)
    if args.unfinished:
        freed += store.remove_unfinished()
    print(f"{megabytes(freed)} freed.")
    return 0


def _show(console: Console, offer: Offer) -> None:
    console.print(f"[bold]{offer.id}[/]: {offer.name}, {megabytes(offer.size)}", highlight=False)
    console.print(f"    licence: {offer.licence}. {offer.attribution}", highlight=False)
    if offer.note:
        console.print(f"    {offer.note}", highlight=False)


def _asks_about_licences(console: Console, offers: list[Offer]) -> bool:
    restricted = ", ".join(offer.id for offer in offers if offer.is_restricted)
    if not restricted or not sys.stdin.isatty():
        return False
    return _agrees(console, f"The licence of {restricted} restricts the use or is not stated. Do you accept it?")


def _agrees(console: Console, question: str) -> bool:
    return console.input(f"{question} [y/N] ", markup=False).strip().lower() in {"y", "yes"}


@contextmanager
def stoppable() -> Iterator[CancelToken]:
    """A token that the first Ctrl-C cancels, so that files are closed in order; the second acts as ever."""
    token = CancelToken()

    def stop(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, before)
        token.cancel()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield token
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def progress_bar(title: str, console: Console | None = None) -> Iterator[Report]:
    """Shows what was done, on a terminal."""
    console = console or Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(title, total=None)

        def report(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield report
