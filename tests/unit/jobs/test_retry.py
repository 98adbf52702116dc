from __future__ import annotations

import pytest

from streamlation_desktop.core.errors import (
    DiskFull,
    InferenceFailed,
    LanguageNotSupported,
    ModelNotInstalled,
    NotWritable,
    OutputExists,
    SourceLost,
    SourceNotFound,
    StorageError,
    StreamlationError,
)
from streamlation_desktop.jobs.retry import delay_before_retry


@pytest.mark.parametrize("kind", [DiskFull, InferenceFailed, SourceLost, StorageError])
def test_what_may_pass_is_tried_again_later_and_later_and_then_no_more(kind: type[StreamlationError]) -> None:
    delays = [delay_before_retry(kind("it failed"), attempts) for attempts in range(1, 6)]
    assert delays == [2.0, 8.0, 30.0, 120.0, None]


@pytest.mark.parametrize("kind", [SourceNotFound, LanguageNotSupported, ModelNotInstalled, NotWritable, OutputExists])
def test_what_stays_is_not_tried_again(kind: type[StreamlationError]) -> None:
    assert delay_before_retry(kind("it failed"), 1) is None
