"""The panes are made when they are shown, and know what the privacy check counted."""

from PySide6.QtCore import Qt

from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.notes import Note, NoteKind
from tests.ui.closing.on_page import press, rows


def test_a_pane_is_made_when_its_step_is_shown(page):
    assert list(page._panes.made()) == [page._panes[CloseStep.READ_BACK]]
    page.go_to(CloseStep.ATTENDANCE)
    page.go_to(CloseStep.READ_BACK)
    assert list(page._panes.made()) == [
        page._panes[CloseStep.READ_BACK],
        page._panes[CloseStep.ATTENDANCE],
    ]


def test_the_finds_of_the_privacy_check_are_counted_once_it_was_shown(page, desk, evening, at, qtbot):
    desk.add(evening, Note(NoteKind.CONCERN, "Call 555 010 4477."))
    assert rows(page)[CloseStep.PRIVACY] == "open" and "privacy check," in page.foot.sentence()
    total = len(at(CloseStep.PRIVACY)._review.open)
    assert rows(page)[CloseStep.PRIVACY] == f"open · 0 of {total} checked"
    assert f"privacy check ({total})" in page.foot.sentence()
    press(qtbot, Qt.Key.Key_K)
    assert rows(page)[CloseStep.PRIVACY] == f"open · 1 of {total} checked"
    page.go_to(CloseStep.EXPORT)
    assert rows(page)[CloseStep.PRIVACY] == f"open · 1 of {total} checked"
    desk.add(evening, Note(NoteKind.CONCERN, "Or 555 010 4478."))
    assert rows(page)[CloseStep.PRIVACY] == "open"
