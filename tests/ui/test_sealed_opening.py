"""Opening sealed packages: silently with a key, after one question with a passphrase, and told what came."""

from __future__ import annotations

import shutil

import pytest

from dialogue_desk.desk.leaving.keyring import make_key
from dialogue_desk.desk.leaving.packages import export_session, session_package
from dialogue_desk.desk.program.imports import ImportResult, import_packages, read_packages
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.age_files import sealed_by_passphrase
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.sealing import Seal
from dialogue_desk.ui.importing.import_bar import ImportBar
from dialogue_desk.ui.importing.import_result import ImportResultSheet
from dialogue_desk.ui.importing.passphrase_dialog import PassphraseSheet
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, begun, note
from tests.desk.leaving.test_packages import folder_of
from tests.ui.seen import words_on

QUICK = 4
WORDS = Words()


@pytest.fixture
def opening(desk, context, qtbot):
    opening = ImportBar(desk, context)
    qtbot.addWidget(opening)
    return opening


@pytest.fixture
def theirs(tmp_path):
    desk = a_desk(tmp_path / "theirs" / "desk.db", seed=21)
    yield desk
    desk.file.close()


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
    taken = sheet_of(opening, ImportResultSheet, qtbot)
    assert words_on(taken)[0] == "3 packages opened" and circles(desk) == ["C01", "C02", "C03"]
    taken.accept()


def test_files_that_are_left_out_are_named_and_the_rest_comes_in(opening, desk, stick, qtbot):
    opening.import_paths([stick])
    type_in(opening, qtbot, "open")
    sheet_of(opening, PassphraseSheet, qtbot).reject()
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
    taken = sheet_of(opening, ImportResultSheet, qtbot)
    told = words_on(taken)
    assert told[0] == "1 package opened" and circles(desk) == ["C09"]
    assert any(text.startswith("“foreign.dialogue.age” is sealed for somebody else") for text in told)
    assert not opening.findChildren(PassphraseSheet)
    taken.accept()


def told_of(taken, theme, qtbot):
    sheet = ImportResultSheet(taken, theme, WORDS)
    qtbot.addWidget(sheet)
    return words_on(sheet)


def given(desk, theirs, session, to):
    to.mkdir(exist_ok=True)
    package = session_package(theirs, folder_of(theirs, session))
    path = to / package.name
    path.write_bytes(package.data)
    return import_packages(desk, read_packages([path], PackageReader(WORDS), WORDS), WORDS)


def test_the_laptop_that_wrote_it_is_told_in_a_form_to_compare(desk, theirs, theme, tmp_path, qtbot):
    told = told_of(given(desk, theirs, begun(theirs), tmp_path / "in"), theme, qtbot)
    short = theirs.device.replace("-", "")[-8:]
    assert f"Laptop {short[:4]} {short[4:]} · signed · 1 package" in told


def test_a_revision_that_takes_the_place_of_another_is_told(desk, theirs, theme, tmp_path, qtbot):
    session = begun(theirs)
    folder = folder_of(theirs, session)
    first = export_session(theirs, folder, tmp_path / "in")
    import_packages(desk, read_packages([first], PackageReader(WORDS), WORDS), WORDS)
    theirs.add(session, note("one more"))
    told = told_of(given(desk, theirs, session, tmp_path / "in"), theme, qtbot)
    assert any("is revision 2 and replaces revision 1." in text for text in told)


def test_ones_own_package_is_told_as_ones_own_and_changes_nothing(desk, theme, tmp_path, qtbot):
    taken = given(desk, desk, begun(desk), tmp_path / "in")
    told = told_of(taken, theme, qtbot)
    assert told[0] == "Nothing new: this was here already"
    assert "It was made on this laptop, and everything in it is already here." in told


def test_a_package_of_another_program_is_named_and_leaves_ours_as_it_was(
    desk, theirs, theme, tmp_path, qtbot
):
    own = begun(desk, circle=Circle("C07", program=desk.add(NO_OWNER, Program("Ours"))))
    before = {record.id: record for record in desk.file.records.everything()}
    name = "The\u202eirs\n2 packages"
    session = begun(theirs, circle=Circle("C07", program=theirs.add(NO_OWNER, Program(name))))
    told = told_of(given(desk, theirs, session, tmp_path / "in"), theme, qtbot)
    assert "The program “The\ufffdirs\ufffd2 packages” was not on this laptop before." in told
    after = {record.id: record for record in desk.file.records.everything()}
    assert before.items() <= after.items() and own in before
    assert sorted(r.body.name for r in desk.file.records.of_kind(Kind.PROGRAM)) == sorted(["Ours", name])


def test_a_laptop_with_another_key_is_told_in_a_notice(desk, theirs, theme, tmp_path, qtbot):
    session = begun(theirs)
    given(desk, theirs, session, tmp_path / "in")
    theirs.file._connection.execute("UPDATE desk SET value = ? WHERE key LIKE 'signing key %'", ("11" * 32,))
    theirs.add(session, note("one more"))
    told = told_of(given(desk, theirs, session, tmp_path / "in"), theme, qtbot)
    assert any("signed with a different key before. It was opened" in text for text in told)


def test_an_unsigned_package_is_as_welcome_and_said_to_be_unsigned(desk, theme, tmp_path, qtbot):
    old = tmp_path / "old.dialogue"
    shutil.copy("tests/packages/v1/session.dialogue", old)
    taken = import_packages(desk, read_packages([old], PackageReader(WORDS), WORDS), WORDS)
    assert isinstance(taken, ImportResult) and "Not signed · 1 package" in told_of(taken, theme, qtbot)
