"""Organizers join proposals, take them apart and say who must act, each in one step that can be undone."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.program.proposal_edits import compare, save_card, say_who_acts, take_out
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.domain.model.organizing import Rung, likeness
from dialogue_desk.domain.overview.proposals import proposals_of
from dialogue_desk.domain.records.records import NO_OWNER
from tests.desk.evening import a_desk, a_shelf


class SmallProgram:
    """A program whose circles each propose something."""

    def __init__(self, folder):
        self.desk = a_desk(folder / "desk.db", 1)
        self.folders = Folders(self.desk, a_shelf(folder))
        self.id = self.desk.add(NO_OWNER, Program("Season"))
        for code, what in (("C01", "A bench"), ("C02", "a bench"), ("C03", "More seats"), ("C04", "A bus")):
            circle = self.desk.add(NO_OWNER, Circle(code, program=self.id))
            session = self.desk.add(circle, Session(1, "s1", (), 0, 60_000_000, 8))
            self.desk.add(session, Move(MoveKind.START, 1_000, RecordId("run"), 1))
            self.desk.add(session, ActionIdea(what))

    @property
    def picture(self):
        return self.folders.picture(self.id)

    @property
    def proposals(self):
        return proposals_of(self.picture)

    def of(self, circle):
        return next(one for one in self.proposals if circle in {it.circle for it in one.sources})

    @property
    def circles(self):
        return sorted(sorted(it.circle for it in one.sources) for one in self.proposals)


APART = [["C01", "C02"], ["C03"], ["C04"]]
JOINED = [["C01", "C02", "C03"], ["C04"]]


@pytest.fixture
def program(tmp_path):
    made = SmallProgram(tmp_path)
    yield made
    made.desk.file.close()


def join(program, one, other, rung=Rung.NEAR, words=()):
    said = likeness(program.of(one).id, program.of(other).id, rung, "both to sit on")
    return compare(program.desk, program.id, said, *words)


def test_two_proposals_become_one_with_one_wording_and_undo_parts_them(program):
    assert program.circles == APART
    join(program, "C03", "C01", words=[replace(program.of("C01").card, what="Places to sit")])
    assert program.circles == JOINED
    assert program.of("C02").idea.what == "Places to sit"
    assert program.of("C02").wordings[-1] == "More seats"
    program.desk.undo()
    assert program.circles == APART
    assert program.of("C01").card.what == ""


def test_related_proposals_stay_two(program):
    join(program, "C03", "C01", Rung.RELATED)
    assert program.circles == APART
    (said,) = program.picture.work.likenesses
    assert (said.rung, said.why) == (Rung.RELATED, "both to sit on")


def test_what_was_joined_is_taken_apart_at_any_later_time(program):
    join(program, "C03", "C01")
    join(program, "C04", "C01")
    whole = program.of("C01")
    (seats,) = (one.action_id for one in whole.sources if one.circle == "C03")
    take_out(program.desk, program.picture, whole, {seats})
    assert program.circles == [["C01", "C02", "C04"], ["C03"]]
    program.desk.undo()
    assert program.of("C01").circles == 4


def test_one_of_those_worded_alike_is_taken_out_too(program):
    bench = program.of("C01")
    (first,) = (one.action_id for one in bench.sources if one.circle == "C01")
    take_out(program.desk, program.picture, bench, {first})
    assert program.circles == [["C01"], ["C02"], ["C03"], ["C04"]]


def test_nothing_is_written_where_all_of_it_or_none_of_it_would_leave(program):
    bench = program.of("C01")
    assert take_out(program.desk, program.picture, bench, bench.ids) is None
    assert take_out(program.desk, program.picture, bench, {program.of("C04").id}) is None


def test_several_proposals_get_an_actor_in_one_step(program):
    cards = {program.of(circle).card: "City council" for circle in ("C01", "C04")}
    say_who_acts(program.desk, program.id, cards)
    assert [program.of(circle).actor for circle in ("C02", "C03", "C04")] == [
        "City council",
        "",
        "City council",
    ]
    again = {program.of(circle).card: "City council" for circle in ("C01", "C04")}
    assert say_who_acts(program.desk, program.id, again) is None
    program.desk.undo()
    assert {one.actor for one in program.proposals} == {""}


def test_a_card_is_kept_and_one_that_says_the_same_writes_nothing(program):
    known = program.of("C04").card
    card = replace(known, actor="Transit", joins=("Church",))
    assert save_card(program.desk, program.id, known, known) is None
    save_card(program.desk, program.id, card, known)
    assert (program.of("C04").actor, program.of("C04").joins) == ("Transit", ("Church",))
