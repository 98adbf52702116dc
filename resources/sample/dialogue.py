"""What the two speakers of the sample say, and how a person would translate it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One turn: who speaks, the words, and a Spanish reference."""

    speaker: str
    english: str
    spanish: str


VOICES = {"Anna": "slt", "Tom": "rms"}
"""Speaker to Flite voice."""

DIALOGUE = (
    Line("Anna", "Where are you going?", "¿Adónde vas?"),
    Line("Tom", "I am going to visit my brother.", "Voy a visitar a mi hermano."),
    Line("Tom", "My brother lives in Spain.", "Mi hermano vive en España."),
    Line("Tom", "He is a doctor and he works in a big hospital.", "Es médico y trabaja en un gran hospital."),
    Line("Anna", "What is the weather like in Spain?", "¿Qué tiempo hace en España?"),
    Line("Tom", "It is very hot in the summer.", "Hace mucho calor en verano."),
    Line("Anna", "Do you speak Spanish?", "¿Hablas español?"),
    Line("Tom", "I don't speak Spanish, but I want to learn it.", "No hablo español, pero quiero aprenderlo."),
    Line("Tom", "I cannot understand what they say.", "No puedo entender lo que dicen."),
    Line("Tom", "They speak too fast.", "Hablan demasiado rápido."),
    Line("Anna", "This program can help you.", "Este programa puede ayudarte."),
    Line("Anna", "You can read everything in your language.", "Puedes leerlo todo en tu idioma."),
    Line("Tom", "Is it difficult to use?", "¿Es difícil de usar?"),
    Line("Anna", "It is very easy to use.", "Es muy fácil de usar."),
    Line("Anna", "Nobody can hear what you say.", "Nadie puede oír lo que dices."),
    Line("Tom", "How much does it cost?", "¿Cuánto cuesta?"),
    Line("Anna", "You don't have to pay anything.", "No tienes que pagar nada."),
    Line("Tom", "That is a good idea.", "Es una buena idea."),
    Line("Anna", "When does the train leave?", "¿Cuándo sale el tren?"),
    Line("Tom", "The train leaves at seven o'clock in the morning.", "El tren sale a las siete de la mañana."),
    Line("Anna", "I wish you a good journey.", "Te deseo un buen viaje."),
    Line("Tom", "I will call you tomorrow.", "Te llamaré mañana."),
)
