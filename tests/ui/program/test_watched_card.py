"""Beside the matrix: the folder that is watched for the program, and what can be done with it."""

from __future__ import annotations

import shutil

import pytest

from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.importing.folder_watcher import FolderWatcher
from dialogue_desk.ui.program.watched_card import WatchedFolderCard
from tests.desk.evening import a_desk, begun
from tests.desk.leaving.test_packages import folder_of
from tests.ui.seen import words_on

OAK, ELM = RecordId("oak"), RecordId("elm")


@pytest.fixture
def watcher(desk, context):
    watcher = FolderWatcher(desk, context, lambda: False)
    yield watcher
    watcher.leave()


@pytest.fixture
def card(context, watcher, qtbot):
    card = WatchedFolderCard(context)
    qtbot.addWidget(card)
    card.follow(watcher)
    card.show_program(OAK)
    return card


@pytest.fixture
def folder(tmp_path):
    desk = a_desk(tmp_path / "theirs" / "desk.db", seed=21)
    folder = tmp_path / "Oak Street"
    folder.mkdir()
    (tmp_path / "c07.dialogue").write_bytes(session_package(desk, folder_of(desk, begun(desk))).data)
    desk.file.close()
    return folder


def looks(watcher, context, qtbot, times):
    for _ in range(times):
        watcher.look()
        qtbot.waitUntil(lambda: not context.worker.busy())


def test_a_folder_is_chosen_shown_and_stopped(card, watcher, folder, ask, context, qtbot):
    assert words_on(card) == ["Watch a folder"]
    ask.folder = folder
    card.begin.click()
    assert "Watched folder: Oak Street" in words_on(card) and "Watch a folder" not in words_on(card)
    card.stop.click()
    assert words_on(card) == ["Watch a folder"]
    looks(watcher, context, qtbot, 1)


def test_what_came_in_is_said_and_looked_at(card, watcher, folder, context, tmp_path, qtbot):
    watcher.watch(OAK, folder)
    shutil.move(tmp_path / "c07.dialogue", folder)
    looks(watcher, context, qtbot, 3)
    assert "1 file came into the folder “Oak Street”." in words_on(card)
    with qtbot.waitSignal(watcher.look_wanted) as wanted:
        card.look.click()
    assert wanted.args == [(folder / "c07.dialogue",)]
    card.later.click()
    assert "1 file came into the folder “Oak Street”." not in words_on(card)


def test_another_program_has_another_folder_and_circles_without_one_have_none(
    card, watcher, folder, context, qtbot
):
    watcher.watch(OAK, folder)
    card.show_program(ELM)
    assert words_on(card) == ["Watch a folder"]
    card.show_program(None)
    assert card.isHidden()
    looks(watcher, context, qtbot, 1)


def test_what_is_plain_is_opened_without_asking_once_a_person_says_so(card, watcher, folder, context, qtbot):
    watcher.watch(OAK, folder)
    card.by_itself.click()
    assert watcher.news_of(OAK).by_itself
    card.by_itself.click()
    assert not watcher.news_of(OAK).by_itself
    looks(watcher, context, qtbot, 1)
