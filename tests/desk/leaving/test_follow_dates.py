"""The dates of a follow-up, each once: of asks, of the answer and of the forum."""

from dataclasses import replace
from datetime import date

from icalendar import Calendar

from dialogue_desk.desk.leaving.follow_dates import calendar_of, follow_dates
from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.model.forum import ActionTeam
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.words import Words
from tests.reports.followed_plans import BENCH, FORM, LAMPS, followed_plan

EN = Words()


def dates(*facts, **program):
    picture = followed_plan(*facts).picture
    picture = replace(picture, program=replace(picture.program, **program))
    return picture, follow_up(report_plan(picture))


def test_asks_with_a_next_date_are_there_and_settled_ones_are_not():
    facts = (
        Answer(LAMPS, Reply.IN_PART, "half", "Parks", "2027-06-30"),
        Progress(BENCH, Status.DONE, next_day="2027-07-01"),
        Answer(FORM, Reply.YES),
    )
    (day,) = follow_dates(*dates(*facts), EN)
    assert (day.key, day.day) == (LAMPS, date(2027, 6, 30))
    assert day.title == f"{line_code(LAMPS)}: Repair the lamps behind the rink"
    assert "in part (Parks): half" in day.text


def test_the_day_of_the_answer_stands_once_however_many_asks_wait_for_it():
    found = follow_dates(*dates(answer_by="2027-05-01", forum="2027-06-20"), EN)
    assert [(day.title, day.day) for day in found] == [
        ("Answer asked: Bridges", date(2027, 5, 1)),
        ("Action forum: Bridges", date(2027, 6, 20)),
    ]
    assert len({day.key for day in found}) == 2


def test_the_first_date_of_each_action_team_is_there_with_its_convener_and_place():
    teams = (
        ActionTeam(LAMPS, "Lamp team", "Library", first_day="2027-07-01", place="Room 2"),
        ActionTeam(BENCH, first_day="2027-07-02"),
        ActionTeam(FORM, "Form team"),
    )
    found = {day.title: day for day in follow_dates(*dates(*teams), EN)}
    assert set(found) == {
        "Action team meets first: Lamp team",
        "Action team meets first: A bench at every bus stop",
    }
    lamps = found["Action team meets first: Lamp team"]
    assert lamps.day == date(2027, 7, 1)
    assert lamps.text == "Convener: Library\nRoom 2\nRepair the lamps behind the rink"


def test_they_are_a_calendar_that_opens():
    made = calendar_of(*dates(answer_by="2027-05-01"), 1_775_000_000_000, EN)
    assert len(Calendar.from_ical(made).walk("VEVENT")) == 1
