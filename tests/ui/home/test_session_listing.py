from dialogue_desk.desk.leaving.packages import export_session, session_package, write_package
from dialogue_desk.desk.session.closing_edits import set_step_state
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.closing import CloseStep, StepState
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.home.past_sessions import PastRows
from dialogue_desk.ui.home.session_listing import PastState, PastStates, interruptions, sort_sessions
from dialogue_desk.words import Words
from tests.ui.sessions import held, prepared, run


def test_what_comes_is_ordered_by_its_start_and_what_is_past_by_the_latest(desk, shelf, folders):
    later, sooner = prepared(desk, shelf, hours=48), prepared(desk, shelf, hours=1)
    first, second = held(desk, shelf, folders), held(desk, shelf, folders)
    listing = sort_sessions(folders.entries(), desk.clock.now(), ())
    assert [entry.id for entry in listing.coming] == [sooner, later]
    assert [entry.id for entry in listing.past] == [second, first]
    assert listing.interrupted == ()


def test_a_session_counts_as_todays_until_six_hours_after_its_end(desk, shelf, folders):
    session_id = prepared(desk, shelf, hours=0)
    now = desk.clock.now()
    hour = 3_600_000
    for hours, expected in ((1, "coming"), (7, "coming"), (9, "past")):
        listing = sort_sessions(folders.entries(), now + hours * hour, ())
        assert [entry.id for entry in getattr(listing, expected)] == [session_id], hours


def test_one_that_was_left_in_the_middle_is_interrupted_and_not_coming(desk, shelf, folders):
    session_id = prepared(desk, shelf)
    run(desk, folders, session_id, MoveKind.START)
    listing = sort_sessions(folders.entries(), desk.clock.now(), {session_id})
    assert [entry.id for entry in listing.interrupted] == [session_id]
    assert listing.coming == ()


def test_one_left_in_the_middle_days_ago_waits_to_be_wrapped_up(desk, shelf, folders):
    session_id = prepared(desk, shelf)
    run(desk, folders, session_id, MoveKind.START)
    listing = sort_sessions(folders.entries(), desk.clock.now() + 72 * 3_600_000, {session_id})
    assert [entry.id for entry in listing.past] == [session_id]
    assert listing.interrupted == ()


def test_only_a_session_that_this_laptop_ran_is_told_with_where_it_stopped(desk, shelf, folders):
    prepared(desk, shelf, code="C01")
    session_id = prepared(desk, shelf)
    run(desk, folders, session_id, MoveKind.START, MoveKind.NEXT, minutes=2)
    ((found, (_, reading)),) = interruptions(desk, folders, folders.entries()).items()
    assert (found, reading.part) == (session_id, 1)


def test_open_steps_are_counted_for_the_latest_sessions_of_two_weeks(desk, shelf, folders):
    for number in range(10):
        held(desk, shelf, folders, code=f"C{number}")
    entries = folders.entries()
    states = PastStates(desk, folders, {})
    counted = [states.state(entry).open_steps for entry in entries]
    assert [count is None for count in counted] == [False] * 8 + [True] * 2
    desk.clock.advance(15 * 24 * 3_600_000)
    assert PastStates(desk, folders, {}).state(entries[0]).open_steps is None


def test_each_session_says_how_far_it_is(desk, shelf, folders, tmp_path):
    left, never, sent = prepared(desk, shelf), prepared(desk, shelf), held(desk, shelf, folders)
    run(desk, folders, left, MoveKind.START, MoveKind.NEXT)
    desk.clock.advance(60_000)
    export_session(desk, folders.session(sent), tmp_path)
    set_step_state(desk, sent, CloseStep.EXPORT, StepState.DONE)
    entries = {entry.id: entry for entry in folders.entries()}
    states = PastStates(desk, folders, interruptions(desk, folders, list(entries.values())))
    assert states.state(entries[left]) == PastState(left_in=2, closed=False)
    assert states.state(entries[never]) == PastState(closed=False)
    assert states.state(entries[sent]).handed_over == desk.clock.now()


def state_of(desk, folders, session):
    (entry,) = (entry for entry in folders.entries() if entry.id == session)
    return PastStates(desk, folders, {}).state(entry)


def test_what_only_our_other_laptop_got_is_not_handed_over(desk, shelf, folders, tmp_path):
    session = held(desk, shelf, folders)
    ours = session_package(desk, folders.session(session), Profile.OTHER_LAPTOP)
    write_package(desk, ours, tmp_path)
    state = state_of(desk, folders, session)
    assert (state.handed_over, state.exported) == (None, None) and state.open_steps


def test_what_changed_after_it_was_exported_is_not_handed_over(desk, shelf, folders, tmp_path):
    session = held(desk, shelf, folders)
    export_session(desk, folders.session(session), tmp_path)
    set_step_state(desk, session, CloseStep.EXPORT, StepState.DONE)
    before = state_of(desk, folders, session)
    assert before.handed_over == before.exported is not None
    desk.add(session, Note(NoteKind.HOPE, "A bench."))
    state = state_of(desk, folders, session)
    assert state.handed_over is None and state.open_steps and state.exported == before.exported
    row = PastRows(Words(), desk.clock.now()).rows([(folders.entries()[0], state)])[0]
    assert row.act == f"Finish: {state.open_steps} steps left" and row.done == ""
    desk.clock.advance(15 * 24 * 3_600_000)
    (row,) = PastRows(Words(), desk.clock.now()).rows(
        [(folders.entries()[0], state_of(desk, folders, session))]
    )
    assert row.done.startswith("Exported ") and row.people == "–"
