"""A small grammar that makes the same sentence in English and Spanish.

About 160 words a language: people, weather, travel, food, numbers, days, places, simple tenses, questions. Every English
sentence has exactly one Spanish counterpart and the reverse, so the grammar also scores a translator.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from models.recipes.synthetic_speech import lexicon as lex
from models.recipes.synthetic_speech.lexicon import Noun, Pair, Subject, Verb

Template = Callable[[Random], Pair]


def the(noun: Noun) -> Pair:
    return Pair(f"the {noun.english}", f"{'la' if noun.feminine else 'el'} {noun.spanish}")


def described(rng: Random, noun: Noun) -> Pair:
    adjective = rng.choice(lex.ADJECTIVES)
    form = adjective.spanish.split()[noun.feminine]
    article = "an" if adjective.english == "old" else "a"
    spanish = f"{'una' if noun.feminine else 'un'} {noun.spanish} {form}"
    return Pair(f"{article} {adjective.english} {noun.english}", spanish)


def to_the(place: Noun) -> Pair:
    return Pair(f"to the {place.english}", f"a la {place.spanish}" if place.feminine else f"al {place.spanish}")


def relative(rng: Random) -> Subject:
    noun = rng.choice(lex.FAMILY)
    english, spanish = rng.choice((("my", "mi"), ("your", "tu")))
    return Subject(f"{english} {noun.english}", f"{spanish} {noun.spanish}", 2)


def subject(rng: Random) -> Subject:
    fixed = (Subject("I", "", 0), Subject("we", "", 1), Subject("she", "ella", 2), Subject("he", "él", 2))
    return rng.choice(fixed) if rng.random() < 0.55 else relative(rng)


def action(rng: Random) -> tuple[Verb, Pair]:
    """A verb and what follows it, the same in every tense."""
    kind = rng.randrange(8)
    if kind == 0:
        return lex.BUY, described(rng, rng.choice(lex.THINGS))
    if kind == 1:
        return lex.READ, the(rng.choice(lex.THINGS[:2]))
    if kind == 2:
        return lex.SEE, the(rng.choice((*lex.VEHICLES, *lex.THINGS)))
    if kind == 3:
        food, extra = rng.sample(lex.FOOD, 2)
        return lex.EAT, Pair(f"{food.english} with {extra.english}", f"{food.spanish} con {extra.spanish}")
    if kind == 4:
        return lex.DRINK, rng.choice(lex.DRINKS)
    if kind == 5:
        return lex.VISIT, the(rng.choice(lex.PLACES))
    if kind == 6:
        city = rng.choice(lex.CITIES)
        return lex.TRAVEL, Pair(f"to {city.english}", f"a {city.spanish}")
    place = the(rng.choice(lex.PLACES))
    return lex.WORK, Pair(f"in {place.english}", f"en {place.spanish}")


def sentence(english: str, spanish: str, mark: str = ".") -> Pair:
    """Capitalise, close, and drop the gap of a subject that Spanish leaves out."""
    opening = "¿" if mark == "?" else ""
    spanish = " ".join(spanish.split())
    return Pair(english[0].upper() + english[1:] + mark, opening + spanish[0].upper() + spanish[1:] + mark)


def present(who: Subject, verb: Verb) -> Pair:
    english = verb.english_she if who.person == 2 else verb.english
    return Pair(f"{who.english} {english}", f"{who.spanish} {verb.present[who.person]}")


def wish(rng: Random) -> Pair:
    who, (verb, rest), when = subject(rng), action(rng), rng.choice(lex.ADVERBS)
    modal = rng.choice((lex.WANT, lex.NEED, lex.HAVE))
    que = "que" if modal is lex.HAVE else ""
    start = present(who, modal)
    english = f"{start.english} to {verb.english} {rest.english}"
    spanish = f"{start.spanish} {que} {verb.spanish} {rest.spanish}"
    if rng.random() < 0.5:
        return sentence(english, spanish)
    return sentence(f"{english} {when.english}", f"{spanish} {when.spanish}")


def past(rng: Random) -> Pair:
    who, (verb, rest), when = subject(rng), action(rng), rng.choice(lex.PAST_TIMES)
    english = f"{when.english} {who.english} {verb.english_past} {rest.english}"
    return sentence(english, f"{when.spanish} {who.spanish} {verb.past[who.person]} {rest.spanish}")


def habit(rng: Random) -> Pair:
    who, (verb, rest), when = subject(rng), action(rng), rng.choice(lex.HABITS)
    start = present(who, verb)
    if when.english == "always":
        english = f"{who.english} always {start.english.removeprefix(who.english + ' ')} {rest.english}"
        return sentence(english, f"{who.spanish} siempre {verb.present[who.person]} {rest.spanish}")
    return sentence(f"{start.english} {rest.english} {when.english}", f"{start.spanish} {rest.spanish} {when.spanish}")


def home(rng: Random) -> Pair:
    who, city = subject(rng), rng.choice(lex.CITIES)
    start = present(who, lex.LIVE)
    return sentence(f"{start.english} in {city.english}", f"{start.spanish} en {city.spanish}")


def weather(rng: Random) -> Pair:
    kind, city, when = rng.choice(lex.WEATHER), rng.choice(lex.CITIES), rng.choice((lex.ADVERBS[0], lex.ADVERBS[3]))
    english = f"it {kind.english} in {city.english} {when.english}"
    return sentence(english, f"{kind.spanish} en {city.spanish} {when.spanish}")


def timetable(rng: Random) -> Pair:
    vehicle, hour = the(rng.choice(lex.VEHICLES)), rng.choice(lex.NUMBERS[:10])
    part, verb = rng.choice(lex.DAY_PARTS), rng.choice((Pair("leaves", "sale"), Pair("arrives", "llega")))
    english = f"{vehicle.english} {verb.english} at {hour.english} in the {part.english}"
    return sentence(english, f"{vehicle.spanish} {verb.spanish} a las {hour.spanish} de la {part.spanish}")


def appointment(rng: Random) -> Pair:
    day, part, place = rng.choice(lex.DAYS), rng.choice(lex.DAY_PARTS), to_the(rng.choice(lex.PLACES))
    english = f"on {day.english} {part.english} we go {place.english}"
    return sentence(english, f"el {day.spanish} por la {part.spanish} vamos {place.spanish}")


def quantity(rng: Random) -> Pair:
    number, things = rng.choice(lex.NUMBERS), rng.choice(lex.COUNTED)
    if rng.random() < 0.5:
        place = the(rng.choice(lex.PLACES))
        english = f"there are {number.english} {things.english} in {place.english}"
        return sentence(english, f"hay {number.spanish} {things.spanish} en {place.spanish}")
    start = present(subject(rng), rng.choice((lex.NEED, lex.HAVE)))
    return sentence(
        f"{start.english} {number.english} {things.english}", f"{start.spanish} {number.spanish} {things.spanish}"
    )


def age(rng: Random) -> Pair:
    who, years = relative(rng), rng.choice(lex.NUMBERS)
    return sentence(f"{who.english} is {years.english} years old", f"{who.spanish} tiene {years.spanish} años")


def description(rng: Random) -> Pair:
    noun = rng.choice((*lex.PLACES, *lex.THINGS))
    first, second = rng.sample(lex.ADJECTIVES, 2)
    what = the(noun)
    a, b = (adjective.spanish.split()[noun.feminine] for adjective in (first, second))
    return sentence(f"{what.english} is {first.english} and {second.english}", f"{what.spanish} es {a} y {b}")


def taste(rng: Random) -> Pair:
    good, bad = rng.sample((*lex.FOOD, *lex.DRINKS), 2)
    yes, no = (f"{'la' if x.spanish in ('sopa', 'carne', 'leche') else 'el'} {x.spanish}" for x in (good, bad))
    english = f"I like {good.english}, but I do not like {bad.english}"
    return sentence(english, f"me gusta {yes}, pero no me gusta {no}")


def question(rng: Random) -> Pair:
    kind = rng.randrange(7)
    place, vehicle, who = the(rng.choice(lex.PLACES)), the(rng.choice(lex.VEHICLES)), relative(rng)
    if kind == 0:
        return sentence(f"where is {place.english}", f"dónde está {place.spanish}", "?")
    if kind == 1:
        return sentence(f"when does {vehicle.english} leave", f"cuándo sale {vehicle.spanish}", "?")
    if kind == 2:
        thing = the(rng.choice(lex.THINGS))
        return sentence(f"how much does {thing.english} cost", f"cuánto cuesta {thing.spanish}", "?")
    if kind == 3:
        return sentence(f"where does {who.english} live", f"dónde vive {who.spanish}", "?")
    if kind == 4:
        things, plural = rng.choice(lex.COUNTED), "How many {} do you need"
        many = "cuántas" if things.english in ("apples", "keys") else "cuántos"
        return sentence(plural.format(things.english), f"{many} {things.spanish} necesitas", "?")
    if kind == 5:
        drink = rng.choice(lex.DRINKS)
        return sentence(f"do you want {drink.english}", f"quieres {drink.spanish}", "?")
    return sentence(f"when does {who.english} arrive", f"cuándo llega {who.spanish}", "?")


def greeting(rng: Random) -> Pair:
    return rng.choice(lex.GREETINGS)


TEMPLATES: tuple[tuple[Template, int], ...] = (
    (wish, 6), (past, 5), (habit, 5), (question, 6), (quantity, 4), (timetable, 3), (appointment, 3),
    (description, 3), (taste, 2), (weather, 3), (age, 2), (home, 1), (greeting, 1),
)  # fmt: skip


def make(rng: Random) -> Pair:
    """Draw one sentence."""
    templates, weights = zip(*TEMPLATES, strict=True)
    template: Template = rng.choices(templates, weights)[0]
    return template(rng)


def corpus(count: int, seed: int) -> list[Pair]:
    """Return ``count`` different sentences."""
    rng = Random(seed)
    seen: dict[str, Pair] = {}
    while len(seen) < count:
        pair = make(rng)
        seen[pair.english] = pair
    return list(seen.values())
