"""The outline shows what there is, how long it is, and where there is something to do."""

import pytest

from dialogue_desk.desk.guides.live_check import LiveCheck
from dialogue_desk.exchange import guide_edits
from dialogue_desk.exchange.guide_files import tree_in
from dialogue_desk.exchange.guide_palette import new_moment
from dialogue_desk.exchange.guide_source import MOMENTS, Section
from dialogue_desk.ui.editor.check_pane import place_text
from dialogue_desk.ui.editor.outline_rows import outline_rows, path_of, row_id
from dialogue_desk.words import Words
from tests.shelf import GUIDES

WORDS = Words()


@pytest.fixture
def source():
    return tree_in((GUIDES / "one-evening.en.guide.md").read_text("utf-8"), WORDS)[0]


@pytest.fixture
def session(source):
    return guide_edits.session_places(source)[0]


def rows(source, here, untranslated=None):
    return outline_rows(source, LiveCheck(WORDS).check(source), here, WORDS, untranslated)


def test_only_the_session_that_is_open_shows_its_parts(source, session):
    parts = len(source.sections[session].sections)
    assert len(rows(source, ())) == 2 and len(rows(source, (session,))) == 2 + parts
    assert [row.depth for row in rows(source, (session, 0))] == [1, 1, *[2] * parts]


def test_a_title_without_end_takes_a_few_lines_of_the_outline(source, session):
    endless = guide_edits.with_title({"en": source}, "en", (session, 0), "street " * 9_000, follow=True)["en"]
    row = next(one for one in rows(endless, (session, 0)) if one.id == row_id((session, 0)))
    assert len(row.title) <= 80 and row.title.endswith("…")
    assert len(row.accessible_text) < 200
    assert len(place_text((session, 0), endless, WORDS)) < 200


def test_a_row_knows_its_section(source, session):
    assert [path_of(row.id) for row in rows(source, (session,))][:3] == [(), (session,), (session, 0)]
    assert row_id(()) == "about" and path_of("") == ()


def test_a_closed_session_is_marked_for_its_parts_and_an_open_one_for_itself(source, session):
    wrong = guide_edits.with_title({"en": source}, "en", (session, 1), "", follow=False)["en"]
    (closed,) = [row for row in rows(wrong, ()) if row.id == str(session)]
    opened = {row.id: row for row in rows(wrong, (session,))}
    assert closed.mark and opened[f"{session}/1"].mark and not opened[str(session)].mark
    assert opened[f"{session}/1"].accessible_text.endswith("There is something to look at")
    assert opened[f"{session}/1"].title == "Conversation"


def test_a_session_that_is_too_long_says_so_with_both_lengths(source, session):
    long = guide_edits.with_figure({"en": source}, "en", (session, 0), "minutes", "99")["en"]
    row = rows(long, ())[1]
    assert row.late and " of " in row.minutes


def test_what_is_not_translated_is_marked_instead(source, session):
    found = rows(source, (session,), {(session, 2): 1})
    assert [row.id for row in found if row.mark] == [f"{session}/2"]


def test_moments_are_below_a_heading_that_stays(source):
    deck = Section(1, MOMENTS, sections=(new_moment("m", WORDS),))
    place = len(source.sections)
    more = source.with_at((place,), deck)
    found = rows(more, (place,))
    assert [row.title for row in found][-2:] == ["When it gets hot", "A new moment"]
    assert not found[-2].movable and found[-1].minutes == ""
