"""Histories of several laptops: what people do with them, what goes wrong, and what a stranger forges.

A history is a list of moves, each a few numbers.  The laptops are real desks in memory, their files are
signed and vouched for; only the wrapping of a package is left out, because it takes most of the time.
"""

from __future__ import annotations

import hashlib
import random
import re
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeAlias

from dialogue_desk.desk.desk import Desk, IncomingPackage
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.program.imports import ImportPlan, ReadPackage, import_packages
from dialogue_desk.desk.session.open_conflicts import choose_all
from dialogue_desk.desk.trust.known_laptops import accept, join, vouches_to_tell
from dialogue_desk.desk.trust.waiting_changes import keep_both, leave_out, settle, take
from dialogue_desk.desk.trust.way_back import bring_back, erased_lately
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Theme
from dialogue_desk.domain.model.organizing import (
    Card,
    Coding,
    ReportSentence,
    SentenceRole,
    Star,
    program_fact_id,
)
from dialogue_desk.domain.notes.note_edits import joined, split
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.domain.records.conflicts import can_keep_all
from dialogue_desk.domain.records.merging import merge
from dialogue_desk.domain.records.records import NO_OWNER, Edition, Record, Version
from dialogue_desk.domain.records.shape import check_shape
from dialogue_desk.domain.records.trust import Claim
from dialogue_desk.exchange.package import About
from dialogue_desk.exchange.signing import PackageOrigin, fingerprint, public_key
from dialogue_desk.storage.database import IN_MEMORY, retire_device
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from dialogue_desk.words.idea_labels import labels_in
from tests.desk.evening import SEVEN_PM
from tools.manual_clock import ManualClock

WORDS = Words()
LABELS = labels_in(WORDS)
WORD = re.compile(r"[ws]\d{3}")
STRANGER_SECRET = b"\x55" * 32
STRANGER = fingerprint(public_key(STRANGER_SECRET))
PROGRAM = RecordId("019cd9d1-52a0-7007-9f39-0000000000a1")
CIRCLE = RecordId("019cd9d1-52a0-7007-9f39-0000000000c1")
SESSION = RecordId("019cd9d1-52a0-7007-9f39-0000000000e1")
YEAR = 365 * 24 * 3_600_000
MOST_DESKS = 5

Move: TypeAlias = tuple[str, int, int, int]

MOVES = (
    *("write", "edit", "edit", "edit", "edit", "edit", "edit"),
    *("organize", "organize", "organize"),
    *("hand on", "hand on", "hand on", "hand on", "hand on", "hand on"),
    *("undo", "undo", "redo", "erase", "remove", "choose", "keep all", "split", "join"),
    *(
        "clone",
        "clone",
        "put back",
        "put back",
        "put back",
        "restore",
        "restore",
        "reopen",
        "rename",
        "clock",
    ),
    *("forge", "forge", "forge", "forge", "partners", "answer", "bring back", "old file"),
)


class LawBroken(AssertionError):
    """A law does not hold in a history."""


@cache
def _key_of(secret: bytes) -> str:
    return public_key(secret)


def desk_over(connection: sqlite3.Connection, seed: int, at: int) -> Desk:
    """Return a desk over a connection to a database in memory."""
    file = DeskFile(IN_MEMORY, connection)
    file.read_only = False
    return Desk(file, ManualClock(at, 0), RandomIds(seed))


