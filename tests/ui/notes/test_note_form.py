from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu

from dialogue_desk.desk.session.session_edits import find_or_add_theme
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.notes import NoteKind, Spread, Theme
from dialogue_desk.domain.notes.shorthand import SIGNS
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.shorthand_lessons import LINES_TO_LEARN, SignLessons, wants_signs, with_signs
from dialogue_desk.ui.notes.shorthand_signs import ACTION, LETTERS
from dialogue_desk.words import LANGUAGES, Words
from tests.ui.under_way import begun

ENTER, SHIFT, ALT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(run_page, session_id):
    """A session in a part with two questions in which notes are taken, the keyboard in the box."""
    page = run_page(session_id)
    page.card.clock_button.click()
    page._controller.go_to("where-i-stand")
    page.notes.focus_box()
    return page


@pytest.fixture
def capture(page):
    return page.notes.note_input


@pytest.fixture
def folder(folders, session_id):
    """What is on disk."""
    return lambda: folders.session(session_id)


@pytest.fixture
def themes(desk, folder):
    for name in ("Safe streets", "School", "Sábados", "Night bus"):
        find_or_add_theme(desk, [folder().circle_id], name)


def type_line(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)
    qtbot.keyClick(QApplication.focusWidget(), ENTER)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key, modifier)


def shown(label):
    return label.text() if label.isVisible() else ""


# Kinds.


@pytest.mark.parametrize("language", LANGUAGES)
def test_alt_and_a_letter_choose_each_kind_wherever_the_focus_is(
    run_page, session_id, context, qtbot, language
):
    page = run_page(session_id, context=replace(context, words=Words(language)))
    page.card.clock_button.click()
    places = (page.notes.note_input.box, page.card.next_button, page.rail.parts)  # in the list: of its notes
    page._controller.go_to("where-i-stand")
    for kind, letter in LETTERS.items():
        for place in places:
            page.notes.note_input.chips.choose("")
            place.setFocus()
            qtbot.keyClick(place, getattr(Qt.Key, f"Key_{letter}"), ALT)
            assert page.notes.note_input.kind() == kind
            assert QApplication.focusWidget() is page.notes.note_input.box
    assert page.notes.note_input.text() == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_on_the_page_takes_a_letter_away_from_the_kinds(run_page, session_id, context, language):
    page = run_page(session_id, context=replace(context, words=Words(language)))
    named = [*page.findChildren(QAbstractButton), *page.findChildren(QLabel)]
    assert len(named) > 40
    labels = [one.text() for one in named if isinstance(one, QLabel)]
    assert [text for text in labels if not QKeySequence.mnemonic(text).isEmpty()] == []
    buttons = [one for one in named if isinstance(one, QAbstractButton)]
    assert [one.text() for one in buttons if not one.shortcut().isEmpty()] == []


def test_a_chip_tells_its_sign_and_its_keys(capture):
    chip = next(one for one in capture.chips._chips if one.choice.id == NoteKind.DISAGREEMENT)
    assert (chip.toolTip(), chip.accessibleDescription()) == ("Alt+D", "~, Alt+D")


def test_the_letters_are_given_once():
    assert len(set(LETTERS.values())) == len(LETTERS) == len(NoteKind) + 1


def test_the_line_says_what_a_sign_makes_of_it(capture, qtbot):
    qtbot.keyClicks(capture.box, "?who decides /2")
    assert shown(capture.reading) == "Question · a few"
    qtbot.keyClicks(capture.box, " and when")
    assert shown(capture.reading) == "Question"
    capture.box.clear()
    assert shown(capture.reading) == ""


# Themes.


def test_the_arrows_choose_among_themes_and_enter_takes_one(page, capture, themes, folder, said, qtbot):
    qtbot.keyClicks(capture.box, "dark #s")
    offered = [one.text() for one in capture.offers._buttons]
    assert offered == ["#Safe_streets  Tab", "#School", "#Sábados", "#Night_bus"]
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert capture.offers.mark() == said[-1]
    chosen = capture.offers.mark()
    press(qtbot, ENTER)
    assert (capture.text(), folder().notes) == (f"dark {chosen} ", ())
    press(qtbot, ENTER)
    assert [note.body.text for note in folder().notes] == ["dark"]


def test_enter_saves_the_name_as_it_was_typed_when_none_was_chosen(capture, themes, folder, qtbot):
    type_line(qtbot, "dark #sa")
    assert folder().theme_names(folder().notes[0].body.themes) == ("sa",)


