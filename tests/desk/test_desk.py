"""The one door: everything goes to disk through it, and everything can be taken back."""

import pytest

from dialogue_desk.desk.desk import Desk, IncomingPackage
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.session.open_conflicts import choose_all
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.desk_file import DeskFile
from tests.desk.partners import import_unjudged
from tools.manual_clock import ManualClock

SESSION = RecordId("session")


def a_desk(path, seed=1):
    return Desk(DeskFile(path), ManualClock(1_000_000), RandomIds(seed))


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    yield desk
    desk.file.close()


@pytest.fixture
def other(tmp_path):
    desk = a_desk(tmp_path / "other.db", seed=2)
    yield desk
    desk.file.close()


def note(text):
    return Note(NoteKind.CONCERN, text)


def words(desk):
    return [record.body.text for record in desk.file.records.under(SESSION, Kind.NOTE) if record.body]


def package(desk, identity="1"):
    return IncomingPackage(
        identity, "x.dialogue", {record.id: record for record in desk.file.records.everything()}
    )


def test_what_was_written_is_there_after_the_desk_is_opened_again(desk, tmp_path):
    record_id = desk.add(SESSION, note("Stops feel random."))
    written, device = desk.get(record_id), desk.device
    desk.file.close()
    again = a_desk(tmp_path / "desk.db")
    assert again.get(record_id) == written and again.device == device
    again.file.close()


def test_every_edit_can_be_undone_and_made_again(desk):
    record_id = desk.add(SESSION, note("one"))
    desk.rewrite(record_id, note("two"))
    desk.remove(record_id)
    seen = []
    for step in (desk.undo, desk.undo, desk.undo, desk.redo, desk.redo, desk.redo, desk.undo):
        step()
        seen.append(words(desk))
    assert seen == [["two"], ["one"], [], ["one"], ["two"], [], ["two"]]


def test_undo_works_after_a_restart(desk, tmp_path):
    desk.add(SESSION, note("one"))
    desk.file.close()
    again = a_desk(tmp_path / "desk.db")
    assert again.can_undo() is Act.WRITE
    again.undo()
    assert words(again) == [] and again.can_undo() is None and again.can_redo() is Act.WRITE
    again.file.close()


def test_a_new_edit_puts_an_end_to_what_could_be_made_again(desk):
    desk.add(SESSION, note("one"))
    desk.undo()
    desk.add(SESSION, note("two"))
    assert desk.can_redo() is None and desk.redo() is None


def test_an_edit_that_alters_nothing_leaves_no_step_to_undo(desk):
    record_id = desk.add(SESSION, note("one"))
    desk.undo()
    desk.redo()
    assert desk.rewrite(record_id, note("one")).ids == frozenset()
    desk.undo()
    assert words(desk) == []


def test_a_move_of_the_clock_is_no_step_to_undo(desk):
    desk.add(SESSION, note("one"))
    desk.add(SESSION, Move(MoveKind.START, 5), Act.MOVE)
    desk.undo()
    assert words(desk) == []
    assert len(list(desk.file.records.under(SESSION, Kind.MOVE))) == 1


def test_a_whole_import_is_one_step_that_can_be_undone_and_made_again(desk, other):
    desk.add(SESSION, note("ours"))
    other.add(SESSION, note("theirs"))
    other.add(SESSION, note("theirs too"))
    import_unjudged(desk, [package(other)])
    assert words(desk) == ["ours", "theirs", "theirs too"] and desk.file.imports.has("1")
    desk.undo()
    assert words(desk) == ["ours"] and not desk.file.imports.has("1")
    assert len(desk.file.imports.taken_back_last()) == 1
    desk.redo()
    assert words(desk) == ["ours", "theirs", "theirs too"] and desk.file.imports.has("1")
    assert desk.file.imports.taken_back_last() == frozenset()
    desk.undo()
    assert words(desk) == ["ours"]


def test_a_package_that_was_taken_back_may_come_again_after_other_edits(desk, other):
    other.add(SESSION, note("theirs"))
    import_unjudged(desk, [package(other)])
    desk.undo()
    desk.add(SESSION, note("ours"))
    assert not desk.file.imports.has("1")
    import_unjudged(desk, [package(other)])
    assert sorted(words(desk)) == ["ours", "theirs"] and desk.file.imports.has("1")


def test_an_import_is_no_longer_undone_once_the_clock_has_moved(desk, other):
    other.add(SESSION, note("theirs"))
    import_unjudged(desk, [package(other)])
    desk.add(SESSION, Move(MoveKind.START, 5), Act.MOVE)
    assert desk.can_undo() is None


def test_the_same_package_twice_changes_nothing(desk, other):
    other.add(SESSION, note("theirs"))
    import_unjudged(desk, [package(other)])
    assert import_unjudged(desk, [package(other, "2")]).ids == frozenset()


