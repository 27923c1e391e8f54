"""Says what circles formed from numbers have: needs, groups, and what was not met, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desk.domain.forming.forming import Forming, Unmet, UnmetKind, Why
from dialogue_desk.domain.forming.slips import OFFICERS, YOUNG, Need
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names

_SHOWN = 12
"""So many circles, or lines of a list, are named in one sentence; numbers without a circle all are."""


def need_names(words: Words) -> dict[Need, str]:
    """Return what each need is called."""
    return {
        Need.CHILD_CARE: words.tr("child care"),
        Need.FOOD: words.tr("food"),
        Need.RIDE: words.tr("a ride"),
        Need.INTERPRETER: words.tr("an interpreter"),
        Need.STEP_FREE: words.tr("step-free access"),
        Need.HEARING_LOOP: words.tr("a hearing loop"),
    }


def group_name(group: str, words: Words) -> str:
    """Return what a group is called; all but two are in the program's own words."""
    names = {OFFICERS: words.tr("police officers"), YOUNG: words.tr("young people")}
    return names.get(group, group)


def circle_place(place: str, time: str, words: Words) -> str:
    """Return where and when a circle meets, as far as the wish says: "Library · Tuesday 6 p.m."."""
    return " · ".join(filter(None, (place, time))) or words.tr("place and time open")


def unmet_sentences(forming: Forming, words: Words) -> list[str]:
    """Say what was not met, and why: first the numbers that are in no circle, then wish by wish."""
    found = [
        _unplaced(why, [number for number, because in forming.unplaced if because is why], words)
        for why in Why
    ]
    about: dict[tuple[UnmetKind, str, int], list[Unmet]] = {}
    for one in forming.unmet:
        about.setdefault((one.kind, one.group, one.wished), []).append(one)
    order = list(UnmetKind)
    for (kind, group, wished), ones in sorted(about.items(), key=lambda pair: order.index(pair[0][0])):
        found.append(_unmet(kind, group_name(group, words), wished, ones, words))
    found.append(_fewer_circles(forming, words))
    return [sentence for sentence in found if sentence]


def _fewer_circles(forming: Forming, words: Words) -> str:
    wished, there = forming.wish.circles or 0, len(forming.circles)
    if there >= wished:
        return ""
    if there >= len(forming.wish.meetings):
        return words.tr(
            "{found} of {wished} circles: the places and times of the wish have room for no more.",
            found=there,
            wished=wished,
        )
    return words.tr(
        "{found} of {wished} circles: more could not have {least} people each.",
        found=there,
        wished=wished,
        least=forming.wish.smallest,
    )


def _unplaced(why: Why, numbers: Sequence[int], words: Words) -> str:
    if not numbers:
        return ""
    because = {
        Why.NO_TIME: words.tr("no circle meets at a time that suits"),
        Why.NO_LANGUAGE: words.tr(
            "none at a suitable time is in a language they speak, and they asked for no interpreter"
        ),
        Why.NO_PLACE: words.tr("the places at suitable times lack what they need"),
        Why.ALONE: words.tr("they would be the only officer or the only young person there"),
        Why.FULL: words.tr("every circle that suits is full"),
        Why.WAITING: words.tr("the circles were not formed since they were typed"),
    }
    return words.tr(
        "In no circle: {numbers}. Why: {why}.",
        numbers=join_names([str(number) for number in numbers], words),
        why=because[why],
    )


def _unmet(kind: UnmetKind, group: str, wished: int, ones: Sequence[Unmet], words: Words) -> str:
    sentences = {
        UnmetKind.TOO_FEW: words.tr("Fewer than {wished} people: {counted}."),
        UnmetKind.TOO_MANY: words.tr("More than {wished} people: {counted}."),
        UnmetKind.ALONE: words.tr("Only one of “{group}”, who could be recognized: {circles}."),
        UnmetKind.LEAST: words.tr("Fewer than {wished} of “{group}”: {counted}."),
        UnmetKind.MOST: words.tr("More than {wished} of “{group}”: {counted}."),
        UnmetKind.FACILITATORS: words.tr("Fewer than {wished} facilitators: {counted}."),
        UnmetKind.SAME_BACKGROUND: words.tr("Facilitators of the same background: {circles}."),
        UnmetKind.TIME: words.tr("In a circle whose time does not suit: {numbers}."),
        UnmetKind.LANGUAGE: words.tr("In a circle whose language they do not speak: {numbers}."),
        UnmetKind.PLACE: words.tr("In a place that lacks what they need: {numbers}."),
    }
    return sentences[kind].format(
        wished=wished,
        group=group,
        circles=first_names([one.circle for one in ones], words),
        counted=first_names([f"{one.circle} ({one.found})" for one in ones], words),
        numbers=first_names([f"{one.number} ({one.circle})" for one in ones], words),
    )


def first_names(names: Sequence[str], words: Words) -> str:
    """Return the first names of a list, and how many more there are."""
    if len(names) <= _SHOWN:
        return join_names(names, words)
    more = len(names) - _SHOWN
    return words.tr("{names} and {count} more", names=", ".join(names[:_SHOWN]), count=more)
