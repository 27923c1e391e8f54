"""All that two laptops both changed is gone through, one after the other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from dialogue_desk.desk.desk import Desk, IncomingPackage
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.session.open_conflicts import conflicts_in
from dialogue_desk.desk.session.session_edits import set_attendance
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import GroundRule
from dialogue_desk.domain.model.closing import DotVote, fact_id
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.notes.conflict_queue import ConflictQueue
from tests.desk.partners import import_unjudged
from tests.ui.sessions import begun
from tools.manual_clock import ManualClock


@pytest.fixture
def other(clock, tmp_path):
    """Another laptop."""
    other = Desk(DeskFile(tmp_path / "other.db"), ManualClock(clock.now(), -240), RandomIds(9))
    yield other
    other.file.close()


@pytest.fixture
def clashing(desk, other, folders, shelf):
    """A session of which two laptops changed a note, the dot vote and a ground rule."""
    session_id = begun(desk, shelf)
    folder = folders.session(session_id)
    rule = folder.ground_rules[0]
    note_id = desk.add(session_id, Note(NoteKind.CONCERN, "first"))
    hand_on(desk, other)
    for one, word in ((desk, "ours"), (other, "theirs")):
        one.rewrite(note_id, Note(NoteKind.CONCERN, word))
        one.rewrite(rule.id, GroundRule(word, rule.body.place))
        one.put(fact_id(session_id, "dot vote"), session_id, DotVote(3, len(word)))
    hand_on(other, desk)
    return conflicts_in(desk, folders.session(session_id))


def hand_on(giver, taker):
    records = {record.id: record for record in giver.file.records.everything()}
    import_unjudged(taker, [IncomingPackage(giver.device, "x.dialogue", records)])


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def asked(window):
    (dialog,) = (one for one in window.findChildren(ConflictDialog) if one.isVisible())
    return dialog


def press(dialog, words):
    next(one for one in dialog.findChildren(QPushButton) if one.text() == words).click()


def test_one_after_the_other_is_asked_about_until_all_is_settled(clashing, desk, context, window, qtbot):
    assert len(clashing) == 3
    ConflictQueue(desk, clashing, context, window).start()
    for left in (2, 1, 0):
        dialog = asked(window)
        more = [label.text() for label in dialog.findChildren(QLabel) if "more after this" in label.text()]
        assert more == ([f"{left} more after this"] if left else [])
        press(dialog, "Use this version")
    assert not any(desk.get(one).in_conflict for one in clashing)
    assert context.toast.sentence().startswith("All settled here")


def test_what_is_left_for_later_waits_and_the_next_is_asked(clashing, desk, context, window, qtbot):
    ConflictQueue(desk, clashing, context, window).start()
    qtbot.keyClick(asked(window), Qt.Key.Key_Escape)
    for _ in range(2):
        press(asked(window), "Use this version")
    assert [desk.get(one).in_conflict for one in clashing] == [True, False, False]
    assert context.toast.sentence() == "1 choice is left for later. Both versions are saved."


def test_the_close_counts_what_waits_and_leads_through_it(clashing, desk, folders, context, room, qtbot):
    (session,) = desk.file.records.of_kind(Kind.SESSION)
    page = ClosePage(desk, folders, context, room)
    qtbot.addWidget(page)
    page.show_session(session.id)
    page.show()
    assert page.foot.status.text().endswith("3 versions to choose")
    page.foot.choose_button.click()
    for _ in range(3):
        press(asked(page), "Use this version")
    assert not any(desk.get(one).in_conflict for one in clashing)
    assert "to choose" not in page.foot.status.text() and page.foot.choose_button.isHidden()
    page.leave()


def test_how_many_came_waits_for_a_choice_in_the_close(desk, folders, other, shelf):
    begun(desk, shelf)
    hand_on(desk, other)
    (session,) = desk.file.records.of_kind(Kind.SESSION)
    for one, present in ((desk, 7), (other, 8)):
        set_attendance(one, session.id, present)
    hand_on(other, desk)
    assert session.id in conflicts_in(desk, folders.session(session.id))
