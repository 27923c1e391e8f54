"""A newer version of a guide stands beside the older, and a circle half-way through can go on in it."""

import pytest

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session, find_or_add_theme
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tests.ui.seen import words_on

DAY = 24 * 60 * MINUTE


@pytest.fixture
def own(desk):
    return OwnGuides(desk)


@pytest.fixture
def shelf(own):
    return GuideShelf(GUIDES, Words(), own=own)


@pytest.fixture
def older(shelf):
    return shelf.translations("safety-together")["en"]


@pytest.fixture
def newer(older):
    return guide_text_of(older.text.replace(f"version: {older.version}", "version: 9.1"))


def held(desk, text, plan="s1", number=1, circle_id=None, start=None):
    """Begin a session of a circle, which is new without ``circle_id``."""
    start = desk.clock.now() - DAY if start is None else start
    circle = None if circle_id else Circle("C07", program=desk.add(NO_OWNER, Program("Bridges")))
    draft = SessionDraft(
        (text,), plan, number, start, start + 120 * MINUTE, 11, circle=circle, circle_id=circle_id
    )
    return create_session(desk, draft)


def named(page):
    guide = page.fields.guides.guide
    return [guide.itemText(place) for place in range(guide.count())]


def choose(page, key):
    page.fields.guides.guide.choose(key)
    page.fields.guides.guide.chosen.emit(key)


def test_a_circle_goes_on_in_what_it_has_or_in_the_newer_version(page, desk, folders, own, older, newer):
    circle = folders.session(held(desk, older)).circle_id
    key = own.add((newer,), Origin.OPENED)
    page.fill_in(circle_id=circle)
    choice = page.fields.guides
    assert (choice.guide.choice(), choice.plan.choice()) == ("safety-together", "s2")
    assert "There is a newer version of this guide, 9.1" in " ".join(words_on(choice.guide_field))
    choose(page, key)
    assert choice.plan.choice() == "s2" and "newer" not in " ".join(words_on(choice.guide_field))
    page.begin_button.click()
    sessions = folders.of_circle(circle)
    assert [(one.session.number, one.guide.version) for one in sessions] == [(1, older.version), (2, "9.1")]


def test_the_overview_and_the_themes_of_both_versions_are_one(desk, folders, older, newer):
    first = held(desk, older)
    folder = folders.session(first)
    second = held(desk, newer, "s2", 2, folder.circle_id, desk.clock.now())
    owners = (folder.circle_id, folder.program_id)
    for session in (first, second):
        theme = find_or_add_theme(desk, owners, "lights")
        desk.add(session, Note(NoteKind.CONCERN, "The corner is dark.", themes=(theme,)))
    picture = folders.picture(folder.program_id)
    (circle,) = picture.rows
    assert [one is not None for one in circle.sessions] == [True, True] and picture.columns == (1, 2)
    assert [(theme.name, theme.notes) for theme in picture.themes] == [("lights", 2)]


def test_two_versions_are_told_apart_by_their_numbers(page, own, older, newer):
    own.add((newer,), Origin.OPENED)
    page.fill_in()
    assert [name for name in named(page) if name.startswith("Safety Together")] == [
        f"Safety Together (version {older.version})",
        "Safety Together (version 9.1)",
    ]


def test_a_guide_that_another_laptop_brought_is_there_for_the_next_session(page, desk, folders, older):
    text = guide_text_of(older.text.replace("id: safety-together", "id: our-own"))
    circle = folders.session(held(desk, text)).circle_id
    page.fill_in(circle_id=circle)
    choice = page.fields.guides
    assert choice.guide_in_app_language().id == "our-own" and choice.plan.choice() == "s2"
    page.begin_button.click()
    assert folders.of_circle(circle)[1].guide.id == "our-own"
    page.fill_in()
    assert "our-own" not in {choice._guide(key).id for key in choice._editions}


def test_the_version_a_circle_meets_by_is_offered_when_the_app_ships_another(page, desk, folders, older):
    earlier = guide_text_of(older.text.replace(f"version: {older.version}", "version: 0.1"))
    circle = folders.session(held(desk, earlier)).circle_id
    page.fill_in(circle_id=circle)
    choice = page.fields.guides
    assert choice.guide_in_app_language().version == "0.1"
    assert f"newer version of this guide, {older.version}" in " ".join(words_on(choice.guide_field))
