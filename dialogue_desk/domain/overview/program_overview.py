"""Many circles in one picture: what has arrived, which themes how many circles raised, where they differ.

A theme counts by how many circles raised it, never by how many notes it has: the number of notes shows
how fast the note-taker types.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from dialogue_desk.domain.closing.closing_steps import changed_since_export, is_checked
from dialogue_desk.domain.closing.leaving import Profile, lets, may_be_placed
from dialogue_desk.domain.closing.tallies import kept_tallies
from dialogue_desk.domain.model.circles import Circle, Officers, Program
from dialogue_desk.domain.model.closing import DotVote, Tally, TallyCategory
from dialogue_desk.domain.model.ids import MINUTE, Instant, RecordId
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread, Theme, people_differ
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.program_themes import of_one_name
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.session_folder import SessionFolder, Stored
from dialogue_desk.domain.overview.theme_tree import ThemeTree


@dataclass(frozen=True, slots=True)
class ArrivedSession:
    """One session that has arrived; ``checked`` when someone looked for what may point to a person.

    ``people`` is None where nobody counted them.  ``news`` is how much changed since it was exported here.
    It began at ``start`` in a room ``zone`` minutes from UTC.
    ``guide`` tells guides and their versions apart; "" where the guide is not known here.  ``tallies`` are
    the counts that it may keep.
    """

    session_id: RecordId
    people: int | None
    notes: int
    actions: int
    conflicts: int
    closed: bool
    officers: Officers | None = None
    checked: bool = False
    news: int = 0
    start: Instant = 0
    zone: int = 0
    guide: str = ""
    tallies: tuple[Tally, ...] = ()


@dataclass(frozen=True, slots=True)
class CircleRow:
    """One circle, and what has arrived of each session of the program.

    ``formerly`` are the codes it had before.  ``into`` is the code of the circle with which it goes on since
    they merged, "" where it goes on by itself: its sessions until then stay its own.  ``round`` is its place
    among the rounds of the program, from 1; 0 where it has none.  ``youth``: it is a circle of young people.
    """

    circle_id: RecordId
    code: str
    place: str
    language: str
    sessions: tuple[ArrivedSession | None, ...]
    formerly: tuple[str, ...] = ()
    into: str = ""
    round: int = 0
    youth: bool = False

    @property
    def expected(self) -> tuple[bool, ...]:
        """Of which sessions something is to come or has come: of a merged circle those up to its last."""
        last = max((place for place, one in enumerate(self.sessions) if one is not None), default=-1)
        return tuple(not self.into or place <= last for place in range(len(self.sessions)))


@dataclass(frozen=True, slots=True)
class CircleNote:
    """One note, with the circle and the session it comes from.

    ``placed``: these, and what tells them, may stand beside it in a report, because it could be more than
    one person's.  ``part`` is the title of the guide's part in which it was said.  ``theme_ids`` are the
    themes that count it, without the wider ones that these are under; its circle put it under
    ``own_themes``.
    """

    circle: str
    number: int
    text: str
    kind: NoteKind
    spread: Spread | None
    themes: tuple[str, ...]
    language: str
    note_id: RecordId
    circle_id: RecordId
    placed: bool = True
    part: str = ""
    theme_ids: tuple[RecordId, ...] = ()
    own_themes: tuple[RecordId, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """A theme and the circles that raised it, in a note or in an action idea.

    Circles that gave a theme the same name, however they wrote it, raised one theme: ``ids`` are all that are
    counted together, ``theme_id`` the one that stands for them, ``also_written`` the other ways its name is
    written, with names that organizers joined with it.  ``names`` are those it has in other languages.
    ``agreed`` and ``contested`` count circles too: those that found common ground on it, and those where
    people differed.  ``nameable``: each of ``circles`` raised it in something that may be placed.

    What was raised under a theme counts for the wider one that it is ``under`` too, each circle and note
    once.  ``aside``: it, or one that it is under, is about the talk itself and no finding.
    """

    theme_id: RecordId
    name: str
    circles: tuple[str, ...]
    notes: int
    actions: int
    agreed: int
    contested: int
    lines: tuple[CircleNote, ...]
    nameable: bool = True
    ids: frozenset[RecordId] = frozenset()
    also_written: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    under: RecordId | None = None
    color: int = 0
    aside: bool = False

    @property
    def every_name(self) -> tuple[str, ...]:
        """What it is called: its name, those in other languages, and how circles wrote it."""
        others = (name for _, name in self.names if name)
        return tuple(dict.fromkeys((self.name, *others, *self.also_written)))


@dataclass(frozen=True, slots=True)
class CircleProposal:
    """One action idea, with where it comes from.

    ``ballot`` is how its session voted with dots; None where it did not, or where nobody wrote that down.
    """

    circle: str
    number: int
    idea: ActionIdea
    themes: tuple[str, ...]
    action_id: RecordId
    circle_id: RecordId
    ballot: DotVote | None = None


@dataclass(frozen=True, slots=True)
class ProgramPicture:
    """A whole program as far as it has arrived.

    ``lines`` are all that everyone may read, each once; the lists after ``themes`` are parts of them.
    ``work`` is what organizers made of them.  ``themes`` are findings; ``every_theme`` has those that were
    set aside as well, and themes of the program that nobody raised.  What stands under themes that were set
    aside alone is in none of the lists.
    """

    program_id: RecordId | None
    program: Program | None
    columns: tuple[int, ...]
    rows: tuple[CircleRow, ...]
    themes: tuple[ThemeCount, ...]
    common_ground: tuple[CircleNote, ...]
    differences: tuple[CircleNote, ...]
    minority_views: tuple[CircleNote, ...]
    questions: tuple[CircleNote, ...]
    strengths: tuple[CircleNote, ...]
    without_theme: tuple[CircleNote, ...]
    proposals: tuple[CircleProposal, ...]
    minutes: int
    lines: tuple[CircleNote, ...] = ()
    work: ProgramWork = field(default_factory=ProgramWork)
    every_theme: tuple[ThemeCount, ...] = ()
    categories: tuple[Stored[TallyCategory], ...] = ()

    @property
    def aside(self) -> tuple[ThemeCount, ...]:
        """The themes that are about the talk itself, and were raised."""
        return tuple(theme for theme in self.every_theme if theme.aside and theme.circles)

    @property
    def findings(self) -> tuple[CircleNote, ...]:
        """The lines that are not about the talk itself alone."""
        return tuple(_findings(self.lines, {theme.theme_id for theme in self.aside}))

    def theme_of(self) -> dict[RecordId, ThemeCount]:
        """Return what each theme is counted with, by its id."""
        return {one: theme for theme in self.every_theme for one in theme.ids}

    def within(self, theme_id: RecordId) -> frozenset[RecordId]:
        """Return a theme and all that are under it."""
        found: set[RecordId] = set()
        more = {theme_id}
        while more:
            found |= more
            more = {theme.theme_id for theme in self.every_theme if theme.under in more} - found
        return frozenset(found)

    @property
    def arrived(self) -> tuple[ArrivedSession, ...]:
        """The sessions that have arrived."""
        return tuple(held for row in self.rows for held in row.sessions if held is not None)

    @property
    def missing(self) -> tuple[tuple[str, int], ...]:
        """The sessions that have not arrived: circle code and session number."""
        return tuple(
            (row.code, number)
            for row in self.rows
            for number, held, expected in zip(self.columns, row.sessions, row.expected, strict=True)
            if held is None and expected
        )

    @property
    def attendances(self) -> int:
        """How many people came, added up over the sessions in which they were counted."""
        return sum(held.people or 0 for held in self.arrived)

    @property
    def not_counted(self) -> int:
        """In how many of the sessions that have arrived nobody counted the people."""
        return sum(held.people is None for held in self.arrived)

    @property
    def unchecked(self) -> int:
        """How many of the sessions that have arrived nobody has checked for names."""
        return sum(not held.checked for held in self.arrived)

    @property
    def conflicts(self) -> int:
        """How many records wait for a person to choose."""
        return sum(held.conflicts for held in self.arrived)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the circles speak."""
        return tuple(sorted({row.language for row in self.rows}))