def test_a_theme_is_found_without_its_accents(capture, themes, qtbot):
    qtbot.keyClicks(capture.box, "#saba")
    press(qtbot, Qt.Key.Key_Tab)
    assert capture.text() == "#Sábados "


def test_a_reader_hears_what_is_offered(capture, themes, said, qtbot):
    qtbot.keyClicks(capture.box, "#sch")
    assert said[-1] == "#School: press Tab to add it"


def test_escape_puts_the_offers_away_and_stays_in_the_box(capture, themes, qtbot):
    qtbot.keyClicks(capture.box, "#sc")
    press(qtbot, Qt.Key.Key_Escape)
    assert not capture.offers.isVisible()
    assert QApplication.focusWidget() is capture.box
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not capture.box


def test_a_name_that_is_new_is_said_to_be(capture, themes, qtbot):
    qtbot.keyClicks(capture.box, "late #ferry ")
    assert shown(capture.reading) == "Experience · new theme #ferry"
    qtbot.keyClicks(capture.box, "#school ")
    assert shown(capture.reading) == "Experience · new theme #ferry"


def test_a_new_theme_and_its_note_are_undone_together(capture, desk, folder, qtbot):
    type_line(qtbot, "late #ferry")
    assert [theme.name for theme in folder().themes.values()] == ["ferry"]
    desk.undo()
    assert (folder().notes, folder().themes) == ((), {})


def test_the_themes_of_the_program_are_offered(page, capture, desk, folder, qtbot):
    desk.add(folder().program_id, Theme("Housing"))
    qtbot.keyClicks(capture.box, "#hou")
    press(qtbot, Qt.Key.Key_Tab)
    assert capture.text() == "#Housing "


# Spread.


def test_alt_and_a_number_say_how_many_and_only_for_this_line(capture, folder, said, qtbot):
    for number, spread in enumerate(Spread, start=1):
        press(qtbot, getattr(Qt.Key, f"Key_{number}"), ALT)
        assert capture.spread() is spread
        assert shown(capture.reading) == f"Experience · {said[-1]}"
        type_line(qtbot, f"line {number}")
        assert (capture.spread(), shown(capture.reading)) == (None, "")
    assert [note.body.spread for note in folder().notes] == list(Spread)


def test_the_same_number_again_takes_the_spread_back(capture, said, qtbot):
    for _ in range(2):
        press(qtbot, Qt.Key.Key_3, ALT)
    assert (capture.spread(), said[-1]) == (None, "How many of you: not said")


def test_the_spread_can_be_chosen_with_the_mouse(capture, qtbot):
    qtbot.mouseClick(capture.spread_button, Qt.MouseButton.LeftButton)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, ENTER)
    assert capture.spread() is Spread.A_FEW
    assert QApplication.focusWidget() is capture.box


def test_an_action_idea_shows_no_spread(capture, qtbot):
    press(qtbot, Qt.Key.Key_3, ALT)
    press(qtbot, Qt.Key.Key_A, ALT)
    assert (capture.kind(), shown(capture.reading)) == (ACTION, "")


# The question that is on.


def test_a_note_belongs_to_the_question_that_is_on(page, capture, folder, qtbot):
    type_line(qtbot, "before any")
    page.card.words.questions[1].click()
    assert page.notes._head._title.text() == "Notes · part 4, question 2"
    page.notes.focus_box()
    type_line(qtbot, "to the second")
    type_line(qtbot, "!an idea")
    assert [note.body.prompt for note in folder().notes] == [0, 2]
    assert [action.body.prompt for action in folder().actions] == [2]


def test_the_key_goes_through_the_questions_while_a_line_is_typed(page, capture, said, qtbot):
    for wanted in (1, 2, 0):
        press(qtbot, Qt.Key.Key_PageDown, ALT)
        assert [one.isChecked() for one in page.card.words.questions] == [wanted == 1, wanted == 2]
    assert said[-3].startswith("Question 1 of 2: ")
    assert said[-1] == "No question is selected"
    page.card.next_button.setFocus()
    press(qtbot, Qt.Key.Key_Q)
    assert page.card.words.questions[0].isChecked()


def test_the_question_that_is_on_is_told_apart_by_its_weight(page):
    first, second = page.card.words.questions
    plain = first.sizeHint()
    first.click()
    assert first._font().bold() and not second._font().bold()
    assert second._font().pixelSize() < first._font().pixelSize()
    first.click()
    assert first.sizeHint() == plain


