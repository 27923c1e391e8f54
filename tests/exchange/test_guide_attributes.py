"""What a heading of a guide says in its braces."""

import pytest

from dialogue_desk.domain.model.guide import Cut
from dialogue_desk.exchange.guide_attributes import MOST_ID, Attributes
from dialogue_desk.exchange.guide_faults import MOST_FAULTS, Faults
from dialogue_desk.words import Words


def read(*written):
    faults = Faults("x.guide.md", Words())
    return Attributes(3, written, faults), faults


def test_values_are_read_by_their_key_and_what_is_left_out_is_none():
    attributes, faults = read("#talk", "minutes=8", "cut=first")
    assert (attributes.id(), attributes.number("minutes", 1, 600)) == ("talk", 8)
    assert attributes.choice("cut", Cut.LAST) is Cut.FIRST
    assert attributes.number("floor", 1, 600) is None and attributes.choice("other", Cut.LAST) is Cut.LAST
    attributes.settle()
    assert faults.found == ()


def test_a_wrong_value_is_a_fault_and_a_possible_one_stands_in_for_it():
    attributes, faults = read("minutes=601", "cut=maybe")
    assert attributes.needed_number("minutes", 1, 600) == 1
    assert attributes.needed_choice("cut", Cut.NEVER) is Cut.NEVER
    assert len(faults.found) == 2


def test_a_needed_value_that_is_missing_is_one_fault():
    attributes, faults = read()
    assert attributes.needed_number("minutes", 1, 600) == 1
    assert len(faults.found) == 1


def test_an_id_has_a_longest_length():
    for length, count in ((MOST_ID, 0), (MOST_ID + 1, 1)):
        attributes, faults = read("#" + "x" * length)
        attributes.id()
        assert len(faults.found) == count


def test_a_word_that_means_something_elsewhere_is_a_fault_here():
    attributes, faults = read("minutes=8", "each=60", ".option")
    attributes.needed_number("minutes", 1, 600)
    attributes.settle()
    assert [fault.line for fault in faults.found] == [3, 3]
    assert "“each=60” means nothing here. You can use these words: minutes." in faults.found[0].sentence


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("minuts=8", "minutes=8"),
        ("Minutes=8", "minutes=8"),
        ("mintues=8", "minutes=8"),
        ("flor=4", "floor=4"),
        ("cot=last", "cut=last"),
        (".optinal", ".optional"),
    ],
)
def test_a_word_that_is_almost_right_is_a_fault_that_names_the_right_one(typed, meant):
    attributes, faults = read("#talk", typed)
    attributes.id()
    attributes.needed_number("minutes", 1, 600) if "inut" in typed or "intu" in typed else None
    for key in ("floor", "cut", ".optional"):
        attributes.take(key)
    attributes.settle()
    (fault,) = faults.found
    assert f"There is no “{typed}”. Did you mean {meant}?" in fault.sentence


def test_a_word_that_nobody_knows_is_a_hint_and_at_most_a_hundred_are_told():
    attributes, faults = read(*(f"shade{number}=1" for number in range(MOST_FAULTS + 5)))
    attributes.settle()
    assert faults.found == () and len(faults.all) == MOST_FAULTS
    assert {(fault.line, fault.hint) for fault in faults.all} == {(3, True)}
    assert "does not know “shade0=1”. It is kept" in faults.all[0].sentence


def test_a_choice_that_is_almost_right_is_told_with_the_right_one():
    attributes, faults = read("cut=nevr")
    assert attributes.choice("cut", Cut.LAST) is Cut.LAST
    assert "There is no cut “nevr”. Did you mean cut=never?" in faults.found[0].sentence


def test_a_word_that_needs_a_point_is_told_so():
    _, faults = read("optional", "!")
    assert "“optional” is written with a point before it: .optional" in faults.found[0].sentence
    assert "“!” is not understood" in faults.found[1].sentence
