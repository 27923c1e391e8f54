"""What is said of a formed circle and of a number in it, in a few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogue_desk.domain.forming.forming import FormedCircle, Forming, Unmet, UnmetKind
from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.exchange.typed_slips import SlipTyping
from dialogue_desk.words import Words
from dialogue_desk.words.forming_text import circle_place, group_name
from dialogue_desk.words.languages import join_names, language_name


@dataclass(frozen=True, slots=True)
class ShownForming:
    """Circles with what is said of all of them, worked out once."""

    forming: Forming
    unmet: Mapping[str, Sequence[Unmet]]
    typing: SlipTyping

    @classmethod
    def of(cls, forming: Forming, typing: SlipTyping) -> ShownForming:
        """Work out what is said of these circles."""
        found: dict[str, list[Unmet]] = {}
        for one in forming.unmet:
            found.setdefault(one.circle, []).append(one)
        return cls(forming, found, typing)


def lacks_text(unmet: Sequence[Unmet], words: Words) -> str:
    """Say in a line each what one circle does not have as it was wished."""
    return "\n".join(_lack(one, words) for one in unmet)


def language_text(forming: Forming, circle: FormedCircle, words: Words) -> str:
    """Return the language of a circle, and from which others it is interpreted."""
    language = language_name(circle.language, words)
    if interpreted := forming.interpreted(circle):
        names = join_names([language_name(one, words) for one in interpreted], words)
        return words.tr("{language}, interpreter: {others}", language=language, others=names)
    return language


def sums_text(forming: Forming, circle: FormedCircle, words: Words) -> str:
    """Return how many of each group sit in a circle: "north 4 · south 5 · young people 2"."""
    slips = forming.of(circle.numbers)
    named = [share.group for share in forming.wish.all_shares]
    others = {group for slip in slips for group in slip.groups} - set(named)
    counts = {group: sum(group in slip.groups for slip in slips) for group in (*named, *sorted(others))}
    # A figure stays on the line of its group.
    said = (
        f"{group_name(group, words)}\N{NO-BREAK SPACE}{count}" for group, count in counts.items() if count
    )
    return " · ".join(said)


def people_text(circle: FormedCircle, words: Words) -> str:
    """Return how many sit in a circle, and how many lead it."""
    people = words.ntr("{count} person", "{count} people", len(circle.numbers))
    if not circle.facilitators:
        return people
    leads = words.ntr("{count} facilitator", "{count} facilitators", len(circle.facilitators))
    return f"{people} · {leads}"


def where_text(circle: FormedCircle, words: Words) -> str:
    """Return where and when a circle meets."""
    return circle_place(circle.meeting.place.name, circle.meeting.time, words)


def slip_text(slip: Slip, typing: SlipTyping, words: Words) -> str:
    """Return all that a slip says, in a line."""
    typed = typing.write(slip)
    said = [
        one.replace("/", ", ") for one in (typed.groups, typed.languages, typed.times, typed.needs) if one
    ]
    if slip.facilitates:
        said.append(words.tr("leads a circle"))
    return " · ".join(said) or words.tr("nothing more on the slip")


def misfit_text(forming: Forming, numbers: Sequence[int], circle: FormedCircle, words: Words) -> str:
    """Say why a circle does not suit numbers; "" when it suits them all and has room."""
    slips = forming.of(numbers)
    reasons = (
        (words.tr("its time does not suit {numbers}"), [one.can_come(circle.meeting.time) for one in slips]),
        (
            words.tr("its language is not spoken by {numbers}"),
            [one.follows(circle.language) for one in slips],
        ),
        (words.tr("its place lacks something for {numbers}"), [circle.meeting.admits(one) for one in slips]),
    )
    said = []
    for sentence, suits in reasons:
        wrong = [str(slip.number) for slip, does in zip(slips, suits, strict=True) if not does]
        if wrong:
            said.append(sentence.format(numbers=join_names(wrong, words)))
    coming = sum(not slip.facilitates and slip.number not in circle.numbers for slip in forming.of(numbers))
    if coming and len(circle.numbers) + coming > forming.wish.largest:
        said.append(words.tr("more than {most} people", most=forming.wish.largest))
    return "; ".join(said)


def _lack(one: Unmet, words: Words) -> str:
    group = group_name(one.group, words)
    places = {"found": one.found, "wished": one.wished, "group": group, "number": one.number}
    return {
        UnmetKind.TOO_FEW: words.tr("Fewer people than wished: {found} of {wished}"),
        UnmetKind.TOO_MANY: words.tr("More people than wished: {found}, at most {wished}"),
        UnmetKind.ALONE: words.tr("Only one of “{group}”, who could be recognized"),
        UnmetKind.LEAST: words.tr("Fewer of “{group}” than wished: {found} of {wished}"),
        UnmetKind.MOST: words.tr("More of “{group}” than wished: {found}, at most {wished}"),
        UnmetKind.FACILITATORS: words.tr("Fewer facilitators than wished: {found} of {wished}"),
        UnmetKind.SAME_BACKGROUND: words.tr("Facilitators of the same background"),
        UnmetKind.TIME: words.tr("The time does not suit {number}"),
        UnmetKind.LANGUAGE: words.tr("{number} does not speak the language"),
        UnmetKind.PLACE: words.tr("The place lacks what {number} needs"),
    }[one.kind].format(**places)
