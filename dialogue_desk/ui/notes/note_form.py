"""The form in which notes are added: the box, what is chosen for the line, and how it will be saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from dialogue_desk.domain.model.guide import NotesPolicy, Part
from dialogue_desk.domain.notes.shorthand import parse_line, theme_mark
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.box_height import BoxHeight
from dialogue_desk.ui.notes.choice_menu import open_choices
from dialogue_desk.ui.notes.line_choices import LineChoices
from dialogue_desk.ui.notes.note_box import NoteBox
from dialogue_desk.ui.notes.notes_policy import LinePart, NotesPolicyNotice
from dialogue_desk.ui.notes.shorthand_signs import (
    ACTION,
    kind_name,
    left_out_sentence,
    signs_aloud,
    signs_text,
    signs_with_meanings,
)
from dialogue_desk.ui.notes.small_act import SmallAct
from dialogue_desk.ui.notes.theme_completer import ThemeOffers
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.words.names import name_of

_LONGEST_READ = 2_000
"""A longer line is not read with each key: it was pasted, and its signs were not typed."""


class LineReading(QStackedWidget):
    """Says under the box how the line will be saved; while there is nothing to say, it shows the signs.

    It keeps its height, so that nothing moves while a person types.  The signs stay until a person hides
    them; ``show_button`` then brings them back.
    """

    def __init__(self, context: Context, box: NoteBox, choices: LineChoices, offers: ThemeOffers) -> None:
        super().__init__()
        self._context, self._box, self._choices, self._offers = context, box, choices, offers
        self._folded = False
        self.refused = False
        """Whether the line was not saved, because it is a sentence where only themes are written down."""
        self.reading, self.signs = Label(role="accent"), Label(role="fine")
        self.hide_button = Button(
            context.theme, context.words.tr("Hide the signs"), weight=Weight.QUIET, icon="close", bare=True
        )
        self.show_button = SmallAct(context.theme, context.words.tr("Signs"))
        self._listed = QWidget()
        row((self.signs, 1), self.hide_button, within=self._listed)
        for page in (self._listed, self.reading):
            self.addWidget(page)
        self.hide_button.clicked.connect(lambda: context.signs.choose(on=False))
        self.show_button.clicked.connect(self._offer_signs)
        context.signs.changed.connect(self.show_signs)

    def read(self) -> None:
        """Say what will be saved of the line beside its words, as its row in the list will say it."""
        words, choices = self._context.words, self._choices
        kind = chosen_kind = choices.kinds.kind()
        parts: list[str] = []
        if self._box.document().characterCount() <= _LONGEST_READ:
            line = parse_line(self._box.text(), action=kind == ACTION)
            kind = ACTION if line.action else line.kind or kind
            spread = line.spread or line.left_out or choices.spread
            typed = self._box.typed_theme()
            new = [theme_mark(name) for name in line.themes if not self._offers.knows(name)]
            parts += [words.tr("new theme {theme}", theme=mark) for mark in new if mark != typed]
        else:
            spread = choices.spread
        if spread is not None:
            parts.append(left_out_sentence(spread, words) if kind == ACTION else name_of(spread, words))
        parts += filter(None, [choices.goes_under()])
        if parts or kind != chosen_kind:
            parts.insert(0, kind_name(kind, words))
        if self.refused:
            parts.insert(0, words.tr("Only themes here: write a few words, not a sentence."))
        self.reading.setText(" · ".join(parts))
        self.show_signs()

    def show_signs(self) -> None:
        """Show the signs unless they are hidden; a chip shows its own sign, so it is left out here."""
        wanted, words = self._context.signs.wanted() and not self._folded, self._context.words
        self.signs.setText(signs_text(words, self._choices.kinds.on_chips()) if wanted else "")
        self._box.setAccessibleDescription(signs_aloud(words) if self._context.signs.wanted() else "")
        self.hide_button.setVisible(wanted)
        self.show_button.setHidden(wanted)
        self.setCurrentWidget(self.reading if self.reading.text() else self._listed)

    def fold(self, *, on: bool) -> None:
        """Put the signs behind their button where there is little room, or back under the box."""
        if on is not self._folded:
            self._folded = on
            self.show_signs()

    def _offer_signs(self) -> None:
        """Bring the signs back; where they have no room, open them as a menu that types the chosen one."""
        if self._folded:
            signs = [
                (sign, f"{sign}   {meaning}", "")
                for sign, meaning in signs_with_meanings(self._context.words)
            ]
            open_choices(self.show_button, signs, None, self._type_sign)
        else:
            self._context.signs.choose(on=True)

    def _type_sign(self, sign: str) -> None:
        self._box.type_sign(sign)
        self._box.setFocus()

    def fit(self) -> None:
        """Take the height of a line of text."""
        font = self._context.theme.font(bold=True)
        self.reading.setMinimumHeight(QFontMetrics(font).height())
        self.show_signs()


class NoteInput(QWidget):
    """Emits ``entered`` when a line is to be saved; the line stays in the box until ``clear`` is called."""

    entered = Signal()
    escaped = Signal()
    overruled = Signal(str, str)
    """Carries a part in which notes are taken although the guide asks for none, and the reason."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.line_part = LinePart()
        self.box = NoteBox()
        self.choices = LineChoices(context, self.line_part, self)
        self.save_button = Button(context.theme, context.words.tr("Save"))
        self.offers = ThemeOffers(context, self)
        self.below = LineReading(context, self.box, self.choices, self.offers)
        self.notice = NotesPolicyNotice(context)
        self._typing = QWidget()
        self.box_height = BoxHeight(context.theme, self.box)
        self._connect()
        self._lay_out()
        self.fit()

    def show_part(self, part: Part, earlier: Sequence[tuple[str, Part]] = (), title: str = "") -> None:
        """Follow the session into a part with a title: what it asks for, and whether notes are taken.

        ``earlier`` are the parts before it with their titles, the last first.  A line that was begun stays
        with its part and its kind, and that is said.
        """
        under, typing = self.line_part.earlier_part, bool(self.text().strip())
        before = self.line_part.current
        self.line_part.follow(part, earlier, title=title, typing=typing)
        if before is None or before.id != part.id:
            self.choices.options.go_on_to(self.line_part.part())
        if not typing:
            self.choices.show_kinds()
        elif self.line_part.earlier_part not in {"", under}:
            self._context.announcer.announce(self.choices.goes_under())
        self._show_policy()

    def reset(self) -> None:
        """Forget what was chosen, because another session is shown."""
        self.line_part.reset()
        self.choices.spread = None
        self.choices.options.go_on_to(None)

    def show_overruled(self, reasons: Mapping[str, str]) -> None:
        """Take over the parts in which the guide's policy is overruled, each with the reason."""
        if reasons != self.line_part.reasons:
            self.line_part.reasons = dict(reasons)
            self._show_policy()

    def show_refused(self) -> None:
        """Say that the line was not saved, because only themes are written down here."""
        self.below.refused = True
        self.below.read()
        self._context.announcer.announce(self.below.reading.text())

    def text(self) -> str:
        """Return what is typed."""
        return self.box.text()

    def takes_notes(self) -> bool:
        """Whether there is a box to type in."""
        return not self._typing.isHidden()

    def take_focus(self) -> None:
        """Put the keyboard in the box; without a box, on the button that brings it."""
        (self.box if self.takes_notes() else self.notice.button).setFocus()

    def clear(self) -> None:
        """Empty the box once the line is saved; the next line goes under the current part again."""
        self.box.clear()
        self.choices.spread, self.below.refused = None, False
        self.choices.begin_line()
        self.below.read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.offers.place_above_box()

    def _show_policy(self) -> None:
        tr, line_part = self._context.words.tr, self.line_part
        part, policy = line_part.part(), line_part.policy()
        # Asked before the notice goes, because the keyboard of a person who waits there goes with it.
        here = QApplication.focusWidget()
        inside = here is not None and (here is self.notice or self.notice.isAncestorOf(here))
        waiting = inside and not self.takes_notes()
        if part is not None:
            self.notice.show_policy(part.notes, line_part.reasons.get(part.id, ""))
        self.choices.options.show_part(part)
        off = policy is NotesPolicy.OFF
        self._show_box(on=not off, waiting=waiting)
        self.choices.late_button.setVisible(off and bool(line_part.earlier))
        self.choices.earlier_button.setVisible(bool(line_part.earlier))
        themes_only = policy is NotesPolicy.THEMES_ONLY
        asked = tr("What was it about?") if themes_only else tr("What was said? Enter saves")
        self.box.setPlaceholderText(asked)
        self.box.setAccessibleName(asked)
        self.below.read()

    def _show_box(self, *, on: bool, waiting: bool) -> None:
        """Show or hide the box; the keyboard of a person who was typing goes to the notice and comes back."""
        typing = self.box.hasFocus()
        self._typing.setVisible(on)
        if on and waiting:
            self.box.setFocus()
        elif typing and not on:
            self.notice.setFocus()

    def _overrule(self, reason: str) -> None:
        part = self.line_part.part()
        self.overruled.emit(part.id if part else "", reason)
        self._go_on_typing()

    def _finish_choice(self, announcement: str) -> None:
        self.below.read()
        self._context.announcer.announce(announcement)
        self._go_on_typing()

    def _go_on_typing(self) -> None:
        if self.isVisible():
            self.take_focus()

    def _edited(self) -> None:
        self.below.refused = False
        if not self.text() and self.choices.stayed_behind and self.line_part.takes_notes_now():
            self.choices.begin_line()
        self.below.read()

    def fit(self) -> None:
        """Follow the size of text."""
        self._fit_box()
        self.below.fit()

    def _fit_box(self) -> None:
        around = self.parentWidget()
        self.box_height.fit(around.height() if around is not None else 0)

    def _connect(self) -> None:
        self.box.entered.connect(self.entered)
        self.box.escaped.connect(self.escaped)
        self.box.textChanged.connect(self._edited)
        self.box.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit_box())
        self.offers.serve(self.box, lambda: self.parentWidget() or self)
        self.choices.kinds.more.clicked.connect(self.below.show_signs)
        self.choices.kinds.chips.chosen.connect(lambda _: self.below.read())
        self.choices.options.pressed.connect(self._go_on_typing)
        self.choices.part_chosen.connect(self._show_policy)
        self.choices.made.connect(self._finish_choice)
        self.notice.overruled.connect(self._overrule)
        self.notice.policy_restored.connect(self._go_on_typing)
        self.notice.escaped.connect(self.escaped)
        self.save_button.clicked.connect(self.entered)
        self._context.theme.changed.connect(self.fit)

    def _lay_out(self) -> None:
        choices = self.choices
        acts = (
            choices.kinds.button,
            choices.kinds.more,
            choices.spread_button,
            choices.earlier_button,
            self.below.show_button,
        )
        bottom = Qt.AlignmentFlag.AlignBottom
        foot = row((flowing(*acts, gap=Space.HAIR), 1), (self.save_button, 0, bottom), gap=Space.HAIR)
        typed = (choices.options, self.box, self.below, choices.kinds.chips, foot)
        column(*typed, gap=Space.TIGHT, within=self._typing)
        column(self.notice, choices.late_button, self._typing, gap=Space.TIGHT, within=self)
