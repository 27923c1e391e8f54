"""One find of the privacy check: its line, and the answers to it - keep, replace or blank."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.session.privacy_check import PrivacyReview, Spot
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.ui.closing.found_text import HighlightedText
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.pill import Pill
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words.privacy_names import find_name, place_name


class FindCard(Card):
    """Shows a find in its line, with its kind, its place and the answers."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, words = context.theme, context.words
        self._words = words
        self._pill, self._where = Pill(theme), Label(role="note")
        self.line = HighlightedText(theme)
        self.choose_first = Button(theme, words.tr("Choose a version first"), icon="people")
        self.answers = PrivacyAnswers(context)
        for shown in (self._pill, self._where, self.line, self.choose_first, self.answers):
            self.column.addWidget(shown)

    def show_spot(self, spot: Spot, review: PrivacyReview, offered: str) -> None:
        """Show a find of ``review``; ``offered`` replaced the same words before, or is empty."""
        words, line = self._words, spot.line
        kind = find_name(spot.find.kind, words)
        self.line.show_line(line.text, [one.find for one in review.open if one.line == line], spot.find)
        self._pill.show_text(kind)
        where = place_name(line.body, line.field, words)
        if line.in_conflict:
            conflict = words.tr(
                "It was changed on two laptops. Until you choose a version, you can only keep it."
            )
            where = f"{where} · {conflict}"
        self._where.setText(where)
        self.choose_first.setVisible(line.in_conflict)
        places = sum(not one.line.in_conflict for one in review.alike(spot))
        self.answers.ask_about(places, offered, in_conflict=line.in_conflict)
        self.line.setAccessibleName(
            words.tr(
                "{kind}: {found}. {place}: {line}",
                kind=kind,
                found=spot.words,
                place=place_name(line.body, line.field, words),
                line=self.line.text(),
            )
        )
        for button in (self.answers.keep, self.answers.replace, self.answers.blank):
            button.setAccessibleDescription(f"{kind}: {spot.words}")


class PrivacyAnswers(QWidget):
    """The buttons under a find.  Emits ``kept()``, ``blanked()`` or ``replaced(words)``."""

    kept = Signal()
    replaced = Signal(str)
    blanked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, tr = context.theme, context.words.tr
        self._words = context.words
        self._offered = ""
        self.keep = Button(theme, tr("Keep (K)"), icon="check")
        self.replace = Button(theme, tr("Replace… (R)"), icon="redo")
        self.blank = Button(theme, tr("Blank (B)"), icon="close")
        self.keep.clicked.connect(self.kept)
        self.replace.clicked.connect(self.ask_words)
        self.blank.clicked.connect(self.blanked)
        self.everywhere = Tick(theme, "")
        self.box = LineBox()
        self.box.returnPressed.connect(self._replace)
        self.box.escaped.connect(self._hide_box)
        self._field = Field(tr("What should it say instead?"), self.box)
        self._done = Button(theme, tr("Replace"), weight=Weight.PRIMARY)
        self._done.clicked.connect(self._replace)
        self._replacement = QWidget()
        line = row((self._field, 1), gap=Space.SNUG, within=self._replacement)
        line.addWidget(self._done, 0, Qt.AlignmentFlag.AlignBottom)
        buttons = flowing(self.keep, self.replace, self.blank)
        column(self.everywhere, buttons, self._replacement, gap=Space.SNUG, within=self)
        self._replacement.hide()

    def ask_about(self, places: int, offered: str, *, in_conflict: bool) -> None:
        """Ask about another find.

        Args:
            places: how many places have the same words.
            offered: what replaced the same words before, or "".
            in_conflict: whether a version has to be chosen first, so that the find can only be kept.
        """
        self._hide_box()
        self._offered = offered
        self.everywhere.setChecked(places > 1)
        self.everywhere.show_text(
            self._words.ntr(
                "In the whole session: {count} place", "In the whole session: {count} places", places
            )
        )
        self.everywhere.setVisible(places > 1)
        for button in (self.replace, self.blank):
            button.setEnabled(not in_conflict)

    def ask_words(self) -> None:
        """Ask what the line should say instead."""
        if self.replace.isEnabled():
            self.box.setText(self._offered)
            self.box.selectAll()
            self._field.show_error("")
            self._replacement.show()
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def asking(self) -> bool:
        """Return whether the box for the replacement is shown."""
        return not self._replacement.isHidden()

    def _hide_box(self) -> None:
        if self.asking():
            had_focus = self.box.hasFocus() or self._done.hasFocus()
            self._replacement.hide()
            if had_focus:
                self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace(self) -> None:
        words = normalized(self.box.text())
        if words.strip():
            self.replaced.emit(words)
        else:
            self._field.show_error(self._words.tr("Write the replacement, or choose Blank."))
