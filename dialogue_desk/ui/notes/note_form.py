"""Where notes are caught: the box, the kinds, and what else is said of the line that is being typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dialogue_desk.domain.model.guide import NotesPolicy, Part
from dialogue_desk.domain.model.notes import Spread
from dialogue_desk.domain.notes.shorthand import parse_line, theme_mark
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.theme import Space
from dialogue_desk.ui.notes.choice_menu import show_choice_menu
from dialogue_desk.ui.notes.kind_choice import KindChoice
from dialogue_desk.ui.notes.note_box import NoteBox
from dialogue_desk.ui.notes.notes_policy import NotesPolicyNotice
from dialogue_desk.ui.notes.shorthand_signs import (
    ACTION,
    EARLIER_PART_LETTER,
    kind_name,
    signs_text,
    with_alt,
)
from dialogue_desk.ui.notes.theme_completer import ThemeOffers
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words.names import name_of

_TALLEST = 104
_READ_ALONG = 2_000
"""A longer line is not read along with each key: it was pasted, and its marks were not typed."""
_HEIGHT_FOR_SIGNS = 560
"""The height of a window, at 100 % text, from which there is room for the signs."""


class NoteInput(QWidget):
    """Tells ``entered`` when a line is to be saved; it stays in the box until ``clear`` is called.

    What is chosen for a line only, its spread and an earlier part, is over when it is saved.
    """

    entered = Signal()
    escaped = Signal()
    overruled = Signal(str, str)
    """Notes are to be taken in this part, for this reason."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._part: Part | None = None
        self._earlier: dict[str, tuple[str, Part]] = {}
        self._reasons: Mapping[str, str] = {}
        self._earlier_part = ""
        self._spread: Spread | None = None
        self._refused = False
        theme, tr = context.theme, context.words.tr
        self.box = NoteBox()
        self.kinds = KindChoice(context)
        self.chips = self.kinds.chips
        self.spread_button = Button(
            theme, tr("How many of you"), weight=Weight.QUIET, icon="people", bare=True
        )
        late = tr("Put it under an earlier part")
        self.earlier_button = Button(theme, late, weight=Weight.QUIET, icon="back", bare=True)
        self.save_button = Button(theme, tr("Save"))
        self.offers = ThemeOffers(context, self)
        self.reading, self.signs = Label(role="accent"), Label(role="fine")
        self._below_box = QStackedWidget()
        self.notice = NotesPolicyNotice(context)
        self._late_thought = Button(theme, tr("Note from earlier"), weight=Weight.QUIET, icon="back")
        self._typing = QWidget()
        self.earlier_button.setToolTip(f"{late} ({with_alt(EARLIER_PART_LETTER)})")
        self._connect()
        self._lay_out()
        self._size()

    # What it is told.

    def show_part(self, part: Part, earlier: Sequence[tuple[str, Part]] = ()) -> None:
        """Follow the session into a part: what it asks for, and whether notes are taken.

        ``earlier`` are the parts that were on before, with their titles, the last first.  A line begun in
        one of them goes there when this part takes no notes.
        """
        before = self._part
        self._earlier = {one.id: (title, one) for title, one in earlier}
        if part != self._part:
            self._part = part
            self.kinds.show_part(part)
            self._show_signs()
        if self._earlier_part not in self._earlier:
            self._earlier_part = ""
        waits = self._notes_policy() is NotesPolicy.OFF and bool(self.text().strip())
        if waits and before is not None and before.id in self._earlier:
            self._earlier_part = before.id
        self._show_policy()

    def reset(self) -> None:
        """Forget what was chosen: another session is shown."""
        self._part, self._earlier, self._earlier_part, self._spread = None, {}, "", None

    def show_overruled(self, reasons: Mapping[str, str]) -> None:
        """Know in which parts notes are taken though the guide asks for none, and why."""
        if reasons != self._reasons:
            self._reasons = dict(reasons)
            self._show_policy()

    def show_themes(self, names: Sequence[str]) -> None:
        """Offer these themes for completion."""
        self.offers.show_themes(names)

    def show_refused(self) -> None:
        """Say why the line was not saved: it is a sentence where only themes are written down."""
        self._refused = True
        self._read()
        self._context.announcer.announce(self.reading.text())

    # What it says.

    def text(self) -> str:
        """Return what is typed."""
        return self.box.text()

    def kind(self) -> str:
        """Return the chosen kind of note, or ``ACTION``."""
        return self.kinds.kind()

    def spread(self) -> Spread | None:
        """Return how widely the line was held, as it was chosen."""
        return self._spread

    def earlier_part(self) -> str:
        """Return the earlier part to which the line belongs; nothing when it belongs to this one."""
        return self._earlier_part

    def earlier(self) -> tuple[str, ...]:
        """Return the earlier parts under which a line may be put, the last first."""
        return tuple(self._earlier)

    def takes_notes(self) -> bool:
        """Whether there is a box to type in."""
        return not self._typing.isHidden()

    def themes_only(self) -> bool:
        """Whether no sentence is to be written down."""
        return self._notes_policy() is NotesPolicy.THEMES_ONLY

    def policy(self) -> str:
        """Return what is said of taking notes in this part, or nothing."""
        return self.notice.said()

    # What a person chooses.

    def choose(self, kind: str) -> None:
        """Choose a kind, wherever it stands."""
        self.kinds.choose(kind)
        self._show_signs()
        self._read()
        self._context.announcer.announce(kind_name(kind, self._context.words))
        self._go_on_typing()

    def choose_spread(self, spread: Spread) -> None:
        """Choose how widely the line was held; choosing it again takes that back."""
        self._spread = None if spread is self._spread else spread
        words = self._context.words
        said = name_of(spread, words) if self._spread else words.tr("How many of you: not said")
        self._read()
        self._context.announcer.announce(said)
        self._go_on_typing()

    def choose_earlier_part(self, part: str) -> None:
        """Put the line under an earlier part, or with nothing under the one that is on."""
        self._earlier_part = part if part in self._earlier else ""
        self._show_policy()
        tr = self._context.words.tr
        said = self._goes_under() if self._earlier_part else tr("Goes under the current part")
        self._context.announcer.announce(said)
        self._go_on_typing()

    def open_spreads(self) -> None:
        """Show how widely a line may be held."""
        words = self._context.words
        choices = [
            (one.value, name_of(one, words), with_alt(str(n))) for n, one in enumerate(Spread, start=1)
        ]
        chosen = self._spread or ""
        show_choice_menu(self.spread_button, choices, chosen, lambda one: self.choose_spread(Spread(one)))

    def open_earlier(self) -> None:
        """Show the earlier parts under which the line may be put."""
        tr = self._context.words.tr
        if not self._earlier:
            self._context.announcer.announce(tr("There is no earlier part yet."))
            return
        choices = [("", tr("The current part"), "")]
        choices += [(part, title, "") for part, (title, _) in self._earlier.items()]
        button = self.earlier_button if self.earlier_button.isVisible() else self._late_thought
        show_choice_menu(button, choices, self._earlier_part, self.choose_earlier_part)

    def clear(self) -> None:
        """Empty the box: what stood in it is on disk.  The next line is of this part again."""
        self._context.signs.learn_from(self.text())
        self.box.clear()
        self._spread, self._refused = None, False
        if self._earlier_part:
            self._earlier_part = ""
            self._show_policy()
        self._read()

    # How it is made.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_signs()
        self.offers.place_above_box()

    def _notes_policy(self) -> NotesPolicy:
        """Return what is asked of the part under which the line goes, if nobody overruled it."""
        part = self._earlier[self._earlier_part][1] if self._earlier_part else self._part
        return NotesPolicy.ON if part is None or part.id in self._reasons else part.notes

    def _show_policy(self) -> None:
        tr = self._context.words.tr
        part = self._earlier[self._earlier_part][1] if self._earlier_part else self._part
        if part is not None:
            self.notice.show_policy(part.notes, self._reasons.get(part.id, ""))
        standing = self._notes_policy()
        self._show_box(on=standing is not NotesPolicy.OFF)
        self._late_thought.setVisible(standing is NotesPolicy.OFF and bool(self._earlier))
        self.earlier_button.setVisible(bool(self._earlier))
        themes_only = standing is NotesPolicy.THEMES_ONLY
        asked = tr("What was it about?") if themes_only else tr("What was said? Enter saves")
        self.box.setPlaceholderText(asked)
        self.box.setAccessibleName(asked)
        self._read()

    def _show_box(self, *, on: bool) -> None:
        """Show or hide the box.  Who types goes on where that is allowed, and presses no key by chance."""
        typing, waiting = self.box.hasFocus(), self.notice.hasFocus()
        self._typing.setVisible(on)
        if on and waiting:
            self.box.setFocus()
        elif typing and not on:
            self.notice.setFocus()

    def _overrule(self, reason: str) -> None:
        part = self._earlier_part or (self._part.id if self._part else "")
        self.overruled.emit(part, reason)
        self._go_on_typing()

    def take_focus(self) -> None:
        """Put the keyboard in the box; where there is none, on what opens it."""
        (self.box if self.takes_notes() else self.notice.button).setFocus()

    def _go_on_typing(self) -> None:
        if self.isVisible():
            self.take_focus()

    def _edited(self) -> None:
        self._refused = False
        self._read()

    def _read(self) -> None:
        """Show what will be kept of the line beside its words, in the way its row in the list will say it."""
        words, kind = self._context.words, self.kind()
        read: list[str] = []
        if self.box.document().characterCount() <= _READ_ALONG:
            said = parse_line(self.text(), action=kind == ACTION)
            kind = ACTION if said.action else said.kind or kind
            spread = None if said.action else said.spread or self._spread
            typed = self.box.typed_theme()
            new = [theme_mark(name) for name in said.themes if not self.offers.knows(name)]
            read += [words.tr("new theme {theme}", theme=mark) for mark in new if mark != typed]
        else:
            spread = None if kind == ACTION else self._spread
        read += [name_of(spread, words)] if spread else []
        read += [self._goes_under()] if self._earlier_part else []
        if read or kind != self.kind():
            read.insert(0, kind_name(kind, words))
        if self._refused:
            read.insert(0, words.tr("Only themes here: write a few words, not a sentence."))
        self.reading.setText(" · ".join(read))
        self._show_signs()

    def _goes_under(self) -> str:
        return self._context.words.tr("goes under {part}", part=self._earlier[self._earlier_part][0])

    def _show_signs(self) -> None:
        """Keep a place under the box for what was read, of the height of the signs while they are shown.

        A chip tells its own sign, so that nothing is said twice.
        """
        wanted = self._context.signs.wanted()
        words, on_chips = self._context.words, self.kinds.on_chips()
        low = self.window().height() < self._context.theme.scaled(_HEIGHT_FOR_SIGNS)
        self.signs.setText(signs_text(words, on_chips) if wanted and not low else "")
        self.box.setAccessibleDescription(signs_text(words) if wanted else "")
        self._below_box.setCurrentWidget(self.reading if self.reading.text() else self.signs)

    def _size(self) -> None:
        theme = self._context.theme
        self.box.setFixedHeight(min(_TALLEST, theme.scaled(72)))
        self.reading.setMinimumHeight(QFontMetrics(theme.font(bold=True)).height())
        self._show_signs()

    def _connect(self) -> None:
        self.kinds.more.clicked.connect(self._show_signs)
        self.box.entered.connect(self.entered)
        self.box.escaped.connect(self.escaped)
        self.box.textChanged.connect(self._edited)
        self.offers.serve(self.box, lambda: self.parentWidget() or self)
        self.chips.chosen.connect(lambda _: self._read())
        self.notice.overruled.connect(self._overrule)
        self.notice.policy_restored.connect(self._go_on_typing)
        self.notice.escaped.connect(self.escaped)
        self.save_button.clicked.connect(self.entered)
        self.spread_button.clicked.connect(self.open_spreads)
        self.earlier_button.clicked.connect(self.open_earlier)
        self._late_thought.clicked.connect(self.open_earlier)
        self._context.signs.changed.connect(self._show_signs)
        self._context.theme.changed.connect(self._size)

    def _lay_out(self) -> None:
        typing = QVBoxLayout(self._typing)
        typing.setContentsMargins(0, 0, 0, 0)
        typing.setSpacing(Space.TIGHT)
        for line in (self.signs, self.reading):
            self._below_box.addWidget(line)
        for piece in (self.box, self._below_box, self.chips):
            typing.addWidget(piece)
        foot = QHBoxLayout()
        foot.setSpacing(Space.HAIR)
        foot.addWidget(self.kinds.more)
        foot.addWidget(self.spread_button)
        foot.addWidget(self.earlier_button)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        typing.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self.notice)
        column.addWidget(self._late_thought)
        column.addWidget(self._typing)
