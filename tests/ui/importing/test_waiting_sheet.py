"""What waits is shown laptop by laptop with its numbers, and each answer does what it says."""

from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.desk.erasing.holds import put_on_hold
from dialogue_desk.desk.trust.known_laptops import known_laptops
from dialogue_desk.desk.trust.waiting_changes import waiting_changes
from dialogue_desk.desk.trust.way_back import erased_lately, set_days_to_bring_back
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.ui.importing.waiting_sheet import LaptopCard, WaitingSheet
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.tick import Tick
from tests.desk.evening import notes
from tests.desk.trust.other_circles import Strangers, opened, signed_by, unsigned
from tests.ui.seen import button_saying, nameless, words_on

Key = Qt.Key


@pytest.fixture(scope="module")
def strangers(tmp_path_factory):
    """Two circles of two other laptops, and files of strangers; tests leave them as they are."""
    strangers = Strangers(tmp_path_factory.mktemp("given"), circles=2)
    strangers.eraser, strangers.changer = strangers.erasing(), strangers.changing()
    return strangers


@pytest.fixture
def sheet(desk, strangers, context, qtbot):
    """Open files on a desk that has the circles, and show the sheet."""
    made = []

    def show(*files, size=(1024, 600)):
        opened(desk, *strangers.handed)
        opened(desk, *files)
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        sheet = WaitingSheet(desk, context, window)
        made.append((window, sheet))
        sheet.open()
        qtbot.waitUntil(sheet.isActiveWindow)
        return sheet

    return show


@contextmanager
def locked(desk):
    """Let the desk file take no change."""
    desk.file._connection.execute("PRAGMA query_only = ON")
    yield
    desk.file._connection.execute("PRAGMA query_only = OFF")


def cards(sheet):
    return [card for card in sheet.findChildren(LaptopCard) if card.isVisibleTo(sheet)]


def focused():
    return QApplication.focusWidget()


def test_before_anything_happens_it_says_what_would(sheet, strangers, desk):
    words = words_on(sheet(strangers.eraser, strangers.changer))
    assert words[0] == "Changes that wait for you"
    assert words[1].startswith("Nothing has happened yet.")
    assert words[1].endswith("What you let them erase can be brought back for 7 days, except quotes.")
    for told in (
        "“erased-900.dialogue”",
        "Would erase 2 circles, 2 sessions, 4 notes and 2 other entries.",
        "2 other laptops wrote this.",
        "Circle C01 · 5 entries erased",
        "“changed-901.dialogue”",
        "Would change 2 notes of circle C01.",
        "One other laptop wrote this.",
    ):
        assert told in words
    assert notes(desk, strangers.sessions[0]) == ["first", "second"]


def test_the_focus_begins_where_a_key_changes_nothing(sheet, strangers, desk, qtbot):
    shown = sheet(strangers.eraser)
    assert focused().text() == "Decide later"
    qtbot.keyClick(focused(), Key.Key_Return)
    assert not shown.isVisible() and len(waiting_changes(desk)) == 1


def test_taking_an_erasing_can_be_undone_from_the_toast_or_later(sheet, strangers, desk, context, qtbot):
    shown = sheet(strangers.eraser)
    button = button_saying(shown, "Take it")
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Space)
    assert not shown.isVisible(), "nothing is left to answer"
    assert notes(desk, strangers.sessions[0]) == []
    assert len(erased_lately(desk)) == 1
    assert context.toast.sentence() == "The changes are made."
    assert button_saying(context.toast, "Undo: changes of another laptop")
    desk.undo()
    assert notes(desk, strangers.sessions[0]) == ["first", "second"]
    assert len(waiting_changes(desk)) == 1, "the question is open again"


def test_taking_the_erasing_of_what_is_on_hold_is_asked_twice(sheet, strangers, desk, ask):
    shown = sheet(strangers.eraser)
    for circle in desk.file.records.of_kind(Kind.CIRCLE):
        put_on_hold(desk, circle.id, "2026-114")
    button_saying(shown, "Take it").click()
    assert ask.asked == ["Erase although it is on hold"] and waiting_changes(desk)
    ask.answer = "take"
    button_saying(shown, "Take it").click()
    assert not waiting_changes(desk)


