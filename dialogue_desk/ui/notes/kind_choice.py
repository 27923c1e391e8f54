"""The kinds of note beside the box: those that are likely in the part first, all of them on demand."""

from __future__ import annotations

from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.shorthand_signs import ACTION, LETTERS, SIGN_BY_KIND, kind_name, with_alt
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Chips, Choice

_USUAL = (NoteKind.EXPERIENCE, NoteKind.CONCERN, NoteKind.HOPE)
_SUGGESTED = 3


class KindChoice:
    """The ``chips``, and the button that shows ``more`` of them."""

    def __init__(self, context: Context) -> None:
        self._words = context.words
        self._part: Part | None = None
        self._all = False
        self._choices: list[Choice] = []
        self.chips = Chips(context.theme, context.words.tr("Kind of note"))
        self.more = Button(context.theme, context.words.tr("More kinds"), weight=Weight.QUIET)
        self.more.clicked.connect(self.toggle_all)

    def kind(self) -> str:
        """Return the chosen kind of note, or ``ACTION``."""
        return self.chips.choice() or NoteKind.EXPERIENCE

    def on_chips(self) -> list[str]:
        """Return the kinds that stand there now."""
        return [choice.id for choice in self._choices]

    def show_part(self, part: Part) -> None:
        """Show the kinds this part asks for, and choose the first of them."""
        self._part = part
        self._show(part.wanted[0] if part.wanted else self.kind())

    def choose(self, kind: str) -> None:
        """Choose a kind, wherever it stands."""
        self._show(kind)

    def toggle_all(self) -> None:
        """Show every kind, or the few that are likely here."""
        self._all = not self._all
        self._show(self.kind())

    def _shown(self) -> list[str]:
        wanted = self._part.wanted if self._part else ()
        few = dict.fromkeys([*(wanted or _USUAL)[:_SUGGESTED], ACTION])
        return list(dict.fromkeys([*few, *(NoteKind if self._all else ())]))

    def _show(self, chosen: str) -> None:
        shown, words = self._shown(), self._words
        if chosen not in shown:
            shown.insert(0, chosen)
        choices = [
            Choice(kind, kind_name(kind, words), SIGN_BY_KIND.get(kind, ""), with_alt(LETTERS[kind]))
            for kind in shown
        ]
        if choices != self._choices:
            self._choices = choices
            # Out of sight, so that the page is laid out once and not for each chip.
            self.chips.hide()
            self.chips.show_choices(choices)
            self.chips.show()
        self.chips.choose(chosen)
        self.more.setText(words.tr("Fewer kinds") if self._all else words.tr("More kinds"))
