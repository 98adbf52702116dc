"""Threads for those who must not wait."""

from __future__ import annotations

import threading

from streamlation_desktop.core.start_soon import start_soon


def test_a_thread_is_started_and_ends() -> None:
    went_on, ran = threading.Event(), threading.Event()

    def work() -> None:
        went_on.wait(30)
        ran.set()

    thread = threading.Thread(target=work, name="soon", daemon=True)
    start_soon(thread)
    went_on.set()
    assert ran.wait(30)
    thread.join(30)
    assert not thread.is_alive()
