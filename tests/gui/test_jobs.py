"""The queue of dubbing jobs in the window: real dubs, made by the real worker in its own process."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.events import ErrorInfo
from streamlation_desktop.core.jobs import JobState, Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.dub import DubDialog
from streamlation_desktop.gui.dialogs.voice import Cast, VoiceDialog
from streamlation_desktop.gui.item_models.dub_lines import TEXT
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.pages.jobs import JobsPage
from streamlation_desktop.jobs.submitting import submit
from streamlation_desktop.settings.schema import Settings
from streamlation_desktop.storage.job_records import JobEvent, JobRecord
from streamlation_desktop.storage.voice_map import MappedVoice
from tests.gui.conftest import PATIENCE, MakeWindow
from tests.support.dubs import EN, ES, dub_request, make_talk

Talk = tuple[Path, Path]


@pytest.fixture(scope="session")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Talk:
    """A film of two sentences, and its captions."""
    return make_talk(tmp_path_factory.mktemp("talk"))


@pytest.fixture
def page(window: Window) -> JobsPage:
    window.window.show_page("jobs")
    shown: JobsPage = window.window.page("jobs")
    return shown


def queued(window: Window, talk: Talk, folder: Path, *targets: LanguageCode) -> JobRecord:
    """A job that nobody works on yet."""
    job = submit(window.desk.shelf.services, dub_request(*talk, folder, *targets))
    window.conductor.jobs.refresh()
    return job


def state(window: Window, job: JobRecord) -> JobState:
    known = [each for each in window.conductor.jobs.jobs if each.id == job.id]
    return known[0].state if known else JobState.QUEUED


def is_in(window: Window, job: JobRecord, expected: JobState) -> bool:
    return state(window, job) is expected


def trail(page: JobsPage) -> tuple[JobEvent, ...]:
    return page.panel.detail.events if page.panel.detail is not None else ()


def test_a_dub_is_asked_for_done_and_changed_line_by_line(
    window: Window, talk: Talk, tmp_path: Path, qtbot: QtBot
) -> None:
    film = Path(shutil.copy(talk[0], tmp_path / "película.mp4"))
    told: list[tuple[str, str]] = []
    window.conductor.finished.connect(lambda *words: told.append(words))
    window.conductor.dub(str(film))
    dialog = window.window.findChild(DubDialog)
    assert dialog is not None
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled(), "no language is ticked"
    qtbot.keyClicks(dialog.targets.filter, "spanish")
    shown = [row for row in range(dialog.targets.list.count()) if not dialog.targets.list.item(row).isHidden()]
    dialog.targets.list.setCurrentRow(shown[0])
    qtbot.keyClick(dialog.targets.list, Qt.Key.Key_Space)
    dialog.captions.set_path(talk[1])
    dialog.spoken.choose(EN)
    dialog._check()
    qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: window.window.current == "jobs", timeout=PATIENCE)
    page: JobsPage = window.window.page("jobs")
    qtbot.waitUntil(lambda: page.job is not None and page.job.state is JobState.FINISHED, timeout=PATIENCE)
    qtbot.waitUntil(lambda: page.panel.files.count() >= 5, timeout=PATIENCE)
    assert (tmp_path / "película.es.mix.m4a").exists()
    assert page.panel.tracks.rows[ES].bar.value() == 1000
    assert told == [("Dub finished", "película.mp4")]

    job, lines = page.job, page.panel.model.lines
    assert job is not None
    assert len(lines) == 2
    cell = page.panel.model.index(0, TEXT)
    page.panel.table.setCurrentIndex(cell)
    page.panel.table.edit(cell)
    editor = page.panel.table.indexWidget(cell) or page.panel.table.viewport().focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "Otra frase.")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "edited" in [event.kind for event in trail(page)], timeout=PATIENCE)
    qtbot.waitUntil(
        lambda: state(window, job) is JobState.FINISHED and page.panel.model.lines[0].is_edited, timeout=PATIENCE
    )
    qtbot.waitUntil(lambda: page.panel.model.lines[0].end != lines[0].end, timeout=PATIENCE)
    assert page.panel.model.lines[1] == lines[1], "the other line stays as it was"
    kinds = [(event.stage, event.kind) for event in trail(page)]
    again = kinds[kinds.index((Stage.TRANSLATING, "edited")) :]
    assert (Stage.STT, "started") not in again

    window.window.activateWindow()
    qtbot.waitUntil(window.window.isActiveWindow, timeout=PATIENCE)
    qtbot.keyClick(page.panel.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.panel.model.lines[0].text == lines[0].text, timeout=PATIENCE)


def test_a_failed_job_says_why_and_is_tried_again(
    page: JobsPage, window: Window, talk: Talk, tmp_path: Path, qtbot: QtBot
) -> None:
    job = queued(window, talk, tmp_path, ES)
    store = window.conductor.jobs._control().store
    store.enter(job.id, ES, Stage.DUBBING)
    store.fail(job.id, ES, Stage.DUBBING, ErrorInfo("engine.language", "nothing installed speaks Spanish", ""), None)
    store.set_state(job.id, JobState.FAILED, "failed")
    window.conductor.jobs.refresh()
    qtbot.waitUntil(lambda: page.job is not None and page.job.state is JobState.FAILED, timeout=PATIENCE)
    row = page.panel.tracks.rows[ES]
    assert "nothing installed speaks Spanish" in row.error.text()
    assert "Failed while: Speaking" in row.words.text()
    assert page.retry.isVisible()
    assert not page.pause.isVisible()
    qtbot.mouseClick(page.retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: state(window, job) is JobState.FINISHED, timeout=PATIENCE)


def test_a_job_is_paused_resumed_cancelled_and_deleted_with_its_files(
    page: JobsPage, window: Window, talk: Talk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("streamlation_desktop.gui.state.job_desk.JobDesk.work", lambda desk: desk.refresh())
    job = queued(window, talk, tmp_path, ES)
    qtbot.waitUntil(lambda: page.job is not None, timeout=PATIENCE)
    for clicked, expected in (
        (page.pause, JobState.PAUSED),
        (page.resume, JobState.QUEUED),
        (page.cancel, JobState.CANCELLED),
    ):
        qtbot.mouseClick(clicked, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(partial(is_in, window, job, expected), timeout=PATIENCE)
    qtbot.waitUntil(lambda: "cancelled" in [event.kind for event in trail(page)], timeout=PATIENCE)
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Yes)
    qtbot.mouseClick(page.delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=PATIENCE)
    assert talk[0].exists()


def test_another_voice_is_chosen_from_those_that_are_there(window: Window, qtbot: QtBot) -> None:
    dialog = VoiceDialog(window.desk, Cast(ES, "a film", {"speaker-0": "Ana"}), window.window)
    qtbot.addWidget(dialog)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    qtbot.waitUntil(ok.isEnabled, timeout=PATIENCE)
    dialog.speakers.setCurrentIndex(1)
    dialog.voices.setCurrentIndex(dialog.voices.findData("espeak-ng/es-419"))
    assert dialog.choices == {"speaker-0": MappedVoice("espeak-ng", "es-419")}
    with qtbot.waitSignal(dialog.sample.said, timeout=PATIENCE) as heard:
        qtbot.mouseClick(dialog.hear, Qt.MouseButton.LeftButton)
    assert heard.args[0].stat().st_size > 10_000
    dialog.reject()
    assert not heard.args[0].exists(), "nothing is left behind"


def test_the_dialog_makes_the_request_that_was_asked_for(talk: Talk, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = DubDialog(Settings(), str(talk[0]))
    qtbot.addWidget(dialog)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    for row in (3, 5):
        dialog.targets.list.item(row).setCheckState(Qt.CheckState.Checked)
    assert ok.isEnabled()
    dialog.has_stems.setChecked(True)
    assert not ok.isEnabled()
    assert "voice and background" in dialog.notice.text()
    dialog.voice.set_path(tmp_path / "missing.wav")
    assert "missing.wav" in dialog.notice.text()
    dialog.voice.set_path(talk[0])
    dialog.background.set_path(talk[0])
    dialog.folder.set_path(tmp_path)
    dialog.loudness.setCurrentIndex(1)
    request = dialog.request()
    assert request.location == str(talk[0])
    assert len(request.targets) == 2
    assert request.stems is not None
    assert (request.stems.voice, request.loudness, request.output.folder) == (talk[0], "broadcast", tmp_path)


def test_jobs_of_another_day_are_there_again(make_window: MakeWindow, talk: Talk, tmp_path: Path, qtbot: QtBot) -> None:
    job = queued(make_window(), talk, tmp_path, ES)
    window = make_window()
    window.window.show_page("jobs")
    page: JobsPage = window.window.page("jobs")
    qtbot.waitUntil(lambda: page.job is not None and page.job.id == job.id, timeout=PATIENCE)
    assert page.job is not None
    assert page.job.state is JobState.QUEUED, "nothing begins by itself"
    assert page.resume.isVisible()
