"""Records: which of their editions stand, and which is shown."""

import time

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.records.records import Edition, Version, latest
from tests.domain.records.laptops import DEVICES, IDS, Laptop, note


def test_a_laptop_whose_clock_is_years_off_neither_wins_nor_loses_by_it():
    here, there = Laptop(DEVICES[0], at=2_000_000_000_000), Laptop(DEVICES[1], at=0)
    here.edit(IDS[0], "first")
    there.hear(here)
    there.edit(IDS[0], "later, by a laptop that thinks it is 1970")
    here.hear(there)
    assert here.words(IDS[0]) == "later, by a laptop that thinks it is 1970"


def test_two_laptops_that_wrote_the_same_are_no_conflict():
    here, there = Laptop(DEVICES[0]), Laptop(DEVICES[1])
    here.edit(IDS[0], "the same words")
    there.edit(IDS[0], "the same words")
    here.hear(there)
    assert len(here.records[IDS[0]].editions) == 2 and not here.records[IDS[0]].in_conflict


def test_words_are_shown_before_their_removal_is():
    here, there = Laptop(DEVICES[0]), Laptop(DEVICES[1])
    here.edit(IDS[0], "first")
    there.hear(here)
    here.edit(IDS[0], None)
    there.edit(IDS[0], "mended")
    here.hear(there)
    assert here.words(IDS[0]) == "mended" and here.records[IDS[0]].in_conflict


def test_a_cloned_laptop_that_counts_alike_loses_nothing():
    one = Edition(Version((("here", 1),)), 0, DEVICES[0], note("one"))
    other = Edition(Version((("here", 1),)), 0, DEVICES[0], note("other"))
    assert set(latest([one, other])) == {one, other}


@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.integers(1, 4), min_size=1), max_size=12))
def test_what_is_left_is_each_edition_that_no_other_has_seen(versions):
    editions = {
        Edition(Version(tuple(sorted(counts.items()))), 0, DEVICES[0], note(str(number)))
        for number, counts in enumerate(versions)
    }
    left = {
        one
        for one in editions
        if not any(other.version != one.version and other.version.knows(one.version) for other in editions)
    }
    assert set(latest(editions)) == left


def test_the_versions_of_six_hundred_laptops_come_together_at_once():
    editions = [Edition(Version(((f"w{n}", n + 1),)), 0, DeviceId(f"w{n}"), note(str(n))) for n in range(600)]
    before = time.process_time()
    assert len(latest(editions)) == 600
    assert time.process_time() - before < 2
