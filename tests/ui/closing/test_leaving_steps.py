"""What leaves at the close: what is seen of it, what can be answered, and what is written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.closing.quotes import WithdrawSheet
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Chip, Chips
from dialogue_desk.ui.widgets.column import ScrollColumn
from dialogue_desk.ui.widgets.document_view import DocumentView
from tests.ui.sessions import DEBRIEF, NOT_ASKED, SAID_YES, begin, take_notes, whole_evening


@pytest.fixture
def evening(desk, folders, shelf, clock):
    return whole_evening(desk, folders, shelf, clock)


@pytest.fixture
def page(desk, folders, context, room, qtbot):
    page = ClosePage(desk, folders, context, room)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    return page


@pytest.fixture
def save(page, context, qtbot):
    """Press the button that saves, and wait for what comes of it."""

    def press_and_wait():
        press(qtbot, button(page, "Save to…"))
        qtbot.waitUntil(lambda: not context.lane.busy(), timeout=30_000)

    return press_and_wait


def at_export(page, session_id):
    page.show_session(session_id)
    page.go_to(CloseStep.EXPORT)
    page._enter()


def seen(widget):
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def paper(page):
    return seen(page.findChild(DocumentView))


def button(page, words):
    return next(found for found in page.findChildren(Button) if found.text() == words)


def chip(page, quote, answer):
    asked = next(chips for chips in page.findChildren(Chips) if quote in chips.accessibleName())
    return next(found for found in asked.findChildren(Chip) if found.text() == answer)


def press(qtbot, widget):
    QApplication.processEvents()
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Space)


def test_consent_is_asked_for_a_quote_and_kept(page, evening, folders, qtbot):
    at_export(page, evening)
    assert NOT_ASKED not in paper(page) and SAID_YES in paper(page)
    press(qtbot, chip(page, NOT_ASKED, "Yes"))
    assert NOT_ASKED in paper(page)
    assert "11 notes" in seen(page) and "no one was asked if" not in seen(page)
    assert chip(page, NOT_ASKED, "Yes").hasFocus()
    assert consents(folders, evening) == {SAID_YES: Consent.YES, NOT_ASKED: Consent.YES}


def withdrawing():
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, WithdrawSheet))


def test_a_withdrawn_quote_leaves_its_sense_in_our_own_words(page, evening, desk, folders, qtbot, said):
    at_export(page, evening)
    press(qtbot, chip(page, SAID_YES, "No"))
    sheet = withdrawing()
    assert any(SAID_YES in text for text in seen(sheet).splitlines())
    press(qtbot, button(sheet, "Keep the meaning in our own words"))
    assert "Write what the person meant, without their exact words." in seen(sheet).splitlines()
    qtbot.keyClicks(sheet.sense, "Some were met with respect.")
    press(qtbot, button(sheet, "Keep the meaning in our own words"))
    assert SAID_YES not in paper(page) and SAID_YES not in consents(folders, evening)
    assert "Some were met with respect." in [note.body.text for note in folders.session(evening).notes]
    desk.undo()
    assert SAID_YES not in consents(folders, evening)
    raw = b"".join(path.read_bytes() for path in desk.file.path.parent.glob("desk.db*"))
    assert SAID_YES.encode() not in raw


def test_a_quote_stays_when_nobody_says_how_it_should_go(page, evening, folders, qtbot):
    at_export(page, evening)
    press(qtbot, chip(page, SAID_YES, "No"))
    press(qtbot, button(withdrawing(), "Cancel"))
    assert consents(folders, evening)[SAID_YES] is Consent.YES
    assert chip(page, SAID_YES, "Yes").isChecked()


def test_the_words_of_a_quote_can_go_without_anything_in_their_place(page, evening, folders, qtbot):
    at_export(page, evening)
    count = len(folders.session(evening).notes)
    press(qtbot, chip(page, NOT_ASKED, "No"))
    press(qtbot, button(withdrawing(), "Delete the quote"))
    assert len(folders.session(evening).notes) == count - 1


def test_the_keyboard_goes_on_at_the_next_quote_and_then_at_saving(page, evening, qtbot):
    at_export(page, evening)
    press(qtbot, chip(page, NOT_ASKED, "No"))
    press(qtbot, button(withdrawing(), "Delete the quote"))
    assert SAID_YES in page.focusWidget().parentWidget().accessibleName()
    press(qtbot, chip(page, SAID_YES, "No"))
    press(qtbot, button(withdrawing(), "Delete the quote"))
    assert page.focusWidget() is button(page, "Save to…")


def consents(folders, session_id):
    quotes = folders.session(session_id).notes_of(NoteKind.QUOTE)
    return {note.body.text: note.body.consent for note in quotes}


def test_the_summary_holds_no_debrief(page, evening):
    at_export(page, evening)
    assert "Stops near the school feel random" in paper(page)
    assert DEBRIEF not in seen(page)


def test_a_note_that_comes_late_is_seen_at_once(page, evening, desk):
    at_export(page, evening)
    desk.add(evening, Note(NoteKind.HOPE, "A bench at the stop."))
    assert "A bench at the stop." in paper(page) and "11 notes" in seen(page)


def test_a_session_that_was_only_written_down_closes_as_well(page, desk, shelf, stick, save):
    session_id = begin(desk, shelf)
    take_notes(desk, session_id)
    at_export(page, session_id)
    assert "How long each part took" not in paper(page)
    save()
    assert len(list(stick.iterdir())) == 4


def test_a_session_without_a_word_says_so(page, desk, shelf):
    at_export(page, begin(desk, shelf))
    told = seen(page)
    assert "No notes were taken during this session." in paper(page)
    assert "Everything is included. No names." in told


def test_what_is_changed_after_saving_asks_to_be_saved_again(page, evening, desk, stick, save):
    at_export(page, evening)
    save()
    desk.add(evening, Note(NoteKind.HOPE, "A bench at the stop."))
    assert "Saved in" not in seen(page)
    assert button(page, "Save to…").weight is Weight.PRIMARY
    save()
    assert "A bench at the stop." in next(stick.glob("*.html")).read_text(encoding="utf-8")


def test_another_session_begins_with_a_clean_page(page, evening, desk, shelf, stick, save):
    at_export(page, evening)
    save()
    at_export(page, begin(desk, shelf))
    assert "Saved in" not in seen(page)
    assert button(page, "Save to…").weight is Weight.PRIMARY


def test_everything_is_reached_with_tab(page, evening, qtbot):
    at_export(page, evening)
    QApplication.processEvents()
    first, reached = page.focusWidget(), []
    while page.focusWidget() not in reached:
        reached.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is first
    wanted = {"Back to the session", "Save to…", "Leave it for later", "Done"}
    assert wanted <= {found.text() for found in reached if isinstance(found, Button)}
    assert any(isinstance(found, Chip) for found in reached)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (820, 600)], ids=str)
@pytest.mark.parametrize("scale", [100, 125, 200])
@pytest.mark.parametrize("mirrored", [False, True])
def test_nothing_is_cut_and_nothing_scrolls_sideways(page, evening, theme, size, scale, mirrored):
    theme.change(scale=scale)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    page.resize(*size)
    at_export(page, evening)
    for _ in range(3):
        QApplication.processEvents()
    page._enter()
    assert (page.width(), page.height()) == size
    for column in page.findChildren(ScrollColumn):
        assert column.horizontalScrollBar().maximum() == 0
        assert not column.isVisible() or column.widget().width() <= column.viewport().width()
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()) - 1 or not label.hasHeightForWidth()
            assert label.width() >= label.minimumSizeHint().width()
    assert button(page, "Save to…").visibleRegion().boundingRect().height() >= 40
