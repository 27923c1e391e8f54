"""When it gets hot: one key to the words, and back to where the keyboard was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.run.cool_down import CoolDown
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tests.ui.run.steps import live, press
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import begun

Key = Qt.Key
OWN = """
# Moments

## The lights go out {#lights}

> Stay in your seats, please.

## Tears over the park {#tears}

> Take your time.
"""


def titles(page):
    return [row.title for row in page.tools.moments.sheet.list.rows()]


def press_keys(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)


def said_words(page):
    """Return what stands under “Say” of the moment that is open, from its first word on."""
    words = words_on(page.tools.moments.sheet.text)
    return words[words.index("Say") + 1 :]


@pytest.fixture
def hot(running, qtbot):
    """A page on which the key was pressed."""
    press(qtbot, Key.Key_H)
    return running


# One key there, and back.


def test_one_key_shows_the_moments_over_all_three_panels(hot):
    sheet = hot.tools.moments.sheet
    assert sheet.isVisible() and not hot.rail.isVisible() and not hot.notes.isVisible()
    assert titles(hot)[0] == "Someone uses a slur" and len(titles(hot)) == 18
    assert QApplication.focusWidget() is sheet.list and sheet.list.current_id() == "slur"


def test_the_clock_goes_on_while_the_words_are_read(hot, clock, qtbot):
    press_keys(qtbot, "2")
    clock.advance(MINUTE)
    hot._controller.tick()
    assert live(hot).phase is Phase.RUNNING and hot._controller.read().part_elapsed == MINUTE


def test_escape_goes_to_the_list_and_again_to_the_session(hot, qtbot):
    press_keys(qtbot, "2")
    assert hot.tools.moments.sheet.is_open
    press(qtbot, Key.Key_Escape)
    assert not hot.tools.moments.sheet.is_open and hot.tools.moments.sheet.list.current_id() == "tears"
    assert QApplication.focusWidget() is hot.tools.moments.sheet.list
    press(qtbot, Key.Key_Escape)
    assert hot.card.isVisible() and hot.rail.isVisible() and hot.notes.isVisible()
    assert QApplication.focusWidget() is hot.card.next_button


def test_the_same_key_leaves_the_words_at_once(hot, qtbot):
    press_keys(qtbot, "2")
    press(qtbot, Key.Key_H)
    assert hot.center.page is hot.card


@pytest.mark.parametrize("width", [1366, 1000, 700])
def test_the_keyboard_comes_back_to_the_line_that_was_being_typed(running, qtbot, width):
    running.resize(width, 700)
    press(qtbot, Key.Key_N)
    press_keys(qtbot, "half a no")
    running.tools.moments.show()
    press(qtbot, Key.Key_Escape)
    assert QApplication.focusWidget() is running.notes.note_input.box
    assert running.notes.isVisible() and running.notes.note_input.text() == "half a no"


def test_a_note_that_is_wanted_meanwhile_stands_beside_the_words_or_before_them(hot, qtbot):
    press_keys(qtbot, "2")
    press(qtbot, Key.Key_N)
    assert hot.notes.isVisible() and hot.tools.moments.sheet.isVisible()
    hot.resize(700, 700)
    hot.side.write()
    assert hot.notes.isVisible() and not hot.tools.moments.sheet.isVisible()
    hot.notes.escaped.emit()
    press(qtbot, Key.Key_Escape)
    assert hot.tools.moments.sheet.isVisible()


def test_a_go_round_is_there_again_when_the_moments_go(running, qtbot):
    running.tools.show_go_round()
    press(qtbot, Key.Key_H)
    press(qtbot, Key.Key_Escape)
    assert running.center.page is running.tools.go_round


def test_the_moments_go_with_the_part_in_which_they_were_opened(hot):
    hot._controller.go_to(hot._folder.plan.parts[3].id)
    assert hot.center.page is hot.card and hot.rail.isVisible()


def test_who_takes_notes_has_the_moments_too_and_nothing_that_moves_the_clock(run_page, session_id, qtbot):
    page = run_page(session_id, taking_notes=True)
    page.rail.parts.setFocus()
    press(qtbot, Key.Key_H)
    assert page.tools.moments.sheet.isVisible()
    assert (
        not page.tools.moments.sheet.cool_down.isVisible()
        and not page.tools.moments.sheet.take_break.isVisible()
    )
    press(qtbot, Key.Key_Escape)
    assert not page.tools.moments.sheet.isVisible() and QApplication.focusWidget() is page.rail.parts


def test_the_question_how_an_interrupted_session_goes_on_stays(running, run_page, session_id, qtbot):
    running.leave()
    page = run_page(session_id)
    assert page.center.page is page.resume
    press(qtbot, Key.Key_H)
    assert page.center.page is page.resume


# Choosing.


@pytest.mark.parametrize(
    ("keys", "moment"),
    [
        ("7", "silence"),
        ("18", "young"),
        ("1\r", "slur"),
        ("two\r", "two-people"),
        ("gun\r", "gun"),
        ("why\r", "writing"),
        ("xz\r", "slur"),
    ],
)
def test_a_moment_is_chosen_by_its_number_or_by_the_letters_of_a_word(hot, qtbot, keys, moment):
    for key in keys:
        press(qtbot, Key.Key_Return) if key == "\r" else press_keys(qtbot, key)
    assert hot.tools.moments.sheet.is_open and hot.tools.moments.sheet.list.current_id() == moment


def test_no_letter_that_is_typed_in_the_list_is_a_key_of_the_session(hot, room, qtbot):
    before = live(hot)
    for letter in "PGRSTLCKQNVBH":
        press(qtbot, getattr(Key, f"Key_{letter}"))
    assert live(hot) == before and not room.is_blank() and hot.tools.moments.sheet.isVisible()
    assert QApplication.focusWidget() is hot.tools.moments.sheet.list


def test_arrows_go_through_all_of_them_and_from_one_column_into_the_other(hot, qtbot):
    rows = hot.tools.moments.sheet.list
    assert rows.isWrapping()
    seen = [rows.current_id()]
    for _ in titles(hot)[1:]:
        press(qtbot, Key.Key_Down)
        seen.append(rows.current_id())
    assert seen == [row.id for row in rows.rows()]
    press(qtbot, Key.Key_Left)
    assert rows.current_id() in seen[:10]
    press(qtbot, Key.Key_Home)
    assert rows.current_id() == seen[0]


def test_the_rows_are_in_one_column_where_two_would_not_show_them_all(hot, qapp):
    rows = hot.tools.moments.sheet.list
    hot.resize(1366, 440)
    qapp.processEvents()
    assert not rows.isWrapping() and rows.verticalScrollBar().maximum() > 0


# What is read.


def test_what_to_say_comes_first_then_what_to_do_next_then_when_to_stop(hot, shelf, qtbot):
    press_keys(qtbot, "5")
    sheet, moment = hot.tools.moments.sheet, shelf.moments_in("en")[4]
    assert sheet.title.text() == moment.title == "An officer is called away"
    words = [text for text in words_on(sheet.text) if text != "•"]
    headings = ("Say", "What to do next", "When to stop", "What has happened")
    assert [text for text in words if text in headings] == list(headings)
    assert [text for text in words if text not in headings] == [
        *moment.say,
        *moment.after,
        *moment.stop,
        moment.happened,
    ]


def test_what_to_say_is_the_largest_thing_on_the_screen(hot, qtbot):
    press_keys(qtbot, "5")
    say = {label.font().pixelSize() for label in hot.tools.moments.sheet.text._spoken}
    others = [
        hot.tools.moments.sheet.title,
        hot.tools.moments.sheet.text._aside,
        hot.tools.moments.sheet.text._below,
    ]
    assert min(say) > max(one.fontInfo().pixelSize() for one in others)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_on_a_small_screen_all_there_is_to_say_is_in_sight_at_once(hot, theme, qapp, scale):
    theme.change(scale=scale)
    hot.resize(1024, 600)
    sheet = hot.tools.moments.sheet
    for row in sheet.list.rows():
        sheet.list.opened.emit(row.id)
        qapp.processEvents()
        assert sheet.text._say.height() <= sheet.text.viewport().height(), row.title
        sheet.put_away()


@pytest.mark.parametrize("scale", [100, 200])
def test_on_a_small_screen_the_longest_moment_is_read_to_its_end_by_keys(hot, theme, qtbot, qapp, scale):
    theme.change(scale=scale)
    hot.resize(1024, 600)
    qapp.processEvents()
    sheet = hot.tools.moments.sheet
    sheet.list.opened.emit("harm")
    qapp.processEvents()
    text, bar = sheet.text, sheet.text.verticalScrollBar()
    assert bar.value() == 0 and bar.maximum() > 0 and text.viewport().height() > 300
    places = [-1]
    while bar.value() != places[-1]:
        places.append(bar.value())
        press(qtbot, Key.Key_PageDown)
    assert bar.value() == bar.maximum() == text.ground.height() - text.viewport().height()
    press(qtbot, Key.Key_Home)
    press(qtbot, Key.Key_Down)
    assert 0 < bar.value() < text.viewport().height() // 2


def test_a_remote_turns_pages_and_never_the_session(hot, qtbot):
    rows = hot.tools.moments.sheet.list
    press(qtbot, Key.Key_PageDown)
    assert rows.current_id() != "slur"
    press(qtbot, Key.Key_PageUp)
    assert rows.current_id() == "slur"
    press_keys(qtbot, "2")
    for key in (Key.Key_PageDown, Key.Key_Space, Key.Key_PageUp):
        press(qtbot, key)
    assert hot.tools.moments.sheet.is_open and live(hot).current == 0


def test_a_reader_hears_the_list_and_then_what_to_say(hot, shelf, said, qtbot):
    rows = hot.tools.moments.sheet.list
    assert rows.accessibleName() == "When it gets hot"
    assert rows.rows()[4].accessible_text == "5. An officer is called away"
    said.clear()
    press_keys(qtbot, "5")
    assert QApplication.focusWidget().accessibleName() == "An officer is called away"
    assert said == [" ".join(shelf.moments_in("en")[4].say)]


def test_the_words_are_in_the_language_of_the_guide(run_page, desk, shelf, qtbot):
    page = run_page(begun(desk, shelf, languages=("es",)))
    page.tools.moments.show()
    assert titles(page)[1] == "Alguien se pone a llorar"
    press_keys(qtbot, "2")
    assert said_words(page)[0] == shelf.moments_in("es")[1].say[0]


# A guide's own.


@pytest.fixture
def own(tmp_path):
    """A shelf with a guide that has moments of its own."""
    name = "safety-together.en.guide.md"
    (tmp_path / "own").mkdir()
    text = (GUIDES / name).read_text(encoding="utf-8")
    (tmp_path / "own" / name).write_text(text + OWN, encoding="utf-8")
    return GuideShelf(tmp_path / "own", Words())


def test_the_guides_own_moments_come_first_under_its_name(run_page, desk, own, qapp):
    page = run_page(begun(desk, own))
    page.tools.moments.show()
    qapp.processEvents()
    rows = page.tools.moments.sheet.list.rows()
    assert titles(page)[:3] == ["The lights go out", "Tears over the park", "Someone uses a slur"]
    assert "Someone starts to cry" not in titles(page) and len(rows) == 19
    shown = page.tools.moments.sheet.list
    last = shown.visualRect(shown.model().index(len(rows) - 1, 0))
    assert shown.isWrapping() and shown.viewport().rect().contains(last)
    assert rows[0].accessible_text == "Safety Together. 1. The lights go out"
    assert rows[2].accessible_text == "For every circle. 3. Someone uses a slur"


# What is at hand.


def test_the_pause_to_cool_down_is_one_press_away_and_leads_back_here(hot, qtbot):
    press_keys(qtbot, "6")
    button_saying(hot.tools.moments.sheet, "Pause and cool down").click()
    assert hot.center.page is hot.tools.cool_down and live(hot).phase is Phase.PAUSED
    hot.tools.cool_down.move_buttons[CoolDown.SILENCE].click()
    button_saying(hot.tools.cool_down, "When it gets hot").click()
    assert hot.tools.moments.sheet.isVisible() and not hot.tools.moments.sheet.is_open
    press(qtbot, Key.Key_Escape)
    assert hot.center.page is hot.tools.cool_down and hot.tools.cool_down.chosen is CoolDown.SILENCE


def test_the_break_is_taken_now_and_what_was_to_come_before_it_comes_after(hot):
    before = live(hot).remaining_plan.parts
    assert before.index("break") > 1
    hot.tools.moments.sheet.take_break.click()
    assert hot.center.page is hot.card and live(hot).phase is Phase.RUNNING
    rest = tuple(part for part in before[1:] if part != "break")
    assert live(hot).remaining_plan.parts == ("break", *rest)
    assert hot._controller.back_part() == before[0]


def test_during_a_pause_the_break_lets_the_clock_go_on(hot):
    hot.tools.pause_and_cool_down()
    hot.tools.moments.show()
    hot.tools.moments.sheet.take_break.click()
    assert live(hot).phase is Phase.RUNNING and hot.center.page is hot.card


def test_where_no_break_is_to_come_none_is_offered(running):
    running._controller.go_to("break")
    running.tools.moments.show()
    assert (
        not running.tools.moments.sheet.take_break.isVisible()
        and running.tools.moments.sheet.cool_down.isVisible()
    )


# What nobody else learns of it.


def test_nothing_of_it_is_recorded_and_the_room_sees_nothing(running, context, room, qtbot):
    running.room_bar.toggle_open()
    changes, seen = [], list(room.shown)
    context.desk_signals.changed.connect(changes.append)
    press(qtbot, Key.Key_H)
    press_keys(qtbot, "3")
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_Escape)
    assert changes == [] and room.shown == seen


# Keys that a person changed, and files that are not there.


def test_with_single_keys_off_the_button_leads_there_and_typing_finds(running, kept_settings, qtbot):
    kept_settings.choose(single_keys=False)
    press(qtbot, Key.Key_H)
    assert running.center.page is running.card
    running.card.tools.moments.click()
    press_keys(qtbot, "gun")
    assert running.tools.moments.sheet.list.current_id() == "gun"


def test_another_key_can_be_chosen(running, kept_settings, qtbot):
    kept_settings.choose(keys=(("moments", "X"),))
    press(qtbot, Key.Key_X)
    assert running.tools.moments.sheet.isVisible()


class TestWithoutTheFile:
    """The moments that ship are missing, or damaged."""

    @pytest.fixture(params=["missing", "damaged"])
    def shelf(self, tmp_path, request):
        if request.param == "damaged":
            (tmp_path / "moments").mkdir()
            (tmp_path / "moments" / "moments.en.guide.md").write_bytes(b"\x00\xff\xfe no text")
        return GuideShelf(GUIDES, Words(), tmp_path / "moments")

    def test_the_key_says_so_and_nothing_else_happens(self, running, context, qtbot):
        focused = QApplication.focusWidget()
        press(qtbot, Key.Key_H)
        assert context.toast.sentence().startswith("The moments that come with the app are missing")
        assert running.center.page is running.card and QApplication.focusWidget() is focused

    def test_a_guides_own_moments_are_shown_with_a_word_about_the_others(self, run_page, desk, own):
        page = run_page(begun(desk, own))
        page.tools.moments.show()
        assert titles(page) == ["The lights go out", "Tears over the park"]
        assert any("missing or damaged" in words for words in words_on(page.tools.moments.sheet))
