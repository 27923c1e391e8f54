"""The words of the season: what people said, made of parts, so that few lines are the same."""

from __future__ import annotations

from typing import NamedTuple

from dialogue_desk.domain.model.notes import NoteKind


class Topic(NamedTuple):
    """A theme of the season, what its lines are about in English and Spanish, and what circles ask for."""

    name: str
    english: tuple[str, ...]
    spanish: tuple[str, ...]
    asks: tuple[tuple[str, str], ...]


STARTER = (
    Topic(
        "Complaints and answers",
        ("a complaint", "the complaint form", "the first letter back", "a call to the station"),
        ("una queja", "el formulario de quejas", "la primera respuesta", "una llamada a la estación"),
        (
            (
                "Answer every complaint within two weeks, even if the answer is “not yet”",
                "Responder cada queja en dos semanas, aunque la respuesta sea “todavía no”",
            ),
            (
                "Put complaint forms in the library and the clinic",
                "Poner formularios de queja en la biblioteca y la clínica",
            ),
            (
                "Print each spring how many complaints came, and what became of them",
                "Publicar cada primavera cuántas quejas llegaron y qué pasó con ellas",
            ),
        ),
    ),
    Topic(
        "Stops and searches",
        (
            "a traffic stop",
            "being searched at the bus stop",
            "the reason for a stop",
            "a stop for a small thing",
        ),
        (
            "una parada de tráfico",
            "un registro en la parada",
            "el motivo de una parada",
            "una parada por poco",
        ),
        (
            (
                "Say the reason for a stop in the first sentence",
                "Decir el motivo de la parada en la primera frase",
            ),
            ("Give a card with a name after each stop", "Dar una tarjeta con nombre después de cada parada"),
        ),
    ),
    Topic(
        "After school",
        (
            "the hours from three to six",
            "the locked gym",
            "the walk home from school",
            "the park after school",
        ),
        (
            "las horas de tres a seis",
            "el gimnasio cerrado",
            "el regreso de la escuela",
            "el parque por la tarde",
        ),
        (
            (
                "Open the gym until seven on school days",
                "Abrir el gimnasio hasta las siete los días de escuela",
            ),
            ("Let young people hold a key to the hall", "Dar a la juventud una llave del salón"),
        ),
    ),
    Topic(
        "Street lights",
        (
            "the dark path to the bus",
            "the lamp at the corner",
            "the alley behind the shops",
            "the bus shelter",
        ),
        ("el camino oscuro al autobús", "la lámpara de la esquina", "el callejón", "la caseta del autobús"),
        (
            (
                "Light the path from the bus stop through the park",
                "Iluminar el camino de la parada por el parque",
            ),
        ),
    ),
    Topic(
        "Patrols",
        (
            "a patrol car on the block",
            "officers on foot",
            "who decides where patrols go",
            "a patrol at night",
        ),
        ("una patrulla en la cuadra", "policías a pie", "quién decide las rondas", "una patrulla de noche"),
        (
            (
                "Have the same two officers walk each block for a year",
                "Que las mismas dos personas policías recorran cada cuadra un año",
            ),
        ),
    ),
    Topic(
        "Language and interpreting",
        (
            "a call in another language",
            "children who interpret",
            "the form in one language",
            "the front desk",
        ),
        ("una llamada en otro idioma", "niñas y niños que interpretan", "el formulario", "la recepción"),
        (
            ("Keep an interpreter on call at night", "Tener intérprete disponible de noche"),
            ("Print every notice in both languages", "Imprimir cada aviso en los dos idiomas"),
        ),
    ),
    Topic(
        "Distress and mental health",
        ("a call about distress", "a crisis at night", "who comes to the door", "the wait for a nurse"),
        ("una llamada por una crisis", "una crisis de noche", "quién llega a la puerta", "la espera"),
        (
            (
                "Send a nurse along to calls about distress, one evening a week to begin with",
                "Enviar una enfermera a las llamadas de crisis, una noche por semana para empezar",
            ),
        ),
    ),
    Topic(
        "Knowing each other",
        ("knowing an officer by name", "a block party", "a greeting on the street", "new neighbors"),
        ("conocer a un policía por su nombre", "una fiesta de la cuadra", "un saludo", "vecinos nuevos"),
        (
            (
                "Hold one supper a season where officers and neighbors cook",
                "Hacer una cena por temporada donde cocinen policías y vecinos",
            ),
        ),
    ),
    Topic(
        "Shops and work",
        ("the empty shops", "a first job", "closing time", "the market on Saturday"),
        ("los locales vacíos", "un primer empleo", "la hora de cierre", "el mercado del sábado"),
        (("Let shops keep a light on all night", "Que las tiendas dejen una luz toda la noche"),),
    ),
    Topic(
        "Traffic and speed",
        ("speed on the avenue", "the crossing at the school", "parked trucks", "the bike lane"),
        ("la velocidad en la avenida", "el cruce de la escuela", "los camiones", "la ciclovía"),
        (("Raise the crossing at the school", "Elevar el cruce de la escuela"),),
    ),
    Topic(
        "Renters and housing",
        ("a broken lock", "a landlord who does not answer", "noise at night", "moving every year"),
        ("una cerradura rota", "un dueño que no contesta", "el ruido de noche", "mudarse cada año"),
        (("Name one office that renters can call", "Nombrar una oficina a la que llamen inquilinos"),),
    ),
    Topic(
        "Trust and fear",
        ("fear on both sides", "the first ten seconds", "what children hear at home", "an apology"),
        ("el miedo de los dos lados", "los primeros diez segundos", "lo que oyen en casa", "una disculpa"),
        (
            (
                "Begin every new officer with a week of listening",
                "Que cada policía empiece con una semana de escucha",
            ),
        ),
    ),
)
"""The themes with which the program begins."""

