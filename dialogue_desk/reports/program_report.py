"""The report on a whole program: what many circles said together, as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dialogue_desk.domain.model.circles import Officers
from dialogue_desk.domain.model.document import (
    BarChart,
    Block,
    Bullet,
    Bullets,
    ChartBar,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.notes import Horizon, NoteKind
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.program_overview import (
    ArrivedSession,
    CircleNote,
    CircleProposal,
    CircleRow,
    ProgramPicture,
    ThemeCount,
)
from dialogue_desk.reports.phrases import (
    also_written,
    held_by,
    hours,
    join_with_dots,
    kind_and_spread,
    not_counted_text,
    proposal_aside,
    section,
)
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names, language_name
from dialogue_desk.words.names import name_of


def program_document(picture: ProgramPicture, words: Words) -> Document:
    """Return the report on the sessions of a program that have arrived."""
    name = picture.program.name if picture.program else words.tr("Circles without a program")
    return Document(
        title=name,
        subtitle=words.ntr("What {count} circle said", "What {count} circles said", _circles(picture)),
        footer=join_with_dots((name, words.tr("Program report"))),
        language=words.language,
        blocks=tuple(_blocks(picture, words)),
    )


def _blocks(picture: ProgramPicture, words: Words) -> Iterator[Block]:
    """Yield a short summary, what the circles propose, all that was said, and how the report was made."""
    shared = [theme for theme in picture.themes if len(theme.circles) > 1]
    alone = [theme for theme in picture.themes if len(theme.circles) == 1]
    yield Paragraph(at_a_glance(picture, words), Role.LEAD)
    if picture.themes:
        yield Heading(words.tr("What the circles raised"))
        yield _theme_chart(picture, words)
    yield from _proposals(picture, words)
    yield from section(words.tr("Where circles found common ground"), _lines(picture.common_ground, words))
    yield from section(words.tr("Where people differ"), _lines(picture.differences, words))
    yield from section(words.tr("Said by one voice"), _lines(picture.minority_views, words))
    yield from section(words.tr("What already works"), _lines(picture.strengths, words))
    yield from section(words.tr("Questions still open"), _lines(picture.questions, words))
    if shared:
        yield Heading(words.tr("Theme by theme"))
    for theme in shared:
        yield from _theme(theme, picture, words)
    yield from _raised_once(alone, words)
    loose = (line for line in picture.without_theme if line.placed)
    yield from section(words.tr("Said, without a theme"), _lines(loose, words, kinds=True))
    alone_lines = _lines(picture.without_circle, words, kinds=True)
    yield from section(words.tr("What could be one person’s, without circle or theme"), alone_lines)
    yield from _how_it_was_made(picture, words)


def at_a_glance(picture: ProgramPicture, words: Words) -> str:
    """Return the program in a few sentences: what arrived, from how many people, in which languages."""
    held = picture.arrived
    if not held:
        return words.tr("No session has arrived yet.")
    total = len(held) + len(picture.missing)
    arrived = words.ntr(
        "{held} of {count} session has arrived.",
        "{held} of {count} sessions have arrived.",
        total,
        held=len(held),
    )
    chairs = _attendance(picture, words)
    languages = join_names([language_name(language, words) for language in picture.languages], words)
    spoken = words.tr("The circles spoke {languages}.", languages=languages)
    talked = ""
    if picture.minutes:
        length = hours(picture.minutes * MINUTE, words)
        talked = words.tr("The circles talked for about {hours} in all.", hours=length)
    said = (arrived, chairs, talked, spoken, _officers(held, words))
    return " ".join(part for part in said if part)


def _attendance(picture: ProgramPicture, words: Words) -> str:
    """Return how many people came to the sessions in which they were counted, and where they were not."""
    without = not_counted_text(picture.not_counted, words) if picture.not_counted else ""
    if picture.not_counted == len(picture.arrived):
        return without
    counted = words.ntr(
        "Attendance over all sessions: {count} (people who came twice count twice).",
        "Attendance over all sessions: {count} (people who came twice count twice).",
        picture.attendances,
    )
    return f"{counted} {without}".strip()


def _officers(held: Iterable[ArrivedSession], words: Words) -> str:
    """Return in how many sessions there were officers; "" when no session says so."""
    known = [one.officers for one in held if one.officers]
    if not known:
        return ""
    return words.tr(
        "Of the sessions that say whether police officers were there, they were at {count} "
        "of {total}, for all or part of the time.",
        total=len(known),
        count=sum(one is not Officers.NOT_PRESENT for one in known),
    )


def _circles(picture: ProgramPicture) -> int:
    return sum(any(row.sessions) for row in picture.rows)


def _arrived(picture: ProgramPicture, words: Words) -> Table:
    columns = (
        TableColumn(words.tr("Circle"), 2.0),
        *(TableColumn(words.tr("Session {number}", number=number), 1.4) for number in picture.columns),
    )
    return Table(columns, tuple(_row(row, words) for row in picture.rows), words.tr("What has arrived"))


def _row(row: CircleRow, words: Words) -> tuple[str, ...]:
    return join_with_dots((row.code, row.place)), *(_cell(held, words) for held in row.sessions)


def _cell(held: ArrivedSession | None, words: Words) -> str:
    if held is None:
        return words.tr("not arrived")
    return join_with_dots(
        (
            _people(held, words),
            words.ntr("{count} action idea", "{count} action ideas", held.actions) if held.actions else "",
        )
    )


def _people(held: ArrivedSession, words: Words) -> str:
    if held.people is None:
        return words.tr("people not counted")
    return words.ntr("{count} person", "{count} people", held.people)


def _theme_chart(picture: ProgramPicture, words: Words) -> BarChart:
    most = picture.themes[0]
    return BarChart(
        title=words.tr("Themes, by how many circles raised them"),
        bars=tuple(
            ChartBar(theme.name, len(theme.circles), _of_circles(len(theme.circles), words))
            for theme in picture.themes
        ),
        label=words.tr("Theme"),
        measure=words.tr("Circles"),
        description=words.tr(
            "“{theme}” came up in the most circles: {circles}.",
            theme=most.name,
            circles=_of_circles(len(most.circles), words),
        ),
    )


def _of_circles(count: int, words: Words) -> str:
    return words.ntr("{count} circle", "{count} circles", count)


def _raised_by(theme: ThemeCount, total: int, words: Words) -> str:
    """Return which of all circles raised a theme; they need no list when it was all of them.

    None is named when one of them raised it only in what could be one person's.
    """
    circles = theme.circles
    if 1 < total == len(circles):
        return words.tr("Raised by all {total} circles.", total=total)
    if not theme.nameable:
        return words.tr("Raised by {count} of {total} circles.", count=len(circles), total=total)
    return words.tr(
        "Raised by {count} of {total} circles: {circles}.",
        count=len(circles),
        total=total,
        circles=", ".join(circles),
    )


def _theme(theme: ThemeCount, picture: ProgramPicture, words: Words) -> Iterator[Block]:
    yield Heading(theme.name, 2)
    raised = _raised_by(theme, _circles(picture), words)
    agreed = words.ntr(
        "{count} circle found common ground on it.",
        "{count} circles found common ground on it.",
        theme.agreed,
    )
    differed = words.ntr(
        "In {count} circle, people disagreed on it.",
        "In {count} circles, people disagreed on it.",
        theme.contested,
    )
    written = also_written(theme.also_written, words) if theme.also_written else ""
    found = (raised, written, agreed if theme.agreed else "", differed if theme.contested else "")
    yield Paragraph(" ".join(sentence for sentence in found if sentence))
    yield from _placed(theme, words)


def _placed(theme: ThemeCount, words: Words) -> Iterator[Block]:
    """Yield what may be placed: under a theme stands nothing that could be one person's.

    The circles that raised a theme are few, or are told by the lines beside it.
    """
    if lines := tuple(_lines((line for line in theme.lines if line.placed), words, kinds=True)):
        yield Bullets(lines)


def _raised_once(themes: Sequence[ThemeCount], words: Words) -> Iterator[Block]:
    if themes:
        yield Heading(words.tr("Raised by one circle only"))
    for theme in themes:
        if not theme.nameable:
            continue
        yield Heading(theme.name, 2)
        if lines := tuple(_placed(theme, words)):
            yield from lines
        else:
            yield Paragraph(
                words.tr("Raised in an action idea from circle {circle}.", circle=theme.circles[0])
            )
    if hidden := [theme.name for theme in themes if not theme.nameable]:
        said = words.tr(
            "Raised in what could be one person’s, so no circle is named: {themes}.", themes=", ".join(hidden)
        )
        yield Paragraph(said)


def _lines(lines: Iterable[CircleNote], words: Words, *, kinds: bool = False) -> Iterator[Bullet]:
    """Yield the lines; those that could be one person's come last, sorted by their words.

    Between the lines of a circle their place would tell whose they are.
    """
    found = tuple(lines)
    alone = sorted((line for line in found if not line.placed), key=lambda line: look_up_order(line.text))
    for line in (*(line for line in found if line.placed), *alone):
        where = ""
        if line.placed:
            where = words.tr("Circle {code}, session {number}", code=line.circle, number=line.number)
        held = kind_and_spread(line.kind, line.spread, words) if kinds else held_by(line.spread, words)
        text = f"“{line.text}”" if line.kind is NoteKind.QUOTE else line.text
        yield Bullet(text, join_with_dots((where, held)), line.language)


def _proposals(picture: ProgramPicture, words: Words) -> Iterator[Block]:
    if not picture.proposals:
        return
    yield Heading(words.tr("What the circles propose"))
    yield _proposal_chart(picture, words)
    for horizon in (*Horizon, None):
        found = [proposal for proposal in picture.proposals if proposal.idea.horizon is horizon]
        title = words.tr("No time set") if horizon is None else name_of(horizon, words)
        yield from section(title, (_proposal(proposal, words) for proposal in found), 2)


def _proposal(proposal: CircleProposal, words: Words) -> Bullet:
    where = words.tr("Circle {code}, session {number}", code=proposal.circle, number=proposal.number)
    aside = proposal_aside(proposal.idea, proposal.themes, words, first=where)
    return Bullet(proposal.idea.what, aside, proposal.idea.language)


def _proposal_chart(picture: ProgramPicture, words: Words) -> BarChart:
    """Return how many circles propose something under each theme, most first."""
    circles: dict[str, set[RecordId]] = {}
    for proposal in picture.proposals:
        for theme in proposal.themes or (words.tr("No theme yet"),):
            circles.setdefault(theme, set()).add(proposal.circle_id)
    counts = {theme: len(found) for theme, found in circles.items()}
    order = sorted(counts, key=lambda theme: (-counts[theme], look_up_order(theme)))
    return BarChart(
        title=words.tr("Action ideas, by how many circles propose something under each theme"),
        bars=tuple(ChartBar(theme, counts[theme], _of_circles(counts[theme], words)) for theme in order),
        label=words.tr("Theme"),
        measure=words.tr("Circles"),
        description=words.tr("“{theme}” has proposals from the most circles.", theme=order[0]),
    )


def _how_it_was_made(picture: ProgramPicture, words: Words) -> Iterator[Block]:
    yield Heading(words.tr("How this report was made, and what is missing"))
    yield Paragraph(
        words.tr(
            "Note-takers wrote down what was said in each circle, asked to leave names out, and the "
            "packages of all circles were put together here. What counts is how many circles "
            "raised a theme, never how many notes there are. No words were changed and no themes "
            "were merged unless a person decided it. Private debriefs are not in this report, "
            "and quotes are here only if people agreed to be quoted. Neither circle nor theme "
            "stands beside what could be only one person’s: a quote, one voice, and someone’s own "
            "experience, concern or hope where nobody said that others share it."
        )
    )
    if picture.arrived:
        yield Paragraph(
            words.ntr(
                "In {held} of {count} session, someone checked that the notes do not name anyone.",
                "In {held} of {count} sessions, someone checked that the notes do not name anyone.",
                len(picture.arrived),
                held=sum(held.checked for held in picture.arrived),
            )
        )
    if picture.rows:
        yield _arrived(picture, words)
    missing = (
        Bullet(words.tr("Circle {code}, session {number}", code=code, number=number))
        for code, number in picture.missing
    )
    yield from section(words.tr("Not arrived yet"), missing, 2)
    if picture.conflicts:
        yield Paragraph(
            words.ntr(
                "{count} item was changed on two laptops. Someone still has to choose a version; the "
                "later one is shown here.",
                "{count} items were changed on two laptops. Someone still has to choose the "
                "versions; the later ones are shown here.",
                picture.conflicts,
            )
        )
