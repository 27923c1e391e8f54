from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.ui.home.session_listing import interruption_texts, open_steps_texts, sort_sessions
from dialogue_desk.words import Words
from tests.ui.sessions import held, prepared, run


def test_what_comes_is_ordered_by_its_start_and_what_is_past_by_the_latest(desk, shelf, folders):
    later, sooner = prepared(desk, shelf, hours=48), prepared(desk, shelf, hours=1)
    first, second = held(desk, shelf, folders), held(desk, shelf, folders)
    listing = sort_sessions(folders.entries(), desk.clock.now(), ())
    assert [entry.id for entry in listing.coming] == [sooner, later]
    assert [entry.id for entry in listing.past] == [second, first]
    assert listing.open == listing.interrupted == ()


def test_a_session_counts_as_todays_until_six_hours_after_its_end(desk, shelf, folders):
    session_id = prepared(desk, shelf, hours=0)
    now = desk.clock.now()
    hour = 3_600_000
    for hours, expected in ((1, "coming"), (7, "coming"), (9, "open")):
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
    assert [entry.id for entry in listing.open] == [session_id]
    assert listing.interrupted == ()


def test_only_a_session_that_this_laptop_ran_is_told_with_where_it_stopped(desk, shelf, folders):
    prepared(desk, shelf, code="C01")
    session_id = prepared(desk, shelf)
    run(desk, folders, session_id, MoveKind.START, MoveKind.NEXT, minutes=2)
    texts = interruption_texts(desk, folders, folders.entries(), Words())
    assert list(texts) == [session_id]
    assert texts[session_id].startswith("You were in part 2, ")


def test_open_steps_are_told_of_the_first_past_sessions_for_two_weeks(desk, shelf, folders):
    sessions = [held(desk, shelf, folders, code=f"C{number}") for number in range(7)]
    now = desk.clock.now()
    listing = sort_sessions(folders.entries(), now, ())
    texts = open_steps_texts(folders, listing.past, now, Words())
    assert len(texts) == 6 and set(texts) < set(sessions)
    fortnight = 14 * 24 * 3_600_000
    start = listing.past[0].session.start
    assert listing.past[0].id in open_steps_texts(folders, listing.past, start + fortnight - 1, Words())
    assert open_steps_texts(folders, listing.past[:1], start + fortnight, Words()) == {}
