"""Qt's own words follow the app's language."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from dialogue_desk.ui.shell.qt_translations import QtTranslations
from dialogue_desk.words import LANGUAGES


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def tongue(window):
    before = QLocale()
    yield QtTranslations(window)
    QLocale.setDefault(before)


def menu(qtbot):
    field = QLineEdit("bus")
    qtbot.addWidget(field)
    texts = (action.text() for action in field.createStandardContextMenu().actions())
    return [text.split("\t")[0].replace("&", "") for text in texts if text]


def test_the_menu_of_a_text_field_follows_the_language_there_and_back(tongue, qtbot):
    tongue.set_language("es")
    assert menu(qtbot)[:5] == ["Deshacer", "Rehacer", "Cortar", "Copiar", "Pegar"]
    tongue.set_language("en")
    assert menu(qtbot)[:5] == ["Undo", "Redo", "Cut", "Copy", "Paste"]


def test_the_buttons_of_a_dialog_follow_the_language(tongue, qtbot):
    tongue.set_language("es")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert {button.text().replace("&", "") for button in buttons.buttons()} == {"Guardar", "Cancelar"}


def test_keys_mean_the_same_in_every_language(tongue):
    names = (
        "Ctrl+Z",
        "Ctrl+Shift+Z",
        "Ctrl+Right",
        "PgDown",
        "Space",
        "Return",
        "Esc",
        "Del",
        "F11",
        "Alt+Home",
    )
    for language in LANGUAGES:
        tongue.set_language(language)
        keys = [QKeySequence(name).toString(QKeySequence.SequenceFormat.PortableText) for name in names]
        assert keys == list(names)


def test_a_window_that_has_gone_speaks_no_more(tongue, qtbot):
    passing = QWidget()
    QtTranslations(passing).set_language("es")
    assert menu(qtbot)[0] == "Deshacer"
    with qtbot.waitSignal(passing.destroyed):
        passing.deleteLater()
    assert menu(qtbot)[0] == "Undo"


def test_what_stands_in_the_window_from_before_follows_too(tongue, window, qtbot):
    tongue.set_language("en")
    field = QLineEdit(window)
    tongue.set_language("es")
    assert field.locale().language() is QLocale.Language.Spanish
