"""The words by which documents say what follows: "Materials:", "Lea en voz alta:", "Session 2"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.text import plain_letters


class Meaning(StrEnum):
    """What a line of a document is understood as.

    ``LABEL`` only says what the lines after it are; its words become the label of those.  ``UNKNOWN`` was not
    understood and becomes a tip; ``LEFT_OUT`` is what a person decided to do without.
    """

    TITLE = "title"
    SESSION = "session"
    PART = "part"
    STEP = "step"
    MINUTES = "minutes"
    SAY = "say"
    ASK = "ask"
    TIP = "tip"
    NOTE_TAKER = "note-taker"
    MATERIAL = "material"
    GOAL = "goal"
    BEFORE = "before"
    GROUND_RULE = "ground rule"
    CARD = "card"
    CARD_TEXT = "card text"
    LABEL = "label"
    UNKNOWN = "not understood"
    LEFT_OUT = "left out"


_LABELS: dict[Meaning, str] = {
    Meaning.MATERIAL: r"materials?( needed| required)?|supplies|you(['’]ll| will)? need"
    r"|what (you|we)(['’]ll| will)? need|(things|what) to bring|bring|equipment|materiales( necesarios)?"
    r"|material( necesario)?|se necesita|necesitara[ns]?|lo que se necesita|que (llevar|traer)|utiles",
    Meaning.GOAL: r"goals?|purpose|(learning )?objectives?|aims?|(expected |intended )?outcomes?"
    r"|objetivos?( general(es)?)?|propositos?|metas?|finalidad|para que",
    Meaning.TIP: r"(facilitat(or|ion) )?tips?|notes? (to|for) (the )?facilitators?|note|facilitators?"
    r"|facilitators?(['’]s?)? notes?|for (the )?facilitators?|consejos?|nota|facilitador(a)?|sugerencias?"
    r"|ojo|instructions|directions|indicaciones|instrucciones"
    r"|(notas? )?para (quien facilita|(el|la|las|los) facilitador(a|es|as)?)",
    Meaning.SAY: r"say|say something like|read (this )?(aloud|out loud)|(facilitation )?script"
    r"|facilitator says|digan?|decir|lean?( en voz alta)?|leer( en voz alta)?|texto para leer|guion",
    Meaning.ASK: r"ask|ask (the (group|circle|participants)|everyone|people|participants)"
    r"|(discussion |guiding |opening |closing |key )?questions?"
    r"|prompts?|(para )?preguntar|pregunte|preguntas?( guia| para (conversar|el dialogo|la ronda))?",
    Meaning.GROUND_RULE: r"((our|group|community|conversation|dialogue) )?agreements|(ground|house) rules"
    r"|(group )?norms|((nuestros|nuestras|los|las) )?(acuerdos|reglas|normas)( basic[ao]s| del grupo"
    r"| de convivencia| de la conversacion| del circulo| del juego)?",
    Meaning.BEFORE: r"before( the (session|meeting)| you (begin|start)| people arrive)?|prepare|to prepare"
    r"|(pre-?(work|session|workshop|meeting) )?(preparation|checklist)|(room )?set-?up|setting up"
    r"|antes( de (la sesion|empezar|que llegue la gente))?|preparacion|preparativos|preparar",
    Meaning.NOTE_TAKER: r"(for the )?note-? ?takers?|scribe|recorder|(para )?quien toma notas?|relatoria",
    Meaning.MINUTES: r"(total |estimated )?(time|duration|length)( needed)?|tiempo( total| estimado)?"
    r"|duracion( total)?",
    Meaning.CARD: r"handouts?|cards?|worksheets?|fact sheet|hojas?( de trabajo)?|tarjetas?|fichas?"
    r"|para entregar",
}
_WHOLE = tuple((meaning, re.compile(rf"(?:{words})")) for meaning, words in _LABELS.items())
_AROUND_WORDS = re.compile(r"^[\W_]+|[\W_]+$")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_MOST_LABEL = 50
_MOST_TITLE = 200
"""Letters; what is longer is running text."""
_NUMBERED_CARD = re.compile(
    rf"(?:{_LABELS[Meaning.CARD]})\s*(?:[a-f]|\d{{1,2}})?(?:\s*[:.–—-]\s*(?P<title>.+))?", re.DOTALL
)
_TITLED_CARD = re.compile(rf"\s*(?:{_LABELS[Meaning.CARD]})\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)

_ORDER = (
    r"(?:\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six|seven|eight"
    r"|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho)"
)
_SESSION = re.compile(
    rf"(?:(?:session|sesion|meeting|encuentro|reunion|workshop|taller|evening|gathering|week|semana|day|dia"
    rf"|jornada)\s+(?:no\.?\s*|#|n[.º°]\s*)?{_ORDER}\b"
    rf"|(?:first|second|third|fourth|fifth|sixth)\s+"
    rf"(?:session|meeting|evening|gathering|workshop|week|day)\b"
    rf"|(?:primer|primera|segundo|segunda|tercer|tercera|cuarto|cuarta|quinto|quinta)\s+(?:sesion|encuentro"
    rf"|reunion|taller|jornada|dia|semana)\b)"
)
_AROUND = re.compile(
    r"(?:introduction|overview|session overview|about( this guide| the guide)?|background|schedule"
    r"|how to use this guide|(table of )?contents|appendix.*|appendices|resources|references|further reading"
    r"|credits|acknowledge?ments|licen[sc]e|agenda( at a glance)?|at a glance|timeline|outline|introduccion"
    r"|presentacion de la guia|acerca de( esta guia)?|sobre esta guia|como usar esta guia|indice|contenido"
    r"|anexos?.*|apendices?.*|recursos|referencias|bibliografia|creditos|agradecimientos|licencia|programa"
    r"|horario|cronograma)"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text, the label before it, and what the label says of it."""

    meaning: Meaning
    label: str
    text: str


