"""What a forum prints for its room: ballots, a poster for each option, a sheet to count on, team sheets.

Ballots and posters say everything in all languages of the program, so that no ballot tells which language
its person reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from dialogue_desk.domain.model.document import (
    Block,
    Columns,
    Document,
    Figures,
    Paragraph,
    Role,
    Side,
    Table,
    TableColumn,
    WritingLines,
)
from dialogue_desk.domain.model.forum import ActionTeam, Forum, ForumOption, ForumStage
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.phrases import join_with_dots, shortened
from dialogue_desk.reports.report_front import program_name
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.forum_text import dots_rule
from dialogue_desk.words.times import written_day

BOX = "□"
MOST_BOXES = 10
"""More dots than these are written as a number."""
_LINE_TO_WRITE = "_____"
_ON_A_POSTER, _ON_A_BALLOT, _IN_A_ROW, _ON_A_TEAM_SHEET = 400, 220, 60, 160
"""How many letters of an option have room on a poster, a ballot, in a row to count on, on a team sheet."""
_NAMES_ON_A_SHEET = 11


def ballot_document(plan: ReportPlan, words: Words, day: date | None = None) -> Document:
    """Return the ballot: options by number, in all languages, each with room for the dots it may get."""
    forum = forum_in(plan)
    options = options_in(plan)
    said: tuple[Block, ...] = (Paragraph(words.tr("No options are chosen yet.")),)
    if options:
        boxes = _boxes(forum)
        rows = tuple((str(one.number), _in_all(one, words, plan), boxes) for one in options)
        said = (
            *(Paragraph(_ask(forum, one), Role.STRONG, one.language) for one in speaking(plan, words)),
            Table(
                (
                    TableColumn(_said_in(plan, words, lambda one: one.tr("No.")), 0.6),
                    TableColumn(_said_in(plan, words, lambda one: one.tr("Option")), 5),
                    TableColumn(_said_in(plan, words, lambda one: one.tr("Dots")), _boxes_width(forum)),
                ),
                rows,
            ),
        )
    return Document(
        title=_said_in(plan, words, lambda one: one.tr("Ballot")),
        subtitle=join_with_dots((program_name(plan, words), _draft(forum, words))),
        footer=_said_in(plan, words, lambda one: one.tr("No name on this ballot")),
        language=words.language,
        blocks=said,
        day=day,
    )


def option_posters(plan: ReportPlan, words: Words, day: date | None = None) -> Document:
    """Return a page for each option: its number, its words in all languages, and room for dots."""
    options, forum = options_in(plan), forum_in(plan)
    pages = [_poster(one, forum, plan, words) for one in options]
    if not pages:
        blocks = (Paragraph(words.tr("No options are chosen yet.")),)
        return Document(words.tr("Posters of the options"), blocks, language=words.language)
    return replace(pages[0], following=tuple(pages[1:]), day=day)


def _poster(one: ForumOption, forum: Forum, plan: ReportPlan, words: Words) -> Document:
    texts = texts_of(one, words, plan)
    first = texts[0][1] if texts else words.tr("Option {number}", number=one.number)
    option = _said_in(plan, words, lambda each: each.tr("Option"))
    return Document(
        title=shortened(first, _ON_A_POSTER),
        subtitle=join_with_dots((program_name(plan, words), line_code(one.about), _draft(forum, words))),
        footer=_said_in(plan, words, lambda each: each.tr("Dots")),
        language=texts[0][0] if texts and texts[0][0] in LANGUAGES else words.language,
        blocks=(
            Figures(((str(one.number), option),)),
            *(Paragraph(shortened(text, _ON_A_POSTER), language=code) for code, text in texts[1:]),
        ),
    )


def tally_sheet(plan: ReportPlan, words: Words, day: date | None = None) -> Document:
    """Return the sheet on which counters add up a pile of ballots before they are typed."""
    tr = words.tr
    forum, options = forum_in(plan), options_in(plan)
    rows = tuple(
        (str(one.number), shortened(one.said_in(words.language), _IN_A_ROW), "", "") for one in options
    )
    return Document(
        title=tr("Tally sheet"),
        subtitle=join_with_dots((program_name(plan, words), _draft(forum, words))),
        footer=join_with_dots((program_name(plan, words), tr("Tally sheet"))),
        language=words.language,
        blocks=(
            Paragraph(
                tr(
                    "One counter reads a ballot aloud, another makes a stroke for each dot. Then two others "
                    "count the same pile again on a new sheet. Add up at the end."
                ),
                Role.LEAD,
            ),
            Paragraph(dots_rule(forum, words)),
            Table(
                tuple(
                    TableColumn(head)
                    for head in (
                        tr("Pile"),
                        tr("Ballots in it"),
                        tr("Spoiled ballots"),
                        tr("First or second"),
                    )
                ),
                (("", "", "", ""),),
                lines=2,
            ),
            Table(
                (
                    TableColumn(tr("No."), 0.5),
                    TableColumn(tr("Option"), 3.2),
                    TableColumn(tr("A stroke for each dot"), 4.4),
                    TableColumn(tr("Sum"), 0.9),
                ),
                rows,
                lines=2,
            ),
            Paragraph(
                tr(
                    "A ballot with more dots than it may have, or that nobody can read, is spoiled. Count it "
                    "above, and make no strokes for it. Keep all ballots until the result is out."
                ),
                Role.MUTED,
            ),
        ),
        day=day,
    )


def team_sheets(plan: ReportPlan, words: Words, day: date | None = None) -> Document:
    """Return a sign-up sheet for each action team, or for each option where there are no teams yet."""
    work, options = plan.picture.work, options_in(plan)
    texts = {one.about: one.said_in(words.language) for one in options}
    teams = [one.body for one in work.teams.values()] or [ActionTeam(one.about) for one in options]
    place = {one.about: one.number for one in options}
    teams.sort(key=lambda one: (place.get(one.about, len(place) + 1), one.name, one.about))
    sheets = [_team_sheet(one, texts.get(one.about, ""), plan, words) for one in teams]
    if not sheets:
        blocks = (Paragraph(words.tr("No options are chosen yet.")),)
        return Document(words.tr("Sign up for an action team"), blocks, language=words.language)
    return replace(sheets[0], following=tuple(sheets[1:]), day=day)


def _team_sheet(team: ActionTeam, text: str, plan: ReportPlan, words: Words) -> Document:
    tr = words.tr
    return Document(
        title=shortened(team.name or text, _ON_A_TEAM_SHEET) or tr("Action team"),
        subtitle=join_with_dots((tr("Sign up for an action team"), line_code(team.about))),
        footer=tr("The convener keeps this sheet. Names are never typed into the app."),
        language=words.language,
        blocks=tuple(_team_blocks(team, text, words)),
        author=program_name(plan, words),
    )


def _team_blocks(team: ActionTeam, text: str, words: Words) -> Iterator[Block]:
    tr = words.tr
    if team.name and text:
        yield Paragraph(shortened(text, _ON_A_BALLOT), Role.LEAD)
    yield Paragraph(
        tr(
            "Your name and how to reach you stay on this sheet, with the convener of the team. Only how many "
            "people signed up is counted. You can cross out your line at any time."
        )
    )
    first = written_day(date.fromisoformat(team.first_day), words) if team.first_day else ""
    facts = (
        (tr("Convener"), team.convener),
        (tr("Facilitator"), team.facilitator),
        (tr("First date"), first),
        (tr("Place"), team.place),
    )
    known = [(head, shortened(said, _IN_A_ROW)) for head, said in facts if said]
    if known:
        yield Columns(tuple(Side(head, (Paragraph(said),)) for head, said in known))
    yield from (WritingLines(1, head) for head, said in facts if not said)
    heads = (tr("Name"), tr("How to reach me"), tr("What I can do"))
    yield Table(tuple(map(TableColumn, heads)), (("", "", ""),) * _NAMES_ON_A_SHEET, lines=2)


def forum_in(plan: ReportPlan) -> Forum:
    """Return how the program of a report votes, as usual where nobody said anything."""
    return plan.picture.work.forum or Forum()


def options_in(plan: ReportPlan) -> tuple[ForumOption, ...]:
    """Return the options by their numbers."""
    return tuple(one.body for one in plan.picture.work.options)


def texts_of(one: ForumOption, words: Words, plan: ReportPlan) -> tuple[tuple[str, str], ...]:
    """Return the words of an option with their language: this one first, each text once."""
    program = plan.picture.program
    known = dict(one.texts)
    order = dict.fromkeys((words.language, *(program.languages if program else ()), *known))
    found: dict[str, str] = {}
    for code in order:
        if said := known.get(code):
            found.setdefault(said, code)
    return tuple((code, said) for said, code in found.items())


def speaking(plan: ReportPlan, words: Words) -> tuple[Words, ...]:
    """Return the words of each language of the program that the app speaks, this one first."""
    program = plan.picture.program
    codes = (words.language, *(program.languages if program else ()))
    return tuple(Words(code) for code in dict.fromkeys(codes) if code in LANGUAGES)


def _said_in(plan: ReportPlan, words: Words, say: Callable[[Words], str]) -> str:
    return _each_once(say(one) for one in speaking(plan, words))


def _each_once(said: Iterable[str]) -> str:
    return join_with_dots(dict.fromkeys(said))


def _in_all(one: ForumOption, words: Words, plan: ReportPlan) -> str:
    return "\n".join(shortened(text, _ON_A_BALLOT) for _, text in texts_of(one, words, plan))


def _ask(forum: Forum, words: Words) -> str:
    """Return what a person does with a ballot, in one language."""
    if _written(forum):
        rule = words.tr("Write how many of your dots each option gets. Leave the others empty.")
    else:
        rule = words.tr("Fill in a box for each dot you give. Leave the others empty.")
    return f"{dots_rule(forum, words)} {rule}"


def _written(forum: Forum) -> bool:
    """Whether dots are written as a number, because there is no room for so many boxes."""
    return most_on_one(forum) > MOST_BOXES


def most_on_one(forum: Forum) -> int:
    """Return how many dots an option can get from one ballot."""
    return forum.most_on_one or forum.dots_each


def _boxes(forum: Forum) -> str:
    return _LINE_TO_WRITE if _written(forum) else " ".join([BOX] * most_on_one(forum))


def _boxes_width(forum: Forum) -> float:
    return 1.0 if _written(forum) else max(1.0, 0.36 * most_on_one(forum))


def _draft(forum: Forum, words: Words) -> str:
    """Return that numbers may still change, while options are chosen."""
    choosing = forum.stage is ForumStage.CHOOSING
    return words.tr("Draft: lock the options before you print") if choosing else ""
