"""An archive is saved from the window after one question: who it is for."""

from __future__ import annotations

import zipfile

import pytest

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.settings.archive_saving import ask_for_archive


@pytest.fixture
def program(desk):
    return desk.add(NO_OWNER, Program("Bridges"))


@pytest.fixture
def save(desk, shelf, program, context, ask, qtbot):
    """Saves an archive as a person does who answers so and chooses this place."""

    def save(path, answer):
        ask.save, ask.answer = path, answer
        ask_for_archive(desk, shelf, program, context)
        qtbot.waitUntil(lambda: not context.worker.busy(), timeout=60_000)

    return save


@pytest.mark.parametrize(("answer", "told"), [("organizer", True), ("everyone", False)])
def test_tables_go_along_only_for_organizers(save, ask, tmp_path, answer, told):
    save(tmp_path / "bridges.zip", answer)
    assert ask.asked == ["Save an archive of the program", "Save the archive"]
    assert ask.names == ["bridges-archive.zip"]
    with zipfile.ZipFile(ask.save) as archive:
        assert ("tables/notes.csv" in archive.namelist()) is told


def test_where_it_went_is_remembered_for_whoever_takes_a_quote_back(save, desk, program, tmp_path):
    save(tmp_path / "bridges.zip", "everyone")
    assert [one.path for one in desk.file.exports.of(program)] == [tmp_path / "bridges.zip"]


def test_who_thinks_better_of_it_saves_nothing(save, tmp_path):
    save(tmp_path / "bridges.zip", None)
    assert not (tmp_path / "bridges.zip").exists()


def test_a_folder_that_is_gone_is_said(save, desk, program, said, qtbot, tmp_path):
    save(tmp_path / "gone" / "bridges.zip", "everyone")
    qtbot.waitUntil(lambda: any("was not left there" in text for text in said))
    assert desk.file.exports.of(program) == ()
