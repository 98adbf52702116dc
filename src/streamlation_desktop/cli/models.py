"""``streamlation models``: what can be installed, what is, and on what terms."""

from __future__ import annotations

import argparse
from pathlib import Path

from streamlation_desktop.core.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and their flags."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    _add_list(actions)
    _add_install(actions)
    _add_import(actions)

    verify = actions.add_parser("verify", description="Compare every file with its recorded checksum.")
    verify.add_argument("ids", nargs="*", metavar="ID", help="default: all installed models")

    remove = actions.add_parser("remove", description="Delete models, or what is left of interrupted downloads.")
    remove.add_argument("ids", nargs="*", metavar="ID")
    remove.add_argument("--unfinished", action="store_true", help="delete partial downloads")

    licences = actions.add_parser("licences", description="Licences and attributions of models.")
    licences.add_argument("ids", nargs="*", metavar="ID", help="default: all installed models")


def run(args: argparse.Namespace) -> int:
    """Do what was asked; returns the exit code."""
    from streamlation_desktop.cli import models_change, models_show
    from streamlation_desktop.modelstore.store import ModelStore
    from streamlation_desktop.settings.paths import app_paths

    paths = app_paths()
    paths.ensure()
    store = ModelStore(paths)
    actions = {
        "list": models_show.list_models,
        "licences": models_show.show_licences,
        "verify": models_show.verify_models,
        "install": models_change.install_models,
        "import": models_change.import_model,
        "remove": models_change.remove_models,
    }
    return actions[args.action](store, args)


def _add_list(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    listing = actions.add_parser("list", description="Installed and available models.")
    listing.add_argument("--installed", action="store_true", help="only what is on this machine")
    listing.add_argument("--kind", choices=("recognizer", "translator", "voice"))
    listing.add_argument("--from", dest="source", type=_language, metavar="LANGUAGE", help="that understand it")
    listing.add_argument(
        "--to", dest="target", type=_language, metavar="LANGUAGE", help="that translate into or speak it"
    )
    listing.add_argument("--disk", action="store_true", help="what occupies the disk")
    listing.add_argument("--json", action="store_true", help="for programs")


def _add_install(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    install = actions.add_parser(
        "install", description="Download models by name, or any repository as hf:OWNER/NAME. Interrupted ones go on."
    )
    install.add_argument("ids", nargs="+", metavar="ID")
    install.add_argument("--accept-licence", action="store_true", help="I agree to a licence that restricts the use")
    install.add_argument("--yes", action="store_true", help="do not ask")


def _add_import(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    importing = actions.add_parser(
        "import",
        description="Install from a folder or archive: CTranslate2 folders, .argosmodel, OPUS-MT zips, Piper voices.",
    )
    importing.add_argument("path", type=Path)
    importing.add_argument("--id", default="", help="name in the list; default: from the files")
    importing.add_argument("--from", dest="source", type=_language, metavar="LANGUAGE", help="of a translator")
    importing.add_argument("--to", dest="target", type=_language, metavar="LANGUAGE", help="of a translator")
    importing.add_argument("--languages", type=_languages, default=(), metavar="A,B", help="that a recognizer hears")
    importing.add_argument("--accept-licence", action="store_true", help="I agree to a licence that restricts the use")


def _language(text: str) -> str:
    from streamlation_desktop.core.language import UnknownLanguage, parse_language

    try:
        return parse_language(text)
    except UnknownLanguage as exc:
        raise UsageError(str(exc), hint="Write a code such as en, es, pt, or an English name.") from exc


def _languages(text: str) -> tuple[str, ...]:
    return tuple(_language(part) for part in text.split(","))
