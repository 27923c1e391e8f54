"""A guide of forty sessions with forty parts opens at once, and each key is checked before the next one.

The bounds are generous, because other programs run beside the tests; ``dev.py bench`` has the real ones.
"""

import time

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.ui.editor.editor_view import EditorView
from tools.bench.large_guide import PARTS, SESSIONS, large_guide


def milliseconds(timed):
    before = time.perf_counter()
    timed()
    QApplication.processEvents()
    return 1_000 * (time.perf_counter() - before)


@pytest.fixture
def view(desk, own, context, qtbot):
    view = EditorView(desk, own, context)
    qtbot.addWidget(view)
    view.resize(1366, 700)
    view.show()
    yield view
    view.leave()


def test_a_large_guide_opens_and_is_typed_into_without_waiting(view, own, record_property):
    key = own.add((large_guide(),), Origin.WRITTEN)
    opened = milliseconds(lambda: view.edit(key))
    editor = view.editor
    assert len(editor.source.sections) == SESSIONS and len(editor.source.sections[0].sections) == PARTS
    editor.go_to((3, 7))
    box = editor.form.shown.fields[0].box
    keys = sorted(milliseconds(lambda: box.insertPlainText("a")) for _ in range(40))
    record_property("opened ms", opened)
    record_property("key ms", keys[20])
    assert opened < 4_000 and keys[20] < 200
