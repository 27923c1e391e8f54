"""The report says who took part, with its coverage, and tells no number of few people."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.document import Columns, Document, Heading, Paragraph, Table
from dialogue_desk.domain.model.voices import Voice
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.reports.markdown import markdown_of
from dialogue_desk.reports.report_papers import ReportPaper, report_paper
from dialogue_desk.reports.voices_section import took_part
from dialogue_desk.words import Words
from tests.reports.program_pictures import a_plan
from tests.reports.wanted_voices import HOME, TOWN, VOICES, counted_picture, counted_plan, pooled

EN = Words()


def section(**options):
    return list(took_part(counted_plan(**options), EN))


def text(blocks):
    return markdown_of(Document("T", tuple(blocks))).decode()


def test_a_program_that_wants_nobody_and_counted_nothing_has_no_such_section():
    assert not list(took_part(a_plan(), EN))


def test_each_voice_stands_with_what_was_hoped_counted_and_missing_and_in_how_many_circles():
    table = next(block for block in section() if isinstance(block, Table))
    assert table.rows[:3] == (
        ("People under 18", "40", "14", "7 of 8 circles", "26"),
        ("Mill Row", "60", "22", "7 of 8 circles", "38"),
        ("Elders", "20", "18", "7 of 8 circles", "2"),
    )
    assert table.rows[4] == ("People who work at night", "25", "not counted", "–", "–")


def test_the_heading_names_those_who_are_missing_the_most_missing_first():
    heading = next(block for block in section() if isinstance(block, Heading))
    assert heading.text == "Fewer came than hoped for: Mill Row, People under 18 and Elders"
    assert next(iter(took_part(counted_plan(), EN, "Our own"))).text == "Our own"


def test_below_the_coverage_nobody_is_said_to_be_missing():
    blocks = section(uncounted=2)
    heading = next(block for block in blocks if isinstance(block, Heading))
    assert heading.text == "Who took part, as far as it was counted"
    assert "not known yet" in text(blocks)


def test_a_hidden_number_is_in_no_place_and_what_hidden_means_is_told():
    said = text(section())
    assert "“hidden”: fewer than 10 people" in said
    (_, table) = [block for block in section() if isinstance(block, Table)]
    assert table.rows[1][1] == (
        "north side: 20 · south side: 20 · east bank: hidden · mill row: 22 · outside town: hidden"
    )
    assert {row[2] for row in table.rows} == {"7 of 8 circles"}


def test_in_a_large_program_answers_stand_in_two_columns_with_how_many_answered():
    picture = counted_picture()
    many = tuple(replace(picture.rows[0], circle_id=f"x{n}") for n in range(12))
    plan = report_plan(replace(picture, rows=many))
    (pair,) = [block for block in took_part(plan, EN) if isinstance(block, Columns)]
    assert [side.title for side in pair.sides] == ["How old are you?", "Where do you live?"]
    told = [block.text for side in pair.sides for block in side.blocks if isinstance(block, Paragraph)]
    assert told == ["180 people answered · 12 of 12 circles"] * 2


def test_what_would_count_twice_is_left_out_and_told():
    picture = counted_picture()
    twice = pooled(("c1", "c3"), (10, 10, 10, 10), (10, 10, 10, 5, 5), name="z-later")
    own = pooled(("c2", "c8"), (10, 10, 10, 10), (10, 10, 10, 5, 5), name="z-own")
    work = replace(picture.work, pools=(*picture.work.pools, twice, own))
    said = text(took_part(report_plan(replace(picture, work=work)), EN))
    assert "A pile of 40 slips is left out" in said
    assert "is left out, because their slips are in a pile: C2." in said


@pytest.mark.parametrize("language", ["en", "es"])
def test_hundreds_of_voices_and_answers_leave_the_section_short(language):
    many = tuple(Stored(f"v{n}", TOWN, Voice(f"Voice {n} " + "x" * 100, hoped=5)) for n in range(300))
    picture = counted_picture(voices=many)
    odd = replace(picture.categories[1].body, answers=tuple(f"answer {n}" for n in range(100)))
    questions = tuple(Stored(f"q{n}", TOWN, odd) for n in range(30))
    picture = replace(picture, categories=(Stored(HOME, TOWN, odd), *questions))
    blocks = list(took_part(report_plan(picture), Words(language)))
    assert sum(len(block.rows) for block in blocks if isinstance(block, Table)) < 20
    assert len(blocks) < 12


def test_the_section_is_in_the_report_unless_it_is_left_out():
    document = report_paper(ReportPaper.REPORT, counted_plan(), EN)
    assert "Who took part" in {heading.topic for heading in document.headings}


def test_nobody_is_told_from_invitations_that_few_people_signed_up():
    picture = counted_picture(voices=VOICES[:1])
    asked = picture.work.invitations[1:]
    work = replace(picture.work, invitations=asked)
    said = text(took_part(report_plan(replace(picture, work=work)), EN))
    assert "signed up" not in said
