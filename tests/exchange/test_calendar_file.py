"""A calendar file says whole days that a calendar knows again, whatever their words are."""

from datetime import date

from icalendar import Calendar

from dialogue_desk.exchange.calendar_file import CalendarDay, calendar_bytes

MADE = 1_775_000_000_000


def read(*days, name="Bridges"):
    calendar = Calendar.from_ical(calendar_bytes(days, name, MADE))
    return calendar, calendar.walk("VEVENT")


def test_a_day_is_a_whole_day_that_blocks_nothing():
    _, (event,) = read(CalendarDay("k1", date(2027, 6, 30), "Parks answers", "why"))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2027, 6, 30), date(2027, 7, 1))
    assert (str(event["summary"]), str(event["description"])) == ("Parks answers", "why")
    assert (str(event["uid"]), str(event["transp"])) == ("k1@dialogue-desk", "TRANSPARENT")


def test_the_same_days_make_the_same_file():
    day = CalendarDay("k1", date(2027, 6, 30), "x")
    assert calendar_bytes([day], "n", MADE) == calendar_bytes([day], "n", MADE)


def test_words_cannot_add_lines_or_events():
    title = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT; a, b \\ ñ " + "long " * 60
    calendar, (event,) = read(CalendarDay("k", date(2027, 1, 1), title, "a\nb\x00"), name="n\r\nX-Y:1")
    assert str(event["summary"]) == " ".join(title.split())
    assert "X-Y" not in calendar and str(event["description"]) == "a\nb␀"


def test_without_days_it_is_a_calendar_all_the_same():
    assert read()[1] == []
