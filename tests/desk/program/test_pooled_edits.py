"""Slips of several circles, counted together: what fits is kept once, what does not has its words."""

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.program.pooled_edits import (
    CannotCount,
    TypedPile,
    codes_text,
    delete_pool,
    keeps_tallies,
    pool_of,
    questions_on,
    write_pool,
)
from dialogue_desk.desk.session.closing_edits import set_tally
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.closing import Tally, TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.organizing import program_fact_id
from dialogue_desk.domain.model.questionnaire import Questionnaire, Statement
from dialogue_desk.domain.model.voices import SlipKind
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf

EN = Words()
ASKED = Questionnaire(
    tuple(
        Statement(key, (("en", text),))
        for key, text in (("heard", "I am heard."), ("trust", "I trust you."), ("ask", "I know whom to ask."))
    )
)


class SlipProgram:
    """A program of circles that met with so many people each; None where nobody counted."""

    def __init__(self, folder, people=(8, 6, 9, 12, None)):
        self.desk = a_desk(folder / "desk.db", 1)
        self.folders = Folders(self.desk, a_shelf(folder))
        self.id = self.desk.add(NO_OWNER, Program("Season", languages=("en", "es")))
        self.age = self.desk.add(self.id, TallyCategory("Age", ("young", "old")))
        self.desk.put(program_fact_id(self.id, ASKED), self.id, ASKED)
        self.circles, self.sessions = [], []
        for number, present in enumerate(people, 1):
            self.add(f"C{number:02}", present)

    def add(self, code, present, **more):
        circle = self.desk.add(NO_OWNER, Circle(code, program=self.id, **more))
        session = self.desk.add(circle, Session(1, "s1", (), 0, 60_000_000, present or 8, present=present))
        self.desk.add(session, Move(MoveKind.START, 1_000, RecordId("run"), 1))
        self.circles.append(circle)
        self.sessions.append(session)
        return circle

    @property
    def picture(self):
        return self.folders.picture(self.id)

    def pile(self, *places, kind=SlipKind.TALLY, slips=10, counts=None, said=()):
        circles = tuple(self.circles[place - 1] for place in places)
        if counts is None:
            counts = {(self.age if kind is SlipKind.TALLY else "heard", self.answer(kind)): slips}
        return TypedPile(kind, circles, slips, counts, said)

    @staticmethod
    def answer(kind):
        return "old" if kind is SlipKind.TALLY else "4"

    def write(self, pile, pool_id=None, words=EN):
        picture = self.picture
        asked = questions_on(picture, pile.kind, words.language)
        return write_pool(self.desk, picture, pool_of(pile, asked, words), words, pool_id)

    def refusal(self, pile, pool_id=None):
        with pytest.raises(CannotCount) as refused:
            self.write(pile, pool_id)
        return str(refused.value)

    @property
    def pools(self):
        return self.picture.work.pools


@pytest.fixture
def program(tmp_path):
    made = SlipProgram(tmp_path)
    yield made
    made.desk.file.close()


def test_a_pile_is_kept_once_and_undo_and_redo_know_it(program):
    program.write(program.pile(1, 2))
    (pool,) = program.pools
    assert pool.body.counts == ((program.age, "old", 10),)
    assert program.write(program.pile(1, 2), pool.id) is None
    program.desk.undo()
    assert program.pools == ()
    program.desk.redo()
    assert program.pools == (pool,)


def test_a_pile_is_changed_and_deleted(program):
    program.write(program.pile(1, 2))
    (pool,) = program.pools
    program.write(program.pile(1, 2, 3, slips=20), pool.id)
    (changed,) = program.pools
    assert (changed.id, changed.body.slips, len(changed.body.circles)) == (pool.id, 20, 3)
    assert delete_pool(program.desk, pool.id) is not None
    assert delete_pool(program.desk, pool.id) is None
    assert program.pools == ()


@pytest.mark.parametrize(
    ("places", "slips", "said"),
    [
        ((), 10, "Choose the circles"),
        ((1, 2), 0, "Type how many slips"),
        ((1, 2), 10_001, "One pile has 10000 slips at most."),
        ((1,), 8, "1 circle with 8 people is too few"),
        ((5, 1, 2), 10, "Nobody counted the people in: C05."),
        ((1, 2), 15, "15 slips are more than the 14 people counted"),
        ((1, 2), 9, "9 slips are too few"),
        ((4,), 1, "1 slip is too few"),
    ],
)
def test_piles_of_wrong_circles_or_slips_are_refused_with_words(program, places, slips, said):
    assert said in program.refusal(program.pile(*places, slips=slips))
    assert program.pools == ()


def test_two_circles_that_are_small_together_are_refused(program):
    program.add("C06", 3)
    program.add("C07", 2)
    assert "2 circles with 5 people are too few" in program.refusal(program.pile(6, 7, slips=5))


