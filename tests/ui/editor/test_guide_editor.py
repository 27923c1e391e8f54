"""A guide is edited in the window: its outline, its words, its order, its check, and the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QSpinBox

from dialogue_desk.exchange import section_texts
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.ui.editor.editor_panes import Pane
from dialogue_desk.ui.editor.form_fields import NumberField, TextsField, TitleField
from tests.ui.seen import button_saying, nameless, words_on
from tests.ui.wheel import roll_over

ALT = Qt.KeyboardModifier.AltModifier


def titles(editor):
    return [row.title for row in editor.outline.list.rows()]


def field(editor, kind, key):
    return next(one for one in editor.form.shown.fields if isinstance(one, kind) and one.key == key)


def parts(editor, session, language="en"):
    return [part.id for part in editor.editing.sources[language].sections[session].sections]


def test_the_outline_has_the_sessions_and_the_parts_of_the_open_one(editor, session):
    source = editor.source
    assert titles(editor)[0] == "About this guide"
    assert titles(editor)[1] == f"1. {source.sections[session].title}"
    assert titles(editor)[2:-1] == [part.title for part in source.sections[session].sections]
    assert editor.outline.list.rows()[1].minutes == "120 min"


def test_the_arrows_go_through_the_outline_and_enter_leads_into_the_form(editor, session, qtbot):
    listed = editor.outline.list
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert editor.path == (session, 0)
    assert field(editor, TitleField, "title").box.text() == editor.source.at(editor.path).title
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field(editor, TitleField, "title").box


def test_typing_changes_the_guide_the_outline_and_the_undo_with_each_key(editor, session, qtbot):
    editor.go_to((session, 0))
    box = field(editor, TitleField, "title").box
    box.selectAll()
    qtbot.keyClicks(box, "Hello")
    assert editor.source.at((session, 0)).title == "Hello" and titles(editor)[2] == "Hello"
    assert editor.bar.undo.text() == "Undo: what you wrote"
    editor.undo()
    assert titles(editor)[2] != "Hello" and box.text() == titles(editor)[2]
    editor.redo()
    assert box.text() == "Hello"


def test_alt_and_an_arrow_move_a_part_in_every_language_and_over_the_edge_of_its_session(
    editor, session, qtbot, said
):
    before, title = parts(editor, session), editor.source.at((session, 0)).title
    editor.go_to((session, 0))
    qtbot.keyClick(editor.outline.list, Qt.Key.Key_Down, ALT)
    assert said == [f"{title} is now 2 of {len(before)}"]
    assert parts(editor, session)[:2] == parts(editor, session, "es")[:2] == before[1::-1]
    assert editor.path == (session, 1) and editor.outline.list.current_id() == f"{session}/1"
    editor.go_to((session, len(before) - 1))
    qtbot.keyClick(editor.outline.list, Qt.Key.Key_Down, ALT)
    assert editor.path == (session + 1, 0) and len(parts(editor, session)) == len(before) - 1
    qtbot.keyClick(editor.outline.list, Qt.Key.Key_Up, ALT)
    assert editor.path == (session, len(before) - 1)
    editor.go_to((session,))
    qtbot.keyClick(editor.outline.list, Qt.Key.Key_Down, ALT)
    assert said[-1].endswith("is now 2 of 2") and editor.path == (session + 1,)


def test_a_part_is_dragged_to_another_place(editor, session, qtbot):
    before = parts(editor, session)
    listed = editor.outline.list
    rows = [listed.visualRect(listed.model().index(at, 0)) for at in range(6)]
    qtbot.mousePress(listed.viewport(), Qt.MouseButton.LeftButton, pos=rows[2].center())
    for rect in (rows[3], rows[4]):
        qtbot.mouseMove(listed.viewport(), rect.center())
    listed._drag_to(rows[4].bottomLeft())
    qtbot.mouseRelease(listed.viewport(), Qt.MouseButton.LeftButton, pos=rows[4].bottomLeft())
    assert parts(editor, session)[:3] == [before[1], before[2], before[0]]


def test_delete_takes_a_part_away_and_the_message_brings_it_back(editor, session, context, qtbot):
    before = parts(editor, session)
    editor.go_to((session, 1))
    qtbot.keyClick(editor.outline.list, Qt.Key.Key_Delete)
    assert parts(editor, session) == [before[0], *before[2:]] == parts(editor, session, "es")
    assert context.toast.sentence().startswith("Deleted: ")
    editor.undo()
    assert parts(editor, session) == before and editor.path == (session, 1)
    assert context.toast.sentence() == "Undone: deleting a part"


def test_a_part_is_added_behind_the_selected_one_in_each_language_in_its_own_words(editor, session):
    editor.go_to((session, 1))
    editor.outline_actions.add_part("pairs")
    assert editor.path == (session, 2) and parts(editor, session)[2] == "pairs-2"
    english, spanish = (editor.editing.sources[code].at((session, 2)) for code in ("en", "es"))
    assert (english.title, spanish.title) == ("Pairs", "Pares")


def test_enter_in_a_text_begins_the_next_one_and_backspace_in_an_empty_one_removes_it(editor, session, qtbot):
    editor.go_to((session, 0))
    said = field(editor, TextsField, Sort.SAY).list
    count = len(said.rows)
    qtbot.keyClick(said.rows[0].box, Qt.Key.Key_Return)
    assert len(said.rows) == count + 1
    qtbot.keyClicks(QApplication.focusWidget(), "One more.")
    assert section_texts.texts(editor.source.at((session, 0)), Sort.SAY)[1] == "One more."
    box = said.rows[1].box
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert len(section_texts.texts(editor.source.at((session, 0)), Sort.SAY)) == count
    assert QApplication.focusWidget() is said.rows[0].box


def test_what_the_check_says_leads_to_its_field_and_is_fixed_there(editor, session, qtbot):
    place = next(at for at, part in enumerate(editor.source.sections[session].sections) if part.value("each"))
    editor.steps.figure((session, place), "minutes", "2")
    editor.go_to((session, place))
    remark = next(one for one in editor.check._remarks if one.field == "each")
    assert "go-round" in remark.sentence and "warning" in {row.mark for row in editor.outline.list.rows()}
    editor.go_to(())
    editor.open_remark(remark)
    number = field(editor, NumberField, "each")
    assert editor.path == (session, place) and QApplication.focusWidget() is number.number.box
    (*_, minutes) = remark.fixes
    qtbot.mouseClick(button_saying(editor.form, f"Make it {minutes[1]} min"), Qt.MouseButton.LeftButton)
    assert editor.source.at((session, place)).value("minutes") == minutes[1]
    assert editor.bar.undo.text() == "Undo: what the check offered"


def test_the_length_of_the_session_is_counted_while_minutes_change(editor, session):
    editor.go_to((session, 0))
    minutes = int(editor.source.at((session, 0)).value("minutes"))
    editor.form.shown.fields[2].number.box.setValue(minutes + 5)
    assert editor.check.length.text() == "125 of 120 min"
    assert editor.outline.list.rows()[1].minutes == "125 of 120 min"


def test_everything_on_it_has_a_name(editor, session):
    for path in ((), (session,), (session, 0)):
        editor.go_to(path)
        assert nameless(editor) == []


@pytest.mark.parametrize("room", [(1024, 100), (1366, 200), (700, 100)])
def test_where_there_is_little_room_a_bar_leads_to_what_is_not_in_sight(view, session, theme, qtbot, room):
    editor, (width, scale) = view.editor, room
    theme.change(scale=scale)
    view.resize(width, 600)
    assert view.width() == width
    editor.steps.title((session, 0), "")
    QApplication.processEvents()
    assert not editor.check.isVisible() and editor.form.isVisible()
    qtbot.mouseClick(editor.panes.buttons[Pane.CHECK], Qt.MouseButton.LeftButton)
    assert editor.check.isVisible()
    editor.open_remark(next(one for one in editor.check._remarks if one.field == "title"))
    QApplication.processEvents()
    assert editor.form.isVisible() and "This has no title yet. Write one." in words_on(editor.form)
    assert editor.form.page.widget().minimumSizeHint().width() <= editor.form.page.viewport().width()


def test_the_wheel_scrolls_the_form_and_leaves_the_keyboard_and_every_figure_where_they_are(
    editor, session, qapp
):
    editor.go_to((session, 3))
    editor.form.focus_on("title")
    qapp.processEvents()
    page, here, before = editor.form.page, QApplication.focusWidget(), editor.source
    bar = page.verticalScrollBar()
    for kind in (QPlainTextEdit, QComboBox, QSpinBox):
        boxes = [box for box in editor.form.shown.findChildren(kind) if box.isVisible()]
        assert boxes
        for box in boxes:
            page.ensureWidgetVisible(box)
            place = bar.value()
            roll_over(box, 120 if place else -120)
            assert bar.value() != place, box.accessibleName()
    assert QApplication.focusWidget() is here and editor.source is before