def test_a_reader_hears_which_question_is_on(page):
    first, second = page.card.words.questions
    second.click()
    heard = [QAccessible.queryAccessibleInterface(one) for one in (first, second)]
    assert [one.text(QAccessible.Text.Name) for one in heard] == [first.words(), second.words()]
    assert [bool(one.state().checked) for one in heard] == [False, True]


def test_a_question_is_asked_with_the_keyboard_alone(page, qtbot):
    first = page.card.words.questions[0]
    assert first.focusPolicy() & Qt.FocusPolicy.TabFocus
    first.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert first.isChecked()
    assert page._controller.live.current == 3


def test_the_wall_shows_the_question_that_is_on(page, room, qtbot):
    room.open()
    asked = page._folder.plan.part("where-i-stand").ask
    page.card.words.questions[1].click()
    assert room.shown[-1].accessible_text == asked[1]
    page.card.words.questions[1].click()
    assert room.shown[-1].accessible_text == "\n".join(asked)


def test_each_part_remembers_its_question_and_the_next_session_none(page, desk, shelf, qtbot):
    page.card.words.questions[1].click()
    page._controller.go_to("close")
    assert not any(one.isChecked() for one in page.card.words.questions)
    page._controller.go_to("where-i-stand")
    assert page.card.words.questions[1].isChecked()
    page.show_session(begun(desk, shelf, code="C08"))
    page._controller.go_to("where-i-stand")
    assert not page.card.words.questions[1].isChecked()


def test_a_parked_line_belongs_to_the_question_too(page, folder, qtbot):
    page.card.words.questions[0].click()
    page.card.next_button.setFocus()
    press(qtbot, Qt.Key.Key_K)
    type_line(qtbot, "Parking on market days")
    assert folder().notes[0].body.prompt == 1


# A late thought.


def test_a_late_thought_goes_under_an_earlier_part_and_the_next_line_under_this_one(
    page, capture, folder, said, qtbot
):
    page.card.words.questions[0].click()
    press(qtbot, Qt.Key.Key_L, ALT)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    press(qtbot, ENTER)
    assert said[-1] == "goes under 1. Check-in"
    assert shown(capture.reading) == "Experience · goes under 1. Check-in"
    assert QApplication.focusWidget() is capture.box
    type_line(qtbot, "said at the beginning")
    assert shown(capture.reading) == ""
    type_line(qtbot, "said now")
    assert [(note.body.part, note.body.prompt) for note in folder().notes] == [
        ("check-in", 0),
        ("where-i-stand", 1),
    ]


def test_a_late_thought_can_be_let_go_of(page, capture, said, qtbot):
    qtbot.mouseClick(capture.earlier_button, Qt.MouseButton.LeftButton)
    press(qtbot, ENTER)
    press(qtbot, Qt.Key.Key_L, ALT)
    press(qtbot, ENTER)
    assert (capture.earlier_part(), said[-1]) == ("", "Goes under the current part")


def test_in_the_first_part_there_is_no_earlier_one(run_page, session_id, said, qtbot):
    page = run_page(session_id)
    page.notes.focus_box()
    press(qtbot, Qt.Key.Key_L, ALT)
    assert said[-1] == "There is no earlier part yet."
    assert not page.notes.note_input.earlier_button.isVisible()


def test_a_late_thought_can_be_written_where_notes_are_off_now(page, capture, folder, qtbot):
    page._controller.go_to("six-views")
    assert not capture.takes_notes()
    press(qtbot, Qt.Key.Key_L, ALT)
    press(qtbot, ENTER)
    type_line(qtbot, "said before")
    assert folder().notes[0].body.part == "where-i-stand"
    assert not capture.takes_notes()


def test_a_line_begun_before_notes_went_off_is_finished_where_it_began(page, capture, folder, qtbot):
    qtbot.keyClicks(capture.box, "half a ")
    page._controller.go_to("six-views")
    assert shown(capture.reading) == "Experience · goes under 4. Where I stand"
    page.notes.focus_box()
    type_line(qtbot, "line")
    assert [(note.body.text, note.body.part) for note in folder().notes] == [("half a line", "where-i-stand")]
    assert not capture.takes_notes()


# Notes off, themes only.


def test_notes_off_is_overruled_with_a_reason_that_is_kept(page, capture, desk, folder, qtbot):
    page._controller.go_to("six-views")
    assert capture.policy() == "Notes are off in this part."
    assert not capture.box.isVisible()
    capture.notice.button.click()
    type_line(qtbot, "")
    assert folder().closing.overruled == {}
    type_line(qtbot, "They asked us to")
    assert folder().closing.overruled == {"six-views": "They asked us to"}
    assert (capture.policy(), capture.notice._kept.text()) == ("", "Notes are taken here: They asked us to")
    assert QApplication.focusWidget() is capture.box
    type_line(qtbot, "Somebody sighed")
    assert folder().notes[0].body.part == "six-views"


