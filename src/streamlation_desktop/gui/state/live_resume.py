"""Finds out whether a live session of the history can go on."""

from __future__ import annotations

from streamlation_desktop import __version__
from streamlation_desktop.core.errors import StorageError, UsageError
from streamlation_desktop.core.events import SessionState
from streamlation_desktop.gui.state.live_view import EarlierLive
from streamlation_desktop.session.live_ledger import LiveWork
from streamlation_desktop.storage.codec import decode
from streamlation_desktop.storage.history import History
from streamlation_desktop.storage.identity import JobKey
from streamlation_desktop.storage.ledger import ChunkLedger

_LEAST = 30.0
"""Seconds of media: less is not worth it, and could lie behind what loading the models takes."""


def earlier_live(history: History, ledger: ChunkLedger, record_id: str) -> EarlierLive | None:
    """What a new session on the same stream goes on with; None where it begins anew, and the old one is over then.

    A session that ended in order is done, and one of another version of the program would be another in the ledger.
    """
    if not record_id:
        return None
    try:
        details = history.show(record_id)
        work = decode(LiveWork, details.request_json)
    except (StorageError, UsageError):  # not one of a live stream, or no longer there
        return None
    record = details.record
    is_over = record.state is SessionState.FINISHED
    if not is_over and work.version == __version__ and work.started and record.done >= _LEAST:
        return EarlierLive(record, work.started, work.sources)
    if record.is_interrupted:  # else it would be offered again at every start
        with ledger.begin(JobKey(record.location, record.fingerprint, details.request_json)) as session:
            session.finish(SessionState.CANCELLED)
    return None