def circle_rows(circles: Iterable[Stored[Circle]]) -> list[CircleRow]:
    """Return circles as rows in which no session has arrived yet."""
    bodies = {circle.id: circle.body for circle in circles}
    codes = {one: body.code for one, body in bodies.items()}
    return [
        CircleRow(
            one,
            body.code,
            body.place,
            body.language,
            (),
            body.formerly,
            codes.get(body.into, "") if body.into else "",
            body.round,
            body.youth,
        )
        for one, body in bodies.items()
    ]


def picture_of(
    program_id: RecordId | None,
    program: Program | None,
    circles: Sequence[CircleRow],
    folders: Sequence[SessionFolder],
    themes: Iterable[Stored[Theme]],
    work: ProgramWork | None = None,
) -> ProgramPicture:
    """Return the picture of a program from its circles and the sessions that have arrived.

    ``circles`` are all circles of the program, also those of which no session has arrived; this function
    works out their ``sessions``.  A session that is only planned has not arrived.  A note that
    organizers coded counts under their themes.
    """
    folders = sorted(
        (folder for folder in folders if folder.begun),
        key=lambda folder: (look_up_order(folder.circle.code), folder.circle_id, folder.session.number),
    )
    circles = sorted(circles, key=lambda circle: (look_up_order(circle.code), circle.circle_id))
    lines = (
        _line(folder, note)
        for folder in folders
        for note in folder.notes
        if lets(Profile.EVERYONE, note.body)
    )
    columns = _columns(program, folders)
    said = ProgramPicture(
        program_id=program_id,
        program=program,
        columns=columns,
        rows=tuple(_row(circle, columns, folders) for circle in circles),
        themes=(),
        common_ground=(),
        differences=(),
        minority_views=(),
        questions=(),
        strengths=(),
        without_theme=(),
        proposals=tuple(proposal for folder in folders for proposal in _proposals(folder)),
        minutes=sum(sum(folder.live.spent) for folder in folders) // MINUTE,
        lines=tuple(lines),
    )
    return under_themes(said, themes, work or ProgramWork())


