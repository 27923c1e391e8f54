"""Three laptops that edit, undo, erase, hand on and take in, in any order.

All know the same in the end, no written word is lost that was not erased, and what was erased is in no
byte of any laptop that heard of it.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.packages import session_records
from dialogue_desk.desk.program.imports import ImportPlan, ReadPackage, import_packages
from dialogue_desk.desk.session.closing_edits import set_dot_vote, set_read_back
from dialogue_desk.desk.session.note_entry import EntryDefaults, add_entry
from dialogue_desk.desk.session.open_conflicts import choose_all
from dialogue_desk.desk.trust.known_laptops import accept
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.closing import DotVote
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind
from dialogue_desk.domain.notes.note_edits import joined, split, turned_into_ideas, turned_into_notes
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.domain.records.conflicts import can_keep_all
from dialogue_desk.exchange.container import unpack
from dialogue_desk.exchange.package import About, PackageReader, contents_of
from dialogue_desk.exchange.sealing import Keyring, Seal, new_key
from dialogue_desk.exchange.signing import PackageOrigin, signing
from dialogue_desk.words import Words
from dialogue_desk.words.idea_labels import labels_in
from tests.desk.evening import a_desk, a_shelf, begun, note
from tests.memory import quick_place

WORDS = Words()
LAPTOPS = st.integers(0, 2)
WHICH = st.integers(0, 7)
SAID = (Kind.NOTE, Kind.ACTION)
WORD = re.compile(r"words\d{4}")
LABELS = labels_in(WORDS)
KEY = new_key()
PRIVATE_OR_NOT = st.builds(
    Note,
    st.sampled_from(NoteKind),
    st.just(""),
    consent=st.sampled_from(Consent),
    sensitive=st.booleans(),
)


class Laptops(RuleBasedStateMachine):
    """Notes and action ideas of one session on three laptops, and what is said at its close."""

    @initialize()
    def meet(self):
        self.folder = Path(tempfile.mkdtemp(dir=quick_place()))
        self.reader = PackageReader(WORDS, Keyring((KEY.secret,)))
        self.desks = [a_desk(self.folder / f"{number}.db", seed=number) for number in range(3)]
        self.session_id = begun(self.desks[0])
        self.written: list[set[str]] = [set(), set(), set()]
        self.texts: dict[str, set[str]] = {}
        self.erased: set[str] = set()
        self.count = 0
        for desk in self.desks:
            for other in self.desks:
                accept(desk, other.device)
        self.hand_on(0, 1)
        self.hand_on(0, 2)

    def teardown(self):
        if hasattr(self, "desks"):
            try:
                self.all_know_the_same_in_the_end()
                self.nothing_private_leaves_the_facilitators()
            finally:
                for desk in self.desks:
                    desk.file.close()
                shutil.rmtree(self.folder)

    def words(self, laptop):
        self.count += 1
        text = f"words{self.count:04}"
        self.written[laptop].add(text)
        return text

    def some_said(self, laptop, which, *kinds):
        said = list(self.desks[laptop].file.records.under(self.session_id, *(kinds or SAID)))
        return said[which % len(said)] if said else None

    def shown(self, laptop, *which):
        """Some of what is shown there, as the list of notes has it."""
        records = list(self.desks[laptop].file.records.under(self.session_id, *SAID))
        said = [*stored(records, Note), *stored(records, ActionIdea)]
        return list(dict.fromkeys(said[one % len(said)] for one in which)) if said else []

    @rule(laptop=LAPTOPS, said=PRIVATE_OR_NOT)
    def write(self, laptop, said):
        self.desks[laptop].add(self.session_id, replace(said, text=self.words(laptop)))

    @rule(laptop=LAPTOPS, which=WHICH)
    def catch_with_a_theme(self, laptop, which):
        folder = Folders(self.desks[laptop], a_shelf(self.folder)).session(self.session_id)
        if folder is not None:
            add_entry(
                self.desks[laptop], folder, f"{self.words(laptop)} #theme_{'xyz'[which % 3]}", EntryDefaults()
            )

    @rule(laptop=LAPTOPS, which=WHICH)
    def write_over(self, laptop, which):
        if (record := self.some_said(laptop, which, Kind.NOTE)) and not record.erased:
            said = record.body or next((one.body for one in record.editions if one.body), note(""))
            self.desks[laptop].rewrite(record.id, replace(said, text=self.words(laptop)))

    @rule(laptop=LAPTOPS, which=WHICH, said=PRIVATE_OR_NOT)
    def say_what_it_is(self, laptop, which, said):
        """Another kind or consent: what could leave may not any more, or the other way."""
        record = self.some_said(laptop, which, Kind.NOTE)
        if record is not None and record.body is not None:
            self.desks[laptop].rewrite(record.id, replace(said, text=record.body.text))

    @rule(laptop=LAPTOPS, which=WHICH)
    def remove(self, laptop, which):
        if record := self.some_said(laptop, which):
            self.desks[laptop].remove(record.id)

    @rule(laptop=LAPTOPS, which=WHICH)
    def split(self, laptop, which):
        for said in self.shown(laptop, which):
            words = WORD.findall(said.body.text if isinstance(said.body, Note) else said.body.what)
            first, second = " ".join(words[:1]), " ".join([*words[1:], self.words(laptop)])
            self.desks[laptop].perform(split(said, first, second, self.desks[laptop].new_id))

    @rule(laptop=LAPTOPS, one=WHICH, other=WHICH)
    def join(self, laptop, one, other):
        if len(saids := self.shown(laptop, one, other)) == 2:
            self.desks[laptop].perform(joined(saids, LABELS))

    @rule(laptop=LAPTOPS, one=WHICH, other=WHICH, kind=st.sampled_from(NoteKind))
    def turn(self, laptop, one, other, kind):
        desk = self.desks[laptop]
        saids = self.shown(laptop, one, other)
        if kind is NoteKind.HOPE:
            desk.perform(turned_into_notes(saids, kind, LABELS, desk.new_id))
        else:
            desk.perform(turned_into_ideas(saids, LABELS, desk.new_id))

    @rule(laptop=LAPTOPS, which=WHICH, read=st.booleans(), dots=st.integers(0, 3))
    def close(self, laptop, which, read, dots):
        desk = self.desks[laptop]
        if desk.get(self.session_id) is None:
            return
        if record := self.some_said(laptop, which):
            set_read_back(desk, self.session_id, record.id, read=read)
        set_dot_vote(desk, self.session_id, DotVote(dots, 9))

    @rule(laptop=LAPTOPS, which=WHICH, everything=st.booleans())
    def choose(self, laptop, which, everything):
        desk = self.desks[laptop]
        clashing = [one for one in desk.file.records.under(self.session_id) if one.in_conflict]
        if clashing:
            record = clashing[which % len(clashing)]
            if everything and can_keep_all(record):
                choose_all(desk, record.id)
            else:
                desk.choose(record.id, record.editions[-1].body)

    @rule(laptop=LAPTOPS, which=WHICH)
    def erase(self, laptop, which):
        if record := self.some_said(laptop, which):
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

    @rule(giver=LAPTOPS, taker=LAPTOPS, profile=st.sampled_from(Profile), sealed=st.booleans())
    def hand_on(self, giver, taker, profile=Profile.OTHER_LAPTOP, sealed=False):
        package = self.package_of(self.desks[giver], profile, sealed=sealed)
        if package is not None:
            import_packages(self.desks[taker], ImportPlan((package,)), WORDS)

    def package_of(self, desk, profile=Profile.OTHER_LAPTOP, *, sealed=False):
        """The package of the session, as it would lie on a stick."""
        folder = Folders(desk, a_shelf(self.folder)).session(self.session_id)
        if folder is None:
            return None
        about = About("session", circle=folder.circle.code, profile=profile.value)
        sign = signing(desk.file.keys.signing(desk.device), PackageOrigin(desk.device))
        data, identity = contents_of(session_records(desk, folder, profile), about).packed(sign)
        path = self.folder / f"{identity}.dialogue{'.age' if sealed else ''}"
        path.write_bytes(Seal(to=(KEY.public,)).put_on(data) if sealed else data)
        package = self.reader.read(path)
        assert package.identity == unpack(data).identity == identity
        incoming = IncomingPackage(identity, path.name, package.records)
        return ReadPackage(path, package.about, incoming, package.origin)

    @invariant()
    def what_each_record_ever_said_is_remembered(self):
        for desk in getattr(self, "desks", ()):
            for record in desk.file.records.under(self.session_id, *SAID):
                self.texts.setdefault(record.id, set()).update(words_in(record))

    @invariant()
    def no_wording_is_out_of_reach_where_it_was_written(self):
        if not hasattr(self, "desks"):
            return
        for desk, written in zip(self.desks, self.written, strict=True):
            reached: set[str] = set()
            for record in desk.file.records.under(self.session_id, *SAID):
                for known in (record, *desk.file.history.earlier_records(record.id)):
                    reached |= words_in(known)
            assert written <= reached | self.forgotten(desk) | self.erased_words()

    @invariant()
    def what_a_laptop_heard_was_erased_is_in_no_byte_of_it(self):
        if not hasattr(self, "desks"):
            return
        for desk in self.desks:
            gone = [one for one in self.erased if (record := desk.get(one)) is not None and record.erased]
            # Half of what was split lives on by itself, and so does what was joined from it elsewhere.
            words = {text for one in gone for text in self.texts.get(one, ())} - self.told_by_others(desk)
            if words:
                beside = self.folder.glob(f"{desk.file.path.name}*")
                held = b"".join(file.read_bytes() for file in beside if file.is_file())
                assert not {word for word in words if word.encode() in held}

    def told_by_others(self, desk):
        """The words that are in anything that was not erased, now or before."""
        living = [one for one in desk.file.records.under(self.session_id, *SAID) if not one.erased]
        before = [known for one in living for known in desk.file.history.earlier_records(one.id)]
        told = set().union(*(words_in(one) for one in (*living, *before)))
        return told | self.forgotten(desk)

    def erased_words(self):
        """The words of what a person erased, and of what was removed and said the same."""
        meant = set().union(*(self.texts.get(one, set()) for one in self.erased))
        gone = {
            one.id
            for desk in self.desks
            for one in desk.file.records.under(self.session_id, *SAID)
            if one.erased
        }
        doubles = [self.texts.get(one, set()) for one in gone]
        assert all(not words or words & meant for words in doubles)
        return meant.union(*doubles)

    def forgotten(self, desk):
        """What is under records that went with an import that was undone: Redo brings it back."""
        found = desk.file._connection.execute("SELECT editions FROM before WHERE editions IS NOT NULL")
        return {word for (text,) in found for word in WORD.findall(text)}

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
        assert len({package.incoming.identity for package in packages}) == 1
        circle = self.desks[0].get(self.session_id).owner
        for owner in (self.session_id, circle):
            known = [list(desk.file.records.under(owner)) for desk in self.desks]
            assert known[0] == known[1] == known[2]
        for profile in Profile:
            assert len({self.package_of(desk, profile).incoming.identity for desk in self.desks}) == 1

    def nothing_private_leaves_the_facilitators(self):
        desk = self.desks[0]
        if self.package_of(desk) is None:
            return
        said = list(desk.file.records.under(self.session_id, *SAID))
        for profile in (Profile.ORGANIZER, Profile.EVERYONE):
            carried = self.package_of(desk, profile).incoming.records
            told = {one.id: words_in(one) for one in carried.values()}
            assert {one.id for one in said if is_private(one, profile)}.isdisjoint(told)
            assert set().union(*told.values()) <= set().union(
                *(words_in(one) for one in said if not is_private(one, profile))
            )


def words_in(record):
    """The words of every edition of a record, wherever in it they stand."""
    return {word for one in record.editions for word in WORD.findall(repr(one.body))}


def is_private(record, profile):
    """Whether any version of it may not be read by those a package is for, as the field's rules say it."""
    for body in (one.body for one in record.editions):
        if isinstance(body, Note):
            if body.kind is NoteKind.DEBRIEF or (profile is Profile.EVERYONE and body.sensitive):
                return True
            if body.kind is NoteKind.QUOTE and body.consent is not Consent.YES:
                return True
    return False


Laptops.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestLaptops = Laptops.TestCase
