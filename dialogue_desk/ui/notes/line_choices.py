"""What is chosen for a line besides its words: its kind, how widely it is held, its part and its option."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.choice_menu import open_choices
from dialogue_desk.ui.notes.notes_policy import LinePart
from dialogue_desk.ui.notes.option_choice import OptionChoice
from dialogue_desk.ui.notes.shorthand_signs import (
    ACTION,
    EARLIER_PART_LETTER,
    LETTERS,
    SIGN_BY_KIND,
    kind_name,
    left_out_sentence,
)
from dialogue_desk.ui.notes.small_act import SmallAct
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.words.names import name_of

_USUAL = (NoteKind.EXPERIENCE, NoteKind.CONCERN, NoteKind.HOPE)
_SUGGESTED = 3


class KindChoice:
    """The chips for kinds of note: those likely in the part, or all of them after a press on ``more``.

    Where there is little room they are one ``button`` with the chosen kind, which opens a menu of all.
    """

    def __init__(self, context: Context) -> None:
        self._words, self._keys = context.words, context.keys
        self._part: Part | None = None
        self._all = self._folded = False
        self._choices: list[Choice] = []
        self.chips = Chips(context.theme, context.words.tr("Kind of note"))
        self.more = SmallAct(context.theme, context.words.tr("More kinds"))
        self.more.clicked.connect(self.toggle_all)
        self.chips.chosen.connect(lambda _: self._name_kind())
        self.button = Button(context.theme, "", icon="down", trailing=True)
        self.button.hide()

    def kind(self) -> str:
        """Return the chosen kind of note, or ``ACTION``."""
        return self.chips.choice() or NoteKind.EXPERIENCE

    def on_chips(self) -> list[str]:
        """Return the kinds that have a chip now."""
        return [choice.id for choice in self._choices]

    def fold(self, *, on: bool) -> None:
        """Be one button, or chips."""
        self._folded = on
        self.chips.setHidden(on)
        self.more.setHidden(on)
        self.button.setVisible(on)

    def open_all(self, choose: Callable[[str], object]) -> None:
        """Open the menu of all kinds above the button."""
        kinds = dict.fromkeys([*self._few(), *NoteKind, ACTION])
        choices = [
            (
                one,
                f"{SIGN_BY_KIND.get(one, '')} {kind_name(one, self._words)}".strip(),
                self._keys.shown(f"Alt+{LETTERS[one]}"),
            )
            for one in kinds
        ]
        open_choices(self.button, choices, self.kind(), choose)

    def show_part(self, part: Part) -> None:
        """Show the kinds this part asks for, and choose the first of them."""
        self._part = part
        self.choose(part.wanted[0] if part.wanted else self.kind())

    def toggle_all(self) -> None:
        """Show every kind, or the few that are likely here."""
        self._all = not self._all
        self.choose(self.kind())

    def choose(self, kind: str) -> None:
        """Choose a kind; one without a chip gets the first chip."""
        shown, words = self._shown(), self._words
        if kind not in shown:
            shown.insert(0, kind)
        choices = [
            Choice(
                one, kind_name(one, words), SIGN_BY_KIND.get(one, ""), self._keys.shown(f"Alt+{LETTERS[one]}")
            )
            for one in shown
        ]
        if choices != self._choices:
            self._choices = choices
            # Hidden meanwhile, so that the page is laid out once and not for each chip.
            self.chips.hide()
            self.chips.show_choices(choices)
            self.chips.setHidden(self._folded)
        self.chips.choose(kind)
        self._name_kind()
        self.more.setText(words.tr("Fewer kinds") if self._all else words.tr("More kinds"))

    def _name_kind(self) -> None:
        name = kind_name(self.kind(), self._words)
        self.button.setText(name)
        self.button.setAccessibleName(f"{self.chips.accessibleName()}: {name}")

    def _shown(self) -> list[str]:
        return list(dict.fromkeys([*self._few(), *(NoteKind if self._all else ())]))

    def _few(self) -> list[str]:
        wanted = self._part.wanted if self._part else ()
        return [*(wanted or _USUAL)[:_SUGGESTED], ACTION]


class LineChoices(QObject):
    """Holds the choices for the line that is being typed, with the buttons that make them.

    The spread and an earlier part are chosen for one line only, the kind until another is chosen, and the
    option until the session goes on to another part.
    """

    made = Signal(str)
    """Carries the sentence that announces a choice."""
    part_chosen = Signal()
    """The line goes under another part; ``made`` follows."""

    def __init__(self, context: Context, line_part: LinePart, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._line_part = context, line_part
        self.kinds, self.options = KindChoice(context), OptionChoice(context)
        self._kinds_of: Part | None = None
        self.spread: Spread | None = None
        theme, tr = context.theme, context.words.tr
        self.spread_button = SmallAct(theme, tr("How many"))
        earlier = tr("Put it under an earlier part")
        self.earlier_button = SmallAct(theme, tr("Earlier part"))
        self.earlier_button.setAccessibleName(earlier)
        key = context.keys.shown(f"Alt+{EARLIER_PART_LETTER}")
        self.earlier_button.setToolTip(tr("{words} ({key})", words=earlier, key=key))
        self.late_button = Button(theme, tr("Note from earlier"), weight=Weight.QUIET)
        self.kinds.button.clicked.connect(lambda: self.kinds.open_all(self.choose_kind))
        self.spread_button.clicked.connect(self.open_spreads)
        self.earlier_button.clicked.connect(self.open_earlier)
        self.late_button.clicked.connect(self.open_earlier)

    @property
    def stayed_behind(self) -> bool:
        """Whether the line was begun in another part than the current one, whose kinds it still has."""
        return self._kinds_of != self._line_part.current

    def begin_line(self) -> None:
        """Put the next line under the current part, with the kinds that it asks for."""
        self._line_part.choose("")
        self.show_kinds()
        self.part_chosen.emit()

    def show_kinds(self) -> None:
        """Show the kinds that the current part asks for, when others are shown."""
        part = self._line_part.current
        if part is not None and self.stayed_behind:
            self._kinds_of = part
            self.kinds.show_part(part)

    def choose_kind(self, kind: str) -> None:
        """Choose a kind of note, or ``ACTION``."""
        self.kinds.choose(kind)
        self.made.emit(kind_name(kind, self._context.words))

    def choose_spread(self, spread: Spread) -> None:
        """Choose how widely the line is held; choosing the same again removes it."""
        words = self._context.words
        if self.kinds.kind() == ACTION:
            self.made.emit(left_out_sentence(spread, words))
            return
        self.spread = None if spread is self.spread else spread
        self.made.emit(name_of(spread, words) if self.spread else words.tr("How many of you: not said"))

    def choose_next_option(self) -> None:
        """Have the line be about the next option of its part."""
        self.options.choose_next()
        tr, title = self._context.words.tr, self.options.title()
        self.made.emit(tr("About: {option}", option=title) if title else tr("This part has no options."))

    def choose_earlier_part(self, part: str) -> None:
        """Put the line under an earlier part, or with "" under the current one."""
        self._line_part.choose(part)
        self.part_chosen.emit()
        self.made.emit(self.goes_under() or self._context.words.tr("Goes under the current part"))

    def goes_under(self) -> str:
        """Return the sentence that names the earlier part of the line, or "" for the current part."""
        title = self._line_part.earlier_title()
        return self._context.words.tr("goes under {part}", part=title) if title else ""

    def open_spreads(self) -> None:
        """Open the menu of how widely a line can be held."""
        words, keys = self._context.words, self._context.keys
        choices = [
            (one.value, name_of(one, words), keys.shown(f"Alt+{n}")) for n, one in enumerate(Spread, start=1)
        ]
        chosen = self.spread or ""
        open_choices(self.spread_button, choices, chosen, lambda one: self.choose_spread(Spread(one)))

    def open_earlier(self) -> None:
        """Open the menu of the earlier parts under which the line can go."""
        tr = self._context.words.tr
        earlier = self._line_part.earlier
        if not earlier:
            self._context.announcer.announce(tr("There is no earlier part yet."))
            return
        choices = [("", tr("The current part"), "")]
        choices += [(part, title, "") for part, (title, _) in earlier.items()]
        button = self.earlier_button if self.earlier_button.isVisible() else self.late_button
        open_choices(button, choices, self._line_part.earlier_part, self.choose_earlier_part)
