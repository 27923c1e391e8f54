"""One choice out of a few, as chips that wrap onto lines; keys and screen readers find radio buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width


@dataclass(frozen=True, slots=True)
class Choice:
    """One chip; ``hint`` is the sign that chooses it in a note, ``keys`` are shown in a tooltip."""

    id: str
    text: str
    hint: str = ""
    keys: str = ""


_ROUND = 1_000
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class Chip(QRadioButton):
    """One chip.  The chosen one differs in weight, ground and edge, not in colour alone."""

    def __init__(self, theme: AppTheme, choice: Choice) -> None:
        super().__init__()
        self._theme = theme
        self.choice = choice
        self.passing = False
        """Whether an arrow leads from this chip to the next just now."""
        self.setText(choice.text.replace("&", "&&"))
        self.setAccessibleName(choice.text)
        self.setAccessibleDescription(", ".join(filter(None, (choice.hint, choice.keys))))
        self.setToolTip(choice.keys)
        self.setProperty("focusRadius", _ROUND)
        theme.changed.connect(self.updateGeometry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.passing = event.key() in _ARROWS
        super().keyPressEvent(event)
        self.passing = False

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        bold = self._theme.font(Size.TEXT, bold=True)
        hint = self._hint_width() + (Space.TIGHT if self.choice.hint else 0)
        wide = natural_width(self.choice.text, bold) + hint + 2 * Space.SNUG + 2
        tall = TextBlock(self.choice.text, bold, wide).height + 2 * Space.TIGHT
        return QSize(max(LEAST_TARGET, wide), max(LEAST_TARGET, tall))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2.0 if chosen else 1.0
        ground = tokens.accent_soft if chosen or self.underMouse() else tokens.surface
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.line_strong), edge))
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._paint_words(painter, chosen)
        painter.end()

    def _paint_words(self, painter: QPainter, chosen: bool) -> None:
        tokens = self._theme.tokens
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        block = TextBlock(self.choice.text, self._theme.font(Size.TEXT, bold=chosen), self.width(), snug=True)
        hint = TextBlock(self.choice.hint, self._hint_type(), self.width(), snug=True)
        gap = Space.TIGHT if self.choice.hint else 0
        left = (self.width() - block.width - gap - hint.width) / 2
        first, second = (hint, block) if mirrored else (block, hint)
        ink = QColor(tokens.accent if chosen else tokens.ink)
        for part, x in ((first, left), (second, left + first.width + gap)):
            colour = ink if part is block else QColor(tokens.muted)
            part.draw(painter, x, (self.height() - part.height) / 2, colour)

    def _hint_type(self) -> QFont:
        return self._theme.font(Size.FINE)

    def _hint_width(self) -> int:
        return natural_width(self.choice.hint, self._hint_type())


class Chips(QWidget):
    """Single choice among ``choices``; tells ``chosen(id)`` when a person chooses.

    ``pressed(id)`` follows a click or the space bar, on the chosen chip too, but no arrow: with the arrows a
    person is still on the way.

    ``name`` says what is chosen ("Kind of note").  When it is ``optional``, choosing the chosen chip again
    clears the choice (``chosen("")``).
    """

    spoken_as = SpokenAs.GROUP
    chosen = Signal(str)
    pressed = Signal(str)

    def __init__(
        self,
        theme: AppTheme,
        name: str,
        choices: Sequence[Choice] = (),
        *,
        optional: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._optional = theme, optional
        self._flow = FlowLayout(self)
        self._group = QButtonGroup(self)
        self._chips: list[Chip] = []
        self._last = ""
        self.setAccessibleName(name)
        self._group.buttonClicked.connect(self._emit_chosen)
        self.show_choices(choices)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show these chips; a choice that is still among them stays, and the same chips keep the keyboard."""
        if [chip.choice for chip in self._chips] == list(choices):
            return
        kept = self.choice()
        for chip in self._chips:
            self._flow.removeWidget(chip)
            self._group.removeButton(chip)
            chip.deleteLater()
        self._chips = [Chip(self._theme, choice) for choice in choices]
        for chip in self._chips:
            self._group.addButton(chip)
            self._flow.addWidget(chip)
            chip.show()
        self.choose(kept)

    def choice(self) -> str:
        """Return the id of the chosen chip, or an empty string."""
        chip = self._group.checkedButton()
        return chip.choice.id if isinstance(chip, Chip) else ""

    def choose(self, choice: str) -> None:
        """Set the choice without telling ``chosen``; an unknown id chooses none."""
        self._group.setExclusive(False)
        for chip in self._chips:
            chip.setChecked(chip.choice.id == choice)
        self._group.setExclusive(True)
        self._last = self.choice()
        self._enter_at_choice()

    def chips(self) -> tuple[Chip, ...]:
        """Return the chips, in their order."""
        return tuple(self._chips)

    def focus_choice(self) -> None:
        """Put the keyboard on the chosen chip, or on the first."""
        entry = self._group.checkedButton() or (self._chips[0] if self._chips else self)
        entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_at_choice(self) -> None:
        """Have Tab enter at the chosen chip, or at the first; the arrows go on from there."""
        entry = self._group.checkedButton() or (self._chips[0] if self._chips else None)
        for chip in self._chips:
            policy = Qt.FocusPolicy.StrongFocus if chip is entry else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(policy)

    def _emit_chosen(self) -> None:
        pressed = not any(chip.passing for chip in self._chips)
        if self._optional and self.choice() == self._last:
            self.choose("")
        if self.choice() != self._last or not self.choice():
            self._last = self.choice()
            self.chosen.emit(self._last)
        if pressed:
            self.pressed.emit(self._last)
