"""Sessions, parts, steps, cards and moments come, move and go in every language at once."""

import pytest

from dialogue_desk.desk.guides.edit_history import EditKind
from dialogue_desk.desk.guides.order_steps import OrderSteps
from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.guide_extras import CardKind
from dialogue_desk.exchange.guide_edits import session_places
from dialogue_desk.exchange.guide_files import open_guide
from dialogue_desk.exchange.guide_palette import new_step
from dialogue_desk.exchange.guide_source import MOMENTS
from dialogue_desk.words import Words


@pytest.fixture
def editing(edited):
    return edited.open()


@pytest.fixture
def told():
    return []


@pytest.fixture
def steps(editing, told):
    return OrderSteps(editing, "en", Words(), told.append)


@pytest.fixture
def session(steps):
    return session_places(steps.source)[0]


def test_everything_that_is_added_is_whole_in_every_language(editing, steps, told, session):
    steps.add_session((session + 1,))
    steps.add_part((session + 1, 1), PartKind.GO_ROUND)
    steps.add((session + 1, 1, 0), new_step, EditKind.ADD_PIECE)
    for kind in CardKind:
        steps.add_card((session + 1, 1, 1), kind)
    place = steps.add_moment()
    assert steps.source.at(place[:1]).title == MOMENTS
    for code in ("en", "es"):
        guide = open_guide(editing.text(code), "x", Words()).guide
        assert [part.kind for part in guide.sessions[1].parts][:2] == [PartKind.WELCOME, PartKind.GO_ROUND]
        assert len(guide.sessions[1].parts[1].cards) == len(CardKind) and guide.moments
    assert told[0].kind is EditKind.ADD_SESSION and told[1].kind is EditKind.ADD_PART


def test_what_is_moved_and_deleted_says_what_it_was(steps, told, session):
    steps.move((session, 0), (session, 1))
    steps.move((session,), (session + 1,))
    steps.duplicate((session, 0))
    steps.delete((session, 0))
    steps.delete((session,))
    assert [one.kind for one in told] == [
        EditKind.MOVE_PART,
        EditKind.MOVE_SESSION,
        EditKind.DUPLICATE,
        EditKind.DELETE_PART,
        EditKind.DELETE_SESSION,
    ]
    assert told[2].path == (session, 1) and told[1].path == (session + 1,)


def test_a_copy_is_called_one(steps, session):
    title = steps.source.at((session, 0)).title
    steps.duplicate((session, 0))
    assert steps.source.at((session, 1)).title == f"{title} (copy)"
