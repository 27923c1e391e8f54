from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.forum import BallotEntry
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.model.organizing import Card, Coding, card_id, coding_id, program_fact_id
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER, Stamp, new_record
from dialogue_desk.ui.program.program_snapshot import ProgramSnapshot
from tests.desk.partners import import_unjudged
from tests.ui.program.shown import seen, spoken


def test_a_shown_page_follows_an_import(filled, desk, program, settled):
    circle = next(r for r in desk.file.records.of_kind(Kind.CIRCLE) if r.body.code == "C04")
    session = next(desk.file.records.under(circle.id, Kind.SESSION))
    note = Note(NoteKind.QUESTION, "Who decides what is published?")
    record = new_record(RecordId("note"), session.id, note, Stamp(DeviceId("other"), 1, desk.clock.now()))
    before = spoken(filled.sections.overview.matrix)
    import_unjudged(desk, [IncomingPackage("new", "x.dialogue", {record.id: record})])
    settled()
    assert spoken(filled.sections.overview.matrix) - before == {
        "C04, session 1: 12 people. 4 notes, 1 action idea"
    }


def test_a_hidden_page_is_read_again_when_it_is_shown(filled, desk, program, settled):
    filled.hide()
    desk.rewrite(program, Program("Another name", "MILL", 2, ("en", "es")))
    assert "Another name" not in seen(filled)
    filled.show()
    settled()
    assert "Another name" in seen(filled)


def test_changes_elsewhere_do_not_have_it_read_again(filled, desk, context):
    desk.add("somewhere else", Note(NoteKind.HOPE, "Not of this program"))
    assert not context.worker.busy()


def test_an_unknown_program_has_no_picture_and_circles_of_none_need_some_rows(page, desk, settled):
    for program_id in ("gone", ""):
        page.show_program(program_id)
        settled()
        assert not page._reader.snapshot.filled
    desk.add(NO_OWNER, Circle("C09", "Kitchen table"))
    settled()
    assert page._reader.snapshot.filled


def test_only_what_is_under_the_program_touches_it(filled, desk, program):
    outcomes = []
    desk.subscribe(outcomes.append)
    inside = filled._reader.snapshot.picture.arrived[0].session_id
    for owner in (inside, program, "elsewhere"):
        desk.add(owner, Note(NoteKind.HOPE, "A bench"))
    snapshot = filled._reader.snapshot
    assert [snapshot.touched_by(outcome) for outcome in outcomes] == [True, True, False]
    assert not ProgramSnapshot(program).touched_by(outcomes[0])


def test_what_changes_while_it_is_read_is_read_once_more(filled, desk, settled):
    session = filled._reader.snapshot.picture.arrived[0]
    arrived = []
    filled._reader.arrived.connect(lambda: arrived.append(filled._reader.snapshot))
    for number in range(3):
        desk.add(session.session_id, Note(NoteKind.HOPE, f"Hope {number}"))
    settled()
    assert len(arrived) == 2
    assert arrived[-1].picture.arrived[0].notes == session.notes + 3


def test_another_program_asked_for_while_one_is_read_is_the_one_that_arrives(page, desk, program, settled):
    other = desk.add(NO_OWNER, Program("Another", "", 1))
    page.show_program(program)
    page.show_program(other)
    settled()
    assert page._reader.snapshot.picture.program.name == "Another"


def test_a_program_is_forgotten_as_soon_as_another_is_asked_for(filled, desk, settled):
    other = desk.add(NO_OWNER, Program("Another", "", 1))
    filled.show_program(other)
    assert filled._reader.snapshot is None
    settled()
    assert filled._reader.snapshot.program_id == other


def test_what_organizers_say_is_there_at_once_and_nothing_else_is_read_for_it(filled, desk, program, settled):
    lines = filled._reader.snapshot.picture.lines
    idea = filled._reader.snapshot.picture.proposals[0].action_id
    desk.perform(Edit(Act.SORT, (Write.of(card_id(program, idea), program, Card(idea, actor="Council")),)))
    assert filled._reader._job is None
    picture = filled._reader.snapshot.picture
    assert picture.work.cards[idea].actor == "Council"
    assert picture.lines is lines
    desk.undo()
    assert filled._reader.snapshot.picture.work.cards == {}
    settled()


def test_a_note_that_organizers_code_is_counted_again(filled, desk, program, settled):
    picture = filled._reader.snapshot.picture
    theme, note = picture.themes[-1], picture.lines[0].note_id
    coding = Coding(note, (theme.theme_id,))
    desk.perform(Edit(Act.SORT, (Write.of(coding_id(program, note), program, coding),)))
    settled()
    assert filled._reader.snapshot.picture.lines[0].themes == (theme.name,)


def test_a_ballot_is_there_at_once_and_nothing_else_is_read_for_it(filled, desk, program):
    before = filled._reader.snapshot.picture
    ballot = BallotEntry(1, 7, ((3, 2),))
    desk.put(program_fact_id(program, ballot), program, ballot)
    now = filled._reader.snapshot.picture
    assert [one.body for one in now.work.ballots] == [ballot]
    assert now.proposals is before.proposals and now.work.cards is before.work.cards
    desk.undo()
    assert filled._reader.snapshot.picture.work == before.work
