import shutil

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.desk.leaving.packages import export_session
from dialogue_desk.desk.program.imports import ImportResult, import_packages, read_packages
from dialogue_desk.desk.trust.own_name import DeskName
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.ui.importing.import_result import ImportResultSheet
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, begun, note
from tests.desk.leaving.test_packages import folder_of
from tests.desk.partners import import_unjudged
from tests.desk.trust.other_circles import Strangers, handed, opened
from tests.ui.importing.handing_on import given
from tests.ui.seen import button_saying, words_on

WORDS = Words()


def told_of(taken, theme, qtbot):
    sheet = ImportResultSheet(taken, theme, WORDS)
    qtbot.addWidget(sheet)
    return words_on(sheet)


def test_clashes_are_told_with_what_was_kept(theme, qtbot):
    sheet = ImportResultSheet(ImportResult((), (), (), 2, None), theme, Words())
    qtbot.addWidget(sheet)
    assert any(text.startswith("2 entries were changed on two laptops.") for text in words_on(sheet))


def test_what_was_erased_elsewhere_is_not_said_to_come_back(theme, desk, tmp_path, qtbot):
    other = a_desk(tmp_path / "other.db", 9)
    session_id = begun(other)
    gone = other.add(session_id, note("Nobody is to read this"))

    def hand_on():
        records = {record.id: record for record in other.file.records.everything()}
        return import_unjudged(desk, [IncomingPackage(other.device, "x.dialogue", records)])

    hand_on()
    other.erase([gone])
    outcome = hand_on()
    other.file.close()
    assert outcome.erased == {gone}
    sheet = ImportResultSheet(ImportResult((), (), (), 0, outcome), theme, Words())
    qtbot.addWidget(sheet)
    sheet.show()
    assert "What was erased there is erased here too. Undo cannot bring it back." in words_on(sheet)


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


def named_at_random(desk):
    """Give a laptop a name from before names were fingerprints of keys."""
    name = DeviceId("laptop-0000-1111")
    with desk.file.writing():
        desk.file.names.take(name)
        desk.file.keys.keep_signing(name, b"\x22" * 32)
    desk.name = DeskName(name, desk.name.hand)


def test_a_laptop_with_another_key_is_told_in_a_notice(desk, theirs, theme, tmp_path, qtbot):
    session = begun(theirs)
    named_at_random(theirs)
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


def test_what_waits_is_said_and_looking_at_it_comes_first(desk, theirs, theme, tmp_path, qtbot):
    strangers = Strangers(tmp_path / "given", circles=2)
    opened(desk, *strangers.handed)
    sheet = ImportResultSheet(opened(desk, strangers.erasing(), strangers.changing()), theme, WORDS)
    qtbot.addWidget(sheet)
    said = "2 laptops would change or erase what others wrote. None of that has happened: you decide."
    assert said in words_on(sheet)
    look = button_saying(sheet, "Look at it")
    assert look.weight is Weight.PRIMARY and sheet.focusWidget() is look
    with qtbot.waitSignal(sheet.waiting_wanted):
        look.click()


def test_a_new_name_because_of_a_twin_is_told_with_what_was_kept(theme, qtbot):
    sheet = ImportResultSheet(ImportResult((), (), (), 0, None, twin=True), theme, WORDS)
    qtbot.addWidget(sheet)
    (told,) = (text for text in words_on(sheet) if text.startswith("This desk is, or was, also in use"))
    assert "both versions are kept" in told


def test_a_package_of_this_very_laptop_is_told_as_its_own(desk, theme, tmp_path, qtbot):
    told = told_of(given(desk, desk, begun(desk), tmp_path / "in"), theme, qtbot)
    assert "This laptop · signed · 1 package" in told
    assert "It was made on this laptop, and everything in it is already here." in told


def test_one_package_of_ours_among_others_is_told_as_one_of_them(desk, theirs, theme, tmp_path, qtbot):
    ours, other = begun(desk, "C01"), begun(theirs, "C02")
    result = opened(desk, handed(desk, ours, tmp_path), handed(theirs, other, tmp_path))
    told = told_of(result, theme, qtbot)
    assert "One of them was made on this laptop, and everything in it is already here." in told
