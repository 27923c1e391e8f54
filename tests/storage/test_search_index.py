"""The index of words says what the records say, whatever was done to them; nothing erased stays in it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dialogue_desk.desk.desk import IncomingPackage, forget_records
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Theme
from dialogue_desk.domain.notes.search_terms import parse_query, search_words
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.storage.database import open_database, open_for_reading
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.migrations import SCHEMA
from dialogue_desk.storage.repair import repair
from dialogue_desk.storage.search_index import MOST_COUNTED, RANKED
from tests.desk.partners import import_unjudged
from tests.storage.damage import SESSION, a_desk, note, smash, with_notes
from tests.storage.earlier import of_schema

OTHER = RecordId("another session")
SAID = ("stop and search", "the bus stops", "La preocupación", "学校安全", "fire 🔥", "trust", "")
ASKED = ("stop", "sto", "bus stop", "preocupacion", "安全", "🔥", "trust ", "the", "zebra")


def texts_found(desk, asked, owners=None, most=100):
    count, ids = desk.file.search.find(parse_query(asked), owners, most)
    assert count >= len(ids)
    return [desk.get(one).body.text for one in ids]


def told(path):
    """All bytes of a desk, once it has been closed."""
    return b"".join(file.read_bytes() for file in path.parent.iterdir() if file.is_file())


def test_what_was_written_is_found_at_once(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    desk.add(SESSION, note("Stops near the school feel random"))
    desk.add(SESSION, note("The library is open"))
    assert texts_found(desk, "STOP") == ["Stops near the school feel random"]
    assert texts_found(desk, "open lib") == ["The library is open"]
    assert texts_found(desk, "school library") == []
    desk.file.close()


def test_every_line_of_an_action_idea_is_found(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    idea = ActionIdea(
        "lights", who="council", first_step="letter", why="dark", strengths="volunteers", obstacles="money"
    )
    record_id = desk.add(SESSION, idea)
    for word in ("lights", "council", "letter", "dark", "volunteers", "money"):
        assert desk.file.search.find(parse_query(word), None, 5) == (1, [record_id])
    desk.file.close()


def test_a_search_keeps_to_the_sessions_it_is_asked_of(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    desk.add(SESSION, note("trust here"))
    desk.add(OTHER, note("trust there"))
    assert texts_found(desk, "trust", [SESSION]) == ["trust here"]
    assert set(texts_found(desk, "trust", [SESSION, OTHER])) == {"trust here", "trust there"}
    assert texts_found(desk, "trust", []) == []
    desk.file.close()


def test_few_come_with_the_best_first_and_many_with_the_newest(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    desk.add(SESSION, note("trust trust"))
    desk.add(SESSION, note("trust in a line with many other words in it"))
    assert texts_found(desk, "trust")[0] == "trust trust"
    many = [Write.of(desk.new_id(), SESSION, note(f"trust {number}")) for number in range(RANKED)]
    desk.perform(Edit(Act.WRITE, tuple(many)))
    assert texts_found(desk, "trust", most=2) == [f"trust {RANKED - 1}", f"trust {RANKED - 2}"]
    assert desk.file.search.find(parse_query("trust"), None, 2)[0] == RANKED + 2 < MOST_COUNTED
    desk.file.close()


@pytest.mark.parametrize(("found", "first"), [(RANKED, "trust"), (RANKED + 1, "trust and more words")])
def test_the_best_comes_first_up_to_the_number_that_is_ranked(tmp_path, found, first):
    desk = a_desk(tmp_path / "desk.db")
    desk.add(SESSION, note("trust"))
    later = [Write.of(desk.new_id(), SESSION, note("trust and more words")) for _ in range(found - 1)]
    desk.perform(Edit(Act.WRITE, tuple(later)))
    assert desk.file.search.find(parse_query("trust"), None, 1)[0] == found
    assert texts_found(desk, "trust", most=1) == [first]
    desk.file.close()


def test_what_is_removed_is_found_no_more_and_comes_back_with_undo(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    one = desk.add(SESSION, note("trust"))
    desk.remove(one)
    assert texts_found(desk, "trust") == []
    desk.undo()
    assert texts_found(desk, "trust") == ["trust"]
    desk.file.close()


def test_what_was_rewritten_is_found_by_its_new_words_only(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    one = desk.add(SESSION, note("trust"))
    desk.rewrite(one, note("doubt"))
    assert (texts_found(desk, "trust"), texts_found(desk, "doubt")) == ([], ["doubt"])
    desk.file.close()


def test_erased_words_are_in_no_byte_of_the_index(tmp_path):
    path = tmp_path / "folder" / "desk.db"
    desk = a_desk(path)
    desk.add(SESSION, note("what stays"))
    for number in range(30):
        desk.add(SESSION, note(f"lanternfish {number}"))
    ids = desk.file.search.find(parse_query("lanternfish"), None, 50)[1]
    removed = desk.add(SESSION, note("lanternfish again"))
    desk.remove(removed)
    forget_records(desk, ids[:10])
    desk.erase([*ids[10:], removed])
    desk.file.close()
    for trace in (b"lanternfish", b"anternfish", b"lant", b"4lan"):
        assert trace not in told(path)
    desk = a_desk(path)
    assert texts_found(desk, "stays") == ["what stays"]
    desk.file.close()


@pytest.mark.parametrize("schema", [1, 2])
def test_a_desk_file_of_an_earlier_schema_is_brought_up_to_date_and_can_be_searched(tmp_path, schema):
    path = of_schema(tmp_path / "desk.db", schema)
    desk = a_desk(path)
    assert texts_found(desk, "note 1 ") == ["note 1 for trust"]
    assert len(texts_found(desk, "trust")) == 12
    desk.add(SESSION, note("and on we go"))
    assert desk.file.exports.of(SESSION) == () and _user_version(path) == SCHEMA
    assert texts_found(desk, "on we") == ["and on we go"]
    desk.file.close()
    assert (tmp_path / "backups" / f"desk-before-schema-{SCHEMA}.db").exists()


def _user_version(path):
    connection = open_for_reading(path)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return found


def test_a_repaired_desk_can_be_searched(tmp_path):
    path = with_notes(tmp_path / "desk.db", 60)
    smash(path, [2])
    repair(path)
    desk = a_desk(path)
    assert len(texts_found(desk, "note")) == 60
    desk.file.close()


class Searched(RuleBasedStateMachine):
    """Two laptops that write, remove, undo, hand on, forget and erase."""

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.desks = [a_desk(self.folder / f"{number}.db", seed=number) for number in range(2)]

    def teardown(self):
        if hasattr(self, "desks"):
            for desk in self.desks:
                desk.file.close()
            shutil.rmtree(self.folder)

    def a_note(self, desk, which):
        known = [one for one in desk.file.records.everything() if not one.erased]
        return known[which % len(known)] if known else None

    @rule(laptop=st.integers(0, 1), said=st.sampled_from(SAID), place=st.sampled_from([SESSION, OTHER]))
    def write(self, laptop, said, place):
        self.desks[laptop].add(place, note(said))

    @rule(laptop=st.integers(0, 1), said=st.sampled_from(SAID))
    def write_what_cannot_be_found(self, laptop, said):
        self.desks[laptop].add(SESSION, Theme(said))

    @rule(laptop=st.integers(0, 1), said=st.sampled_from(SAID), which=st.integers(0, 9))
    def rewrite(self, laptop, said, which):
        desk = self.desks[laptop]
        record = self.a_note(desk, which)
        if record is not None and record.kind is Kind.NOTE:
            desk.rewrite(record.id, note(said))

    @rule(
        laptop=st.integers(0, 1), which=st.integers(0, 9), deed=st.sampled_from(["remove", "erase", "forget"])
    )
    def take_out(self, laptop, which, deed):
        desk = self.desks[laptop]
        record = self.a_note(desk, which)
        if record is None:
            return
        if deed == "remove":
            desk.remove(record.id)
        elif deed == "erase":
            desk.erase([record.id])
        else:
            forget_records(desk, [record.id])

    @rule(laptop=st.integers(0, 1), back=st.booleans())
    def undo_or_redo(self, laptop, back):
        desk = self.desks[laptop]
        desk.undo() if back else desk.redo()

    @rule(giver=st.integers(0, 1))
    def hand_on(self, giver):
        records = {one.id: one for one in self.desks[giver].file.records.everything()}
        import_unjudged(self.desks[1 - giver], [IncomingPackage(f"from {giver}", "package", records)])

    @invariant()
    def what_is_found_is_what_a_look_at_every_record_finds(self):
        for desk in getattr(self, "desks", ()):
            kept = [one for one in desk.file.records.everything() if one.kind is Kind.NOTE and one.body]
            for asked in ASKED:
                wanted = parse_query(asked)
                for owners in (None, [OTHER]):
                    there = {
                        one.id
                        for one in kept
                        if (owners is None or one.owner in owners)
                        and wanted.found_in(search_words(one.body.text))
                    }
                    count, ids = desk.file.search.find(wanted, owners, 1_000)
                    assert (count, set(ids)) == (len(there), there)


TestSearched = Searched.TestCase
TestSearched.settings = settings(max_examples=15, stateful_step_count=15)


def test_the_index_is_whole_in_the_eyes_of_sqlite(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    for said in SAID:
        desk.add(SESSION, note(said))
    desk.undo()
    desk.file.close()
    connection = open_database(tmp_path / "desk.db")
    connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    connection.close()


def test_a_desk_that_is_only_looked_at_is_searched_too(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    desk.add(SESSION, note("trust"))
    looked_at = DeskFile.opened_read_only(tmp_path / "desk.db")
    assert looked_at.search.find(parse_query("trust"), None, 5)[0] == 1
    looked_at.close()
    desk.file.close()
