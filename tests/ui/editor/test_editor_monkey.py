"""Whatever is pressed in whatever order, the guide stays one that is written and read back as it is."""

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.exchange.guide_files import tree_in
from dialogue_desk.exchange.guide_writing import written
from dialogue_desk.ui.editor.form_fields import FormField
from dialogue_desk.ui.editor.text_list import TextList
from dialogue_desk.words import Words

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
TEXTS = ("", " ", "Hello", "# no heading", "- x", "Tip: y", "1. z", "<b>", "ñ漢ع🙂", "{#a}", "\\", "x" * 300)


class Monkey:
    def __init__(self, editor, qtbot, seed):
        self.editor, self.qtbot, self.random = editor, qtbot, Random(seed)

    def press(self):
        self.random.choice((self.key, self.key, self.type, self.act, self.add, self.step, self.language))()

    def key(self):
        listed = self.editor.outline.list
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_End, Qt.Key.Key_Home)
        modifiers = self.random.choice((Qt.KeyboardModifier.NoModifier, ALT))
        self.qtbot.keyClick(listed, self.random.choice(keys), modifiers)

    def type(self):
        if self.editor.translating:
            boxes = [row.box for row in self.editor.translation.pane.rows.values()]
        else:
            shown = self.editor.form.shown
            lists = shown.findChildren(TextList)
            boxes = [row.box for one in lists for row in one.rows]
            boxes += [one.box for one in shown.findChildren(FormField) if hasattr(one, "box")]
        if boxes:
            box = self.random.choice(boxes)
            box.setPlainText(self.random.choice(TEXTS))
            key = self.random.choice((Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Down))
            self.qtbot.keyClick(box, key, self.random.choice((Qt.KeyboardModifier.NoModifier, ALT)))

    def act(self):
        self.editor.outline_actions.act(self.random.choice(("up", "down", "copy", "delete", "session")))

    def add(self):
        if self.random.random() < 0.2:
            self.editor.order.add_moment()
        else:
            self.editor.outline_actions.add_part(self.random.choice(("pairs", "break", "closing")))

    def step(self):
        self.random.choice((self.editor.undo, self.editor.undo, self.editor.redo))()

    def language(self):
        if self.random.random() < 0.3:
            self.editor.translate(on=not self.editor.translating)
        else:
            self.editor.choose_language(self.random.choice(list(self.editor.editing.sources)))


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_pressed_the_guide_stays_whole(view, editor, qtbot, seed):
    monkey, opened = Monkey(editor, qtbot, seed), editor.editing.text("en")
    for _ in range(90):
        monkey.press()
    for code, source in editor.editing.sources.items():
        again, lost = tree_in(written(source), Words())
        assert lost == () and written(again) == written(source), code
    english, spanish = (editor.editing.sources[code] for code in ("en", "es"))
    assert [path for path, _ in english.walk()] == [path for path, _ in spanish.walk()]
    while editor.editing.history.to_undo():
        editor.undo()
    QApplication.processEvents()
    assert editor.editing.text("en") == opened
