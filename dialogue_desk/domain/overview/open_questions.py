"""What circles still ask, and the office that can answer it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.order import by_lot, look_up_order
from dialogue_desk.domain.model.organizing import Card
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.program_overview import CircleNote, ProgramPicture


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question, those worded alike as one; ``circles`` is how many ask it.

    ``text`` is in the organizers' words, or else in those of a circle.  ``office`` is who can answer it, ""
    while nobody said.  ``card`` is what organizers added, and ``lines`` are the notes as circles wrote them.
    """

    text: str
    language: str
    office: str
    circles: int
    card: Card
    lines: tuple[CircleNote, ...]

    @property
    def id(self) -> RecordId:
        """The note that it is known by."""
        return self.lines[0].note_id


@dataclass(frozen=True, slots=True)
class OfficeQuestions:
    """The questions that one office can answer; ``office`` is "" for those that go to nobody yet."""

    office: str
    questions: tuple[OpenQuestion, ...]


def open_questions(
    picture: ProgramPicture, lines: Iterable[CircleNote] | None = None
) -> tuple[OpenQuestion, ...]:
    """Return the open questions of a program, or those among ``lines``; what most circles ask comes first."""
    alike: dict[str, list[CircleNote]] = defaultdict(list)
    for line in picture.questions if lines is None else lines:
        alike[twin_key(line.text)].append(line)
    found = [_question(group, picture) for group in alike.values()]
    return tuple(sorted(found, key=lambda one: (-one.circles, by_lot(one.id))))


def addressed(picture: ProgramPicture) -> frozenset[RecordId]:
    """Return the notes of the questions for which somebody said which office can answer."""
    return frozenset(line.note_id for one in open_questions(picture) if one.office for line in one.lines)


def questions_by_office(
    picture: ProgramPicture, lines: Iterable[CircleNote] | None = None
) -> tuple[OfficeQuestions, ...]:
    """Return the open questions by the office that can answer them; those that go to nobody yet come last."""
    offices: dict[str, list[OpenQuestion]] = defaultdict(list)
    for one in open_questions(picture, lines):
        offices[twin_key(one.office)].append(one)
    nobody = offices.pop("", [])
    found = [OfficeQuestions(group[0].office, tuple(group)) for group in offices.values()]
    found.sort(key=lambda one: (-len(one.questions), look_up_order(one.office)))
    return (*found, OfficeQuestions("", tuple(nobody))) if nobody else tuple(found)


def _question(group: Iterable[CircleNote], picture: ProgramPicture) -> OpenQuestion:
    lines = tuple(sorted(group, key=lambda line: by_lot(line.note_id)))
    cards = [picture.work.cards[line.note_id] for line in lines if line.note_id in picture.work.cards]
    card = cards[0] if cards else Card(lines[0].note_id)
    office = next((one.actor for one in cards if one.actor), "")
    words = next((one.what for one in cards if one.what), "")
    return OpenQuestion(
        text=words or lines[0].text,
        language="" if words else lines[0].language,
        office=office,
        circles=len({line.circle_id for line in lines}),
        card=card,
        lines=lines,
    )
