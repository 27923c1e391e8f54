"""Guesses from a title what the circle does in a part, in English and Spanish."""

from __future__ import annotations

import re

from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.text import plain_letters

_SIGNS = (
    (PartKind.ICEBREAKER, r"ice ?-?breakers?|warm[- ]?ups?|energi[sz]ers?|rompe ?hielos?"),
    (
        PartKind.BREAK,
        r"breaks?|pause|intermission|coffee|tea|lunch|dinner|supper|snacks?|descanso|pausa|receso|cafe"
        r"|almuerzo|comida|cena|refrigerio|merienda",
    ),
    (PartKind.EVALUATION, r"evaluations?|feedback|survey|evaluacion|encuesta"),
    (PartKind.READ_BACK, r"read(ing)?[- ]?back|relectura|leer las notas|lectura de las notas"),
    (
        PartKind.CLOSING,
        r"clos(e|ing)|goodbye|good night|farewell|last words?|wrap[- ]?up|check(ing)?[- ]?out|adjourn"
        r"|cierre|despedida|clausura|adios|ultimas palabras",
    ),
    (PartKind.CHECK_IN, r"check(ing)?[- ]?in|como llega(n|mos)|ronda de llegada"),
    (
        PartKind.GROUND_RULES,
        r"(ground|house) rules|agreements?|guidelines|norms|acuerdos|reglas|normas",
    ),
    (PartKind.PRIVACY_NOTICE, r"privacy|confidentiality|privacidad|confidencialidad"),
    (PartKind.FISHBOWL, r"fish ?bowl|pecera"),
    (PartKind.CAUCUS, r"caucus(es)?|affinity|afinidad"),
    (PartKind.GALLERY, r"gallery|galeria"),
    (PartKind.BALLOT, r"vot(e|es|ing)|dots|ballots?|votacion|votar|votamos"),
    (PartKind.PAIRS, r"pairs?|in twos|partners?|parejas?|pares|de dos en dos"),
    (PartKind.TRIOS, r"threes|trios?|triads?|grupos? de tres|de tres en tres"),
    (PartKind.FOURS, r"fours|groups? of four|grupos? de cuatro|cuartetos"),
    (PartKind.SILENCE, r"silence|silent|silencio|meditation|meditacion"),
    (PartKind.RECAP, r"recap|last (time|session|week)|recapitulacion|repaso|la vez pasada"),
    (PartKind.ACTION_PLANNING, r"actions?|next steps?|planning|acciones|proximos pasos|compromisos"),
    (PartKind.BRAINSTORM, r"brainstorm(ing)?|lluvia de ideas|ideas"),
    (PartKind.CLUSTER, r"cluster(ing)?|sort(ing)?|agrupar|agrupamos"),
    (
        PartKind.REPORT,
        r"report(ing)?( back| out)?|share[- ]?out|harvest|plenary|plenaria|puesta en comun|cosecha",
    ),
    (PartKind.CURIOUS_QUESTIONS, r"curious questions?|preguntas curiosas"),
    (PartKind.CASES, r"cases?|scenarios?|casos?"),
    (PartKind.FACTS, r"facts?|data|timeline|datos|hechos|linea de tiempo"),
    (
        PartKind.VIEWS,
        r"views?|viewpoints?|perspectives?|(two|three|four|five|six) ways|options?|approaches"
        r"|puntos de vista|miradas|perspectivas?|opciones|(dos|tres|cuatro|cinco) caminos",
    ),
    (PartKind.INTRODUCTIONS, r"introductions?|introduce|names|presentaciones|nos presentamos|nombres"),
    (PartKind.GO_ROUND, r"go[- ]?(a)?rounds?|rounds?|ronda|rondas|talking piece|objeto de (la )?palabra"),
    (PartKind.REFLECTION, r"reflections?|reflect|reflexion(es)?|reflexionar"),
    (
        PartKind.WELCOME,
        r"welcom(e|ing)|opening|open|arrivals?|doors|gathering|bienvenida|apertura|llegada|recepcion",
    ),
)
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{signs})\b")) for kind, signs in _SIGNS)


def kind_of(title: str) -> PartKind | None:
    """Return the kind that a title tells of, or None when it tells of none."""
    plain = plain_letters(title)
    return next((kind for kind, pattern in _PATTERNS if pattern.search(plain)), None)
