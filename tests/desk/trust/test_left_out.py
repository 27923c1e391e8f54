"""What was left out of a file is found again when that is opened again, as long as it would do something."""

from __future__ import annotations

from dialogue_desk.desk.trust.left_out import left_out_of
from dialogue_desk.desk.trust.waiting_changes import ask_again, leave_out, take, waiting_changes
from tests.desk.evening import begun, note
from tests.desk.trust.strangers import opened


def left_out(desk, path):
    result = opened(desk, path)
    return left_out_of(desk, (*result.imported, *result.known))


def test_what_was_left_out_is_found_until_it_is_asked_about_again(laptops, stranger):
    desk = laptops[0]
    said, erased = (desk.add(begun(desk), note(text)) for text in ("hers", "hers too"))
    path = stranger.file(stranger.over(desk.get(said), note("theirs")), stranger.trace(desk.get(erased)))
    assert left_out(desk, path) == ()
    leave_out(desk, waiting_changes(desk)[0].claims)
    found = left_out(desk, path)
    assert {claim.record.id for claim in found} == {said, erased}
    ask_again(desk, found)
    assert left_out(desk, path) == () and len(waiting_changes(desk)[0].claims) == 2


def test_what_is_here_by_now_is_not_told(laptops, stranger):
    desk = laptops[0]
    said = desk.add(begun(desk), note("hers"))
    path = stranger.file(stranger.over(desk.get(said), note("theirs")))
    opened(desk, path)
    (waiting,) = waiting_changes(desk)
    leave_out(desk, waiting.claims)
    assert len(left_out(desk, path)) == 1
    take(desk, waiting.claims)
    leave_out(desk, waiting.claims)
    assert left_out(desk, path) == ()


def test_a_file_of_which_nothing_was_left_out_is_not_told(laptops, stranger):
    desk = laptops[0]
    session = begun(desk)
    said = desk.add(session, note("hers"))
    assert left_out(desk, stranger.file(stranger.new(desk.ids.new(1), session, note("added")))) == ()
    opened(desk, stranger.file(stranger.over(desk.get(said), note("theirs"))))
    leave_out(desk, waiting_changes(desk)[0].claims)
    assert left_out(desk, stranger.file(stranger.over(desk.get(said), note("theirs, later")))) == ()
    assert len(waiting_changes(desk)) == 1