def test_both_versions_are_kept_to_choose_from(sheet, strangers, desk, context, qtbot):
    shown = sheet(strangers.changer)
    qtbot.keyClick(button_saying(shown, "Keep both"), Key.Key_Space)
    records = desk.file.records.under(strangers.sessions[0], Kind.NOTE)
    assert [record.in_conflict for record in records] == [True, True]
    assert context.toast.sentence().startswith("Both versions are kept.")
    assert waiting_changes(desk) == ()


def test_keeping_both_is_not_offered_for_what_only_erases(sheet, strangers):
    assert "Keep both" not in words_on(sheet(strangers.eraser))


def test_what_a_laptop_changes_is_kept_beside_and_what_it_erases_is_said_to_be_left_out(
    sheet, strangers, desk, context, qtbot
):
    both = [signed_by(one, b"\x31" * 32) for one in (strangers.eraser, strangers.changer)]
    shown = sheet(*both)
    told = "“Keep both” leaves the erasing out. Open the file again to be asked about it again."
    assert len(cards(shown)) == 1 and told in words_on(shown)
    qtbot.keyClick(button_saying(shown, "Keep both"), Key.Key_Space)
    assert not shown.isVisible() and waiting_changes(desk) == ()
    assert context.toast.sentence().startswith("Both versions are kept, and the erasing is left out.")
    first, second = (desk.file.records.under(session, Kind.NOTE) for session in strangers.sessions)
    assert all(record.in_conflict for record in first)
    assert [record.body.text for record in second] == ["first", "second"]


def test_what_was_left_out_never_asks_again_unless_it_is_wanted_at_once(
    sheet, strangers, desk, context, qtbot
):
    shown, told = sheet(strangers.changer), []
    shown.left_out.connect(told.append)
    qtbot.keyClick(button_saying(shown, "Leave it out"), Key.Key_Space)
    assert len(told[0]) == 2
    assert context.toast.sentence() == "It was left out." and button_saying(context.toast, "Ask me again")
    opened(desk, strangers.changer)
    assert waiting_changes(desk) == () and notes(desk, strangers.sessions[0]) == ["first", "second"]


def test_a_laptop_can_be_accepted_from_now_on(sheet, strangers, desk, context, qtbot):
    shown = sheet(strangers.changer)
    (tick,) = (one for one in shown.findChildren(Tick) if one.isVisibleTo(shown))
    qtbot.keyClick(tick, Key.Key_Space)
    qtbot.keyClick(button_saying(shown, "Take it"), Key.Key_Space)
    assert notes(desk, strangers.sessions[0]) == ["theirs", "theirs"]
    assert len(known_laptops(desk)) == 1
    assert "From now on those of laptop" in context.toast.sentence()


def test_who_signed_nothing_cannot_be_accepted_from_now_on(sheet, strangers, tmp_path):
    words = words_on(sheet(unsigned(strangers.changer, tmp_path / "unsigned.dialogue")))
    assert "Nobody signed this" in words and "“unsigned.dialogue”" in words
    assert not any(text.startswith("From now on") for text in words)


def test_the_focus_goes_on_to_the_same_answer_for_the_next_laptop(sheet, strangers, qtbot):
    shown = sheet(strangers.changer, strangers.eraser)
    first, second = cards(shown)
    leave = button_saying(first, "Leave it out")
    leave.setFocus()
    qtbot.keyClick(leave, Key.Key_Space)
    assert focused().text() == "Leave it out" and shown.isAncestorOf(focused())
    (left,) = cards(shown)
    assert left.isAncestorOf(focused()) and left.waiting.signer == second.waiting.signer


def test_what_is_ticked_for_another_laptop_stays(sheet, strangers, desk, qtbot):
    shown = sheet(strangers.changer, strangers.eraser)
    first, second = cards(shown)
    qtbot.keyClick(second.findChildren(Tick)[0], Key.Key_Space)
    qtbot.keyClick(button_saying(first, "Leave it out"), Key.Key_Space)
    assert [card.always for card in cards(shown)] == [True]


def test_what_another_laptop_asked_for_in_the_same_words_is_answered_with_it(
    sheet, strangers, desk, tmp_path, qtbot
):
    shown = sheet(strangers.eraser, unsigned(strangers.eraser, tmp_path / "same.dialogue"))
    assert len(cards(shown)) == 2
    qtbot.keyClick(button_saying(cards(shown)[0], "Take it"), Key.Key_Space)
    assert not shown.isVisible() and waiting_changes(desk) == ()
    desk.undo()
    assert len(waiting_changes(desk)) == 2


