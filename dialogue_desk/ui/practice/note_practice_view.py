"""Practicing to take notes: the circle speaks above or beside, and notes are written as in a session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.note_practice import NotePractice
from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.desk_signals import DeskSignals
from dialogue_desk.ui.core.key_places import COMMAND_MODIFIERS
from dialogue_desk.ui.core.undo import redo, undo
from dialogue_desk.ui.notes.notes_panel import NotesPanel
from dialogue_desk.ui.practice.practice_bar import PracticeBar
from dialogue_desk.ui.practice.spoken_lines import SpokenLines, spoken_text
from dialogue_desk.ui.run.run_shortcuts import earlier_key, kind_keys, option_key, session_keys, spread_keys
from dialogue_desk.ui.run.session_bar import Piece, SessionBar
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Hairline
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import title_of

TICK_MS = 200
_LETTERS = ("clock", "note")
"""The keys that are letters: before the circle speaks, they begin a note."""
_BESIDE = 860
"""The width, at 100 % text, from which notes are written beside the circle and not under it."""


class CircleSpeaks(QWidget):
    """Shows which part it is and what is said in it, over the buttons that begin, pause and end it."""

    def __init__(self, context: Context, *, line_by_line: bool) -> None:
        super().__init__()
        self._words, self._line_by_line = context.words, line_by_line
        theme, tr = context.theme, context.words.tr
        self._title, self._number = Label(role="heading"), Label(role="note", wrap=False)
        self._hint = Label(role="lead")
        self._welcome = ScrollColumn(theme, edge=0, least=Space.VAST)
        welcome = tr(
            "When you press Start, the circle begins to talk. Write what matters, without names, and press "
            "Enter after each note."
        )
        letters = tr("The letters only show that another voice speaks. F is the facilitator.")
        self._welcome.add(Label(welcome, "lead"), Label(letters, "muted"), STRETCH)
        self.lines = SpokenLines(theme, context.words)
        self._progress = SessionBar(theme)
        self.clock_button = Button(theme, tr("Start"), weight=Weight.PRIMARY, icon="play")
        self.line_button = Button(theme, tr("Next line"), icon="next", trailing=True)
        self.end_button = Button(theme, tr("Stop here and see my notes"))
        column(
            row((self._title, 1), self._number, gap=Space.SNUG),
            self._progress,
            self._hint,
            (self._welcome, 1),
            (self.lines, 1),
            Hairline(),
            flowing(self.clock_button, self.line_button, self.end_button),
            gap=Space.SNUG,
            margins=(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE),
            within=self,
        )

    def show_part(self, number: int, total: int, title: str) -> None:
        """Say in which part of the conversation this is said."""
        self._number.setText(self._words.tr("Part {number} of {total}", number=number, total=total))
        self._title.setText(title)

    def show_state(self, practice: NotePractice) -> None:
        """Offer what makes sense now, and say how it goes on."""
        tr, going, over = self._words.tr, practice.going, practice.over
        self._welcome.setHidden(practice.started)
        self.lines.setVisible(practice.started)
        self._progress.show_pieces([Piece(all_, said / all_) for said, all_ in practice.progress() if all_])
        self.clock_button.setText(
            tr("Start") if not practice.started else tr("Pause") if going else tr("Go on")
        )
        self.clock_button.show_icon("pause" if going else "play")
        self.clock_button.setHidden(over or (self._line_by_line and practice.started))
        self.line_button.setHidden(over or not practice.started)
        self.end_button.setHidden(not practice.started)
        self.end_button.setText(tr("See my notes") if over else tr("Stop here and see my notes"))
        by_line = self._line_by_line and practice.started
        for button, leads in (
            (self.clock_button, not going),
            (self.line_button, by_line),
            (self.end_button, over),
        ):
            button.set_weight(Weight.PRIMARY if leads and not button.isHidden() else Weight.NORMAL)
        self._hint.setText(self._hint_text(practice))
        self._hint.setVisible(bool(self._hint.text()))

    def _hint_text(self, practice: NotePractice) -> str:
        if practice.over:
            return last_line_text(self._words)
        return self._words.tr("The circle waits.") if practice.started and not practice.going else ""


def last_line_text(words: Words) -> str:
    """Return what is said when the circle has said everything."""
    return words.tr("That was the last line. Finish your notes. There is no hurry.")


class NotePracticeView(QWidget):
    """One practice, from its first line to its last note; ``finished`` tells that the notes are wanted."""

    finished = Signal()
    left = Signal()

    def __init__(self, practice: NotePractice, context: Context) -> None:
        super().__init__()
        self.practice = practice
        self._desk = desk = practice.rehearsal.desk
        self._context = context = replace(context, desk_signals=DeskSignals(desk, self))
        words = context.words
        self._said, self._part = 0, -1
        self._unheard: list[str] = []
        self._over = False
        self.bar = PracticeBar(context, words.tr("Leave the practice"))
        self.circle = CircleSpeaks(context, line_by_line=practice.pace is Pace.LINE_BY_LINE)
        self.notes = NotesPanel(desk, context)
        self.notes.keep_time(practice.said_at)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.actions_here = Actions(context.theme, self, context.keys)
        self._add_keys()
        self._connect()
        self._lay_out()
        self.notes.show_folder(practice.folder)
        guide, plan = practice.folder.guide, practice.folder.plan
        self.bar.show_text(practice.script.title, f"{guide.title} · {title_of(plan, words)}")
        self._show_part(practice.begun_in)
        self._show_state()

    def take_focus(self) -> None:
        """Put the keyboard on what begins the practice, or where notes are written."""
        if self.practice.started:
            self.notes.focus_box()
        else:
            self.circle.clock_button.setFocus()

    def start_or_pause(self) -> None:
        """Let the circle begin, wait or go on."""
        practice = self.practice
        if practice.over:
            self.notes.focus_box()
        elif practice.going and practice.pace is not Pace.LINE_BY_LINE:
            practice.pause()
            self._timer.stop()
            self._context.announcer.announce(self._context.words.tr("The circle waits."))
        elif not practice.going:
            practice.go_on()
            self._timer.start()
            self.notes.focus_box()
        self.tick()

    def next_line(self) -> None:
        """Hear the next line now."""
        if self.practice.started:
            self.practice.next_line()
            self.tick()
            self.notes.focus_box()

    def finish(self) -> None:
        """Save the line that is being typed, and end."""
        if self.practice.started:
            self.leave()
            self.notes.keep_what_is_typed()
            self.finished.emit()

    def leave(self) -> None:
        """Follow the clock no more."""
        self.practice.pause()
        self._timer.stop()

    def undo(self) -> None:
        """Undo what was done last with the notes."""
        undo(self._desk, self._context, in_session=True)

    def redo(self) -> None:
        """Redo what was undone last."""
        redo(self._desk, self._context)

    def tick(self) -> None:
        """Say what has been said since, and show where the conversation is."""
        fresh = self.practice.heard()[self._said :]
        for line in fresh:
            if line.part != self._part:
                self._unheard.append(self.practice.script.parts[line.part].title)
            self._show_part(line.part)
            self.circle.lines.say(line)
            self._unheard.append(spoken_text(line, self._context.words))
        self._said += len(fresh)
        if self.practice.over and not self._over:
            self._over = True
            self._timer.stop()
            self._unheard.append(last_line_text(self._context.words))
        self._announce()
        self._show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have what is typed before the start in the note: nothing that is typed is lost."""
        typed = "" if event.modifiers() & COMMAND_MODIFIERS else event.text().strip()
        if self.practice.started or not typed.isprintable() or not typed:
            super().keyPressEvent(event)
            return
        self.notes.focus_box()
        if self.notes.note_input.box.hasFocus():
            self.notes.note_input.box.insertPlainText(typed)

    def _show_state(self) -> None:
        for letter in _LETTERS:
            self.actions_here[letter].setEnabled(self.practice.started)
        self.circle.show_state(self.practice)

    def _announce(self) -> None:
        """Read out what is new, once nobody is in the middle of a note."""
        if self._unheard and not self.notes.note_input.text().strip():
            heard, self._unheard = self._unheard, []
            self._context.announcer.announce(" ".join(heard))

    def _show_part(self, place: int) -> None:
        if place == self._part:
            return
        self._part = place
        parts = self.practice.script.parts
        self.circle.show_part(place + 1, len(parts), parts[place].title)
        if (part := self.practice.part(place)) is not None:
            before = [self.practice.part(one) for one in reversed(range(self.practice.begun_in, place))]
            self.notes.show_part(part, earlier=[one for one in before if one is not None])

    def _follow_desk(self, outcome: Outcome) -> None:
        self.practice.follow(outcome)
        self.notes.show_folder(self.practice.folder)

    def _connect(self) -> None:
        self._context.desk_signals.changed.connect(self._follow_desk)
        self.circle.clock_button.clicked.connect(self.start_or_pause)
        self.circle.line_button.clicked.connect(self.next_line)
        self.circle.end_button.clicked.connect(self.finish)
        self.bar.back.clicked.connect(self.left)
        self.notes.escaped.connect(self._leave_box)
        self.notes.note_input.box.textChanged.connect(self._announce)

    def _leave_box(self) -> None:
        buttons = (self.circle.clock_button, self.circle.line_button, self.circle.end_button)
        shown = [one for one in buttons if one.isVisible()]
        if shown:
            shown[0].setFocus()

    def _add_keys(self) -> None:
        words, choices = self._context.words, self.notes.note_input.choices
        known = {action.id: action for action in session_keys(words)}
        next_line = Action("line", words.tr("Next line"), ("PgDown",), "next", words.tr("Practice"))
        handlers: list[tuple[Action, Callable[[], object]]] = [
            (known["clock"], self.start_or_pause),
            (next_line, self.next_line),
            (known["note"], self.notes.focus_box),
            (earlier_key(words), choices.open_earlier),
            (option_key(words), choices.choose_next_option),
        ]
        handlers += [(action, partial(choices.choose_kind, kind)) for kind, action in kind_keys(words)]
        handlers += [(key, partial(choices.choose_spread, spread)) for spread, key in spread_keys(words)]
        for action, run in handlers:
            live = self.actions_here.add(action, run)
            live.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            live.setAutoRepeat(False)

    def _lay_out(self) -> None:
        sides = ResponsiveRow(self._context.theme, _BESIDE, gap=0)
        sides.add(self.circle, 70)
        sides.add(self.notes, 45)
        column(self.bar, (sides, 1), within=self)
