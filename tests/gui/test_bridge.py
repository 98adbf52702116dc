"""From other threads to the window's."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.errors import DiskFull
from streamlation_desktop.gui.bridge import Bridge
from streamlation_desktop.gui.tasks import Tasks


def test_a_flood_arrives_in_order_in_batches_on_the_windows_thread(qtbot: QtBot) -> None:
    bridge, got, threads = Bridge(), list[object](), set[object]()

    def take(batch: list[object]) -> None:
        got.extend(batch)
        threads.add(QThread.currentThread())
        assert len(batch) <= 500

    bridge.arrived.connect(take)

    def flood() -> None:
        for number in range(20_000):
            bridge.post(number)

    worker = threading.Thread(target=flood)
    worker.start()
    worker.join(60)
    qtbot.waitUntil(lambda: len(got) == 20_000, timeout=60_000)
    assert got == list(range(20_000))
    assert threads == {QThread.currentThread()}
    assert bridge.wakeups < 200


def test_nothing_arrives_after_close(qtbot: QtBot) -> None:
    bridge, got = Bridge(), list[object]()
    bridge.arrived.connect(got.extend)
    bridge.post(1)
    bridge.close()
    bridge.post(2)
    qtbot.wait(1)
    assert got == []


def test_a_task_answers_with_its_result_or_its_error(qtbot: QtBot) -> None:
    tasks, owner, got = Tasks(), QObject(), list[object]()

    def fails() -> None:
        raise DiskFull("full")

    tasks.run("disk", owner, lambda: 42, got.append, got.append)
    tasks.run("disk", owner, fails, got.append, got.append)
    qtbot.waitUntil(lambda: len(got) == 2, timeout=60_000)
    assert 42 in got
    assert any(isinstance(each, DiskFull) for each in got)
    tasks.close()


def test_nobody_is_called_whose_widget_is_gone(qtbot: QtBot) -> None:
    from shiboken6 import delete

    tasks, owner, got, may = Tasks(), QObject(), list[int](), threading.Event()

    def work() -> int:
        may.wait(60)
        return 1

    tasks.run("disk", owner, work, got.append)
    delete(owner)
    may.set()
    tasks.run("disk", tasks, lambda: 2, got.append)
    qtbot.waitUntil(lambda: 2 in got, timeout=60_000)
    tasks.close()
    assert got == [2]


def test_the_end_waits_for_what_is_written_but_for_no_pictures(qtbot: QtBot) -> None:
    tasks, owner, may, done = Tasks(), QObject(), threading.Event(), list[str]()

    def work(name: str) -> None:
        if name == "picture":
            may.wait(60)
        done.append(name)

    for name in ("picture", "disk", "disk", "disk"):
        tasks.run(name, owner, partial(work, name))
    tasks.run("picture", owner, lambda: done.append("another"))
    tasks.close()
    assert done == ["disk", "disk", "disk"]
    may.set()
