"""The summary a circle gets back from its session, as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import Parked
from dialogue_desk.domain.overview.summary import PartTime, Proposal, Summary, SummaryLine
from dialogue_desk.reports.phrases import held_by, join_with_dots, kind_and_spread, proposal_aside, section
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import capitalize_first, day, minutes, time_of_day

_PARKED = (Parked.NEXT_TIME, Parked.OPEN, Parked.DEALT_WITH)


def session_document(summary: Summary, words: Words) -> Document:
    """Return the summary of one session for the people who were there."""
    session = summary.session
    zone = session.zone
    code = words.tr("Circle {code}, session {number}", code=summary.circle, number=session.number)
    return Document(
        title=summary.title or code,
        subtitle=join_with_dots(
            (
                summary.program,
                code,
                summary.place,
                day(session.start, zone, words),
                _people(session, words),
                name_of(session.officers, words) if session.officers else "",
            )
        ),
        footer=join_with_dots((summary.program, code)),
        language=words.language,
        blocks=tuple(_blocks(summary, words)),
    )


def _blocks(summary: Summary, words: Words) -> Iterator[Block]:
    made = words.tr(
        "This is what our circle said, in the note-taker’s words: what we talked about, "
        "where we agree, where we differ, and what we propose."
    )
    yield Paragraph(f"{made} {_names(summary, words)}", Role.LEAD)
    said = tuple(_what_was_said(summary, words))
    if not said:
        yield Paragraph(words.tr("No notes were taken during this session."))
    yield from said
    own = "" if summary.language == words.language else summary.language
    rules = (Bullet(rule, "", own) for rule in summary.ground_rules)
    yield from section(words.tr("Our ground rules"), rules)
    yield from _how_it_was_made(summary, words)
    yield from _times(summary, words)


def _names(summary: Summary, words: Words) -> str:
    """Return what is true of names in it: the check was done, or is still to be done by whoever has it."""
    if summary.checked:
        return words.tr("Someone checked that it does not name anyone.")
    return words.tr("Check that it does not name anyone before you pass it on.")


def _people(session: Session, words: Words) -> str:
    if session.present is None:
        return words.ntr("{count} person expected", "{count} people expected", session.people)
    return words.ntr("{count} person", "{count} people", session.present)


def _what_was_said(summary: Summary, words: Words) -> Iterator[Block]:
    if summary.top_themes:
        yield Heading(words.tr("What we want to share first"))
        yield Bullets(tuple(map(Bullet, summary.top_themes)))
    if summary.talked_about:
        yield Heading(words.tr("What we talked about"))
        named = len(summary.talked_about) > 1 or bool(summary.talked_about[0].name)
        for theme in summary.talked_about:
            if named:
                yield Heading(theme.name or words.tr("Other things said"), 2)
            yield Bullets(
                tuple(
                    Bullet(line.text, kind_and_spread(line.kind, line.spread, words), _own(line, words))
                    for line in theme.lines
                )
            )
    yield from section(words.tr("Where we agree"), _lines(summary.agree, words))
    yield from section(words.tr("Where we differ"), _lines(summary.differ, words))
    yield from section(words.tr("Questions still open"), _lines(summary.questions, words))
    quotes = (Bullet(f"“{line.text}”", "", _own(line, words)) for line in summary.quotes)
    yield from section(words.tr("In people’s own words"), quotes)
    yield from _proposals(summary, words)
    yield from _parking_lot(summary.parking_lot, words)


def _own(said: SummaryLine | Proposal, words: Words) -> str:
    """Return the language of what was said; "" when it is the document's."""
    return "" if said.language == words.language else said.language


def _lines(lines: Iterable[SummaryLine], words: Words) -> Iterator[Bullet]:
    for line in lines:
        yield Bullet(
            line.text, join_with_dots((held_by(line.spread, words), *line.themes)), _own(line, words)
        )


