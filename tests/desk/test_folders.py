from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.desk.desk import Desk, forget_records
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.session.note_entry import EntryDefaults, add_entry, override_notes_policy
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tests.ui.sessions import begun
from tools.manual_clock import ManualClock

DEEDS = (
    "a line",
    "a #theme",
    "a #third",
    "!an idea",
    "rewrite",
    "rename",
    "join",
    "remove",
    "forget",
    "undo",
    "redo",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    file = DeskFile(tmp_path_factory.mktemp("after") / "desk.db")
    yield Desk(file, ManualClock(1_773_356_400_000), RandomIds(7))
    file.close()


@pytest.fixture(scope="module")
def folders(desk):
    return Folders(desk, GuideShelf(GUIDES, Words()))


def do(deed, desk, here):
    """Do something in a session if there is anything to do it to."""
    last = here.notes[-1:]
    if deed in {"undo", "redo"}:
        if desk.can_undo() is Act.WRITE and deed == "undo":
            desk.undo()
        elif desk.can_redo() is not None and deed == "redo":
            desk.redo()
    elif deed == "rename" and here.themes:
        desk.rewrite(next(iter(here.themes)), Theme("another name"))
    elif deed == "join" and len(here.themes) > 1:
        one, other = list(here.themes)[:2]
        desk.rewrite(one, replace(here.themes[one], into=other))
    elif deed == "rewrite" and last:
        desk.rewrite(last[0].id, replace(last[0].body, text="other words"))
    elif deed in {"remove", "forget"} and last:
        desk.remove(last[0].id) if deed == "remove" else forget_records(desk, [last[0].id])
    else:
        add_entry(desk, here, deed, EntryDefaults())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.booleans()), max_size=25))
def test_a_folder_that_followed_each_change_is_the_one_read_again(desk, folders, deeds):
    session_id, other = begun(desk, folders.shelf), begun(desk, folders.shelf, code="C08")
    folder = folders.session(session_id)
    heard = []
    desk.subscribe(heard.append)
    for deed, elsewhere in deeds:
        do(deed, desk, folders.session(other if elsewhere else session_id))
        while heard:
            folder = folders.session_after(folder, heard.pop(0))
        assert folder == folders.session(session_id)
    override_notes_policy(desk, session_id, "six-views", "They asked for it")
    assert folders.session_after(folder, heard.pop()) == folders.session(session_id)