def test_what_both_laptops_changed_is_kept_until_a_person_chooses(desk, other):
    record_id = desk.add(SESSION, note("first"))
    import_unjudged(other, [package(desk)])
    desk.rewrite(record_id, note("ours"))
    other.rewrite(record_id, note("theirs"))
    import_unjudged(desk, [package(other, "2")])
    assert desk.get(record_id).in_conflict
    desk.choose(record_id, note("theirs"))
    import_unjudged(other, [package(desk, "3")])
    assert other.get(record_id) == desk.get(record_id) and words(other) == ["theirs"]


def test_choosing_can_be_undone_and_both_versions_are_back(desk, other):
    record_id = desk.add(SESSION, note("first"))
    import_unjudged(other, [package(desk)])
    desk.rewrite(record_id, note("ours"))
    other.rewrite(record_id, note("theirs"))
    import_unjudged(desk, [package(other, "2")])
    desk.choose(record_id, note("ours"))
    desk.undo()
    assert {edition.body.text for edition in desk.get(record_id).editions} == {"ours", "theirs"}


def test_all_three_versions_of_a_note_can_be_kept_and_that_is_one_step_to_undo(desk, other, tmp_path):
    third = a_desk(tmp_path / "third.db", seed=3)
    record_id = desk.add(SESSION, note("first"))
    for laptop, text in ((other, "theirs"), (third, "a third")):
        import_unjudged(laptop, [package(desk)])
        laptop.rewrite(record_id, note(text))
    desk.rewrite(record_id, note("ours"))
    import_unjudged(desk, [package(other, "2"), package(third, "3")])
    choose_all(desk, record_id)
    assert sorted(words(desk)) == ["a third", "ours", "theirs"]
    assert not any(record.in_conflict for record in desk.file.records.under(SESSION, Kind.NOTE))
    desk.undo()
    assert len(desk.get(record_id).editions) == 3 and len(words(desk)) == 1
    third.file.close()


def test_erased_words_are_in_no_byte_of_the_desk_file(desk, tmp_path):
    record_id = desk.add(SESSION, note("a secret that must go"))
    desk.rewrite(record_id, note("a secret that must really go"))
    desk.erase([record_id])
    assert desk.get(record_id).erased and desk.file.history.earlier_records(record_id) == []
    desk.undo()
    assert desk.get(record_id).erased
    desk.file.close()
    files = [path.read_bytes() for path in tmp_path.glob("desk.db*")]
    assert files and not any(b"secret" in content for content in files)


def test_what_cannot_be_written_alters_nothing_and_can_be_done_later(desk, other):
    kept, gone = desk.add(SESSION, note("kept")), desk.add(SESSION, note("undone"))
    theirs = other.add(SESSION, note("theirs"))
    desk.undo()
    heard = []
    desk.subscribe(heard.append)
    deeds = (
        lambda: desk.add(SESSION, note("two")),
        lambda: desk.rewrite(kept, note("again")),
        lambda: desk.choose(kept, note("chosen")),
        lambda: import_unjudged(desk, [package(other)]),
        desk.undo,
        desk.redo,
        lambda: desk.remove(kept),
        lambda: desk.erase([kept]),
    )

    def known():
        return list(desk.file.records.everything()), desk.can_undo(), desk.can_redo()

    before = known()
    desk.file._connection.execute("PRAGMA query_only = ON")
    for deed in deeds:
        with pytest.raises(DeskTrouble):
            deed()
        assert known() == before and heard == []
    desk.file._connection.execute("PRAGMA query_only = OFF")
    for deed in deeds:
        deed()
    assert desk.get(kept).erased and desk.get(gone).body is None and desk.get(theirs).body is not None


def test_listeners_hear_what_was_touched(desk):
    heard = []
    desk.subscribe(heard.append)
    record_id = desk.add(SESSION, note("one"))
    assert heard[0].touches(Kind.NOTE, under=SESSION) and heard[0].touches(under=record_id)
    assert not heard[0].touches(Kind.THEME) and not heard[0].touches(under=RecordId("elsewhere"))


def test_earlier_versions_stay_reachable(desk):
    record_id = desk.add(SESSION, note("one"))
    desk.rewrite(record_id, note("two"))
    desk.rewrite(record_id, note("three"))
    assert [record.body.text for record in desk.file.history.earlier_records(record_id)] == ["one", "two"]


@pytest.mark.parametrize(
    "text", ["", "ñandú 歩く שלום 👩‍🌾", "x" * 20_000, "=1+1\n\t'quoted' \"twice\" \x00"]
)
def test_text_of_any_kind_is_kept_exactly(desk, text):
    assert desk.get(desk.add(SESSION, note(text))).body.text == text
