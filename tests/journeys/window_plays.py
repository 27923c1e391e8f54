"""Plays in the real window: every move by a real key, and what is seen beside what the value says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import HOUR, SECOND, RecordId
from dialogue_desk.domain.model.live_session import MoveKind, Phase
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.core.session_text import lateness
from dialogue_desk.ui.run.run_page import RunPage
from dialogue_desk.ui.run.top_bar import SOON
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import who_leads
from dialogue_desk.words.times import short_time, time_of_day, whole_minutes
from tests.desk.evening import SEVEN_PM
from tests.plays import stage
from tests.ui.seen import words_on

KEYS = {
    "next": Qt.Key.Key_PageDown,
    "back": Qt.Key.Key_PageUp,
    "start": Qt.Key.Key_P,
    "pause": Qt.Key.Key_P,
    "resume": Qt.Key.Key_P,
}


class WindowLaptop(stage.Laptop):
    """A laptop of the plays whose session runs in its window.  ``laptop`` starts windows on one desk."""

    def __init__(self, laptop):
        self.laptop = laptop
        super().__init__(laptop.paths.desk.parent / "plays", None, seed=1)
        self.clock = laptop.clock

    def open(self):
        """Open the app."""
        self.sitting = self.laptop.start()
        self.desk = self.sitting.desk
        if self.session_id:
            self.press(Qt.Key.Key_Return)  # Home offers to resume, with the focus on it
            self._take_up()

    def begin(self, guide):
        """Prepare the session, and go to it."""
        self.session_id = create_session(
            self.desk,
            SessionDraft(
                (guide,), "s2", 2, SEVEN_PM, SEVEN_PM + 2 * HOUR, 12, circle=Circle("C07", "Library")
            ),
        )
        self.sitting.workspace.go(Route(PageName.RUN, self.session_id))
        self._take_up()

    def _take_up(self):
        assert self.sitting.workspace.route == Route(PageName.RUN, self.session_id)
        self._live = self.page._controller.runner
        self._read = self._live.read()

    @property
    def page(self):
        """The page the session runs on."""
        return self.sitting.workspace.pages._pages[RunPage]

    def session(self):
        """Return the session as it is on disk."""
        return self.sitting.workspace.pages.folders.session(RecordId(self.session_id))

    def press(self, key):
        """Press a key where the focus is."""
        self.laptop.qtbot.keyClick(QApplication.focusWidget() or self.sitting.window, key)

    def beat(self):
        """Let the window look at its clock, as its timer does all the time."""
        if self._live is not None:
            if self._live.interruption() is None:
                self.page._controller.tick()
            super().beat()

    def do(self, deed):
        """Do what a line says by the keys of a facilitator."""
        verb, _, what = deed.partition(" ")
        if verb == "close":
            self._close()
        elif verb == "resume" and self._live.interruption() is not None:
            button = self.page.resume.count_button if what else self.page.resume.resume_button
            button.setFocus()
            self.press(Qt.Key.Key_Return)
        elif verb in KEYS:
            self.press(KEYS[verb])
        else:
            super().do(deed)
            if self._live is not None and self._live.interruption() is None:
                self.page._controller.after_move()  # a plan is made beside the window
        if self._live is not None:
            self._read = self._live.read()
        self.look()

    def _close(self):
        """Wrap up the session from the last part, which is chosen in the list of parts."""
        if self.live.live.upcoming:
            parts = self.page.rail.parts
            parts.setFocus()
            self.press(Qt.Key.Key_End)
            self.press(Qt.Key.Key_Return)
        self.press(Qt.Key.Key_PageDown)

    def do_kill(self, what):
        """Let the app go as if it had been killed: nothing of the window's is said or written any more."""
        self._live = None
        self.laptop.stop(self.sitting)

    def check(self, expected):
        """Check the value, and then that the window shows it."""
        super().check(expected)
        self.look()

    def look(self):
        """Check that what is seen is what the value says."""
        if self._live is None:
            return
        if self.live.live.phase is Phase.CLOSED:
            assert self.sitting.workspace.route == Route(PageName.CLOSE, self.session_id)
        elif self.live.interruption() is not None:
            self._check_what_is_asked()
        else:
            check_the_window(self.page, self.session())

    def _check_what_is_asked(self):
        left, said = self.live.interruption(), self.page.resume.sentence()
        assert f"part {left.reading.part + 1}, {self.session().plan.parts[left.reading.part].title}" in said
        assert f"with {stage.clock_text(left.reading.left)} left" in said
        assert stage.clock_text(left.reading.left) in self.page.resume.resume_button.text()


def check_the_window(page, folder):
    """Check that the page of a running session shows what its value says."""
    words, player = page._context.words, page._controller
    live, reading = player.live, player.read()
    part = folder.plan.parts[live.current]
    zone = folder.session.zone
    assert page.card._title.text() == part.title
    where = words.tr(
        "Part {number} of {total} · {kind}",
        number=live.current + 1,
        total=len(live.parts),
        kind=name_of(part.kind, words),
    )
    led = f" · {who_leads(part.lead, words)}" if part.lead else ""
    assert page.card._number.text() == where + led
    seconds = -(-reading.left // SECOND) if reading.left > 0 else -reading.left // SECOND
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    clock = f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
    assert page.card.ring.clock() == ("+" if reading.left <= -SECOND else "") + clock
    here = page.rail.parts.rows()[live.current]
    assert here.id == part.id
    assert here.state.value == "current"
    states = [row.state.value for row in page.rail.parts.rows()]
    assert states.count("current") == 1
    assert {place for place, state in enumerate(states) if state == "ahead"} <= set(live.upcoming)
    shown = page.top._time.accessibleName()
    assert time_of_day(reading.at, zone, words) in shown
    assert short_time(reading.ends, zone, words) in shown.split(", ", 1)[1]
    drift = page.top.drift
    if reading.at >= live.start - SOON:  # hours before the start nobody is early
        assert lateness(reading.late, words) in (drift.accessibleName() if drift.isVisible() else shown)
    done = words.tr(
        "{done} of {total} min", done=whole_minutes(reading.session_elapsed), total=folder.plan.minutes
    )
    assert done in " ".join(words_on(page.rail._head))
    if live.upcoming and live.phase is not Phase.CLOSED:
        coming = folder.plan.parts[live.upcoming[0]].title
        assert page.card.next_button.text() == words.tr("Next: {part}", part=coming)
    if MoveKind.BACK in live.allowed and not player._came_from:
        before = folder.plan.parts[live.part_before].title
        assert page.card.back_button.accessibleName() == words.tr("Back to {part}", part=before)
    assert (
        page.card.clock_button.text()
        == {
            Phase.READY: words.tr("Start"),
            Phase.RUNNING: words.tr("Pause"),
            Phase.PAUSED: words.tr("Resume"),
            Phase.CLOSED: words.tr("Open the session again"),
        }[live.phase]
    )


class WindowStage(stage.Stage):
    """One window in the room."""

    def __init__(self, laptop, guide):
        self._now = 0
        first = WindowLaptop(laptop)
        first.begin(guide)
        self.laptops = [first]

    def play(self, text):
        for line in stage.lines_of(text):
            try:
                self._perform(line)
            except Exception as wrong:
                wrong.add_note(f"line {line.number}: {line.text}")
                raise
        self.laptops[0].check("phase closed")