def test_where_notes_are_off_nothing_is_typed_unseen(page, capture, folder, qtbot):
    page._controller.go_to("six-views")
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_N)
    assert QApplication.focusWidget() is capture.notice.button
    press(qtbot, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is capture.notice.reason
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is capture.notice.button
    assert (capture.text(), folder().notes) == ("", ())


def test_who_types_on_when_notes_go_off_presses_no_key_and_goes_on_in_the_next_part(
    page, capture, folder, said, qtbot
):
    page.notes.focus_box()
    page._controller.go_to("six-views")
    assert QApplication.focusWidget() is capture.notice
    was = page.center.page
    for letter in "bgs p":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    press(qtbot, ENTER)
    assert page.center.page is was and said[-1] == "Notes are off in this part."
    assert (capture.text(), folder().notes, folder().closing.overruled) == ("", (), {})
    page._controller.go_to("where-i-stand")
    assert QApplication.focusWidget() is capture.box


def test_an_overruled_part_stays_so_when_the_session_is_opened_again_until_it_is_undone(
    page, run_page, session_id, desk, qtbot
):
    page._controller.go_to("six-views")
    page.notes.note_input.notice.ask()
    type_line(qtbot, "They asked us to")
    page.leave()
    again = run_page(session_id, taking_notes=True)
    again.rail.part_wanted.emit("six-views")
    assert again.notes.note_input.takes_notes()
    assert desk.can_undo() is Act.WRITE
    desk.undo()
    assert not again.notes.note_input.takes_notes()
    assert again.notes.note_input.policy() == "Notes are off in this part."


def test_escape_leaves_the_part_as_the_guide_has_it(page, capture, folder, qtbot):
    page._controller.go_to("six-views")
    capture.notice.ask()
    qtbot.keyClicks(QApplication.focusWidget(), "well")
    press(qtbot, Qt.Key.Key_Escape)
    assert not capture.notice.reason.isVisible()
    assert folder().closing.overruled == {}


def test_where_only_themes_are_noted_a_sentence_waits_for_a_reason(page, capture, folder, said, qtbot):
    page._controller.go_to("check-in")
    page.notes.focus_box()
    assert capture.box.placeholderText() == "What was it about?"
    story = "On the way home from the late shift a car slowed down beside me, and I took the long way round."
    type_line(qtbot, story)
    assert (capture.text(), folder().notes) == (story, ())
    assert said[-1] == "Only themes here: write a few words, not a sentence."
    capture.notice.button.click()
    type_line(qtbot, "They want it told")
    press(qtbot, ENTER)
    assert [note.body.text for note in folder().notes] == [story]


def test_where_only_themes_are_noted_their_names_need_no_mark(page, themes, folder, qtbot):
    page._controller.go_to("check-in")
    page.notes.focus_box()
    type_line(qtbot, "school, the dark, night bus")
    (note,) = folder().notes
    assert note.body.text == "school, the dark, night bus"
    assert folder().theme_names(note.body.themes) == ("School", "Night bus")


def test_a_sentence_that_waits_is_not_lost_when_the_page_is_left(page, folder, qtbot):
    page._controller.go_to("check-in")
    page.notes.focus_box()
    story = "On the way home from the late shift a car slowed down beside me, and I took the long way round."
    type_line(qtbot, story)
    page.leave()
    assert [note.body.text for note in folder().notes] == [story]


# Wanted.


def test_only_what_is_still_missing_is_said_to_be_wanted(page, qtbot):
    def told():
        return page.notes._wanted.text().replace("\u00a0", " ") if page.notes._wanted.isVisible() else ""

    assert told() == "Experience: none yet  ·  Concern: none yet  ·  Disagreement: none yet"
    type_line(qtbot, "~Patrols calm or tense the block")
    assert told() == "Experience: none yet  ·  Concern: none yet"
    type_line(qtbot, "A stop at night")
    press(qtbot, Qt.Key.Key_C, ALT)
    type_line(qtbot, "Nobody says why")
    assert told() == ""


# The signs.


class Drawer:
    """Where the settings lie, and how often they were written."""

    def __init__(self):
        self.settings, self.written = Settings(), 0

    def keep(self, settings):
        self.settings = settings
        self.written += 1


@pytest.fixture
def drawer():
    return Drawer()


@pytest.fixture
def lessons(drawer):
    return SignLessons(lambda: drawer.settings, drawer.keep)


def test_the_signs_are_shown_until_all_have_been_used(run_page, session_id, context, lessons, drawer, qtbot):
    page = run_page(session_id, context=replace(context, signs=lessons))
    page._controller.go_to("where-i-stand")
    capture = page.notes.note_input
    assert "?\u00a0Question" in shown(capture.signs)
    assert all(sign in capture.box.accessibleDescription() for sign in [*SIGNS, "!", "#", "/"])
    page.notes.focus_box()
    for line in ("?a", "!b", '"c', "+d", "~e", "*f", "^g"):
        type_line(qtbot, line)
    assert shown(capture.signs)
    type_line(qtbot, "h #theme /2")
    assert not shown(capture.signs)
    assert capture.box.accessibleDescription() == ""
    assert drawer.written == 8
    type_line(qtbot, "?more")
    assert drawer.written == 8


def test_a_sign_that_stands_on_a_chip_is_not_said_again_under_the_box(run_page, session_id, context, lessons):
    page = run_page(session_id, context=replace(context, signs=lessons))
    page._controller.go_to("where-i-stand")
    capture = page.notes.note_input
    assert "~" not in shown(capture.signs) and "!" not in shown(capture.signs)
    assert {NoteKind.DISAGREEMENT, ACTION} <= set(capture.kinds.on_chips())
    capture.kinds.more.click()
    assert shown(capture.signs).split("   ")[0] == "#theme"


def test_the_signs_are_learnt_after_some_dozens_of_lines(lessons, drawer):
    for _ in range(LINES_TO_LEARN):
        assert lessons.wanted()
        lessons.learn_from("a line")
    assert not lessons.wanted()
    assert drawer.written < LINES_TO_LEARN / 5


def test_the_signs_can_be_turned_off_and_shown_again(run_page, session_id, context, lessons, drawer):
    page = run_page(session_id, context=replace(context, signs=lessons))
    page._controller.go_to("where-i-stand")
    drawer.settings = with_signs(drawer.settings, on=False)
    lessons.changed.emit()
    assert not shown(page.notes.note_input.signs)
    drawer.settings = with_signs(replace(drawer.settings, lines_written=LINES_TO_LEARN), on=True)
    assert wants_signs(drawer.settings)
    lessons.changed.emit()
    assert shown(page.notes.note_input.signs)


# Speed and safety.


@pytest.mark.parametrize("text", ["x" * 1_000_000, "word " * 200_000])
def test_a_million_characters_are_saved_and_the_next_line_too(page, capture, folder, qtbot, text):
    QGuiApplication.clipboard().setText(text)
    capture.box.paste()
    press(qtbot, ENTER)
    type_line(qtbot, "and on")
    assert [note.body.text for note in folder().notes] == [text, "and on"]
    page.notes.list.grab()


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> <img src=x onerror=alert(1)> &amp;",
        "=HYPERLINK(1) +1 @x",
        "safe\u202egpj.exe \u2066mixed\u2069",
        "zero\u200bwidth\u200d \x07bell \x1b[31mred \x7f",
        "%s {theme} ${x} \\n",
    ],
)
def test_any_text_is_kept_and_shown_as_text(page, capture, folder, said, qtbot, text):
    QGuiApplication.clipboard().setText(text)
    capture.box.paste()
    press(qtbot, ENTER)
    assert folder().notes[0].body.text == text
    assert page.notes.list.rows()[0].text == text


def test_half_a_character_is_kept_as_a_visible_mark(capture, page, folder):
    capture.box.text = lambda: "half \ud800 of it \x00"
    capture.entered.emit()
    assert folder().notes[0].body.text == "half \ufffd of it \ufffd"


def test_hundreds_of_notes_typed_fast_are_all_on_disk(page, desk, session_id, folder, qtbot):
    box = page.notes.note_input.box
    for number in range(200):
        qtbot.keyClicks(box, f"{number} said #t{number % 7} /{number % 5 + 1}")
        qtbot.keyClick(box, ENTER)
    with desk.snapshot() as beside:
        bodies = [record.body for record in beside.file.records.under(session_id, Kind.NOTE)]
    assert [note.text for note in bodies] == [f"{number} said" for number in range(200)]
    assert [note.spread for note in bodies] == list(Spread) * 40
    assert len({note.themes for note in bodies}) == len(folder().themes) == 7
    assert len(page.notes.list.rows()) == 200
