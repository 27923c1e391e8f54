"""One find of the privacy check: its line with the finds marked, and the answers - keep, replace or blank."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.desk.session.privacy_check import PrivacyReview, Spot
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.privacy.finds import Find
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.pill import Pill
from dialogue_desk.ui.widgets.text_block import reads_leftward
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.ui.widgets.utf16 import utf16_length
from dialogue_desk.words.privacy_names import find_name, place_name

_WHOLE = 700
"""How long a line may be, in characters, to be shown whole."""
_BESIDE = 260
"""How many characters of a longer line are shown before the current find, and after it."""


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
        kind, place = find_name(spot.find.kind, words), place_name(line.body, line.field, words)
        self.line.show_line(line.text, [one.find for one in review.open if one.line == line], spot.find)
        self._pill.show_text(kind)
        hint = words.tr("It was changed on two laptops. Until you choose a version, you can only keep it.")
        self._where.setText(f"{place} · {hint}" if line.in_conflict else place)
        self.choose_first.setVisible(line.in_conflict)
        places = sum(not one.line.in_conflict for one in review.alike(spot))
        self.answers.ask_about(places, offered, in_conflict=line.in_conflict)
        read = {"kind": kind, "found": spot.words, "place": place, "line": self.line.text()}
        self.line.setAccessibleName(words.tr("{kind}: {found}. {place}: {line}", **read))
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
        self.keep = Button(theme, tr("Keep"), icon="check")
        self.replace = Button(theme, tr("Replace…"), icon="redo")
        self.blank = Button(theme, tr("Blank"), icon="close")
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
        """Ask about a find whose words stand in so many ``places``; one ``in_conflict`` can only be kept.

        ``offered`` replaced the same words before, or is "".
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
            self.box.setFocus()

    def asking(self) -> bool:
        """Return whether the box for the replacement is shown."""
        return not self._replacement.isHidden()

    def _hide_box(self) -> None:
        if self.asking():
            had_focus = self.box.hasFocus() or self._done.hasFocus()
            self._replacement.hide()
            if had_focus:
                self.keep.setFocus()

    def _replace(self) -> None:
        words = normalized(self.box.text())
        if words.strip():
            self.replaced.emit(words)
        else:
            self._field.show_error(self._words.tr("Write the replacement, or choose Blank."))


class HighlightedText(QWidget):
    """Shows a line.  Finds are underlined; the current one is bold, on a coloured ground.

    It takes the focus: its arrow keys emit ``went_on()`` and ``went_back()``, and readers hear its name.
    """

    went_on = Signal()
    went_back = Signal()

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._finds: tuple[Find, ...] = ()
        self._current: Find | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.updateGeometry)

    def show_line(self, text: str, finds: Sequence[Find], current: Find) -> None:
        """Show ``text``, or the part around the current find when it is long."""
        self._text, self._finds, self._current = _excerpt(text, tuple(finds), current)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the text that is shown."""
        return self._text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if event.key() == (Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right):
            self.went_on.emit()
        elif event.key() == (Qt.Key.Key_Right if mirrored else Qt.Key.Key_Left):
            self.went_back.emit()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._layout_for(width)[1] + 2 * Space.TIGHT

    def sizeHint(self) -> QSize:
        wide = self._theme.measure(Size.HEADING, characters=60)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(160), self.fontMetrics().height() + 2 * Space.TIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.tokens.ink))
        lines, _ = self._layout_for(self.width())
        lines.draw(painter, QPointF(self._indent(lines), Space.TIGHT))
        painter.end()

    def _indent(self, lines: QTextLayout) -> float:
        """Return how far the lines move, so that they begin at the side where the window is read from."""
        widths = (lines.lineAt(place).naturalTextWidth() for place in range(lines.lineCount()))
        room = self.width() - max(widths, default=0.0)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        leftward = reads_leftward(self._text)
        return 0 if mirrored is leftward else (room if mirrored else -room)

    def _layout_for(self, width: int) -> tuple[QTextLayout, int]:
        shown = self._text.replace("\r\n", "\u2028 ").replace("\n", "\u2028")
        lines = QTextLayout(shown, self._theme.font(Size.HEADING))
        leftward = reads_leftward(shown)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        lines.setTextOption(option)
        lines.setFormats([self._format_range(find) for find in self._finds])
        top = 0.0
        lines.beginLayout()
        while (line := lines.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))
            top += line.height() * 1.15
        lines.endLayout()
        return lines, math.ceil(top)

    def _format_range(self, find: Find) -> QTextLayout.FormatRange:
        tokens = self._theme.tokens
        look, underline = QTextCharFormat(), QTextCharFormat.UnderlineStyle
        if find == self._current:
            look.setFont(self._theme.font(Size.HEADING, bold=True))
            look.setBackground(QColor(tokens.accent_soft))
            look.setUnderlineStyle(underline.SingleUnderline)
            look.setUnderlineColor(QColor(tokens.accent))
        else:
            look.setUnderlineStyle(underline.DotLine)
            look.setUnderlineColor(QColor(tokens.ink))
        marked = QTextLayout.FormatRange()
        marked.start = utf16_length(self._text[: find.start])
        marked.length = utf16_length(self._text[find.start : find.end])
        marked.format = look
        return marked


def _excerpt(text: str, finds: tuple[Find, ...], current: Find) -> tuple[str, tuple[Find, ...], Find]:
    """Return the part of a long text around ``current``, and the finds moved to their places in it."""
    if len(text) <= _WHOLE:
        return text, finds, current
    first, last = max(0, current.start - _BESIDE), min(len(text), current.end + _BESIDE)
    before, after = ("… " if first else ""), (" …" if last < len(text) else "")
    shift = len(before) - first
    inside = (find for find in finds if first <= find.start and find.end <= last)
    moved = tuple(Find(find.start + shift, find.end + shift, find.kind) for find in inside)
    here = Find(current.start + shift, current.end + shift, current.kind)
    return f"{before}{text[first:last]}{after}", moved, here
