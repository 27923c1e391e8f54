"""What a heading of a guide says in its braces."""

from dialogue_desk.domain.model.guide import Cut
from dialogue_desk.exchange.guide_attributes import MOST_ID, Attributes
from dialogue_desk.exchange.guide_faults import MOST_FAULTS, Faults
from dialogue_desk.words import Words


def read(*written):
    faults = Faults("x.guide.md", Words())
    return Attributes(3, list(written), faults), faults


def test_values_are_read_by_their_key_and_what_is_left_out_is_none():
    attributes, faults = read("#talk", "minutes=8", "cut=first")
    assert (attributes.id(), attributes.number("minutes", 1, 600)) == ("talk", 8)
    assert attributes.choice("cut", Cut.LAST) is Cut.FIRST
    assert attributes.number("floor", 1, 600) is None and attributes.choice("other", Cut.LAST) is Cut.LAST
    attributes.refuse_the_rest("minutes, cut")
    assert faults.found == ()


def test_a_wrong_value_is_a_fault_and_a_possible_one_stands_in_for_it():
    attributes, faults = read("minutes=601", "cut=maybe")
    assert attributes.needed_number("minutes", 1, 600) == 1
    assert attributes.needed_choice("cut", Cut.NEVER) is Cut.NEVER
    assert len(faults.found) == 2


def test_a_needed_value_that_is_missing_is_one_fault():
    attributes, faults = read()
    assert (attributes.needed_number("minutes", 1, 600), bool(attributes)) == (1, False)
    assert len(faults.found) == 1 and attributes.id_as_written == ""


def test_an_id_has_a_longest_length():
    for length, count in ((MOST_ID, 0), (MOST_ID + 1, 1)):
        attributes, faults = read("#" + "x" * length)
        attributes.id()
        assert len(faults.found) == count


def test_what_nobody_asked_for_is_told_by_its_line_and_no_more_than_a_hundred_are():
    attributes, faults = read(*(f"key{number}=1" for number in range(MOST_FAULTS + 5)))
    attributes.refuse_the_rest("minutes")
    assert len(faults.found) == MOST_FAULTS and {fault.line for fault in faults.found} == {3}
