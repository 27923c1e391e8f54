"""On a full disk the window shows the desk, and says that it cannot be changed."""

from __future__ import annotations

from dialogue_desk.desk.paths import Paths
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.core.route import PageName, Route
from tests.storage.conftest import small_disk
from tests.storage.damage import fill_up
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import held
from tests.ui.sittings import laptop

__all__ = ["laptop", "small_disk"]


def test_a_full_disk_is_said_and_the_desk_is_read_and_edited_once_there_is_room(laptop, small_disk, qtbot):
    laptop.paths = Paths(small_disk / "desk.db", small_disk / "settings.toml", small_disk / "log.txt")
    first = laptop.start()
    session_id = held(first.desk, first.workspace.pages.shelf, first.workspace.pages.folders)
    laptop.stop(first)
    (small_disk / "desk.db.lock").unlink()
    fill_up(small_disk / "ballast")
    sitting = laptop.start()
    inside = sitting.workspace
    assert any(text.startswith("The disk is full. You can read this desk") for text in words_on(inside))
    assert "Past sessions" in words_on(inside.stack)
    inside.go(Route(PageName.CLOSE, session_id))
    assert inside._read_only_notice.isVisible()
    (small_disk / "ballast").unlink()
    button_saying(inside, "Open it to edit").click()
    sitting.desk.add(session_id, Note(NoteKind.CONCERN, "there is room again"))
    qtbot.waitUntil(lambda: not sitting._worker.busy())
