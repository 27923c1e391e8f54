"""Which circle meets: one that is known, or a new one with a code."""

from __future__ import annotations

import re

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Round
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.session_folder import SessionFolder, Stored
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.words import Words
from dialogue_desk.words.times import local_datetime

_NEW = "new"


class CircleChoice:
    """The inputs and their fields, and the sessions the chosen circle had before."""

    def __init__(self, desk: Desk, folders: Folders, theme: AppTheme, words: Words) -> None:
        self._desk, self._folders, self._words = desk, folders, words
        self._circles: dict[str, Stored[Circle]] = {}
        self.circle, self.code = Select(theme), QLineEdit()
        self.circle_field = Field(words.tr("Circle"), self.circle)
        self.code_field = Field(words.tr("Circle code"), self.code)

    def read(self) -> None:
        """Read which circles there are."""
        programs = self._folders.programs()
        self._circles = {str(circle.id): circle for entry in programs for circle in entry.circles}
        known = sorted(
            self._circles.values(), key=lambda circle: (look_up_order(circle.body.code), circle.id)
        )
        named = [Choice(str(one.id), self._name(one.body)) for one in known]
        self.circle.show_choices([Choice(_NEW, self._words.tr("A new circle")), *named])

    def choose(self, circle_id: str) -> None:
        """Choose a circle; one that is not known leaves the choice to what is waiting."""
        self.circle.choose(circle_id if circle_id in self._circles else self._waiting())

    def known(self) -> Stored[Circle] | None:
        """Return the chosen circle; None when it is a new one."""
        return self._circles.get(self.circle.choice())

    def sessions(self) -> list[SessionFolder]:
        """Return the sessions of the chosen circle, the oldest first."""
        circle = self.known()
        return self._folders.of_circle(circle.id) if circle else []

    def last_session(self) -> SessionFolder | None:
        """Return the last session of the chosen circle; None when it has not met."""
        return next(reversed(self.sessions()), None)

    def next_plan(self, guide: Guide, asked: str = "") -> str:
        """Return the session of ``guide`` that is ``asked`` for, else the first one that is new here."""
        if asked in {plan.id for plan in guide.sessions}:
            return asked
        had = {folder.plan.id for folder in self.sessions() if folder.guide.id == guide.id}
        return next((plan.id for plan in guide.sessions if plan.id not in had), guide.sessions[-1].id)

    def show_code(self, *, keep: bool = False) -> None:
        """Offer a free code for a new circle, or ``keep`` the one there; hide it for one that is known."""
        new = self.known() is None
        self.code_field.setVisible(new)
        if new and not keep:
            with QSignalBlocker(self.code):
                self.code.setText(self._free_code())

    def guide_of_round(self) -> str:
        """Return the id of the guide of the circle's round; "" once the circle has met in that round."""
        circle, last = self.known(), self.last_session()
        program = self._desk.get(circle.body.program) if circle and circle.body.program else None
        if circle is None or program is None or not isinstance(program.body, Program):
            return ""
        rounds = program.body.rounds
        one = rounds[circle.body.round - 1] if 0 < circle.body.round <= len(rounds) else Round("")
        if last is None:
            return one.guide
        met = local_datetime(last.session.start, last.session.zone).date().isoformat()
        return one.guide if met < one.first_day else ""

    def _name(self, circle: Circle) -> str:
        into = self._circles.get(str(circle.into))
        goes_on = self._words.tr("goes on with {code}", code=into.body.code) if into is not None else ""
        return " · ".join(filter(None, (circle.code, circle.place, goes_on)))

    def fault(self) -> str:
        """Return what is wrong with the code, or ""."""
        missing = self.known() is None and not self.code.text().strip()
        return self._words.tr("Give the circle a code, such as C07.") if missing else ""

    def _waiting(self) -> str:
        """Return the one circle of a program that has not met yet; when there are more, a new circle."""
        records = self._desk.file.records
        waiting = [
            key
            for key, circle in self._circles.items()
            if circle.body.program
            and circle.body.into is None
            and next(records.under(circle.id, Kind.SESSION), None) is None
        ]
        return waiting[0] if len(waiting) == 1 else _NEW

    def _free_code(self) -> str:
        codes = (re.fullmatch(r"C(\d{1,4})", circle.body.code) for circle in self._circles.values())
        return f"C{max((int(code[1]) for code in codes if code), default=0) + 1:02}"
