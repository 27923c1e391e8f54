"""What a person waits for in the editor of guides: until a large guide is open, and a key is checked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.desk_signals import DeskSignals
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.ui.editor.editor_view import EditorView
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words
from tools.bench.evening import settle
from tools.bench.figures import Figure, middle_and_worst, milliseconds
from tools.bench.large_guide import large_guide
from tools.gallery.stage import OneFolderPrompts, raise_error

OPENINGS, KEYS = 5, 200


def editor_figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures, working in ``folder``."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication), "the bench has a window system"
    theme = AppTheme.load("light")
    theme.apply(app)
    desk = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds())
    own = OwnGuides(desk)
    alone = own.add((large_guide(),), Origin.WRITTEN)
    key = own.add((large_guide(), large_guide("es")), Origin.WRITTEN)
    window = QWidget()
    words, announcer = Words(), Announcer(window)
    toast = Toast(theme, words, announcer)
    toast.setParent(window)
    worker = Worker(raise_error, window)
    context = Context(
        theme, words, OneFolderPrompts(folder), worker, announcer, toast, DeskSignals(desk, window)
    )
    view = EditorView(desk, own, context)
    theme.dress(view)
    view.resize(1366, 768)
    view.show()
    yield _opened(view, alone, "a guide of 40 x 40 parts opened")
    yield _opened(view, key, "the same in two languages")
    yield _typed(view, key)
    view.leave()
    worker.close()
    desk.file.close()


def _opened(view: EditorView, key: str, name: str) -> Figure:
    def opening() -> None:
        view.edit(key)
        settle()

    times = []
    for _ in range(OPENINGS):
        view.leave()
        times.append(milliseconds(opening))
    middle, worst = middle_and_worst(times)
    return Figure(name, "ms", middle, worst, "under 1,000 ms", worst < 1_000)


def _typed(view: EditorView, key: str) -> Figure:
    view.edit(key)
    editor = view.editor
    assert editor is not None, "the guide can be edited"
    editor.go_to((3, 7))
    settle()
    field = editor.form.shown.fields[0] if editor.form.shown else None
    box = getattr(field, "box", None)
    assert box is not None, "a part has a title"

    def typing() -> None:
        box.insertPlainText("a")
        settle()

    times = [milliseconds(typing) for _ in range(KEYS)]
    middle, worst = middle_and_worst(times)
    return Figure("a key typed there, checked and painted", "ms", middle, worst, "under 50 ms", worst < 50)
