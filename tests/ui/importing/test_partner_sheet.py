"""Two laptops of one circle are asked once whether they work together, and their answer holds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.leaving.packages import export_program
from dialogue_desk.desk.program.organizers_work import write_work
from dialogue_desk.desk.trust.known_laptops import known_laptops
from dialogue_desk.desk.trust.waiting_changes import waiting_changes
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.organizing import Coding, coding_id
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.container import pack, unpack
from dialogue_desk.exchange.signing import PackageOrigin, fingerprint, public_key, short_device, signing
from dialogue_desk.ui.importing.import_result import ImportResultSheet
from dialogue_desk.ui.importing.partner_sheet import PartnerSheet
from tests.desk.evening import begun, note, notes
from tests.desk.trust.other_circles import handed, opened, signed_by
from tests.desk.trust.strangers import Stranger
from tests.ui.importing.previews import open_all
from tests.ui.importing.test_import_flow import sheet_of
from tests.ui.seen import button_saying, nameless, words_on

Key = Qt.Key


@pytest.fixture
def session(desk, theirs, tmp_path):
    """A session of this laptop, on which the other one has changed a note."""
    session = begun(desk)
    desk.add(session, note("ours"))
    opened(theirs, handed(desk, session, tmp_path, profile=Profile.OTHER_LAPTOP))
    (record,) = theirs.file.records.under(session, Kind.NOTE)
    theirs.rewrite(record.id, note("theirs"))
    return session


@pytest.fixture
def package(theirs, session, tmp_path):
    return handed(theirs, session, tmp_path, name="theirs.dialogue", profile=Profile.OTHER_LAPTOP)


def test_they_are_asked_once_and_what_waited_is_done(opening, desk, theirs, session, package, qtbot):
    opening.import_paths([package])
    sheet = sheet_of(opening, PartnerSheet, qtbot)
    assert notes(desk, session) == ["ours"]
    words = words_on(sheet)
    assert words[0] == "Do you two work on this circle together?"
    short = short_device(theirs.device)
    assert words[1] == f"“theirs.dialogue” comes from laptop {short}, as the other laptop of your circle C07."
    assert words[2].endswith("Your answer is remembered, and Settings can undo it.")
    assert words[3].endswith(f"This one is {short_device(desk.device)}.")
    assert nameless(sheet) == []
    qtbot.waitUntil(sheet.isActiveWindow)
    assert QApplication.focusWidget().text() == "Decide later"  # no stray Enter lets a laptop in
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Yes, we work together"
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    result = sheet_of(opening, ImportResultSheet, qtbot)
    assert "Look at it" not in words_on(result)
    assert notes(desk, session) == ["theirs"]
    assert [one.name for one in known_laptops(desk)] == [theirs.device]
    result.accept()
    (record,) = theirs.file.records.under(session, Kind.NOTE)
    theirs.rewrite(record.id, note("theirs again"))
    opening.import_paths([handed(theirs, session, package.parent, profile=Profile.OTHER_LAPTOP)])
    sheet_of(opening, ImportResultSheet, qtbot).accept()
    assert notes(desk, session) == ["theirs again"]


def test_who_does_not_work_together_is_not_asked_again_and_changes_wait(
    opening, desk, session, package, qtbot
):
    opening.import_paths([package])
    qtbot.keyClick(button_saying(sheet_of(opening, PartnerSheet, qtbot), "No"), Key.Key_Return)
    result = sheet_of(opening, ImportResultSheet, qtbot)
    assert button_saying(result, "Look at it") and notes(desk, session) == ["ours"]
    result.accept()
    opening.import_paths([package])
    sheet_of(opening, ImportResultSheet, qtbot).accept()
    assert len(waiting_changes(desk)) == 1 and known_laptops(desk) == ()


def test_a_question_that_was_closed_is_asked_the_next_time(opening, desk, package, qtbot):
    opening.import_paths([package])
    qtbot.keyClick(sheet_of(opening, PartnerSheet, qtbot), Key.Key_Escape)
    sheet_of(opening, ImportResultSheet, qtbot).accept()
    opening.import_paths([package])
    sheet_of(opening, PartnerSheet, qtbot).reject()
    sheet_of(opening, ImportResultSheet, qtbot).accept()


def test_two_versions_that_come_with_the_answer_are_offered_to_choose_from(
    opening, desk, session, package, qtbot
):
    (record,) = desk.file.records.under(session, Kind.NOTE)
    desk.rewrite(record.id, note("ours, later"))
    opening.import_paths([package])
    button_saying(sheet_of(opening, PartnerSheet, qtbot), "Yes, we work together").click()
    result = sheet_of(opening, ImportResultSheet, qtbot)
    assert button_saying(result, "Choose now")
    result.accept()


def test_laptops_that_hand_over_no_session_of_a_circle_are_not_asked_about(opening, desk, tmp_path, qtbot):
    files = []
    for number in range(12):
        stranger = Stranger(tmp_path, bytes([number + 1]) * 32)
        program = stranger.new(desk.ids.new(number), NO_OWNER, Program("Porch Lights"))
        files.append(stranger.file(program, profile=Profile.OTHER_LAPTOP.value))
    opening.import_paths(files)
    open_all(opening, qtbot)
    sheet_of(opening, ImportResultSheet, qtbot).accept()
    assert not opening.findChildren(PartnerSheet) and len([*desk.file.records.of_kind(Kind.PROGRAM)]) == 12


def test_many_laptops_at_once_raise_one_question_and_what_the_others_change_waits(
    opening, desk, session, package, qtbot
):
    files = [signed_by(package, bytes([number]) * 32) for number in range(1, 5)]
    opening.import_paths(files)
    open_all(opening, qtbot)
    button_saying(sheet_of(opening, PartnerSheet, qtbot), "Decide later").click()
    sheet_of(opening, ImportResultSheet, qtbot).accept()
    assert len(opening.findChildren(PartnerSheet)) == 1
    assert len(waiting_changes(desk)) == 4 and notes(desk, session) == ["ours"]


def test_the_circle_in_the_question_is_that_of_the_session_whatever_the_file_says_of_itself(
    opening, package, qtbot
):
    container = unpack(package.read_bytes())
    about = container.about | {"circle": "C01"}
    sign = signing(b"\x09" * 32, PackageOrigin(fingerprint(public_key(b"\x09" * 32))))
    package.write_bytes(pack(about, container.members, sign)[0])
    opening.import_paths([package])
    sheet = sheet_of(opening, PartnerSheet, qtbot)
    assert words_on(sheet)[1].endswith("as the other laptop of your circle C07.")
    sheet.reject()
    sheet_of(opening, ImportResultSheet, qtbot).accept()


def test_two_who_organize_one_program_are_asked_once_and_their_coding_comes_together(
    opening, desk, theirs, tmp_path, qtbot
):
    program = desk.add(NO_OWNER, Program("Bridges"))
    line = desk.ids.new(1)
    opened(theirs, export_program(desk, program, tmp_path / "out"))
    fact = coding_id(program, line)
    for one in (desk, theirs):
        one.put(fact, program, Coding(line, (one.ids.new(2),)))
    opening.import_paths([write_work(theirs, program, tmp_path / "work")])
    sheet = sheet_of(opening, PartnerSheet, qtbot)
    words = words_on(sheet)
    assert words[0] == "Do you two organize this program together?"
    assert "has what an organizer made of “Bridges” on laptop" in words[1]
    button_saying(sheet, "Yes, we work together").click()
    sheet_of(opening, ImportResultSheet, qtbot).accept()
    assert not waiting_changes(desk) and desk.get(fact).in_conflict
