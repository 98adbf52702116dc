"""``models list``, ``licences`` and ``verify``."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import ModelDamaged
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.modelstore.catalog import CatalogEntry
from streamlation_desktop.modelstore.installed import InstalledModel
from streamlation_desktop.modelstore.kinds import Direction, ModelKind
from streamlation_desktop.modelstore.licences import UNKNOWN, is_restricted
from streamlation_desktop.modelstore.space import megabytes
from streamlation_desktop.modelstore.store import ModelStore

_MANY_LANGUAGES = 6
_WIDTH_OF_FILES = 160
_TITLES = {ModelKind.RECOGNIZER: "Recognizers", ModelKind.TRANSLATOR: "Translators", ModelKind.VOICE: "Voices"}


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    kind: ModelKind
    languages: frozenset[LanguageCode]
    pairs: tuple[Direction, ...]
    size: int
    licence: str
    quality: str
    state: str
    recommended: tuple[str, ...] = ()
    note: str = ""

    def serves(self, source: LanguageCode | None, target: LanguageCode | None) -> bool:
        """True when it understands `source` and writes or speaks `target`, where they are given."""
        if self.pairs:
            return any(source in (None, pair.source) and target in (None, pair.target) for pair in self.pairs)
        wanted = {source, target} - {None}
        if self.kind is ModelKind.RECOGNIZER and target is not None:
            return False
        return wanted <= self.languages

    def spoken(self) -> str:
        """Languages in few words."""
        if self.pairs:
            return " ".join(map(str, self.pairs))
        return (
            f"{len(self.languages)} languages"
            if len(self.languages) > _MANY_LANGUAGES
            else " ".join(sorted(self.languages))
        )


def list_models(store: ModelStore, args: argparse.Namespace) -> int:
    """Show what is here and what could be."""
    rows = [_installed_row(model) for model in store.installed()]
    here = {row.id for row in rows}
    if not args.installed:
        rows += [_available_row(entry) for entry in store.catalog if entry.id not in here]
    rows = [row for row in rows if args.kind in (None, row.kind) and row.serves(args.source, args.target)]
    if args.json:
        print(json.dumps([_as_json(row) for row in rows], indent=2))
        return 0
    console = Console()
    if not console.is_terminal:
        console.width = _WIDTH_OF_FILES
    for kind in ModelKind:
        _print_table(console, kind, [row for row in rows if row.kind is kind])
    if not rows:
        console.print("No model serves that. Any repository of the hub can be named: models install hf:OWNER/NAME")
    for folder in store.damaged():
        console.print(f"[red]damaged:[/] {folder.name}. Remove it: streamlation models remove {folder.name}")
    if args.disk:
        use = store.disk_use()
        console.print(
            f"Models {megabytes(sum(use.models.values()))}, unfinished downloads {megabytes(use.unfinished)}, "
            f"free {megabytes(use.free)}."
        )
    return 0


def show_licences(store: ModelStore, args: argparse.Namespace) -> int:
    """Show the terms and whom to thank."""
    console = Console()
    models = {model.id: model for model in store.installed()}
    for model_id in args.ids or models:
        known: InstalledModel | CatalogEntry = models.get(model_id) or store.catalog.require(model_id)
        console.print(f"[bold]{known.id}[/]  {known.licence}", highlight=False)
        console.print(f"    {known.attribution}", highlight=False)
        if is_restricted(known.licence):
            console.print("    [yellow]The licence restricts the use, or is not stated: it must be accepted.[/]")
    return 0


def verify_models(store: ModelStore, args: argparse.Namespace) -> int:
    """Check every file; damaged models are an error."""
    damaged = [folder.name for folder in store.damaged()] if not args.ids else []
    for model_id in args.ids or [model.id for model in store.installed()]:
        problems = store.verify(model_id, CancelToken())
        if problems:
            damaged.append(model_id)
        print(f"{model_id}: " + (", ".join(f"{item.path} {item.fault}" for item in problems) or "ok"))
    if damaged:
        raise ModelDamaged(
            f"damaged: {', '.join(damaged)}", hint="Install them again, or remove them: streamlation models remove ID"
        )
    return 0


def _installed_row(model: InstalledModel) -> _Row:
    state = "built in" if model.is_built_in else "installed"
    return _Row(model.id, model.kind, model.languages, model.pairs, model.size, model.licence, model.quality, state)


def _available_row(entry: CatalogEntry) -> _Row:
    recommended = tuple(sorted(entry.recommended))
    return _Row(
        entry.id, entry.kind, entry.languages, entry.pairs, entry.size, entry.licence, entry.quality, "available",
        recommended, entry.note,
    )  # fmt: skip


def _as_json(row: _Row) -> dict[str, object]:
    return {
        "id": row.id,
        "kind": row.kind,
        "languages": sorted(row.languages),
        "pairs": [str(pair) for pair in row.pairs],
        "size": row.size,
        "licence": row.licence,
        "restricted": is_restricted(row.licence),
        "quality": row.quality,
        "state": row.state,
        "recommended": list(row.recommended),
        "note": row.note,
    }


def _print_table(console: Console, kind: ModelKind, rows: list[_Row]) -> None:
    if not rows:
        return
    table = Table(title=_TITLES[kind], title_justify="left", title_style="bold", box=None, pad_edge=False)
    for heading in ("model", "languages", "size", "licence", "quality", "state", "best for"):
        table.add_column(
            heading, justify="right" if heading == "size" else "left", no_wrap=heading in ("model", "languages", "size")
        )
    for row in rows:
        best_for = ", ".join(usage.replace(":", " on ") for usage in row.recommended)
        state = "" if row.state == "available" else row.state
        licence = "not stated" if row.licence == UNKNOWN else row.licence
        cells = (row.id, row.spoken(), megabytes(row.size), licence, row.quality, state, best_for)
        table.add_row(*cells, style="green" if state else "")
    console.print(table)
    console.print()
