"""What a stranger's file erased with a person's leave can be brought back for some days, and is gone then."""

from __future__ import annotations

from datetime import date

import pytest

from dialogue_desk.desk.erasing.erase import erase_from_copies
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.desk.trust.known_laptops import accept
from dialogue_desk.desk.trust.trust_text import brought_back_sentence, erased_text
from dialogue_desk.desk.trust.waiting_changes import take, waiting_changes
from dialogue_desk.desk.trust.way_back import (
    DAY,
    MOST_DAYS,
    USUAL_DAYS,
    bring_back,
    days_to_bring_back,
    erased_lately,
    let_go,
    set_days_to_bring_back,
)
from dialogue_desk.domain.model.notes import Consent, NoteKind
from dialogue_desk.storage.backups import Backups
from tests.desk.evening import begun, note, notes
from tests.desk.trust.strangers import WORDS, Stranger, handed, opened, texts
from tools.manual_clock import ManualClock

SECRET = "the perla at the gate"


@pytest.fixture
def desk(laptops):
    return laptops[0]


@pytest.fixture
def session(desk):
    return begun(desk)


@pytest.fixture
def said(desk, session):
    return desk.add(session, note(SECRET))


def answered(desk, stranger, *ids):
    opened(desk, stranger.file(*(stranger.trace(desk.get(key)) for key in ids)))
    (waiting,) = waiting_changes(desk)
    return take(desk, waiting.claims)


