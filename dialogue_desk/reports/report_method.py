"""How a report was made, by which rule its lines were chosen, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.domain.model.document import Block, Heading, Paragraph
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.overview.open_questions import addressed
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.report_plan import MANY_CIRCLES, ReportPlan
from dialogue_desk.reports.phrases import hours
from dialogue_desk.reports.report_sentences import written_elsewhere
from dialogue_desk.words import Words

_MOST_MISSING = 40


def method_pages(plan: ReportPlan, words: Words, own: str = "") -> Iterator[Block]:
    """Yield how the report was made and what is missing, under a person's ``own`` heading if there is one."""
    yield Heading(
        own or words.tr("How this report was made, and what is missing"),
        topic=words.tr("About this report"),
    )
    yield Paragraph(made_text(words))
    if plan.room.met:
        yield Heading(words.tr("How these lines were chosen"), 2)
        yield Paragraph(
            words.tr(
                "The themes that findings in front name have a page, and those raised by the most circles. "
                "Of the lines under a heading, those that several circles wrote alike come first. After "
                "that, circles take turns: next comes a line of the circle that has the fewest lines in "
                "this report so far. Where circles are level, a number made from each line’s id decides. "
                "Long lines are shortened here and whole in the annex, which has every line, by the number "
                "of its theme."
            )
        )
        if plan.room.met >= MANY_CIRCLES:
            yield Paragraph(
                words.ntr(
                    "Quotes and single voices are under a theme only if at least {count} circle raised it.",
                    "Quotes and single voices are under a theme only if at least {count} circles raised it.",
                    MANY_CIRCLES,
                )
            )
        if people := _by_people(plan, words):
            yield Paragraph(people)
    yield Heading(words.tr("What is missing"), 2)
    yield Paragraph(missing_text(plan.picture, words))


def _by_people(plan: ReportPlan, words: Words) -> str:
    """Return what organizers chose, wrote and left out themselves; "" when they did nothing of it."""
    said = []
    if plan.starred:
        said.append(
            words.ntr(
                "{count} line is here because the organizers chose it.",
                "{count} lines are here because the organizers chose them.",
                plan.starred,
            )
        )
    if addressed(plan.picture):
        said.append(words.tr("Questions that somebody addressed to an office come first."))
    if plan.with_circle:
        said.append(
            words.ntr(
                "The exception: beside {count} line its circle stands, because the organizers allowed it.",
                "The exception: beside {count} lines their circles stand, because the organizers allowed it.",
                plan.with_circle,
            )
        )
    sentences = [one.written for one in plan.findings] + [one.written for one in plan.asks]
    if own := sum(one is not None and bool(one.text(words.language)) for one in sentences):
        said.append(
            words.ntr(
                "{count} finding or ask is in the organizers’ words; its number is counted.",
                "{count} findings and asks are in the organizers’ words; their numbers are counted.",
                own,
            )
        )
    if elsewhere := written_elsewhere(plan, words.language):
        said.append(
            words.ntr(
                "{count} sentence was written by hand in another language only. Here is the one that the "
                "counts propose.",
                "{count} sentences were written by hand in another language only. Here are those that the "
                "counts propose.",
                elsewhere,
            )
        )
    if left := sum(not entry.kept for entry in plan.outline):
        said.append(
            words.ntr(
                "{count} section was left out by the organizers; its lines are in the annex.",
                "{count} sections were left out by the organizers; their lines are in the annex.",
                left,
            )
        )
    return " ".join(said)


def made_text(words: Words) -> str:
    """Return how notes became a report."""
    return words.tr(
        "Note-takers wrote down what was said in each circle, asked to leave names out, and the "
        "packages of all circles were put together here. What counts is how many circles raised a theme, "
        "never how many notes there are. Themes of the same name are counted as one; no others were merged "
        "unless a person decided it. Private debriefs are not in this report, and quotes are here only if "
        "people agreed to be quoted. No circle is named beside what could be only one person’s: a quote, one "
        "voice, and someone’s own experience, concern or hope where nobody said that others share it."
    )


def missing_text(picture: ProgramPicture, words: Words) -> str:
    """Return which sessions have not arrived, who looked for names, and what still waits for a choice."""
    said = []
    if not picture.arrived:
        said.append(words.tr("No session has arrived yet."))
    if picture.missing:
        named = [
            words.tr("circle {code}, session {number}", code=code, number=number)
            for code, number in picture.missing[:_MOST_MISSING]
        ]
        more = len(picture.missing) - len(named)
        if more:
            named.append(words.ntr("{count} more", "{count} more", more))
        said.append(words.tr("Not arrived yet: {sessions}.", sessions="; ".join(named)))
    elif picture.arrived:
        said.append(words.tr("Every session has arrived."))
    if picture.minutes:
        length = hours(picture.minutes * MINUTE, words)
        said.append(words.tr("The circles talked for about {hours} in all.", hours=length))
    if picture.arrived:
        said.append(checked_text(picture, words))
    if picture.conflicts:
        said.append(
            words.ntr(
                "{count} item was changed on two laptops. Someone still has to choose a version; the "
                "later one is shown here.",
                "{count} items were changed on two laptops. Someone still has to choose the "
                "versions; the later ones are shown here.",
                picture.conflicts,
            )
        )
    return " ".join(said)


def checked_text(picture: ProgramPicture, words: Words) -> str:
    """Return in how many sessions someone checked for names."""
    return words.ntr(
        "In {held} of {count} session, someone checked that the notes do not name anyone.",
        "In {held} of {count} sessions, someone checked that the notes do not name anyone.",
        len(picture.arrived),
        held=sum(held.checked for held in picture.arrived),
    )


def officers_text(plan: ReportPlan, words: Words) -> str:
    """Return at how many sessions there were officers; "" when no session says so."""
    if not plan.room.officers_told:
        return ""
    return words.tr(
        "Of the sessions that say whether police officers were there, they were at {count} "
        "of {total}, for all or part of the time.",
        total=plan.room.officers_told,
        count=plan.room.officers,
    )
