import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode, with_direction_mark
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.run.run_page import RunPage
from tests.ui.run.steps import live, press
from tests.ui.sessions import begun


def test_the_wall_follows_the_question_of_the_part(run_page, desk, shelf, room, clock):
    page = run_page(begun(desk, shelf, languages=("en", "es"), code="C08"))
    page.card.clock_button.click()
    page.top.room_button.click()
    page._controller.go_to("where-i-stand")
    content = room.shown[-1]
    assert content.mode is RoomMode.QUESTION
    english = "Which card is closest to your own life?\nWhich is hardest to hear?"
    assert content.texts[0] == with_direction_mark("en", english) and len(content.texts) == 2
    clock.advance(SECOND)
    page.card.next_button.click()
    assert room.shown[-1].texts != content.texts


def test_the_wall_shows_the_time_when_it_is_asked_to(running, room, clock):
    running.top.room_button.click()
    running.room_bar.show_in_room("time")
    clock.advance(MINUTE)
    running._controller.tick()
    assert (room.shown[-1].mode, room.shown[-1].time.left) == ("time", 11 * MINUTE)


def test_words_typed_for_the_room_are_shown_with_enter_and_are_no_keys(running, room, qtbot):
    running.top.room_button.click()
    bar = running.room_bar
    chip = next(chip for chip in bar.chips._chips if chip.choice.id == RoomMode.MESSAGE)
    chip.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is bar.message
    qtbot.keyClicks(bar.message, "Back by 8.10, please")
    assert (room.shown[-1].mode, room.shown[-1].texts) == ("message", ("",))
    press(qtbot, Qt.Key.Key_Return)
    assert room.shown[-1].texts == ("Back by 8.10, please",)
    assert not room.is_blank()
    assert live(running).current == 0
    bar.chips.chosen.emit(RoomMode.QUESTION)
    assert bar.message.isHidden()


def test_a_silence_has_no_words(running, room):
    running.top.room_button.click()
    running.room_bar.chips.chosen.emit(RoomMode.SILENCE)
    assert room.shown[-1] == RoomContent(RoomMode.SILENCE)
    running._controller.make_move(MoveKind.NEXT)
    assert room.shown[-1] == RoomContent(RoomMode.SILENCE)


def test_the_room_sees_both_languages_or_one(run_page, desk, shelf, room, qtbot):
    page = run_page(begun(desk, shelf, languages=("en", "es")))
    page.top.room_button.click()
    bar = page.room_bar
    assert bar.languages.isVisible()
    english, spanish = room.shown[-1].texts
    assert english != spanish
    bar.languages.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert room.shown[-1].texts == (spanish,)


def test_one_language_leaves_nothing_to_choose(running):
    running.top.room_button.click()
    assert running.room_bar.languages.isHidden()


def test_the_wall_is_dark_on_light_where_the_room_is_bright(running, room, qtbot):
    running.top.room_button.click()
    button = running.room_bar.ground_button
    assert button.accessibleName() == "Black on white"
    button.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert room.shown[-1].dark is False
    assert button.accessibleName() == "White on black"


def test_b_makes_the_wall_dark(running, room, qtbot):
    press(qtbot, Qt.Key.Key_F5)
    assert room.is_open()
    assert running.room_bar.isVisible()
    press(qtbot, Qt.Key.Key_B)
    assert room.is_blank()
    press(qtbot, Qt.Key.Key_B)
    assert not room.is_blank()
    press(qtbot, Qt.Key.Key_F5)
    assert not running.room_bar.isVisible()


@pytest.fixture
def page_and_wall(desk, folders, context, pulse, session_id, qtbot):
    """A run page with the real room display, not a fake one."""
    room = RoomScreen(context)
    page = RunPage(desk, folders, context, pulse, room)
    qtbot.addWidget(page)
    page.show_session(session_id)
    yield page, room
    room.close()
    page.leave()


def test_the_real_wall_shows_what_the_page_feeds_it(page_and_wall, clock):
    page, room = page_and_wall
    page.card.clock_button.click()
    page.room_bar.toggle_open()
    assert room.content.mode is RoomMode.QUESTION
    assert page._folder.plan.parts[0].ask[0] in room.content.texts[0]
    page.room_bar.show_in_room(RoomMode.TIME)
    clock.advance(MINUTE)
    page._controller.tick()
    assert (room.content.mode, room.content.time.left) == (RoomMode.TIME, 11 * MINUTE)
    page.rules.room_display_wanted.emit()
    assert room.content.texts == tuple(rule.body.text for rule in page._folder.ground_rules)


def test_the_laptop_sees_what_the_room_sees(page_and_wall, qtbot):
    page, room = page_and_wall
    page.resize(1366, 768)
    page.show()
    page.room_bar.toggle_open()
    preview = page.room_bar.preview
    assert preview.isVisible()
    assert preview.content == room.content
    page.room_bar.message.setText("Back by 8:10, please")
    page.room_bar.chips.chosen.emit(RoomMode.MESSAGE)
    assert preview.content.texts == ("Back by 8:10, please",)
    room.set_blank(True)
    assert preview.content.blank
    page.resize(1000, 700)
    assert preview.isHidden()
    assert page.room_bar.select.isVisible()


@pytest.fixture
def one_screen(context, session_id, desk, folders, pulse, qtbot):
    """The page of a running session, with its display open over it on the only screen."""
    room = RoomScreen(context)
    page = RunPage(desk, folders, context, pulse, room)
    qtbot.addWidget(page)
    page.show_session(session_id)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    page.card.clock_button.click()
    page.room_bar.toggle_open()
    assert room.is_open()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page, room
    room.close()
    page.leave()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5])
@pytest.mark.parametrize("in_the_box", [True, False])
def test_on_the_only_screen_a_key_uncovers_the_clock_wherever_the_keyboard_is(
    one_screen, qtbot, key, in_the_box
):
    page, room = one_screen
    if in_the_box:
        page.notes.focus_box()
    here = QApplication.focusWidget()
    press(qtbot, key)
    assert not room.is_open() and page.room_bar.isHidden()
    assert QApplication.focusWidget() is here


def test_b_without_a_display_says_how_it_is_opened(running, room, context, qtbot):
    assert not room.is_open()
    press(qtbot, Qt.Key.Key_B)
    assert context.toast.sentence() == "The room display is not open. F5 opens it."
    assert not room.is_blank()
