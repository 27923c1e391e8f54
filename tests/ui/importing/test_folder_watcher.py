"""Folders are watched while the app runs: told quietly, opened by a person or, where plain, by itself."""

from __future__ import annotations

import shutil

import pytest

from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.container import pack, unpack
from dialogue_desk.ui.importing.folder_watcher import FolderWatcher
from dialogue_desk.ui.importing.import_result import ImportResultSheet
from tests.desk.evening import begun
from tests.desk.leaving.test_packages import folder_of
from tests.ui.importing.previews import open_all, preview_of
from tests.ui.importing.test_import_flow import sheet_of
from tests.ui.seen import words_on


class Watched:
    """A watcher of one folder, and the bar that opens what it shows."""

    def __init__(self, desk, context, opening, folder, qtbot):
        self.folder, self._qtbot, self._context, self.rests = folder, qtbot, context, False
        self.watcher = FolderWatcher(desk, context, lambda: self.rests)
        self.watcher.look_wanted.connect(opening.import_paths)
        opening.done_with.connect(self.watcher.mark_done)

    def looks(self, times=1):
        for _ in range(times):
            self.watcher.look()
            self._qtbot.waitUntil(lambda: not self._context.worker.busy())

    @property
    def news(self):
        return self.watcher.news_of("p")


@pytest.fixture
def files(theirs, tmp_path):
    """Packages of three circles."""
    folder = tmp_path / "files"
    folder.mkdir()
    for code in ("C01", "C02", "C03"):
        package = session_package(theirs, folder_of(theirs, begun(theirs, code)))
        (folder / f"{code}.dialogue").write_bytes(package.data)
    return folder


@pytest.fixture
def watched(desk, context, opening, tmp_path, qtbot):
    folder = tmp_path / "Oak Street"
    folder.mkdir()
    watched = Watched(desk, context, opening, folder, qtbot)
    watched.watcher.watch("p", folder)
    watched.looks()
    yield watched
    watched.watcher.leave()


def circles(desk):
    return sorted(record.body.code for record in desk.file.records.of_kind(Kind.CIRCLE))


def test_files_that_come_in_are_told_and_nothing_is_opened(desk, watched, files):
    told = []
    watched.watcher.changed.connect(lambda: told.append(watched.news.arrived))
    shutil.copytree(files, watched.folder, dirs_exist_ok=True)
    watched.looks(3)
    assert watched.news.name == "Oak Street" and watched.news.arrived == 3
    assert told[-1] == 3 and circles(desk) == []


def test_a_person_looks_opens_and_is_told_no_more(desk, watched, files, opening, qtbot):
    shutil.copytree(files, watched.folder, dirs_exist_ok=True)
    watched.looks(3)
    watched.watcher.open_arrived("p")
    open_all(opening, qtbot)
    sheet_of(opening, ImportResultSheet, qtbot).accept()
    assert circles(desk) == ["C01", "C02", "C03"]
    watched.looks(2)
    assert watched.news.arrived == 0


def test_who_looks_and_opens_none_is_told_still_until_they_put_it_aside(watched, files, opening, qtbot):
    shutil.copytree(files, watched.folder, dirs_exist_ok=True)
    watched.looks(3)
    watched.watcher.open_arrived("p")
    preview_of(opening, qtbot).reject()
    assert watched.news.arrived == 3
    watched.watcher.put_aside("p")
    watched.looks(2)
    assert watched.news.arrived == 0


def test_what_is_plain_is_opened_by_itself_where_a_person_said_so_and_the_rest_waits(
    desk, watched, files, context
):
    shutil.copytree(files, watched.folder, dirs_exist_ok=True)
    unsigned = unpack((files / "C03.dialogue").read_bytes())
    (watched.folder / "C03.dialogue").write_bytes(pack(unsigned.about, unsigned.members)[0])
    watched.looks(3)
    watched.watcher.open_by_itself("p", on=True)
    watched.looks(3)
    assert circles(desk) == ["C01", "C02"] and watched.news.arrived == 1
    assert context.toast.sentence() == "2 files from “Oak Street” were opened."
    desk.undo()
    assert circles(desk) == []


def test_files_whose_opening_was_undone_are_offered_again_until_it_is_redone(
    desk, watched, files, opening, qtbot
):
    shutil.copytree(files, watched.folder, dirs_exist_ok=True)
    watched.looks(3)
    watched.watcher.open_arrived("p")
    open_all(opening, qtbot)
    sheet_of(opening, ImportResultSheet, qtbot).accept()
    desk.undo()
    assert circles(desk) == [] and watched.news.arrived == 3
    watched.looks(2)
    assert watched.news.arrived == 3
    desk.redo()
    watched.looks()
    assert circles(desk) == ["C01", "C02", "C03"] and watched.news.arrived == 0


