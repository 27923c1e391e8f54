from dataclasses import replace

import pytest

from dialogue_desk.domain.model.guide import Audience
from dialogue_desk.exchange.guide_library import guides_in
from dialogue_desk.resources import resource
from dialogue_desk.ui.guides.guide_cover import (
    GuideContents,
    GuideCover,
    audience_text,
    requirements_text,
    session_facts,
    session_names,
)
from dialogue_desk.words import Words
from tests.ui.seen import words_on

WORDS = Words()


@pytest.fixture(scope="module")
def series():
    return guides_in(resource("guides"), WORDS).guide("fair-ground")


@pytest.fixture(scope="module")
def guide(series):
    return series.translation("en").guide


def test_the_facts_of_a_guide_are_on_its_first_page_and_none_is_made_up(theme, guide, qtbot):
    cover = GuideCover(theme, [guide], ["en", "es"], WORDS)
    qtbot.addWidget(cover)
    words = words_on(cover)
    assert words[:2] == [guide.title, guide.summary]
    assert "8 to 12 people, best with 10" in words and "English, Español" in words
    assert guide.license in words and guide.credit in words
    bare = replace(guide, license="", credit="", audience=None, best=None, summary="")
    plain = GuideCover(theme, [bare], ["en"], WORDS)
    qtbot.addWidget(plain)
    assert not {"License", "Credit", "For whom"} & set(words_on(plain))
    assert "8 to 12 people" in words_on(plain)


def test_the_contents_have_each_session_with_its_goal_and_lead_there(theme, series, guide, qtbot):
    contents = GuideContents(theme, [series.translation(code).guide for code in ("en", "es")], WORDS)
    qtbot.addWidget(contents)
    words = words_on(contents)
    assert all(plan.goal in words for plan in guide.sessions)
    assert series.translation("es").guide.sessions[0].goal in words
    with qtbot.waitSignal(contents.wanted) as wanted:
        contents.buttons[3].click()
    assert wanted.args == [3]


def test_optional_sessions_are_not_counted(guide):
    names = session_names(guide, WORDS)
    assert names[:2] == ("Before we begin: a meeting of our own", "1. Beginnings")
    assert names[-2].startswith("6. ")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "75 min · optional"),
        ({"optional": False}, "75 min"),
        ({"optional": False, "joint": True}, "75 min · all circles together"),
    ],
)
def test_what_is_special_about_a_session_is_said(guide, change, said):
    assert session_facts(replace(guide.sessions[0], **change), WORDS) == said


def test_sessions_of_different_lengths_are_said_so(guide):
    assert requirements_text(guide, WORDS) == "8 to 12 people · 8 sessions · 75 to 120 min"
    one = replace(guide, sessions=guide.sessions[1:2])
    assert requirements_text(one, WORDS) == "8 to 12 people · 1 session · 120 min"


@pytest.mark.parametrize(
    ("audience", "said"),
    [
        (Audience.ADULTS, "Adults"),
        (Audience.YOUTH, "Young people"),
        (Audience.MIXED, "Adults and young people"),
        (None, ""),
    ],
)
def test_for_whom_a_guide_is_written(guide, audience, said):
    assert audience_text(replace(guide, audience=audience), WORDS) == said
