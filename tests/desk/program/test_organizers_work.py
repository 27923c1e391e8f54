"""Two organizers code halves and bring their coding together: where they differ, a person chooses."""

from __future__ import annotations

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.keyring import keyring, make_key
from dialogue_desk.desk.leaving.packages import export_program, export_session
from dialogue_desk.desk.program.circle_partner import possible_partner
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.program.organizers_work import work_package, write_work
from dialogue_desk.desk.trust.known_laptops import decline, join, signer_of
from dialogue_desk.desk.trust.waiting_changes import settle, waiting_changes
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.forum import BallotEntry
from dialogue_desk.domain.model.notes import Note, NoteKind, Theme
from dialogue_desk.domain.model.organizing import (
    Coding,
    ReportSentence,
    SentenceRole,
    Star,
    coding_id,
    program_fact_id,
    star_id,
)
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf, begun

WORDS = Words()
LINES = ("A bench at the stop.", "Stops feel random.", "Officers who coach.")


@pytest.fixture
def laptops(tmp_path):
    """Two organizers and a facilitator."""
    desks = [a_desk(tmp_path / f"laptop {seed}" / "desk.db", seed) for seed in (1, 2, 3)]
    yield desks
    for desk in desks:
        desk.file.close()


def opened(desk, path):
    plan = read_packages([path], PackageReader(WORDS, keyring(desk)), WORDS)
    return plan, import_packages(desk, plan, WORDS)


@pytest.fixture
def program(laptops, tmp_path):
    """A program that both organizers have, with the notes of one session, sealed to both."""
    one, two, facilitator = laptops
    program = one.add(NO_OWNER, Program("Bridges", seal_to=make_key(one), seal_to_also=make_key(two)))
    circle = one.add(NO_OWNER, Circle("C07", "Library", program))
    for desk in (two, facilitator):
        opened(desk, export_program(one, program, tmp_path / "out"))
    session = begun(facilitator, circle=None, circle_id=circle, ground_rules=())
    for line in LINES:
        facilitator.add(session, Note(NoteKind.HOPE, line))
    folder = Folders(facilitator, a_shelf(facilitator.file.path.parent)).session(session)
    for desk in (one, two):
        opened(desk, export_session(facilitator, folder, tmp_path / "in"))
    return program


def test_a_theme_that_only_a_debrief_has_stays_with_those_who_led(laptops, program, tmp_path):
    one, two, _ = laptops
    circle = one.add(NO_OWNER, Circle("C08", "School", program))
    session = begun(one, circle=None, circle_id=circle, ground_rules=())
    private, shared, unused = (one.add(circle, Theme(name)) for name in ("The row", "Streets", "Parks"))
    one.add(session, Note(NoteKind.DEBRIEF, "We ran late.", themes=(private, shared)))
    one.add(session, Note(NoteKind.HOPE, "A quiet street.", themes=(shared,)))
    opened(two, write_work(one, program, tmp_path / "work"))
    assert [two.get(theme) is not None for theme in (private, shared, unused)] == [False, True, True]


def notes(desk):
    return [record.id for record in desk.file.records.of_kind(Kind.NOTE)]


def code(desk, program, note, *themes):
    desk.put(coding_id(program, note), program, Coding(note, themes))


def coding(desk, program, note):
    record = desk.get(coding_id(program, note))
    return {edition.body.themes for edition in record.editions}


def test_two_halves_become_one_and_where_they_differ_a_choice_waits(laptops, program, tmp_path):
    one, two, _ = laptops
    first, second, third = notes(one)
    street, park = one.add(program, Theme("Street")), two.add(program, Theme("Park"))
    code(one, program, first, street)
    code(one, program, second, street)
    code(two, program, second, park)
    code(two, program, third, park)
    for desk, other in ((one, two), (two, one)):
        file = write_work(desk, program, tmp_path / "work")
        assert file.name.endswith(".dialogue.age")
        plan, _ = opened(other, file)
        partner = possible_partner(other, plan.packages)
        if partner is not None:
            assert partner.program == "Bridges"
            join(other, partner.origin)
            settle(other)
    for desk in (one, two):
        assert not waiting_changes(desk)
        assert coding(desk, program, first) == {(street,)} and coding(desk, program, third) == {(park,)}
        assert coding(desk, program, second) == {(street,), (park,)}
        conflicts = Folders(desk, a_shelf(tmp_path)).conflicts(program)
        assert [one.record.id for one in conflicts] == [coding_id(program, second)]


def test_ballots_and_piles_of_another_laptop_count_once_somebody_says_who_that_is(laptops, program, tmp_path):
    one, _, stranger = laptops
    (circle,) = (row.circle_id for row in Folders(one, a_shelf(tmp_path)).picture(program).rows)
    stranger.put(program_fact_id(program, BallotEntry(1, 1)), program, BallotEntry(1, 1, ((3, 5),)))
    stranger.add(program, PooledCounts(SlipKind.TALLY, (circle,), 12))
    plan, _ = opened(one, write_work(stranger, program, tmp_path / "work"))
    assert waiting_changes(one)
    assert not list(one.file.records.under(program, Kind.BALLOT_ENTRY, Kind.POOLED_COUNTS))
    join(one, plan.packages[0].origin)
    settle(one)
    work = Folders(one, a_shelf(tmp_path)).picture(program).work
    assert (len(work.ballots), len(work.pools)) == (1, 1)


def test_no_note_of_a_circle_is_in_it(laptops, program):
    one, _, _ = laptops
    first = notes(one)[0]
    code(one, program, first)
    one.put(star_id(program, first), program, Star(first))
    one.add(program, ReportSentence(SentenceRole.FINDING, (("en", "People want benches."),)))
    data = work_package(one, program)
    kinds = {record.kind for record in one.file.records.under(program)}
    assert {Kind.CODING, Kind.STAR, Kind.REPORT_SENTENCE} <= kinds
    for line in LINES:
        assert line.encode() not in data.data


def test_of_the_same_coding_there_is_nothing_to_choose(laptops, program, tmp_path):
    one, two, _ = laptops
    first = notes(one)[0]
    for desk in (one, two):
        code(desk, program, first)
    plan, _ = opened(two, write_work(one, program, tmp_path / "work"))
    join(two, plan.packages[0].origin)
    settle(two)
    assert not Folders(two, a_shelf(tmp_path)).conflicts(program)


def test_it_opens_where_the_program_was_not_known_and_asks_nothing(laptops, program, tmp_path):
    one, _, _ = laptops
    code(one, program, notes(one)[0])
    fresh = a_desk(tmp_path / "fresh" / "desk.db", 8)
    (tmp_path / "plain.dialogue").write_bytes(work_package(one, program).data)
    plan = read_packages([tmp_path / "plain.dialogue"], PackageReader(WORDS), WORDS)
    assert possible_partner(fresh, plan.packages) is None
    result = import_packages(fresh, plan, WORDS)
    assert result.programs == ("Bridges",) and not result.refused
    fresh.file.close()


def test_who_was_declined_is_not_asked_about_again(laptops, program, tmp_path):
    one, two, _ = laptops
    code(one, program, notes(one)[0])
    plan, _ = opened(two, write_work(one, program, tmp_path / "work"))
    decline(two, signer_of(two, plan.packages[0].origin))
    assert possible_partner(two, plan.packages) is None


def test_a_program_that_is_not_there_has_no_work(laptops):
    with pytest.raises(KeyError):
        work_package(laptops[0], "nothing")
