from pathlib import Path

import pytest

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.ui.shell.desk_error_page import TroublePage
from dialogue_desk.words import Words
from tests.ui.fakes import ReadyAnswers
from tests.ui.seen import button_saying, words_on


@pytest.fixture
def page(theme, qtbot, tmp_path):
    def make(trouble, prompts=None):
        error = DeskTrouble(trouble, tmp_path / "desk.db")
        page = TroublePage(error, error.path, theme, Words(), prompts or ReadyAnswers())
        qtbot.addWidget(page)
        return page

    return make


def test_only_a_desk_that_is_open_elsewhere_can_be_read_without_writing(page):
    assert "Open it (read only)" in words_on(page(Trouble.LOCKED))
    assert "Open it (read only)" not in words_on(page(Trouble.DAMAGED))


def test_where_no_window_answers_that_is_said(page, qtbot):
    shown = page(Trouble.LOCKED)
    with qtbot.assertNotEmitted(shown.left):
        button_saying(shown, "Show that window").click()
        qtbot.waitUntil(lambda: any("No window answered" in text for text in words_on(shown)), timeout=10_000)


@pytest.mark.parametrize(
    ("button", "answers"),
    [
        ("Choose another file", ReadyAnswers(files=["other.db"])),
        ("Start a new desk", ReadyAnswers(save="other.db")),
    ],
)
def test_another_desk_file_is_chosen_or_named(page, button, answers):
    shown, chosen = page(Trouble.FOREIGN, answers), []
    shown.file_chosen.connect(chosen.append)
    button_saying(shown, button).click()
    assert chosen == [Path("other.db")]
