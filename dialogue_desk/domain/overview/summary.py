"""What a circle gets back from its session: what was said and proposed, and nobody's name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desk.domain.closing.closing_steps import is_checked
from dialogue_desk.domain.closing.leaving import Profile, lets, may_be_placed
from dialogue_desk.domain.model.circles import USUAL_SMALLEST_TOTAL, Session
from dialogue_desk.domain.model.closing import DotVote
from dialogue_desk.domain.model.guide import PartKind, SessionPlan
from dialogue_desk.domain.model.ids import HOUR, Instant, Milliseconds, made_at
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Parked, Spread, about, people_differ
from dialogue_desk.domain.model.order import OrderKey, look_up_order
from dialogue_desk.domain.overview.session_folder import SessionFolder, Stored


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One note, how widely it was held, and its themes.

    ``spread`` is None where nobody said, and where the line could be only one person's: the circle stands
    at the head of the summary, so that it would tell whose.  ``language`` is that of the text; ``parked`` is
    what became of it if it was parked; ``code`` is the short code by which people find it again.
    """

    text: str
    kind: NoteKind
    spread: Spread | None = None
    themes: tuple[str, ...] = ()
    language: str = ""
    parked: Parked = Parked.OPEN
    code: str = ""

    def language_in(self, document: str) -> str:
        """Return the language of the text; "" when it is that of the document it is in."""
        return "" if self.language == document else self.language


@dataclass(frozen=True, slots=True)
class ThemeLines:
    """The notes of one theme; the name "" is for those that have none."""

    name: str
    lines: tuple[SummaryLine, ...]


