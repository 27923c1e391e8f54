"""The facilitator's tools in their looks: ``python -m tests.ui.session.tool_pictures FOLDER [LOOK ...]``."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dialogue_desk.desk.clock import HandClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guides import GuideShelf
from dialogue_desk.desk.ids import RandomIds
from dialogue_desk.domain.check_in import CheckIn
from dialogue_desk.domain.go_round import RoundMove
from dialogue_desk.domain.ids import MINUTE, SECOND
from dialogue_desk.domain.notes import Note
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.ui.announce import Announcer
from dialogue_desk.ui.lane import Lane
from dialogue_desk.ui.news import News
from dialogue_desk.ui.session.run import RunPage
from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.ui.theme import Theme
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words
from tests.ui.fakes import ReadyAnswers
from tests.ui.session.close_pictures import LongWords
from tests.ui.session.under_way import CAUGHT, FakeRoom, begun

LOOKS = {
    "light": ("light", 100, False, (1366, 768)),
    "dark": ("dark", 100, False, (1366, 768)),
    "contrast": ("contrast", 100, False, (1366, 768)),
    "large": ("light", 200, False, (1366, 768)),
    "larger": ("light", 125, False, (1280, 720)),
    "mirrored": ("light", 100, True, (1366, 768)),
    "spanish": ("light", 100, False, (1366, 768)),
}


def part(page, name):
    page._player.go_to(name)
    page._player.tick()


def speak(page, clock, seconds=90):
    clock.turn(seconds * SECOND)
    page.tools.round.primary.click()


def card(page, clock):
    part(page, "where-i-stand")


def round_setup(page, clock):
    part(page, "where-i-stand")
    page.tools.show_round()


def round_silence(page, clock):
    round_setup(page, clock)
    page.tools.round.primary.click()
    clock.turn(12 * SECOND)


def round_turn(page, clock):
    round_silence(page, clock)
    page.tools.round.primary.click()
    for seat in range(4):
        speak(page, clock)
        speak(page, clock, 3)
        if seat == 1:
            page.tools.round.move_buttons[RoundMove.PASS_FOR_NOW].click()
        if seat == 2:
            page.tools.round.move_buttons[RoundMove.PASS].click()
    clock.turn(35 * SECOND)


def round_over(page, clock):
    round_turn(page, clock)
    clock.turn(92 * SECOND)


def round_done(page, clock):
    round_turn(page, clock)
    page.tools.round.move_buttons[RoundMove.STOP].click()


def stack(page, clock):
    part(page, "facts")
    page.tools.turn_stack()
    for seat in (4, 7, 2):
        page.tools.stack.box.setText(str(seat))
        page.tools.stack._put()
    page.tools.stack._take()


def groups(page, clock):
    page.tools.show_groups()


def tables(page, clock):
    page.tools.show_groups()
    page.tools.groups.way.choose("tables")
    page.tools.groups._choose_way()


def group_steps(page, clock):
    groups(page, clock)
    page.tools.groups.primary.click()
    clock.turn(3 * MINUTE + 5 * SECOND)


def check_in(page, clock):
    page.tools.pause_and_check_in()


def check_in_silence(page, clock):
    check_in(page, clock)
    page.tools.check_in.move_buttons[CheckIn.SILENCE].click()
    clock.turn(18 * SECOND)


def steps(page, clock):
    for here in page._folder.plan.parts:
        if here.steps:
            part(page, here.id)
            clock.turn(here.steps[0].minutes * MINUTE + 8 * SECOND)
            return


def parking(page, clock):
    page.tools.turn_parking()


STATES = (
    card,
    round_setup,
    round_silence,
    round_turn,
    round_over,
    round_done,
    stack,
    groups,
    tables,
    group_steps,
    check_in,
    check_in_silence,
    steps,
    parking,
)


def main(folder: Path, wanted: list[str], states: list[str]) -> None:
    app = QApplication([])
    theme = Theme.load("light")
    theme.apply(app)
    for look, (name, scale, mirrored, _) in LOOKS.items():
        if wanted and look not in wanted:
            continue
        theme.change(name=name, scale=scale)
        app.setLayoutDirection(Qt.LayoutDirection(int(mirrored)))
        for state in STATES:
            if states and state.__name__ not in states:
                continue
            with TemporaryDirectory() as place:
                seen = picture(app, theme, state, look, Path(place))
                seen.save(str(folder / f"{state.__name__}-{look}.png"))


def picture(app, theme, state, look, place):
    size = LOOKS[look][3]
    clock = HandClock(1_773_356_400_000, zone=-240)
    desk = Desk(DeskFile(place / "desk.db"), clock, RandomIds(7))
    shelf = GuideShelf(resource("guides"), Words())
    words = LongWords() if look == "spanish" else Words()
    window = QWidget()
    announcer, lane = Announcer(window), Lane(window)
    toast = Toast(theme, words, announcer)
    toast.setParent(window)
    around = Surroundings(theme, words, ReadyAnswers(), lane, announcer, toast, News(desk, window))
    page = RunPage(desk, Folders(desk, shelf), around, Pulse(place / "desk.db"), FakeRoom())
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    ring = FocusRing(theme, window)
    window.resize(*size)
    window.show()
    plan = "s1" if state is steps else "s2"
    page.show_session(begun(desk, shelf, plan=plan, number=int(plan[1]), people=12))
    page.card.clock_button.click()
    desk.add(page._folder.id, Note(*CAUGHT[0][:2]))
    clock.turn(MINUTE)
    state(page, clock)
    page._player.tick()
    for _ in range(4):
        app.processEvents()
    window.resize(*size)
    app.processEvents()
    page._player.tick()
    grabbed = window.grab()
    print(look, state.__name__, window.size().toTuple(), page.minimumSizeHint().toTuple())  # noqa: T201
    page.leave()
    lane.close()
    desk.file.close()
    window.deleteLater()
    del ring
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return grabbed


if __name__ == "__main__":
    looks = [word for word in sys.argv[2:] if word in LOOKS]
    main(Path(sys.argv[1]), looks, [word for word in sys.argv[2:] if word not in LOOKS])
