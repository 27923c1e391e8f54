"""The privacy check: each find in its line, and what a person decides about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.privacy_check import PrivacyCheck, PrivacyReview, Spot
from dialogue_desk.domain.closing.coverage import new_texts
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.run.press_guard import PressGuard
from dialogue_desk.ui.closing.find_card import FindCard
from dialogue_desk.ui.closing.step_pane import Pane
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.desk_signals import DeskSignals
from dialogue_desk.ui.core.key_choice import named
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.words import Words
from dialogue_desk.words.privacy_names import find_name, place_name

_LINES = 360
"""How tall the list of all lines is, in pixels at 100 % text."""

_Answer: TypeAlias = Callable[[SessionFolder, tuple[Spot, ...]], None]


class PrivacyStep(Pane):
    """Goes through what may point to one person, find by find.

    K keeps, R replaces, B blanks; N and P, or the arrows in the line, go on and back; Z takes back the last
    answer.  Nothing changes without an answer, and an answer that comes again before anybody can have read
    the next find is the same one.
    """

    counted = Signal(int, int)
    """How many finds are checked, and of how many."""

    def __init__(self, desk: Desk, context: Context) -> None:
        theme, tr = context.theme, context.words.tr
        lead = tr(
            "What you share could point to someone. For each match: keep it, replace it or blank "
            "it out. Nothing changes unless you say so."
        )
        super().__init__(theme, tr("Privacy check"), lead, characters=84)
        self._desk, self._context = desk, context
        self.privacy = PrivacyCheck(desk)
        self._folder: SessionFolder | None = None
        self._drawn: SessionFolder | None = None
        self._review = PrivacyReview((), ())
        self._at = 0
        self._debrief = False
        self._new: frozenset[tuple[RecordId, str]] = frozenset()
        self._history = AnswerHistory(desk, context.desk_signals, self)
        self._guards: dict[_Answer, PressGuard] = defaultdict(PressGuard)
        self._progress = CheckProgress(context.words)
        self._card = FindCard(context)
        self.line, self.answers = self._card.line, self._card.answers
        self._kind = Button(theme, "", weight=Weight.QUIET)
        self._before = Button(theme, tr("Previous"), weight=Weight.QUIET, icon="back")
        self._after = Button(theme, tr("Next"), weight=Weight.QUIET, icon="next", trailing=True)
        self._undo = Button(theme, tr("Undo"), weight=Weight.QUIET, icon="undo")
        hint = tr("The check can miss a name. Read the lines once yourself.")
        self._nothing_found = EmptyState(theme, "check", tr("Nothing was found"), hint)
        self._all_checked = EmptyState(theme, "check", tr("Everything is checked"), hint)
        self.shared = SharedLines(context)
        answers = (self.answers.keep, self.answers.replace, self.answers.blank)
        self._keys = PrivacyKeys(context, self, (*answers, self._after, self._before, self._undo))
        self._keys.pressed.connect(self._press)
        self._lay_out()
        self._connect()

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the finds of a session; the place among them stays."""
        if self._folder is None or folder.id != self._folder.id:
            self._at = 0
            self._history.forget()
            self.shared.forget_request()
        self._folder = folder
        if self.isVisible():
            self._draw()

    def take_focus(self) -> None:
        """Put the keyboard on the first answer, or on the lines when no find is open."""
        first = self.answers.keep if self._review.open else self.shared.lines
        first.setFocus()

    def set_debrief_included(self, on: bool) -> None:
        """Check the debrief too, or leave it out."""
        self._debrief, self._drawn = on, None
        if self.isVisible():
            self._draw()

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def _lay_out(self) -> None:
        history = self._context.words.tr(
            "What you replace or blank stays in this laptop's history, in case you want to undo it. "
            "It never leaves this laptop. Erasing the session deletes it from the history too."
        )
        steps = flowing(self._before, self._after, self._undo, self._kind)
        finished = (self._nothing_found, self._all_checked, self.shared, Label(history, "fine"))
        self.fill(self._progress, self._card, steps, *finished)

    def _connect(self) -> None:
        self.line.went_on.connect(partial(self._go, 1))
        self.line.went_back.connect(partial(self._go, -1))
        self.answers.kept.connect(partial(self._answer_once, self.privacy.keep))
        self.answers.replace.clicked.connect(self._bring_into_view)
        self.answers.replaced.connect(self._replace)
        self.answers.blanked.connect(partial(self._answer_once, self.privacy.blank))
        self._before.clicked.connect(lambda: self._go(-1))
        self._after.clicked.connect(lambda: self._go(1))
        self._undo.clicked.connect(self._take_back)
        self._kind.clicked.connect(self._keep_kind)
        self._card.choose_first.clicked.connect(self._choose_version)
        self._history.ended.connect(self._undo.hide)

    # What is shown.

    def _draw(self) -> None:
        if self._folder is None or self._folder is self._drawn:
            return
        self._drawn = self._folder
        self._review = review = self.privacy.review(self._folder, debrief=self._debrief)
        new = new_texts(self._folder, debrief=self._debrief)
        self._at = _place(review.open, self._at, () if new == self._new else new)
        self._new = new
        self._progress.show_review(review)
        self._undo.setVisible(self._history.can_undo())
        self._show_find(self._folder)
        self.shared.show_review(review, new)
        self.counted.emit(review.looked_at, review.total)

    def _show_find(self, folder: SessionFolder) -> None:
        review, words = self._review, self._context.words
        for widget in (self._card, self._before, self._after):
            widget.setVisible(bool(review.open))
        self._nothing_found.setVisible(not review.total)
        self._all_checked.setVisible(bool(review.total) and not review.open)
        if not review.open:
            self._kind.hide()
            return
        spot = self._spot()
        self._card.show_spot(spot, review, self.privacy.used_before(folder, spot))
        same_kind = len(review.of_kind(spot.find.kind))
        self._kind.setVisible(same_kind > 1)
        self._kind.setText(
            words.ntr(
                "Keep {count} of this kind: “{kind}”",
                "Keep all {count} of this kind: “{kind}”",
                same_kind,
                kind=find_name(spot.find.kind, words),
            )
        )

    def _spot(self) -> Spot:
        return self._review.open[self._at]

    # What is done.

    def _press(self, button: Button) -> None:
        """Press the button that a key stands for, wherever the keyboard is."""
        if button is self._undo or self._review.open:
            button.click()

    def _answer_once(self, answer: _Answer) -> None:
        """Answer, unless the same was answered a moment ago, as by a key that is held down."""
        guard, steady = self._guards[answer], self._desk.clock.steady
        if guard.accepts(steady()):
            self._answer(answer)
            guard.accepts(steady())  # a slow laptop hears what came meanwhile now

    def _replace(self, words: str) -> None:
        self._answer(lambda folder, spots: self.privacy.replace(folder, spots, words))
        if self._review.open:
            self.answers.replace.setFocus()  # a second Enter must not keep the next match unseen

    def _keep_kind(self) -> None:
        self._answer(self.privacy.keep, self._review.of_kind(self._spot().find.kind))

    def _answer(self, answer: _Answer, spots: tuple[Spot, ...] = ()) -> None:
        """Answer about ``spots``; without any, about the find that is shown and, if ticked, all like it."""
        folder = self._folder
        if folder is None or not self._review.open:
            return
        if not spots:
            spot = self._spot()
            spots = self._review.alike(spot) if self.answers.everywhere.isChecked() else (spot,)
        self._history.perform(lambda: answer(folder, spots))
        self._say_where()

    def _take_back(self) -> None:
        if self._history.can_undo():
            self._history.undo()
            self._say_where()

    def _go(self, steps: int) -> None:
        if self._folder is None or not self._review.open:
            return
        self._at = (self._at + steps) % len(self._review.open)
        self._show_find(self._folder)
        self._say_where()

    def _say_where(self) -> None:
        """Announce the find that is shown now, and keep the keyboard in this pane."""
        announcer, tr = self._context.announcer, self._context.words.tr
        if self._review.open:
            announcer.announce(f"{self.line.accessibleName()}. {self._progress.sentence.text()}")
            if not self.isAncestorOf(QApplication.focusWidget() or self):
                self.take_focus()
        else:
            announcer.announce(
                tr("Everything is checked. The check can miss a name, so read the lines once yourself.")
            )
            self.take_focus()

    def _bring_into_view(self) -> None:
        """Scroll to the answers once the box is among them: large text leaves little room."""
        QTimer.singleShot(0, self, lambda: self.scroll_area.ensureWidgetVisible(self.answers))

    def _choose_version(self) -> None:
        ConflictDialog(self._desk, self._spot().line.record, self._context, self.window()).open()