@dataclass(frozen=True, slots=True)
class OptionLines:
    """The notes about one option that a part weighed, those of one kind together."""

    title: str
    lines: tuple[SummaryLine, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One action idea, with its themes by name and its short code."""

    idea: ActionIdea
    themes: tuple[str, ...] = ()
    language: str = ""
    code: str = ""

    def language_in(self, document: str) -> str:
        """Return the language of the idea; "" when it is that of the document it is in."""
        return "" if self.language == document else self.language


@dataclass(frozen=True, slots=True)
class PartTime:
    """How long one part was planned to take and took.

    ``adapted`` is the time it was given in the session, 0 if it was left out of the plan.  ``held`` is
    False for a part that did not take place.
    """

    title: str
    planned: Milliseconds
    added: Milliseconds
    spent: Milliseconds
    held: bool
    adapted: Milliseconds = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """A session as the circle reads it.

    ``top_themes`` are those it wants to share first, in its order.  What was said about one of ``options``
    is there alone, but for what was parked.  Of the notes and action ideas here, ``written`` is how many
    there are and ``read_back`` how many of them were marked as read to the circle;
    ``read_back_in`` is the title of the part for reading back, "" when none took place.
    ``language`` is the circle's.  ``checked``: a person has looked through all that leaves for what may point
    to somebody, and nothing of it changed since.  ``contact`` is whom one tells that a quote is taken back.
    Fewer people than ``smallest_total`` are not told.
    """

    program: str
    circle: str
    place: str
    title: str
    goal: str
    session: Session
    began: Instant
    ended: Instant | None
    talked_about: tuple[ThemeLines, ...]
    agree: tuple[SummaryLine, ...]
    differ: tuple[SummaryLine, ...]
    questions: tuple[SummaryLine, ...]
    quotes: tuple[SummaryLine, ...]
    parking_lot: tuple[SummaryLine, ...]
    proposals: tuple[Proposal, ...]
    ground_rules: tuple[str, ...]
    parts: tuple[PartTime, ...]
    language: str = "en"
    top_themes: tuple[str, ...] = ()
    vote: DotVote | None = None
    written: int = 0
    read_back: int = 0
    checked: bool = False
    read_back_in: str = ""
    options: tuple[OptionLines, ...] = ()
    contact: str = ""
    smallest_total: int = USUAL_SMALLEST_TOTAL

    @property
    def dots_placed(self) -> int:
        """How many dots the action ideas have together."""
        return sum(proposal.idea.dots or 0 for proposal in self.proposals)


TALK = (NoteKind.EXPERIENCE, NoteKind.CONCERN, NoteKind.HOPE, NoteKind.STRENGTH)
"""The kinds gathered under "what we talked about"."""


_STILL_THAT_SESSION = 12 * HOUR
"""How long after its end a rule that is written down still belongs to a session."""


def summary_of(folder: SessionFolder, language: str = "") -> Summary:
    """Return the summary of a session.

    It leaves out what is not for everyone (debriefs, quotes without consent, sensitive notes, why notes were
    taken against the guide), and tallies: in one circle a count may point to one person.
    ``language`` is that of the guide's own texts, where the session has them, and of its program's themes.
    """
    folder = folder.with_themes_in(language) if language else folder
    notes = [note for note in folder.notes if lets(Profile.EVERYONE, note.body)]
    live = folder.live
    plan = folder.plans.get(language, folder.plan)
    weighed = [note for note in notes if _is_about_an_option(note.body, plan)]
    notes = [note for note in notes if note not in weighed]
    contested = [note for note in notes if _differs(note.body)]
    said = {note.id for note in notes} | {action.id for action in folder.actions}
    top = folder.theme_names(folder.closing.top_themes)
    return Summary(
        program=folder.program.name if folder.program else "",
        circle=folder.circle.code,
        place=folder.session.place or folder.circle.place,
        title=plan.title,
        goal=plan.goal,
        session=folder.session,
        began=live.started or folder.session.start,
        ended=live.closed,
        talked_about=_by_theme(
            folder, [note for note in notes if note.body.kind in TALK and note not in contested], top
        ),
        agree=_lines(folder, _of(notes, NoteKind.COMMON_GROUND)),
        differ=_lines(folder, contested),
        questions=_lines(folder, _of(notes, NoteKind.QUESTION)),
        quotes=_lines(folder, _of(notes, NoteKind.QUOTE)),
        parking_lot=_lines(folder, _of(notes, NoteKind.PARKING_LOT)),
        proposals=_proposals(folder),
        ground_rules=_rules_of(folder),
        parts=part_times(folder, plan) if live.phase is not Phase.READY else (),
        language=folder.circle.language,
        top_themes=top,
        vote=folder.closing.vote,
        written=len(said),
        read_back=len(said & folder.closing.read),
        checked=is_checked(folder),
        read_back_in=_read_back_in(folder, plan),
        options=_by_option(folder, weighed, plan),
        contact=folder.program.contact_line if folder.program else "",
        smallest_total=folder.program.smallest_total if folder.program else USUAL_SMALLEST_TOTAL,
    )


def _rules_of(folder: SessionFolder) -> tuple[str, ...]:
    """Return the ground rules as the session had them: one that a later session made is not among them.

    A session typed up from paper may get its rules any time after.
    """
    ended = folder.live.closed
    made = [(made_at(rule.id), rule.body.text) for rule in folder.ground_rules]
    return tuple(
        text for at, text in made if ended is None or at is None or at <= ended + _STILL_THAT_SESSION
    )


def _read_back_in(folder: SessionFolder, texts: SessionPlan) -> str:
    """Return the title of the part for reading back, if that part took place; "" otherwise."""
    titles = {part.id: part.title for part in texts.parts}
    live = folder.live
    return next(
        (
            titles.get(part.id, part.title)
            for index, part in enumerate(folder.plan.parts)
            if part.kind is PartKind.READ_BACK and index in live.visited
        ),
        "",
    )


def part_times(folder: SessionFolder, texts: SessionPlan | None = None) -> tuple[PartTime, ...]:
    """Return how long each part took, in the order of the guide.

    ``texts`` is the plan in the language for the names of the parts.
    """
    live = folder.live
    titles = {part.id: part.title for part in texts.parts} if texts else {}
    return tuple(
        PartTime(
            titles.get(part.id, part.title),
            timed.planned,
            live.added[index],
            live.spent[index],
            index in live.visited,
            live.adapted(index),
        )
        for index, (part, timed) in enumerate(zip(folder.plan.parts, live.parts, strict=True))
    )


def _differs(note: Note) -> bool:
    return people_differ(note.kind, note.spread)


def _is_about_an_option(note: Note, plan: SessionPlan) -> bool:
    return about(note) in plan.options and note.kind is not NoteKind.PARKING_LOT


def _by_option(
    folder: SessionFolder, notes: list[Stored[Note]], plan: SessionPlan
) -> tuple[OptionLines, ...]:
    kinds = {kind: place for place, kind in enumerate(NoteKind)}
    notes = sorted(notes, key=lambda note: kinds[note.body.kind])
    return tuple(
        OptionLines(title, _lines(folder, found))
        for option, title in plan.options.items()
        if (found := [note for note in notes if about(note.body) == option])
    )


def _of(notes: Iterable[Stored[Note]], kind: NoteKind) -> Iterable[Stored[Note]]:
    return (note for note in notes if note.body.kind is kind and not _differs(note.body))


def _lines(folder: SessionFolder, notes: Iterable[Stored[Note]]) -> tuple[SummaryLine, ...]:
    officers = folder.session.officers
    return tuple(
        SummaryLine(
            note.body.text,
            note.body.kind,
            note.body.spread if may_be_placed(note.body, officers, Profile.EVERYONE) else None,
            folder.theme_names(note.body.themes),
            note.body.language or folder.circle.language,
            note.body.parked,
            line_code(note.id),
        )
        for note in notes
    )


def _by_theme(
    folder: SessionFolder, notes: list[Stored[Note]], top: tuple[str, ...]
) -> tuple[ThemeLines, ...]:
    """Return each note once, under its first theme: top themes first, then the fullest, then no theme."""
    found: dict[str, list[Stored[Note]]] = {}
    for note in notes:
        names = folder.theme_names(note.body.themes)
        found.setdefault(names[0] if names else "", []).append(note)

    def place(name: str) -> tuple[bool, int, int, OrderKey]:
        rank = top.index(name) if name in top else len(top)
        return name == "", rank, -len(found[name]), look_up_order(name)

    return tuple(ThemeLines(name, _lines(folder, found[name])) for name in sorted(found, key=place))


def _proposals(folder: SessionFolder) -> tuple[Proposal, ...]:
    """Return the action ideas, those with the most dots first, otherwise in the order they were added."""
    return tuple(
        Proposal(
            action.body,
            folder.theme_names(action.body.themes),
            action.body.language or folder.circle.language,
            line_code(action.id),
        )
        for action in sorted(folder.actions, key=lambda action: -(action.body.dots or 0))
    )
