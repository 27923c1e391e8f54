"""The privacy pass: each find in its line, and what a person decides about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.privacy_check import PrivacyCheck, PrivacyReview, Spot
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.found_text import HighlightedText
from dialogue_desk.ui.closing.privacy_answers import PrivacyAnswers
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.theme import Space
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.column import ScrollColumn
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow
from dialogue_desk.ui.widgets.pill import Pill
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.words.privacy_names import find_name, place_name

_LINES = 360
"""How tall the list of all lines is, in pixels at 100 % text."""


class PrivacyStep(QWidget):
    """Goes through what may point at somebody, find by find.

    K keeps, R replaces, B blanks; N and P, or the arrows in the line, go on and back; Z takes the last
    answer back.
    Nothing changes without an answer, and it can be left and come back to.
    """

    counted = Signal(int, int)
    """So many finds are looked at, of so many."""

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        theme, words = context.theme, context.words
        tr = words.tr
        self._desk, self._context = desk, context
        self.privacy = PrivacyCheck(desk)
        self._folder: SessionFolder | None = None
        self._drawn: SessionFolder | None = None
        self._findings = PrivacyReview((), ())
        self._at = 0
        self._answers_given = 0
        self._answering = False
        self._debrief = False
        self._progress, self._bar = Label(role="note"), ThinBar(tr("Checked"))
        self._pill, self._where = Pill(theme), Label(role="note")
        self.line = HighlightedText(theme)
        self.answers = PrivacyAnswers(context)
        self._choose_first = Button(theme, tr("Choose a version first"), icon="people")
        self._kind = Button(theme, "", weight=Weight.QUIET)
        self._before = Button(theme, tr("Previous (P)"), weight=Weight.QUIET, icon="back")
        self._after = Button(theme, tr("Next (N)"), weight=Weight.QUIET, icon="next", trailing=True)
        self._undo = Button(theme, tr("Undo (Z)"), weight=Weight.QUIET, icon="undo")
        self._card = Card()
        self._column = ScrollColumn(theme, characters=84)
        self._done = EmptyState(theme, "check", tr("Nothing was found"), _names_can_hide(tr))
        self._all_done = EmptyState(theme, "check", tr("Everything is checked"), _names_can_hide(tr))
        self._read = Button(theme, "", weight=Weight.QUIET, icon="note")
        self._tell_keys()
        self._heading = Section(tr("Everything you will share: read it once"))
        self.lines = NoteList(theme, tr("Everything you will share: read it once"))
        self._reading = False
        self._lay_out()
        self._connect()
        self._size_lines()

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the finds of a session; the place among them stays."""
        if self._folder is None or folder.id != self._folder.id:
            self._at = self._answers_given = 0
            self._reading = False
        self._folder = folder
        if self.isVisible():
            self._draw()

    def take_focus(self) -> None:
        """Put the keyboard on the first answer, or on the lines to be read."""
        first = self.answers.keep if self._findings.open else self.lines
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_debrief_included(self, along: bool) -> None:
        """Look at the debrief too, when it goes along."""
        self._debrief, self._drawn = along, None
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear the keys of the pass, wherever in it the focus is, but for a box that is typed in."""
        run = self._keys().get(Qt.Key(event.key())) if self._accepts_key(event) else None
        if run is None:
            super().keyPressEvent(event)
        else:
            run()

    def _accepts_key(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        return plain and not isinstance(QApplication.focusWidget(), QLineEdit)

    def _keys(self) -> dict[Qt.Key, Callable[[], None]]:
        taking_back = {Qt.Key.Key_Z: self._take_back}
        if not self._findings.open:
            return taking_back
        return taking_back | {
            Qt.Key.Key_K: self._keep,
            Qt.Key.Key_R: self.answers.replace.click,
            Qt.Key.Key_B: self._blank,
            Qt.Key.Key_N: self._go_on,
            Qt.Key.Key_P: self._go_back,
        }

    def _tell_keys(self) -> None:
        tr = self._context.words.tr
        group = tr("Privacy check")
        Actions(self._context.theme, self).list_only(
            Action("keep", tr("Keep"), ("K",), "", group),
            Action("replace", tr("Replace"), ("R",), "", group),
            Action("blank", tr("Blank"), ("B",), "", group),
            Action("on", tr("Next"), ("N",), "", group),
            Action("back", tr("Back"), ("P",), "", group),
            Action("take back", tr("Undo"), ("Z",), "", group),
        )

    # How it is laid out.

    def _lay_out(self) -> None:
        tr = self._context.words.tr
        column = self._column
        column.add(Label(tr("Privacy check"), "title"))
        lead = tr(
            "What you share could point to someone. Keep, replace or blank each match. Nothing "
            "changes unless you say so."
        )
        column.add(Label(lead, "muted"))
        progress = QVBoxLayout()
        progress.setSpacing(Space.HAIR)
        progress.addWidget(self._progress)
        progress.addWidget(self._bar)
        column.body.addLayout(progress)
        inside: list[QWidget] = [self._pill, self._where, self.line, self._choose_first, self.answers]
        for shown in inside:
            self._card.column.addWidget(shown)
        column.add(self._card)
        column.add(flowing(self._before, self._after, self._undo, self._kind))
        reading = flowing(self._read)
        below: list[QWidget] = [self._done, self._all_done, reading, self._heading, self.lines]
        for shown in below:
            column.add(shown)
        history = tr(
            "What you replace or blank stays in this laptop's history, in case you want to undo "
            "it. It never leaves this laptop. Erasing the session deletes it from the history "
            "too."
        )
        column.add(Label(history, "fine"))
        column.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column)

    def _connect(self) -> None:
        self.line.went_on.connect(self._go_on)
        self.line.went_back.connect(self._go_back)
        self.answers.kept.connect(self._keep)
        self.answers.replace.clicked.connect(self._bring_into_view)
        self.answers.replaced.connect(self._replace)
        self.answers.blanked.connect(self._blank)
        self._before.clicked.connect(self._go_back)
        self._after.clicked.connect(self._go_on)
        self._undo.clicked.connect(self._take_back)
        self._kind.clicked.connect(self._keep_kind)
        self._read.clicked.connect(self._read_all)
        self._choose_first.clicked.connect(self._choose_wording)
        self._context.desk_signals.changed.connect(self._hear)
        self._context.theme.changed.connect(self._size_lines)

    def _size_lines(self) -> None:
        self.lines.setFixedHeight(self._context.theme.scaled(_LINES))

    # What is shown.

    def _draw(self) -> None:
        if self._folder is None or self._folder is self._drawn:
            return
        self._drawn = self._folder
        self._findings = self.privacy.review(self._folder, debrief=self._debrief)
        self._at = min(self._at, max(0, len(self._findings.open) - 1))
        self._show_progress()
        self._show_find()
        self._show_lines()
        self.counted.emit(self._findings.looked_at, self._findings.total)

    def _show_progress(self) -> None:
        look, words = self._findings, self._context.words
        said = words.ntr(
            "{done} of {count} checked", "{done} of {count} checked", look.total, done=look.looked_at
        )
        self._progress.setText(said)
        self._bar.show_progress(look.looked_at, look.total)
        for widget in (self._progress, self._bar):
            widget.setVisible(bool(look.total))
        self._undo.setVisible(bool(self._answers_given))

    def _show_find(self) -> None:
        look, words = self._findings, self._context.words
        for widget in (self._card, self._before, self._after):
            widget.setVisible(bool(look.open))
        self._done.setVisible(not look.total)
        self._all_done.setVisible(bool(look.total) and not look.open)
        alike = look.of_kind(self._spot().find.kind) if look.open else ()
        self._kind.setVisible(len(alike) > 1)
        if not look.open or self._folder is None:
            return
        spot = self._spot()
        finds = [one.find for one in look.open if one.line == spot.line]
        self.line.show_line(spot.line.text, finds, spot.find)
        self._pill.show_text(find_name(spot.find.kind, words))
        where = place_name(spot.line.body, spot.line.field, words)
        if spot.line.in_conflict:
            clash = words.tr(
                "It was changed on two laptops. Until you choose a version, you can only keep it."
            )
            where = f"{where} · {clash}"
        self._where.setText(where)
        self._choose_first.setVisible(spot.line.in_conflict)
        places = sum(not one.line.in_conflict for one in look.alike(spot))
        offered = self.privacy.used_before(self._folder, spot)
        self.answers.ask_about(places, offered, clash=spot.line.in_conflict)
        self._kind.setText(
            words.ntr(
                "Keep {count} of this kind: “{kind}”",
                "Keep all {count} of this kind: “{kind}”",
                len(alike),
                kind=find_name(spot.find.kind, words),
            )
        )
        self.line.setAccessibleName(self._spoken(spot))
        for button in (self.answers.keep, self.answers.replace, self.answers.blank):
            button.setAccessibleDescription(f"{find_name(spot.find.kind, words)}: {spot.words}")

    def _show_lines(self) -> None:
        look, words = self._findings, self._context.words
        finished = not look.open
        shown = bool(look.lines) and (finished or self._reading)
        self._read.setVisible(bool(look.lines) and not finished)
        every = len(look.lines)
        read = words.ntr("Read {count} line you will share", "Read all {count} lines you will share", every)
        self._read.setText(words.tr("Hide the lines") if self._reading else read)
        self._heading.setVisible(shown)
        self.lines.setVisible(shown)
        if shown:
            self.lines.show_rows(
                [
                    NoteRow(
                        f"{line.record}/{line.field}/{place}",
                        place_name(line.body, line.field, words),
                        line.text,
                    )
                    for place, line in enumerate(look.lines)
                ]
            )

    def _spoken(self, spot: Spot) -> str:
        words = self._context.words
        return words.tr(
            "{kind}: {found}. {place}: {line}",
            kind=find_name(spot.find.kind, words),
            found=spot.words,
            place=place_name(spot.line.body, spot.line.field, words),
            line=self.line.text(),
        )

    def _spot(self) -> Spot:
        return self._findings.open[self._at]

    # What is done.

    def _keep(self) -> None:
        spots = self._selected_spots()
        self._answer(lambda folder: self.privacy.keep(folder, spots))

    def _replace(self, words: str) -> None:
        spots = self._selected_spots()
        self._answer(lambda folder: self.privacy.replace(folder, spots, words))

    def _blank(self) -> None:
        spots = self._selected_spots()
        if not any(spot.line.in_conflict for spot in spots[:1]):
            self._answer(lambda folder: self.privacy.blank(folder, spots))

    def _keep_kind(self) -> None:
        spots = self._findings.of_kind(self._spot().find.kind)
        self._answer(lambda folder: self.privacy.keep(folder, spots))

    def _selected_spots(self) -> tuple[Spot, ...]:
        """Return the find that is asked about, with its likes when that is ticked."""
        if not self._findings.open:
            return ()
        spot = self._spot()
        return self._findings.alike(spot) if self.answers.everywhere.isChecked() else (spot,)

    def _answer(self, perform: Callable[[SessionFolder], None]) -> None:
        if self._folder is None or not self._findings.open:
            return
        self._answering = True
        self._answers_given += 1
        try:
            perform(self._folder)
        except BaseException:
            self._answers_given -= 1
            raise
        finally:
            self._answering = False
        self._say_where()

    def _take_back(self) -> None:
        if self._answers_given:
            self._answering = True
            self._answers_given -= 1
            try:
                self._desk.undo()
            finally:
                self._answering = False
            self._say_where()

    def _hear(self, outcome: Outcome) -> None:
        """Forget which answers were the last: what was done since would be taken back instead."""
        if not self._answering and outcome.ids:
            self._answers_given = 0
            self._undo.hide()

    def _go_on(self) -> None:
        self._go(1)

    def _go_back(self) -> None:
        self._go(-1)

    def _go(self, steps: int) -> None:
        self._at = (self._at + steps) % len(self._findings.open)
        self._show_find()
        self._say_where()

    def _say_where(self) -> None:
        """Say what is asked about now, and keep the keyboard in the pass."""
        words = self._context.words
        if self._findings.open:
            self._context.announcer.announce(f"{self._spoken(self._spot())}. {self._progress.text()}")
            if not self.isAncestorOf(QApplication.focusWidget() or self):
                self.take_focus()
        else:
            self._context.announcer.announce(
                words.tr("Everything is checked. The check can miss a name, so read the lines once yourself.")
            )
            self.take_focus()

    def _bring_into_view(self) -> None:
        """Show the whole of the answers once there is a box among them: large text leaves little room."""
        QTimer.singleShot(0, self, lambda: self._column.ensureWidgetVisible(self.answers))

    def _read_all(self) -> None:
        self._reading = not self._reading
        self._show_lines()

    def _choose_wording(self) -> None:
        ConflictDialog(self._desk, self._spot().line.record, self._context, self.window()).open()


def _names_can_hide(tr: Callable[[str], str]) -> str:
    return tr("The check can miss a name. Read the lines once yourself.")
