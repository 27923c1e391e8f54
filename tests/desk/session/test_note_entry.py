import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.session.note_entry import EntryDefaults, add_entry, override_notes_policy
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread, Theme
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tests.ui.sessions import begun
from tools.manual_clock import ManualClock

PLAIN = EntryDefaults()


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    file = DeskFile(tmp_path_factory.mktemp("catching") / "desk.db")
    yield Desk(file, ManualClock(1_773_356_400_000), RandomIds(7))
    file.close()


@pytest.fixture(scope="module")
def shelf():
    return GuideShelf(GUIDES, Words())


@pytest.fixture
def folders(desk, shelf):
    return Folders(desk, shelf)


@pytest.fixture
def session_id(desk, shelf):
    return begun(desk, shelf)


@pytest.fixture(scope="module")
def lasting(desk, shelf):
    return begun(desk, shelf)


@pytest.fixture
def take(desk, folders, session_id):
    """Write a line down, and return what is kept of it."""

    def take(line, moment=PLAIN):
        record_id = add_entry(desk, folders.session(session_id), line, moment)
        return record_id and desk.get(record_id).body

    return take


def test_a_line_is_a_note_of_its_part_and_question(take):
    moment = EntryDefaults(NoteKind.CONCERN, "go-round", 2, Spread.MOST, 1_773_356_400_000)
    note = Note(NoteKind.CONCERN, "dark", "go-round", Spread.MOST, (), "en", 1_773_356_400_000, prompt=2)
    assert take("dark", moment) == note


def test_what_the_line_says_goes_before_the_moment(take):
    note = take("?who decides /1", EntryDefaults(None, spread=Spread.MOST))
    assert (note.kind, note.text, note.spread) == (NoteKind.QUESTION, "who decides", Spread.ONE_VOICE)


def test_a_line_may_be_an_action_idea_of_its_question(take):
    assert take("a bench", EntryDefaults(None, "go-round", 1)) == ActionIdea(
        "a bench", "go-round", language="en", prompt=1
    )


def test_a_blank_line_is_nothing(take, desk):
    undo = desk.can_undo()
    assert take(" \n\t") is None
    assert desk.can_undo() is undo


def test_a_theme_made_on_the_way_goes_with_its_note_in_one_step(take, desk, folders, session_id):
    desk.add(folders.session(session_id).circle_id, Theme("school"))
    note = take("late #Night_bus #SCHOOL")
    folder = folders.session(session_id)
    assert folder.theme_names(note.themes) == ("Night bus", "school")
    desk.undo()
    folder = folders.session(session_id)
    assert (folder.notes, [theme.name for theme in folder.themes.values()]) == ((), ["school"])
    desk.redo()
    folder = folders.session(session_id)
    assert folder.theme_names(folder.notes[0].body.themes) == ("Night bus", "school")


def test_a_theme_of_the_program_is_found(take, desk, folders, session_id):
    theme_id = desk.add(folders.session(session_id).program_id, Theme("Getting around"))
    assert take("late #getting_around").themes == (theme_id,)


def test_a_name_between_the_words_is_a_theme_only_when_it_is_known(take, desk, folders, session_id):
    theme_id = desk.add(folders.session(session_id).circle_id, Theme("911"))
    note = take("They call #911 and #wait there")
    assert (note.text, note.themes) == ("They call #911 and #wait there", (theme_id,))
    assert list(folders.session(session_id).themes) == [theme_id]


def test_an_overruled_part_is_one_fact_on_every_laptop_and_can_be_taken_back(desk, folders, session_id):
    first = override_notes_policy(desk, session_id, "a" * 64, " They asked for it ").ids
    second = override_notes_policy(desk, session_id, "a" * 64, "They asked again").ids
    assert first == second
    assert all(len(record_id) <= 80 for record_id in first)
    assert folders.session(session_id).closing.overruled == {"a" * 64: "They asked again"}
    desk.undo()
    desk.undo()
    assert folders.session(session_id).closing.overruled == {}
    assert desk.can_undo() is Act.BEGIN


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_of_any_line_something_is_kept_and_no_step_is_left_half(desk, shelf, lasting, line):
    folders = Folders(desk, shelf)
    folder = folders.session(lasting)
    record_id = add_entry(desk, folder, line, EntryDefaults())
    assert (record_id is None) is not bool(line.strip())
    if record_id is not None:
        assert desk.get(record_id).body is not None
        desk.undo()
        after = folders.session(lasting)
        assert (after.notes, after.actions, after.themes) == (folder.notes, folder.actions, folder.themes)
