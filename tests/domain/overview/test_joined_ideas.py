"""Which ideas are one proposal: in any order, each in one, and joining is taken apart without a trace."""

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.organizing import Rung, likeness
from dialogue_desk.domain.overview.joined_ideas import joined_ideas, taken_out

IDS = [f"i{number}" for number in range(9)]


@st.composite
def programs(draw):
    """Ideas with few wordings, and how some pairs of them stand to each other."""
    wordings = {one: draw(st.sampled_from(["bench", "bus", "lamp"])) for one in IDS}
    pairs = st.lists(
        st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda two: two[0] < two[1])
    )
    said = {pair: likeness(*pair, draw(st.sampled_from(Rung))) for pair in draw(pairs)}
    return wordings, tuple(said.values())


def partition(wordings, likenesses):
    return set(joined_ideas(wordings, likenesses))


def after(likenesses, new):
    return tuple({(it.one, it.other): it for it in (*likenesses, *new)}.values())


def test_ideas_worded_alike_are_one_and_so_are_those_that_a_person_joined():
    wordings = {"a": "bench", "b": "bus", "c": "bench", "d": "lamp"}
    assert partition(wordings, ()) == {frozenset("ac"), frozenset("b"), frozenset("d")}
    for rung in (Rung.DUPLICATE, Rung.NEAR):
        assert partition(wordings, [likeness("d", "a", rung)]) == {frozenset("acd"), frozenset("b")}
    for rung in (Rung.RELATED, Rung.CONFLICT, Rung.DIFFERENT):
        assert partition(wordings, [likeness("d", "a", rung)]) == partition(wordings, ())


def test_what_is_said_of_an_idea_that_is_gone_joins_nothing():
    assert partition({"a": "bench"}, [likeness("a", "gone", Rung.NEAR)]) == {frozenset("a")}


@given(programs(), st.randoms())
def test_each_idea_is_in_one_proposal_in_whatever_order_all_arrive(program, chance):
    wordings, said = program
    found = partition(wordings, said)
    assert sorted(one for ideas in found for one in ideas) == IDS
    ideas, likenesses = list(wordings.items()), list(said)
    chance.shuffle(ideas)
    chance.shuffle(likenesses)
    assert partition(dict(ideas), likenesses) == found


@given(programs(), st.data())
def test_what_is_taken_out_leaves_what_stays_and_all_others_as_they_are(program, data):
    wordings, said = program
    found = partition(wordings, said)
    whole = data.draw(st.sampled_from(sorted(found, key=sorted)))
    leave = frozenset(data.draw(st.lists(st.sampled_from(sorted(whole)))))
    if not leave or leave == whole:
        return
    then = partition(wordings, after(said, taken_out(leave, whole, wordings, said)))
    assert whole - leave in then
    assert {ideas for ideas in found if ideas != whole} <= then
    assert leave == frozenset().union(*(ideas for ideas in then if ideas & leave))


@given(programs(), st.data())
def test_two_proposals_that_were_joined_are_taken_apart_again(program, data):
    wordings, said = program
    found = sorted(partition(wordings, said), key=sorted)
    if len(found) == 1:
        return
    one, other = data.draw(st.lists(st.sampled_from(found), min_size=2, max_size=2, unique=True))
    joined = after(said, [likeness(min(one), min(other), Rung.NEAR)])
    assert one | other in partition(wordings, joined)
    parted = after(joined, taken_out(other, one | other, wordings, joined))
    assert partition(wordings, parted) == set(found)


def test_an_idea_that_arrives_later_goes_to_those_that_stayed():
    wordings = dict.fromkeys(("a", "b", "c"), "bench")
    said = taken_out({"a"}, frozenset("abc"), wordings, ())
    assert partition({**wordings, "d": "bench"}, said) == {frozenset("a"), frozenset("bcd")}


def test_what_held_a_proposal_together_is_taken_out_and_the_rest_stays_one():
    wordings = {"a": "bench", "b": "bus", "c": "lamp"}
    said = (likeness("a", "b", Rung.NEAR, "both by the river"), likeness("a", "c", Rung.NEAR))
    new = taken_out({"a"}, frozenset("abc"), wordings, said)
    assert partition(wordings, after(said, new)) == {frozenset("a"), frozenset("bc")}
    assert likeness("a", "b", Rung.DIFFERENT, "both by the river") in new
