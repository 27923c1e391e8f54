"""The form in which notes are added."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.domain.notes.shorthand import SIGNS
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.shorthand_hints import ShorthandHints
from dialogue_desk.ui.notes.shorthand_signs import ACTION
from dialogue_desk.ui.shell.main_window import MainWindow
from tests.ui.notes.keys import ALT, ENTER, press, shown, type_line
from tests.ui.sessions import begun


@pytest.fixture
def page(page):
    """In a part with two questions in which notes are taken, with the keyboard in the box."""
    page._controller.go_to("where-i-stand")
    page.notes.focus_box()
    return page


def test_the_line_says_what_a_sign_makes_of_it(form, qtbot):
    qtbot.keyClicks(form.box, "?who decides /2")
    assert shown(form.below.reading) == "Question · a few"
    qtbot.keyClicks(form.box, " and when")
    assert shown(form.below.reading) == "Question"
    form.box.clear()
    assert shown(form.below.reading) == ""


def test_a_name_that_is_new_is_said_to_be(form, themes, qtbot):
    qtbot.keyClicks(form.box, "late #ferry ")
    assert shown(form.below.reading) == "Experience · new theme #ferry"
    qtbot.keyClicks(form.box, "#school ")
    assert shown(form.below.reading) == "Experience · new theme #ferry"


def test_a_new_theme_and_its_note_are_undone_together(form, desk, folder, qtbot):
    type_line(qtbot, "late #ferry")
    assert [theme.name for theme in folder().themes.values()] == ["ferry"]
    desk.undo()
    assert (folder().notes, folder().themes) == ((), {})


def test_a_note_belongs_to_the_question_that_is_on(page, form, folder, qtbot):
    type_line(qtbot, "before any")
    page.card.words.questions[1].click()
    assert page.notes._head._title.text() == "Notes · part 4, question 2"
    page.notes.focus_box()
    type_line(qtbot, "to the second")
    type_line(qtbot, "!an idea")
    assert [note.body.prompt for note in folder().notes] == [0, 2]
    assert [action.body.prompt for action in folder().actions] == [2]


def test_the_key_goes_through_the_questions_while_a_line_is_typed(page, form, said, qtbot):
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
    assert [one.text(QAccessible.Text.Name) for one in heard] == [
        first.accessibleName(),
        second.accessibleName(),
    ]
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


def test_only_what_is_still_missing_is_said_to_be_wanted(page, qtbot):
    def told():
        return page.notes._wanted.text().replace("\u00a0", " ") if page.notes._wanted.isVisible() else ""

    assert told() == "Asked for and not heard yet: Experience, Concern, Disagreement"
    type_line(qtbot, "~Patrols calm or tense the block")
    assert told() == "Asked for and not heard yet: Experience, Concern"
    type_line(qtbot, "A stop at night")
    press(qtbot, Qt.Key.Key_C, ALT)
    type_line(qtbot, "Nobody says why")
    assert told() == ""


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
def hints(drawer):
    return ShorthandHints(lambda: drawer.settings, drawer.keep)


def test_the_signs_stay_at_any_text_size_until_they_are_hidden_and_come_back(
    run_page, session_id, context, hints, qtbot
):
    page = run_page(session_id, context=replace(context, signs=hints))
    page._controller.go_to("where-i-stand")
    form = page.notes.note_input
    assert "?\u00a0Question" in shown(form.below.signs)
    aloud = form.box.accessibleDescription()
    assert "question mark for Question" in aloud and "exclamation mark for Action idea" in aloud
    assert not any(sign in aloud for sign in [*SIGNS, "!", "#", "/"])
    page.notes.focus_box()
    for line in ("?a", "!b", '"c', "+d", "~e", "*f", "^g", "h #theme /2"):
        type_line(qtbot, line)
    context.theme.change(scale=150)
    page.resize(1366, 768)
    assert shown(form.below.signs)
    qtbot.mouseClick(form.below.hide_button, Qt.MouseButton.LeftButton)
    assert not hints.wanted()
    assert not shown(form.below.signs)
    assert form.box.accessibleDescription() == ""
    qtbot.mouseClick(form.below.show_button, Qt.MouseButton.LeftButton)
    assert shown(form.below.signs)
    assert not form.below.show_button.isVisible()


def test_a_sign_that_stands_on_a_chip_is_not_said_again_under_the_box(run_page, session_id, context, hints):
    page = run_page(session_id, context=replace(context, signs=hints))
    page._controller.go_to("where-i-stand")
    form = page.notes.note_input
    assert "~" not in shown(form.below.signs) and "!" not in shown(form.below.signs)
    assert {NoteKind.DISAGREEMENT, ACTION} <= set(form.choices.kinds.on_chips())
    form.choices.kinds.more.click()
    assert shown(form.below.signs).split("   ")[0] == "#theme"


def test_the_box_grows_with_its_words_and_leaves_room_for_the_notes(page, form, qtbot):
    page.resize(1366, 768)
    small = form.box.height()
    qtbot.keyClicks(form.box, "what was said at some length " * 8)
    assert form.box.height() > small
    form.box.setPlainText("words " * 2_000)
    assert small < form.box.height() <= page.notes.height() * 0.3
    form.box.clear()
    assert form.box.height() == small


@pytest.mark.parametrize("text", ["x" * 1_000_000, "word " * 200_000])
def test_a_million_characters_are_saved_and_the_next_line_too(page, form, folder, qtbot, text):
    QGuiApplication.clipboard().setText(text)
    form.box.paste()
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
def test_any_text_is_kept_and_shown_as_text(page, form, folder, said, qtbot, text):
    QGuiApplication.clipboard().setText(text)
    form.box.paste()
    press(qtbot, ENTER)
    assert folder().notes[0].body.text == text
    assert page.notes.list.rows()[0].text == text


def test_half_a_character_is_kept_as_a_visible_mark(form, page, folder):
    form.box.text = lambda: "half \ud800 of it \x00"
    form.entered.emit()
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


def test_an_idea_takes_its_theme_and_says_that_it_has_no_spread(form, folder, context, qtbot):
    qtbot.keyClicks(form.box, "!Ask the board #buses /2")
    left_out = "“a few” was left out: only notes say how many of you."
    assert shown(form.below.reading) == f"Action idea · new theme #buses · {left_out}"
    press(qtbot, ENTER)
    (idea,) = folder().actions
    assert (idea.body.what, folder().theme_names(idea.body.themes)) == ("Ask the board", ("buses",))
    assert context.toast.sentence() == left_out


def test_a_question_begins_with_the_sign_of_a_spanish_keyboard(form, folder, qtbot):
    form.box.insertPlainText("¿Quién lee los formularios? ＃escuela /٢")  # no test key types these
    press(qtbot, ENTER)
    (note,) = folder().notes
    assert (note.body.kind, note.body.text) == (NoteKind.QUESTION, "¿Quién lee los formularios?")
    assert (note.body.spread, folder().theme_names(note.body.themes)) == (Spread.A_FEW, ("escuela",))


def turned(page, clock, qtbot, key=Qt.Key.Key_PageDown):
    clock.advance(MINUTE)
    press(qtbot, key)
    return page._folder.plan.parts[page._controller.live.current].id


def test_a_line_begun_before_the_page_turns_is_saved_with_its_part_and_kind(
    page, form, folder, clock, said, qtbot
):
    form.choices.choose_kind(NoteKind.HOPE)
    qtbot.keyClicks(form.box, "Half a")
    begun_in = page._folder.plan.parts[page._controller.live.current].id
    assert turned(page, clock, qtbot) != begun_in
    assert "goes under 4. " in shown(form.below.reading)
    assert any(sentence.startswith("goes under 4. ") for sentence in said)
    assert not any(sentence.startswith("Kind of note") for sentence in said)
    type_line(qtbot, " thought")
    type_line(qtbot, "The next one")
    first, second = (note.body for note in folder().notes)
    assert (first.text, first.part, first.kind) == ("Half a thought", begun_in, NoteKind.HOPE)
    assert second.part == page._controller.live.parts[page._controller.live.current].id
    assert "goes under" not in shown(form.below.reading)


def test_a_line_that_is_deleted_after_the_page_turned_leaves_its_part(page, form, clock, folder, qtbot):
    qtbot.keyClicks(form.box, "x")
    turned(page, clock, qtbot)
    press(qtbot, Qt.Key.Key_Backspace)
    assert "goes under" not in shown(form.below.reading)


def test_a_line_begun_where_only_notes_are_taken_stays_with_its_part_backward_too(
    run_page, session_id, folder, clock, qtbot
):
    page = run_page(session_id, taking_notes=True)
    page.rail.part_wanted.emit("where-i-stand")
    page.notes.focus_box()
    qtbot.keyClicks(page.notes.note_input.box, "Half a")
    press(qtbot, Qt.Key.Key_PageUp)
    assert page._moves.session.note_target.part != "where-i-stand"
    type_line(qtbot, " thought")
    assert [note.body.part for note in folder().notes] == ["where-i-stand"]


def test_the_keyboard_comes_back_to_the_box_after_a_part_without_notes(page, form, context, clock, qtbot):
    window = MainWindow(context.theme, "")  # moves the keyboard on when what had it is hidden
    qtbot.addWidget(window)
    window.set_content(page)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    page._controller.go_to("agreements-check")
    page.notes.focus_box()
    assert turned(page, clock, qtbot) == "six-views"
    QApplication.processEvents()
    assert turned(page, clock, qtbot) == "where-i-stand"
    QApplication.processEvents()
    assert form.box.hasFocus()
