from __future__ import annotations

from streamlation_desktop.cast.commit_log import CommitLog


def talk() -> CommitLog:
    """Sound as it comes, and captions every 6 s."""
    log = CommitLog()
    for second in range(40):
        log.heard(float(second), 100.0 + second)
        if second % 6 == 0:
            log.final(float(max(0, second - 6)), 100.0 + second)
    return log


def test_moment_at_which_captions_became_final_is_remembered() -> None:
    log = talk()

    assert log.final_at(6.0) == 112.0
    assert log.final_at(6.1) == 118.0
    assert log.final_at(30.1) is None
    assert log.final_at(0.0) == 0.0, "before it was told of"


def test_usual_wait_is_what_most_of_the_last_minute_kept() -> None:
    log = talk()
    assert log.usual_wait == 12.0, "what is spoken just after a caption became final waits for the next one"
    log.heard(39.5, 140.0)
    log.final(39.2, 145.0)
    assert log.usual_wait == 12.0, "one that took long is no measure"


def test_first_waits_are_no_measure() -> None:
    log = CommitLog()
    for second in (0.0, 1.0, 2.0):
        log.heard(second, 100.0 + second)
        log.final(second, 130.0 + second)

    assert log.usual_wait is None


def test_end_of_all_captions_is_final_for_every_time() -> None:
    log = CommitLog()
    log.final(float("inf"), 50.0)

    assert log.final_at(1e9) == 0.0
    assert log.usual_wait is None
