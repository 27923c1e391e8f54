"""An archive is saved from the window after one question: who it is for."""

from __future__ import annotations

import zipfile

import pytest

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.long_saving import LongSaving
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


def shown_saving(context):
    (sheet,) = [one for one in context.toast.window().findChildren(LongSaving) if one.isVisible()]
    return sheet


@pytest.fixture
def begin(desk, shelf, program, context, ask, tmp_path):
    """Begins to save an archive for everyone; the sheet that shows it is returned."""

    def begin():
        ask.save, ask.answer = tmp_path / "bridges.zip", "everyone"
        ask_for_archive(desk, shelf, program, context)
        return shown_saving(context)

    return begin


def test_it_can_be_stopped_and_leaves_nothing(begin, desk, program, context, qtbot, tmp_path):
    context.worker.run(context.toast, lambda _: None, lambda _: None)
    sheet = begin()
    sheet.stop_button.click()
    assert not sheet.stop_button.isEnabled() and "Stopping" in sheet.status.text()
    qtbot.waitUntil(lambda: not context.worker.busy(), timeout=60_000)
    assert list(tmp_path.glob("*.zip")) == [] and desk.file.exports.of(program) == ()


def test_closing_the_sheet_lets_it_go_on(begin, context, ask, qtbot, said):
    begin().close_button.click()
    qtbot.waitUntil(lambda: not context.worker.busy(), timeout=60_000)
    assert ask.save.exists() and any("read back and compared" in text for text in said)
