"""Where sessions and parts go in the outline, and what cannot move."""

import pytest

from dialogue_desk.exchange.guide_source import GLOSSARY, GROUND_RULES, MOMENTS, GuideSource, Section
from dialogue_desk.ui.editor import outline_moves


def session(name, *parts):
    below = tuple(Section(2, part, (f"#{part}",)) for part in parts)
    return Section(1, name, (f"#{name}",), sections=below)


MOMENT = Section(1, MOMENTS, sections=(Section(2, "Slur", ("#slur",)), Section(2, "Tears", ("#tears",))))
GUIDE = GuideSource(
    sections=(
        Section(1, GROUND_RULES),
        session("s1", "a", "b", "c"),
        session("s2", "d"),
        session("s3"),
        MOMENT,
    )
)


@pytest.mark.parametrize(
    ("path", "by", "to"),
    [
        ((1, 1), -1, (1, 0)),
        ((1, 1), 1, (1, 2)),
        ((1, 2), 1, (2, 0)),
        ((2, 0), -1, (1, 3)),
        ((2, 0), 1, (3, 0)),
        ((1, 0), -1, None),
        ((1,), 1, (2,)),
        ((2,), -1, (1,)),
        ((1,), -1, None),
        ((3,), 1, None),
        ((), 1, None),
        ((0,), 1, None),
        ((4,), -1, None),
        ((4, 0), 1, (4, 1)),
        ((4, 1), 1, None),
    ],
)
def test_the_arrows_move_by_one_place(path, by, to):
    assert outline_moves.stepped(GUIDE, path, by) == to


@pytest.mark.parametrize(
    ("path", "before", "to"),
    [
        ((1, 0), (1, 2), (1, 1)),
        ((1, 2), (1, 0), (1, 0)),
        ((1, 0), (2, 0), (2, 0)),
        ((1, 0), (2,), (1, 2)),
        ((2, 0), (2,), (1, 3)),
        ((1, 0), (3,), (2, 1)),
        ((1, 0), (4,), (3, 0)),
        ((1, 0), None, (3, 0)),
        ((1, 0), (1,), None),
        ((1, 0), (1, 1), None),
        ((1, 0), (4, 0), None),
        ((4, 0), (1, 0), None),
        ((4, 1), (4, 0), (4, 0)),
        ((3,), (1,), (1,)),
        ((1,), (3,), (2,)),
        ((1,), (2, 0), (2,)),
        ((1,), None, (3,)),
        ((1,), (4,), (3,)),
        ((2,), (), (1,)),
        ((2,), (2,), None),
        ((2,), (3,), None),
        ((0,), (2,), None),
    ],
)
def test_what_is_dropped_goes_before_the_row_it_is_dropped_at(path, before, to):
    assert outline_moves.dropped(GUIDE, path, before) == to


@pytest.mark.parametrize(("path", "to"), [((1, 0), (1, 1)), ((2,), (2, 1)), ((), (3, 0)), ((4, 0), (3, 0))])
def test_a_part_is_added_behind_what_is_selected(path, to):
    assert outline_moves.for_part(GUIDE, path) == to


def test_without_a_session_there_is_no_place_for_a_part():
    bare = GuideSource(sections=(Section(1, GLOSSARY), MOMENT))
    assert outline_moves.for_part(bare, ()) is None and outline_moves.for_session(bare, ()) == (1,)
    assert outline_moves.first(bare) == ()


def test_a_session_is_added_behind_the_selected_one():
    assert outline_moves.for_session(GUIDE, (1, 2)) == (2,)
    assert outline_moves.for_session(GUIDE, ()) == (4,)


@pytest.mark.parametrize(
    ("path", "found"), [((1, 9), (1, 2)), ((3, 0), (3,)), ((9, 9), (4,)), ((9,), (4,)), ((1, 0, 5), (1, 0))]
)
def test_what_is_gone_leads_to_what_is_nearest(path, found):
    assert outline_moves.there(GUIDE, path) == found


def test_in_an_empty_guide_there_is_only_the_guide():
    assert outline_moves.there(GuideSource(), (3, 4)) == ()
