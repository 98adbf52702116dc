"""Names to put in place of the few that fill Tatoeba ("Tom", "Mary"), so that the model learns to copy names."""

from __future__ import annotations

import random

COMMON = frozenset((
    "Tom Mary John Bill Ken Jim Mike Bob Jack Nancy Jane Paul Peter David Emily Alice Sami Layla Fadil Ziri "
    "Yanni Skura Linda Susan Lucy Kate Dan Anne Marie Tony Betty Judy George"
).split())
"""Names worth replacing: the usual ones of the corpus."""

GIVEN = (
    "Adam Ahmed Aisha Alan Albert Alex Amanda Amira Amy Andrew Angela Anna Antonio Ashley Barbara Ben Brian "
    "Carla Carlos Carol Charles Chen Chloe Chris Clara Claire Daniel Daria Deborah Dennis Diego Diana Dmitri "
    "Dorothy Edward Elena Elizabeth Emma Eric Ethan Eva Farah Felix Fiona Frank Gabriel Gary Grace Greg "
    "Hannah Harry Hassan Heather Helen Henry Ibrahim Igor Ines Ingrid Isaac Ivan Jacob James Jamal Jason "
    "Jennifer Jessica Joe Jonas Jordan Jorge Joseph Joshua Julia Karen Karl Kevin Kim Klaus Laura Lars Leila "
    "Leo Lena Lin Lisa Luca Lucas Luis Magnus Maria Mark Martha Martin Matthew Maya Megan Mei Michael Miguel "
    "Mohammed Monica Naomi Natalie Nathan Nicole Nina Noah Nora Oliver Olga Omar Oscar Pablo Patricia Patrick "
    "Pedro Philip Priya Rachel Raj Ravi Rebecca Ricardo Richard Robert Rosa Ruth Ryan Samuel Sandra Sara "
    "Scott Sean Sergei Simon Sofia Sophie Stefan Stephen Steve Tariq Theo Thomas Tim Tina Vera Victor Vincent "
    "Walter Wei William Yuki Yusuf Zoe"
).split()

FAMILY = (
    "Smith Johnson Brown Garcia Miller Davis Martinez Lopez Wilson Anderson Taylor Moore Jackson Lee Thompson "
    "White Harris Clark Lewis Walker Young King Wright Nguyen Hill Green Adams Baker Nelson Carter Mitchell "
    "Perez Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers "
    "Kim Patel Tanaka Ivanov Petrov Schmidt Weber Rossi Silva Santos Kowalski Novak Andersen Hansen Kaya "
    "Singh Khan"
).split()

_START = "b br c ch d dr f fr g gr h j k kl l m n p pr r s sh st t th tr v w z".split()
_VOWEL = "a e i o u ai ea ee ia oo ou".split()
_END = " n r l s m th ck nd rt ra na lo vic son ton ley".split(" ")


def invented(rng: random.Random) -> str:
    """A name that nobody has, such as "Drealo"."""
    parts = [rng.choice(_START) + rng.choice(_VOWEL) for _ in range(rng.randint(1, 2))]
    return ("".join(parts) + rng.choice(_END)).capitalize()


def draw(rng: random.Random) -> str:
    """A given name, a full name, or an invented one."""
    roll = rng.random()
    if roll < 0.6:
        return rng.choice(GIVEN)
    return f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}" if roll < 0.75 else invented(rng)
