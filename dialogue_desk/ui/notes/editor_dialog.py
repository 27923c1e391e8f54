"""What the editors of notes and ideas share: a title, fields that scroll, and Save, Cancel and Delete."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.notes.note_box import NoteBox
from dialogue_desk.ui.notes.note_rows import part_labels
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.rounded import RoundedDialog
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.sheet import WIDE

NONE = "none"
_SIDE_BY_SIDE = 640
"""Below this width the fields of an editor are one under the other, in pixels at 100 % text."""


class Editor(RoundedDialog):
    """A dialog in front of the window; it stays open until its opener has saved what ``saved`` announces."""

    saved = Signal()
    removal_wanted = Signal()
    themes: Field

    def __init__(self, context: Context, title: str, parent: QWidget) -> None:
        super().__init__(context.theme, parent)
        self.context = context
        tr = context.words.tr
        self.setWindowTitle(title)
        self.setModal(True)
        self._fields = ScrollColumn(context.theme, characters=0)
        self._fields.add(Label(title, "heading"))
        self.save_button = Button(context.theme, tr("Save"), weight=Weight.PRIMARY)
        self.remove_button = Button(context.theme, tr("Delete"), weight=Weight.QUIET, icon="trash")
        cancel = Button(context.theme, tr("Cancel"), weight=Weight.QUIET)
        self.save_button.clicked.connect(self.saved)
        self.remove_button.clicked.connect(self.removal_wanted)
        cancel.clicked.connect(self.reject)
        buttons = (self.remove_button, STRETCH, cancel, self.save_button)
        margins = (Space.WIDE, Space.SNUG, Space.WIDE, Space.BASE)
        foot = row(*buttons, gap=Space.SNUG, margins=margins)
        column((self._fields, 1), foot, gap=None, within=self)

    def fill(self, *pieces: QWidget) -> None:
        """Put fields one under the other."""
        for piece in pieces:
            self._fields.add(piece)

    def theme_names(self) -> tuple[str, ...]:
        """Return the names that are written in the field of themes."""
        return names_in(self.themes)

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        theme = self.context.theme
        owner = self.parentWidget()
        room = owner.window().size() if owner is not None else self.size()
        self.resize(
            min(room.width() - Space.VAST, theme.scaled(WIDE)),
            min(room.height() - Space.VAST, self._tall()),
        )
        super().showEvent(event)  # puts it in the middle of the window, at the size it has now

    def _tall(self) -> int:
        """Return the height at which every field shows."""
        ground = self._fields.widget()
        inner = ground.layout() if ground is not None else None
        width = self.context.theme.scaled(WIDE) - self._fields.verticalScrollBar().sizeHint().width()
        fields = inner.totalHeightForWidth(width) if inner is not None else -1
        return max(fields, self._fields.sizeHint().height()) + self.context.theme.scaled(90)


def side_by_side(context: Context, *fields: QWidget) -> ResponsiveRow:
    """Return fields side by side; one under the other where there is little room.

    Fields of one line share a baseline, however long their labels are.
    """
    line = ResponsiveRow(context.theme, _SIDE_BY_SIDE, gap=Space.WIDE)
    low = all(isinstance(one, Field) and isinstance(one.control, QLineEdit | Select) for one in fields)
    edge = Qt.AlignmentFlag.AlignBottom if low else Qt.AlignmentFlag.AlignTop
    for field in fields:
        line.line.addWidget(field, 1, edge)
    return line


def open_editor(editor: QDialog, context: Context) -> None:
    """Open ``editor`` with a focus ring."""
    FocusRing(context.theme, editor)
    editor.open()


def text_field(
    context: Context, label: str, text: str, hint: str = "", *, tall: int = 110
) -> tuple[Field, NoteBox]:
    """Return a field for text of several lines, and its box; ``tall`` is in pixels at 100 % text."""
    box = NoteBox()
    box.setPlainText(text)
    box.setFixedHeight(context.theme.scaled(tall))
    return Field(label, box, hint), box


def part_select(context: Context, folder: SessionFolder, part: str) -> Select:
    """Return a choice of the session's parts."""
    parts = part_labels(folder, context.words)
    outside = Choice(NONE, parts.pop(""))
    select = Select(context.theme, [outside, *(Choice(one, label) for one, label in parts.items())])
    select.choose(part or NONE)
    return select


def prompt_select(context: Context, folder: SessionFolder, part: str, prompt: int) -> Select:
    """Return a choice of the questions of a part, by their numbers from 1; 0 is none of them."""
    select = Select(context.theme)
    show_prompts(select, context, folder, part)
    select.choose(str(prompt))
    return select


def show_prompts(select: Select, context: Context, folder: SessionFolder, part: str) -> None:
    """Offer the questions of another part."""
    asked = next((one.ask for one in folder.plan.parts if one.id == part), ())
    questions = [Choice(str(number), question) for number, question in enumerate(asked, start=1)]
    select.show_choices([Choice("0", context.words.tr("No question in particular")), *questions])


def option_select(context: Context, folder: SessionFolder, note: Note) -> Select:
    """Return a choice of the options of a note's part; "" is none of them."""
    select = Select(context.theme)
    show_options(select, context, folder, note.part)
    select.choose(note.option)
    return select


def show_options(select: Select, context: Context, folder: SessionFolder, part: str) -> None:
    """Offer the options of another part."""
    options = [Choice(one, title) for (of, one), title in folder.plan.options.items() if of == part]
    select.show_choices([Choice("", context.words.tr("No single option")), *options])


def themes_field(context: Context, folder: SessionFolder, themes: Iterable[RecordId]) -> Field:
    """Return a field for the names of themes."""
    line = QLineEdit(", ".join(folder.theme_names(themes)))
    return Field(context.words.tr("Themes"), line, context.words.tr("Separated by commas."))


def names_in(field: Field) -> tuple[str, ...]:
    """Return the names that are written in a field of themes."""
    line = field.control
    written = normalized(line.text()).split(",") if isinstance(line, QLineEdit) else []
    return tuple(dict.fromkeys(name.strip() for name in written if name.strip()))
