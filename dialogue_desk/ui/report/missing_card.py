"""What is still missing for a report: what the cover lacks, what has not come, what waits to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.report_front import asks_in_front
from dialogue_desk.reports.report_sentences import ask_text, written_elsewhere
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import ChoicePrompt, PromptAnswer
from dialogue_desk.ui.program.program_text import missing, open_sessions
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names, language_name

_NAMED = 6
"""How many sessions that are missing are named."""


class MissingCard(Card):
    """What is still missing, each line with a sign, and the way to fill in what the cover says."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._theme, self._words = context.theme, context.words
        self._lines = column(gap=Space.TIGHT)
        self.fill = Button(context.theme, context.words.tr("Fill in…"))
        self._fill_line = flowing(self.fill)
        self.add(Section(context.words.tr("Still missing")), self._lines, self._fill_line)

    def show_missing(self, texts: Sequence[str], program: Program | None) -> None:
        """Show these lines, and what the program does not say yet."""
        clear_layout(self._lines)
        lacking = _lacking(program, self._words) if program else []
        said = self._words.tr("The cover does not say yet: {facts}", facts=join_names(lacking, self._words))
        for text in (*([said] if lacking else []), *texts):
            icon = (IconView(self._theme, "warning"), 0, Qt.AlignmentFlag.AlignTop)
            line = QWidget()
            row(icon, (Label(text), 1), gap=Space.SNUG, within=line)
            self._lines.addWidget(line)
        self._fill_line.setVisible(bool(lacking))
        self.setVisible(bool(texts or lacking))


def _lacking(program: Program, words: Words) -> list[str]:
    """Return what the cover would say and nobody has filled in."""
    facts = (
        (program.organizer, words.tr("who signs")),
        (program.contact, words.tr("how to reach you")),
        (program.answers, words.tr("who will answer")),
        (program.answer_by, words.tr("by when")),
        (program.forum, words.tr("when the action forum is")),
    )
    return [name for value, name in facts if not value]


def _sessions(picture: ProgramPicture, words: Words) -> Iterator[str]:
    """Yield which sessions have not arrived, and which are not wrapped up."""
    for names, said in (
        (missing(picture, words), words.tr("Not arrived yet")),
        (open_sessions(picture, words), words.tr("Not wrapped up yet")),
    ):
        if names:
            more = len(names) - _NAMED
            shown = "; ".join(names[:_NAMED])
            if more > 0:
                shown = words.tr("{names} and {count} more", names=shown, count=more)
            yield words.tr("{what}: {names}", what=said, names=shown)


def missing_texts(
    plan: ReportPlan, conflicts: int, languages: Sequence[str], others: int, words: Words
) -> tuple[str, ...]:
    """Return what is still missing for a report in these languages.

    ``others`` is how many asks in front are not those of the report that was saved last.
    """
    picture = plan.picture
    counted = (
        (
            picture.unchecked,
            words.ntr(
                "In {open} of {count} session, nobody has checked for names",
                "In {open} of {count} sessions, nobody has checked for names",
                len(picture.arrived),
                open=picture.unchecked,
            ),
        ),
        (
            conflicts,
            words.ntr(
                "{count} entry has two versions. Until you choose, the report shows the newer one",
                "{count} entries have two versions. Until you choose, the report shows the newer ones",
                conflicts,
            ),
        ),
        (len(plan.to_read_again), read_again_text(plan, words)),
        (
            others,
            words.ntr(
                "{count} ask in front is another than in the report you saved",
                "{count} asks in front are others than in the report you saved",
                others,
            ),
        ),
    )
    said = (text for count, text in counted if count)
    untold = (text for code in languages for text in _in_other_languages(plan, code, words))
    return (*_sessions(picture, words), *said, *untold)


def read_again_text(plan: ReportPlan, words: Words) -> str:
    """Return how many sentences stand on numbers that have changed since."""
    return words.ntr(
        "{count} sentence waits to be read again: its numbers have changed",
        "{count} sentences wait to be read again: their numbers have changed",
        len(plan.to_read_again),
    )


def read_again_prompt(plan: ReportPlan, words: Words) -> ChoicePrompt:
    """Return the question whether to save while sentences wait to be read again."""
    return ChoicePrompt(
        words.tr("Save before they are read again?"),
        words.tr(
            "{waiting}. In the lists above each has a warning sign. Edit it, or say that it still holds.",
            waiting=read_again_text(plan, words),
        ),
        (PromptAnswer("save", words.tr("Save anyway")),),
    )


def _in_other_languages(plan: ReportPlan, code: str, words: Words) -> Iterator[str]:
    """Yield how many asks in front, and how many sentences of organizers, a report in a language lacks."""
    asks, language = asks_in_front(plan), language_name(code, words)
    said = Counter(ask_text(ask, Words(code))[1] for ask in asks)
    for other, count in said.items():
        if other not in ("", code):
            yield words.ntr(
                "{count} of {total} ask is in {other} only: write it in {language}",
                "{count} of {total} asks are in {other} only: write them in {language}",
                count,
                total=len(asks),
                other=language_name(other, words),
                language=language,
            )
    if elsewhere := written_elsewhere(plan, code):
        yield words.ntr(
            "{count} sentence of yours is not written in {language}: there, what the app proposes stands",
            "{count} sentences of yours are not written in {language}: there, what the app proposes stands",
            elsewhere,
            language=language,
        )
