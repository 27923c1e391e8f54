"""What files may do: add, and nothing else to what other laptops wrote, whatever they claim."""

from __future__ import annotations

import itertools
import shutil
from dataclasses import replace

import pytest

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import export_program
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.desk.program.circle_partner import possible_partner
from dialogue_desk.desk.trust.known_laptops import accept, join
from dialogue_desk.desk.trust.waiting_changes import keep_both, settle, take, waiting_changes
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Consent, NoteKind, Theme
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.domain.records.shape import MOST_EDITS
from dialogue_desk.domain.records.trust import NOBODY
from tests.desk.evening import GUIDE, a_desk, begun, note, notes
from tests.desk.trust.strangers import everything, handed, opened, said_by, texts, writer
from tools.manual_clock import ManualClock

ELSEWHERE = RecordId("019cd9d1-52a0-7007-9f39-0000000000aa")


def asked_about(desk, result):
    """The laptop a person is asked about after this opening."""
    return possible_partner(desk, (*result.imported, *result.known))


def of_kind(desk, *kinds):
    return [record for record in everything(desk) if record.kind in kinds]


def test_traces_made_from_ids_in_a_program_file_erase_nothing_and_honest_packages_still_come_in(
    laptops, hostile, tmp_path
):
    organizer, facilitator, _ = laptops
    program = organizer.add(NO_OWNER, Program("Bridges"))
    circles = [organizer.add(NO_OWNER, Circle(f"C0{n}", program=program)) for n in range(3)]
    organizer.add(program, Theme("Streets"))
    first = export_program(organizer, program, tmp_path / "sticks")
    opened(facilitator, first)
    sessions = [begun(facilitator, circle=None, circle_id=circle) for circle in circles]
    for session in sessions:
        facilitator.add(session, note("said here"))
    opened(organizer, *(handed(facilitator, one, Profile.ORGANIZER) for one in sessions))
    before = everything(organizer)
    known_ids = of_kind(organizer, Kind.PROGRAM, Kind.CIRCLE, Kind.THEME)
    small = hostile.file(*(hostile.trace(one) for one in known_ids))

    result = opened(organizer, small)

    assert everything(organizer) == before
    (waiting,) = result.waiting
    assert waiting.signer == ("" if hostile.secret is None else hostile.name)
    assert waiting.erased[Kind.NOTE] == 3 and waiting.erased[Kind.CIRCLE] == 3 and waiting.changes == ()
    assert {one.code: one.erased > 1 for one in waiting.circles if one.code} == dict.fromkeys(
        ("C00", "C01", "C02"), True
    )
    assert waiting.writers == 2
    facilitator.add(sessions[0], note("said later"))
    later = opened(organizer, handed(facilitator, sessions[0], Profile.ORGANIZER))
    assert len(later.imported) == 1 and notes(organizer, sessions[0]) == ["said here", "said later"]


def test_a_trace_that_comes_before_the_thing_waits_and_the_thing_comes_in(laptops, hostile):
    one, two, _ = laptops
    session = begun(one)
    one.add(session, note("said"))
    result = opened(
        two, hostile.file(*map(hostile.trace, of_kind(one, Kind.CIRCLE, Kind.SESSION, Kind.NOTE)))
    )
    assert result.waiting == () and everything(two) == []
    assert len(opened(two, handed(one, session)).imported) == 1 and notes(two, session) == ["said"]
    assert sum(waiting_changes(two)[0].erased.values()) >= 3


def test_who_relays_a_circle_may_not_erase_what_is_in_it(laptops, hostile):
    """Every package carries the records of its circle; handing them on sets up nothing."""
    one, two, _ = laptops
    session = begun(one)
    said = one.add(session, note("said"))
    above = of_kind(one, Kind.CIRCLE, Kind.SESSION, Kind.GUIDE)
    opened(two, hostile.file(*above))
    opened(two, handed(one, session))
    own = two.add(session, note("ours"))
    opened(two, hostile.file(*(hostile.trace(record) for record in above if record.kind is not Kind.GUIDE)))
    assert not two.get(said).erased and not two.get(own).erased
    one.erase((session,))
    assert one.get(said).erased


