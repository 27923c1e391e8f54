"""On a full disk the editor says so, keeps what was typed on screen, and saves it once there is room."""

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.exchange.guide_edits import top_value
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.storage.desk_file import DeskFile
from tests.storage.conftest import small_disk
from tests.storage.damage import fill_up

__all__ = ["small_disk"]


@pytest.fixture
def desk(small_disk, clock):
    desk = Desk(DeskFile(small_disk / "desk.db"), clock, RandomIds(7))
    yield desk
    desk.file.close()


def test_nothing_is_lost_while_the_disk_is_full(view, small_disk, own, key, context, qtbot):
    editor = view.editor
    fill_up(small_disk / "ballast")
    editor.steps.top("title", "Our Safety")
    editor.steps.add_text((editor.path[0], 0), Sort.SAY, 0, "Longer. " * 2_000)
    qtbot.waitUntil(lambda: "is full" in context.toast.sentence(), timeout=3_000)
    view.leave()
    assert view.editor is editor and top_value(editor.source, "title") == "Our Safety"
    (small_disk / "ballast").unlink()
    view.leave()
    assert view.editor is None and "title: Our Safety" in own.get(key).texts["en"].text