def test_all_of_them_are_answered_at_once_where_there_are_several(sheet, strangers, desk, qtbot):
    shown = sheet(strangers.changer, strangers.eraser)
    qtbot.keyClick(button_saying(shown, "Leave all out"), Key.Key_Space)
    assert not shown.isVisible() and waiting_changes(desk) == ()
    assert notes(desk, strangers.sessions[0]) == ["first", "second"]


def test_all_of_them_is_not_offered_for_one(sheet, strangers):
    words = words_on(sheet(strangers.changer))
    assert "Take all" not in words and "Leave all out" not in words


def test_where_nothing_comes_back_that_is_said_first(sheet, strangers, desk):
    set_days_to_bring_back(desk, 0)
    words = words_on(sheet(strangers.eraser))
    assert words[1].endswith("What you let them erase is gone for good.")


def test_tab_goes_down_the_laptops_and_then_along_the_foot_also_after_an_answer(sheet, strangers, qtbot):
    partly, other = strangers.erasing(903, circles=1), strangers.changing(904, circle=1)
    shown = sheet(strangers.eraser, partly, other)

    def by_tab():
        first = shown._cards[0].findChildren(Tick)[0]
        first.setFocus()
        found = [first]
        while True:
            qtbot.keyClick(focused(), Key.Key_Tab)
            if focused() is first:
                return found
            found.append(focused())

    def seen(widget):
        return widget.mapTo(shown, widget.rect().topLeft())

    assert len(by_tab()) == 3 + 3 + 4 + 3
    answered = next(card for card in cards(shown) if "“erased-903.dialogue”" in words_on(card))
    qtbot.keyClick(button_saying(answered, "Take it"), Key.Key_Space)
    order = by_tab()
    assert len(order) == 3 + 4 + 3 and order[-1].text() == "Decide later"
    places = [(seen(one).y() // 20, seen(one).x()) for one in order[:7]]
    assert places == sorted(places)


def test_everything_has_a_name_that_says_of_which_laptop_it_is(sheet, strangers):
    shown = sheet(strangers.changer, strangers.eraser)
    assert nameless(shown) == []
    takes = [one for one in shown.findChildren(Button) if one.text() == "Take it"]
    names = {QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in takes}
    assert len(names) == 2 and all(name.startswith("Take it: Laptop ") for name in names)
    told = {QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Description) for one in takes}
    assert any("Would change 2 notes of circle C01." in one for one in told)


def test_what_cannot_be_written_is_told_in_the_sheet_and_everything_waits_as_before(
    sheet, strangers, desk, said, qtbot
):
    shown = sheet(strangers.changer)
    with locked(desk):
        qtbot.keyClick(button_saying(shown, "Take it"), Key.Key_Space)
    assert any(
        text.startswith("“desk.db” is read-only here, so nothing in it was changed.")
        for text in words_on(shown)
    )
    assert shown.isVisible() and len(waiting_changes(desk)) == 1
    qtbot.keyClick(button_saying(shown, "Take it"), Key.Key_Space)
    assert not shown.isVisible()


def test_forty_eight_laptops_are_scrolled_through_and_answered_by_the_keyboard(sheet, strangers, desk, qtbot):
    files = [signed_by(strangers.changer, bytes([number]) * 32) for number in range(48)]
    shown = sheet(*files)
    assert len(cards(shown)) == 48 and shown.height() <= 600
    last = button_saying(cards(shown)[-1], "Leave it out")
    last.setFocus(Qt.FocusReason.TabFocusReason)
    assert not last.visibleRegion().isEmpty(), "the keyboard is kept in view"
    qtbot.keyClick(last, Key.Key_Space)
    assert len(cards(shown)) == 47 and not focused().visibleRegion().isEmpty()
    qtbot.keyClick(button_saying(cards(shown)[0], "Keep both"), Key.Key_Space)
    assert not shown.isVisible(), "all the others say the same"


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_on_a_small_screen(sheet, strangers, theme, scale):
    theme.change(scale=scale)
    shown = sheet(strangers.changer, strangers.eraser)
    assert shown.width() <= 1024 and shown.height() <= 600
    inside = shown.column.widget()
    assert inside.minimumSizeHint().width() <= shown.column.viewport().width()
    assert shown.minimumSizeHint().width() <= 1024
