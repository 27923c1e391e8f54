"""One proposal: what organizers say of it is kept field by field, whatever they do next."""

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.domain.model.closing import DotVote
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import Horizon, Level
from dialogue_desk.domain.model.organizing import Rung, likeness
from dialogue_desk.domain.overview.program_proposals import ProgramProposals
from dialogue_desk.ui.proposals.proposal_card import ProposalCard, ShownProposal
from dialogue_desk.ui.proposals.proposal_text import who_text
from dialogue_desk.words import Words
from tests.domain.overview.circle_ideas import card, ideas_picture, proposed
from tests.ui.program.shown import seen

BENCH = proposed("C01", "A bench", who="police dept.", why="Old people", dots=7, vote=DotVote(3, 8))
SEATS = proposed("C02", "More seats", first_step="Count them")
BUS = proposed("C03", "A bus")
SAID = (
    likeness(BENCH.action_id, SEATS.action_id, Rung.NEAR),
    likeness(BENCH.action_id, BUS.action_id, Rung.CONFLICT, "one street"),
)


def shown(idea=BENCH, cards=(), likenesses=(), **more):
    actors = ["Police department", "Council"]
    known = ProgramProposals.of(
        ideas_picture(BENCH, SEATS, BUS, cards=cards, likenesses=likenesses, actors=actors)
    )
    one = known.home[idea.action_id]
    return ShownProposal(one, known.actors, known.offer(one), known.related.get(one.id, ()), **more)


@pytest.fixture
def pane(context, qtbot):
    pane = ProposalCard(context)
    qtbot.addWidget(pane)
    pane.resize(700, 900)
    pane.show()
    pane.kept = []
    pane.changed.connect(pane.kept.append)
    return pane


def test_it_says_who_proposes_it_and_offers_the_actor_whom_they_meant(pane):
    pane.show_proposal(shown())
    assert seen(pane)[0] == "A bench"
    assert any(line.startswith("Proposed by 1 circle: C01.") for line in seen(pane))
    assert pane.offer.text() == "Choose Police department"
    pane.offer.click()
    assert pane.kept[-1].actor == "Police department"


def test_an_actor_whom_all_circles_name_is_named_at_once_and_can_be_changed(pane):
    benches = proposed("C04", "Benches", who="the council")
    known = ProgramProposals.of(ideas_picture(benches, actors=["The Council", "Parks"]))
    one = known.all[0]
    pane.show_proposal(ShownProposal(one, known.actors, known.offer(one)))
    assert pane.actor.select.currentText() == "The Council" and not pane.offer.isVisible()
    assert who_text(one, Words()) == "The Council", "without quotes"
    pane.actor.chosen.emit("")
    assert pane.kept == [] and pane.actor.select.currentText() == "The Council"
    pane.actor.chosen.emit("Parks")
    assert pane.kept[-1].actor == "Parks"


def test_words_that_fit_no_actor_are_offered_as_they_are(pane):
    choir = proposed("C09", "A song", who="the choir")
    known = ProgramProposals.of(ideas_picture(choir, actors=["Council"]))
    pane.show_proposal(ShownProposal(known.all[0], known.actors, known.offer(known.all[0])))
    assert pane.offer.text() == "Use these words"


def test_nothing_is_offered_once_somebody_said_who_must_act(pane):
    pane.show_proposal(shown(cards=[card(BENCH, actor="Council")]))
    assert not pane.offer.isVisible()
    assert pane.actor.select.choice() == "Council"


def test_each_field_is_kept_as_it_is_left_and_none_takes_another_one_back(pane, qtbot):
    pane.show_proposal(shown())
    pane.joins.setFocus()
    qtbot.keyClicks(pane.joins, "Church,  Library ,Church")
    pane.what.setFocus()
    qtbot.keyClicks(pane.what, "Benches at each stop")
    qtbot.keyClick(pane.what, Qt.Key.Key_Return)
    pane.when.chips()[1].click()
    pane.level.chips()[3].click()
    last = pane.kept[-1]
    assert (last.joins, last.what) == (("Church", "Library"), "Benches at each stop")
    assert (last.horizon, last.level) == (Horizon.THIS_YEAR, Level.POLICY)