def test_the_laptop_that_wrote_something_changes_it_also_where_another_relayed_it(laptops, hostile):
    one, two, _ = laptops
    session = begun(one)
    said = one.add(session, note("first"))
    opened(two, hostile.file(*everything(one)))
    one.rewrite(said, note("second"))
    result = opened(two, handed(one, session))
    assert result.waiting == () and texts(two.get(said)) == {"second"}


def test_a_count_beyond_what_anybody_can_have_written_is_refused(laptops, stranger):
    one, _, _ = laptops
    said = one.add(begun(one), note("hers"))
    bad = stranger.file(said_by(one.get(said), (writer(one), 2**62), body=note("theirs")))
    assert len(opened(one, bad).refused) == 1 and texts(one.get(said)) == {"hers"}


@pytest.mark.parametrize("claimed", ["this hand", "another hand", "no hand"])
def test_a_count_of_this_laptop_that_it_never_gave_replaces_nothing_and_edits_go_on(
    laptops, hostile, claimed
):
    one, _, _ = laptops
    said = one.add(begun(one), note("hers"))
    name = {
        "this hand": writer(one),
        "another hand": f"{one.device}/0badcafe",
        "no hand": one.device,
    }[claimed]
    claim = said_by(one.get(said), (name, MOST_EDITS), body=note("theirs"))
    result = opened(one, hostile.file(claim))
    assert texts(one.get(said)) == {"hers"} and len(result.waiting) == 1
    one.rewrite(said, note("hers, edited"))
    assert texts(one.get(said)) == {"hers, edited"}
    keep_both(one, waiting_changes(one)[0].claims)
    assert texts(one.get(said)) == {"hers, edited", "theirs"}
    one.rewrite(said, note("hers again"))
    assert texts(one.get(said)) == {"hers again"}
    one.rewrite(said, note("and again"))
    assert texts(one.get(said)) == {"and again"}


def test_when_a_forged_count_is_taken_both_versions_stay_and_the_desk_has_a_new_name(laptops, stranger):
    one, _, _ = laptops
    said = one.add(begun(one), note("hers"))
    name = one.device
    opened(one, stranger.file(said_by(one.get(said), (writer(one), MOST_EDITS), body=note("theirs"))))
    assert one.device == name
    take(one, waiting_changes(one)[0].claims)
    assert texts(one.get(said)) == {"hers", "theirs"} and one.device != name
    for text in ("hers again", "and again"):
        one.rewrite(said, note(text))
        assert texts(one.get(said)) == {text}


@pytest.mark.parametrize("kind", ["note", "session", "theme"])
def test_nothing_but_a_guide_has_the_id_of_a_guide(laptops, hostile, kind):
    one, two, _ = laptops
    session = begun(one)
    body = {"note": note("here first"), "session": one.get(session).body, "theme": Theme("x")}[kind]
    (above,) = of_kind(one, Kind.CIRCLE)
    owner = {"note": session, "session": above.id, "theme": above.id}[kind]
    taken_id = hostile.new(GUIDE.id, owner, body)
    fresh = opened(two, hostile.file(above, one.get(session), taken_id))
    assert len(fresh.refused) == 1 and everything(two) == []
    assert opened(two, handed(one, session)).refused == ()


def test_a_session_that_owns_itself_is_refused(laptops, hostile):
    one, two, _ = laptops
    session = one.get(begun(one))
    assert len(opened(two, hostile.file(replace(session, owner=session.id))).refused) == 1


def test_another_thing_under_an_id_waits_and_what_came_with_it_does_not_hinder_the_honest(laptops, hostile):
    """A program's circle of which somebody made something else before it came."""
    one, two, _ = laptops
    session = begun(one)
    (circle,) = of_kind(one, Kind.CIRCLE)
    opened(two, hostile.file(hostile.new(circle.id, NO_OWNER, Program("not a circle"))))
    result = opened(two, handed(one, session))
    assert result.refused == () and len(result.waiting) == 1
    if result.waiting[0].signer != NOBODY:  # what nobody signed makes way, and waits itself
        take(two, result.waiting[0].claims)
    assert two.get(circle.id).body == circle.body and two.get(session).body == one.get(session).body


