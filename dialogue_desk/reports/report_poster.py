"""A poster for a library wall: what was found and asked, on one page."""

from __future__ import annotations

from datetime import date

from dialogue_desk.domain.model.document import (
    BarChart,
    Bullet,
    Bullets,
    ChartBar,
    Document,
    Heading,
    Paragraph,
)
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.reports.report_front import dates, figures, findings, front_title, program_name
from dialogue_desk.reports.report_sentences import ask_text
from dialogue_desk.words import Words

_ASKS, _THEMES = 3, 6


def poster_document(plan: ReportPlan, words: Words, day: date | None = None) -> Document:
    """Return what was found, and the first asks, in a few lines that are read standing."""
    name = program_name(plan, words)
    told = " · ".join(f"{number} {said}" for number, said in figures(plan, words)[:4])
    found = tuple(Bullet(shortened(f"{one.title}: {one.count}.", 150)) for one in findings(plan, words)[:4])
    raised = tuple(
        ChartBar(shortened(one.theme.name, 40), len(one.theme.circles), str(len(one.theme.circles)))
        for one in plan.themes[:_THEMES]
    )
    chart = BarChart(
        words.tr("Circles that raised each theme"), raised, words.tr("Circles"), label=words.tr("Theme")
    )
    told_asks = (ask_text(ask, words) for ask in plan.asks[:_ASKS])
    asks = tuple(Bullet(shortened(what, 90), "", language) for what, language in told_asks)
    return Document(
        title=front_title(plan, words),
        subtitle=" · ".join(part for part in (name, dates(plan, words)) if part),
        language=words.language,
        blocks=(
            Paragraph(told),
            *((Bullets(found), chart) if found else ()),
            *((Heading(words.tr("What they ask for")), Bullets(asks)) if asks else ()),
        ),
        author=name,
        day=day,
    )