def under_themes(
    picture: ProgramPicture, themes: Iterable[Stored[Theme]], work: ProgramWork
) -> ProgramPicture:
    """Return a picture with all that was said under these themes, as ``work`` codes it.

    It takes a fraction of the time that reading all sessions takes, for someone who codes note after note.
    """
    tree = ThemeTree.of(of_one_name(themes, picture.program_id), picture.program_id)
    own = [tree.as_read(line.own_themes) for line in picture.lines]
    given = [work.codings.get(line.note_id, themes) for line, themes in zip(picture.lines, own, strict=True)]
    lines = tuple(
        _under(line, themes, under, tree)
        for line, themes, under in zip(picture.lines, own, given, strict=True)
    )
    proposals = tuple(_idea_under(one, tree) for one in picture.proposals)
    raised = {theme for under in given for theme in under}
    raised |= {theme for one in proposals for theme in one.idea.themes}
    # Where one of the program stands for it, a theme that organizers joined is raised by that one's id.
    raised |= {theme for it in work.likenesses if it.rung.merges for theme in (it.one, it.other)}
    counts = _theme_counts(lines, proposals, raised, tree)
    found = _findings(lines, tree.aside)
    return replace(
        picture,
        themes=tuple(theme for theme in counts if theme.circles and not theme.aside),
        common_ground=_of(found, NoteKind.COMMON_GROUND),
        differences=tuple(line for line in found if _differs(line)),
        minority_views=tuple(line for line in found if _is_minority(line)),
        questions=_of(found, NoteKind.QUESTION),
        strengths=_of(found, NoteKind.STRENGTH),
        without_theme=tuple(line for line in found if not line.themes and _has_no_list(line)),
        proposals=proposals,
        lines=lines,
        work=work,
        every_theme=counts,
    )


def _under(
    line: CircleNote, own: tuple[RecordId, ...], given: tuple[RecordId, ...], tree: ThemeTree
) -> CircleNote:
    """Return a line under the themes it was given; the line itself where it stands there."""
    ids = tree.standing(given)
    names = tree.names(ids)
    if (names, ids, own) == (line.themes, line.theme_ids, line.own_themes):
        return line
    return replace(line, themes=names, theme_ids=ids, own_themes=own)


def _idea_under(proposal: CircleProposal, tree: ThemeTree) -> CircleProposal:
    idea = replace(proposal.idea, themes=tree.as_read(proposal.idea.themes))
    return replace(proposal, idea=idea, themes=tree.names(tree.standing(idea.themes)))


def _findings(lines: Iterable[CircleNote], aside: Collection[RecordId]) -> list[CircleNote]:
    return [line for line in lines if not line.theme_ids or any(one not in aside for one in line.theme_ids)]


def _columns(program: Program | None, folders: Sequence[SessionFolder]) -> tuple[int, ...]:
    planned = set(range(1, (program.sessions if program else 1) + 1))
    return tuple(sorted(planned | {folder.session.number for folder in folders}))


def _row(circle: CircleRow, columns: tuple[int, ...], folders: Sequence[SessionFolder]) -> CircleRow:
    found = {folder.session.number: folder for folder in folders if folder.circle_id == circle.circle_id}
    held = tuple(_held(found[number]) if number in found else None for number in columns)
    return replace(circle, sessions=held)


