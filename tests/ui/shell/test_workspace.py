import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.notes import Note, NoteKind, Theme
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.guides.guide_card import GuideAct
from dialogue_desk.ui.guides.guides_page import GuidesPage
from dialogue_desk.ui.shell.workspace import FooterHolder, Workspace
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.toast import UNDO
from tests.desk.evening import GUIDE
from tests.ui.seen import words_on
from tests.ui.sessions import prepared
from tests.ui.sittings import laptop

__all__ = ["laptop"]


def test_a_question_of_its_own_stays_whatever_is_written(laptop):
    sitting = laptop.start()
    sitting.workspace.toast.say("Saved under “light”.", action="Make “lig” a theme", action_id="theme")
    sitting.desk.add(NO_OWNER, Circle("C09"))
    assert sitting.workspace.toast.sentence() == "Saved under “light”."


def test_a_message_at_the_foot_takes_no_room_while_it_is_hidden(qtbot):
    window, guest = QWidget(), QLabel("Saved.")
    qtbot.addWidget(window)
    guest.hide()
    holder = FooterHolder(guest)
    column = QVBoxLayout(window)
    column.addWidget(holder)
    window.show()
    assert not holder.isVisible()
    guest.show()
    assert holder.isVisible() and guest.isVisible()
    guest.hide()
    assert not holder.isVisible()


def test_an_offer_to_undo_goes_when_undo_would_take_back_something_else(laptop):
    sitting = laptop.start()
    desk, toast = sitting.desk, sitting.workspace.toast
    circle = desk.add(NO_OWNER, Circle("C07"))
    desk.add(circle, Theme("lights"))
    toast.say("“lig” is part of “lights” now.", action="Undo", action_id=UNDO)
    assert toast.isVisible()
    desk.add(circle, Theme("gym"))
    assert not toast.isVisible()


def scrolled(workspace):
    QApplication.processEvents()
    shown = [one for one in workspace.findChildren(ScrollColumn) if one.isVisible()]
    assert any(one.verticalScrollBar().maximum() for one in shown)
    return [one.verticalScrollBar().value() for one in shown if one.verticalScrollBar().value()]


def test_a_page_opens_at_its_top_wherever_the_keyboard_is_put(desk, folders, shelf, context, theme, qtbot):
    prepared(desk, shelf)
    theme.change(scale=200)
    workspace = Workspace(desk, folders, shelf, context, lambda _: None)
    qtbot.addWidget(workspace)
    workspace.resize(1024, 360)
    workspace.show()
    workspace.activateWindow()
    qtbot.waitUntil(workspace.isActiveWindow)
    assert scrolled(workspace) == []
    for page in (PageName.GUIDES, PageName.PREPARE, PageName.HOME):
        workspace.go(Route(page))
        assert scrolled(workspace) == [], page
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert scrolled(workspace)  # what a person moves to is brought into sight


def test_ctrl_z_undoes_the_plan_that_was_adjusted_last_and_no_note(desk, folders, shelf, context, qtbot):
    session = prepared(desk, shelf)
    workspace = Workspace(desk, folders, shelf, context, lambda _: None)
    qtbot.addWidget(workspace)
    workspace.show()
    qtbot.waitUntil(workspace.isActiveWindow)
    workspace.go(Route(PageName.RUN, session))
    page = workspace.stack.currentWidget()
    page.card.clock_button.click()
    note = desk.add(session, Note(NoteKind.CONCERN, "Stops feel random."))
    whole = page._controller.live.remaining_plan.parts
    page.rail.left_out.emit(whole[1])
    page.rail.parts.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page._controller.live.remaining_plan.parts == whole
    assert desk.get(note).body is not None
    workspace.leave()


def test_alt_and_home_lead_home_from_any_page(desk, folders, shelf, context, qtbot):
    session = prepared(desk, shelf)
    workspace = Workspace(desk, folders, shelf, context, lambda _: None)
    qtbot.addWidget(workspace)
    workspace.show()
    qtbot.waitUntil(workspace.isActiveWindow)
    for route in (Route(PageName.GUIDES), Route(PageName.PREPARE), Route(PageName.RUN, session)):
        workspace.go(route)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
        assert workspace.route.page is PageName.HOME
    workspace.leave()


@pytest.mark.parametrize("page", [PageName.PAPER, PageName.TYPE_UP, PageName.CLOSE])
def test_on_a_page_about_a_session_nothing_is_undone_that_could_remove_it(
    desk, folders, shelf, context, page, qtbot
):
    session = prepared(desk, shelf)
    workspace = Workspace(desk, folders, shelf, context, lambda _: None)
    qtbot.addWidget(workspace)
    workspace.show()
    workspace.go(Route(page, "" if page is PageName.PAPER else session))
    workspace.undo()
    assert context.toast.sentence().startswith("Go to Home to undo: ")
    assert desk.get(session).body is not None
    workspace.leave()


def test_a_guide_is_read_by_its_key(laptop):
    sitting = laptop.start()
    sitting.workspace.go(Route(PageName.GUIDES, "one-evening"))
    page = sitting.workspace.findChild(GuidesPage)
    assert page.reading.key == "one-evening" and page.views.currentWidget() is page.reading


def test_a_deleted_guide_comes_back_with_the_button_of_the_message(laptop):
    sitting = laptop.start()
    key = OwnGuides(sitting.desk).add((GUIDE,), Origin.WRITTEN)
    sitting.workspace.go(Route(PageName.GUIDES))
    page = sitting.workspace.findChild(GuidesPage)
    page.library.shelves.wanted.emit(GuideAct.DELETE, key)
    assert "An Evening" not in words_on(page)
    sitting.workspace.toast.acted.emit(UNDO)
    assert "An Evening" in words_on(page)
