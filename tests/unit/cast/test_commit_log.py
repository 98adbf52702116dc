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


def test_longest_wait_is_that_of_the_last_minute() -> None:
    log = talk()
    assert log.longest_wait == 12.0, "what is spoken just after a caption became final waits for the next one"
    log.heard(200.0, 300.0)
    log.final(190.0, 301.0)
    log.final(200.0, 303.0)

    assert log.longest_wait == 3.0


def test_end_of_all_captions_is_final_for_every_time() -> None:
    log = CommitLog()
    log.final(float("inf"), 50.0)

    assert log.final_at(1e9) == 0.0
    assert log.longest_wait == 0.0