MADE = (
    "bus fares", "loose dogs", "empty lots", "church suppers", "noise at night", "river path", "night shifts",
    "school doors", "new neighbors", "phone lines", "youth council", "summer jobs", "parking", "fireworks",
    "police radio", "body cameras", "faith groups", "food pantry", "playground", "snow on sidewalks",
    "graffiti", "older people alone", "veterans", "drop-in hours", "open house", "ride-alongs", "first aid",
    "lost property", "rumors online", "festival",
    "cámaras", "días de mercado", "jóvenes del río", "iglesias", "permisos", "autobús de noche",
    "niñez y juegos", "basura", "trámites", "fútbol",
)  # fmt: skip
"""Forty names that circles made, each of which they wrote in many ways."""

_EN_ENDS = (
    "and nobody knows whom to ask",
    "more than people outside think",
    "since the winter",
    "on our side of the avenue",
    "for those who work at night",
    "and it was different ten years ago",
    "when there is nobody to call",
    "and that can change",
    "as several said around the table",
    "even where neighbors know each other",
)
_ES_ENDS = (
    "y nadie sabe a quién preguntar",
    "más de lo que se piensa afuera",
    "desde el invierno",
    "de nuestro lado de la avenida",
    "para quienes trabajan de noche",
    "y hace diez años era distinto",
    "cuando no hay a quién llamar",
    "y eso puede cambiar",
    "como dijeron varias personas",
    "aunque la gente se conozca",
)
ENDS = {"en": _EN_ENDS, "es": _ES_ENDS}

SENTENCES: dict[str, dict[NoteKind, tuple[str, ...]]] = {
    "en": {
        NoteKind.EXPERIENCE: (
            "People told how {it} stayed with them {end}.",
            "Waiting, and then {it}, {end}.",
            "It came to {it} twice in one month, {end}.",
        ),
        NoteKind.CONCERN: (
            "{It} worries people {end}.",
            "Without an answer, {it} gets worse {end}.",
            "{It} keeps people indoors {end}.",
        ),
        NoteKind.HOPE: (
            "That {it} becomes something to talk about {end}.",
            "A year from now {it} is no longer the first thing people name {end}.",
        ),
        NoteKind.COMMON_GROUND: (
            "Everyone could picture {it} {end}.",
            "{It} matters to residents and officers alike {end}.",
            "Nobody wants {it} to be left to chance {end}.",
        ),
        NoteKind.DISAGREEMENT: (
            "Whether {it} should come first {end}, or wait.",
            "For some {it} calms the block {end}; for others it does not.",
        ),
        NoteKind.STRENGTH: (
            "The library already helps with {it} {end}.",
            "Two neighbors look after {it} {end}.",
        ),
        NoteKind.QUESTION: ("Who decides about {it} {end}?", "What would {it} cost {end}?"),
        NoteKind.QUOTE: (
            "I did not need them to agree about {it}. I needed somebody to write back.",
            "When I think of {it}, I think of my mother {end}.",
            "Ask me about {it} first, then decide.",
        ),
        NoteKind.PARKING_LOT: ("Come back to {it} {end}.",),
        NoteKind.DEBRIEF: ("We cut {it} short {end}.",),
    },
    "es": {
        NoteKind.EXPERIENCE: (
            "Contaron cómo {it} se les quedó grabado {end}.",
            "Esperar, y luego {it}, {end}.",
            "Dos veces en un mes pasó {it} {end}.",
        ),
        NoteKind.CONCERN: ("{It} preocupa a la gente {end}.", "Sin respuesta, {it} empeora {end}."),
        NoteKind.HOPE: (
            "Que se pueda hablar de {it} {end}.",
            "Que en un año {it} ya no sea lo primero {end}.",
        ),
        NoteKind.COMMON_GROUND: (
            "Todas las personas pudieron imaginar {it} {end}.",
            "{It} importa a residentes y policías por igual {end}.",
        ),
        NoteKind.DISAGREEMENT: (
            "Si {it} debe ir primero {end}, o esperar.",
            "A unas personas {it} las tranquiliza {end}; a otras no.",
        ),
        NoteKind.STRENGTH: ("La biblioteca ya ayuda con {it} {end}.", "Dos vecinas cuidan {it} {end}."),
        NoteKind.QUESTION: ("¿Quién decide sobre {it} {end}?", "¿Cuánto costaría {it} {end}?"),
        NoteKind.QUOTE: (
            "No necesitaba que estuvieran de acuerdo sobre {it}. Necesitaba que alguien contestara.",
            "Cuando pienso en {it}, pienso en mi madre {end}.",
        ),
        NoteKind.PARKING_LOT: ("Volver a {it} {end}.",),
        NoteKind.DEBRIEF: ("Acortamos {it} {end}.",),
    },
}

PLACES = (
    "Library",
    "Clinic hall",
    "High school",
    "Fire station",
    "Parish hall",
    "Market house",
    "Union hall",
    "Mosque",
)
