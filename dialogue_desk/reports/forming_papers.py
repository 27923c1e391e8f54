"""What organizers print when circles are formed: who is in which, by number, and a sheet for each place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogue_desk.domain.forming.forming import FormedCircle, Forming, Provision, provisions
from dialogue_desk.domain.forming.slips import Need
from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.reports.phrases import join_with_dots
from dialogue_desk.words import Words
from dialogue_desk.words.forming_text import circle_place, need_names, unmet_sentences
from dialogue_desk.words.languages import join_names, language_name

_BESIDE = 3
"""So many numbers with their circles are beside each other on a page."""


def circle_lists(forming: Forming, program: str, words: Words) -> Document:
    """Return the list of each circle by number, what was not met, and where each number goes."""
    people = sum(len(circle.numbers) for circle in forming.circles)
    return Document(
        title=words.tr("Circles by number"),
        subtitle=join_with_dots(
            (
                program,
                words.ntr("{count} circle", "{count} circles", len(forming.circles)),
                words.ntr("{count} person", "{count} people", people),
            )
        ),
        blocks=tuple(_lists(forming, words)),
        footer=words.tr("Keep it locked away, and shred it when everybody knows their circle"),
        language=words.language,
    )


def place_sheets(forming: Forming, program: str, words: Words) -> Document:
    """Return a sheet for each place, with the sums of what it must provide; they name no number."""
    sheets = [_sheet(place, found, program, words) for place, found in provisions(forming).items()]
    if not sheets:
        return _sheet("", (), program, words)
    return replace(sheets[0], following=tuple(sheets[1:]))


def _lists(forming: Forming, words: Words) -> Iterator[Block]:
    tr = words.tr
    unmet = unmet_sentences(forming, words)
    if unmet:
        yield Heading(tr("What was not met"))
        yield Bullets(tuple(map(Bullet, unmet)))
    yield Heading(tr("The circles"))
    yield Table(
        (
            TableColumn(tr("Circle"), narrow=True),
            TableColumn(tr("Place and time"), 2.0),
            TableColumn(tr("Language"), 1.4),
            TableColumn(tr("Numbers"), 3.0),
            TableColumn(tr("Facilitators"), 1.2),
        ),
        tuple(_row(forming, circle, words) for circle in forming.circles),
    )
    yield PageBreak()
    yield Heading(tr("Where each number goes"))
    yield Table(
        (TableColumn(tr("Number"), narrow=True), TableColumn(tr("Circle"), narrow=True)) * _BESIDE,
        tuple(_where(forming)),
    )


def _where(forming: Forming) -> Iterator[tuple[str, ...]]:
    """Yield the rows of numbers with their circles, several beside each other."""
    cells = [cell for number in sorted(forming.places) for cell in (str(number), forming.places[number])]
    for at in range(0, len(cells), 2 * _BESIDE):
        row = cells[at : at + 2 * _BESIDE]
        yield (*row, *[""] * (2 * _BESIDE - len(row)))


def _row(forming: Forming, circle: FormedCircle, words: Words) -> tuple[str, ...]:
    language = language_name(circle.language, words)
    if interpreted := forming.interpreted(circle):
        names = join_names([language_name(one, words) for one in interpreted], words)
        language = words.tr("{language}, interpreter: {others}", language=language, others=names)
    return (
        circle.code,
        circle_place(circle.meeting.place.name, circle.meeting.time, words),
        language,
        ", ".join(map(str, circle.numbers)),
        ", ".join(map(str, circle.facilitators)),
    )


def _sheet(place: str, found: Sequence[Provision], program: str, words: Words) -> Document:
    return Document(
        title=place or words.tr("Place"),
        subtitle=join_with_dots((program, words.tr("What to provide for the circles here"))),
        blocks=tuple(_sheet_blocks(found, words)),
        language=words.language,
    )


def _sheet_blocks(found: Sequence[Provision], words: Words) -> Iterator[Block]:
    tr = words.tr
    for one in found:
        yield Heading(one.time or tr("Time open"), whole=True)
        yield Table(
            (TableColumn(tr("What"), 3.0), TableColumn(tr("How many"), 1.0, numeric=True)),
            tuple((what, words.number(count)) for what, count in _provided(one, words)),
        )
    yield Paragraph(
        tr("These are sums. Who needs what is known to the organizers alone: please do not ask in the room."),
        Role.MUTED,
    )


def _provided(one: Provision, words: Words) -> Iterator[tuple[str, int]]:
    tr = words.tr
    yield tr("Circles, each in a room of its own"), one.circles
    yield tr("People, facilitators included"), one.people
    said = {
        Need.CHILD_CARE: tr("People who bring children to be cared for"),
        Need.FOOD: tr("People who need food"),
        Need.RIDE: tr("People who need a ride"),
        Need.STEP_FREE: tr("People who need a way in without steps"),
        Need.HEARING_LOOP: tr("People who need a hearing loop"),
    }
    for need, count in one.needs.items():
        yield said.get(need, need_names(words)[need]), count
    for language, count in one.interpreters.items():
        yield tr("Interpreters for {language}", language=language_name(language, words)), count
