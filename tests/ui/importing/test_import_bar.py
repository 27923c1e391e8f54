from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.desk.trust.known_laptops import accept
from dialogue_desk.ui.importing.import_result import ImportResultSheet
from dialogue_desk.ui.importing.unopened_sheet import UnopenedSheet
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.widgets.button import Weight
from tests.desk.evening import a_desk, begun, note
from tests.desk.leaving.test_packages import folder_of
from tests.ui.importing.handing_on import given
from tests.ui.seen import button_saying, words_on


def test_files_and_folders_are_asked_for_in_words(opening, ask):
    opening.ask_for_files()
    opening.ask_for_folder()
    assert ask.asked == ["Open files", "Open a folder of packages"]


def test_a_bad_file_that_is_chosen_is_named_and_nothing_comes_in(opening, ask, tmp_path, desk, qtbot):
    bad = tmp_path / "notes.jpg"
    bad.write_text("milk, bread", encoding="utf-8")
    ask.files = [bad]
    opening.ask_for_files()
    qtbot.waitUntil(lambda: opening.findChildren(UnopenedSheet) != [])
    (sheet,) = opening.findChildren(UnopenedSheet)
    assert words_on(sheet)[0] == "Nothing was opened"
    assert "notes.jpg" in words_on(sheet)
    assert desk.can_undo() is None
    sheet.accept()


def test_a_second_lot_waits_its_turn(opening, context, tmp_path, qtbot):
    opening.import_paths([tmp_path])
    opening.import_paths([tmp_path])
    assert context.toast.sentence().startswith("Other packages are being read.")
    qtbot.waitUntil(lambda: not context.worker.busy())


def test_stopped_reading_takes_nothing_in(opening, context, tmp_path, qtbot):
    opening.import_paths([tmp_path])
    opening.stop()
    qtbot.waitUntil(lambda: context.toast.sentence().startswith("Stopped. Nothing was opened."))
    assert opening.isHidden()


def test_how_far_it_is_stands_on_the_line(opening):
    opening._progressed(12, 300)
    assert "Reading packages: 12 of 300" in words_on(opening)


def test_what_came_in_two_wordings_is_chosen_at_once_on_request(opening, desk, context, tmp_path, qtbot):
    session_id, theirs = begun(desk), a_desk(tmp_path / "theirs" / "desk.db", seed=21)
    note_id = desk.add(session_id, note("first"))
    given(theirs, desk, session_id, tmp_path)
    accept(desk, theirs.device)
    for one, word in ((desk, "ours"), (theirs, "theirs")):
        one.rewrite(note_id, note(word))
    (tmp_path / "in").mkdir()
    package = session_package(theirs, folder_of(theirs, session_id))
    (tmp_path / "in" / package.name).write_bytes(package.data)
    theirs.file.close()
    opening.import_paths([tmp_path / "in"])
    qtbot.waitUntil(lambda: opening.findChildren(ImportResultSheet) != [])
    (sheet,) = opening.findChildren(ImportResultSheet)
    choose = button_saying(sheet, "Choose now")
    assert choose.weight is Weight.PRIMARY and sheet.focusWidget() is choose
    choose.click()
    (dialog,) = (one for one in opening.findChildren(ConflictDialog) if one.isVisible())
    assert {"ours", "theirs"} <= set(words_on(dialog))
    dialog.reject()
    assert context.toast.sentence() == "1 choice is left for later. Both versions are saved."


def test_guides_packages_and_a_document_each_go_where_they_belong(opening, tmp_path, qtbot):
    guide, bundle, document = (tmp_path / name for name in ("a.guide.md", "b.guide.zip", "c.docx"))
    document.write_bytes(b"")
    with qtbot.waitSignal(opening.guides_given) as given:
        opening.open_paths([guide, bundle])
    assert given.args == [(guide, bundle)]
    with qtbot.waitSignal(opening.document_given) as given:
        opening.open_paths([document])
    assert given.args == [document]
    with qtbot.assertNotEmitted(opening.document_given):
        opening.open_paths([document, guide])
        qtbot.waitUntil(lambda: opening.findChildren(UnopenedSheet) != [])
    (sheet,) = opening.findChildren(UnopenedSheet)
    assert words_on(sheet)[:3] == [
        "1 file was not opened",
        "A document can become a guide. Open one by itself.",
        "c.docx",
    ]
    sheet.accept()


def test_an_update_goes_where_updates_are_looked_at(opening, tmp_path, qtbot):
    update = tmp_path / "dialogue-desk-0.2.0-linux-x86_64.update"
    update.write_bytes(b"Dialogue Desk update 1\n")
    with qtbot.waitSignal(opening.update_given) as given:
        opening.open_paths([update])
    assert given.args == [update]
    assert opening.findChildren(UnopenedSheet) == []
    with qtbot.assertNotEmitted(opening.update_given):
        opening.open_paths([update, tmp_path / "new.update"])
        qtbot.waitUntil(lambda: opening.findChildren(UnopenedSheet) != [])
    (sheet,) = opening.findChildren(UnopenedSheet)
    assert words_on(sheet)[:2] == [
        "Nothing was opened",
        "An update of Dialogue Desk is opened by itself. Open it again without other files.",
    ]
    sheet.accept()


def test_two_hundred_files_that_are_none_of_ours_are_told_in_one_sheet(opening, tmp_path, qtbot):
    paths = [tmp_path / f"photo {number}.jpg" for number in range(200)]
    for path in paths:
        path.write_bytes(b"\xff\xd8")
    opening.open_paths(paths)
    assert opening.reading
    qtbot.waitUntil(lambda: opening.findChildren(UnopenedSheet) != [])
    assert not opening.reading
    (sheet,) = opening.findChildren(UnopenedSheet)
    assert "photo 0.jpg" in words_on(sheet) and "and 194 more" in words_on(sheet)
    sheet.accept()


def test_beside_packages_other_files_are_counted(opening, tmp_path, context, qtbot):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    gone = tmp_path / "gone.dialogue"
    opening.open_paths([tmp_path / "photo.jpg", gone])
    qtbot.waitUntil(lambda: opening.findChildren(ImportResultSheet) != [])
    (sheet,) = opening.findChildren(ImportResultSheet)
    assert "1 other file is not a package." in words_on(sheet)
    assert any("could not be read from where it is saved" in said for said in words_on(sheet))
    sheet.accept()
