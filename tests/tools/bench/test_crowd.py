"""The crowded desk of the bench is a desk like any other."""

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.search import search
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.resources import resource
from dialogue_desk.words import Words
from tools.bench.crowd import NOTES, crowd, opened


def test_it_holds_so_many_notes_in_sessions_that_were_held_and_one_that_comes(tmp_path):
    coming = crowd(tmp_path / "desk.db", 8 * NOTES)
    desk = opened(tmp_path / "desk.db")
    folders = Folders(desk, GuideShelf(resource("guides"), Words()))
    entries = folders.entries()
    assert [entry.notes for entry in entries] == [NOTES] * 8
    assert [entry.phase for entry in entries] == [Phase.CLOSED] * 7 + [Phase.READY]
    assert entries[-1].id == coming
    assert len({entry.circle_id for entry in entries}) == 2
    assert search(desk, folders, "the").count > 50
    desk.file.close()
