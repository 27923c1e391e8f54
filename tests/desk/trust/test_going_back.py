"""Going back to a copy takes back no decision about other laptops and their files."""

from __future__ import annotations

from datetime import date

import pytest

from dialogue_desk.desk.erasing.erase import erase_from_copies
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.desk.trust.known_laptops import accept, decline, forget, join, known_laptops, trust_of
from dialogue_desk.desk.trust.waiting_changes import ask_again, leave_out, take, waiting_changes
from dialogue_desk.desk.trust.way_back import (
    DAY,
    USUAL_DAYS,
    bring_back,
    days_to_bring_back,
    erased_lately,
    let_go,
    set_days_to_bring_back,
)
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.model.notes import Consent, NoteKind
from dialogue_desk.domain.notes.search_terms import parse_query
from dialogue_desk.exchange.signing import PackageOrigin, public_key
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.restore import erased_in, restore_copy
from tests.desk.evening import begun, note, notes
from tests.desk.trust.strangers import opened, texts
from tools.manual_clock import ManualClock

ANA, BEN = DeviceId("key-" + "a" * 32), DeviceId("key-" + "b" * 32)
SECRET = "the perla at the gate"


class Laptop:
    """A laptop whose desk goes back to copies; ``desk`` is the one that is open."""

    def __init__(self, laptops):
        self._laptops, self._starts = laptops, 0

    @property
    def desk(self):
        return self._laptops[0]

    def copy(self):
        return Backups(self.desk.file.path, None, self.desk.file.erasures).make(date(2026, 3, 12)).path

    def goes_back_to(self, copy):
        path, names = self.desk.file.path, self.desk.names()
        self.desk.file.close()
        restore_copy(path, copy, erased_in(path), names)
        self.opens()

    def starts_again(self, later):
        self.desk.file.close()
        self.opens(later)

    def opens(self, later=0):
        self._starts += 1
        clock = ManualClock(self.desk.clock.now() + later, -240)
        self._laptops[0] = open_desk(self.desk.file.path, clock, RandomIds(60 + self._starts), "mine").desk

    def holds(self, words=SECRET):
        files = (path for path in self.desk.file.path.parent.rglob("*") if path.is_file())
        return [path.name for path in files if words.encode() in path.read_bytes()]


@pytest.fixture
def laptop(laptops):
    return Laptop(laptops)


@pytest.fixture
def session(laptop):
    return begun(laptop.desk)


@pytest.fixture
def said(laptop, session):
    return laptop.desk.add(session, note(SECRET))


def erased_by(desk, stranger, *ids):
    opened(desk, stranger.file(*(stranger.trace(desk.get(key)) for key in ids)))
    (waiting,) = waiting_changes(desk)
    take(desk, waiting.claims)


def test_a_laptop_that_was_to_be_asked_about_again_is_not_accepted_by_going_back(laptop, session):
    accept(laptop.desk, ANA)
    copy = laptop.copy()
    forget(laptop.desk, ANA)
    decline(laptop.desk, BEN)
    laptop.goes_back_to(copy)
    assert known_laptops(laptop.desk) == () and laptop.desk.file.laptops.declined() == {BEN}


def test_a_partner_that_was_given_up_is_not_vouched_for_by_going_back(laptop, session, stranger):
    join(laptop.desk, PackageOrigin(stranger.name, public_key(stranger.secret)))
    copy, before = laptop.copy(), laptop.desk.device
    forget(laptop.desk, stranger.name)
    laptop.goes_back_to(copy)
    assert {one.of for one in laptop.desk.file.laptops.vouches()} == {laptop.desk.device}
    assert before in trust_of(laptop.desk).own


def test_a_laptop_that_was_accepted_since_stays_accepted_and_so_do_the_days(laptop, session):
    copy = laptop.copy()
    accept(laptop.desk, ANA)
    set_days_to_bring_back(laptop.desk, 0)
    laptop.goes_back_to(copy)
    assert [one.name for one in known_laptops(laptop.desk)] == [ANA]
    assert days_to_bring_back(laptop.desk) == 0


def test_the_key_it_last_had_vouches_for_the_name_it_takes(laptop, session):
    copy = laptop.copy()
    laptop.goes_back_to(copy)
    first = laptop.desk.device
    laptop.goes_back_to(copy)
    assert first in {one.by for one in laptop.desk.file.laptops.vouches() if one.of == laptop.desk.device}


