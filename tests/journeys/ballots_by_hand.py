"""The pile of ballots as a practiced typist types it into the real window, until it is killed.

``python -m tests.journeys.ballots_by_hand FOLDER COUNT PAINTED`` starts the app on the desk in a folder, goes
to the Forum tab with the keys, and types the ballots of the pile from the one on that it is asked for.  It
says each ballot right after its Enter, before the window does anything else, and once the window is painted
how long the app was at work with it.  Of every so many ballots one is painted after each key, as a person
sees it; the others only once, which is quicker.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_desk.app import start
from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.paths import Paths
from dialogue_desk.desk.program.forum_edits import choose_options, lock, set_up_forum
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.forum import Forum, ForumOption
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.forum.ballot_line import BallotLine
from dialogue_desk.ui.forum.ballot_typing import BallotTyping
from dialogue_desk.words import Words

OPTIONS, CHOICES, MOST = 20, 5, 3
FORUM_KEY = Qt.Key.Key_7
_SEED = 20270508


def the_pile(count: int) -> list[list[int]]:
    """Return the ballots as they lie in the pile, the same every time: five dots, three at most on one."""
    chance = random.Random(_SEED)
    return [chance.sample([*range(1, OPTIONS + 1)] * MOST, CHOICES) for _ in range(count)]


def as_typed(ballot: list[int]) -> str:
    """Return what is typed of a ballot before Enter."""
    return " ".join(map(str, ballot))


def a_forum(path: Path) -> RecordId:
    """Make a desk with a program whose people vote on twenty options; return the program."""
    desk, words = Desk(DeskFile(path), SystemClock(), RandomIds(_SEED)), Words()
    program = desk.add(NO_OWNER, Program("Porch Lights", "PL"))
    options = [
        ForumOption(RecordId(f"idea-{number}"), number, (("en", f"What option {number} asks for"),))
        for number in range(1, OPTIONS + 1)
    ]
    choose_options(desk, program, options, words)
    set_up_forum(desk, program, Forum(CHOICES, MOST), words)
    lock(desk, program, words)
    desk.file.close()
    return program


def say(**told: object) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def settle() -> None:
    """Let the window do all that a key brought about, painting included."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()


def at_the_ballots(app: QApplication, folder: Path) -> BallotTyping:
    """Start the app, and go to where ballots are typed; the line has the keyboard."""
    application = start(app, Paths(folder / "desk.db", folder / "settings.toml", folder / "log.txt"))
    application.window.showNormal()
    application.window.resize(1366, 768)
    application.window.activateWindow()
    while application.workspace is None:
        settle()
    desk = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds())
    (program,) = (one.id for one in desk.file.records.everything() if isinstance(one.body, Program))
    desk.file.close()
    application.workspace.go(Route(PageName.PROGRAM, program))
    window, typing = application.window, application.window.findChild(BallotTyping)
    while typing is None or not typing.isVisible():
        settle()
        QTest.keyClick(app.focusWidget() or window, FORUM_KEY, Qt.KeyboardModifier.ControlModifier)
        typing = window.findChild(BallotTyping)
    while not isinstance(app.focusWidget(), BallotLine):
        settle()
        QTest.keyClick(app.focusWidget() or window, Qt.Key.Key_Tab)
    return typing


def type_ballots(app: QApplication, typing: BallotTyping, pile: list[list[int]], painted: int) -> None:
    """Type each ballot from the one on that is asked for, where the keyboard is and nowhere else."""
    for number in range(typing.number, len(pile) + 1):
        before = time.perf_counter()
        for key in as_typed(pile[number - 1]):
            QTest.keyClick(line_with_the_keyboard(app), key)
            if number % painted == 0:
                settle()
        QTest.keyClick(line_with_the_keyboard(app), Qt.Key.Key_Return)
        worked = time.perf_counter() - before
        say(ballot=number)
        before = time.perf_counter()
        settle()
        worked += time.perf_counter() - before
        assert typing.number == number + 1 and not typing.trouble.text(), typing.trouble.text()
        say(worked=worked, painted=number % painted == 0)


def line_with_the_keyboard(app: QApplication) -> BallotLine:
    """Return the line that is typed in: nothing but Enter leads from one ballot to the next."""
    line = app.focusWidget()
    assert isinstance(line, BallotLine), line
    return line


def main(folder: Path, count: int, painted: int) -> None:
    app = QApplication(sys.argv[:1])
    typing = at_the_ballots(app, folder)
    say(next=typing.number)
    type_ballots(app, typing, the_pile(count), painted)
    sys.stdin.read()  # it is killed here, or earlier


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
