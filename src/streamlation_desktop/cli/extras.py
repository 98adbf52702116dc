"""``streamlation extras``: what can be added to this installation, and what was."""

from __future__ import annotations

import argparse
import importlib
import json

from streamlation_desktop.core.errors import ModelDamaged, ModelError
from streamlation_desktop.engines.cuda_libraries import load_cuda_libraries
from streamlation_desktop.modelstore.extras import ExtraStore, State, repair_hint
from streamlation_desktop.modelstore.extras_list import Extra, find_extra, load_extras
from streamlation_desktop.modelstore.extras_use import use_extras
from streamlation_desktop.modelstore.space import megabytes
from streamlation_desktop.settings.paths import app_paths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and their flags."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", description="Optional parts, and whether they are here.")
    listing.add_argument("--json", action="store_true", help="for programs, with files and checksums")
    install = actions.add_parser(
        "install", description="Fetch parts and check them against the list of this release. Interrupted ones go on."
    )
    install.add_argument("names", nargs="+", metavar="NAME")
    install.add_argument(
        "--from",
        dest="source",
        default="",
        metavar="FOLDER|INDEX",
        help="where the wheels are: a folder, or the address of an index of Python packages",
    )
    install.add_argument("--accept-licence", action="store_true", help="I agree to a licence that restricts the use")
    verify = actions.add_parser("verify", description="Compare every file with its recorded checksum, and load them.")
    verify.add_argument("names", nargs="*", metavar="NAME", help="default: all that are installed")
    remove = actions.add_parser("remove", description="Delete parts.")
    remove.add_argument("names", nargs="+", metavar="NAME")


def run(options: argparse.Namespace) -> int:
    """Do what was asked; returns the exit code."""
    paths = app_paths()
    paths.ensure()
    actions = {"list": _list, "install": _install, "verify": _verify, "remove": _remove}
    return actions[options.action](ExtraStore(paths), options)


def _list(store: ExtraStore, options: argparse.Namespace) -> int:
    if options.json:
        rows = [{"state": store.state(extra)} | extra.model_dump(mode="json") for extra in load_extras()]
        print(json.dumps(rows, indent=2))
        return 0
    for extra in load_extras():
        size = sum(file.size for file in extra.files_here())
        shown = f", {megabytes(size)} to fetch" if size else ""
        print(f"{extra.id:<7} {store.state(extra)}{shown}, licence {extra.licence}\n        {extra.purpose}")
        for file in extra.files_here():
            print(f"        {file.name}\n        SHA-256 {file.sha256}")
    return 0


def _install(store: ExtraStore, options: argparse.Namespace) -> int:
    from streamlation_desktop.cli.models_change import progress_bar, stoppable
    from streamlation_desktop.modelstore.extras_install import ExtraInstallation
    from streamlation_desktop.modelstore.extras_source import Source
    from streamlation_desktop.modelstore.patience import Patience

    for extra in [find_extra(name) for name in options.names]:
        if store.state(extra, anew=True) is State.INSTALLED:
            print(f"{extra.id} is installed already.")
            continue
        with stoppable() as token, progress_bar(extra.id) as report:
            source = Source(options.source, token, Patience())
            ExtraInstallation(store, source, options.accept_licence, report).install(extra)
        print(f"{extra.id} is installed.")
    return 0


def _verify(store: ExtraStore, options: argparse.Namespace) -> int:
    wanted = [find_extra(name) for name in options.names] or list(load_extras())
    states = {extra: store.state(extra, anew=True) for extra in wanted}
    for extra, state in states.items():
        if state is State.INSTALLED:
            print(f"{extra.id}: {state}, and loads ({_load(extra, store)})")
        elif options.names or state not in (State.ABSENT, State.NOT_MADE):
            print(f"{extra.id}: {state}")
    damaged = [extra for extra, state in states.items() if state is State.DAMAGED]
    if damaged:
        raise ModelDamaged(f"damaged: {', '.join(extra.id for extra in damaged)}", hint=repair_hint(damaged[0]))
    return 0


def _load(extra: Extra, store: ExtraStore) -> str:
    """Load an installed part as an engine would; returns its version."""
    use_extras(ExtraStore(store.paths, (extra,)))
    try:
        if extra.module:
            importlib.import_module(extra.module)
        else:
            load_cuda_libraries()
    except (ImportError, OSError) as exc:
        raise ModelError(f"{extra.id} is whole, but cannot be loaded: {exc}") from exc
    return extra.files_here()[0].version


def _remove(store: ExtraStore, options: argparse.Namespace) -> int:
    for extra in [find_extra(name) for name in options.names]:
        store.remove(extra)
        print(f"{extra.id} is removed.")
    return 0
