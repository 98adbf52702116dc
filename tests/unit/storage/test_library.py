"""Positions, projects and corrected lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.core.errors import OutputExists, UsageError
from streamlation_desktop.core.events import SessionState
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Origin, Sentence, TimeSpan, Translation
from streamlation_desktop.session.captions import ExportRequest, RecordedCaptions
from streamlation_desktop.storage.chunks import CommittedChunk
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.history import History
from streamlation_desktop.storage.identity import JobKey
from streamlation_desktop.storage.ledger import ChunkLedger
from streamlation_desktop.storage.library import Library
from streamlation_desktop.storage.lines import Lines
from streamlation_desktop.storage.records import HistoryFilter
from streamlation_desktop.storage.retention import plan_purge, purge

EN, ES = LanguageCode("en"), LanguageCode("es")
PRINT = "f" * 64


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "streamlation.db") as database:
        yield database


@pytest.fixture
def session(database: Database) -> str:
    """A finished session of two sentences, translated into Spanish."""
    said = [
        Sentence(0, TimeSpan(1.0, 2.0), EN, "Good morning.", confidence=0.9, speaker="S1"),
        Sentence(1, TimeSpan(3.0, 4.5), EN, "Where is the house?"),
    ]
    meant = ["Buenos días.", "¿Dónde está la casa?"]
    with ChunkLedger(database).begin(JobKey("/films/talk.mp4", PRINT, "{}"), targets=[ES]) as record:
        record.commit_chunk(CommittedChunk(0, 0, 80_000, 1, ()))
        origin = Origin("test", "test")
        translations = [Translation(each, ES, text, origin) for each, text in zip(said, meant, strict=True)]
        spanish = [Cue(n, each.span, (text,), ES) for n, (each, text) in enumerate(zip(said, meant, strict=True))]
        english = [Cue(n, each.span, (each.text,), EN) for n, each in enumerate(said)]
        record.commit_captions(0, EN, (), english)
        record.commit_captions(0, ES, translations, spanish)
        record.finish(SessionState.FINISHED)
        session_id = record.session_id
    set_spoken = "UPDATE sessions SET source_language = 'en' WHERE id = ?"
    database.write(lambda db: db.conn.execute(set_spoken, (session_id,)).rowcount)
    return session_id


def test_a_position_is_remembered_by_content(database: Database) -> None:
    library = Library(database)
    assert library.position(PRINT) == 0.0
    library.set_position(PRINT, 12.5)
    library.set_position(PRINT, 13.5)
    assert library.position(PRINT) == 13.5


def test_media_are_grouped_in_projects_that_are_found_by_the_history(database: Database, session: str) -> None:
    library, history = Library(database), History(database)
    library.set_position(PRINT, 5.0)
    project = library.add_project(" Course ")
    library.assign(PRINT, project)
    assert [(each.name, each.media) for each in library.projects()] == [("Course", 1)]
    assert [each.id for each in history.list(HistoryFilter(project=project))] == [session]
    assert [each.id for each in history.list(HistoryFilter(fingerprint=PRINT))] == [session]
    assert library.position(PRINT) == 5.0, "it stays"
    library.remove_project(project)
    assert library.project_of(PRINT) is None
    assert history.list() != ()


@pytest.mark.parametrize("name", ["", "  ", "COURSE"])
def test_a_project_needs_a_name_of_its_own(database: Database, name: str) -> None:
    library = Library(database)
    library.add_project("Course")
    with pytest.raises(UsageError):
        library.add_project(name)


def test_lines_join_what_was_said_with_what_it_means(database: Database, session: str) -> None:
    first, second = Lines(database).read(session)
    assert (first.id, first.text, first.translations, first.speaker) == (0, "Good morning.", {ES: "Buenos días."}, "S1")
    assert second.span == TimeSpan(3.0, 4.5)


def test_a_correction_is_kept_and_taken_back(database: Database, session: str) -> None:
    lines = Lines(database)
    lines.correct(session, 1, ES, "¿Dónde queda la casa?")
    lines.correct(session, 1, EN, "Where's the house?")
    corrected = lines.read(session)[1]
    assert (corrected.text, corrected.translations[ES]) == ("Where's the house?", "¿Dónde queda la casa?")
    assert corrected.edited == {EN, ES}
    lines.correct(session, 1, ES, None)
    assert lines.read(session)[1].translations[ES] == "¿Dónde está la casa?"


def test_corrected_texts_are_in_the_captions_of_their_language(database: Database, session: str) -> None:
    captions, lines = RecordedCaptions(database), Lines(database)
    lines.correct(session, 1, ES, "¿Dónde queda la casa?")
    lines.correct(session, 0, EN, "Good evening.")
    assert "queda" in " ".join(cue.text for cue in captions.cues(session, ES))
    english = " ".join(cue.text for cue in captions.cues(session, EN))
    assert "evening" in english
    assert "house" in english


def test_speakers_are_named(database: Database, session: str) -> None:
    lines = Lines(database)
    lines.name_speaker(session, "S1", "Ana")
    lines.name_speaker(session, "S1", "Anna")
    assert lines.speakers(session) == {"S1": "Anna"}


def test_an_export_refuses_to_overwrite_before_it_writes_anything(
    database: Database, session: str, tmp_path: Path
) -> None:
    (tmp_path / "talk.es.vtt").write_text("mine", encoding="utf-8")
    request = ExportRequest(session, (ES,), ("srt", "vtt"), tmp_path, "talk")
    with pytest.raises(OutputExists):
        RecordedCaptions(database).export(request)
    assert not (tmp_path / "talk.es.srt").exists()
    assert (tmp_path / "talk.es.vtt").read_text(encoding="utf-8") == "mine"


def test_purging_a_session_forgets_corrections_speakers_and_position(database: Database, session: str) -> None:
    library, lines = Library(database), Lines(database)
    library.set_position(PRINT, 5.0)
    lines.correct(session, 0, EN, "secret")
    lines.name_speaker(session, "S1", "Ana")
    purge(database, plan_purge(database, History(database).list()))
    assert library.position(PRINT) == 0.0
    assert lines.edits(session, EN) == {}
    assert lines.speakers(session) == {}
