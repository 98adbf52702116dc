from __future__ import annotations

import threading

from streamlation_desktop.session.fair_lock import FairLock


def test_waiters_are_served_in_the_order_they_came() -> None:
    lock = FairLock()
    served: list[int] = []
    threads = []

    def wait(number: int) -> None:
        with lock:
            served.append(number)

    with lock:
        for number in range(8):
            thread = threading.Thread(target=wait, args=(number,))
            thread.start()
            threads.append(thread)
            while len(lock._waiting) <= number:
                pass
    for thread in threads:
        thread.join(5)
    assert served == list(range(8))


def test_the_lock_is_free_again_after_an_exception() -> None:
    lock = FairLock()
    try:
        with lock:
            raise ValueError
    except ValueError:
        pass
    with lock:
        assert True
