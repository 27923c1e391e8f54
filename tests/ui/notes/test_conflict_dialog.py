"""What two laptops both changed is put side by side, and a person's choice is one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from dialogue_desk.desk.desk import Desk, IncomingPackage
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.session.open_conflicts import Conflict
from dialogue_desk.domain.model.closing import DotVote, fact_id
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Spread, Theme
from dialogue_desk.domain.model.organizing import Coding, program_fact_id
from dialogue_desk.domain.records.conflicts import written_by
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog, conflict_title
from dialogue_desk.words import Words
from tests.desk.partners import import_unjudged
from tools.manual_clock import ManualClock

SESSION = RecordId("session")


def note(text, **more):
    return Note(NoteKind.CONCERN, text, **more)


def package(desk, identity):
    return IncomingPackage(
        identity, "x.dialogue", {record.id: record for record in desk.file.records.everything()}
    )


@pytest.fixture
def other(tmp_path, clock):
    desk = Desk(DeskFile(tmp_path / "other.db"), ManualClock(clock.now() + 5 * MINUTE, -240), RandomIds(9))
    yield desk
    desk.file.close()


@pytest.fixture
def clash(desk, other, clock):
    """A note that both laptops changed after the one had it from the other."""
    record_id = desk.add(SESSION, note("Stops feel random."))
    import_unjudged(other, [package(desk, "1")])
    clock.advance(MINUTE)
    desk.rewrite(record_id, note("Stops near the school feel random.", spread=Spread.A_FEW))
    other.rewrite(record_id, note("Stops feel random at night."))
    import_unjudged(desk, [package(other, "2")])
    assert desk.get(record_id).in_conflict
    return record_id


@pytest.fixture
def dialog(desk, clash, context, qtbot):
    dialog = ConflictDialog(desk, clash, context)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def seen(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def button(dialog, words, number=0):
    return [b for b in dialog.findChildren(QPushButton) if b.text() == words][number]


def test_both_wordings_stand_there_with_when_they_were_written(dialog):
    said = seen(dialog)
    assert {"Stops near the school feel random.", "Stops feel random at night."} <= set(said)
    assert {"This laptop", "The other laptop"} <= set(said)
    assert {"Written March 12, 2026, 7:01 PM", "Written March 12, 2026, 7:05 PM"} <= set(said)


def test_what_differs_besides_the_words_is_told_apart_by_weight(dialog):
    roles = {label.text(): label.property("role") for label in dialog.findChildren(QLabel)}
    assert roles["How many of you: a few"] == "strong" and roles["Kind: Concern"] == "muted"


def test_the_keys_choose_one_wording_and_undo_takes_it_back(dialog, desk, clash, qtbot):
    keep = button(dialog, "Use this version", 1)
    (chosen,) = (one.body for one in desk.get(clash).editions if written_by(one) not in desk.names())
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is keep
    qtbot.keyClick(keep, Qt.Key.Key_Space)
    assert not dialog.isVisible()
    assert desk.get(clash).body == chosen and not desk.get(clash).in_conflict
    desk.undo()
    assert desk.get(clash).in_conflict


def test_both_wordings_can_stay_as_two_notes_in_one_step(dialog, desk, clash):
    said = {edition.body.text for edition in desk.get(clash).editions}
    button(dialog, "Keep both").click()
    assert not dialog.isVisible() and not desk.get(clash).in_conflict
    assert {record.body.text for record in desk.file.records.under(SESSION)} == said
    desk.undo()
    assert desk.get(clash).in_conflict


@pytest.fixture
def late(desk, clash, tmp_path):
    """Lets another laptop's version of the note arrive."""

    def arrives(words):
        laptop = Desk(
            DeskFile(tmp_path / f"{words}.db"), ManualClock(desk.clock.now(), -240), RandomIds(len(words))
        )
        laptop.put(clash, SESSION, note(words))
        import_unjudged(desk, [package(laptop, words)])
        laptop.file.close()
        QApplication.processEvents()

    return arrives


@pytest.mark.parametrize("more", [("Third.",), ("Third.", "The fourth.")], ids=len)
def test_every_wording_stays_however_many_laptops_wrote_one(dialog, desk, clash, other, late, more):
    for words in more:
        late(words)
    said = {edition.body.text for edition in desk.get(clash).editions}
    assert len(said) == 2 + len(more)
    assert dialog.windowTitle() == "Several versions" and said <= set(seen(dialog))
    button(dialog, "Keep all of them").click()
    assert sorted(record.body.text for record in desk.file.records.under(SESSION)) == sorted(said)
    import_unjudged(other, [package(desk, "back")])
    assert sorted(record.body.text for record in other.file.records.under(SESSION)) == sorted(said)


def test_a_version_that_arrives_meanwhile_is_shown_before_anybody_chooses(dialog, late):
    assert "Third." not in seen(dialog) and dialog.windowTitle() == "Two versions"
    late("Third.")
    assert "Third." in seen(dialog)
    assert len(dialog._buttons) == 3 and dialog._buttons[0].hasFocus()