def _place(spots: Sequence[Spot], before: int, new: Collection[tuple[RecordId, str]]) -> int:
    """Return which find to show: the first in a ``new`` text, else the one in the place ``before``."""
    found = (at for at, spot in enumerate(spots) if (spot.line.record, spot.line.field) in new)
    return next(found, min(before, max(0, len(spots) - 1)))


class CheckProgress(QWidget):
    """Says how many finds are checked; hidden when nothing was found."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.sentence, self._bar = Label(role="note"), ThinBar(words.tr("Checked"))
        column(self.sentence, self._bar, gap=Space.HAIR, within=self)

    def show_review(self, review: PrivacyReview) -> None:
        """Show how far the check is."""
        done, total = review.looked_at, review.total
        self.sentence.setText(
            self._words.ntr("{done} of {count} checked", "{done} of {count} checked", total, done=done)
        )
        self._bar.show_progress(done, total)
        self.setVisible(bool(total))


class SharedLines(QWidget):
    """Lists every line that will be shared, when no find is open or a person asks for them.

    Once the check was done, it lists what came or changed since: these are the lines to read.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._title = title = context.words.tr("Everything you will share: read it once")
        self.read_button = Button(context.theme, "", weight=Weight.QUIET, icon="note")
        self._heading, self.lines = Section(title), NoteList(context.theme, title)
        self._review = PrivacyReview((), ())
        self._new: Collection[tuple[RecordId, str]] = ()
        self._asked_for = False
        column(flowing(self.read_button), self._heading, self.lines, gap=Space.BASE, within=self)
        self.read_button.clicked.connect(self._toggle)
        context.theme.changed.connect(self._limit)
        self._limit()

    def forget_request(self) -> None:
        """Forget that a person asked for the lines; the next :meth:`show_review` applies it."""
        self._asked_for = False

    def show_review(self, review: PrivacyReview, new: Collection[tuple[RecordId, str]] = ()) -> None:
        """Show the lines of ``review``, or the ``new`` ones among them, or the button that asks for all."""
        self._review, self._new = review, new
        words = self._context.words
        fresh = [line for line in review.lines if (line.record, line.field) in new]
        finished = not review.open and not fresh
        shown = bool(review.lines) and (finished or self._asked_for or bool(fresh))
        self.read_button.setVisible(bool(review.lines) and not finished)
        count = len(review.lines)
        read = words.ntr("Read {count} line you will share", "Read all {count} lines you will share", count)
        self.read_button.setText(words.tr("Hide the lines") if self._asked_for else read)
        since = words.ntr("{count} line since you looked", "{count} lines since you looked", len(fresh))
        lines = fresh if fresh and not self._asked_for else review.lines
        self._heading.show_text(since if lines is fresh else self._title)
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
                    for place, line in enumerate(lines)
                ]
            )

    def _toggle(self) -> None:
        self._asked_for = not self._asked_for
        self.show_review(self._review, self._new)

    def _limit(self) -> None:
        self.lines.setFixedHeight(self._context.theme.scaled(_LINES))


