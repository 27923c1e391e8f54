"""The key of a program, in its form: made, saved, opened on another laptop, and given up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from dialogue_desk.desk.leaving.keyring import holds, save_key
from dialogue_desk.exchange.sealing import key_file, new_key, read_key_file
from dialogue_desk.ui.program.program_setup import ProgramForm
from tests.ui.program.filled import fill


@pytest.fixture
def program(desk, shelf):
    return fill(desk, shelf)


@pytest.fixture
def form(desk, shelf, context, program, qtbot):
    form = ProgramForm(desk, shelf, context)
    qtbot.addWidget(form)
    form.resize(1000, 900)
    form.show()
    form.edit(program)
    form.show_part(form.privacy)
    return form


def seen(card):
    QApplication.processEvents()
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def press(qtbot, button):
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()


def test_a_key_is_made_here_and_goes_into_the_program_when_that_is_saved(form, desk, program, qtbot):
    assert "someone finds a USB stick, they cannot read it" in seen(form.key_card)
    press(qtbot, form.key_card.make_button)
    key = form.key_card.key
    assert holds(desk, key) and desk.get(program).body.seal_to == ""
    assert "Without the key nobody can open the packages, not even you." in seen(form.key_card)
    form.save_button.click()
    assert desk.get(program).body.seal_to == key
    desk.undo()
    assert desk.get(program).body.seal_to == "" and holds(desk, key)


def test_the_key_is_saved_as_a_file_for_another_laptop(form, ask, tmp_path, qtbot):
    press(qtbot, form.key_card.make_button)
    ask.save = tmp_path / "bridges.age-key"
    press(qtbot, form.key_card.save_button)
    assert [key.public for key in read_key_file(ask.save)] == [form.key_card.key]
    assert "The key is in “bridges.age-key”." in seen(form.key_card)
    ask.save = tmp_path / "nowhere" / "x.age-key"
    press(qtbot, form.key_card.save_button)
    assert "The key could not be saved there. It is still on this laptop." in seen(form.key_card)


def test_a_laptop_without_the_key_says_so_and_opens_it(form, desk, ask, tmp_path, qtbot):
    key, other = new_key(), new_key()
    form.key_card.show_key("Bridges", key.public)
    assert (
        "a key that is not on this laptop" in seen(form.key_card)
        and not form.key_card.save_button.isVisible()
    )
    for name, data in (("none", b"a letter"), ("other", key_file(other)), ("right", key_file(key))):
        (tmp_path / f"{name}.age-key").write_bytes(data)
    told = {}
    for name in ("none", "gone", "other", "right"):
        ask.files = [tmp_path / f"{name}.age-key"]
        press(qtbot, form.key_card.open_button)
        told[name] = seen(form.key_card)
    assert "“none.age-key” has no key in it" in told["none"]
    assert "“gone.age-key” could not be read" in told["gone"]
    assert "it is not this program's key" in told["other"] and holds(desk, other.public)
    assert "The key is here now." in told["right"] and form.key_card.save_button.isVisible()
    save_key(desk, key.public, tmp_path / "again.age-key")


def test_a_key_that_is_opened_where_there_is_none_becomes_the_programs(form, ask, tmp_path, qtbot):
    key = new_key()
    ask.files = [tmp_path / "mine.age-key"]
    ask.files[0].write_bytes(key_file(key))
    press(qtbot, form.key_card.open_button)
    assert form.key_card.key == key.public


def test_sealing_can_be_given_up_and_the_key_stays_here(form, desk, qtbot):
    press(qtbot, form.key_card.make_button)
    key = form.key_card.key
    press(qtbot, form.key_card.stop_button)
    assert form.key_card.key == "" and holds(desk, key) and form.key_card.make_button.isVisible()
