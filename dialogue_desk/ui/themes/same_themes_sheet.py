"""The sheet of themes that probably mean the same as one: what they count together, and the two answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.same_themes import (
    SameTheme,
    count_as_one,
    count_separately,
    counted_with,
    tell_apart,
    together,
    why_joined,
)
from dialogue_desk.domain.model.organizing import Rung
from dialogue_desk.domain.overview.program_overview import ProgramPicture, ThemeCount
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight, act_on
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.words.suggestion_reasons import reason_text


class SameThemesSheet(SheetDialog):
    """Shows the suggestions for one theme, and the names that are counted with it already.

    ``stands`` tells which theme stands for both after two were joined.
    """

    stands = Signal(str)

    def __init__(
        self,
        desk: Desk,
        picture: ProgramPicture,
        theme: ThemeCount,
        same: Sequence[SameTheme],
        context: Context,
        window: QWidget,
    ) -> None:
        words = context.words
        title = words.tr("The same as “{theme}”?", theme=theme.name)
        super().__init__(context.theme, title, window)
        self._desk, self._picture, self._context, self._words = desk, picture, context, words
        self._one, self._same = theme, list(same)
        self._lead = Label(role="muted")
        self._list = column(gap=Space.SNUG)
        self.column.add(self._lead, self._list)
        self.column.body.addStretch(1)
        self.foot.addStretch(1)
        self._close = self.add_button(words.tr("Close"), self.accept)
        self._fill()
        # A key pressed too early must not join anything.
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        words = self._words
        clear_layout(self._list)
        joined = counted_with(self._desk, self._one)
        self._lead.setText(words.tr("You decide. You can count them separately again at any time."))
        for same in self._same:
            self._list.addWidget(self._suggested(same))
        if joined:
            self._list.addWidget(Label(words.tr("Counted together"), "section"))
        for name in joined:
            self._list.addWidget(self._joined(name))

    def _suggested(self, same: SameTheme) -> Card:
        words, other = self._words, same.theme
        both = together(self._one, other)
        texts = column(
            Label(other.name, "strong"),
            Label(reason_text(same.suggestion, words), "muted"),
            Label(
                words.tr(
                    "{circles} and {notes}. Counted as one: {all_circles} and {all_notes}.",
                    circles=self._circles(other),
                    notes=self._notes(other),
                    all_circles=self._circles(both),
                    all_notes=self._notes(both),
                )
            ),
            gap=Space.HAIR,
        )
        names = {"one": self._one.name, "other": other.name}
        join = act_on(
            self._theme,
            words.tr("Count as one"),
            words.tr("Count “{one}” and “{other}” as one", **names),
            partial(self._join, same),
        )
        part = act_on(
            self._theme,
            words.tr("Not the same"),
            words.tr("“{one}” and “{other}” are not the same", **names),
            partial(self._part, same),
            Weight.QUIET,
        )
        card = Card(edge=Space.BASE)
        card.add(texts, flowing(join, part))
        return card

    def _joined(self, name: str) -> Card:
        words = self._words
        card = Card(edge=Space.TIGHT)
        separate = act_on(
            self._theme,
            words.tr("Count separately"),
            words.tr("Count “{name}” separately", name=name),
            partial(self._separate, name),
            Weight.QUIET,
        )
        said = column(Label(name, "strong"))
        if why := why_joined(self._desk, self._picture, self._one, name):
            said.addWidget(Label(why, "note"))
        card.add(row((said, 1), separate, margins=(Space.TIGHT, 0, 0, 0)))
        return card

    def _circles(self, theme: ThemeCount) -> str:
        return self._words.ntr("{count} circle", "{count} circles", len(theme.circles))

    def _notes(self, theme: ThemeCount) -> str:
        return self._words.ntr("{count} note", "{count} notes", theme.notes)

    def _join(self, same: SameTheme) -> None:
        one, other = self._one.name, same.theme.name
        why = reason_text(same.suggestion, self._words)
        self._one = count_as_one(self._desk, self._picture, self._one, same.theme, Rung.NEAR, why)
        self.stands.emit(self._one.theme_id)
        self._same.remove(same)
        self._go_on(self._words.tr("“{one}” and “{other}” are counted as one now.", one=one, other=other))

    def _part(self, same: SameTheme) -> None:
        tell_apart(self._desk, self._picture, self._one, same.theme)
        self._same.remove(same)
        self._go_on(
            self._words.tr(
                "“{one}” and “{other}” stay two themes. They are not suggested again.",
                one=self._one.name,
                other=same.theme.name,
            )
        )

    def _separate(self, name: str) -> None:
        count_separately(self._desk, self._one, name)
        self._go_on(self._words.tr("“{name}” is counted separately again.", name=name))

    def _go_on(self, said: str) -> None:
        """Say what was done, and close when there is nothing more to answer."""
        self._context.toast.say(said, action=self._words.tr("Undo"), action_id=UNDO)
        if not self._same:
            self.accept()
            return
        self._fill()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
