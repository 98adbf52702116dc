from __future__ import annotations

from dataclasses import replace

import pytest

from streamlation_desktop.core.cache import CacheKey
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import TranslatedText
from streamlation_desktop.storage.cache import TranslationCache
from streamlation_desktop.storage.database import Database
from tests.support.ledger import EN, ES

KEY = CacheKey("opus-mt", "en-es@9a", EN, ES, "beam=1", "Good morning.")


def numbered(count: int) -> list[CacheKey]:
    return [replace(KEY, text=f"Sentence {number}.") for number in range(count)]


def test_what_was_put_is_found_and_nothing_else(database: Database) -> None:
    cache = TranslationCache(database)
    value = TranslatedText("Buenos días.", score=-1 / 3)
    cache.put_many({KEY: value})

    assert cache.get_many([KEY, replace(KEY, text="Good evening.")]) == {KEY: value}


@pytest.mark.parametrize(
    "other",
    [
        replace(KEY, engine="apertium"),
        replace(KEY, model="en-es@9b"),
        replace(KEY, source=LanguageCode("fr")),
        replace(KEY, target=LanguageCode("fr")),
        replace(KEY, preset="beam=4"),
        replace(KEY, text="Good morning"),
        replace(KEY, preset="", text="beam=1Good morning."),
    ],
)
def test_every_part_of_the_key_counts(database: Database, other: CacheKey) -> None:
    cache = TranslationCache(database)
    cache.put_many({KEY: TranslatedText("Buenos días.")})

    assert cache.get_many([other]) == {}


def test_thousands_of_keys_at_once(database: Database) -> None:
    cache = TranslationCache(database)
    entries = {key: TranslatedText(key.text.upper()) for key in numbered(3000)}
    cache.put_many(entries)

    assert cache.get_many(list(entries)) == entries


def test_later_result_replaces_the_earlier(database: Database) -> None:
    cache = TranslationCache(database)
    cache.put_many({KEY: TranslatedText("Buen día.")})
    cache.put_many({KEY: TranslatedText("Buenos días.", score=-0.5)})

    assert cache.get_many([KEY]) == {KEY: TranslatedText("Buenos días.", score=-0.5)}


def test_full_cache_drops_what_was_not_used_for_longest(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_000_000.0
    monkeypatch.setattr("time.time", lambda: now)
    cache = TranslationCache(database, entries=20)
    old, used, new = numbered(30)[:10], numbered(30)[10:20], numbered(30)[20:]
    for keys in (old, used):
        cache.put_many({key: TranslatedText("x") for key in keys})
    now += 2 * 86_400
    cache.get_many(used)
    cache.put_many({key: TranslatedText("x") for key in new})

    assert cache.get_many(old) == {}
    assert len(cache.get_many([*used, *new])) >= 18
    assert cache.get_many(new).keys() == set(new)
