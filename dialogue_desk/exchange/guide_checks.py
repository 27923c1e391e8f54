"""What is wrong with a guide that can be read: in a session, and in its other language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogue_desk.domain.model.guide import Guide, Part, SessionPlan
from dialogue_desk.domain.model.guide_concerns import concerns, spoken_concerns
from dialogue_desk.exchange.concern_text import concern_sentence
from dialogue_desk.exchange.guide_faults import Fault, Faults
from dialogue_desk.words import Words

NO_LINES: Mapping[str, int] = {}


def check_guide(
    guide: Guide,
    name: str,
    words: Words,
    lines: Mapping[str, int] = NO_LINES,
    people: int | None = None,
) -> tuple[Fault, ...]:
    """Return what will go wrong in a session of ``people``, or else of the largest circle it is made for.

    ``name`` is the file's; ``lines`` are those of its `heading_lines`, without which each line is 0.
    """
    faults = Faults(name, words)
    head_count = people or guide.people[1]
    for plan in guide.sessions:
        for concern in (*concerns(plan, head_count), *spoken_concerns(plan, guide.language)):
            place = f"{plan.id}/{concern.part}" if concern.part else plan.id
            said = concern_sentence(concern, plan, head_count, words)
            faults.add(lines.get(place, 0), said, hint=concern.kind.hint)
    return faults.found


def compare_languages(
    first: Guide,
    other: Guide,
    name: str,
    words: Words,
    lines: Mapping[str, int] = NO_LINES,
) -> tuple[Fault, ...]:
    """Return where ``other``, the file ``name``, differs from ``first``, the same guide in another language.

    Ids, minutes and kinds must be equal; no text may be missing.  ``lines`` is `heading_lines` of ``other``.
    """
    faults = Faults(name, words)
    for key in ("id", "version", "people"):
        if getattr(first, key) != getattr(other, key):
            faults.add(
                1,
                words.tr(
                    "“{key}:” is not the same as in the other language ({language}).",
                    key=key,
                    language=first.language,
                ),
            )
    if len(first.ground_rules) != len(other.ground_rules):
        faults.add(
            0,
            words.tr(
                "There are {count} ground rules here and {other} in the other language ({language}).",
                count=len(other.ground_rules),
                other=len(first.ground_rules),
                language=first.language,
            ),
        )
    for place, one, two in _pairs(first, other):
        where, line = f"#{place.replace('/', ' #')}", lines.get(place, lines.get(place.partition("/")[0], 0))
        for what in _differences(one, two, where, first.language, words):
            faults.add(line, what)
    return faults.found


_Place = SessionPlan | Part


def _pairs(first: Guide, other: Guide) -> Iterator[tuple[str, _Place | None, _Place | None]]:
    """Yield every session and part of either guide beside its twin, or None, with its place."""
    ones, twos = _places(first), _places(other)
    for place in {**ones, **twos}:
        yield place, ones.get(place), twos.get(place)


def _places(guide: Guide) -> dict[str, _Place]:
    found: dict[str, _Place] = {}
    for plan in guide.sessions:
        found[plan.id] = plan
        found |= {f"{plan.id}/{part.id}": part for part in plan.parts}
    return found


def _differences(
    one: _Place | None, two: _Place | None, where: str, language: str, words: Words
) -> Iterator[str]:
    places = {"where": where, "language": language}
    if one is None:
        yield words.tr(
            "{where} is not in the other language ({language}). Delete it here, or add it there.", **places
        )
        return
    if two is None:
        yield words.tr("{where} is missing. The other language ({language}) has it.", **places)
        return
    for key, value in _figures(one).items():
        if _figures(two).get(key) != value:
            yield words.tr(
                "In {where}, {key} is not the same as in the other language ({language}), "
                "which has “{value}”.",
                key=key,
                value=value,
                **places,
            )
    for key, count in _texts(one).items():
        if _texts(two)[key] != count:
            yield words.tr(
                "In {where}, the other language ({language}) has {other} under “{key}” "
                "and this one has {count}.",
                key=key,
                other=count,
                count=_texts(two)[key],
                **places,
            )


def _figures(place: _Place) -> dict[str, str]:
    """Return what must be the same in every language."""
    if isinstance(place, SessionPlan):
        return {"minutes": str(place.minutes), "order": ", ".join(part.id for part in place.parts)}
    return {
        "kind": place.kind,
        "minutes": str(place.minutes),
        "floor": str(place.floor),
        "cut": place.cut,
        "choose": str(place.choose or ""),
        "each": str(place.seconds_each or ""),
        "pause": str(place.pause),
        "silence": str(place.silence),
        "Notes": place.notes,
        "Wanted": ", ".join(place.wanted),
        "steps": ", ".join(str(step.minutes) for step in place.steps),
    }


def _texts(place: _Place) -> dict[str, int]:
    """Return how many texts of each sort there are."""
    if isinstance(place, SessionPlan):
        return {"Goal": int(bool(place.goal))}
    return {
        "purpose": int(bool(place.purpose)),
        "say": len(place.say),
        "ask": len(place.ask),
        "Tip": len(place.tips),
        "Materials": len(place.materials),
        "step texts": sum(1 for step in place.steps if step.text),
    }
