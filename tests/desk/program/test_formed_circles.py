"""Formed circles become circles of the program, without a number in them."""

import pytest

from dialogue_desk.desk.program.formed_circles import CirclesToMake, circles_to_make, make_circles
from dialogue_desk.desk.program.program_edits import circles_of
from dialogue_desk.domain.forming.placing import formed
from dialogue_desk.domain.forming.slips import YOUNG, Slip
from dialogue_desk.domain.forming.wish import Place, Wish
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.records.records import NO_OWNER
from tests.desk.evening import a_desk

YOUTH = frozenset({YOUNG})
WISH = Wish(
    (Place("Library", ("Tuesday",), language="es"), Place("School", ("Monday",), language="en")),
    2, 4, 5, ("en", "es"), facilitators=0,
)  # fmt: skip


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "desk.db", 1)
    yield made
    made.file.close()


@pytest.fixture
def program(desk):
    return desk.add(NO_OWNER, Program("Bridges"))


@pytest.fixture
def forming():
    older = [Slip(number, languages=("es",)) for number in range(501, 506)]
    young = [Slip(number, YOUTH, ("en",)) for number in range(601, 606)]
    return formed([*older, *young], WISH)


@pytest.fixture
def circles(desk, program):
    return lambda: {one.body.code: one.body for one in circles_of(desk, program)}


def test_they_have_place_language_and_youth_and_no_number(desk, program, circles, forming):
    made = make_circles(desk, program, forming)
    assert made.new == ("C01", "C02") and not made.left
    one, two = circles()["C01"], circles()["C02"]
    assert (one.place, one.language, one.youth) == ("Library · Tuesday", "es", False)
    assert (two.place, two.language, two.youth) == ("School · Monday", "en", True)
    assert not any(str(slip.number) in repr((one, two)) for slip in forming.slips)


def test_making_them_twice_writes_nothing(desk, program, forming):
    make_circles(desk, program, forming)
    again = circles_to_make(desk, program, forming)
    assert again == CirclesToMake()


def test_a_circle_that_has_met_or_is_prepared_stays_as_it_is(desk, program, circles, forming):
    met = desk.add(NO_OWNER, Circle("c02", "Church", program, "vi"))
    desk.add(met, Session(1, "s1", (), 0, 60_000_000, 8))
    desk.add(NO_OWNER, Circle("C01", "Church", program, about="For parents"))
    made = make_circles(desk, program, forming)
    assert (made.new, made.changed, made.left) == ((), ("C01",), ("C02",))
    assert circles()["c02"].place == "Church" and circles()["C01"].about == "For parents"
    assert circles()["C01"].place == "Library · Tuesday"


def test_it_is_one_step_of_undo(desk, program, circles, forming):
    make_circles(desk, program, forming)
    desk.undo()
    assert circles() == {}
