"""The annex of a report: every line once, under its theme, and every name that was counted as one.

It is read on a screen, with the links of its contents and the search of whatever shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Contents,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.hidden_counts import may_be_printed
from dialogue_desk.domain.overview.program_overview import (
    ArrivedSession,
    CircleNote,
    CircleProposal,
    CircleRow,
    ProgramPicture,
    ThemeCount,
)
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.domain.overview.report_findings import CountedFinding
from dialogue_desk.domain.overview.report_plan import ReportPlan, smallest_total
from dialogue_desk.reports.phrases import (
    also_written,
    join_with_dots,
    kind_and_spread,
    of_circles,
    proposal_aside,
    section,
)
from dialogue_desk.reports.report_front import program_name
from dialogue_desk.reports.report_method import made_text, missing_text
from dialogue_desk.reports.report_sentences import ask_text, told_finding
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names


def annex_document(plan: ReportPlan, words: Words, day: date | None = None) -> Document:
    """Return every line that the report was made from, with each merge of names and what is missing."""
    name = program_name(plan, words)
    return Document(
        title=words.tr("Annex: all that was said"),
        subtitle=name,
        footer=join_with_dots((name, words.tr("Annex"))),
        language=words.language,
        blocks=tuple(_Annex(plan, words).blocks()),
        author=name,
        day=day,
    )


class _Annex:
    """The parts of an annex; a line that has stood under one theme stands under no other."""

    def __init__(self, plan: ReportPlan, words: Words) -> None:
        self._plan, self._picture, self._words = plan, plan.picture, words
        self._numbers = {theme.name: place for place, theme in enumerate(plan.picture.themes, 1)}
        self._codes = {record_id: one for one in plan.proposals if one.number for record_id in one.ids}
        self._told: set[RecordId] = set()

    def blocks(self) -> Iterator[Block]:
        tr = self._words.tr
        yield Paragraph(
            tr(
                "Here is every line behind the report, once. Themes have the numbers of the report. To find "
                "a word or a code, use the search of your browser (Ctrl+F, or Command+F on a Mac). The same "
                "lines as tables, for a spreadsheet, come with “Save data for other tools”."
            ),
            Role.LEAD,
        )
        yield Heading(tr("Contents"))
        yield Contents(2)
        yield from self._sentences()
        if self._picture.themes:
            yield Heading(tr("Theme by theme"))
        for theme in self._picture.themes:
            yield from self._theme(theme)
        aside = [line for line in self._left() if line.theme_ids]
        self._told.update(line.note_id for line in aside)
        yield from section(tr("About the talk itself"), map(self._line, aside))
        loose = self._left()
        yield from section(tr("Said, without a theme"), map(self._line, loose))
        yield from self._proposals()
        yield from self._alone()
        yield from self._joined()
        yield from self._names()
        yield from self._missing()

    def _left(self) -> list[CircleNote]:
        """Return the lines that may be placed and are not told yet."""
        return [line for line in self._picture.lines if line.placed and line.note_id not in self._told]

    def _sentences(self) -> Iterator[Block]:
        """Yield each finding and ask with its code, its number, and where the lines behind it are."""
        words, plan = self._words, self._plan
        found = [told_finding(one, plan, words) for one in plan.findings]
        rows = [
            (line_code(one.id), told.title, told.count, self._behind(one))
            for one, told in zip(plan.findings, found, strict=True)
        ]
        for ask in plan.asks:
            count = of_circles(ask.proposal.circles, plan.room.met, words)
            codes = sorted(line_code(idea) for idea in ask.proposal.ids)
            rows.append((plan.code_of(ask.proposal), ask_text(ask, words)[0], count, ", ".join(codes)))
        if rows:
            yield Heading(words.tr("Findings and asks, and where their numbers come from"))
            columns = (
                TableColumn(words.tr("Code"), 0.8),
                TableColumn(words.tr("What the report says"), 3),
                TableColumn(words.tr("Circles"), 1.2),
                TableColumn(words.tr("Lines behind it"), 3),
            )
            yield Table(columns, tuple(rows))

    def _behind(self, found: CountedFinding) -> str:
        """Return under which themes the lines of a finding are."""
        themes = (f"{self._numbers[theme.name]}. {theme.name}" for theme in found.themes)
        return join_names(list(themes), self._words)

    def _theme(self, theme: ThemeCount) -> Iterator[Block]:
        words = self._words
        yield Heading(f"{self._numbers[theme.name]}. {theme.name}", 2)
        written = also_written(theme.also_written, words) if theme.also_written else ""
        yield Paragraph(" ".join(filter(None, (raised_by(theme, self._plan.room.met, words), written))))
        yield Paragraph(" ".join(self._counted(theme)), Role.MUTED)
        lines = [line for line in theme.lines if line.placed and line.note_id not in self._told]

        here = {line.note_id for line in lines}
        elsewhere = [line for line in theme.lines if line.placed and line.note_id not in here]
        self._told.update(line.note_id for line in lines)
        if lines:
            yield Bullets(tuple(self._line(line, theme.name) for line in lines))
        if elsewhere:
            said = words.ntr(
                "{count} more line is under another theme: {codes}.",
                "{count} more lines are under other themes: {codes}.",
                len(elsewhere),
                codes=", ".join(line_code(line.note_id) for line in elsewhere),
            )
            yield Paragraph(said, Role.MUTED)

    def _counted(self, theme: ThemeCount) -> Iterator[str]:
        """Yield in how many circles people agreed, differed and proposed something on a theme."""
        words = self._words
        yield words.ntr("Common ground: {count} circle.", "Common ground: {count} circles.", theme.agreed)
        yield words.ntr("Disagreed: {count} circle.", "Disagreed: {count} circles.", theme.contested)
        proposing = {one.circle_id for one in self._picture.proposals if theme.name in one.themes}
        yield words.ntr(
            "Propose something: {count} circle.", "Propose something: {count} circles.", len(proposing)
        )

    def _line(self, line: CircleNote, under: str = "") -> Bullet:
        words, where = self._words, ""
        if line.placed:
            where = words.tr("Circle {code}, session {number}", code=line.circle, number=line.number)
        others = [name for name in line.themes if name != under] if line.placed else []
        also = words.tr("also: {themes}", themes=", ".join(others)) if others else ""
        held = kind_and_spread(line.kind, line.spread, words)
        text = f"“{line.text}”" if line.kind is NoteKind.QUOTE else line.text
        return Bullet(text, join_with_dots((where, held, also, line_code(line.note_id))), line.language)

    def _proposals(self) -> Iterator[Block]:
        """Yield every action idea, by the theme it is on; those of the report with their code."""
        title = self._words.tr("What the circles propose")
        order = sorted(self._picture.proposals, key=self._place)
        yield from section(title, map(self._proposal, order))

    def _place(self, one: CircleProposal) -> tuple[int, int, object]:
        last = len(self._numbers) + 1
        code = self._code(one)
        number = min((self._numbers.get(theme, last) for theme in one.themes), default=last)
        return number, code.number if code else last * 1000, look_up_order(one.idea.what)

    def _code(self, one: CircleProposal) -> Proposal | None:
        return self._codes.get(one.action_id)

    def _proposal(self, one: CircleProposal) -> Bullet:
        words = self._words
        where = words.tr("Circle {code}, session {number}", code=one.circle, number=one.number)
        first = join_with_dots((where, line_code(one.action_id)))
        return Bullet(
            one.idea.what, proposal_aside(one.idea, one.themes, words, first=first), one.idea.language
        )

    def _alone(self) -> Iterator[Block]:
        """Yield the lines that could be one person's, sorted by their words: their place would tell whose."""
        words = self._words
        alone = sorted(
            (line for line in self._picture.lines if not line.placed),
            key=lambda line: (look_up_order(line.text), line.kind),
        )
        if not alone:
            return
        yield Heading(words.tr("What could be one person’s, without circle or theme"))
        views = {line.note_id for line in self._picture.minority_views}
        voices = [line for line in alone if line.note_id in views]
        quotes = [line for line in alone if line.kind is NoteKind.QUOTE]
        taken = views | {line.note_id for line in quotes}
        rest = [line for line in alone if line.note_id not in taken]
        for title, lines in (
            (words.tr("Said by one voice"), voices),
            (words.tr("Quotes, repeated with consent"), quotes),
            (words.tr("Own experiences, concerns and hopes"), rest),
        ):
            yield from section(title, map(self._line, lines), 2)

    def _joined(self) -> Iterator[Block]:
        """Yield the proposals that organizers counted as one, with each wording and the reason they gave."""
        words, found = self._words, []
        for proposal in self._plan.proposals:
            if len(proposal.wordings) > 1:
                row = (self._plan.code_of(proposal), proposal.idea.what, "; ".join(proposal.wordings))
                found.append((*row, _reasons(self._picture, proposal.ids)))
        if found:
            yield Heading(words.tr("Proposals that were counted as one"))
            columns = (
                TableColumn(words.tr("Code"), 0.8),
                TableColumn(words.tr("Proposal"), 2),
                TableColumn(words.tr("Worded as"), 3),
                TableColumn(words.tr("Why"), 1.5),
            )
            yield Table(columns, tuple(found))

    def _names(self) -> Iterator[Block]:
        """Yield the themes that go by several names, with their circles and the reasons for joining them."""
        merged = [theme for theme in self._picture.themes if theme.also_written]
        if not merged:
            return
        words = self._words
        yield Heading(words.tr("Names that were counted as one"))
        columns = (
            TableColumn(words.tr("Theme"), 1.5),
            TableColumn(words.tr("Also written"), 2.5),
            TableColumn(words.tr("Circles"), 1.5),
            TableColumn(words.tr("Why"), 2),
        )
        yield Table(columns, tuple(_merged(theme, self._plan, words) for theme in merged))

    def _missing(self) -> Iterator[Block]:
        words, picture = self._words, self._picture
        yield Heading(words.tr("How this report was made, and what is missing"))
        yield Paragraph(made_text(words))
        yield Paragraph(missing_text(picture, words))
        if picture.rows:
            yield arrived_table(picture, words)


