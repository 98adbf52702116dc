"""The words of the fixture languages, English beside Spanish, with the forms that agreement needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Noun(NamedTuple):
    english: str
    spanish: str
    feminine: bool


class Verb(NamedTuple):
    """Forms for I, we, and he or she; ``english`` is used for I and we alike."""

    english: str
    english_she: str
    english_past: str
    spanish: str
    present: tuple[str, str, str]
    past: tuple[str, str, str]


class Subject(NamedTuple):
    english: str
    spanish: str
    person: int
    """0 I, 1 we, 2 he or she: the index of a Spanish verb form."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The same meaning in both languages."""

    english: str
    spanish: str


def nouns(table: str) -> tuple[Noun, ...]:
    """Read ``english spanish f|m`` lines."""
    rows = [line.split() for line in table.strip().splitlines()]
    return tuple(Noun(english, spanish, gender == "f") for english, spanish, gender in rows)


def verbs(table: str) -> tuple[Verb, ...]:
    """Read ``base she past infinitive | yo nosotros ella | yo nosotros ella`` lines."""
    rows = [[part.split() for part in line.split("|")] for line in table.strip().splitlines()]
    return tuple(Verb(e[0], e[1], e[2], e[3], (a[0], a[1], a[2]), (b[0], b[1], b[2])) for e, a, b in rows)


def pairs(table: str) -> tuple[Pair, ...]:
    """Read ``english = spanish`` lines."""
    rows = [line.split("=") for line in table.strip().splitlines()]
    return tuple(Pair(english.strip(), spanish.strip()) for english, spanish in rows)


FAMILY = nouns("""
mother madre f
father padre m
sister hermana f
brother hermano m
friend amigo m
teacher profesora f
doctor médico m
""")
PLACES = nouns("""
house casa f
school escuela f
market mercado m
beach playa f
park parque m
museum museo m
restaurant restaurante m
library biblioteca f
hospital hospital m
station estación f
airport aeropuerto m
hotel hotel m
""")
VEHICLES = nouns("""
train tren m
bus autobús m
plane avión m
""")
THINGS = nouns("""
book libro m
letter carta f
car coche m
phone teléfono m
key llave f
map mapa m
bag bolsa f
table mesa f
window ventana f
door puerta f
""")
FOOD = pairs("""
bread = pan
cheese = queso
fish = pescado
rice = arroz
soup = sopa
meat = carne
""")
DRINKS = pairs("""
coffee = café
tea = té
water = agua
milk = leche
""")
COUNTED = pairs("""
tickets = billetes
books = libros
apples = manzanas
children = niños
keys = llaves
""")
ADJECTIVES = pairs("""
red = rojo roja
white = blanco blanca
black = negro negra
old = viejo vieja
new = nuevo nueva
small = pequeño pequeña
blue = azul azul
green = verde verde
big = grande grande
""")
CITIES = pairs("""
Madrid = Madrid
London = Londres
Paris = París
Boston = Boston
""")
NUMBERS = pairs("""
two = dos
three = tres
four = cuatro
five = cinco
six = seis
seven = siete
eight = ocho
nine = nueve
ten = diez
twelve = doce
twenty = veinte
thirty = treinta
""")
DAYS = pairs("""
Monday = lunes
Tuesday = martes
Wednesday = miércoles
Thursday = jueves
Friday = viernes
Saturday = sábado
Sunday = domingo
""")
DAY_PARTS = pairs("""
morning = mañana
afternoon = tarde
evening = noche
""")
WEATHER = pairs("""
is hot = hace calor
is cold = hace frío
is sunny = hace sol
is windy = hace viento
is raining = está lloviendo
is snowing = está nevando
""")
ADVERBS = pairs("""
today = hoy
tonight = esta noche
tomorrow = mañana
now = ahora
""")
PAST_TIMES = pairs("""
Yesterday = Ayer
Last week = La semana pasada
Last year = El año pasado
""")
HABITS = pairs("""
every day = todos los días
every week = todas las semanas
always = siempre
""")
GREETINGS = pairs("""
Good morning. = Buenos días.
Good evening. = Buenas noches.
Thank you very much. = Muchas gracias.
See you tomorrow. = Hasta mañana.
Yes, of course. = Sí, por supuesto.
I do not know. = No lo sé.
That is a good idea. = Es una buena idea.
""")
BUY, READ, SEE, EAT, DRINK, VISIT, TRAVEL, WORK, LIVE, WANT, NEED, HAVE = verbs("""
buy buys bought comprar | compro compramos compra | compré compramos compró
read reads read leer | leo leemos lee | leí leímos leyó
see sees saw ver | veo vemos ve | vi vimos vio
eat eats ate comer | como comemos come | comí comimos comió
drink drinks drank beber | bebo bebemos bebe | bebí bebimos bebió
visit visits visited visitar | visito visitamos visita | visité visitamos visitó
travel travels traveled viajar | viajo viajamos viaja | viajé viajamos viajó
work works worked trabajar | trabajo trabajamos trabaja | trabajé trabajamos trabajó
live lives lived vivir | vivo vivimos vive | viví vivimos vivió
want wants wanted querer | quiero queremos quiere | quise quisimos quiso
need needs needed necesitar | necesito necesitamos necesita | necesité necesitamos necesitó
have has had tener | tengo tenemos tiene | tuve tuvimos tuvo
""")
