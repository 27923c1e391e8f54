"""Guide files that are opened are kept beside those that are here, and what came of it is said."""

import pytest

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.exchange.guide_zip import guide_file
from dialogue_desk.ui.importing.guide_opening import GuideOpening, OpenedGuidesSheet
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tests.ui.seen import button_saying, words_on


@pytest.fixture
def own(desk):
    return OwnGuides(desk)


@pytest.fixture
def shelf(own):
    return GuideShelf(GUIDES, Words(), own=own)


@pytest.fixture
def window(context):
    return context.toast.parentWidget()


@pytest.fixture
def opening(shelf, own, context, window):
    return GuideOpening(shelf, own, context, window)


@pytest.fixture
def sheet_of(opening, window, qtbot):
    def open_and_wait(*paths):
        opening.open_files(paths)
        qtbot.waitUntil(lambda: window.findChildren(OpenedGuidesSheet) != [])
        return window.findChildren(OpenedGuidesSheet)[0]

    return open_and_wait


@pytest.fixture
def older(shelf):
    return shelf.translations("one-evening")["en"]


@pytest.fixture
def newer(older):
    return guide_text_of(older.text.replace(f"version: {older.version}", "version: 9.1"))


def saved(folder, *texts):
    file = guide_file(texts)
    (folder / file.name).write_bytes(file.make_bytes())
    return folder / file.name


def test_a_newer_version_is_said_to_be_beside_the_older_and_can_be_read(
    opening, context, older, newer, tmp_path, qtbot
):
    with qtbot.waitSignal(opening.kept):
        opening.open_files([saved(tmp_path, newer)])
    said = context.toast.sentence()
    assert f"(version 9.1) is among your guides now, beside version {older.version}." in said
    with qtbot.waitSignal(opening.reading_wanted) as wanted:
        button_saying(context.toast, "Read it").click()
    assert wanted.args == [opening._own.all()[0].key]


def test_a_guide_that_is_here_already_is_named(opening, context, older, own, tmp_path, qtbot):
    opening.open_files([saved(tmp_path, older)])
    qtbot.waitUntil(lambda: "already" in context.toast.sentence())
    assert own.all() == ()


def test_what_there_is_to_fix_is_listed_and_one_can_go_on_writing(
    opening, sheet_of, newer, own, tmp_path, qtbot
):
    sheet = sheet_of(saved(tmp_path, guide_text_of(newer.text.replace("people: ", "persons: "))))
    said = " ".join(words_on(sheet))
    assert "It is kept. Nobody can meet by it until this is fixed:" in said and "persons" in said
    with qtbot.waitSignal(opening.writing_wanted) as wanted:
        button_saying(sheet, "Go on writing it").click()
    assert wanted.args == [own.all()[0].key]


def test_a_file_that_is_no_guide_is_named_and_stops_no_other(opening, sheet_of, newer, tmp_path, qtbot):
    (tmp_path / "bad.guide.zip").write_bytes(b"PK")
    sheet = sheet_of(tmp_path / "bad.guide.zip", saved(tmp_path, newer))
    assert words_on(sheet)[0] == "1 guide was opened" and "bad.guide.zip" in " ".join(words_on(sheet))
    with qtbot.waitSignal(opening.reading_wanted):
        button_saying(sheet, "Read it").click()


def test_when_no_file_is_a_guide_nothing_is_opened(sheet_of, own, tmp_path):
    (tmp_path / "bad.guide.md").write_bytes(b"\xff\xfe\xfa")
    sheet = sheet_of(tmp_path / "bad.guide.md")
    assert words_on(sheet)[0] == "Nothing was opened" and own.all() == ()
    button_saying(sheet, "Close").click()