def _merged(theme: ThemeCount, plan: ReportPlan, words: Words) -> tuple[str, ...]:
    """Return a theme with all its names, and its circles, counted only where none may be named."""
    circles = ", ".join(theme.circles)
    if not theme.nameable:
        circles = of_circles(len(theme.circles), plan.room.met, words)
    return theme.name, ", ".join(theme.also_written), circles, _reasons(plan.picture, theme.ids)


def _reasons(picture: ProgramPicture, ids: frozenset[RecordId]) -> str:
    """Return why organizers counted these as one, each reason once."""
    merging = (it for it in picture.work.likenesses if it.rung.merges and {it.one, it.other} <= ids)
    return "; ".join(dict.fromkeys(it.why for it in merging if it.why))


def raised_by(theme: ThemeCount, total: int, words: Words) -> str:
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


def arrived_table(picture: ProgramPicture, words: Words) -> Table:
    """Return what has arrived of each session of each circle."""
    columns = (
        TableColumn(words.tr("Circle"), 2.0),
        *(TableColumn(words.tr("Session {number}", number=number), 1.4) for number in picture.columns),
    )
    least = smallest_total(picture)
    rows = tuple(_row(row, least, words) for row in picture.rows)
    return Table(columns, rows, words.tr("What has arrived"))


def _row(row: CircleRow, least: int, words: Words) -> tuple[str, ...]:
    return join_with_dots((row.code, row.place)), *(_cell(held, least, words) for held in row.sessions)


def _cell(held: ArrivedSession | None, least: int, words: Words) -> str:
    if held is None:
        return words.tr("not arrived")
    people = words.tr("people not counted")
    if not may_be_printed(held.people, least):
        people = words.ntr("fewer than {count} person", "fewer than {count} people", least)
    elif held.people is not None:
        people = words.ntr("{count} person", "{count} people", held.people)
    ideas = words.ntr("{count} action idea", "{count} action ideas", held.actions) if held.actions else ""
    return join_with_dots((people, ideas))
