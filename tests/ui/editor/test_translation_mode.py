"""Two languages are side by side; a key leads from one text that is left to the next."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.guides.edit_history import EditKind
from dialogue_desk.exchange import section_texts
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.ui.editor.outline_rows import path_of
from tests.ui.seen import nameless, words_on


@pytest.fixture
def pane(editor, session):
    """The translation, with one new text in each of two parts."""
    for place in (0, 2):
        editor.steps.add_text((session, place), Sort.TIP, 0, f"New {place}.")
    editor.go_to((session, 0))
    editor.translate(on=True)
    return editor.translation.pane


def left(editor):
    return sum(editor.translation.counts.values())


def tip(editor, session, place, language):
    return section_texts.texts(editor.editing.sources[language].at((session, place)), Sort.TIP)[0]


def test_what_is_not_translated_is_marked_at_its_text_and_in_the_outline(editor, pane, session):
    assert "New 0." in words_on(pane) and words_on(pane).count("Not translated yet") == 1
    marked = {row.id for row in editor.outline.list.rows() if row.mark}
    assert {f"{session}/0", f"{session}/2"} <= marked
    assert f"{left(editor)} texts are not translated yet." in words_on(pane)
    assert nameless(pane) == []


def test_the_key_leads_to_each_text_that_is_left_and_round_again(editor, pane, session, qtbot):
    seen = []
    for _ in range(left(editor) + 1):
        pane.next_wanted.emit()
        seen.append((pane.path, QApplication.focusWidget().accessibleDescription()))
    assert ((session, 0), "New 0.") in seen and ((session, 2), "New 2.") in seen
    assert len(set(seen)) == left(editor)


def test_typing_over_the_text_translates_it_and_leaves_the_original(editor, pane, session, qtbot):
    before = left(editor)
    pane.next_wanted.emit()
    qtbot.keyClicks(QApplication.focusWidget(), "Nuevo.")
    assert (tip(editor, session, 0, "en"), tip(editor, session, 0, "es")) == ("New 0.", "Nuevo.")
    assert left(editor) == before - 1 and "Not translated yet" not in words_on(pane)
    assert editor.bar.undo.text() == "Undo: translating"
    editor.undo()
    assert left(editor) == before and editor.translating
    assert editor.steps.language == "en"


def test_a_translation_that_is_emptied_is_not_translated(editor, pane, session, qtbot):
    pane.next_wanted.emit()
    box = QApplication.focusWidget()
    qtbot.keyClicks(box, "Nuevo.")
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    assert tip(editor, session, 0, "es") == "New 0." and "Not translated yet" in words_on(pane)


def test_a_language_is_added_with_everything_left_and_undone_again(editor, pane):
    editor.translation.pane.add.chosen.emit("so")
    assert list(editor.editing.sources) == ["en", "es", "so"]
    assert pane.target.choice() == "so" and left(editor) > 100
    editor.undo()
    assert list(editor.editing.sources) == ["en", "es"] and pane.target.choice() == "es"


def test_the_two_languages_change_places(editor, pane, session):
    pane.first.choose("es")
    pane.first.chosen.emit("es")
    assert (editor.translation.steps.first, editor.translation.steps.language) == ("es", "en")


def test_back_in_the_form_the_check_marks_the_outline_again(editor, pane):
    editor.translate(on=False)
    assert not editor.translating and editor.form.isVisible()
    fixes = {one.path for one in editor.check._remarks if not one.hint}
    marked = {path_of(row.id) for row in editor.outline.list.rows() if row.mark}
    assert all(any(fix[: len(path)] == path for fix in fixes) for path in marked)


def test_a_guide_in_one_language_says_so(editor):
    editor.steps.make(EditKind.BRING_BACK, {"en": editor.source})
    editor.translate(on=True)
    pane = editor.translation.pane
    assert "This guide has one language. Choose one to add." in words_on(pane)
    assert pane.add.isVisible(), "one is offered to add"
    assert not pane.first.isVisible() and not pane.target.isVisible(), "not English beside English"
    editor.translation.pane.add.chosen.emit("es")
    assert list(editor.editing.sources) == ["en", "es"]
    assert pane.first.isVisible() and pane.target.choice() == "es"


def test_a_text_keeps_its_room_when_it_is_translated(editor, pane, qtbot, qapp):
    pane.next_wanted.emit()
    box = QApplication.focusWidget()
    line = next(row for row in pane.rows.values() if row.box is box)
    qapp.processEvents()
    before = line.height()
    qtbot.keyClicks(box, "N")
    for _ in range(5):
        qapp.processEvents()
    assert "Not translated yet" not in words_on(pane)
    assert line.height() == before == line.sizeHint().height()


def test_a_translated_title_keeps_to_one_line_of_as_many_letters_and_says_so(editor, pane):
    line = next(row for unit, row in pane.rows.items() if unit.sort == "title")
    line.box.selectAll()
    long = QMimeData()
    long.setText("Uno\n" + "x" * 400)
    line.box.insertFromMimeData(long)
    assert line.box.text() == ("Uno " + "x" * 400)[:200]
    assert any("200 letters" in text for text in words_on(line))


@pytest.mark.parametrize("translating", [False, True])
def test_undoing_a_language_that_is_edited_goes_on_in_one_that_is_there(editor, pane, translating):
    pane.add.chosen.emit("so")
    editor.translate(on=False)
    editor.choose_language("so")
    editor.translate(on=translating)
    editor.undo()
    assert editor.steps.language == editor.order.language == "en"
    assert "so" not in editor.editing.sources