def held(desk, words=SECRET):
    folder = desk.file.path.parent
    return [path.name for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def reopened(desk, laptops, at):
    desk.file.close()
    laptops[0] = open_desk(desk.file.path, ManualClock(at, -240), RandomIds(60), "mine").desk
    return laptops[0]


def test_what_was_erased_is_gone_from_every_list_and_comes_back(desk, session, said, stranger):
    answered(desk, stranger, said)
    assert notes(desk, session) == [] and desk.get(said).erased
    (erased,) = erased_lately(desk)
    assert erased.until == desk.clock.now() + USUAL_DAYS * DAY and len(erased.records) == 1
    bring_back(desk, erased)
    assert texts(desk.get(said)) == {SECRET} and erased_lately(desk) == ()


def test_the_same_file_never_asks_again_for_what_was_brought_back(desk, said, stranger):
    answered(desk, stranger, said)
    bring_back(desk, erased_lately(desk)[0])
    assert opened(desk, stranger.file(stranger.trace(desk.get(said)))).waiting == ()
    assert texts(desk.get(said)) == {SECRET}
    desk.rewrite(said, note("edited since"))
    assert texts(desk.get(said)) == {"edited since"}


def test_undo_brings_back_too_and_asks_again(desk, said, stranger):
    answered(desk, stranger, said)
    desk.undo()
    assert texts(desk.get(said)) == {SECRET} and erased_lately(desk) == ()
    assert len(waiting_changes(desk)) == 1 and desk.can_redo() is None


def test_all_that_was_erased_with_a_session_comes_back(desk, session, said, stranger):
    more = [desk.add(session, note(f"more {number}")) for number in range(3)]
    before = list(desk.file.records.everything())
    answered(desk, stranger, session)
    assert all(desk.get(key).erased for key in (session, said, *more))
    bring_back(desk, erased_lately(desk)[0])
    assert list(desk.file.records.everything()) == before


def test_a_withdrawn_quote_goes_at_once_and_does_not_come_back(desk, session, said, stranger):
    quote = desk.add(session, note("her own words", NoteKind.QUOTE, consent=Consent.YES))
    answered(desk, stranger, quote, said)
    assert held(desk, "her own words") == []
    bring_back(desk, erased_lately(desk)[0])
    assert desk.get(quote).erased and texts(desk.get(said)) == {SECRET}


def test_notes_and_quotes_are_told_apart_before_and_after_they_are_brought_back(
    desk, session, said, stranger
):
    more = [desk.add(session, note(f"more {number}")) for number in range(3)]
    quotes = [desk.add(session, note(f"cited {number}", NoteKind.QUOTE)) for number in range(2)]
    answered(desk, stranger, said, *more, *quotes[:1])
    assert " erased 5 notes of circle C07 on " in erased_text(desk, erased_lately(desk), WORDS)
    assert erased_text(desk, erased_lately(desk), WORDS).endswith(
        "you can bring it back. 1 of these notes is a quote, which is gone for good."
    )
    answered(desk, stranger, quotes[1])
    assert len(erased_lately(desk)) == 1, "of a quote alone nothing can come back"
    assert brought_back_sentence(erased_lately(desk), WORDS) == (
        "It is back, as it was before it was erased, except 1 quote, which was erased for good."
    )


def test_where_only_a_quote_is_left_of_what_was_erased_nothing_can_be_brought_back(
    desk, session, said, stranger
):
    quote = desk.add(session, note("her own words", NoteKind.QUOTE))
    answered(desk, stranger, said, quote)
    desk.erase((session,))
    assert erased_lately(desk) == () and desk.file.way_back.until() == ()


def test_undo_brings_back_all_but_the_quotes(desk, session, said, stranger):
    quote = desk.add(session, note("her own words", NoteKind.QUOTE))
    answered(desk, stranger, said, quote)
    desk.undo()
    assert notes(desk, session) == [SECRET] and erased_lately(desk) == ()


def test_with_no_days_everything_goes_at_once(desk, said, stranger):
    set_days_to_bring_back(desk, 0)
    answered(desk, stranger, said)
    assert erased_lately(desk) == () and held(desk) == []


@pytest.mark.parametrize(("said_days", "days"), [(-3, 0), (0, 0), (30, 30), (10_000, MOST_DAYS)])
def test_the_days_are_those_that_were_set_within_bounds(desk, said_days, days):
    assert days_to_bring_back(desk) == USUAL_DAYS
    set_days_to_bring_back(desk, said_days)
    assert days_to_bring_back(desk) == days


def test_what_a_known_laptop_erases_goes_at_once(desk, said, stranger):
    accept(desk, stranger.name)
    opened(desk, stranger.file(stranger.trace(desk.get(said))))
    assert desk.get(said).erased and erased_lately(desk) == () and held(desk) == []


def test_what_is_erased_here_meanwhile_is_gone_for_good(desk, session, said, stranger):
    other = desk.add(begun(desk, "C08"), note("another"))
    answered(desk, stranger, said, other)
    desk.erase((session,))
    assert held(desk) == []
    bring_back(desk, erased_lately(desk)[0])
    assert desk.get(said).erased and texts(desk.get(other)) == {"another"}


def test_let_go_erases_to_the_last_byte(desk, said, stranger):
    answered(desk, stranger, said)
    assert held(desk) != []
    let_go(desk, erased_lately(desk)[0])
    assert held(desk) == [] and erased_lately(desk) == () and desk.get(said).erased


@pytest.mark.parametrize(
    ("later", "there"),
    [(USUAL_DAYS * DAY - 1, True), (USUAL_DAYS * DAY + 1, False), (-3650 * DAY, False)],
    ids=["before its end", "after its end", "the clock was ten years ahead"],
)
def test_at_a_start_after_its_days_the_words_go_from_the_desk(desk, said, stranger, laptops, later, there):
    answered(desk, stranger, said)
    desk = reopened(desk, laptops, desk.clock.now() + later)
    assert bool(erased_lately(desk)) is there
    assert bool(held(desk)) is there and desk.get(said).erased


def test_copies_lose_the_words_once_the_time_is_over(desk, said, stranger, laptops):
    backups = Backups(desk.file.path, None, desk.file.erasures)
    backups.make(date(2026, 3, 12))
    answered(desk, stranger, said)
    backups.make(date(2026, 3, 13))
    desk = reopened(desk, laptops, desk.clock.now() + (USUAL_DAYS + 1) * DAY)
    assert {name.endswith(".db") and name != "desk.db" for name in held(desk)} == {True}
    assert erase_from_copies(desk).mended == 2
    assert held(desk) == []


def test_what_was_brought_back_on_one_laptop_stays_erased_where_the_erasing_was_heard(
    laptops, session, said, stranger
):
    one, two, _ = laptops
    answered(one, stranger, said)
    opened(two, handed(one, session))
    bring_back(one, erased_lately(one)[0])
    opened(two, handed(one, session))
    assert two.get(said) is None or two.get(said).erased or texts(two.get(said)) == {SECRET}
    assert texts(one.get(said)) == {SECRET}


def test_two_erasings_are_two_ways_back(desk, session, said, stranger, tmp_path):
    other = desk.add(session, note("another"))
    answered(desk, stranger, said)
    (tmp_path / "x").mkdir()
    answered(desk, Stranger(tmp_path / "x", b"\x0c" * 32), other)
    first, second = erased_lately(desk)
    bring_back(desk, second)
    assert texts(desk.get(other)) == {"another"} and desk.get(said).erased
    bring_back(desk, first)
    assert texts(desk.get(said)) == {SECRET}