def test_what_a_session_has_once_cannot_be_kept_twice(desk, other, context, qtbot):
    vote = fact_id(SESSION, "dot vote")
    desk.put(vote, SESSION, DotVote(3, 11))
    other.put(vote, SESSION, DotVote(3, 12))
    import_unjudged(desk, [package(other, "2")])
    dialog = ConflictDialog(desk, vote, context)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    assert {"People who voted: 11", "People who voted: 12"} <= set(seen(dialog))
    assert "" not in seen(dialog)
    assert not button(dialog, "Keep both").isVisible()


def test_on_a_third_laptop_nobody_is_called_this_one(clash, desk, context, tmp_path, qtbot):
    third = Desk(DeskFile(tmp_path / "third.db"), ManualClock(desk.clock.now(), -240), RandomIds(10))
    import_unjudged(third, [package(desk, "3")])
    dialog = ConflictDialog(third, clash, context)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    assert {"One laptop", "The other laptop"} <= set(seen(dialog))
    third.file.close()


def test_a_third_wording_keeps_the_rest_of_the_one_it_began_from(dialog, desk, clash, qtbot):
    (base,) = (one.body for one in desk.get(clash).editions if written_by(one) not in desk.names())
    button(dialog, "Start from this version", 1).click()
    box = dialog.findChild(QPlainTextEdit)
    assert box.hasFocus() and box.toPlainText() == base.text
    qtbot.waitUntil(lambda: not box.visibleRegion().isEmpty())
    qtbot.keyClicks(box, " Also by day.")
    button(dialog, "Use these words").click()
    body = desk.get(clash).body
    assert body.text == f"{base.text} Also by day." and body.spread == base.spread
    assert not desk.get(clash).in_conflict


def test_a_third_wording_of_nothing_is_asked_for_again(dialog, desk, clash, qtbot):
    button(dialog, "Start from this version").click()
    box = dialog.findChild(QPlainTextEdit)
    qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    button(dialog, "Use these words").click()
    assert "Write what it should say." in seen(dialog) and desk.get(clash).in_conflict


def test_spaces_that_do_not_break_stay_in_a_third_wording(dialog, desk, clash, qtbot):
    button(dialog, "Start from this version").click()
    box = dialog.findChild(QPlainTextEdit)
    box.setPlainText("Ouvert à 20\N{NO-BREAK SPACE}h\N{NARROW NO-BREAK SPACE}?")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert desk.get(clash).body.text == "Ouvert à 20\N{NO-BREAK SPACE}h\N{NARROW NO-BREAK SPACE}?"


def test_escape_leaves_a_third_wording_that_was_begun_for_later(dialog, desk, clash, qtbot):
    button(dialog, "Start from this version").click()
    qtbot.keyClick(dialog.findChild(QPlainTextEdit), Qt.Key.Key_Escape)
    assert not dialog.isVisible() and desk.get(clash).in_conflict


def test_escape_leaves_it_for_later(dialog, desk, clash, qtbot):
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible() and desk.get(clash).in_conflict


def test_it_goes_when_the_choice_was_made_elsewhere(dialog, desk, clash):
    desk.choose(clash, note("Settled."))
    assert not dialog.isVisible()


def test_a_wording_that_was_removed_there_says_so(desk, other, context, qtbot):
    record_id = desk.add(SESSION, note("Stops feel random."))
    import_unjudged(other, [package(desk, "1")])
    desk.rewrite(record_id, note("Stops near the school feel random."))
    other.remove(record_id)
    import_unjudged(desk, [package(other, "2")])
    dialog = ConflictDialog(desk, record_id, context)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    assert "Deleted." in seen(dialog)
    button(dialog, "Delete it").click()
    assert desk.get(record_id).body is None and not desk.get(record_id).in_conflict


def test_a_theme_that_one_laptop_joined_says_into_which(desk, other, context, qtbot):
    park, library = desk.add(SESSION, Theme("park")), desk.add(SESSION, Theme("library"))
    import_unjudged(other, [package(desk, "1")])
    desk.rewrite(library, Theme("library", park))
    other.rewrite(library, Theme("Books"))
    import_unjudged(desk, [package(other, "2")])
    dialog = ConflictDialog(desk, library, context)
    qtbot.addWidget(dialog)
    dialog.open()
    assert {"library", "Joined into: park", "Books"} <= set(seen(dialog))


def test_a_title_says_of_which_note_organizers_say_something(desk):
    note_id = desk.add(SESSION, note("Stops near the school feel random."))
    program = RecordId("program")
    coding = Coding(note_id, ())
    desk.put(program_fact_id(program, coding), program, coding)
    title = conflict_title(
        Conflict(desk.get(program_fact_id(program, coding)), about=desk.get(note_id)), Words()
    )
    assert title.startswith("Themes of a note, by organizers · “Stops near the")
