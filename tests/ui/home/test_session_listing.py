from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.ui.home.session_listing import sort_sessions
from tests.ui.evenings import held, prepared, run


def test_what_comes_stands_by_its_start_and_what_was_held_by_the_latest(desk, shelf, folders):
    later, sooner = prepared(desk, shelf, hours=48), prepared(desk, shelf, hours=1)
    first, second = held(desk, shelf, folders), held(desk, shelf, folders)
    listing = sort_sessions(folders.entries(), desk.clock.now(), ())
    assert [entry.id for entry in listing.coming] == [sooner, later]
    assert [entry.id for entry in listing.past] == [second, first]
    assert listing.open == listing.interrupted == ()


def test_a_session_stays_this_evenings_until_the_night(desk, shelf, folders):
    session_id = prepared(desk, shelf, hours=0)
    now = desk.clock.now()
    hour = 3_600_000
    for hours, expected in ((1, "coming"), (7, "coming"), (9, "open")):
        listing = sort_sessions(folders.entries(), now + hours * hour, ())
        assert [entry.id for entry in getattr(listing, expected)] == [session_id], hours


def test_one_that_was_left_in_the_middle_comes_first_of_all(desk, shelf, folders):
    session_id = prepared(desk, shelf)
    run(desk, folders, session_id, MoveKind.START)
    listing = sort_sessions(folders.entries(), desk.clock.now(), {session_id})
    assert [entry.id for entry in listing.interrupted] == [session_id]
    assert listing.coming == ()


def test_one_left_in_the_middle_days_ago_waits_to_be_closed(desk, shelf, folders):
    session_id = prepared(desk, shelf)
    run(desk, folders, session_id, MoveKind.START)
    listing = sort_sessions(folders.entries(), desk.clock.now() + 72 * 3_600_000, {session_id})
    assert [entry.id for entry in listing.open] == [session_id]
    assert listing.interrupted == ()