def copied(connection: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    connection.backup(copy)
    copy.execute("PRAGMA foreign_keys = ON")
    copy.execute("PRAGMA synchronous = OFF")
    return copy


@cache
def _empty() -> sqlite3.Connection:
    with closing(DeskFile(IN_MEMORY)) as file:
        return copied(file._connection)


def words_in(record: Record | None) -> set[str]:
    editions = () if record is None else record.editions
    return {word for one in editions if one.body is not None for word in WORD.findall(repr(one.body))}


@dataclass
class Laptop:
    desk: Desk
    before: dict[RecordId, Record] = field(default_factory=dict)
    unproven: set[RecordId] = field(default_factory=set)

    def records(self) -> dict[RecordId, Record]:
        return {one.id: one for one in self.desk.file.records.everything()}


class History:
    """Some laptops, a stranger, and what a person who watches all of them knows."""

    def __init__(self, laptops: int, answers: int):
        self.laptops: list[Laptop] = []
        self.copies: list[sqlite3.Connection] = []
        self.answers = answers
        self.count = 0
        self.honest: set[DeviceId] = set()
        self.replaced: set[str] = set()
        self.written: dict[str, RecordId] = {}
        self.ever: dict[RecordId, set[str]] = {}
        self.erased: set[RecordId] = set()
        self.gone_with_a_desk: set[str] = set()
        # A stranger brought these first somewhere: they are his to change there, or he said that he had seen
        # the words of others where nobody knew better; a laptop that is trusted hands it on.
        self.fooled: set[RecordId] = set()
        # Who heard of the erasing stays without these.
        self.brought_back: set[RecordId] = set()
        self.versions: dict[tuple[RecordId, Version], str] = {}
        self.things: dict[RecordId, tuple[Kind, RecordId]] = {}
        self.files: list[ReadPackage] = []
        self.log: list[str] = []
        for number in range(laptops):
            desk = desk_over(copied(_empty()), self.seed(), SEVEN_PM + number)
            self.laptops.append(Laptop(desk))
        first = self.laptops[0].desk
        first.put(PROGRAM, NO_OWNER, Program("Oak Street"))
        first.put(CIRCLE, NO_OWNER, Circle("C07", program=PROGRAM))
        first.put(SESSION, CIRCLE, Session(1, "s1", (), SEVEN_PM, SEVEN_PM + 3_600_000, 9))
        self.settled(self.laptops[0])
        for _ in range(2):
            self.write(self.laptops[0], 0, 0)
        for other in self.laptops[1:]:
            self.give(self.laptops[0], other)

    def seed(self) -> int:
        self.count += 1
        return self.count

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.desk.file.close()
        for copy in self.copies:
            copy.close()

    # What is watched.

    def settled(self, laptop: Laptop, *, by_a_person: bool = False, exact: bool = False) -> None:
        """Hold the laws after something happened on a laptop."""
        self.honest.add(laptop.desk.device)
        before, now = laptop.before, laptop.records()
        laptop.before = now
        unproven = set(laptop.desk.file.holders.unproven(now))
        for key, record in now.items():
            self.ever.setdefault(key, set()).update(words_in(record))
            if record.erased:
                self.erased.add(key)
            was = before.get(key)
            judged = was is not None and was != record and not exact and not record.erased
            # What none of its writers signed makes way for what one of them signs.
            if judged and key not in laptop.unproven and not record.version.knows(was.version):
                raise LawBroken(f"a count of {key} was lowered: {was.version} {record.version}")
            for edition in record.editions:
                said = f"{edition.body!r} {edition.erased}"
                mine = self.versions.setdefault((key, edition.version), said)
                if mine != said and not any(word.startswith("s") for word in WORD.findall(mine + said)):
                    raise LawBroken(f"two things have one version: {mine} and {said}")
        laptop.unproven = unproven
        if by_a_person:
            had = set().union(*map(words_in, before.values())) if before else set()
            has = set().union(*map(words_in, now.values())) if now else set()
            self.replaced |= had - has

    def known_words(self) -> set[str]:
        return {word for laptop in self.laptops for one in laptop.before.values() for word in words_in(one)}

    def gone_where_it_was_last(self, before: dict[RecordId, Record]) -> None:
        """A person went back to before these words came, and no other laptop has them."""
        had = {word for record in before.values() for word in words_in(record)}
        self.gone_with_a_desk |= had - self.known_words()

    def excused(self) -> set[str]:
        erased = set().union(*(self.ever.get(key, set()) for key in self.erased)) if self.erased else set()
        fooled = {word for key in self.fooled for word in self.ever.get(key, ())}
        return self.replaced | erased | self.gone_with_a_desk | fooled

    def no_word_is_lost(self) -> None:
        lost = set(self.written) - self.known_words() - self.excused()
        if lost:
            raise LawBroken(f"lost without a person who had seen it: {sorted(lost)}")

    # What people do.

    def word(self) -> str:
        self.count += 1
        return f"w{self.count:03}"

    def note_of(self, laptop: Laptop, which: int, *, shown: bool = False) -> Record | None:
        """Return a note of a laptop, one of the first two more often than not."""
        which = which % 2 if which < 40 else which
        found = [one for one in laptop.before.values() if one.kind is Kind.NOTE and not one.erased]
        found = [one for one in found if one.body is not None] if shown else found
        return found[which % len(found)] if found else None

    def make(self, move: Move) -> None:
        what, who, one, two = move
        laptop = self.laptops[who % len(self.laptops)]
        getattr(self, what.replace(" ", "_"))(laptop, one, two)
        self.no_word_is_lost()

    def write(self, laptop: Laptop, one: int, two: int) -> None:
        if SESSION in laptop.before:
            word = self.word()
            key = laptop.desk.add(SESSION, Note(NoteKind.CONCERN, word))
            self.written[word] = key
            self.things[key] = (Kind.NOTE, SESSION)
            self.settled(laptop, by_a_person=True)
            self.shows(laptop, key, word)

    def edit(self, laptop: Laptop, one: int, two: int) -> None:
        record = self.note_of(laptop, one)
        if record is not None:
            word = self.word()
            self.written[word] = record.id
            laptop.desk.rewrite(record.id, Note(NoteKind.CONCERN, word))
            self.settled(laptop, by_a_person=True)
            self.shows(laptop, record.id, word)

    def organize(self, laptop: Laptop, one: int, two: int) -> None:
        """An organizer says something of a note: its themes, its office, a star, a sentence about it."""
        record = self.note_of(laptop, one)
        if record is None or PROGRAM not in laptop.before or laptop.before[PROGRAM].erased:
            return
        theme = RecordId(f"019cd9d1-52a0-7007-9f39-0000000001{two % 4:02}")
        facts = (
            Coding(record.id, (theme,)),
            Card(record.id, actor=f"office {two % 3}"),
            Star(record.id, with_circle=bool(two % 2)),
        )
        if two % 5 == 4:
            word = self.word()
            sentence = ReportSentence(SentenceRole.FINDING, (("en", word),), (record.id,))
            key = program_fact_id(PROGRAM, sentence)
            laptop.desk.put(key, PROGRAM, sentence)
            self.written[word] = key
        else:
            fact = facts[two % 3]
            key = program_fact_id(PROGRAM, fact)
            laptop.desk.put(key, PROGRAM, fact)
        self.things[key] = (laptop.desk.get(key).kind, PROGRAM)
        self.settled(laptop, by_a_person=True)

    def shows(self, laptop: Laptop, key: RecordId, word: str) -> None:
        record = laptop.before.get(key)
        if record is not None and record.erased:
            return  # its session is erased
        if record is None or len(record.editions) != 1 or words_in(record) != {word}:
            raise LawBroken(f"an edit had no effect: {word} {record}")

    def remove(self, laptop: Laptop, one: int, two: int) -> None:
        if record := self.note_of(laptop, one):
            laptop.desk.remove(record.id)
            self.settled(laptop, by_a_person=True)
            if laptop.before[record.id].body is not None:
                raise LawBroken("what was removed is shown")

    def erase(self, laptop: Laptop, one: int, two: int) -> None:
        if two % 2 == 0 and (record := self.note_of(laptop, one)):
            laptop.desk.erase((record.id,))
            self.settled(laptop)
            if not laptop.before[record.id].erased:
                raise LawBroken("what was erased is there")

    def choose(self, laptop: Laptop, one: int, two: int) -> None:
        clashing = [record for record in laptop.before.values() if record.in_conflict]
        if clashing:
            record = clashing[one % len(clashing)]
            body = record.editions[two % len(record.editions)].body
            laptop.desk.choose(record.id, body)
            self.settled(laptop, by_a_person=True)
            now = laptop.before[record.id]
            if now.in_conflict or now.body != body:
                raise LawBroken("a choice had no effect")

    def keep_all(self, laptop: Laptop, one: int, two: int) -> None:
        clashing = [record for record in laptop.before.values() if can_keep_all(record)]
        if clashing:
            choose_all(laptop.desk, clashing[one % len(clashing)].id)
            self.settled(laptop, by_a_person=True)

    def split(self, laptop: Laptop, one: int, two: int) -> None:
        record = self.note_of(laptop, one, shown=True)
        if record is not None and len(record.editions) == 1:
            word = self.word()
            (said,) = stored([record], Note)
            laptop.desk.perform(split(said, record.body.text, word, laptop.desk.new_id))
            self.written[word] = record.id
            self.settled(laptop, by_a_person=True)

    def join(self, laptop: Laptop, one: int, two: int) -> None:
        notes = [self.note_of(laptop, which, shown=True) for which in (one, two)]
        if None not in notes and notes[0] != notes[1]:
            laptop.desk.perform(joined(stored(notes, Note), LABELS))
            self.settled(laptop, by_a_person=True)

    def undo(self, laptop: Laptop, one: int, two: int) -> None:
        exact, before = laptop.desk.can_undo() is Act.IMPORT, laptop.before
        laptop.desk.undo()
        self.settled(laptop, by_a_person=not exact, exact=exact)
        self.gone_where_it_was_last(before)

    def redo(self, laptop: Laptop, one: int, two: int) -> None:
        exact = laptop.desk.can_redo() is Act.IMPORT
        laptop.desk.redo()
        self.settled(laptop, by_a_person=not exact, exact=exact)

    def clock(self, laptop: Laptop, one: int, two: int) -> None:
        laptop.desk.clock.set((YEAR * 3, -3 * YEAR, 60_000, -60_000)[one % 4])

    # What goes wrong.

    def reopen(self, laptop: Laptop, one: int, two: int) -> None:
        desk = laptop.desk
        laptop.desk = desk_over(copied(desk.file._connection), self.seed(), desk.clock.now())
        desk.file.close()
        self.settled(laptop)

    def rename(self, laptop: Laptop, one: int, two: int) -> None:
        laptop.desk.rename()
        self.settled(laptop)

    def clone(self, laptop: Laptop, one: int, two: int) -> None:
        """The folder is copied to another laptop, and both go on."""
        if len(self.laptops) < MOST_DESKS:
            connection = copied(laptop.desk.file._connection)
            twin = desk_over(connection, self.seed(), laptop.desk.clock.now())
            self.laptops.append(Laptop(twin))
            self.settled(self.laptops[-1])
            if one % 2:
                twin.rename()  # it wakes on another machine
                self.settled(self.laptops[-1])
            if two % 2 == 0:
                self.reopen(laptop, 0, 0)

    def _copy(self, laptop: Laptop) -> None:
        copy = copied(laptop.desk.file._connection)
        copy.execute("CREATE TABLE of_laptop (number)")
        copy.execute("INSERT INTO of_laptop VALUES (?)", (self.laptops.index(laptop),))
        self.copies.append(copy)

    def _copy_of(self, laptop: Laptop, which: int) -> sqlite3.Connection | None:
        number = self.laptops.index(laptop)
        found = [
            one for one in self.copies if one.execute("SELECT number FROM of_laptop").fetchone() == (number,)
        ]
        if not found:  # there is one the next time
            self._copy(laptop)
            return None
        copy = copied(found[which % len(found)])
        copy.execute("DROP TABLE of_laptop")
        return copy

    def _goes_back(self, laptop: Laptop, copy: sqlite3.Connection) -> None:
        desk, before = laptop.desk, laptop.before
        laptop.desk = desk_over(copy, self.seed(), desk.clock.now())
        desk.file.close()
        self.settled(laptop, exact=True)
        self.gone_where_it_was_last(before)

    def put_back(self, laptop: Laptop, one: int, two: int) -> None:
        """An older copy is put in the place of the desk file by hand."""
        if copy := self._copy_of(laptop, one):
            self._goes_back(laptop, copy)
            if two % 3 == 0:
                laptop.desk.rename()  # it is older than its own last export
                self.settled(laptop)

    def restore(self, laptop: Laptop, one: int, two: int) -> None:
        """The app goes back to a copy: erased words stay erased, and the desk takes a new name."""
        if copy := self._copy_of(laptop, one):
            retire_device(copy)
            names = laptop.desk.names()
            sql = "INSERT OR IGNORE INTO desk (key, value) VALUES ('former device ' || ?, ?)"
            copy.executemany(sql, [(name, name) for name in names])
            traces = {one.id: one for one in laptop.before.values() if one.erased}
            if traces:
                file = DeskFile(IN_MEMORY, copy)
                file.read_only = False
                with file.writing():
                    file.records.write(merge(file.records.known(traces), traces))
                    file.forget_history(list(traces))
            self._goes_back(laptop, copy)

    # What travels.

    def package(self, desk: Desk) -> ReadPackage:
        """What the desk hands on now, as its reader sees it."""
        records = {one.id: one for one in desk.file.records.everything() if one.kind is not Kind.GUIDE}
        check_shape(records)
        secret = desk.file.keys.signing(desk.device)
        if secret is None:
            raise LawBroken("a desk has no key")
        origin = PackageOrigin(desk.device, _key_of(secret), vouches=vouches_to_tell(desk))
        return self._file(records, origin)

    def _file(self, records: dict[RecordId, Record], origin: PackageOrigin | None) -> ReadPackage:
        identity = hashlib.sha256(repr(sorted(records.items())).encode()).hexdigest()
        incoming = IncomingPackage(identity, f"{identity[:8]}.dialogue", records)
        about = About("session", circle="C07", profile=Profile.OTHER_LAPTOP.value)
        return ReadPackage(Path(incoming.name), about, incoming, origin)

    def give(self, giver: Laptop, taker: Laptop) -> bool:
        file = self.package(giver.desk)
        if len(self.files) < 40:
            self.files.append(file)
        return self.open(taker, file)

    def open(self, taker: Laptop, *files: ReadPackage) -> bool:
        result = import_packages(taker.desk, ImportPlan(files), WORDS)
        refused = {one.path for one in result.refused}
        if any(one.path in refused and one.origin and one.origin.device in self.honest for one in files):
            raise LawBroken(f"an honest file is refused: {result.refused[0].sentence}")
        self.settled(taker)
        if self.answers % 3 == 1:
            self.answer(taker, 0, 0)
        return result.outcome is not None

    def hand_on(self, laptop: Laptop, one: int, two: int) -> None:
        other = self.laptops[one % len(self.laptops)]
        if other is not laptop:
            self.give(laptop, other)

    def old_file(self, laptop: Laptop, one: int, two: int) -> None:
        """Files from a drawer are opened, several at once, perhaps for the second time."""
        if self.files:
            some = [self.files[number % len(self.files)] for number in (one, two, one * 7 + two)]
            self.open(laptop, *some[: 1 + two % 3])

    def partners(self, laptop: Laptop, one: int, two: int) -> None:
        other = self.laptops[one % len(self.laptops)]
        secret = other.desk.file.keys.signing(other.desk.device)
        if other is not laptop and secret and other.desk.device not in laptop.desk.names():
            join(laptop.desk, PackageOrigin(other.desk.device, _key_of(secret)))
            settle(laptop.desk)
            self.settled(laptop)

    def answer(self, laptop: Laptop, one: int, two: int) -> None:
        """A person says take to honest laptops, keep both or leave out to the others."""
        desk = laptop.desk
        claims = list(desk.file.waiting.open())
        claims = [claim for claim in claims if claim.record.id in laptop.before or not claim.record.erased]
        honest = [claim for claim in claims if self.is_wanted(claim, laptop)]
        others = [claim for claim in claims if claim not in honest]
        if honest:
            if self.answers % 2:
                for signer in {claim.signer for claim in honest}:
                    accept(desk, signer)
            take(desk, honest)
            self.settled(laptop, by_a_person=True, exact=True)
        if others and two % 4 == 3 and not any(claim.record.erased for claim in others):
            keep_both(desk, others)
            self.settled(laptop)
        elif others:
            leave_out(desk, others)

    def is_wanted(self, claim: Claim, laptop: Laptop) -> bool:
        if claim.signer not in self.honest:
            return False
        return self.things.get(claim.record.id) in (None, (claim.record.kind, claim.record.owner))

    def bring_back(self, laptop: Laptop, one: int, two: int) -> None:
        for erased in erased_lately(laptop.desk)[:1]:
            bring_back(laptop.desk, erased)
            self.brought_back |= {record.id for record in erased.records}
            self.settled(laptop, exact=True)

    # What a stranger forges.

    def forge(self, laptop: Laptop, one: int, two: int) -> None:
        everything = [record for other in self.laptops for record in other.before.values()]
        writers = sorted({writer for record in everything for writer, _ in record.version.counts})
        how = one % 8
        unheard = [one for one in everything if one.kind is Kind.NOTE and one.id not in laptop.before]
        if unheard and two >= 32:
            record = unheard[two % len(unheard)]
        else:
            record = self.note_of(laptop, two) if how else everything[two % len(everything)]
        if record is None or SESSION not in laptop.before:
            return
        self.count += 1
        made = self.forgeries(laptop, record, writers[(one * 3 + two) % len(writers)])[how]
        records = {made.id: made}
        signed = PackageOrigin(STRANGER, _key_of(STRANGER_SECRET)) if two % 4 else None
        check_shape(records)
        file = self._file(records, signed)
        new = made.id not in laptop.before
        import_packages(laptop.desk, ImportPlan((file,)), WORDS)
        self.settled(laptop)
        if new and (signed or how in (1, 6) or made.kind is Kind.THEME):
            self.fooled.add(made.id)
        if len(self.files) < 40:
            self.files.append(file)

    def forgeries(self, laptop: Laptop, record: Record, name: str) -> tuple[Record, ...]:
        """Return what a stranger says of a record, each worse than the other."""
        said = Note(NoteKind.CONCERN, f"s{self.count:03}")
        new, mine = Version(((STRANGER, self.count),)), Version(((name, 10**6 + self.count),))
        hand = Version(((f"{laptop.desk.device}/0badcafe", 10**6 + self.count),))
        raised = Version(tuple((writer, count + 1) for writer, count in record.version.counts))
        theme = Edition(new, SEVEN_PM, STRANGER, Theme(said.text))
        added = Edition(Version(((name, 3),)), SEVEN_PM, STRANGER, said)
        fresh = Record(laptop.desk.new_id(), Kind.NOTE, SESSION, (added,))
        self.things[fresh.id] = (Kind.NOTE, SESSION)
        plain_id = RecordId(record.id.partition(":")[0])
        return (
            _said(record, new, None, erased=True),
            _said(record, record.version.joined(new), said),  # as if it had been seen
            _said(record, mine, said),  # counts that an honest laptop never gave
            _said(record, hand, said),  # as if by a twin of the laptop that opens it
            Record(plain_id, Kind.THEME, CIRCLE, (theme,)),  # another thing
            fresh,
            _said(record, raised, said),  # every honest count raised
            record,  # handed on as it is
        )

    # How it ends.

    def end(self) -> None:
        """Everybody exchanges with everybody and answers, until nothing is new; then all are alike."""
        hub, *others = self.laptops
        by_the_hub = [*((one, hub) for one in others), *((hub, one) for one in others)]
        all_with_all = [(one, other) for one in self.laptops for other in self.laptops if one is not other]
        for _ in range(12):
            if self.exchanged(by_the_hub) or self.exchanged(all_with_all):
                continue
            break
        else:
            raise LawBroken("it never ends")
        self.no_word_is_lost()
        first = self.living(hub)
        for laptop in others:
            if (now := self.living(laptop)) != first:
                keys = {k for k in {*first, *now} if first.get(k) != now.get(k)}
                differs = [(first.get(k), now.get(k)) for k in sorted(keys)]
                raise LawBroken(f"two laptops do not end alike: {differs[:2]}")

    def living(self, laptop: Laptop) -> dict[RecordId, Record]:
        """Return the records that have words: of what is erased, not every laptop has a trace.

        What a stranger says under an id that is new somewhere is his own there: adding is free.
        """
        left_out = self.brought_back | {key for key in self.fooled if self.is_strangers(key)}
        return {key: one for key, one in laptop.before.items() if not one.erased and key not in left_out}

    def is_strangers(self, key: RecordId) -> bool:
        """Whether a stranger is the writer of what has an id on some laptop."""
        found = (one for laptop in self.laptops if (one := laptop.before.get(key)) is not None)
        return any(STRANGER in dict(edition.version.counts) for one in found for edition in one.editions)

    def exchanged(self, pairs: Iterable[tuple[Laptop, Laptop]]) -> bool:
        """Let each giver hand on, each taker open and answer; return whether anybody learned something."""
        news = False
        for giver, taker in pairs:
            before = taker.before
            self.give(giver, taker)
            self.answer(taker, 0, 0)
            news = news or taker.before != before
        return news


def _said(record: Record, version: Version, body, *, erased: bool = False) -> Record:
    edition = Edition(version, SEVEN_PM, STRANGER, body, erased)
    return Record(record.id, record.kind, record.owner, (edition,))


def lived(laptops: int, answers: int, moves: Sequence[Move]) -> None:
    """Live through a history and hold every law.

    Raises:
        LawBroken: when one does not hold.
    """
    history = History(laptops, answers)
    try:
        for move in moves:
            history.make(move)
        history.end()
    finally:
        history.close()


def some_moves(seed: int, most: int = 30) -> tuple[int, int, list[Move]]:
    """Return a history by its number."""
    dice = random.Random(seed)
    moves = [
        (dice.choice(MOVES), dice.randrange(5), dice.randrange(64), dice.randrange(64))
        for _ in range(dice.randint(4, most))
    ]
    return dice.randint(3, 4), dice.randrange(6), moves


def shortened(laptops: int, answers: int, moves: Iterable[Move]) -> list[Move]:
    """Return fewer moves of a history that breaks a law, with which it still does."""
    left = list(moves)
    smaller = True
    while smaller:
        smaller = False
        for at in range(len(left)):
            tried = left[:at] + left[at + 1 :]
            try:
                lived(laptops, answers, tried)
            except Exception:  # noqa: BLE001
                left, smaller = tried, True
                break
    return left