def test_the_order_of_files_does_not_matter_once_the_same_is_answered(laptops, stranger, nobody, tmp_path):
    one, two, _ = laptops
    session = begun(one)
    said = [one.add(session, note(text)) for text in ("a", "b", "c")]
    opened(two, handed(one, session))
    two.rewrite(said[0], note("a of two"))
    two.erase((said[1],))
    two.add(session, note("d of two"))
    files = [
        handed(one, session),
        handed(two, session),
        stranger.file(
            stranger.over(one.get(said[0]), note("a of a stranger")), stranger.trace(one.get(said[2]))
        ),
        nobody.file(nobody.trace(one.get(said[2])), nobody.over(one.get(said[1]), note("b of nobody"))),
    ]
    ends = []
    for number, order in enumerate(itertools.permutations(files)):
        desk = a_desk(tmp_path / f"{number}.db", seed=50)
        accept(desk, two.device)
        if number % 2:
            opened(desk, *order)
        else:
            for path in (*order, *order[:2]):
                opened(desk, path)
        settle(desk)
        for waiting in waiting_changes(desk):
            assert waiting.signer != two.device
        ends.append({record.id: record.editions for record in everything(desk)})
        desk.file.close()
    assert all(end == ends[0] for end in ends)


def test_two_laptops_of_one_circle_are_asked_once_and_never_again_anywhere(laptops):
    one, two, organizer = laptops
    session = begun(one)
    first = one.add(session, note("by one"))
    asked = opened(two, handed(one, session))
    partner = asked_about(two, asked)
    assert partner is not None and asked.waiting == ()
    join(two, partner.origin)
    settle(two)
    two.rewrite(first, note("by one, better"))
    second = two.add(session, note("by two"))
    back = opened(one, handed(two, session))
    partner = asked_about(one, back)
    assert partner is not None and len(back.waiting) == 1
    join(one, partner.origin)
    settle(one)
    assert waiting_changes(one) == () and texts(one.get(first)) == {"by one, better"}
    for _ in range(2):
        one.rewrite(second, note(f"by two, changed by one {one.device}"))
        two_hears = opened(two, handed(one, session))
        assert asked_about(two, two_hears) is None and two_hears.waiting == ()
        two.erase((first,))
        one_hears = opened(one, handed(two, session))
        assert asked_about(one, one_hears) is None and one_hears.waiting == () and one.get(first).erased

    for desk in (one, two, two, one):
        desk.add(session, note("late"))
        told = opened(organizer, handed(desk, session, Profile.ORGANIZER))
        assert told.waiting == () and asked_about(organizer, told) is None
    both_ways(one, two, session)
    opened(organizer, handed(one, session, Profile.ORGANIZER))
    assert notes(organizer, session) == notes(one, session) == notes(two, session)


def test_the_organizers_erasing_and_withdrawn_quotes_go_at_once(laptops, tmp_path):
    organizer, facilitator, other = laptops
    program = organizer.add(NO_OWNER, Program("Bridges"))
    circle = organizer.add(NO_OWNER, Circle("C01", program=program))
    stick = export_program(organizer, program, tmp_path / "stick")
    opened(facilitator, stick)
    session = begun(facilitator, circle=None, circle_id=circle)
    quote = facilitator.add(session, note("my own words", NoteKind.QUOTE, consent=Consent.YES))
    kept = facilitator.add(session, note("said"))
    for desk in (organizer, other):
        opened(desk, handed(facilitator, session, Profile.ORGANIZER))
    facilitator.erase((quote,))
    for desk in (organizer, other):
        told = opened(desk, handed(facilitator, session, Profile.ORGANIZER))
        assert told.waiting == () and desk.get(quote).erased and not desk.get(kept).erased
    opened(other, stick)
    organizer.erase((circle,))
    for desk in (facilitator, other):
        told = opened(desk, export_program(organizer, program, tmp_path / "stick"))
        assert told.waiting == () and desk.get(session).erased and desk.get(kept).erased


