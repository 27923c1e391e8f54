"""A change is written with its history, and then told to every listener."""

import pytest

from dialogue_desk.desk.desk import ChangeWriter
from dialogue_desk.desk.trust.own_name import DeskName
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.changes import Act, Change, Edit, Write
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.desk_file import DeskFile
from tools.manual_clock import ManualClock

NAME, NOTE, SESSION = DeskName(DeviceId("device"), "hand"), RecordId("note"), RecordId("session")


@pytest.fixture
def file(tmp_path):
    file = DeskFile(tmp_path / "desk.db")
    yield file
    file.close()


@pytest.fixture
def writer(file):
    return ChangeWriter(file, ManualClock(1_000_000))


def write(writer, file, text, act=Act.WRITE):
    edit = Edit(act, (Write.of(NOTE, SESSION, Note(NoteKind.CONCERN, text)),))
    return writer.make(act, NAME, lambda stamp: edit.made_to(file.records.known([NOTE]), stamp))


def test_listeners_get_the_outcome_once_the_change_can_be_read(writer, file):
    heard = []
    writer.listeners.append(lambda outcome: heard.append((outcome, file.records.get(NOTE).body.text)))
    outcome = write(writer, file, "one")
    assert heard == [(outcome, "one")] and outcome.kinds == {Kind.NOTE}


def test_a_change_that_changes_nothing_is_no_step_to_undo(writer, file):
    outcome = writer.make(Act.WRITE, NAME, lambda _: Change(Act.WRITE, ()))
    assert outcome.ids == frozenset() and file.history.to_undo() is None


def test_taking_back_leaves_what_was_there_before(writer, file):
    write(writer, file, "one")
    write(writer, file, "two")
    history = file.history
    writer.take_back(history.to_undo(), NAME, lambda by: history.mark_undone(history.to_undo(), by))
    assert file.records.get(NOTE).body.text == "one"
    assert history.to_redo()[0].act is Act.WRITE


def test_a_change_that_fails_halfway_is_not_written_and_not_told(writer, file):
    heard = []
    writer.listeners.append(heard.append)

    def remember(past):
        raise DeskTrouble(Trouble.FULL, file.path)

    edit = Edit(Act.WRITE, (Write.of(NOTE, SESSION, Note(NoteKind.CONCERN, "one")),))
    with pytest.raises(DeskTrouble):
        writer.make(Act.WRITE, NAME, lambda stamp: edit.made_to({}, stamp), remember)
    assert heard == [] and file.records.get(NOTE) is None
