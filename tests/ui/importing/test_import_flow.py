"""Opening sealed packages: silently with a key, after one question with a passphrase, and told what came."""

from __future__ import annotations

import pytest

from dialogue_desk.desk.leaving.keyring import make_key
from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.exchange.age_files import sealed_by_passphrase
from dialogue_desk.exchange.sealing import Seal
from dialogue_desk.ui.importing.import_result import ImportResultSheet
from dialogue_desk.ui.importing.passphrase_dialog import PassphraseSheet
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.words import Words
from tests.desk.evening import begun, note
from tests.desk.leaving.test_packages import folder_of
from tests.ui.importing.previews import open_all, preview_of
from tests.ui.seen import button_saying, words_on

QUICK = 4
WORDS = Words()


@pytest.fixture
def stick(theirs, tmp_path):
    """Three packages: two by one passphrase, one by another."""
    folder = tmp_path / "stick"
    folder.mkdir()
    for code, passphrase in (("C01", b"open"), ("C02", b"open"), ("C03", b"other")):
        package = session_package(theirs, folder_of(theirs, begun(theirs, code)))
        sealed = sealed_by_passphrase(package.data, passphrase, QUICK)
        (folder / f"{code}.dialogue.age").write_bytes(sealed)
    return folder


def sheet_of(opening, cls, qtbot):
    def there():
        return [sheet for sheet in opening.findChildren(cls) if sheet.isVisible()]

    qtbot.waitUntil(lambda: there() != [])
    return there()[0]


def type_in(opening, qtbot, passphrase):
    sheet = sheet_of(opening, PassphraseSheet, qtbot)
    sheet.box.setText(passphrase)
    sheet._open()
    return sheet


def circles(desk):
    return sorted(record.body.code for record in desk.file.records.of_kind(Kind.CIRCLE))


def test_one_passphrase_is_asked_once_for_all_it_opens(opening, desk, stick, qtbot):
    opening.import_paths([stick])
    sheet = sheet_of(opening, PassphraseSheet, qtbot)
    told = words_on(sheet)
    assert {"C01.dialogue.age", "C02.dialogue.age", "C03.dialogue.age"} <= set(told)
    assert circles(desk) == []
    type_in(opening, qtbot, "open")
    again = sheet_of(opening, PassphraseSheet, qtbot)
    assert "C03.dialogue.age" in words_on(again) and "C01.dialogue.age" not in words_on(again)
    assert again.field.error().startswith("That passphrase does not open it.")
    type_in(opening, qtbot, "other")
    open_all(opening, qtbot)
    taken = sheet_of(opening, ImportResultSheet, qtbot)
    assert words_on(taken)[0] == "3 packages opened" and circles(desk) == ["C01", "C02", "C03"]
    taken.accept()


def test_files_that_are_left_out_are_named_and_the_rest_comes_in(opening, desk, stick, qtbot):
    opening.import_paths([stick])
    type_in(opening, qtbot, "open")
    sheet_of(opening, PassphraseSheet, qtbot).reject()
    assert "Sealed with a passphrase · 1" in [row.title for row in preview_of(opening, qtbot).list.rows()]
    open_all(opening, qtbot)
    taken = sheet_of(opening, ImportResultSheet, qtbot)
    told = words_on(taken)
    assert told[0] == "2 packages opened" and circles(desk) == ["C01", "C02"]
    assert any(text.startswith("“C03.dialogue.age” does not open with that passphrase") for text in told)
    taken.accept()


def test_nothing_typed_is_said_and_nothing_is_tried(opening, stick, qtbot):
    opening.import_paths([stick / "C01.dialogue.age"])
    sheet = type_in(opening, qtbot, "")
    assert sheet.isVisible() and sheet.field.error() == "Type the passphrase, or skip the file."
    sheet.reject()
    sheet_of(opening, ImportResultSheet, qtbot).accept()


def test_what_is_sealed_to_a_key_that_is_here_opens_without_a_question(
    opening, desk, theirs, tmp_path, qtbot
):
    key = make_key(desk)
    package = session_package(theirs, folder_of(theirs, begun(theirs, "C09")))
    for name, to in (("ours", key), ("foreign", make_key(theirs))):
        (tmp_path / f"{name}.dialogue.age").write_bytes(Seal(to=(to,)).put_on(package.data))
    opening.import_paths([tmp_path / "ours.dialogue.age", tmp_path / "foreign.dialogue.age"])
    open_all(opening, qtbot)
    taken = sheet_of(opening, ImportResultSheet, qtbot)
    told = words_on(taken)
    assert told[0] == "1 package opened" and circles(desk) == ["C09"]
    assert any(text.startswith("“foreign.dialogue.age” is sealed for somebody else") for text in told)
    assert not opening.findChildren(PassphraseSheet)
    taken.accept()


def test_a_package_of_one_session_names_it_on_its_first_button_which_leads_there(
    opening, theirs, tmp_path, qtbot
):
    session = begun(theirs, "C05")
    theirs.add(session, note("one"))
    package = session_package(theirs, folder_of(theirs, session))
    path = tmp_path / "c05.dialogue"
    path.write_bytes(package.data)
    opening.import_paths([path])
    sheet = sheet_of(opening, ImportResultSheet, qtbot)
    button = button_saying(sheet, "Open C05, session 1 (1 note)")
    assert button.weight is Weight.PRIMARY
    with qtbot.waitSignal(opening.session_wanted) as wanted:
        button.click()
    assert wanted.args == [session]
