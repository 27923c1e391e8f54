"""The laws of taking in: any order, grouping and repetition of files ends in one state, as the preview said.

Among the files are two revisions, two versions of a note by two laptops, what was erased, and a file that
nobody signed.
"""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import erasure_notice
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.desk.program.import_preview import Standing, previewed
from dialogue_desk.desk.program.imports import ImportPlan, import_packages, read_packages
from dialogue_desk.desk.trust.known_laptops import accept
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.desk.evening import SEVEN_PM, a_desk, begun, note
from tests.desk.leaving.test_packages import folder_of
from tests.desk.partners import opened_as_partner
from tests.desk.trust.other_circles import unsigned
from tools.manual_clock import ManualClock

WORDS = Words()
FILES = 8


class Community:
    """Packages, and the laptops that signed them."""

    def __init__(self, packages, laptops):
        self.packages, self.laptops = packages, laptops


@pytest.fixture(scope="module")
def community(tmp_path_factory):
    """What the files hold, and the laptops whose changes an organizer takes."""
    folder = tmp_path_factory.mktemp("community")
    one, two = a_desk(folder / "1" / "desk.db", 1), a_desk(folder / "2" / "desk.db", 2)
    paths = []

    def hand_on(desk, session):
        path = folder / f"{len(paths)}.dialogue"
        path.write_bytes(session_package(desk, folder_of(desk, session)).data)
        paths.append(path)
        return path

    session, other = begun(one), begun(one, "C08")
    kept, gone = one.add(session, note("first")), one.add(other, note("to be erased"))
    opened_as_partner(two, hand_on(one, session))
    opened_as_partner(one, hand_on(two, session))
    one.rewrite(kept, note("ours"))
    two.rewrite(kept, note("theirs"))
    hand_on(one, session)
    hand_on(two, session)
    hand_on(one, other)
    one.erase((gone,))
    paths.append(folder / "erased.dialogue")
    paths[-1].write_bytes(erasure_notice(one, [gone]).data)
    hand_on(two, begun(two, "C09"))
    paths.append(unsigned(hand_on(two, begun(two, "C10")), folder / "nobody.dialogue"))
    plan = read_packages(paths, PackageReader(WORDS), WORDS)
    laptops = (one.device, two.device)
    for desk in (one, two):
        desk.file.close()
    assert len(plan.packages) >= FILES
    return Community(plan.packages[:FILES], laptops)


def organizer(laptops):
    desk = Desk(DeskFile(IN_MEMORY), ManualClock(SEVEN_PM, 0), RandomIds(99))
    for laptop in laptops:
        accept(desk, laptop)
    return desk


def state(desk):
    return list(desk.file.records.everything())


groups = st.permutations(range(FILES)).flatmap(
    lambda order: st.tuples(
        st.just(order),
        st.lists(st.integers(0, FILES), max_size=3),
        st.lists(st.lists(st.integers(0, FILES - 1), min_size=1, max_size=3), max_size=2),
    )
)


def grouped(drawn):
    """Return the files in groups: all of them in some order, cut anywhere, and some once more in between."""
    order, cuts, again = drawn
    edges = sorted({0, *cuts, FILES})
    found = [list(order[start:end]) for start, end in itertools.pairwise(edges)]
    for number, more in enumerate(again):
        found.insert(number * 2, more)
    return found


@settings(max_examples=40, deadline=None)
@given(groups)
def test_any_order_grouping_and_repetition_ends_in_one_state_and_the_preview_is_kept(community, drawn):
    packages, laptops = community.packages, community.laptops
    whole, desk = organizer(laptops), organizer(laptops)
    import_packages(whole, ImportPlan(packages), WORDS)
    for group in grouped(drawn):
        plan = ImportPlan(tuple(packages[number] for number in group))
        before, said = state(desk), previewed(desk, plan, WORDS)
        assert state(desk) == before, "looking changes nothing"
        result = import_packages(desk, plan, WORDS)
        assert result.conflicts == said.new_clashes + said.still_open
        assert (state(desk) != before) == any(one.brings for one in said.files)
        left = previewed(desk, plan, WORDS)
        assert {one.standing for one in left.files} <= {Standing.HERE, Standing.OLDER, Standing.WAITS}
        assert left.new_clashes == 0 and left.still_open == result.conflicts
    assert state(desk) == state(whole)
    for one in (whole, desk):
        one.file.close()


@settings(max_examples=20, deadline=None)
@given(groups, st.sets(st.integers(0, FILES - 1)))
def test_what_is_left_out_first_and_opened_later_ends_in_the_same_state(community, drawn, left_out):
    packages, laptops = community.packages, community.laptops
    whole, desk = organizer(laptops), organizer(laptops)
    import_packages(whole, ImportPlan(packages), WORDS)
    out = {packages[number].path for number in left_out}
    for group in grouped(drawn):
        plan = ImportPlan(tuple(packages[number] for number in group))
        before = state(desk)
        result = import_packages(desk, plan.without(out), WORDS)
        if result.outcome is not None and not result.outcome.erased:
            desk.undo()
            assert state(desk) == before, "undo takes all of it back"
            desk.redo()
    import_packages(desk, ImportPlan(packages), WORDS)
    assert state(desk) == state(whole)
    for one in (whole, desk):
        one.file.close()