def _proposals(summary: Summary, words: Words) -> Iterator[Block]:
    if not summary.proposals:
        return
    yield Heading(words.tr("What we propose"))
    if summary.vote is not None or summary.dots_placed:
        yield Paragraph(_how_we_weighed(summary, words))
    yield Bullets(tuple(_proposal(proposal, words) for proposal in summary.proposals))


def _how_we_weighed(summary: Summary, words: Words) -> str:
    placed = words.ntr(
        "{count} dot was placed. The ideas with the most dots come first.",
        "{count} dots were placed. The ideas with the most dots come first.",
        summary.dots_placed,
    )
    if summary.vote is None:
        return placed
    voters = words.ntr("{count} person voted.", "{count} people voted.", summary.vote.voters)
    each = words.ntr(
        "Each person had {count} dot, {budget} in all.",
        "Each person had {count} dots, {budget} in all.",
        summary.vote.dots_each,
        budget=summary.vote.budget,
    )
    return f"{voters} {each} {placed}"


def _proposal(proposal: Proposal, words: Words) -> Bullet:
    dots = ""
    if proposal.idea.dots is not None:
        dots = words.ntr("{count} dot", "{count} dots", proposal.idea.dots)
    if proposal.place is not None and proposal.shared:
        dots = words.tr("{dots}, tied for place {place}", dots=dots, place=proposal.place)
    elif proposal.place is not None:
        dots = words.tr("{dots}, place {place}", dots=dots, place=proposal.place)
    aside = proposal_aside(proposal.idea, proposal.themes, words, dots=dots)
    return Bullet(proposal.idea.what, aside, _own(proposal, words))


def _parking_lot(lines: Iterable[SummaryLine], words: Words) -> Iterator[Block]:
    """Yield what was parked, under what became of it unless all of it is still open."""
    kept = {state: [line for line in lines if line.parked is state] for state in _PARKED}
    if not any(kept.values()):
        return
    yield Heading(words.tr("For later"))
    for state, found in kept.items():
        if found and len(kept[Parked.OPEN]) < sum(map(len, kept.values())):
            yield Heading(capitalize_first(name_of(state, words)), 2)
        if found:
            yield Bullets(tuple(_lines(found, words)))


def _how_it_was_made(summary: Summary, words: Words) -> Iterator[Block]:
    if not summary.written:
        return
    yield Heading(words.tr("How these notes were made"))
    if summary.read_back == summary.written:
        said = words.tr("Everything written here was read back to the circle.")
    elif summary.read_back:
        said = words.tr(
            "{count} of {total} lines written here were read back to the circle.",
            count=summary.read_back,
            total=summary.written,
        )
    else:
        said = words.tr("What is written here was not read back to the circle.")
    yield Paragraph(said)


def _times(summary: Summary, words: Words) -> Iterator[Block]:
    if not summary.parts:
        return
    zone = summary.session.zone
    began = time_of_day(summary.began, zone, words)
    caption = words.tr("We began at {began}.", began=began)
    if summary.ended is not None:
        ended = time_of_day(summary.ended, zone, words)
        caption = words.tr("We began at {began} and ended at {ended}.", began=began, ended=ended)
    yield Heading(words.tr("How long each part took"))
    adapted = any(part.adapted != part.planned for part in summary.parts)
    columns = (
        TableColumn(words.tr("Part"), 3.0),
        TableColumn(words.tr("Planned"), 1.0, numeric=True),
        *((TableColumn(words.tr("Adjusted"), 1.0, numeric=True),) if adapted else ()),
        TableColumn(words.tr("Time taken"), 1.0, numeric=True),
    )
    yield Table(columns, tuple(tuple(_part(part, adapted, words)) for part in summary.parts), caption)


def _part(part: PartTime, adapted: bool, words: Words) -> Iterator[str]:
    """Yield the cells of a part; the adjusted time is among them when any part's plan was changed."""
    yield part.title
    yield minutes(part.planned, words)
    if adapted:
        yield minutes(part.adapted, words) if part.adapted else words.tr("none")
    if not part.held:
        yield words.tr("left out")
    elif part.spent < MINUTE // 2:
        yield words.tr("under a minute")
    else:
        yield minutes(part.spent, words)
