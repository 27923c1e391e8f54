"""The quotes: consent is asked, and a quote is withdrawn."""

from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.notes import Consent, NoteKind
from dialogue_desk.ui.closing.quotes import WithdrawSheet
from dialogue_desk.ui.widgets.chips import Chip, Chips
from tests.ui.closing.on_page import at_export, button, paper, press_space, seen
from tests.ui.sessions import NOT_ASKED, SAID_YES


def chip(wide_page, quote, answer):
    asked = next(chips for chips in wide_page.findChildren(Chips) if quote in chips.accessibleName())
    return next(found for found in asked.findChildren(Chip) if found.text() == answer)


def test_consent_is_asked_for_a_quote_and_kept(wide_page, evening, folders, qtbot):
    at_export(wide_page, evening)
    assert NOT_ASKED not in paper(wide_page) and SAID_YES in paper(wide_page)
    press_space(qtbot, chip(wide_page, NOT_ASKED, "Yes"))
    assert NOT_ASKED in paper(wide_page)
    assert "11 notes" in seen(wide_page) and "no one was asked if" not in seen(wide_page)
    assert chip(wide_page, NOT_ASKED, "Yes").hasFocus()
    assert consents(folders, evening) == {SAID_YES: Consent.YES, NOT_ASKED: Consent.YES}


def withdrawing():
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, WithdrawSheet))


def test_a_withdrawn_quote_leaves_its_meaning_in_our_words(wide_page, evening, desk, folders, qtbot, said):
    at_export(wide_page, evening)
    press_space(qtbot, chip(wide_page, SAID_YES, "No"))
    sheet = withdrawing()
    assert any(SAID_YES in text for text in seen(sheet).splitlines())
    press_space(qtbot, button(sheet, "Keep the meaning in our own words"))
    assert "Write what the person meant, without their exact words." in seen(sheet).splitlines()
    qtbot.keyClicks(sheet.sense, "Some were met with respect.")
    press_space(qtbot, button(sheet, "Keep the meaning in our own words"))
    assert SAID_YES not in paper(wide_page) and SAID_YES not in consents(folders, evening)
    assert "Some were met with respect." in [note.body.text for note in folders.session(evening).notes]
    desk.undo()
    assert SAID_YES not in consents(folders, evening)
    raw = b"".join(path.read_bytes() for path in desk.file.path.parent.glob("desk.db*"))
    assert SAID_YES.encode() not in raw


def test_a_quote_stays_when_nobody_says_how_it_should_go(wide_page, evening, folders, qtbot):
    at_export(wide_page, evening)
    press_space(qtbot, chip(wide_page, SAID_YES, "No"))
    press_space(qtbot, button(withdrawing(), "Cancel"))
    assert consents(folders, evening)[SAID_YES] is Consent.YES
    assert chip(wide_page, SAID_YES, "Yes").isChecked()


def test_the_words_of_a_quote_can_go_without_anything_in_their_place(wide_page, evening, folders, qtbot):
    at_export(wide_page, evening)
    count = len(folders.session(evening).notes)
    press_space(qtbot, chip(wide_page, NOT_ASKED, "No"))
    press_space(qtbot, button(withdrawing(), "Delete the quote"))
    assert len(folders.session(evening).notes) == count - 1


def test_the_keyboard_goes_on_at_the_next_quote_and_then_at_saving(wide_page, evening, qtbot):
    at_export(wide_page, evening)
    press_space(qtbot, chip(wide_page, NOT_ASKED, "No"))
    press_space(qtbot, button(withdrawing(), "Delete the quote"))
    assert SAID_YES in wide_page.focusWidget().parentWidget().accessibleName()
    press_space(qtbot, chip(wide_page, SAID_YES, "No"))
    press_space(qtbot, button(withdrawing(), "Delete the quote"))
    assert wide_page.focusWidget() is button(wide_page, "Save to…")


def consents(folders, session_id):
    quotes = folders.session(session_id).notes_of(NoteKind.QUOTE)
    return {note.body.text: note.body.consent for note in quotes}
