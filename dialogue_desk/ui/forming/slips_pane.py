"""Slips: sealed first, then typed by keys, pasted or opened from a list, and changed in a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.forming.hand_moves import with_slips, without_slips
from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.typed_slips import TypedSlip, typed_sentence
from dialogue_desk.ui.forming.forming_work import FormingWork
from dialogue_desk.ui.forming.sealing_sheets import NewSlipsSheet, SlipsOpening
from dialogue_desk.ui.forming.slip_line import SlipLine
from dialogue_desk.ui.forming.slip_list_sheet import SlipListSheet
from dialogue_desk.ui.forming.slip_table import SlipTable
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.trouble_line import TroubleLine

_MOST_FAULTS = 8
_LEAST_TABLE = 180
_GATE = 76


class SlipsPane(QWidget):
    """Each slip is on disk, sealed, before its line is empty again."""

    circles_wanted = Signal()

    def __init__(self, work: FormingWork) -> None:
        super().__init__()
        self._work, context = work, work.context
        words, theme = context.words, context.theme
        self._words = words
        self._changing = 0
        self._faults: dict[int, tuple[str, ...]] = {}
        self.opening = SlipsOpening(work, self)
        self.open_file = Button(theme, words.tr("Open sealed slips…"), icon="folder")
        sentence = words.tr(
            "A slip has a number and no name. Slips are kept in one file, sealed with a passphrase, and "
            "nowhere else: not on the desk, not in copies, not in the history. When the circles are settled "
            "you delete it."
        )
        self._gate = EmptyState(
            theme, "note", words.tr("Seal first, then type"), sentence, words.tr("Seal a new list…")
        )
        self.line, self.table = SlipLine(context), SlipTable(theme, words)
        self.trouble = TroubleLine(context.announcer)
        self.faults = Label(role="warn")
        self._sealed = Label(role="note")
        self._count = Label(role="strong", wrap=False)
        self.add_list = Button(theme, words.tr("Add a list…"), icon="plus")
        self.add_list.setToolTip(words.tr("Paste from a spreadsheet, or open CSV or Excel"))
        self.remove = Button(theme, words.tr("Delete chosen slips"), weight=Weight.QUIET)
        self.on = Button(
            theme, words.tr("On to the circles"), icon="next", trailing=True, weight=Weight.PRIMARY
        )
        self.put_away = Button(theme, words.tr("Close the list"), weight=Weight.QUIET)
        self._closed = ScrollColumn(theme, characters=_GATE, centred=True)
        self._closed.add(STRETCH, self._gate, in_the_middle(self.open_file), STRETCH, STRETCH)
        self._open = ScrollColumn(theme, characters=0, edge=Space.SNUG)
        entry = Card(edge=Space.BASE)
        entry.add(self.line, self.trouble, self.faults)
        self.table.setMinimumHeight(theme.scaled(_LEAST_TABLE))
        foot = row((self._sealed, 1), self.put_away, gap=Space.SNUG)
        head = row((self._count, 1), flowing(self.add_list, self.remove, self.on), gap=Space.SNUG)
        self._open.body.setSpacing(Space.SNUG)
        self._open.add(entry, head, (self.table, 1), foot)
        column(self._closed, self._open, within=self)
        self._connect()

    def show_work(self) -> None:
        """Show the slips as they are now."""
        words, forming, file = self._words, self._work.forming, self._work.bench.file
        self._closed.setVisible(file is None)
        self._open.setVisible(file is not None)
        if file is None:
            self._faults.clear()
            self._leave_change()
            return
        self.line.learn(self._work.typing)
        self.table.show_forming(forming, self._work.typing)
        count = len(forming.slips)
        self._count.setText(words.ntr("{count} slip", "{count} slips", count))
        self._sealed.setText(
            words.tr(
                "Sealed in “{file}” as you type, and nowhere else on this laptop.",
                file=safe_in_sentence(file.path.name),
            )
        )
        self.on.setVisible(bool(count))
        self.remove.setVisible(bool(count))
        self._show_faults()

    def take_focus(self) -> None:
        """Put the keyboard where the next slip is typed."""
        (self.line if self._work.sealed else self._gate.button or self).setFocus()

    def ask_for_seal(self) -> None:
        """Ask for a passphrase and a place for a new list."""
        sheet = NewSlipsSheet(self._work, self.window())
        sheet.begun.connect(self.take_focus)
        sheet.open()

    def ask_for_list(self, text: str = "") -> SlipListSheet:
        """Ask for lines to paste or a file to open."""
        forming = self._work.forming
        sheet = SlipListSheet(forming.wish, forming.by_number.keys(), self._work.context, self.window())
        sheet.taken.connect(self._add)
        if text:
            sheet.paste(text)
        sheet.open()
        return sheet

    def _connect(self) -> None:
        self._gate.pressed.connect(self.ask_for_seal)
        self.open_file.clicked.connect(self.opening.ask)
        self.opening.opened.connect(self.take_focus)
        self.line.typed.connect(self._keep)
        self.line.pasted.connect(self.ask_for_list)
        self.line.left.connect(self._cancel)
        self.add_list.clicked.connect(lambda _: self.ask_for_list())
        self.table.opened.connect(self._change)
        self.table.removal_wanted.connect(self._remove)
        self.remove.clicked.connect(lambda: self._remove(self.table.chosen()))
        self.on.clicked.connect(self.circles_wanted)
        self.put_away.clicked.connect(self._put_away)

    def _keep(self, typed: TypedSlip) -> None:
        """Keep the typed slip, and say what of it was not understood."""
        words, forming = self._words, self._work.forming
        if typed == TypedSlip():
            return
        read = self._work.typing.read(typed, 1)
        said = tuple(typed_sentence(one, words) for one in read.remarks)
        if read.slip is None:
            self.trouble.say(" ".join(said))
            self.line.boxes["number"].setFocus()
            return
        number = read.slip.number
        if number in forming.by_number and number != self._changing:
            self.trouble.say(
                words.tr(
                    "Number {number} is there already, so this slip was not kept. To change that slip, "
                    "choose it in the list and press Enter.",
                    number=number,
                )
            )
            self.line.boxes["number"].setFocus()
            return
        if self._changing and self._changing != number:
            forming = without_slips(forming, [self._changing])
        self._faults.pop(self._changing, None)
        self._faults.pop(number, None)
        if said:
            self._faults[number] = said
        if self._work.change(with_slips(forming, [read.slip])):
            self._tell_kept(read.slip, said)

    def _tell_kept(self, slip: Slip, said: tuple[str, ...]) -> None:
        self.trouble.say("")
        self._leave_change()
        self.line.clear()
        self.table.go_to(slip.number)
        self._show_faults()
        kept = self._words.tr("Slip {number} is kept.", number=slip.number)
        self._work.context.announcer.announce(" ".join((kept, *said)), urgent=bool(said))

    def _show_faults(self) -> None:
        words, known = self._words, self._work.forming.by_number
        lines = [
            words.tr("Slip {number}: {said}", number=number, said=sentence)
            for number, sentences in self._faults.items()
            if number in known
            for sentence in sentences
        ]
        self.faults.setText("\n".join(lines[-_MOST_FAULTS:]))
        self.faults.setVisible(bool(lines))

    def _change(self, number: int) -> None:
        """Put a slip of the list into the line, to be typed again."""
        forming = self._work.forming
        self._changing = number
        self.line.show_line(self._work.typing.write(forming.by_number[number]))
        self.line.show_changing(on=True)
        self.trouble.say("")
        self.line.boxes["number"].setFocus()

    def _cancel(self) -> None:
        self._leave_change()
        self.trouble.say("")
        self.line.clear()

    def _leave_change(self) -> None:
        self._changing = 0
        self.line.show_changing(on=False)

    def _remove(self, numbers: tuple[int, ...]) -> None:
        if numbers and self._work.change(without_slips(self._work.forming, numbers)):
            if self._changing in numbers:
                self._cancel()
            said = self._words.ntr("{count} slip is deleted.", "{count} slips are deleted.", len(numbers))
            self._work.context.announcer.announce(said)

    def _add(self, slips: tuple[Slip, ...]) -> None:
        if self._work.change(with_slips(self._work.forming, slips)):
            said = self._words.ntr("{count} slip is added.", "{count} slips are added.", len(slips))
            self._work.context.announcer.announce(said)
            self.take_focus()

    def _put_away(self) -> None:
        self._cancel()
        self._work.put_away()
        self.take_focus()


def in_the_middle(button: Button) -> QWidget:
    """Return a button in the middle of its line."""
    holder = QWidget()
    row(1, button, 1, within=holder)
    return holder
