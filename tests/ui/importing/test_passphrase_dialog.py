import pytest
from PySide6.QtWidgets import QLineEdit

from dialogue_desk.ui.importing.passphrase_dialog import PassphraseSheet
from dialogue_desk.words import Words
from tests.ui.seen import button_saying, words_on


@pytest.fixture
def sheet(theme, qtbot):
    def make(names=("a.age",), *, wrong=False):
        sheet = PassphraseSheet(names, theme, Words(), wrong=wrong)
        qtbot.addWidget(sheet)
        return sheet

    return make


def test_an_empty_passphrase_is_not_tried(sheet):
    shown, typed = sheet(), []
    shown.typed.connect(typed.append)
    button_saying(shown, "Open").click()
    assert shown.field.error() == "Type the passphrase, or skip the file."
    shown.box.setText("cafe\u0301")
    button_saying(shown, "Open").click()
    assert typed == ["café"]


def test_only_the_first_files_are_named_and_the_others_counted(sheet):
    words = words_on(sheet([f"{number}.age" for number in range(9)]))
    assert "5.age" in words and "6.age" not in words
    assert "and 3 more" in words


def test_a_passphrase_that_opened_nothing_is_said_to_be_wrong(sheet):
    assert not sheet().field.error()
    assert sheet(wrong=True).field.error().startswith("That passphrase does not open it.")


def test_letters_are_hidden_until_a_person_wants_to_see_them(sheet):
    shown = sheet()
    assert shown.box.echoMode() is QLineEdit.EchoMode.Password
    shown.seen.setChecked(True)
    assert shown.box.echoMode() is QLineEdit.EchoMode.Normal