def _held(folder: SessionFolder) -> ArrivedSession:
    session = folder.session
    return ArrivedSession(
        folder.id,
        session.present,
        len(folder.notes),
        len(folder.actions),
        folder.conflicts,
        folder.live.phase is Phase.CLOSED,
        session.officers,
        is_checked(folder),
        changed_since_export(folder),
        session.start,
        session.zone,
        f"{folder.guide.id} {folder.guide.version}".strip(),
        tuple(kept_tallies(folder).values()),
    )


def _line(folder: SessionFolder, note: Stored[Note]) -> CircleNote:
    body = note.body
    return CircleNote(
        folder.circle.code,
        folder.session.number,
        body.text,
        body.kind,
        body.spread,
        (),
        body.language or folder.circle.language,
        note.id,
        folder.circle_id,
        may_be_placed(body, folder.session.officers),
        next((part.title for part in folder.plan.parts if part.id == body.part), ""),
        own_themes=body.themes,
    )


def _proposals(folder: SessionFolder) -> Iterable[CircleProposal]:
    return (
        CircleProposal(
            folder.circle.code,
            folder.session.number,
            action.body,
            (),
            action.id,
            folder.circle_id,
            folder.closing.vote,
        )
        for action in folder.actions
    )


def _of(lines: Iterable[CircleNote], kind: NoteKind) -> tuple[CircleNote, ...]:
    return tuple(line for line in lines if line.kind is kind and not _differs(line))


def _differs(line: CircleNote) -> bool:
    return people_differ(line.kind, line.spread)


def _is_minority(line: CircleNote) -> bool:
    """Whether a line is a view that one voice held in its circle; an experience is not a view."""
    views = (NoteKind.CONCERN, NoteKind.HOPE, NoteKind.DISAGREEMENT)
    return line.spread is Spread.ONE_VOICE and line.kind in views


def _has_no_list(line: CircleNote) -> bool:
    """Whether no list of what was said on all themes has this line."""
    own = (NoteKind.COMMON_GROUND, NoteKind.QUESTION, NoteKind.STRENGTH)
    return not (line.kind in own or _differs(line) or _is_minority(line))


def _theme_counts(
    lines: Iterable[CircleNote],
    proposals: Iterable[CircleProposal],
    raised: Collection[RecordId],
    tree: ThemeTree,
) -> tuple[ThemeCount, ...]:
    """Return the themes that were raised, and those of the program: the most circles first."""
    said: dict[RecordId, list[CircleNote]] = defaultdict(list)
    proposed: dict[RecordId, list[CircleProposal]] = defaultdict(list)
    for line in lines:
        for theme in tree.with_wider(line.theme_ids):
            said[theme].append(line)
    for one in proposals:
        for theme in tree.with_wider(tree.standing(one.idea.themes)):
            proposed[theme].append(one)
    counts = (_theme_count(key, raised, said[key], proposed[key], tree) for key in tree.together)
    return tuple(
        sorted(
            (count for count in counts if count.circles or count.theme_id in tree.of_program),
            key=lambda count: (-len(count.circles), look_up_order(count.name), count.theme_id),
        )
    )


def _theme_count(
    theme_id: RecordId,
    raised: Collection[RecordId],
    lines: Sequence[CircleNote],
    proposed: Sequence[CircleProposal],
    tree: ThemeTree,
) -> ThemeCount:
    # Circles are told apart by id, because two may have one code.
    circles = {one.circle_id: one.circle for one in proposed}
    nameable = circles.keys() | {line.circle_id for line in lines if line.placed}
    circles |= {line.circle_id: line.circle for line in lines}
    common, together = _of(lines, NoteKind.COMMON_GROUND), tree.together[theme_id]
    body = together[0].body
    official = {*body.every_name}
    written = {theme.body.name for theme in together if theme.id in raised} - official
    return ThemeCount(
        theme_id,
        body.name,
        tuple(sorted(circles.values(), key=look_up_order)),
        len(lines),
        len(proposed),
        len({line.circle_id for line in common}),
        len({line.circle_id for line in lines if _differs(line)}),
        tuple(lines),
        nameable == circles.keys(),
        frozenset(theme.id for theme in together),
        tuple(sorted(written, key=look_up_order)),
        body.names,
        tree.under.get(theme_id),
        body.color,
        theme_id in tree.aside,
    )
