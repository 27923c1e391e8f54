"""Where notes are caught: the box, the kinds, and the themes that are being typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.domain.capture import ACTION_SIGN, SIGNS, theme_mark
from dialogue_desk.domain.guide import NotesPolicy, Part
from dialogue_desk.domain.notes import NoteKind
from dialogue_desk.ui.session.note_box import NoteBox
from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.ui.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words.names import name_of

ACTION = "action"
"""The choice that stands beside the kinds of note."""

LETTERS = {
    NoteKind.EXPERIENCE: "E",
    NoteKind.CONCERN: "C",
    NoteKind.HOPE: "H",
    NoteKind.COMMON_GROUND: "G",
    NoteKind.DISAGREEMENT: "D",
    NoteKind.STRENGTH: "S",
    NoteKind.QUESTION: "Q",
    NoteKind.QUOTE: "U",
    NoteKind.PARKING_LOT: "P",
    NoteKind.DEBRIEF: "B",
    ACTION: "A",
}
"""The letter that chooses a kind together with Alt."""

_SIGN_OF = {kind: sign for sign, kind in SIGNS.items()} | {ACTION: ACTION_SIGN}
_USUAL = (NoteKind.EXPERIENCE, NoteKind.CONCERN, NoteKind.HOPE)
_SUGGESTED = 3
_TALLEST = 104


class Capture(QWidget):
    """Tells ``entered`` when a line is to be saved; it stays in the box until ``clear`` is called."""

    entered = Signal()
    escaped = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._part: Part | None = None
        self._themes: tuple[str, ...] = ()
        self._overruled = False
        self._all = False
        self._choices: list[Choice] = []
        theme, tr = around.theme, around.words.tr
        self.box = NoteBox()
        self.chips = Chips(theme, tr("Kind of note"))
        self._more = Button(theme, tr("More kinds"), weight=Weight.QUIET)
        self.save_button = Button(theme, tr("Save"))
        self._suggestions = QWidget()
        self._suggested = FlowLayout(self._suggestions, gap=Space.HAIR)
        self._hint = Label(tr("#theme and /1 to /5 (how many of you) at the end"), "fine")
        self._policy = Label()
        self._overrule = Button(theme, tr("Take notes anyway"), weight=Weight.QUIET)
        self._notice = Card("notice", edge=Space.SNUG)
        self._notice.column.setSpacing(Space.HAIR)
        self._notice.column.addWidget(self._policy)
        self._notice.column.addWidget(self._overrule)
        self._typing = QWidget()
        self.box.entered.connect(self.entered)
        self.box.escaped.connect(self.escaped)
        self.box.theme_typed.connect(self._suggest)
        self.save_button.clicked.connect(self.entered)
        self._more.clicked.connect(self._turn_more)
        self._overrule.clicked.connect(self._take_anyway)
        theme.changed.connect(self._size)
        self._lay_out()
        self._size()
        self._suggestions.hide()

    def show_part(self, part: Part) -> None:
        """Follow the session into a part: what it asks for, and whether notes are taken."""
        if part == self._part:
            return
        self._part, self._overruled = part, False
        self._show_kinds(part.wanted[0] if part.wanted else None)
        self._show_policy()

    def show_themes(self, names: Sequence[str]) -> None:
        """Offer these themes for completion."""
        self._themes = tuple(names)

    def text(self) -> str:
        """Return what is typed."""
        return self.box.text()

    def kind(self) -> str:
        """Return the chosen kind of note, or ``ACTION``."""
        return self.chips.choice() or NoteKind.EXPERIENCE

    def choose(self, kind: str) -> None:
        """Choose a kind, wherever it stands."""
        if kind not in self._shown():
            self._all = True
            self._show_kinds(kind)
        self.chips.choose(kind)
        name = self._name(kind)
        self._around.announcer.announce(name)
        if self._typing.isVisible():
            self.box.setFocus()

    def clear(self) -> None:
        """Empty the box: what stood in it is on disk."""
        self.box.clear()

    def takes_notes(self) -> bool:
        """Whether there is a box to type in."""
        return not self._typing.isHidden()

    def policy(self) -> str:
        """Return what is said of taking notes in this part, or nothing."""
        return "" if self._notice.isHidden() else self._policy.text()

    def _shown(self) -> list[str]:
        wanted = self._part.wanted if self._part else ()
        few = dict.fromkeys([*(wanted or _USUAL)[:_SUGGESTED], ACTION])
        return list(dict.fromkeys([*few, *(NoteKind if self._all else ())]))

    def _show_kinds(self, chosen: str | None) -> None:
        chosen = chosen or self.chips.choice() or NoteKind.EXPERIENCE
        shown = self._shown()
        if chosen not in shown:
            shown.insert(0, chosen)
        choices = [Choice(kind, self._name(kind), _SIGN_OF.get(kind, "")) for kind in shown]
        if choices != self._choices:
            self._choices = choices
            # Out of sight, so that the page is laid out once and not for each chip.
            self.chips.hide()
            self.chips.show_choices(choices)
            self.chips.show()
        self.chips.choose(chosen)
        tr = self._around.words.tr
        self._more.setText(tr("Fewer kinds") if self._all else tr("More kinds"))

    def _name(self, kind: str) -> str:
        words = self._around.words
        return words.tr("Action idea") if kind == ACTION else name_of(NoteKind(kind), words)

    def _turn_more(self) -> None:
        self._all = not self._all
        self._show_kinds(None)

    def _show_policy(self) -> None:
        words = self._around.words
        policy = self._part.notes if self._part else NotesPolicy.ON
        speaks = policy is not NotesPolicy.ON and not self._overruled
        self._policy.setText(name_of(policy, words) + "." if speaks else "")
        self._notice.setVisible(speaks)
        self._overrule.setText(
            words.tr("Take full notes")
            if policy is NotesPolicy.THEMES_ONLY
            else words.tr("Take notes anyway")
        )
        self._typing.setVisible(not (speaks and policy is NotesPolicy.OFF))
        themes_only = speaks and policy is NotesPolicy.THEMES_ONLY
        asked = words.tr("What was it about?") if themes_only else words.tr("What was said? Enter saves")
        self.box.setPlaceholderText(asked)
        self.box.setAccessibleName(asked)

    def _take_anyway(self) -> None:
        self._overruled = True
        self._show_policy()
        self.box.setFocus()

    def _matching(self, typed: str) -> list[str]:
        """Return the themes that may be meant: those that begin like it before those that hold it."""
        begun = typed[1:].replace("_", " ").casefold()
        found = [name for name in self._themes if typed and begun in name.casefold()]
        return sorted(found, key=lambda name: not name.casefold().startswith(begun))[:_SUGGESTED]

    def _suggest(self, typed: str) -> None:
        while (item := self._suggested.takeAt(0)) is not None:
            if button := item.widget():
                button.hide()
                button.deleteLater()
        found = self._matching(typed)
        self.box.offer(theme_mark(found[0]) if found else "")
        for place, name in enumerate(found):
            mark = theme_mark(name)
            said = self._around.words.tr("{theme}  Tab", theme=mark) if place == 0 else mark
            button = Button(self._around.theme, said, weight=Weight.QUIET)
            button.setFocusPolicy(self._suggestions.focusPolicy())
            button.clicked.connect(partial(self._complete, mark))
            self._suggested.addWidget(button)
        self._suggestions.setVisible(bool(found))
        self._hint.setHidden(bool(found))

    def _complete(self, mark: str, _checked: bool = False) -> None:
        self.box.complete(mark)
        self.box.setFocus()

    def _size(self) -> None:
        self.box.setFixedHeight(min(_TALLEST, self._around.theme.scaled(72)))

    def _lay_out(self) -> None:
        typing = QVBoxLayout(self._typing)
        typing.setContentsMargins(0, 0, 0, 0)
        typing.setSpacing(Space.TIGHT)
        typing.addWidget(self.box)
        typing.addWidget(self._hint)
        typing.addWidget(self._suggestions)
        typing.addWidget(self.chips)
        foot = QHBoxLayout()
        foot.addWidget(self._more)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        typing.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self._notice)
        column.addWidget(self._typing)
