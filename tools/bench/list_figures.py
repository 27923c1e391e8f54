"""What a person waits for in a list of a thousand notes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.ids import SECOND, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.notes.notes_workbench import NotesWorkbench
from tools.bench.crowd import EVENING
from tools.bench.evening import press, run_in_window, sample_desk, settle
from tools.bench.figures import Figure, middle_and_worst, milliseconds
from tools.manual_clock import ManualClock

NOTES, ROUNDS = 1_000, 40
PAINTED = 33
_SAID = "Note {number}: stops near the school feel random; nobody says why, and people go home with that."


def list_figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures, working in ``folder``; each from the key until it is painted."""
    clock = ManualClock(EVENING, -240)
    session = sample_desk(folder / "desk.db", clock)
    _fill(folder / "desk.db", clock, session)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication), "the bench has a window system"
    application = run_in_window(app, folder, session, clock)
    work = application.window.findChild(NotesWorkbench)
    assert work is not None, "a session is run"
    work.list.setFocus()
    press(app, Qt.Key.Key_Home)
    down: list[float] = []
    scrolled: list[float] = []
    opened: list[float] = []
    typed: list[float] = []
    saved: list[float] = []
    bar = work.list.verticalScrollBar()
    for number in range(ROUNDS):
        down.append(_key(app, Qt.Key.Key_Down))
        opened.append(_key(app, Qt.Key.Key_F2))
        typed.append(_until_painted(lambda: QTest.keyClicks(work.editor.box, "a")))
        saved.append(_key(app, Qt.Key.Key_Return))
        scrolled.append(_until_painted(lambda number=number: bar.setValue(number * 200)))  # type: ignore[misc]
    application.window.close()
    for name, times in (
        ("a key down, painted", down),
        ("scrolled, painted", scrolled),
        ("opened to edit, painted", opened),
        ("a letter edited, painted", typed),
        ("saved, painted", saved),
    ):
        middle, worst = middle_and_worst(times)
        aim = f"under {PAINTED} ms"
        yield Figure(f"of {NOTES:,} notes, {name}", "ms", middle, worst, aim, middle < PAINTED)


def _fill(path: Path, clock: ManualClock, session: RecordId) -> None:
    desk = Desk(DeskFile(path), clock, RandomIds(3))
    notes = (
        Note(NoteKind.CONCERN, _SAID.format(number=number), part, said_at=EVENING + number * SECOND)
        for number, part in enumerate(("check-in", "where-i-stand") * (NOTES // 2))
    )
    desk.perform(Edit(Act.WRITE, tuple(Write.of(desk.new_id(), session, note) for note in notes)))
    desk.file.close()


def _key(app: QApplication, key: Qt.Key) -> float:
    return milliseconds(lambda: press(app, key))


def _until_painted(does: Callable[[], object]) -> float:
    def painted() -> None:
        does()
        settle()

    return milliseconds(painted)
