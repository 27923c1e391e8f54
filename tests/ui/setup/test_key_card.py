"""The key of a program, in its form: made, saved, opened on another laptop, and given up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from dialogue_desk.desk.leaving.keyring import holds
from dialogue_desk.exchange.sealing import Keyring, key_file, new_key, read_key_file
from dialogue_desk.exchange.typed_keys import public_key_file
from dialogue_desk.ui.importing.passphrase_dialog import PassphraseSheet
from dialogue_desk.ui.setup.key_sheets import PublicKeySheet, SaveKeySheet, SecondKeySheet, TypedKeySheet
from dialogue_desk.ui.setup.program_setup import ProgramForm
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


def test_a_key_made_before_the_first_save_has_the_name_that_is_typed(form, context):
    form.edit(None)
    form.basics.name.setText("Porch Lights")
    form.show_part(form.privacy)
    form.key_card.make_button.click()
    form.key_card.ask_to_save()
    (sheet,) = form.findChildren(SaveKeySheet)
    assert sheet._program == "Porch Lights"


def seen(card):
    QApplication.processEvents()
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def press(qtbot, button):
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()


def sheet_of(form, kind):
    (sheet,) = [one for one in form.window().findChildren(kind) if one.isVisible()]
    return sheet


@pytest.fixture
def idle(context, qtbot):
    """Wait until what is done aside is done."""
    return lambda: qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)


def test_a_key_is_made_here_and_goes_into_the_program_when_that_is_saved(form, desk, program, qtbot):
    assert "someone finds a USB stick, they cannot read it" in seen(form.key_card)
    press(qtbot, form.key_card.make_button)
    key = form.key_card.key
    assert holds(desk, key) and desk.get(program).body.seal_to == ""
    assert "This key is on this laptop and nowhere else." in seen(form.key_card)
    form.save_button.click()
    assert desk.get(program).body.seal_to == key
    desk.undo()
    assert desk.get(program).body.seal_to == "" and holds(desk, key)


def test_the_key_is_saved_behind_a_passphrase_made_of_words(form, desk, ask, tmp_path, qtbot, idle):
    press(qtbot, form.key_card.make_button)
    press(qtbot, form.key_card.save_button)
    sheet = sheet_of(form, SaveKeySheet)
    sheet.save_button.click()
    assert "Type a passphrase, or make one of words." in seen(sheet)
    press(qtbot, sheet.passphrase.make)
    words = sheet.passphrase.first.text()
    assert len(words.split()) == 6 and "Write these words down now" in seen(sheet)
    ask.save = tmp_path / "nowhere" / "x.age-key"
    sheet.save_button.click()
    idle()
    assert "could not be saved there. It is still on this laptop." in seen(sheet)
    assert desk.file.keys.saved() == frozenset()
    ask.save = tmp_path / "bridges.age-key"
    sheet.save_button.click()
    idle()
    (key,) = read_key_file(ask.save, Keyring(passphrases=(words,)))
    assert key.public == form.key_card.key and desk.file.keys.saved() == {key.public}
    assert key.secret.encode() not in ask.save.read_bytes()
    told = seen(form.key_card)
    assert "The key is in “bridges.age-key”, behind its passphrase." in told
    assert "nowhere else" not in told and "The key was saved." in told


def test_the_key_is_saved_as_a_sheet_to_print(form, desk, ask, tmp_path, qtbot, idle):
    press(qtbot, form.key_card.make_button)
    press(qtbot, form.key_card.save_button)
    ask.save = tmp_path / "sheet.pdf"
    press(qtbot, sheet_of(form, SaveKeySheet).paper_button)
    idle()
    assert ask.save.read_bytes().startswith(b"%PDF") and desk.file.keys.saved() == {form.key_card.key}
    assert "Print it now, then delete the file" in seen(form.key_card)


def test_a_laptop_without_the_key_says_so_and_opens_it(form, desk, ask, tmp_path, qtbot, idle):
    key, other = new_key(), new_key()
    form.key_card.show_key("Bridges", key.public)
    assert (
        "a key that is not on this laptop" in seen(form.key_card)
        and not form.key_card.save_button.isVisible()
    )
    locked = key_file(key, "bench lamp river")
    files = {"none": b"a letter", "half": locked[:-20], "other": key_file(other), "right": key_file(key)}
    for name, data in files.items():
        (tmp_path / f"{name}.age-key").write_bytes(data)
    told = {}
    for name in ("none", "gone", "other", "right"):
        ask.files = [tmp_path / f"{name}.age-key"]
        press(qtbot, form.key_card.open_button)
        idle()
        told[name] = seen(form.key_card)
    assert "“none.age-key” has no key in it" in told["none"]
    assert "“gone.age-key” could not be read" in told["gone"]
    assert "it is not this program's key" in told["other"] and holds(desk, other.public)
    assert "The key is here now." in told["right"] and form.key_card.save_button.isVisible()
    assert key.public in desk.file.keys.saved()


def test_a_key_behind_a_passphrase_asks_for_it_until_it_is_right(form, desk, ask, tmp_path, qtbot, idle):
    key = new_key()
    form.key_card.show_key("Bridges", key.public)
    ask.files = [tmp_path / "mine.age-key"]
    ask.files[0].write_bytes(key_file(key, "bench lamp river"))
    press(qtbot, form.key_card.open_button)
    idle()
    for typed, told in (
        ("lamp", "does not open with that passphrase"),
        ("bench lamp river", "The key is here now."),
    ):
        sheet = sheet_of(form, PassphraseSheet)
        qtbot.keyClicks(sheet.box, typed)
        qtbot.keyClick(sheet.box, Qt.Key.Key_Return)
        idle()
        assert told in seen(form.key_card)
    assert holds(desk, key.public)


def test_half_a_key_file_is_told_and_changes_nothing(form, desk, ask, tmp_path, qtbot, idle):
    key = new_key()
    form.key_card.show_key("Bridges", key.public)
    ask.files = [tmp_path / "half.age-key"]
    ask.files[0].write_bytes(key_file(key, "bench lamp river")[:40])
    press(qtbot, form.key_card.open_button)
    idle()
    assert "is damaged or was not copied all the way" in seen(form.key_card)
    assert not holds(desk, key.public)


def test_a_key_is_typed_from_paper_and_a_slip_is_shown_in_its_group(form, desk, qtbot):
    key = new_key()
    form.key_card.show_key("Bridges", key.public)
    press(qtbot, form.key_card.type_button)
    sheet = sheet_of(form, TypedKeySheet)
    signs = key.secret.removeprefix("AGE-SECRET-KEY-1")
    slip = "P" if signs[20] != "P" else "Q"
    sheet.box.setPlainText(f"{signs[:20]}{slip}{signs[21:]}")
    sheet.open_button.click()
    assert "Something is wrong in B2. Compare it with the sheet." in sheet.field.error()
    sheet.box.setPlainText(" ".join(signs).lower())
    assert not sheet.field.error()
    sheet.open_button.click()
    assert holds(desk, key.public) and "The key is here now." in seen(form.key_card)


def test_a_key_that_is_typed_is_as_large_as_all_other_text(form, theme, qtbot):
    theme.change(scale=200)
    press(qtbot, form.key_card.type_button)
    sheet = sheet_of(form, TypedKeySheet)
    assert sheet.box.fontMetrics().height() >= 0.9 * sheet.open_button.fontMetrics().height()
    assert sheet.box.font().pixelSize() == theme.font().pixelSize()


def test_a_key_that_is_opened_where_there_is_none_becomes_the_programs(form, ask, tmp_path, qtbot, idle):
    key = new_key()
    ask.files = [tmp_path / "mine.age-key"]
    ask.files[0].write_bytes(key_file(key))
    press(qtbot, form.key_card.open_button)
    idle()
    assert form.key_card.key == key.public


def test_sealing_can_be_given_up_and_the_key_stays_here(form, desk, qtbot):
    press(qtbot, form.key_card.make_button)
    key = form.key_card.key
    press(qtbot, form.key_card.stop_button)
    assert form.key_card.key == "" and holds(desk, key) and form.key_card.make_button.isVisible()


def test_a_second_organizers_key_is_pasted_or_opened_and_goes_into_the_program(
    form, desk, program, ask, tmp_path, qtbot
):
    press(qtbot, form.key_card.make_button)
    theirs = new_key()
    press(qtbot, form.key_card.others.second_button)
    sheet = sheet_of(form, SecondKeySheet)
    refused = {
        "": "There is no public key in it.",
        theirs.secret: "This is the secret half of a key.",
        theirs.public[:-2]: "This key is not complete, or a letter is wrong.",
        form.key_card.key: "This is the key that packages are sealed to already.",
    }
    for text, told in refused.items():
        sheet.box.setText(text)
        sheet.use_button.click()
        assert told in sheet.field.error()
    ask.files = [tmp_path / "theirs.txt"]
    ask.files[0].write_bytes(public_key_file(theirs.public, "theirs"))
    press(qtbot, sheet.file_button)
    sheet.use_button.click()
    assert form.key_card.second == theirs.public
    assert "Packages are sealed to two keys." in seen(form.key_card)
    form.save_button.click()
    assert desk.get(program).body.seal_to_also == theirs.public
    form.edit(program)
    press(qtbot, form.key_card.others.alone_button)
    form.save_button.click()
    assert desk.get(program).body.seal_to_also == ""


def test_ones_own_public_key_is_shown_copied_and_saved(form, desk, ask, tmp_path, qtbot):
    press(qtbot, form.key_card.others.public_button)
    sheet = sheet_of(form, PublicKeySheet)
    public = sheet.box.text()
    assert holds(desk, public) and "AGE-SECRET" not in seen(sheet)
    sheet.copy_button.click()
    assert QApplication.clipboard().text() == public
    press(qtbot, form.key_card.others.public_button)
    sheet = sheet_of(form, PublicKeySheet)
    assert sheet.box.text() == public
    ask.save = tmp_path / "mine.txt"
    sheet.file_button.click()
    assert public in ask.save.read_text() and "Your public key is in “mine.txt”." in seen(form.key_card)
