"""What organizers made of what circles said, put together."""

from dialogue_desk.domain.model.forum import BallotEntry, Forum
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import (
    Card,
    Coding,
    ReportOutline,
    ReportSentence,
    SentenceRole,
    Star,
    program_fact_id,
)
from dialogue_desk.domain.overview.program_work import ProgramWork, with_ballots, work_of
from dialogue_desk.domain.records.changes import Act, Edit, Write
from tests.domain.records.laptops import DEVICES, Laptop

PROGRAM, NOTE = RecordId("p"), RecordId("n")


def said(*bodies):
    laptop = Laptop(DEVICES[0])
    for number, body in enumerate(bodies):
        sentence = isinstance(body, ReportSentence)
        record_id = RecordId(f"s{number}") if sentence else program_fact_id(PROGRAM, body)
        edit = Edit(Act.SORT, (Write.of(record_id, PROGRAM, body),))
        laptop.make(edit.made_to(laptop.records, laptop.stamp()))
    return work_of(laptop.records.values())


def test_it_is_found_by_the_line_that_it_is_about():
    work = said(Coding(NOTE, (RecordId("t"),)), Card(NOTE, "Council"), Star(NOTE), ReportOutline(("themes",)))
    assert work.codings == {NOTE: (RecordId("t"),)} and work.cards[NOTE].actor == "Council"
    assert set(work.stars) == {NOTE} and work.outline.sections == ("themes",)


def test_sentences_of_a_role_come_in_the_order_a_person_gave_them():
    second, first = (ReportSentence(SentenceRole.FINDING, place=place) for place in (2, 1))
    ask = ReportSentence(SentenceRole.ASK)
    assert [one.body for one in said(second, ask, first).of_role(SentenceRole.FINDING)] == [first, second]


def test_where_nobody_did_anything_all_is_as_usual():
    assert said() == ProgramWork()


def test_a_ballot_that_is_typed_is_known_as_if_all_had_been_read_again():
    laptop = Laptop(DEVICES[0])

    def typed(number, entry, *options):
        body = BallotEntry(entry, number, tuple((one, 1) for one in options))
        record_id = program_fact_id(PROGRAM, body)
        edit = Edit(Act.WRITE, (Write.of(record_id, PROGRAM, body),))
        laptop.make(edit.made_to(laptop.records, laptop.stamp()))
        return laptop.records[record_id]

    laptop.make(
        Edit(Act.WRITE, (Write.of(program_fact_id(PROGRAM, Forum()), PROGRAM, Forum()),)).made_to(
            laptop.records, laptop.stamp()
        )
    )
    work = work_of(laptop.records.values())
    for number, entry, options in ((2, 1, (1,)), (1, 1, (3,)), (2, 2, (1,)), (2, 1, (5,))):
        work = with_ballots(work, [typed(number, entry, *options)])
        assert work == work_of(laptop.records.values())
    gone = program_fact_id(PROGRAM, BallotEntry(1, 2))
    removal = Edit(Act.REMOVE, (Write.again(laptop.records[gone], None),))
    laptop.make(removal.made_to(laptop.records, laptop.stamp()))
    work = with_ballots(work, [laptop.records[gone]])
    assert work == work_of(laptop.records.values())
    assert [(one.body.number, one.body.entry) for one in work.ballots] == [(1, 1), (2, 2)]
