from dialogue_desk.domain.model.ids import MINUTE, SECOND


def test_it_says_what_session_it_is_and_when_it_ends(running):
    assert running.top._title.text() == "Session 2 of 5: What is going on here?"
    assert running.top._place.text() == "Circle C07 · Eastside Library · 11 people"
    assert running.top._time.text() == "7:00 PM  ·  ends 9:00"
    assert running.top._late.text() == "on time"


def test_a_minute_late_is_on_time(running, clock):
    clock.advance(13 * MINUTE)
    running._controller.tick()
    assert running.top._late.text() == "on time"
    clock.advance(SECOND)
    running._controller.tick()
    assert running.top._late.text() == "1 min late"


def test_being_late_is_said_in_words(running, clock):
    clock.advance(18 * MINUTE)
    running._controller.tick()
    assert running.top._late.text() == "6 min late"
    assert running.top._time.text() == "7:18 PM  ·  ends 9:06"
