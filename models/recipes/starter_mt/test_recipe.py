"""Tests of the recipe's parts that need no training: ``python -m pytest models/recipes/starter_mt``."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from .augment import plain, swap
from .config import Config
from .corpus import acceptable, clean, read_table, write_table
from .numerals import spell, spell_numbers
from .sanity import loops
from .schedule import rate
from .stream import by_length, pad, up


def test_numbers_in_words() -> None:
    assert spell(0) == "zero"
    assert spell(305_012) == "three hundred and five thousand twelve"
    assert spell_numbers("In 1945, 3.14 of 42; room 007.") == (
        "In nineteen forty five, three point one four of forty two; room zero zero seven.")


def test_plain_source_is_what_a_recogniser_writes() -> None:
    assert plain("It's 1,250 — isn’t it, Tom?") == "it's 1250 isn't it tom"


def test_swap_changes_both_sides_alike() -> None:
    english, foreign = swap("Tom paid 250 dollars.", "Tom pagó 250 dólares.", random.Random(3))
    assert "Tom" not in english
    assert english.split(" paid ")[0] == foreign.split(" pagó ")[0]
    assert english.split()[-2] == foreign.split()[-2] != "250"


def test_clean_drops_copies_repeats_and_held_out() -> None:
    rows = [("talk", "Good morning to you", "Buenos días a ti"), ("talk", "good morning to you!", "¡Buenos días a ti!"),
            ("talk", "This is held out now", "Esto no"), ("ui", "one two three four", "one two three four")]
    assert list(clean(rows, {"this is held out now"})) == [rows[0]]
    assert not acceptable("Hello there", "x" * 200)


def test_table_survives_a_round_trip(tmp_path: Path) -> None:
    rows = [("talk", "Hello.", "Olá."), ("bt", "Yes.", "Sì.")]
    assert write_table(tmp_path / "pt.tsv.gz", rows) == 2
    assert read_table(tmp_path / "pt.tsv.gz") == rows
    assert [path.name for path in tmp_path.iterdir()] == ["pt.tsv.gz"]


def test_rate_rises_holds_falls_and_cools_to_zero() -> None:
    config = Config()
    assert rate(0, config) < rate(config.warm_steps, config) == pytest.approx(config.peak_rate)
    assert rate(4 * config.hold_steps, config) == pytest.approx(config.peak_rate / 2, rel=1e-3)
    assert rate(100_000, config, 100_000, 500) == rate(100_000, config)
    assert rate(100_500, config, 100_000, 500) == 0


def test_loops_are_seen() -> None:
    assert loops("He is here.", "Está aquí, está aquí, está aquí.")
    assert not loops("No no no!", "¡No no no!")
    assert loops("Hi.", "x" * 200)


def test_the_rate_stays_until_the_cool_down_and_ends_at_nothing() -> None:
    pytest.importorskip("torch")
    from .train import Deadline

    deadline = Deadline(0, 100, 0.25)
    assert [deadline.warmth(step) for step in (0, 75, 80, 95, 100)] == pytest.approx([1, 1, 0.8, 0.2, 0])
    assert not deadline(99)
    assert deadline(100)
    assert Deadline(0, 100).warmth(99) == 1


def test_neighbours_in_order_are_alike_on_both_sides() -> None:
    rng = random.Random(2)
    examples = [([1] * rng.randint(1, 40), [1] * rng.randint(1, 40)) for _ in range(3000)]
    examples.sort(key=lambda pair: by_length(pair, 8))
    sizes = [(up(len(source), 8), up(len(target), 8)) for source, target in examples]
    jumps = [abs(a[side] - b[side]) for a, b in zip(sizes, sizes[1:]) for side in (0, 1)]
    assert max(jumps) == 8
    assert [side.shape[1] for side in pad(examples[:50], 8)] == [40, 8]
