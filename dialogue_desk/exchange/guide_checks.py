"""What is wrong with a guide that can be read: what will go wrong in a session, and what could be better."""

from __future__ import annotations

from dialogue_desk.domain.model.guide_concerns import concerns, spoken_concerns
from dialogue_desk.exchange.concern_text import concern_sentence
from dialogue_desk.exchange.guide_faults import Fault, Faults
from dialogue_desk.exchange.guide_files import OpenedGuide
from dialogue_desk.words import Words


def check_guide(opened: OpenedGuide, words: Words, people: int | None = None) -> tuple[Fault, ...]:
    """Return what will go wrong in a session of ``people``, or else of the largest circle it is made for.

    Hints are among it: with them a session goes well all the same.
    """
    faults, guide = Faults(opened.name, words), opened.guide
    head_count, lines = people or guide.people[1], opened.source.lines
    for plan in guide.sessions:
        for concern in (*concerns(plan, head_count), *spoken_concerns(plan, guide.language)):
            place = f"{plan.id}/{concern.part}" if concern.part else plan.id
            said = concern_sentence(concern, plan, head_count, words)
            faults.add(lines.get(place, 0), said, hint=concern.kind.hint)
    return tuple(sorted((*opened.hints, *faults.all), key=lambda fault: fault.line))
