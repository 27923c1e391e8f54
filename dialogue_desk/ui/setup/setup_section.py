"""One part of the form that makes a program: it shows what a draft says, and puts what is typed back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.program_draft import ProgramDraft
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.program_dates import DateConcern, OddDate, date_concerns
from dialogue_desk.domain.model.text import normalized, safe_in_sentence, title_text
from dialogue_desk.ui.widgets.inputs import DayField
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words import Words
from dialogue_desk.words.times import local_datetime


class SetupSection(QWidget):
    """What all parts of the form can do."""

    def show_draft(self, draft: ProgramDraft) -> None:
        """Show what ``draft`` says."""
        raise NotImplementedError

    def fill(self, draft: ProgramDraft) -> ProgramDraft:
        """Return ``draft`` with what is typed here."""
        raise NotImplementedError

    def follow(self, draft: ProgramDraft) -> None:
        """Fit to what is typed in the other parts by now."""

    def check(self) -> bool:
        """Show what is wrong here, put the keys there, and return whether nothing is."""
        return True


class DatedSection(SetupSection):
    """A part with days in it: what is odd ``about`` them stands in ``warning``."""

    def __init__(self, about: Collection[OddDate], words: Words) -> None:
        super().__init__()
        self._about, self._words = about, words
        self._shown = ProgramDraft(Program(""))
        self.warning = Label(role="warn")
        self.warning.hide()

    def follow(self, draft: ProgramDraft) -> None:
        self._shown = draft
        self.warn()

    def warn(self) -> None:
        """Say what is odd by now."""
        said = date_warnings(self.fill(self._shown).program, self._about, self._words)
        self.warning.setText(said)
        self.warning.setVisible(bool(said))


def typed(line: QLineEdit) -> str:
    """Return what is typed in a line, without spaces around it and marks that turn text around."""
    return title_text(normalized(line.text())).strip()


def show_name(line: QLineEdit, name: str, longest: int) -> None:
    """Show a name, and take no longer one; what was longer before stays whole."""
    line.setMaxLength(max(longest, len(name)))
    line.setText(name)


def typed_day(field: DayField) -> str:
    """Return the day that is set, as 2027-06-30; "" for none."""
    day = field.day()
    return day.isoformat() if day is not None else ""


def show_typed_day(field: DayField, day: str) -> None:
    """Show a day that is stored, or that none is."""
    field.show_day(date.fromisoformat(day) if day else None)


def day_today(desk: Desk) -> date:
    """Return the day it is in the room of the laptop."""
    now = desk.clock.now()
    return local_datetime(now, desk.clock.zone(now)).date()


def date_warnings(program: Program, about: Collection[OddDate], words: Words, place: int = 0) -> str:
    """Return what is odd ``about`` the days of a program; with ``place``, of that round alone."""
    found = (one for one in date_concerns(program) if one.odd in about and place in (0, one.place))
    return "\n".join(_warning(one, words) for one in found)


def _warning(concern: DateConcern, words: Words) -> str:
    name = safe_in_sentence(concern.name)
    match concern.odd:
        case OddDate.ROUND_ENDS_FIRST:
            return words.tr("The last day is before the first day. Is that right?")
        case OddDate.FORUM_BEFORE_CIRCLES:
            return words.tr(
                "On the day of the forum, circles of round “{name}” still meet. Is that right?", name=name
            )
        case OddDate.ANSWER_BEFORE_CIRCLES:
            return words.tr(
                "The answer is asked for while circles of round “{name}” still meet. Is that right?",
                name=name,
            )
        case OddDate.ANSWER_BEFORE_FORUM:
            return words.tr("The answer is asked for before the forum. Is that right?")
        case _:
            return words.tr("The notes are to be erased before the forum or the answer. Is that right?")