def test_what_was_undone_is_never_opened_by_itself_again_and_what_was_put_aside_stays_there(
    desk, watched, files, context, opening, qtbot
):
    shutil.copytree(files, watched.folder, dirs_exist_ok=True)
    watched.looks(3)
    watched.watcher.put_aside("p")
    (watched.folder / "C03.dialogue").unlink()
    watched.looks()
    shutil.copy(files / "C03.dialogue", watched.folder / "C03 again.dialogue")
    watched.watcher.open_by_itself("p", on=True)
    watched.looks(3)
    assert circles(desk) == ["C03"] and watched.news.arrived == 0
    desk.undo()
    assert watched.news.arrived == 1
    watched.looks(3)
    after_a_start = Watched(desk, context, opening, watched.folder, qtbot)
    after_a_start.looks(4)
    assert circles(desk) == [] and after_a_start.news.arrived == 1
    after_a_start.watcher.leave()


def test_while_a_session_runs_disk_and_desk_are_left_alone(desk, watched, files):
    watched.watcher.open_by_itself("p", on=True)
    watched.looks()
    watched.rests = True
    shutil.copytree(files, watched.folder, dirs_exist_ok=True)
    watched.looks(4)
    assert watched.news.arrived == 0 and circles(desk) == []
    watched.rests = False
    watched.looks(3)
    assert circles(desk) == ["C01", "C02", "C03"]


def test_a_folder_that_vanishes_is_said_once_and_goes_on_when_it_is_back(watched, files, context, tmp_path):
    shutil.copytree(files, watched.folder, dirs_exist_ok=True)
    watched.looks(3)
    watched.folder.rename(tmp_path / "away")
    said = []
    context.announcer.announced.connect(said.append)
    watched.looks(3)
    assert watched.news.away and watched.news.arrived == 0, "there is nothing to look at now"
    assert [one for one in said if "is not there at the moment" in one] == [context.toast.sentence()]
    (tmp_path / "away").rename(watched.folder)
    watched.looks()
    assert not watched.news.away and watched.news.arrived == 3


def test_the_next_start_knows_the_folder_and_what_was_dealt_with(
    desk, watched, files, context, opening, qtbot
):
    shutil.copytree(files, watched.folder, dirs_exist_ok=True)
    watched.looks(3)
    watched.watcher.put_aside("p")
    again = Watched(desk, context, opening, watched.folder, qtbot)
    again.looks(3)
    assert again.news.arrived == 0
    again.watcher.stop_watching("p")
    assert again.news is None
    assert Watched(desk, context, opening, watched.folder, qtbot).news is None


def test_one_folder_is_watched_for_one_program(watched, context):
    watched.watcher.watch("q", watched.folder)
    assert watched.watcher.news_of("q") is None
    assert context.toast.sentence().startswith("That folder is watched for another program.")


def test_a_stick_pulled_out_while_it_is_read_is_said_with_what_to_do(watched, files, opening, qtbot):
    shutil.copytree(files, watched.folder, dirs_exist_ok=True)
    watched.looks(3)
    shutil.rmtree(watched.folder)
    watched.watcher.open_arrived("p")
    sheet = preview_of(opening, qtbot)
    assert sheet.list.rows()[0].title == "Could not be read · 3"
    assert "then open it again" in sheet.list.rows()[0].detail
    assert "None of these files has anything to add." in words_on(sheet)
    sheet.reject()
    assert watched.news.arrived == 3, "once the stick is back they are offered again"


def test_what_is_here_already_is_passed_over_with_its_copies(desk, watched, files, opening, qtbot):
    opening.import_paths([files / "C01.dialogue"])
    sheet_of(opening, ImportResultSheet, qtbot).accept()
    shutil.copytree(files, watched.folder, dirs_exist_ok=True)
    shutil.copy(files / "C01.dialogue", watched.folder / "C01 (conflicted copy 2026-11-30).dialogue")
    watched.looks(3)
    assert watched.news.arrived == 2


def test_for_a_program_that_is_erased_no_folder_is_watched_and_no_name_of_its_files_stays(
    desk, watched, files, tmp_path
):
    program = desk.add(NO_OWNER, Program("Elm Street"))
    elm = tmp_path / "Elm"
    shutil.copytree(files, elm)
    watched.watcher.watch(program, elm)
    watched.looks(3)
    watched.watcher.put_aside(program)
    kept = desk.file.path.with_name(desk.file.path.name + ".watched")
    assert b"C01.dialogue" in kept.read_bytes()
    desk.erase((program,))
    assert watched.watcher.news_of(program) is None and watched.news is not None
    assert b"C01.dialogue" not in kept.read_bytes()
