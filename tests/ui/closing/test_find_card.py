"""One find in its line, whole or around it, and the answers to it."""

from PySide6.QtCore import Qt

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.desk.session.privacy_check import BLANK
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.records import Edition, Record, Version
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from tests.desk.partners import import_unjudged
from tests.ui.closing.on_page import LINE, asked, sentences


def test_a_find_is_shown_in_its_line_with_its_kind(check, write):
    write(LINE)
    assert check.line.text() == LINE
    assert asked(check) == f"Name with a title: Officer J. Ruiz. Concern: {LINE}"
    assert "0 of 3 checked" in sentences(check)


def test_a_replacement_is_typed_and_takes_the_place_of_the_find(check, write, qtbot):
    text = write(LINE)
    qtbot.keyClicks(check.answers.keep, "r")
    assert check.answers.box.hasFocus()
    qtbot.keyClicks(check.answers.box, "An officer by the park")
    qtbot.keyClick(check.answers.box, Qt.Key.Key_Return)
    assert text().startswith("An officer by the park, badge 4471")
    assert not check.answers.asking()


def test_escape_puts_the_box_away_and_nothing_is_changed(check, write, qtbot):
    text = write(LINE)
    qtbot.keyClicks(check.answers.keep, "r")
    qtbot.keyClicks(check.answers.box, "An")
    qtbot.keyClick(check.answers.box, Qt.Key.Key_Escape)
    assert not check.answers.asking() and check.answers.keep.hasFocus()
    assert text() == LINE


def test_an_empty_replacement_is_refused_with_a_sentence(check, write, qtbot):
    text = write(LINE)
    qtbot.keyClicks(check.answers.keep, "r")
    qtbot.keyClick(check.answers.box, Qt.Key.Key_Return)
    assert "Write the replacement, or choose Blank." in sentences(check)
    assert text() == LINE


def test_the_same_words_are_answered_in_all_places_when_that_is_ticked(check, write, qtbot):
    first, second = write("Maria said so."), write("We asked maria twice.")
    assert check.answers.everywhere.isVisible() and check.answers.everywhere.isChecked()
    qtbot.keyClicks(check.answers.keep, "b")
    assert (first(), second()) == (f"{BLANK} said so.", f"We asked {BLANK} twice.")


def test_one_place_alone_is_answered_when_it_is_not_ticked(check, write, qtbot):
    first, second = write("Maria said so."), write("We asked Maria twice.")
    check.answers.everywhere.setChecked(False)
    qtbot.keyClicks(check.answers.keep, "b")
    assert (first(), second()) == (f"{BLANK} said so.", "We asked Maria twice.")


def test_an_earlier_replacement_of_the_same_words_is_offered_again(check, write, qtbot):
    write("Maria said so.")
    qtbot.keyClicks(check.answers.keep, "r")
    qtbot.keyClicks(check.answers.box, "a neighbor")
    qtbot.keyClick(check.answers.box, Qt.Key.Key_Return)
    write("Then Maria called.")
    check.answers.keep.setFocus()
    qtbot.keyClicks(check.answers.keep, "r")
    assert check.answers.box.text() == "a neighbor"


def test_a_version_is_chosen_before_words_are_changed(check, desk, session_id, qtbot):
    note_id = desk.add(session_id, Note(NoteKind.CONCERN, "We asked Maria."))
    here = desk.get(note_id)
    theirs = Note(NoteKind.CONCERN, "We asked Dwayne.")
    edition = Edition(Version((("elsewhere", 1),)), 1, DeviceId("elsewhere"), theirs)
    import_unjudged(
        desk, [IncomingPackage("1", "1", {here.id: Record(here.id, here.kind, here.owner, (edition,))})]
    )
    assert any(
        "Until you choose a version, you can only keep it." in sentence for sentence in sentences(check)
    )
    assert not check.answers.blank.isEnabled()
    qtbot.keyClicks(check.answers.keep, "br")
    assert desk.get(note_id).in_conflict and not check.answers.asking()
    qtbot.mouseClick(check._card.choose_first, Qt.MouseButton.LeftButton)
    [dialog] = [one for one in check.window().findChildren(ConflictDialog) if one.isVisible()]
    dialog._buttons[0].click()
    assert check.answers.blank.isEnabled() and not check._card.choose_first.isVisible()


def test_a_note_of_a_million_characters_is_shown_around_the_find(check, write):
    write("dark " * 100_000 + "said Maria " + "dark " * 100_000)
    assert len(check.line.text()) < 700
    assert "said Maria" in check.line.text()


def test_letters_of_other_planes_leave_the_mark_where_it_belongs(check, write):
    write("😀😀 Maria said so.")
    [mark] = check.line._layout_for(400)[0].formats()
    assert (mark.start, mark.length) == (5, 5)
