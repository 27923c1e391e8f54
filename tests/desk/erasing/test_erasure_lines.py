"""The log of what was erased: no words, when, and under which rule."""

from __future__ import annotations

from datetime import date

import pytest

from dialogue_desk.desk.erasing.erase import erase, erase_from_copies, erasure_notice, withdraw_quote
from dialogue_desk.desk.erasing.retention import set_keep_until
from dialogue_desk.desk.program.program_draft import DraftCircle, ProgramDraft
from dialogue_desk.desk.program.program_edits import circles_of, save_program
from dialogue_desk.desk.trust.way_back import bring_back, erased_lately
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.hold import ErasureRule
from tests.desk.erasing.laptop import found_in, laptop, other, said  # noqa: F401
from tests.desk.evening import begun, note


def log(laptop):  # noqa: F811
    return laptop.desk.file.erasure_log.all()


def test_a_circle_is_one_line_with_what_was_in_it(laptop):  # noqa: F811
    session = begun(laptop.desk)
    laptop.desk.add(session, note("a lamp is out"))
    laptop.desk.add(session, said())
    circle = laptop.desk.get(session).owner
    erase(laptop.desk, circle)
    (line,) = log(laptop)
    assert (line.kind, line.id, line.rule) == (Kind.CIRCLE, circle, ErasureRule.ASKED)
    assert (line.circles, line.sessions, line.notes) == (1, 1, 2)
    assert (line.at, line.on_hold) == (laptop.desk.clock.now(), False)


def test_a_program_and_each_of_its_circles_have_a_line(laptop):  # noqa: F811
    desk = laptop.desk
    circles = tuple(DraftCircle(None, Circle(code, "")) for code in ("C01", "C02"))
    program = save_program(desk, None, ProgramDraft(Program("Alder"), circles=circles))
    ids = {one.id for one in circles_of(desk, program)}
    erase(desk, program)
    assert {line.id for line in log(laptop)} == {program, *ids}


@pytest.mark.parametrize(
    ("day", "rule", "until"),
    [(date(2026, 1, 1), ErasureRule.RETENTION, "2026-01-01"), (date(2042, 1, 1), ErasureRule.ASKED, "")],
)
def test_the_day_of_the_rule_is_told_when_it_was_over(laptop, day, rule, until):  # noqa: F811
    session = begun(laptop.desk)
    set_keep_until(laptop.desk, laptop.desk.get(session).owner, day)
    erase(laptop.desk, session)
    assert [(line.kind, line.rule, line.until) for line in log(laptop)] == [(Kind.SESSION, rule, until)]


def test_a_circle_without_a_day_goes_by_that_of_its_program(laptop):  # noqa: F811
    desk = laptop.desk
    draft = ProgramDraft(Program("Alder"), circles=(DraftCircle(None, Circle("C01", "")),))
    program = save_program(desk, None, draft)
    set_keep_until(desk, program, date(2026, 1, 1))
    erase(desk, circles_of(desk, program)[0].id)
    assert [(line.rule, line.until) for line in log(laptop)] == [(ErasureRule.RETENTION, "2026-01-01")]


def test_a_withdrawn_quote_is_a_line_without_its_words(laptop):  # noqa: F811
    session = begun(laptop.desk)
    quote = laptop.desk.add(session, said())
    withdraw_quote(laptop.desk, quote)
    assert [(line.rule, line.notes) for line in log(laptop)] == [(ErasureRule.WITHDRAWN, 1)]
    laptop.desk.file.close()
    assert found_in(laptop.home) == []


def test_the_log_has_no_name_nor_code(laptop):  # noqa: F811
    desk = laptop.desk
    draft = ProgramDraft(Program("Zebrano"), circles=(DraftCircle(None, Circle("Quillaja", "")),))
    erase(desk, save_program(desk, None, draft))
    desk.file.close()
    assert found_in(laptop.home, "Zebrano") == found_in(laptop.home, "Quillaja") == []


def test_what_another_laptop_erased_says_so_and_what_is_brought_back_leaves_the_log(laptop, other):  # noqa: F811
    session = begun(other.desk)
    other.desk.add(session, note("a lamp is out"))
    laptop.take(other.package(session, other.home))
    erase(other.desk, session)
    notice = erasure_notice(other.desk, [session])
    path = other.home / notice.name
    path.write_bytes(notice.data)
    laptop.take(path)
    assert [(line.kind, line.rule) for line in log(laptop)] == [(Kind.SESSION, ErasureRule.OTHER_LAPTOP)]
    for erased in erased_lately(laptop.desk):
        bring_back(laptop.desk, erased)
        assert log(laptop) == ()


def test_erasing_everything_leaves_the_log_and_one_more_line(laptop):  # noqa: F811
    first, second = begun(laptop.desk), begun(laptop.desk)
    erase(laptop.desk, first)
    laptop.desk.clock.advance(1_000)
    laptop.desk.add(second, note("a lamp is out"))
    erase(laptop.desk, None)
    assert [(line.rule, line.kind, line.notes) for line in log(laptop)] == [
        (ErasureRule.EVERYTHING, None, 1),
        (ErasureRule.ASKED, Kind.SESSION, 0),
    ]


def test_the_log_survives_a_start_a_repair_and_going_back_to_a_copy(laptop):  # noqa: F811
    session = begun(laptop.desk)
    laptop.desk.add(session, note("a lamp is out"))
    copy = laptop.copy().path
    erase(laptop.desk, laptop.desk.get(session).owner)
    erase_from_copies(laptop.desk)
    known = log(laptop)
    assert len(known) == 1
    laptop.restart()
    assert log(laptop) == known
    laptop.repair()
    assert log(laptop) == known
    laptop.go_back_to(copy)
    assert log(laptop) == known


def test_what_is_erased_in_the_same_instant_has_lines_of_its_own_and_none_twice(laptop):  # noqa: F811
    one, two = begun(laptop.desk), begun(laptop.desk)
    erase(laptop.desk, one)
    erase(laptop.desk, two)
    erase(laptop.desk, two)
    assert {line.id for line in log(laptop)} == {one, two} and len(log(laptop)) == 2


def test_a_line_of_a_newer_app_that_cannot_be_read_is_passed_over(laptop):  # noqa: F811
    laptop.desk.file.remember("erased 000000000000001 x", '{"rule": "by moonlight"}')
    assert log(laptop) == ()
