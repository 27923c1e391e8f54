"""The form that makes a program or changes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.program_edits import (
    DraftCircle,
    ProgramDraft,
    new_program_draft,
    program_draft_of,
    save_program,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import folded, normalized
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.erasing.keep_until import DEFAULT_RETENTION
from dialogue_desk.ui.program.key_card import ProgramKeyCard
from dialogue_desk.ui.program.tally_categories import TallyCategories
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import DayField, Number, Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column
from dialogue_desk.ui.widgets.line_box import LinesBox
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words
from dialogue_desk.words.languages import language_names
from dialogue_desk.words.times import local_datetime

MOST_SESSIONS = 30


class ProgramForm(QWidget):
    """Name, code, sessions, languages, circles and starter themes.  Saving is one step of Undo."""

    saved = Signal(str)
    """The program with this id is saved."""

    left = Signal()
    """The form was left without saving."""

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        self._desk, self._context = desk, context
        self._program: RecordId | None = None
        words, theme = context.words, context.theme
        self._title = Label(role="title")
        self._name, self._code = QLineEdit(), QLineEdit()
        self._sessions = Number(theme, words, 1, MOST_SESSIONS)
        self._code.setMaximumWidth(theme.scaled(220))
        self._sessions.setMaximumWidth(theme.scaled(220))
        self._name_field = Field(words.tr("Name"), self._name)
        hint = words.tr("File names start with these letters. A few are enough.")
        self._code_field = Field(words.tr("Code"), self._code, hint)
        self._sessions_field = Field(words.tr("Sessions of each circle"), self._sessions)
        self._languages = _Languages(context)
        now = desk.clock.now()
        today = local_datetime(now, desk.clock.zone(now)).date()
        a_year_on = today + DEFAULT_RETENTION
        self._keep_until = DayField(theme, words, words.tr("Keep the notes until"), a_year_on, today)
        self._circles = _Circles(context)
        self._themes = LinesBox()
        self._themes.setMinimumHeight(theme.scaled(150))
        themes_hint = words.tr(
            "One per line. Note-takers see them as suggestions, so circles use the same words."
        )
        self._themes_field = Field(words.tr("Starter themes"), self._themes, themes_hint)
        self._tallies = TallyCategories(context)
        self.key_card = ProgramKeyCard(desk, context)
        self.save_button = Button(theme, words.tr("Save the program"), weight=Weight.PRIMARY)
        self.save_button.clicked.connect(self._save)
        self._lay_out()

    def edit(self, program_id: RecordId | None) -> None:
        """Show a program to be changed, or an empty form for a new one."""
        words = self._context.words
        self._program = program_id
        desk = self._desk
        draft = program_draft_of(desk, program_id) if program_id else new_program_draft(desk, words.language)
        self._title.setText(words.tr("Change the program") if program_id else words.tr("A new program"))
        self._name.setText(draft.name)
        self._code.setText(draft.code)
        self._sessions.show_value(draft.sessions)
        self._languages.show_codes(draft.languages)
        self._keep_until.show_day(date.fromisoformat(draft.keep_until) if draft.keep_until else None)
        first = (DraftCircle(None, "C01", "", words.language),)
        self._circles.show_circles(draft.circles or first, new=program_id is None)
        self._themes.show_lines(draft.themes)
        self._tallies.show_categories(draft.categories, draft.smallest_total)
        self.key_card.show_key(draft.name, draft.seal_to)
        self._name_field.show_error("")
        self._circles.show_error("")
        self._name.setFocus()

    def _lay_out(self) -> None:
        words, theme = self._context.words, self._context.theme
        body = ScrollColumn(theme, characters=84, centred=True)
        body.add(self._title)
        sentence = words.tr(
            "Facilitators open the program file first. It puts the circles and the starter "
            "themes on their laptops, so the files they send back fit together."
        )
        body.add(Label(sentence, "muted"))
        basics = (self._name_field, self._code_field, self._sessions_field, self._languages, self._keep_until)
        for widgets in (basics, (self._circles,), (self._themes_field,), (self._tallies,)):
            card = Card()
            card.column.setSpacing(Space.BASE)
            card.add(*widgets)
            body.add(card)
        body.add(self.key_card)
        leave = Button(theme, words.tr("Leave without saving"), weight=Weight.QUIET)
        leave.clicked.connect(self.left)
        body.add(flowing(self.save_button, leave, gap=Space.SNUG), STRETCH)
        column(body, within=self)

    def _save(self) -> None:
        words = self._context.words
        name = normalized(self._name.text()).strip()
        circles = self._circles.circles()
        wrong = _error_in(circles, words)
        if self._keep_until.refuses():
            return
        self._name_field.show_error("" if name else words.tr("Give the program a name."))
        self._circles.show_error(wrong)
        if not name:
            self._name.setFocus()
        elif not wrong and self._tallies.check():
            draft = ProgramDraft(
                name,
                normalized(self._code.text()).strip(),
                self._sessions.value(),
                self._languages.codes() or (words.language,),
                circles,
                self._themes.lines(),
                self._tallies.categories(),
                self._tallies.smallest_total(),
                day.isoformat() if (day := self._keep_until.day()) else "",
                self.key_card.key,
            )
            self.saved.emit(save_program(self._desk, self._program, draft))


def _error_in(circles: Sequence[DraftCircle], words: Words) -> str:
    codes = [folded(circle.code) for circle in circles]
    if not all(codes):
        return words.tr("Give each circle a code, or delete the circle.")
    return words.tr("Two circles have the same code.") if len(set(codes)) < len(codes) else ""


class _Languages(QWidget):
    """The languages that are spoken in the program; those without a box here are kept as they are."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        words = context.words
        self._boxes = {code: Tick(context.theme, name) for code, name in language_names(words).items()}
        self._others: tuple[str, ...] = ()
        choices = flowing(*self._boxes.values(), gap=Space.SNUG)
        column(Label(words.tr("Languages"), "strong"), choices, gap=Space.HAIR, within=self)

    def show_codes(self, codes: Sequence[str]) -> None:
        self._others = tuple(code for code in codes if code not in self._boxes)
        for code, box in self._boxes.items():
            box.setChecked(code in codes)

    def codes(self) -> tuple[str, ...]:
        return (*(code for code, box in self._boxes.items() if box.isChecked()), *self._others)


