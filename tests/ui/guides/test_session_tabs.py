from dataclasses import replace

import pytest

from dialogue_desk.exchange.guide_library import guides_in
from dialogue_desk.resources import resource
from dialogue_desk.ui.guides.session_tabs import SessionTabs
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.words import Words


@pytest.fixture(scope="module")
def series():
    return guides_in(resource("guides"), Words()).guide("fair-ground").translation("en").guide


@pytest.fixture
def tabs(theme, qtbot, series):
    tabs = SessionTabs(Words())
    qtbot.addWidget(tabs)
    tabs.show_guide(series)
    return tabs


def texts(tabs):
    return [tabs.tabText(place) for place in range(tabs.count())]


def test_where_there_is_room_each_session_has_its_title(tabs):
    tabs.fit(3_000)
    assert texts(tabs)[:3] == ["About", "Before we begin: a meeting of our own", "1. Beginnings"]
    assert tabs.tabToolTip(2) == ""


def test_with_less_room_they_are_numbered_and_an_optional_one_keeps_its_title(tabs):
    tabs.fit(1_100)
    assert texts(tabs)[1:4] == ["Before we begin: a mee…", "Session 1", "Session 2"]
    assert tabs.tabToolTip(1) == "Before we begin: a meeting of our own"
    tabs.fit(600)
    assert texts(tabs)[1:4] == ["Before we be…", "1", "2"]


def test_however_little_room_there_is_each_can_be_pressed(tabs):
    tabs.fit(100)
    assert tabs.maximumWidth() == 100
    assert all(tabs.tabSizeHint(place).width() >= LEAST_TARGET for place in range(tabs.count()))


def test_a_guide_of_one_session_has_none(tabs, series):
    tabs.show_guide(replace(series, sessions=series.sessions[1:2]))
    assert tabs.count() == 0


def test_another_guide_begins_at_its_front_without_telling_so(tabs, series, qtbot):
    tabs.setCurrentIndex(3)
    with qtbot.assertNotEmitted(tabs.currentChanged):
        tabs.show_guide(series)
    assert tabs.currentIndex() == 0


def test_an_ampersand_is_shown_as_it_is(tabs, series):
    plans = (replace(series.sessions[1], title="You & us"), *series.sessions[2:4])
    tabs.show_guide(replace(series, sessions=plans))
    tabs.fit(3_000)
    assert tabs.tabText(1) == "1. You && us"
