"""What is typed in the editor is on disk within a second, a version when it is left, and never lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.exchange.guide_edits import top_value
from dialogue_desk.storage.desk_errors import Trouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.editor.editor_view import EditorView
from tests.ui.seen import words_on


def drafts(desk):
    return list(desk.file.path.parent.glob("*.drafts/*.draft.md"))


def test_what_is_typed_is_in_a_draft_within_a_second_and_a_version_when_it_is_left(
    view, editor, desk, own, key, qtbot
):
    editor.steps.top("title", "Our Safety")
    qtbot.waitUntil(lambda: bool(drafts(desk)), timeout=2_000)
    qtbot.waitUntil(lambda: editor.bar.saved.text() == "Saved")
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert "title: Our Safety" in own.get(key).texts["en"].text and not drafts(desk)
    assert len(own.versions(key, "en")) == 2 and len(own.versions(key, "es")) == 1


def test_after_a_kill_the_editor_goes_on_where_it_was_and_says_so(view, desk, own, key, context, qtbot):
    view.editor.steps.top("title", "Our Safety")
    qtbot.waitUntil(lambda: bool(drafts(desk)), timeout=2_000)
    view.editor = None  # as if the process had ended here
    again = EditorView(desk, own, context)
    qtbot.addWidget(again)
    assert again.edit(key) and top_value(again.editor.source, "title") == "Our Safety"
    assert any("nothing is lost" in text for text in words_on(again.editor.form))
    again.undo_latest()
    assert top_value(again.editor.source, "title") == "Safety Together"
    again.redo_latest()
    again.leave()
    assert "title: Our Safety" in own.get(key).texts["en"].text


def test_a_guide_that_was_only_read_gets_no_version(view, own, key):
    view.leave()
    assert len(own.versions(key, "en")) == 1


def test_a_guide_that_was_begun_and_left_without_a_change_is_off_the_shelf_again(view, own, key):
    view.leave()
    assert view.edit(key, begun=True)
    view.leave()
    assert own.all() == ()


def test_a_guide_that_was_begun_stays_once_anything_in_it_changed(view, own, key):
    view.leave()
    assert view.edit(key, begun=True)
    view.editor.steps.top("title", "Our Safety")
    view.keep()
    view.undo_latest()
    view.leave()
    assert [one.key for one in own.all()] == [key]


def test_a_guide_that_was_begun_before_stays_when_it_is_only_looked_at(view, own, key):
    view.leave()
    assert [one.key for one in own.all()] == [key]


def test_a_desk_that_can_only_be_read_says_so_and_nothing_opens(desk, context, key, qtbot):
    desk.file.close()
    reading = DeskFile.opened_read_only(desk.file.path, Trouble.LOCKED)
    desk.file = reading
    view = EditorView(desk, OwnGuides(desk), context)
    qtbot.addWidget(view)
    assert not view.edit(key) and view.editor is None
    assert context.toast.sentence() == "This desk can only be read here, so guides cannot be changed."


def test_a_guide_that_is_gone_is_not_opened(view, own, key, context):
    view.leave()
    own.remove(key)
    assert not view.edit(key) and context.toast.sentence() == "This guide is not here anymore."


def test_on_a_full_disk_it_says_so_and_what_was_typed_stays_on_screen(view, editor, desk, context, qtbot):
    folder = desk.file.path.with_name(desk.file.path.name + ".drafts")
    folder.write_text("in the way of the drafts")
    editor.steps.top("title", "Our Safety")
    qtbot.waitUntil(lambda: bool(context.toast.sentence()), timeout=3_000)
    assert top_value(editor.source, "title") == "Our Safety"
    folder.unlink()
    editor.steps.top("title", "Our Safety!")
    qtbot.waitUntil(lambda: bool(drafts(desk)), timeout=2_000)
