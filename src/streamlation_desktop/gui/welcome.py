"""The first start of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QSettings

from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, parse_language

if TYPE_CHECKING:
    from streamlation_desktop.gui.conductor import Conductor
    from streamlation_desktop.gui.dialogs.first_run import FirstRunDialog
    from streamlation_desktop.gui.state.machine import Machine
    from streamlation_desktop.session.services import Services


def run_first(conductor: Conductor, memory: QSettings) -> FirstRunDialog:
    """Show the dialog of the first start; it measures the machine meanwhile."""
    from streamlation_desktop.gui.dialogs.first_run import FirstRunDialog
    from streamlation_desktop.gui.state.machine import look_at_machine, recommended_models

    desk = conductor.desk
    dialog = FirstRunDialog(_understood(), conductor.window)
    catalog = desk.shelf.models.catalog
    measured: list[Machine] = []

    def offer() -> None:
        machine = measured[0] if measured else None
        dialog.show_offers(recommended_models(catalog, machine, dialog.language))

    def measure_done(machine: Machine) -> None:
        measured.append(machine)
        dialog.show_machine(machine, catalog.require(machine.recommended).name)
        offer()

    def done() -> None:
        memory.setValue("first-run/done", True)
        targets = (dialog.language,) if dialog.language else ()
        desk.change_settings("translation", {"targets": targets})
        for entry in dialog.downloads:
            conductor.downloads.start(entry.id, accepted=True)
        if dialog.downloads:
            conductor.window.show_page("models")

    dialog.box.currentIndexChanged.connect(offer)
    offer()
    desk.tasks.run("disk", dialog, lambda: _built_in(desk.shelf.services), dialog.show_built_in)
    desk.tasks.run(
        "check",
        dialog,
        lambda: look_at_machine(desk.paths, desk.tasks.ending),
        measure_done,
        lambda _: dialog.show_no_machine(),
    )
    dialog.accepted.connect(done)
    dialog.open()
    return dialog


def offer_first(conductor: Conductor, memory: QSettings) -> None:
    """The first start was with a file: it plays; the choices are offered beside it, and again at the next start."""
    conductor.window.messages.tell(
        QCoreApplication.translate("Welcome", "Welcome to Streamlation"),
        QCoreApplication.translate("Welcome", "Choose your language, and how good the translation should be."),
        QCoreApplication.translate("Welcome", "Choose…"),
        lambda: run_first(conductor, memory),
    )


def _built_in(services: Services) -> list[LanguageCode]:
    """What the embedded translators make of English, directly or through one language between."""
    pairs = {pair for each in services.catalogue().translators if each.quality for pair in each.pairs}
    direct = {pair.target for pair in pairs if pair.source == "en"}
    return sorted((direct | {pair.target for pair in pairs if pair.source in direct}) - {LanguageCode("en")})


def _understood() -> LanguageCode:
    """The system's language."""
    try:
        return parse_language(QLocale.system().name())
    except UnknownLanguage:
        return LanguageCode("en")