def both_ways(one, two, session):
    for _ in range(2):
        for giver, taker in ((one, two), (two, one)):
            opened(taker, handed(giver, session))
            settle(taker)


def test_a_copied_desk_that_goes_on_twice_keeps_both_wordings_on_every_desk(laptops, tmp_path):
    one, organizer, _ = laptops
    session = begun(one)
    said = one.add(session, note("first"))
    opened(organizer, handed(one, session, Profile.ORGANIZER))
    one.file.close()
    copy = tmp_path / "second laptop" / "desk.db"
    copy.parent.mkdir()
    shutil.copy(one.file.path, copy)
    one = a_desk(one.file.path, seed=11)
    two = open_desk(copy, ManualClock(one.clock.now(), -240), RandomIds(12), "another machine").desk
    try:
        one.rewrite(said, note("here"))
        two.rewrite(said, note("there"))
        one.add(session, note("only here"))
        two.add(session, note("only there"))
        for order in ((one, two), (two, one)):
            for desk in order:
                told = opened(organizer, handed(desk, session, Profile.ORGANIZER))
                assert told.waiting == ()
        both_ways(one, two, session)
        for desk in (one, two, organizer):
            assert texts(desk.get(said)) == {"here", "there"}
            assert {"only here", "only there"} <= set(notes(desk, session))
        again = opened(organizer, handed(two, session, Profile.ORGANIZER))
        assert again.outcome is None
    finally:
        one.file.close()
        two.file.close()
        laptops[0] = organizer


def test_a_desk_that_was_put_back_by_hand_loses_no_wording_and_its_edits_count(laptops, tmp_path):
    one, organizer, _ = laptops
    session = begun(one)
    said = one.add(session, note("first"))
    path = one.file.path
    one.file.close()
    old = shutil.copy(path, tmp_path / "old.db")
    one = a_desk(path, seed=21)
    one.rewrite(said, note("since then"))
    opened(organizer, handed(one, session, Profile.ORGANIZER))
    one.file.close()
    for beside in path.parent.glob(f"{path.name}*"):
        if beside.suffix != ".exported":
            beside.unlink()
    shutil.copy(old, path)
    one = a_desk(path, seed=22)
    try:
        one.rewrite(said, note("after the copy"))
        assert texts(one.get(said)) == {"after the copy"}
        told = opened(organizer, handed(one, session, Profile.ORGANIZER))
        assert told.waiting == () and texts(organizer.get(said)) == {"since then", "after the copy"}
        heard = opened(one, handed(organizer, session, Profile.OTHER_LAPTOP))
        keep_both(one, heard.waiting[0].claims)
        assert texts(one.get(said)) == {"since then", "after the copy"}
        one.rewrite(said, note("chosen"))
        opened(organizer, handed(one, session, Profile.ORGANIZER))
        assert texts(one.get(said)) == texts(organizer.get(said)) == {"chosen"}
    finally:
        one.file.close()
        laptops[0] = organizer


def test_a_laptop_is_judged_by_its_key_and_not_by_the_names_in_records(laptops, stranger):
    one, two, _ = laptops
    session = begun(one)
    said = one.add(session, note("hers"))
    opened(two, handed(one, session))
    stamp = replace(stranger.stamp(), device=one.device, hand="feedbeef")
    result = opened(two, stranger.file(one.get(said).written(note("theirs"), stamp)))
    assert texts(two.get(said)) == {"hers"} and result.waiting[0].signer == stranger.name


def test_what_waits_is_not_handed_on(laptops, stranger):
    one, two, _ = laptops
    session = begun(one)
    said = one.add(session, note("hers"))
    opened(one, stranger.file(stranger.over(one.get(said), note("theirs"))))
    opened(two, handed(one, session))
    assert texts(two.get(said)) == {"hers"}
