"""A main theme of a report on a page: what people share beside where they differ, and what they propose."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.domain.model.document import (
    BarChart,
    Block,
    Bullet,
    Bullets,
    ChartBar,
    Columns,
    Figures,
    Heading,
    Paragraph,
    Role,
    Side,
    Table,
    TableColumn,
    Tone,
)
from dialogue_desk.domain.model.notes import Spread
from dialogue_desk.domain.overview.chosen_lines import Choice, ChosenLine
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.domain.overview.report_plan import MainTheme, ReportPlan
from dialogue_desk.reports.phrases import join_with_dots, shortened
from dialogue_desk.reports.report_sentences import ask_text, theme_title
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_ONE_LINE, _TWO_LINES = 58, 110
"""How many letters of a proposal fit on a line of its table, and on two."""


def theme_page(theme: MainTheme, plan: ReportPlan, words: Words, heading: str = "") -> Iterator[Block]:
    """Yield a theme: its sentence and figures, spread, both sides, quotes, and proposals.

    ``heading`` is a person's own for all these pages.
    """
    topic = words.tr("Theme {number} of {total}", number=theme.number, total=len(plan.picture.themes))
    if plan.title_of(theme.theme, words.language):
        topic = join_with_dots((topic, shortened(theme.theme.name, 60)))
    topic = join_with_dots((shortened(heading, 60), topic))
    yield Heading(theme_title(theme, plan, words), topic=topic, whole=plan.small)
    yield Figures(tuple(_figures(theme, plan, words)))
    yield from _spread(theme, words)
    if theme.others.lines:
        yield Paragraph(words.tr("What people said"), Role.STRONG)
        yield from in_two(lines(theme.others, words))
        yield from more(theme.others, words)
    else:
        yield _sides(theme, words)
    if voices := tuple(_voices(theme, words)):
        yield Columns(voices)
    if theme.proposals and not plan.small:
        title = words.tr("What circles propose on this")
        yield proposals_table(theme.proposals, title, plan, words, most=_ONE_LINE)


def _figures(theme: MainTheme, plan: ReportPlan, words: Words) -> Iterator[tuple[str, str]]:
    said = words.tr("{count} of {total}", count=len(theme.theme.circles), total=plan.room.met)
    yield said, words.tr("circles raised it")
    yield str(theme.theme.agreed), words.tr("found common ground")
    yield str(theme.theme.contested), words.tr("disagreed")
    yield str(theme.proposing), words.ntr("proposes something", "propose something", theme.proposing)


def _spread(theme: MainTheme, words: Words) -> Iterator[Block]:
    """Yield how widely a theme was shared as one bar; a single part of it is said in words."""
    tones = {Spread.CONTESTED: Tone.DIFFERENT, None: Tone.PANEL}
    title = words.tr("How many shared it in each circle: mixed views first, or else the most")
    bars = tuple(
        ChartBar(
            words.tr("not noted") if spread is None else name_of(spread, words),
            count,
            str(count),
            tones.get(spread, Tone.COUNTED),
        )
        for spread, count in theme.spreads
    )
    if len(bars) > 1:
        yield BarChart(title, bars, words.tr("Circles"), label=words.tr("Shared by"), whole=True)
    elif theme.spreads and theme.spreads[0][0] is not None:
        circles = words.ntr("{count} circle", "{count} circles", theme.spreads[0][1])
        yield Paragraph(f"{title}: {bars[0].label} ({circles}).")


def _sides(theme: MainTheme, words: Words) -> Columns:
    differ = words.tr("Where people differ")
    one_sided = words.tr("Nobody said otherwise, in what was written down.") if theme.theme.agreed else ""
    return Columns(
        (
            _side(words.tr("Common ground"), theme.theme.agreed, theme.common, Tone.COUNTED, words),
            _side(differ, theme.theme.contested, theme.differences, Tone.DIFFERENT, words, one_sided),
        )
    )


def _side(title: str, circles: int, choice: Choice, tone: Tone, words: Words, none: str = "") -> Side:
    aside = words.ntr("{count} circle", "{count} circles", circles) if circles else ""
    if not choice.lines:
        lacking = none if none and not circles else words.tr("No circle wrote down such a line.")
        return Side(title, (Paragraph(lacking, Role.MUTED),), aside, tone)
    blocks: list[Bullets | Paragraph] = [Bullets(lines(choice, words))]
    if choice.more:
        blocks.append(Paragraph(more_text(choice.more, words), Role.MUTED))
    return Side(title, tuple(blocks), aside, tone)


def lines(choice: Choice, words: Words, most: int = 130, *, counted: bool = True) -> tuple[Bullet, ...]:
    """Return chosen lines as items with their codes; one that several circles wrote alike says how many."""
    return tuple(
        Bullet(shortened(line.text, most), line_aside(line, words, counted=counted), line.language)
        for line in choice.lines
    )


def line_aside(line: ChosenLine, words: Words, *, counted: bool = True) -> str:
    """Return what stands at the end of a line: how many circles wrote it, its circle if allowed, its code."""
    several = counted and line.circles > 1
    circles = words.ntr("{count} circle", "{count} circles", line.circles) if several else ""
    return join_with_dots((circles, line.where, line.code))


def in_two(items: tuple[Bullet, ...]) -> Iterator[Block]:
    """Yield items in two columns, of which the first is read first."""
    half = (len(items) + 1) // 2
    if len(items) < 4:
        yield Bullets(items)
    else:
        yield Columns((Side("", (Bullets(items[:half]),)), Side("", (Bullets(items[half:]),))))


def more(choice: Choice, words: Words) -> tuple[Block, ...]:
    """Return what says how many more lines there are in the annex."""
    return (Paragraph(more_text(choice.more, words), Role.MUTED),) if choice.more else ()


def more_text(more: int, words: Words) -> str:
    """Say how many more lines there are in the annex."""
    return words.ntr("{count} more line is in the annex.", "{count} more lines are in the annex.", more)


def _voices(theme: MainTheme, words: Words) -> Iterator[Side]:
    if theme.quotes.lines:
        told = [
            Paragraph(words.tr("“{quote}”", quote=shortened(line.text, 110)), Role.QUOTE, line.language)
            for line in theme.quotes.lines
        ]
        codes = ", ".join(line_aside(line, words, counted=False) for line in theme.quotes.lines)
        said = words.tr("Said in a circle, repeated with consent.")
        told.append(Paragraph(f"{said} {codes}", Role.MUTED))
        yield Side("", tuple(told), share=1.2)
    if theme.voices.lines:
        voices = Bullets(lines(theme.voices, words, counted=False))
        yield Side(words.tr("Said by one voice, and kept"), (voices,), tone=Tone.PANEL)


def proposals_table(
    proposals: tuple[Proposal, ...], caption: str, plan: ReportPlan, words: Words, *, most: int = _TWO_LINES
) -> Table:
    """Return proposals as rows: code, ``most`` letters of what, when, and how many circles.

    On the page of a theme a row is a line, so that all of a theme is on one page; its code leads to the rest.
    """
    told = [(one, _worded(one, plan, words)) for one in proposals]
    return Table(
        (
            TableColumn(words.tr("Code"), 0.9, narrow=True),
            TableColumn(words.tr("What"), 5.7),
            TableColumn(words.tr("When"), 2.1),
            TableColumn(words.tr("Circles"), 0.8, numeric=True),
        ),
        tuple(
            (
                plan.code_of(one),
                shortened(what, most),
                name_of(one.when, words) if one.when else "",
                str(one.circles),
            )
            for one, (what, _) in told
        ),
        caption,
        languages=tuple(language for _, (_, language) in told),
    )


def _worded(one: Proposal, plan: ReportPlan, words: Words) -> tuple[str, str]:
    """Return a proposal, as the page in front words it if it is asked for, and in which language."""
    ask = next((ask for ask in plan.asks if ask.proposal.ids & one.ids), None)
    return ask_text(ask, words) if ask else (one.idea.what, one.idea.language)