def test_what_a_desk_knew_that_was_lost_is_known_again_after_going_back(laptop, session):
    accept(laptop.desk, ANA)
    copy = laptop.copy()
    laptop.desk.file.close()
    laptop.desk.file.path.unlink()
    laptop.opens()
    accept(laptop.desk, BEN)
    laptop.goes_back_to(copy)
    assert {one.name for one in known_laptops(laptop.desk)} == {ANA, BEN}


def test_what_was_left_out_stays_out_and_what_is_to_be_asked_again_is_asked(laptop, session, said, stranger):
    other = laptop.desk.add(session, note("another"))
    copies = []
    for key in (said, other):
        file = stranger.file(stranger.over(laptop.desk.get(key), note("theirs")))
        opened(laptop.desk, file)
        copies.append((laptop.copy(), file, waiting_changes(laptop.desk)[-1].claims))
        leave_out(laptop.desk, copies[-1][2])
    (_, file, claims), (copy, *_) = copies
    ask_again(laptop.desk, claims)
    laptop.goes_back_to(copy)
    (waiting,) = waiting_changes(laptop.desk)
    assert waiting.claims == claims
    opened(laptop.desk, copies[1][1])
    assert waiting_changes(laptop.desk) == (waiting,)


def test_what_was_erased_since_the_copy_can_still_be_brought_back(laptop, session, said, stranger):
    copy = laptop.copy()
    erased_by(laptop.desk, stranger, said)
    until = laptop.desk.file.way_back.until()
    laptop.goes_back_to(copy)
    assert laptop.desk.get(said).erased and laptop.desk.file.way_back.until() == until
    (erased,) = erased_lately(laptop.desk)
    assert {one.signer for one in erased.claims} == {stranger.name}
    bring_back(laptop.desk, erased)
    assert texts(laptop.desk.get(said)) == {SECRET}
    assert opened(laptop.desk, stranger.file(stranger.trace(laptop.desk.get(said)))).waiting == ()


def test_no_edit_after_going_back_is_taken_for_the_one_that_erased(laptop, session, said, stranger):
    copy = laptop.copy()
    erased_by(laptop.desk, stranger, said)
    laptop.goes_back_to(copy)
    for number in range(5):
        laptop.desk.add(session, note(f"more {number}"))
        laptop.desk.undo()
    assert laptop.desk.get(said).erased and len(erased_lately(laptop.desk)) == 1


def test_when_the_days_are_over_the_words_go_from_desk_copies_and_what_was_set_aside(
    laptop, session, said, stranger
):
    copy = laptop.copy()
    erased_by(laptop.desk, stranger, said)
    laptop.goes_back_to(copy)
    assert any("set-aside" in name for name in laptop.holds()) and copy.name in laptop.holds()
    laptop.starts_again((USUAL_DAYS + 1) * DAY)
    assert erase_from_copies(laptop.desk).unerased == ()
    assert laptop.holds() == [] and erased_lately(laptop.desk) == () and laptop.desk.get(said).erased


def test_what_was_erased_for_good_meanwhile_cannot_be_brought_back(laptop, session, said, stranger):
    erased_by(laptop.desk, stranger, said)
    copy = laptop.copy()
    let_go(laptop.desk, erased_lately(laptop.desk)[0])
    laptop.goes_back_to(copy)
    assert erased_lately(laptop.desk) == () and laptop.desk.get(said).erased
    erase_from_copies(laptop.desk)
    assert laptop.holds() == []


def test_what_was_brought_back_since_the_copy_is_back(laptop, session, said, stranger):
    erased_by(laptop.desk, stranger, said)
    copy = laptop.copy()
    bring_back(laptop.desk, erased_lately(laptop.desk)[0])
    laptop.goes_back_to(copy)
    assert notes(laptop.desk, session) == [SECRET] and erased_lately(laptop.desk) == ()
    laptop.starts_again((USUAL_DAYS + 1) * DAY)
    assert notes(laptop.desk, session) == [SECRET]
    assert laptop.desk.file.search.find(parse_query("perla"), None, 9) == (1, [said])


def test_quotes_among_it_stay_counted_and_erased(laptop, session, said, stranger):
    quote = laptop.desk.add(session, note("her own words", NoteKind.QUOTE, consent=Consent.YES))
    copy = laptop.copy()
    erased_by(laptop.desk, stranger, said, quote)
    laptop.goes_back_to(copy)
    (erased,) = erased_lately(laptop.desk)
    assert [one.id for one in erased.quotes] == [quote]
    erase_from_copies(laptop.desk)
    bring_back(laptop.desk, erased)
    assert laptop.desk.get(quote).erased and laptop.holds("her own words") == []
