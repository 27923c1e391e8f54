"""The records of a session, and of its circle and program what goes with it."""

from dialogue_desk.desk.session.session_scope import session_scope
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.records.records import NO_OWNER
from tests.desk.evening import a_desk, begun, note


def test_a_session_has_its_own_records_and_what_its_circle_and_program_share(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    program = desk.add(NO_OWNER, Program("Bridges"))
    session_id = begun(desk, circle=Circle("C07", "Library", program))
    circle = desk.get(session_id).owner
    mine = {desk.add(session_id, note("a")), desk.add(circle, Theme("Lamps"))}
    mine |= {desk.add(program, Theme("Buses")), desk.add(program, TallyCategory("Age", ("young",)))}
    other = begun(desk)
    scope = session_scope(desk, session_id)
    assert mine | {session_id, circle, program} <= set(scope) and other not in scope
    assert session_scope(desk, RecordId("nothing")) == {}
    desk.file.close()
