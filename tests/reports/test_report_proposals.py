"""In the report, proposals stand under who must act, with when, circles and a code."""

from dataclasses import replace

from dialogue_desk.domain.model.answers import Answer, Reply
from dialogue_desk.domain.model.document import Paragraph, Table
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import ActionIdea, Horizon
from dialogue_desk.domain.model.organizing import (
    Card,
    ReportSentence,
    Rung,
    SentenceRole,
    likeness,
    program_fact_id,
)
from dialogue_desk.domain.overview.program_work import ProgramWork, work_of
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.reports.report_proposals import proposals_by_actor
from dialogue_desk.words import Words
from tests.exchange.small_desk import record
from tests.reports.program_pictures import PROGRAM, a_picture, at

NOW = ActionIdea("Open house", who="police dept.", horizon=Horizon.NOW)


def printed(*folders, actors=(), cards=(), likenesses=()):
    picture = a_picture(*folders)
    work = ProgramWork(cards={card.about: card for card in cards}, likenesses=tuple(likenesses))
    program = replace(picture.program, actors=tuple(actors))
    plan = report_plan(replace(picture, work=work, program=program))
    blocks = list(proposals_by_actor(plan, Words()))
    tables = {one.caption: [row[1:] for row in one.rows] for one in blocks if isinstance(one, Table)}
    notes = {note for one in blocks if isinstance(one, Table) for note in one.notes}
    return tables, notes, next(one.text for one in blocks if isinstance(one, Paragraph))


def ids(*folders):
    return {one.idea.what: one.action_id for one in a_picture(*folders).proposals}


def test_each_actor_has_a_table_with_what_can_begin_soonest_first():
    folders = (
        at("C01", 1, actions=[ActionIdea("Later talk", horizon=Horizon.LONGER), NOW]),
        at("C02", 1, actions=[ActionIdea("A song", who="The choir"), ActionIdea("A bench")]),
    )
    known = ids(*folders)
    cards = [Card(known[what], actor="Police department") for what in ("Later talk", "Open house")]
    tables, notes, _ = printed(*folders, cards=cards)
    assert tables["Police department"] == [
        ("Open house", "Within three months", "1"),
        ("Later talk", "After this year", "1"),
    ]
    assert tables["Others that circles name"] == [("A song", "", "1")]
    assert tables["Nobody is named yet"] == [("A bench", "", "1")]
    assert "Circles name: The choir" in notes


def test_what_is_asked_for_in_the_organizers_words_has_these_words_and_its_office_here_too():
    picture = a_picture(at("C01", 1, actions=[NOW]))
    texts = (("en", "Open the house on Fridays"),)
    body = ReportSentence(SentenceRole.ASK, texts, (picture.proposals[0].action_id,), actor="Town Council")
    stored = Stored(RecordId("ask"), PROGRAM, body)
    plan = report_plan(replace(picture, work=ProgramWork(sentences=(stored,))))
    (table,) = (block for block in proposals_by_actor(plan, Words()) if isinstance(block, Table))
    assert table.caption == "Town Council"
    assert table.rows[0][:2] == (line_code(body.about[0]), "Open the house on Fridays")
    assert table.languages == ("en",)


def test_who_would_join_stands_under_a_proposal():
    folder = at("C01", 1, actions=[NOW])
    card = Card(ids(folder)["Open house"], actor="Police department", joins=("Church", "Library"))
    assert printed(folder, cards=[card])[1] == {"Would join: Church and Library"}


def test_it_says_what_counts_as_one_proposal():
    folders = at("C01", 1, actions=[NOW]), at("C02", 1, actions=[ActionIdea("Visit the station")])
    assert "one only where they are worded alike" in printed(*folders)[2]
    tables, _, said = printed(*folders, likenesses=[likeness(*ids(*folders).values(), Rung.NEAR)])
    assert [row[-1] for rows in tables.values() for row in rows] == ["2"]
    assert "The organizers joined others in 1 of them; the annex has all their words." in said


def test_long_names_and_words_are_shortened_and_nothing_is_markup():
    folder = at("C01", 1, actions=[ActionIdea("<b>" + "x " * 200, who="=1+1 " + "y " * 100)])
    (caption,) = printed(folder, actors=["=1+1 " + "y " * 100])[0]
    assert len(caption) < 80


def test_what_was_answered_stands_under_the_proposal_with_its_next_date():
    folders = (at("C01", 1, actions=[NOW]),)
    (idea,) = ids(*folders).values()
    answer = Answer(idea, Reply.LATER, "no money", "Council", "2027-06-30")
    picture = a_picture(*folders)
    work = work_of([record(program_fact_id(picture.program_id, answer), picture.program_id, answer)])
    blocks = proposals_by_actor(report_plan(replace(picture, work=work)), Words())
    notes = {note for one in blocks if isinstance(one, Table) for note in one.notes}
    assert any("Answer: later (Council): no money. Next date: June 30, 2027" in note for note in notes)
