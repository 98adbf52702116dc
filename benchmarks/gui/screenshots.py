"""Pictures of every page and dialog: light, dark, mirrored, and doubled.

python3 dev.py screenshots
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample" / "sample.mp4"
LOOKS = {
    "light": {"STREAMLATION_INTERFACE_THEME": "light", "STREAMLATION_INTERFACE_LANGUAGE": "en"},
    "dark": {"STREAMLATION_INTERFACE_THEME": "dark", "STREAMLATION_INTERFACE_LANGUAGE": "de"},
    "mirrored": {"STREAMLATION_INTERFACE_THEME": "light", "STREAMLATION_INTERFACE_LANGUAGE": "ar"},
    "doubled": {
        "STREAMLATION_INTERFACE_THEME": "light",
        "STREAMLATION_INTERFACE_LANGUAGE": "es",
        "QT_SCALE_FACTOR": "2",
    },
}
_PATIENCE = 120.0


def main() -> int:
    """Translate the sample once, then take the pictures of each look in a process of its own."""
    output = Path(sys.argv[1])
    if len(sys.argv) > 2:
        return picture(output, sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        program, here = [sys.executable, "-m", "streamlation_desktop"], {**os.environ, "STREAMLATION_HOME": str(home)}
        translate = [*program, "run", str(SAMPLE), "--to", "es", "-f", "srt", "-o", folder, "-q"]
        subprocess.run(translate, check=True, env=here)
        dub = [*program, "dub", str(SAMPLE), "--to", "es,de", "--from", "en", "-o", str(Path(folder) / "dub"), "-q"]
        subprocess.run(dub, check=False, env=here)  # German fails: nothing translates into it
        for look, variables in LOOKS.items():
            mine = Path(folder) / look
            shutil.copytree(home, mine)
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "STREAMLATION_HOME": str(mine), **variables}
            subprocess.run([sys.executable, __file__, str(output), look], check=True, env=environment)
    print(f"pictures in {output}")
    return 0


def picture(output: Path, look: str) -> int:
    """Go through the pages."""
    from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    from streamlation_desktop.core.casting import CastTiming
    from streamlation_desktop.core.errors import LanguageNotSupported
    from streamlation_desktop.core.language import LanguageCode
    from streamlation_desktop.gui.application import make_application
    from streamlation_desktop.gui.dialogs.cast import CastDialog
    from streamlation_desktop.gui.dialogs.delete_job import DeleteJobBox
    from streamlation_desktop.gui.dialogs.dub import DubDialog
    from streamlation_desktop.gui.dialogs.edit_keys import EditKeysDialog
    from streamlation_desktop.gui.dialogs.export import ExportDialog
    from streamlation_desktop.gui.dialogs.failure import FailureDialog
    from streamlation_desktop.gui.dialogs.invitation import InvitationBox
    from streamlation_desktop.gui.dialogs.keys import KeysDialog
    from streamlation_desktop.gui.dialogs.licence import LicenceDialog
    from streamlation_desktop.gui.dialogs.local_api import LocalApiDialog
    from streamlation_desktop.gui.dialogs.purge import PurgeBox
    from streamlation_desktop.gui.dialogs.share import ShareDialog
    from streamlation_desktop.gui.dialogs.voice import Cast, VoiceDialog
    from streamlation_desktop.gui.dialogs.watch_live import WatchLiveDialog
    from streamlation_desktop.gui.main import Window
    from streamlation_desktop.gui.messages import explain
    from streamlation_desktop.gui.player.caption_window import CaptionWindow
    from streamlation_desktop.gui.state.opening import request_for
    from streamlation_desktop.gui.welcome import run_first
    from streamlation_desktop.media.invitation import read_invitation
    from streamlation_desktop.settings.paths import app_paths
    from streamlation_desktop.storage.retention import plan_purge

    app = make_application()
    window = Window(app, app_paths())
    window.memory.setValue("first-run/done", True)
    window.show()

    def pause(seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def until(condition: Callable[[], object], what: str) -> None:
        end = time.monotonic() + _PATIENCE
        while not condition():
            if time.monotonic() > end:
                print(f"{look}: not seen: {what}", file=sys.stderr)
                return
            pause(0.1)

    def is_whole(page: QWidget) -> bool:
        return page.isVisible() and bool(getattr(page, "is_filled", True))

    def keep(widget: QWidget, name: str) -> None:
        pause(0.4)
        output.mkdir(parents=True, exist_ok=True)
        widget.grab().save(str(output / f"{look}-{name}.png"))

    until(lambda: window.desk.is_ready, "the window is ready")
    window.desk.change_settings("translation", {"targets": (LanguageCode("es"),)})
    main_window = window.window
    for name in main_window.sidebar.names():
        main_window.show_page(name)
        until(partial(is_whole, main_window.page(name)), name)
        pause(1.0)
        keep(main_window, name)
    main_window.show_page("diagnostics")
    until(main_window.page("diagnostics").again.isEnabled, "what was checked")
    keep(main_window, "diagnostics")
    window.conductor.open(str(SAMPLE))
    page = main_window.page("player")
    until(page.model.rowCount, "the transcript")
    page.jump(9.0)
    pause(2.0)
    keep(main_window, "player-open")
    page.player.player.pause()
    bar = page.player.bar.seek_bar
    for _ in range(8):  # the picture is made after the pointer has come
        QTest.mouseMove(bar, bar.rect().center())
        pause(0.1)
        QTest.mouseMove(bar, bar.rect().center() + QPoint(1, 0))
        pause(0.1)
    keep(main_window, "seek-preview")
    page.player.captions.toggle_bilingual()
    page.player.run("caption_window")
    pause(1.0)
    small = next(each for each in app.topLevelWidgets() if isinstance(each, CaptionWindow))
    keep(small, "caption-window")
    keep(main_window, "player-bilingual")
    small.close()
    page.player.captions.toggle_bilingual()
    window.desk.sessions.start(request_for(str(SAMPLE), window.desk.settings, ()), SAMPLE.name)
    main_window.show_page("sessions")
    until(lambda: any(one.done for one in window.desk.sessions.sessions.values()), "a session at work")
    keep(main_window, "sessions-open")
    for one in tuple(window.desk.sessions.sessions):
        window.desk.sessions.cancel(one)
    main_window.show_page("player")
    for name, menu in (("captions-menu", page.player.bar.captions.menu()), ("more-menu", page.player.bar.more.menu())):
        menu.popup(page.player.mapToGlobal(page.player.rect().center()))
        keep(menu, name)
        menu.close()
    page.dub.menu().popup(page.dub.mapToGlobal(page.dub.rect().bottomLeft()))
    keep(page.dub.menu(), "dub-menu")
    page.dub.menu().close()
    timing = page.cast_strip.timing
    page.cast_strip.show()
    timing.show_timing(CastTiming(12.0, None))
    timing.menu().popup(timing.mapToGlobal(timing.rect().bottomLeft()))
    keep(timing.menu(), "cast-timing")
    timing.menu().close()
    keep(main_window, "player-cast")
    page.cast_strip.hide()
    window.conductor.tell_error(LanguageNotSupported("no installed model recognizes Welsh"))
    keep(main_window, "message")
    main_window.show_page("library")
    main_window.page("library").search.setText("brother")
    pause(1.5)
    keep(main_window, "search")
    window.conductor.tell_error(LanguageNotSupported("no installed model recognizes Welsh"))
    main_window.messages.offer(QCoreApplication.translate("Recovery", "Start in safe mode"), lambda: None)
    keep(main_window, "message-with-two-ways")
    main_window.messages.hide()
    main_window.page("library").search.setText("zebra")
    pause(1.5)
    keep(main_window, "nothing-found")
    main_window.show_page("jobs")
    until(lambda: main_window.page("jobs").panel.model.rowCount(), "the lines of a dub")
    keep(main_window, "jobs-open")
    preferences = main_window.page("preferences")
    main_window.show_page("preferences")
    preferences.search.setText(preferences.fields["captions", "colour"].accessibleName() or "captions.")
    keep(main_window, "preferences-captions")
    languages = [LanguageCode("en"), LanguageCode("es")]
    row = next(row for row in main_window.page("models").table.rows if not row.is_installed)
    records = window.desk.shelf.history.list()
    plan = plan_purge(window.desk.shelf.services.database, records, everything=True)
    share = ShareDialog(window.conductor.screens.sharer, page.cast_order(), main_window)
    voice = VoiceDialog(window.desk, Cast(languages[1], "", {"S1": "Ana"}), main_window)
    ready = {"voice": lambda: voice.voices.count() > 1, "share": share.link.text}
    for name, dialog in (
        ("export", ExportDialog("id", languages, SAMPLE.parent, "sample", main_window, film=SAMPLE)),
        ("failure", FailureDialog(explain("engine.language", "nothing translates English into Welsh"), "talk.mp4")),
        ("licence", LicenceDialog(row, main_window)),
        ("dub", DubDialog(window.desk.settings, str(SAMPLE), main_window)),
        ("voice", voice),
        ("share", share),
        ("api", LocalApiDialog(window.conductor.screens.api, main_window)),
        ("cast", CastDialog(window.desk, window.conductor.screens.caster, main_window)),
        ("watch-live", WatchLiveDialog(window.desk, "rtmp://host/live", main_window)),
        ("keys-sheet", KeysDialog(main_window, page.player.key_sheet())),
        ("delete-job", DeleteJobBox("sample.mp4", 5, main_window)),
        ("purge", PurgeBox(plan, main_window)),
        ("invitation", InvitationBox(read_invitation("streamlation:open?url=https://example.org/a.m3u8"), main_window)),
        ("keys", EditKeysDialog({"mute": ("Ctrl+U",)}, {}, main_window)),
        ("first-run", run_first(window.conductor, window.memory)),
    ):
        dialog.show()
        until(ready.get(name, lambda: True), name)
        keep(dialog, name)
        dialog.hide()
    main_window.close()
    window.close()
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
