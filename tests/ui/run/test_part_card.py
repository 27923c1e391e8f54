from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.style.theme import Size
from tests.ui.run.steps import live, press, primaries


def test_the_first_thing_to_do_is_to_start(run_page, session_id, qtbot):
    page = run_page(session_id)
    assert QApplication.focusWidget() is page.card.clock_button
    assert primaries(page) == ["Start"]
    press(qtbot, Qt.Key.Key_Space)
    assert live(page).phase is Phase.RUNNING
    assert primaries(page) == ["Next: Ground rules check"]
    assert QApplication.focusWidget() is page.card.next_button


def test_the_buttons_follow_what_makes_sense(run_page, session_id):
    page = run_page(session_id)
    assert not page.card.next_button.isEnabled()
    assert not page.card.back_button.isEnabled()
    assert not page.card.minute_buttons[1].isEnabled()
    page.card.clock_button.click()
    assert page.card.next_button.isEnabled()
    assert page.card.minute_buttons[1].isEnabled()


def test_at_the_largest_text_the_question_still_has_room(run_page, session_id, theme):
    theme.change(scale=200)
    page = run_page(session_id)
    page.resize(1366, 768)
    QApplication.processEvents()
    assert page.card.words.height() >= 4 * QFontMetrics(theme.font(Size.TEXT)).height()
