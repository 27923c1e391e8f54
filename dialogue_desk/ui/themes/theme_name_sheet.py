"""The sheet in which a theme gets its name: a new one, also when it is split off another, or an old one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.text import title_text
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.notes.shorthand import LONGEST_THEME
from dialogue_desk.domain.overview.program_overview import CircleNote, ThemeCount
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words


class ThemeNameSheet(SheetDialog):
    """Asks for a name, which ``named`` carries, and shows in ``preview`` what will be counted.

    ``said`` are its title and the words of its button; ``taken`` are the themes that have their names.
    """

    named = Signal(str)

    def __init__(
        self,
        context: Context,
        said: tuple[str, str],
        taken: Sequence[ThemeCount],
        window: QWidget,
        *,
        name: str = "",
        preview: Sequence[str] = (),
    ) -> None:
        words, (title, act) = context.words, said
        super().__init__(context.theme, title, window)
        self._words, self._before = words, name
        self._taken = {twin_key(one): theme.name for theme in taken for one in theme.every_name}
        self.line = LineBox()
        self.line.setMaxLength(LONGEST_THEME)
        self.line.setText(name)
        self.line.selectAll()
        self.field = Field(words.tr("Name"), self.line)
        self.column.add(self.field)
        if preview:
            card = Card(edge=Space.BASE)
            for sentence in preview:
                card.add(Label(sentence))
            self.column.add(card)
        self.column.body.addStretch(1)
        self.line.returnPressed.connect(self._finish)
        self.line.escaped.connect(self.reject)
        self.line.textChanged.connect(self._tell_taken)
        self.foot.addStretch(1)
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.add_button(act, self._finish, weight=Weight.PRIMARY)
        self.line.setFocus()

    def _tell_taken(self) -> None:
        """Say that a name is taken, because themes of one name are counted as one."""
        other = self._taken.get(twin_key(self.line.text()))
        note = ""
        if other is not None and twin_key(other) != twin_key(self._before):
            note = self._words.tr("“{theme}” is there already: they will be counted as one.", theme=other)
        self.field.show_error("")
        self.field.show_note(note)

    def _finish(self) -> None:
        name = " ".join(title_text(self.line.text()).split())
        if not twin_key(name).strip():
            self.field.show_error(self._words.tr("Write a name with letters or digits."))
            return
        self.accept()
        self.named.emit(name)


def split_preview(theme: ThemeCount, goes: Sequence[CircleNote], words: Words) -> tuple[str, str]:
    """Return in sentences what is left of a theme that these notes leave, and what the new one has."""
    gone = {line.note_id for line in goes}
    left = [line for line in theme.lines if line.note_id not in gone]
    return (
        words.tr(
            "“{theme}” keeps {notes} of {circles}.",
            theme=theme.name,
            notes=words.ntr("{count} note", "{count} notes", len(left)),
            circles=_circles(left, words),
        ),
        words.tr(
            "The new theme has {notes} of {circles}.",
            notes=words.ntr("{count} note", "{count} notes", len(goes)),
            circles=_circles(goes, words),
        ),
    )


def _circles(lines: Sequence[CircleNote], words: Words) -> str:
    return words.ntr("{count} circle", "{count} circles", len({line.circle_id for line in lines}))