def test_a_circle_alone_is_a_pile_where_it_is_large_enough(program):
    program.write(program.pile(4, slips=12))
    assert len(program.pools) == 1


def test_a_circle_is_on_one_pile_of_a_kind(program):
    program.write(program.pile(1, 2))
    said = program.refusal(program.pile(2, 3))
    assert said.startswith("On another pile already: C02.")
    assert "from: C01 and C02" in said
    program.write(program.pile(2, 3, kind=SlipKind.BEFORE))
    program.write(program.pile(2, 3, kind=SlipKind.AFTER))
    assert len(program.pools) == 3


def test_a_circle_that_keeps_tallies_is_on_no_pile_of_tally_slips(program):
    set_tally(program.desk, program.sessions[3], Tally(program.age, (("old", 9),)))
    assert "tallies of their own: C04" in program.refusal(program.pile(3, 4))
    program.write(program.pile(3, 4, kind=SlipKind.BEFORE))


def test_an_empty_tally_and_one_of_too_few_people_are_no_tallies(program):
    set_tally(program.desk, program.sessions[3], Tally(program.age, (("old", 0),)))
    set_tally(program.desk, program.sessions[0], Tally(program.age, (("old", 5),)))
    assert not any(keeps_tallies(program.desk, one, 10) for one in program.circles)
    program.write(program.pile(1, 4))


def test_a_circle_of_another_program_or_none_is_refused(program):
    other = program.desk.add(NO_OWNER, Program("Other"))
    program.circles.append(program.desk.add(NO_OWNER, Circle("X01", program=other)))
    assert "not in the program" in program.refusal(program.pile(1, 2, 6))
    program.circles.append(RecordId("nobody"))
    assert "not in the program" in program.refusal(program.pile(1, 2, 7))


def test_a_merged_circle_counts_with_the_other_but_for_what_it_said_before(program):
    program.add("C06", 9, into=program.circles[3])
    said = program.refusal(program.pile(4, 6))
    assert "C06 goes on together with C04" in said
    program.refusal(program.pile(4, 6, kind=SlipKind.AFTER))
    program.write(program.pile(4, 6, kind=SlipKind.BEFORE))


def test_an_answer_and_a_question_that_nobody_asks_are_refused(program):
    said = program.refusal(program.pile(1, 2, counts={(program.age, "ancient"): 10}))
    assert said == "“ancient” is no answer to “Age”. Nothing was written."
    said = program.refusal(program.pile(1, 2, counts={("nothing", "old"): 10}))
    assert "a question that the program does not have" in said
    said = program.refusal(program.pile(1, 2, kind=SlipKind.BEFORE, counts={("heard", "6"): 10}))
    assert "“6” is no answer to “I am heard.”" in said


def test_what_a_pile_had_under_a_question_of_before_stays(program):
    program.write(program.pile(1, 2))
    (pool,) = program.pools
    program.desk.rewrite(program.age, TallyCategory("Age", ("young", "older")))
    counts = {(program.age, "old"): 6, (program.age, "older"): 4}
    program.write(program.pile(1, 2, counts=counts), pool.id)
    assert program.pools[0].body.answered(program.age) == 10
    assert "is no answer" in program.refusal(program.pile(3, 4, counts={(program.age, "old"): 10}))


def test_sums_beyond_the_slips_name_the_question(program):
    counts = {(program.age, "young"): 6, (program.age, "old"): 5}
    said = program.refusal(program.pile(1, 2, counts=counts))
    assert said == "“Age” has 11 answers, but there are 10 slips. Count that line again."
    assert "whole number" in program.refusal(program.pile(1, 2, counts={(program.age, "old"): -1}))


def test_open_lines_are_of_questionnaires_and_at_most_one_a_slip(program):
    assert "no open line" in program.refusal(program.pile(1, 2, said=("More light.",)))
    many = tuple(f"line {number}" for number in range(11))
    assert "11 open lines, but 10 slips" in program.refusal(
        program.pile(1, 2, kind=SlipKind.AFTER, said=many)
    )
    program.write(program.pile(1, 2, kind=SlipKind.AFTER, said=many[:10]))


def test_codes_of_many_circles_are_named_in_short(tmp_path):
    made = SlipProgram(tmp_path, (8,) * 12)
    assert codes_text(made.picture, made.circles, EN).endswith("C07 and 5 more")
    made.desk.file.close()


def test_circles_without_a_program_have_no_piles(program):
    program.desk.add(NO_OWNER, Circle("X01"))
    picture = program.folders.picture(None)
    pool = pool_of(program.pile(1, 2), (), EN)
    with pytest.raises(CannotCount, match="belong to no program"):
        write_pool(program.desk, picture, pool, EN)
