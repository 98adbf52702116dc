"""What the start has to say of the end before: what was interrupted, and how to avoid that it happens again."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from streamlation_desktop.gui.state.opening import request_for
from streamlation_desktop.gui.widgets.times import figures
from streamlation_desktop.settings.safe_mode import is_safe_mode

if TYPE_CHECKING:
    from streamlation_desktop.gui.conductor import Conductor
    from streamlation_desktop.storage.records import SessionRecord

_NAMED = 3


def offer_unfinished(conductor: Conductor, *, unclean: bool) -> None:
    """Say that the last run ended badly, if it did; offer to go on with what was interrupted, and safe mode."""
    desk = conductor.desk

    def interrupted() -> list[SessionRecord]:
        return [record for record in desk.shelf.history.list() if record.is_interrupted]

    def found(records: list[SessionRecord]) -> None:
        records = [record for record in records if record.location != conductor.opener.asked]  # that goes on as it is
        if records:
            _offer_to_resume(conductor, records, unclean=unclean)
        elif unclean:
            _tell_unclean(conductor)
        else:
            return
        if unclean and not is_safe_mode(os.environ):
            safely = QCoreApplication.translate("Recovery", "Start in safe mode")
            conductor.window.messages.offer(safely, lambda: conductor.restart_wanted.emit(True))

    desk.tasks.run("disk", conductor, interrupted, found)


def tell_safe_mode(conductor: Conductor) -> None:
    """What is different now, and the way back."""
    conductor.window.messages.tell(
        QCoreApplication.translate("Recovery", "Safe mode"),
        QCoreApplication.translate(
            "Recovery", "Built-in engines and the processor alone; nothing starts by itself, and settings are not kept."
        ),
        QCoreApplication.translate("Recovery", "Leave safe mode"),
        lambda: conductor.restart_wanted.emit(False),
    )


def _tell_unclean(conductor: Conductor) -> None:
    conductor.window.messages.tell(
        QCoreApplication.translate("Recovery", "Streamlation did not end in order last time"),
        QCoreApplication.translate(
            "Recovery", "Nothing that was done is lost. The diagnostics have a report that you can copy."
        ),
        QCoreApplication.translate("Recovery", "Show diagnostics"),
        lambda: conductor.window.show_page("diagnostics"),
    )


def _offer_to_resume(conductor: Conductor, records: list[SessionRecord], *, unclean: bool) -> None:
    title = QCoreApplication.translate("Recovery", "Interrupted sessions: {0}").format(figures(str(len(records))))
    if unclean:
        title = QCoreApplication.translate("Recovery", "Streamlation did not end in order last time") + ". " + title
    names = ", ".join(record.title or record.location for record in records[:_NAMED])
    conductor.window.messages.tell(
        title, names, QCoreApplication.translate("Recovery", "Go on"), lambda: _resume_all(conductor, records)
    )


def _resume_all(conductor: Conductor, records: list[SessionRecord]) -> None:
    desk = conductor.desk
    at_work = {one.job.location for one in desk.sessions.running}
    records = [record for record in records if record.location not in at_work]
    live = [record for record in records if record.duration is None]
    for record in records:
        if record not in live:
            request = request_for(record.location, desk.settings, record.targets)
            desk.sessions.start(request, record.title or record.location)
    conductor.window.show_page("sessions")
    for record in live[:1]:  # what was said meanwhile is gone; the player shows one, the others go on from the library
        conductor.open_record(record.location, -1.0, record.id)