class _CircleRow:
    def __init__(self, context: Context, draft: DraftCircle, number: int) -> None:
        words = context.words
        self.id = draft.id
        self.code, self.place = QLineEdit(draft.code), QLineEdit(draft.place)
        offered = {draft.language: draft.language, **language_names(words)}
        self.language = Select(context.theme, [Choice(code, name) for code, name in offered.items()])
        self.language.choose(draft.language)
        delete = words.tr("Delete circle {number}", number=number)
        self.remove = Button(context.theme, delete, weight=Weight.QUIET, icon="trash", bare=True)
        self.code.setAccessibleName(words.tr("Code of circle {number}", number=number))
        self.place.setAccessibleName(words.tr("Place of circle {number}", number=number))
        self.language.setAccessibleName(words.tr("Language of circle {number}", number=number))
        self.code.setMaximumWidth(context.theme.scaled(110))

    def widgets(self) -> tuple[QWidget, ...]:
        return self.code, self.place, self.language, self.remove

    def draft(self) -> DraftCircle:
        return DraftCircle(
            self.id,
            normalized(self.code.text()).strip(),
            normalized(self.place.text()).strip(),
            self.language.choice(),
        )


class _Circles(QWidget):
    def __init__(self, context: Context) -> None:
        super().__init__()
        words = context.words
        self._context = context
        self._rows: list[_CircleRow] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.TIGHT)
        self._grid.setColumnStretch(1, 1)
        for place, text in enumerate((words.tr("Code"), words.tr("Place"), words.tr("Language"))):
            self._grid.addWidget(Label(text, "note"), 0, place)
        self._error = Label(role="error")
        self._error.hide()
        hint = words.tr(
            "The circles without a program are in it. One that you delete here stays on this laptop, with "
            "its sessions."
        )
        self._hint = Label(hint, "note")
        add = Button(context.theme, words.tr("Add a circle"), icon="plus")
        add.clicked.connect(self._add_next)
        from_list = Button(context.theme, words.tr("Add circles from a list"))
        from_list.clicked.connect(self._ask_for_list)
        heading, acts = Label(words.tr("Circles"), "strong"), flowing(add, from_list, gap=Space.SNUG)
        column(heading, self._hint, self._grid, self._error, acts, gap=Space.SNUG, within=self)

    def show_circles(self, circles: Sequence[DraftCircle], *, new: bool) -> None:
        """Show the circles of a program, or those that a ``new`` one begins with."""
        self._hint.setVisible(new and any(circle.id for circle in circles))
        for row in list(self._rows):
            self._remove_row(row)
        for circle in circles:
            self._add(circle)

    def circles(self) -> tuple[DraftCircle, ...]:
        """Return the circles; a new row that is still empty does not count."""
        drafts = (row.draft() for row in self._rows)
        return tuple(draft for draft in drafts if draft.id or draft.code or draft.place)

    def show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _add_next(self) -> None:
        language = self._rows[-1].draft().language if self._rows else self._context.words.language
        row = self._add(DraftCircle(None, self._free_code(), "", language))
        row.place.setFocus()

    def _ask_for_list(self) -> None:
        from dialogue_desk.ui.program.circle_list_sheet import CircleListSheet  # noqa: PLC0415

        codes = [] if self._only_first() else [circle.code for circle in self.circles()]
        sheet = CircleListSheet(codes, self._context.words.language, self._context, self.window())
        sheet.taken.connect(self._add_list)
        sheet.open()

    def _add_list(self, circles: tuple[DraftCircle, ...]) -> None:
        if self._only_first():
            self._remove_row(self._rows[0])
        for circle in circles:
            self._add(circle)
        if circles:
            self._rows[-len(circles)].code.setFocus()

    def _only_first(self) -> bool:
        """Whether there is only the row that a new program begins with, and no place in it."""
        drafts = [row.draft() for row in self._rows]
        return len(drafts) == 1 and drafts[0].id is None and not drafts[0].place

    def _add(self, circle: DraftCircle) -> _CircleRow:
        row = _CircleRow(self._context, circle, len(self._rows) + 1)
        row.remove.clicked.connect(lambda _checked: self._remove_row(row))
        line = self._grid.rowCount()
        for place, widget in enumerate(row.widgets()):
            self._grid.addWidget(widget, line, place)
            widget.show()
        self._rows.append(row)
        return row

    def _remove_row(self, row: _CircleRow) -> None:
        self._rows.remove(row)
        for widget in row.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _free_code(self) -> str:
        taken = {row.draft().code for row in self._rows}
        return next(code for n in range(1, len(taken) + 2) if (code := f"C{n:02}") not in taken)