def label_alone(text: str) -> Meaning | None:
    """Return what a line that is nothing but a label says of the lines after it."""
    if len(text) > _MOST_LABEL:
        return None
    plain = _AROUND_WORDS.sub("", plain_letters(text))
    return next((meaning for meaning, words in _WHOLE if words.fullmatch(plain)), None)


def loose_label(text: str) -> Meaning | None:
    """Return what a label says that has more words in brackets: "Materials (get these first)"."""
    return label_alone(_IN_BRACKETS.sub("", text)) if "(" in text and len(text) <= _MOST_TITLE else None


def labelled(text: str) -> Labelled | None:
    """Split "Tip: go slowly" into the label and the text; None when it begins with no known label."""
    before, colon, after = text.partition("：" if "：" in text[:_MOST_LABEL] else ":")
    if not colon or not after.strip() or len(before) > _MOST_LABEL:
        return None
    meaning = label_alone(before)
    return Labelled(meaning, before.strip(), after.strip()) if meaning else None


def card_title(text: str) -> str | None:
    """Return the title of a card or a handout, or None when the heading is no such."""
    found = _NUMBERED_CARD.fullmatch(plain_letters(text[:_MOST_TITLE]).strip(" :"))
    if found is None:
        return None
    rest = _TITLED_CARD.fullmatch(text)
    return (rest["rest"].strip(" :.–—-") if rest and found["title"] else "") or text.strip(" :")


def names_a_session(text: str) -> bool:
    """Whether a heading says that it begins a session of a series."""
    return bool(_SESSION.match(plain_letters(text[:_MOST_TITLE]).strip()))


def is_around(text: str) -> bool:
    """Whether a heading is of what stands around the sessions: an introduction, an appendix, an agenda."""
    return bool(_AROUND.fullmatch(plain_letters(text[:_MOST_TITLE]).strip(" :.")))
