"""What organizers write for the report: each act is one step of Undo."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.program.proposal_edits import say_who_acts
from dialogue_desk.desk.program.report_edits import (
    in_order,
    leave_out,
    named_office,
    put_in,
    read_again,
    sentence_of,
    write_outline,
    write_question,
    write_sentence,
    write_titles,
)
from dialogue_desk.domain.overview.report_findings import numbers_then
from dialogue_desk.domain.overview.report_outline import ReportSection, switched
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.resources import resource
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.ui.program.filled import fill
from tools.manual_clock import ManualClock

SHELF = GuideShelf(resource("guides"), Words())
EN = (("en", "Stops begin with a reason."),)


@pytest.fixture
def desk():
    desk = Desk(DeskFile(IN_MEMORY), ManualClock(1_775_000_000_000), RandomIds(1))
    yield desk
    desk.file.close()


@pytest.fixture
def program(desk):
    return fill(desk, SHELF)


@pytest.fixture
def plan(desk, program):
    return lambda: report_plan(Folders(desk, SHELF).picture(program))


def in_words(sentence):
    return replace(sentence, texts=EN)


def ids(said):
    return [one.id for one in said]


def test_a_finding_is_kept_as_it_was_written_with_the_numbers_it_was_read_on(desk, program, plan):
    first = plan().findings[0]
    write_sentence(desk, program, first, in_words(sentence_of(first)), 5)
    again = plan().findings[0]
    assert (again.id, again.written.texts) == (first.id, EN)
    assert (again.written.counted, again.written.met) == (first.circles, 5)
    desk.undo()
    assert plan().findings[0].written is None


def test_a_sentence_that_was_read_again_asks_no_more(desk, program, plan):
    first = plan().findings[0]
    write_sentence(desk, program, first, in_words(sentence_of(first)), 4)
    stale = plan().findings[0]
    assert numbers_then(stale, 5) == ((first.circles,), 4)
    read_again(desk, program, stale, 5)
    fresh = plan().findings[0]
    assert numbers_then(fresh, 5) is None and fresh.written.texts == EN


@pytest.mark.parametrize("what", ["findings", "asks"])
def test_what_is_left_out_makes_room_and_comes_back_at_the_end(desk, program, plan, what):
    before = getattr(plan(), what)
    leave_out(desk, program, before[0])
    gone = plan()
    assert before[0].id not in ids(getattr(gone, what))
    (out,) = gone.unfound if what == "findings" else gone.unasked
    put_in(desk, program, out, getattr(gone, what))
    assert ids(getattr(plan(), what))[-1] == before[0].id


@pytest.mark.parametrize("what", ["findings", "asks"])
def test_they_stand_in_the_order_that_they_were_given(desk, program, plan, what):
    before = getattr(plan(), what)
    in_order(desk, program, reversed(before))
    assert ids(getattr(plan(), what)) == ids(reversed(before))
    desk.undo()
    assert ids(getattr(plan(), what)) == ids(before)


def test_the_outline_the_question_and_a_title_are_kept(desk, program, plan):
    write_outline(desk, program, switched(plan().picture.work.outline, ReportSection.MOVED))
    write_question(desk, program, EN)
    theme = plan().themes[0].theme
    write_titles(desk, program, {theme.theme_id: EN})
    made = plan()
    assert [entry.section for entry in made.outline if not entry.kept] == [ReportSection.MOVED]
    assert made.question.text("en") == EN[0][1] == made.title_of(made.themes[0].theme, "en")


def test_the_office_of_an_ask_is_on_the_card_of_its_proposal_and_the_other_way_round(desk, program, plan):
    asked = plan().asks[0]
    write_sentence(desk, program, asked, replace(sentence_of(asked), texts=EN, actor="Town Council"), 5)
    again = plan().asks[0]
    assert (again.actor, again.proposal.card.actor, named_office(again)) == ("Town Council",) * 3
    say_who_acts(desk, program, {again.proposal.card: "School Board"})
    assert plan().asks[0].actor == "School Board"
    read_again(desk, program, plan().asks[0], 5)
    assert plan().asks[0].actor == "School Board"
    desk.undo()
    desk.undo()
    desk.undo()
    assert plan().asks[0].written is None and plan().asks[0].proposal.card.actor == ""


def test_an_office_that_only_a_sentence_names_is_that_of_the_proposal_too(desk, program, plan):
    asked = plan().asks[0]
    desk.put(asked.id, program, replace(sentence_of(asked), actor="Town Council"))
    again = plan().asks[0]
    assert (again.actor, again.proposal.actor) == ("Town Council", "Town Council")
    assert (again.proposal.card.actor, named_office(again)) == ("", "Town Council")