def test_what_was_typed_is_kept_when_the_page_goes_away(pane, qtbot):
    pane.show_proposal(shown())
    pane.first_step.setFocus()
    qtbot.keyClicks(pane.first_step, "Ask")
    pane.hide()
    assert [one.first_step for one in pane.kept] == ["Ask"]


def test_looking_at_it_keeps_nothing(pane):
    pane.show_proposal(shown(SEATS))
    pane.keep()
    pane.show_proposal(shown())
    pane.hide()
    assert pane.kept == []


def test_dots_stand_beside_what_the_circle_had_to_give(pane):
    pane.show_proposal(shown())
    pane._dots.unfold(True)
    assert "7 of 24 dots in C01" in seen(pane)


def test_sources_keep_their_words_and_are_taken_out(pane, qtbot):
    out = []
    pane.sources.taken_out.connect(out.append)
    pane.show_proposal(shown(likenesses=SAID))
    qtbot.waitUntil(lambda: {"A bench", "Why: Old people", "First step: Count them"} <= set(seen(pane)))
    code = line_code(SEATS.action_id)
    press(pane, f"Split off “More seats”: C02 · session 1 · {code}")
    assert out == [(SEATS.action_id,)]


def test_what_stands_beside_it_is_shown_with_why_and_can_be_parted(pane, qtbot):
    parted = []
    pane.sources.unrelated.connect(parted.append)
    pane.show_proposal(shown(likenesses=SAID))
    qtbot.waitUntil(lambda: {"In conflict: A bus", "one street"} <= set(seen(pane)))
    press(pane, "Not related to “A bus”")
    assert [one.idea.what for one in parted] == ["A bus"]


def test_of_many_circles_the_first_are_shown_and_all_on_demand(pane, qtbot):
    known = ProgramProposals.of(
        ideas_picture(*(proposed(f"C{place:02}", "A bench") for place in range(1, 13)))
    )
    pane.show_proposal(ShownProposal(known.all[0], (), ""))
    qtbot.waitUntil(lambda: sum(one.text() == "Split off" for one in buttons(pane)) == 8)
    press(pane, "Show all 12")
    qtbot.waitUntil(lambda: sum(one.text() == "Split off" for one in buttons(pane)) == 12)


def test_one_wording_of_one_circle_has_nothing_to_take_out(pane):
    pane.show_proposal(shown(BUS))
    assert not [one for one in buttons(pane) if one.text() == "Split off"]


def test_circles_without_a_program_are_only_read(pane):
    pane.show_proposal(shown(may_change=False))
    assert not pane.actor.isVisible() and not pane.offer.isVisible() and not pane.join.isVisible()
    assert any("in no program yet" in line for line in seen(pane))


def test_two_organizers_who_differ_are_told_and_the_choice_is_a_press_away(pane):
    wanted = []
    pane.conflict_wanted.connect(wanted.append)
    pane.show_proposal(shown(to_choose="record"))
    assert "Two organizers say different things." in seen(pane)
    pane.choose.click()
    assert wanted == ["record"]


def test_long_words_and_names_make_nothing_wider(pane, qtbot):
    pane.resize(480, 700)
    long = proposed("C01", "Bänke " * 900, who="x" * 900)
    known = ProgramProposals.of(ideas_picture(long, cards=[card(long, actor="y" * 300)]))
    pane.show_proposal(ShownProposal(known.all[0], known.actors, "z" * 900))
    qtbot.waitUntil(lambda: pane.sources.isVisible() and pane.sources.width() > 0)
    assert pane.ground.minimumSizeHint().width() <= 480


def buttons(pane):
    return [one for one in pane.findChildren(type(pane.join)) if one.isVisible()]


def press(pane, name):
    next(one for one in buttons(pane) if one.accessibleName() == name).click()
