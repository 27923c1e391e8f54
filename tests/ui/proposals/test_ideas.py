"""The tab of actions: proposals, open questions, and proposals that may be one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.ui.proposals.ideas import IdeasTab
from tests.domain.overview.circle_ideas import card, ideas_picture, proposed
from tests.ui.program.shown import seen


@pytest.fixture
def tab(filled):
    filled.open_section(filled.sections.ideas)
    return filled.sections.ideas


def choose(tab, view):
    next(chip for chip in tab.views.chips() if chip.choice.id == view).click()


def names(tab):
    return [chip.choice.text for chip in tab.views.chips()]


def test_proposals_questions_and_likely_twins_are_counted_and_one_is_shown(tab):
    assert names(tab)[:2] == ["Proposals · 7", "Open questions · 4"]
    assert tab.proposals.isVisible()
    choose(tab, "questions")
    assert tab.questions.isVisible() and not tab.proposals.isVisible()
    choose(tab, "alike")
    assert "No two proposals look alike. You can still join any two from the list." in seen(tab)
    assert not tab.search.isVisible()


def test_a_full_list_of_likenesses_says_that_there_may_be_more(tab, filled, desk, settled, qtbot):
    session = filled._reader.snapshot.picture.arrived[0].session_id
    things = ("bench", "lamp", "fence", "library", "kitchen", "garden", "bridge", "fountain", "garage")
    for thing in (*things, "orchard", "chapel", "market"):
        desk.add(session, ActionIdea(f"Repaint {thing} doors yellow {thing} {thing}s"))
        desk.add(session, ActionIdea(f"Repaint {thing} doors yellow {thing} {thing}s soon"))
    settled()
    qtbot.waitUntil(lambda: names(tab)[2] == "Perhaps the same · 10+")


def test_proposals_that_look_alike_are_offered_after_a_moment_and_a_no_is_remembered(
    tab, filled, desk, settled, qtbot
):
    session = filled._reader.snapshot.picture.arrived[0].session_id
    desk.add(session, ActionIdea("Walk the park on the first Friday, together"))
    settled()
    qtbot.waitUntil(lambda: names(tab)[2] == "Perhaps the same · 1")
    choose(tab, "alike")
    button = next(b for b in tab.alike.findChildren(type(filled._bar.change)) if b.text() == "Not the same")
    button.click()
    settled()
    qtbot.waitUntil(lambda: names(tab)[2] == "Perhaps the same · 0")
    assert names(tab)[0] == "Proposals · 8"


def test_an_actor_that_is_named_meanwhile_loses_no_offer(desk, context, qtbot):
    tab = IdeasTab(desk, context)
    qtbot.addWidget(tab)
    tab.show()
    first = proposed("C01", "Repair the street lights in the park")
    picture = ideas_picture(first, proposed("C02", "Fix the street lights in the park", who="iglesias"))
    said = ideas_picture(*picture.proposals, cards=[card(first, actor="Congregations")])
    tab.show_picture(picture)
    tab.show_picture(said)
    qtbot.waitUntil(lambda: names(tab)[2] == "Perhaps the same · 1")
    like = tab._offers[0]
    assert {like.one.actor, like.other.actor} == {"", "Congregations"}


def test_what_is_typed_is_looked_for_in_proposals_and_questions(tab, qtbot):
    tab.search.setText("ESPAÑOL")
    qtbot.waitUntil(lambda: tab.proposals.list.rows() == ())
    tab.search.setText("park friday")
    qtbot.waitUntil(lambda: len(tab.proposals.list.rows()) == 1)
    assert tab.proposals.list.rows()[0].text.startswith("Walk the park")
    tab.search.setFocus()
    qtbot.keyClick(tab.search, Qt.Key.Key_Down)
    assert tab.proposals.list.hasFocus()


def test_a_program_without_ideas_and_questions_says_what_will_be_here(desk, context, folders, program, qtbot):
    tab = IdeasTab(desk, context)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_picture(replace(folders.picture(program), proposals=(), questions=()))
    assert "No action ideas yet" in seen(tab)