class AnswerHistory(QObject):
    """Counts the answers given one after another, so that Undo takes back these and nothing else."""

    ended = Signal()
    """Something else changed: Undo would take that back, so the answers are forgotten."""

    def __init__(self, desk: Desk, signals: DeskSignals, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._given = 0
        self._answering = False
        signals.changed.connect(self._on_desk_changed)

    def can_undo(self) -> bool:
        """Return whether an answer can be taken back."""
        return self._given > 0

    def forget(self) -> None:
        """Forget the answers that were given."""
        self._given = 0

    def perform(self, answer: Callable[[], None]) -> None:
        """Give an answer; it is counted before the desk reports the change, unless it fails."""
        self._change(answer, 1)

    def undo(self) -> None:
        """Take back the last answer."""
        self._change(self._desk.undo, -1)

    def _change(self, perform: Callable[[], object], count: int) -> None:
        self._answering = True
        self._given += count
        try:
            perform()
        except BaseException:
            self._given -= count
            raise
        finally:
            self._answering = False

    def _on_desk_changed(self, outcome: Outcome) -> None:
        if not self._answering and outcome.ids:
            self._given = 0
            self.ended.emit()


class PrivacyKeys(QObject):
    """The keys of the privacy check, which work while ``pane`` is shown; each stands on its button."""

    pressed = Signal(object)
    """Carries the button whose key was pressed."""

    def __init__(self, context: Context, pane: QWidget, buttons: Sequence[Button]) -> None:
        super().__init__(pane)
        self._words, self._actions = context.words, Actions(context.theme, pane, context.keys)
        self._named = [(button, button.text()) for button in buttons]
        self._declared = privacy_keys(context.words)
        for button, action in zip(buttons, self._declared, strict=True):
            self._actions.add(action, partial(self.pressed.emit, button)).setAutoRepeat(False)
        context.keys.changed.connect(self._name_keys)
        self._name_keys()

    def _name_keys(self) -> None:
        for (button, text), action in zip(self._named, self._declared, strict=True):
            key = named(self._actions.keys_of(action))
            button.setText(self._words.tr("{words} ({key})", words=text, key=key) if key else text)


def privacy_keys(words: Words) -> tuple[Action, ...]:
    """Return the keys of the privacy check, for the sheet of keys."""
    tr = words.tr
    group = tr("Privacy check")
    return (
        Action("check keep", tr("Keep"), ("K",), "", group),
        Action("check replace", tr("Replace"), ("R",), "", group),
        Action("check blank", tr("Blank"), ("B",), "", group),
        Action("check on", tr("Next"), ("N",), "", group),
        Action("check back", tr("Back"), ("P",), "", group),
        Action("check take back", tr("Undo"), ("Z",), "", group),
    )
