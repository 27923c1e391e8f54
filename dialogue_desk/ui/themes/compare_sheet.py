"""The sheet that compares two themes: what joining them would count, and how else they may stand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.same_themes import count_as_one, set_beside, together
from dialogue_desk.domain.model.organizing import Rung
from dialogue_desk.domain.overview.program_overview import ProgramPicture, ThemeCount
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.names import name_of

_LADDER = (Rung.DUPLICATE, Rung.NEAR, Rung.RELATED, Rung.CONFLICT)


class CompareSheet(SheetDialog):
    """Asks how two themes stand to each other; ``compared`` carries the one to stay on, and what was done."""

    compared = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        picture: ProgramPicture,
        pair: tuple[ThemeCount, ThemeCount],
        context: Context,
        window: QWidget,
    ) -> None:
        words = context.words
        one, other = pair
        title = words.tr("“{one}” and “{other}”", one=one.name, other=other.name)
        super().__init__(context.theme, title, window)
        self._desk, self._picture, self._words = desk, picture, words
        self._one, self._other = one, other
        self.rungs = Chips(
            context.theme,
            words.tr("How they compare"),
            [Choice(rung, name_of(rung, words)) for rung in _LADDER],
        )
        self.rungs.choose(Rung.NEAR)
        self._meaning = Label(role="muted")
        self._before, self._after = Label(), Label(role="strong")
        self.why = LineBox()
        self.column.add(self.rungs, self._meaning)
        card = Card(edge=Space.BASE)
        card.add(self._before, self._after)
        self.column.add(card)
        self.column.add(Field(words.tr("Why (optional)"), self.why))
        self.column.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self._act = self.add_button("", self._finish, weight=Weight.PRIMARY)
        self._act.setDefault(True)
        self.rungs.chosen.connect(self._show)
        self.why.returnPressed.connect(self._finish)
        self.why.escaped.connect(self.reject)
        self._show()
        self.rungs.focus_choice()

    @property
    def rung(self) -> Rung:
        """Which rung is chosen."""
        return Rung(self.rungs.choice())

    def _show(self) -> None:
        words, rung = self._words, self.rung
        before = [self._counted(theme) for theme in (self._one, self._other)]
        self._before.setText(words.tr("Now: {one}; {other}.", one=before[0], other=before[1]))
        if rung.merges:
            both = together(self._one, self._other)
            names = dict.fromkeys(
                name for theme in (self._one, self._other) for name in (theme.name, *theme.also_written)
            )
            after = words.tr(
                "Then: {counted}. All names stay: {names}.",
                counted=self._counted(both),
                names=join_names([words.tr("“{name}”", name=name) for name in names], words),
            )
        else:
            after = words.tr("Then: the same. Each is counted for itself.")
        self._after.setText(after)
        self._meaning.setText(_meanings(words)[rung])
        self._act.setText(words.tr("Count as one") if rung.merges else words.tr("Keep both, and show this"))

    def _counted(self, theme: ThemeCount) -> str:
        words = self._words
        return words.tr(
            "“{theme}” {circles}, {notes}",
            theme=theme.name,
            circles=words.ntr("{count} circle", "{count} circles", len(theme.circles)),
            notes=words.ntr("{count} note", "{count} notes", theme.notes),
        )

    def _finish(self) -> None:
        words, rung, why = self._words, self.rung, " ".join(self.why.text().split())
        pair = (self._one, self._other)
        if rung.merges:
            stands = count_as_one(self._desk, self._picture, *pair, rung, why).theme_id
            said = words.tr("“{one}” and “{other}” are counted as one now.", **self._names())
        else:
            set_beside(self._desk, self._picture, *pair, rung, why)
            stands = self._one.theme_id
            said = words.tr("It is remembered how “{one}” and “{other}” compare.", **self._names())
        self.accept()
        self.compared.emit(stands, said)

    def _names(self) -> dict[str, str]:
        return {"one": self._one.name, "other": self._other.name}


def _meanings(words: Words) -> dict[Rung, str]:
    return {
        Rung.DUPLICATE: words.tr("Other words for one thing. They are counted as one."),
        Rung.NEAR: words.tr("One thing, seen a little differently. They are counted as one."),
        Rung.RELATED: words.tr("Two things that belong together. Each is counted, and each names the other."),
        Rung.CONFLICT: words.tr("Two things that pull apart. Each is counted, and each names the other."),
    }
