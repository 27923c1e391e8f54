from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent

from dialogue_desk.domain.guides.labels import Meaning
from tests.ui.seen import button_saying, words_on

TEXT = """# An Evening Together

## Welcome (10 min)

Dim the lights when everybody is here.

Put a chair beside the door.

## First round

- What brought you here?

## Close (5 min)

Thank everybody.
"""
Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def meanings(review):
    return [line.meaning for line in review.document.lines]


def press(qtbot, review, *keys, held=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(review.lines, key, held)


def test_it_begins_at_the_first_line_to_look_at(read):
    review = read(TEXT)
    assert review.lines.selected() == (2,) and review.lines.hasFocus()
    assert "4 lines to look at" in words_on(review)


def test_a_letter_says_what_the_line_is_and_the_guide_follows(read, settle, qtbot):
    review = read(TEXT)
    press(qtbot, review, Key.Key_P)
    assert meanings(review)[2] is Meaning.PART
    settle()
    titles = [row.title for row in review.side.outline.rows()]
    assert titles == ["Welcome", "Dim the lights when everybody is here.", "First round", "Close"]


def test_several_lines_are_changed_together_and_undone_together(read, view, qtbot):
    review = read(TEXT)
    press(qtbot, review, Key.Key_Down, held=SHIFT)
    press(qtbot, review, Key.Key_A)
    assert meanings(review)[2:4] == [Meaning.SAY, Meaning.SAY]
    assert review.lines.selected() == (2, 3)
    view.undo_latest()
    assert meanings(review)[2:4] == [Meaning.UNKNOWN, Meaning.UNKNOWN]
    view.redo_latest()
    assert meanings(review)[2:4] == [Meaning.SAY, Meaning.SAY]


def test_space_says_that_a_line_is_right_and_goes_on_until_nothing_is_left(read, settle, qtbot):
    review = read(TEXT)
    visited = []
    for _ in range(4):
        visited += review.lines.selected()
        press(qtbot, review, Key.Key_Space)
    settle()
    assert visited == [2, 3, 4, 7]
    assert "Nothing left to look at" in words_on(review)
    assert meanings(review)[2] is Meaning.UNKNOWN  # which becomes a tip


def test_one_key_leads_to_the_next_line_to_look_at_and_from_the_last_to_the_first(read, qtbot):
    review = read(TEXT)
    places = []
    for _ in range(4):
        press(qtbot, review, Key.Key_L)
        places += review.lines.selected()
    assert places == [3, 4, 7, 2]


def test_enter_opens_the_menu_of_meanings_with_their_letters(read, qtbot, qapp):
    review = read(TEXT)
    press(qtbot, review, Key.Key_Return)
    menu = qapp.activePopupWidget()
    offered = [action.text() for action in menu.actions()]
    assert "Read aloud\tA" in offered and "Left out\tO" in offered
    next(action for action in menu.actions() if action.text() == "Question\tQ").trigger()
    menu.close()
    assert meanings(review)[2] is Meaning.ASK


def test_other_letters_and_the_keys_of_the_window_change_nothing(read, qtbot):
    review = read(TEXT)
    before = review.document
    press(qtbot, review, Key.Key_Z, Key.Key_W, Key.Key_1)
    press(qtbot, review, Key.Key_P, held=CONTROL)
    assert review.document is before and review.lines.selected() == (2,)


def test_a_line_is_left_out_of_the_guide_and_shown_all_the_same(read, settle, qtbot):
    review = read(TEXT)
    press(qtbot, review, Key.Key_Delete)
    settle()
    row = review.lines.rows()[2]
    assert row.meaning == "Left out" and row.left_out
    assert not any("Dim the lights" in tip for tip in review.preview.draft.sessions[0].parts[0].tips)


def test_minutes_of_a_part_are_changed_beneath_the_lines_as_one_step(read, view, settle, qtbot):
    review = read(TEXT)
    press(qtbot, review, Key.Key_L, Key.Key_L)
    settle()
    assert "Line 9 has no minutes in the document. It was given 10." in words_on(review.foot)
    review.foot.minutes.box.setValue(12)
    review.foot.minutes.box.setValue(25)
    settle()
    assert review.lines.rows()[4].meaning == "Part · 25 min"
    assert review.side.outline.rows()[1].detail.startswith("25 min")
    view.undo_latest()
    settle()
    assert review.document.lines[4].pieces[0].minutes is None


def test_what_holds_for_the_whole_guide_is_asked_and_filled_in(read, settle, qtbot):
    review = read(TEXT)
    side = review.side
    assert side.title.text() == "An Evening Together" and side.language.choice() == "en"
    side.title.setFocus()
    side.title.selectAll()
    qtbot.keyClicks(side.title, "Our Street")
    qtbot.keyClick(side.title, Key.Key_Return)
    side.fewest.box.setValue(20)
    side.most.box.setValue(8)
    side.language.chosen.emit("es")
    side._lengths[0].box.setValue(90)
    settle()
    draft = review.preview.draft
    assert (draft.title, draft.language, draft.people) == ("Our Street", "es", (8, 20))
    assert draft.sessions[0].minutes == 90


def test_a_part_of_the_outline_leads_to_its_line(read, qtbot):
    review = read(TEXT)
    outline = review.side.outline
    outline.opened.emit(outline.rows()[2].id)
    assert review.document.lines[review.lines.selected()[0]].source == "Close (5 min)"
    assert review.lines.hasFocus()


def test_where_there_is_little_room_lines_and_guide_are_tabs(read, view, qtbot):
    review = read(TEXT)
    assert review.side.isVisible() and not review.bar.tabs.isVisible()
    view.resize(900, 600)
    assert not review.side.isVisible() and review.lines.isVisible()
    review.bar.tabs.setCurrentIndex(1)
    assert review.side.isVisible() and not review.lines.isVisible()
    assert review.bar.tabs.hasFocus()
    review.side.line_wanted.emit(13)
    assert review.lines.isVisible() and review.lines.hasFocus()


def test_the_buttons_beneath_the_lines_do_what_the_keys_do(read, qtbot):
    review = read(TEXT)
    qtbot.mouseClick(button_saying(review, "Next to look at (L)"), Qt.MouseButton.LeftButton)
    assert review.lines.selected() == (3,)
    qtbot.mouseClick(button_saying(review, "Right as it is (Space)"), Qt.MouseButton.LeftButton)
    assert review.document.lines[3].decided and review.lines.selected() == (4,)


def test_what_the_check_says_and_how_the_document_was_read_is_beside_the_lines(read, qtbot):
    review = read(TEXT.replace("Close", "Sandwiches"))

    def says(text):
        return any(text in said for said in words_on(review.side))

    qtbot.waitUntil(lambda: says("no minutes for “First round”"))
    assert says("no closing in which everyone is heard")


def test_all_that_is_left_may_become_tips_at_once_and_minutes_stay_in_doubt(read, view, qtbot):
    review = read(TEXT)
    qtbot.mouseClick(button_saying(review, "The rest are tips"), Qt.MouseButton.LeftButton)
    assert "1 line to look at" in words_on(review) and not review.foot.rest.isEnabled()
    view.undo_latest()
    assert "4 lines to look at" in words_on(review)


def test_minutes_may_be_typed_digit_by_digit(read, settle, qtbot):
    review = read(TEXT)
    press(qtbot, review, Key.Key_L, Key.Key_L)
    settle()
    box = review.foot.minutes.box
    box.setFocus()
    box.selectAll()
    for digit in "45":
        qtbot.keyClicks(box, digit)
        settle()
    assert review.document.lines[4].pieces[0].minutes == 45
    assert box.value() == 45


def test_a_line_of_a_million_letters_is_shown_and_changed(read, qtbot):
    review = read(TEXT.replace("everybody is here", "word " * 200_000))
    press(qtbot, review, Key.Key_A)
    assert meanings(review)[2] is Meaning.SAY


def test_the_menu_key_and_a_right_click_open_the_menu_too(read, qtbot, qapp):
    review = read(TEXT)
    place = review.lines.visualRect(review.lines.model().index(3, 0)).center()
    qtbot.mouseClick(review.lines.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert review.lines.selected() == (3,)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        qapp.sendEvent(review.lines.viewport(), QContextMenuEvent(reason, place, place))
        menu = qapp.activePopupWidget()
        assert menu is not None
        menu.close()
        qapp.processEvents()


def test_the_buttons_at_the_foot_keep_their_places_whichever_line_it_is(read, qtbot, qapp):
    review = read(TEXT.replace("Put a chair beside the door.", "Put a chair there. What do you hear?"))
    places = set()
    for place in range(len(review.lines.rows())):
        review.lines.go_to_place(place)
        qapp.processEvents()
        foot = review.foot
        buttons = (foot.change, foot.right, foot.split, foot.next, foot.rest)
        assert all(one.isVisible() for one in buttons)
        places.add((foot.height(), *(one.geometry().getRect() for one in buttons)))
    assert len(places) == 1


def test_a_paragraph_is_split_by_one_key_and_whole_again_by_undo(read, view, qtbot):
    review = read(TEXT.replace("Put a chair beside the door.", "Put a chair there. What do you hear?"))
    press(qtbot, review, Key.Key_Down)
    assert button_saying(review, "Split into sentences (D)").isEnabled()
    press(qtbot, review, Key.Key_D)
    assert meanings(review)[2:5] == [Meaning.UNKNOWN, Meaning.UNKNOWN, Meaning.ASK]
    assert [row.number for row in review.lines.rows()[2:6]] == ["5", "7", "7", "9"]
    assert review.lines.selected() == (3,)
    view.undo_latest()
    assert len(review.lines.rows()) == 8
    press(qtbot, review, Key.Key_D, Key.Key_D)
    assert len(review.lines.rows()) == 9
