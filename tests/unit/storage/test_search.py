from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.ledger import ChunkLedger
from streamlation_desktop.storage.lines import Lines
from streamlation_desktop.storage.search import search
from tests.support.ledger import ES, captions, chunk, job

TEXT = "The river ends at the sea. Nobody had asked why it was called Überlingen."


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("search")
    spoken = chunk(3, TEXT)
    done = captions(spoken, "El río acaba en el mar.")
    with Database(folder / "history.db") as database:
        with ChunkLedger(database).begin(job(folder)) as session:
            for ordinal in range(3):
                session.commit_chunk(chunk(ordinal, "Nothing to see here."))
            session.commit_chunk(spoken)
            session.commit_captions(3, ES, done.translations, done.cues)
        yield database


def test_hit_tells_the_moment_the_sentence_is_said(filled: Database) -> None:
    [hit] = search(filled, "nobody asked")

    assert hit.title == "talk.wav"
    assert hit.language == "en"
    assert hit.span.start == pytest.approx(3 * 10 + 0.1 + 6 / 3)
    assert [part.text for part in hit.fragments if part.is_match] == ["Nobody", "asked"]
    assert hit.text == "Nobody had asked why it was called Überlingen."


def test_translations_are_found_too(filled: Database) -> None:
    [hit] = search(filled, "acaba mar")

    assert hit.language == "es"
    assert hit.span == chunk(3, TEXT).transcripts[0].span


@pytest.mark.parametrize("text", ["uberlingen", "ÜBERLINGEN", "überl", "u\u0308berlingen"])
def test_case_accents_and_endings_do_not_matter(filled: Database, text: str) -> None:
    assert len(search(filled, text)) == 1


def test_language_narrows(filled: Database) -> None:
    assert [hit.language for hit in search(filled, "e", language=ES)] == ["es"]
    assert search(filled, "river", language=ES) == ()


def test_limit_bounds_the_hits(filled: Database) -> None:
    assert len(search(filled, "see", limit=10)) == 3
    assert len(search(filled, "see", limit=2)) == 2


def test_word_within_chinese_text_is_found(database: Database, ledger: ChunkLedger, tmp_path: Path) -> None:
    with ledger.begin(job(tmp_path)) as session:
        session.commit_chunk(chunk(0, "他们问河流在哪里结束", LanguageCode("zh")))
        session.commit_chunk(chunk(1, "今天天气很好 OK", LanguageCode("zh")))

    [hit] = search(database, "河流")
    [mixed] = search(database, "ok 天气")

    assert [part.text for part in hit.fragments if part.is_match] == ["河流"]
    assert mixed.text == "今天天气很好 OK"


def test_sentences_of_a_subtitle_file_are_found_once(database: Database, ledger: ChunkLedger, tmp_path: Path) -> None:
    done = captions(chunk(0, "The ferry leaves at dawn."))
    french = replace(done.translations[0], language=LanguageCode("fr"), text="Le bac part à l'aube.")
    with ledger.begin(job(tmp_path)) as session:
        session.commit_chunk(replace(chunk(0), transcripts=()))
        session.commit_captions(0, ES, done.translations, done.cues)
        session.commit_captions(0, LanguageCode("fr"), [french], [])

    assert len(search(database, "ferry")) == 1
    assert len(search(database, "bac aube")) == 1


def test_a_sentence_is_found_as_it_is_shown_and_not_as_it_was_heard(
    database: Database, ledger: ChunkLedger, tmp_path: Path
) -> None:
    heard = chunk(0, "the ferry leaves at dawn")
    done = captions(heard, "El transbordador sale al alba.")
    shown = replace(
        done.translations[0], sentence=replace(done.translations[0].sentence, text="The ferry leaves, at dawn.")
    )
    with ledger.begin(job(tmp_path)) as session:
        session.commit_chunk(heard)
        assert [hit.text for hit in search(database, "ferry")] == ["the ferry leaves at dawn"]
        session.commit_captions(0, ES, [shown], done.cues)
        session_id = session.session_id

    assert [hit.text for hit in search(database, "ferry")] == ["The ferry leaves, at dawn."]
    lines, line = Lines(database), shown.sentence.id
    lines.correct(session_id, line, ES, "El barco sale al alba.")
    lines.correct(session_id, line, LanguageCode("en"), "The boat leaves at dawn.")
    assert [hit.text for hit in search(database, "barco")] == ["El barco sale al alba."]
    assert search(database, "boat")[0].span == shown.sentence.span
    assert search(database, "ferry") == search(database, "transbordador") == ()
    lines.correct(session_id, line, ES, None)
    assert [hit.text for hit in search(database, "transbordador")] == ["El transbordador sale al alba."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        '"',
        '""',
        "'",
        "*",
        "a*",
        "-river",
        "+",
        "^river",
        "river AND",
        "NOT",
        "OR OR",
        "NEAR(",
        "NEAR(a b, 2)",
        "(",
        ")",
        "{text}:river",
        "text:river",
        "passages_index",
        "a:b:c",
        ";",
        "--",
        "/*",
        "'; DROP TABLE passages; --",
        "\\",
        "%",
        "_",
        "?",
        ":x",
        "@x",
        "$x",
        "\0",
        'river\0"',
        "\x01\x02\x03",
        "\ud800",
        "\U0010ffff",
        "\u202e",
        "😀",
        "e\u0301",
        '河"流',
        "x" * 100_000,
        "x " * 10_000,
        '" ' * 5_000,
        "\n\t\r",
        "=,<>!|&#[]`~",
    ],
)
def test_no_text_breaks_the_search(filled: Database, text: str) -> None:
    assert len(search(filled, text)) <= 50


def test_signs_among_words_do_not_hide_the_hit(filled: Database) -> None:
    assert len(search(filled, '"river - sea" *')) == 1


def test_a_thousand_random_texts_break_no_search(filled: Database) -> None:
    rng = random.Random(8)
    pieces = [
        *"\"'*-+^(){}:;/\\%_?@$,.<>|&#[]`~= \n\0",
        "river",
        "NEAR",
        "AND",
        "NOT",
        "OR",
        "text:",
        "河",
        "é",
        "\ud800",
        "9",
    ]
    for _ in range(1000):
        assert len(search(filled, "".join(rng.choices(pieces, k=rng.randint(1, 12))))) <= 50


@pytest.mark.parametrize("end", ["-1.4e305", "NULL", "'soon'"])
def test_a_damaged_row_does_not_hide_the_others(tmp_path: Path, end: str) -> None:
    with Database(tmp_path / "history.db") as database:
        with ChunkLedger(database).begin(job(tmp_path)) as session:
            for ordinal in range(2):
                session.commit_chunk(chunk(ordinal, "The river ends."))
        with closing(sqlite3.connect(tmp_path / "history.db")) as raw, raw:
            raw.execute("PRAGMA ignore_check_constraints = ON")
            raw.execute(f"UPDATE OR IGNORE passages SET end = {end} WHERE start < 5")
        assert any(hit.span.start >= 5 for hit in search(database, "river"))
