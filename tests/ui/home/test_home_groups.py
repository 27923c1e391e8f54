import pytest
from PySide6.QtWidgets import QAbstractButton

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.home.home_groups import HomeGroups
from tests.ui.evenings import held, prepared
from tests.ui.seen import words_on


@pytest.fixture
def groups(buttons, desk):
    return HomeGroups(buttons, desk.clock.now())


def test_a_group_without_rows_has_no_heading(groups):
    assert groups.upcoming([]) == groups.open([]) == groups.programs([], []) == []
    assert groups.past([], {}, every=False) == []


def test_the_same_buttons_of_two_rows_do_not_sound_alike(groups, desk, shelf, folders, shown):
    prepared(desk, shelf, code="C01")
    prepared(desk, shelf, code="C02")
    page = shown(*groups.upcoming(folders.entries()))
    names = [button.accessibleName() for button in page.findChildren(QAbstractButton)]
    assert len(set(names)) == len(names) == 4
    assert "Run. Session 2: What is going on here?. Circle C02 · Eastside Library · 11 people" in names


def test_six_past_sessions_are_shown_until_all_are_asked_for(groups, desk, shelf, folders, shown):
    for number in range(7):
        held(desk, shelf, folders, code=f"C{number:02}")
    entries = folders.entries()
    few = words_on(shown(*groups.past(entries, {entries[0].id: "5 wrap-up steps left"}, every=False)))
    assert few.count("Review") == 6 and "Show all 7 sessions" in few and "5 wrap-up steps left" in few
    every = words_on(shown(*groups.past(entries, {}, every=True)))
    assert every.count("Review") == 7 and "Show all 7 sessions" not in every
    assert "Show all 6 sessions" not in words_on(shown(*groups.past(entries[:6], {}, every=False)))


def test_circles_without_a_program_have_no_menu(groups, desk, folders, shown):
    program = desk.add(NO_OWNER, Program("Bridges", sample=True))
    desk.add(NO_OWNER, Circle("C01", "Library", program))
    desk.add(NO_OWNER, Circle("C09", "Kitchen table"))
    page = shown(*groups.programs(folders.programs(), folders.entries()))
    words = words_on(page)
    menus = [button.objectName() for button in page.findChildren(QAbstractButton)]
    assert menus == [f"program:{program}", f"more:{program}", "program:"]
    assert words[:4] == ["Programs", "Bridges", "Sample", "1 circle · 0 sessions"]
    assert "Circles without a program" in words
