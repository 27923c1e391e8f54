"""Three laptops that edit, undo, erase, hand on and take in, in any order.

All know the same in the end, no written word is lost that was not erased, and what was erased is in no
byte of any laptop that heard of it.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dialogue_desk.desk.desk import Arrival
from dialogue_desk.desk.exports import session_records
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.imports import Looked, Plan, take_in
from dialogue_desk.domain.bodies import Kind
from dialogue_desk.exchange.container import unpacked
from dialogue_desk.exchange.package import About, PackageReader, contents_of
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf, begun, note

WORDS = Words()
LAPTOPS = st.integers(0, 2)
WHICH = st.integers(0, 7)


class Laptops(RuleBasedStateMachine):
    """Notes of one session on three laptops."""

    @initialize()
    def meet(self):
        self.folder = Path(tempfile.mkdtemp())
        self.reader = PackageReader(WORDS)
        self.desks = [a_desk(self.folder / f"{number}.db", seed=number) for number in range(3)]
        self.session_id = begun(self.desks[0])
        self.written: list[set[str]] = [set(), set(), set()]
        self.texts: dict[str, set[str]] = {}
        self.erased: set[str] = set()
        self.count = 0
        self.hand_on(0, 1)
        self.hand_on(0, 2)

    def teardown(self):
        if hasattr(self, "desks"):
            self.all_know_the_same_in_the_end()
            for desk in self.desks:
                desk.file.close()
            shutil.rmtree(self.folder)

    def words(self, laptop, record_id):
        self.count += 1
        text = f"words{self.count:04}"
        self.written[laptop].add(text)
        self.texts.setdefault(record_id, set()).add(text)
        return note(text)

    def some_note(self, laptop, which):
        notes = list(self.desks[laptop].file.records.under(self.session_id, Kind.NOTE))
        return notes[which % len(notes)] if notes else None

    @rule(laptop=LAPTOPS)
    def write(self, laptop):
        desk = self.desks[laptop]
        record_id = desk.new_id()
        desk.put(record_id, self.session_id, self.words(laptop, record_id))

    @rule(laptop=LAPTOPS, which=WHICH)
    def write_over(self, laptop, which):
        if record := self.some_note(laptop, which):
            self.desks[laptop].rewrite(record.id, self.words(laptop, record.id))

    @rule(laptop=LAPTOPS, which=WHICH)
    def remove(self, laptop, which):
        if record := self.some_note(laptop, which):
            self.desks[laptop].remove(record.id)

    @rule(laptop=LAPTOPS, which=WHICH)
    def choose(self, laptop, which):
        record = self.some_note(laptop, which)
        if record and record.clash:
            self.desks[laptop].choose(record.id, record.editions[-1].body)

    @rule(laptop=LAPTOPS, which=WHICH)
    def erase(self, laptop, which):
        if record := self.some_note(laptop, which):
            self.desks[laptop].erase((record.id,))
            self.erased.add(record.id)

    @rule(laptop=LAPTOPS)
    def undo(self, laptop):
        self.desks[laptop].undo()

    @rule(laptop=LAPTOPS)
    def redo(self, laptop):
        self.desks[laptop].redo()

    @rule(laptop=LAPTOPS, by=st.integers(-5_000, 5_000))
    def time_passes_or_the_clock_is_set(self, laptop, by):
        self.desks[laptop].clock.set(by)

    @rule(laptop=LAPTOPS)
    def open_the_app_again(self, laptop):
        desk = self.desks[laptop]
        desk.file.close()
        self.desks[laptop] = a_desk(desk.file.path, seed=100 + self.count, at=desk.clock.now())
        self.count += 1

    @rule(giver=LAPTOPS, taker=LAPTOPS)
    def hand_on(self, giver, taker):
        package = self.package_of(self.desks[giver])
        if package is not None:
            take_in(self.desks[taker], Plan((package,)), WORDS)

    def package_of(self, desk):
        """The package of the session, as it would lie on a stick."""
        folder = Folders(desk, a_shelf(self.folder)).session(self.session_id)
        if folder is None:
            return None
        about = About("session", circle=folder.circle.code)
        data, identity = contents_of(session_records(desk, folder), about).packed()
        path = self.folder / f"{identity}.dialogue"
        path.write_bytes(data)
        package = self.reader.read(path)
        assert package.identity == unpacked(data).identity == identity
        return Looked(path, package.about, Arrival(identity, path.name, package.records))

    @invariant()
    def no_wording_is_out_of_reach_where_it_was_written(self):
        if not hasattr(self, "desks"):
            return
        for desk, written in zip(self.desks, self.written, strict=True):
            reached: set[str] = set()
            for record in desk.file.records.under(self.session_id, Kind.NOTE):
                for known in (record, *desk.file.history.wordings(record.id)):
                    reached |= {edition.body.text for edition in known.editions if edition.body}
            assert written <= reached | self.forgotten(desk) | self.erased_words()

    @invariant()
    def what_a_laptop_heard_was_erased_is_in_no_byte_of_it(self):
        if not hasattr(self, "desks"):
            return
        for desk in self.desks:
            gone = [one for one in self.erased if (record := desk.get(one)) is not None and record.erased]
            words = {text.encode() for one in gone for text in self.texts[one]}
            if words:
                beside = self.folder.glob(f"{desk.file.path.name}*")
                held = b"".join(file.read_bytes() for file in beside if file.is_file())
                assert not {word for word in words if word in held}

    def erased_words(self):
        return {text for one in self.erased for text in self.texts[one]}

    def forgotten(self, desk):
        """What lies under records that went with an import that was taken back: Redo brings it back."""
        found = desk.file._connection.execute("SELECT editions FROM before WHERE editions IS NOT NULL")
        return {word for (text,) in found for word in text.split('"') if word.startswith("words")}

    def all_know_the_same_in_the_end(self):
        # Two rounds: what the second laptop learns from the third has to reach the first.
        for _ in range(2):
            for giver in range(3):
                for taker in range(3):
                    if giver != taker:
                        self.hand_on(giver, taker)
        packages = [self.package_of(desk) for desk in self.desks]
        if None in packages:
            return
        assert len({package.arrival.identity for package in packages}) == 1
        notes = [list(desk.file.records.under(self.session_id)) for desk in self.desks]
        assert notes[0] == notes[1] == notes[2]


Laptops.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestLaptops = Laptops.TestCase
