"""Lists of answers and of what became of asks: heads in either language, exact words for bad lines."""

from datetime import date

import pytest

from dialogue_desk.desk.program.follow_edits import write_follow_up
from dialogue_desk.desk.program.follow_lists import facts_in, status_typed
from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.words import Words
from tests.desk.program.test_proposal_edits import SmallProgram

TODAY = date(2027, 6, 1)
EN = Words()


@pytest.fixture
def program(tmp_path):
    made = SmallProgram(tmp_path)
    yield made
    made.desk.file.close()


def known(program):
    return follow_up(report_plan(program.picture))


def read(program, *rows):
    return facts_in(rows, known(program), EN, TODAY)


def first(program):
    return known(program).followed[0]


def test_without_heads_the_columns_stand_in_their_usual_order(program):
    one = first(program)
    row = (one.code, "yes", "in June", "Parks", "2027-07-01", "planned", "a plan", "minutes", "2027-08-01")
    sheet = read(program, row)
    assert sheet.answers == (Answer(one.about, Reply.YES, "in June", "Parks", "2027-07-01"),)
    assert sheet.reports == (Progress(one.about, Status.PLANNED, "a plan", "minutes", "2027-08-01"),)
    assert not sheet.refused


@pytest.mark.parametrize(
    "heads",
    [
        ("Status", "Evidence", "Code", "Changed", "Next date"),
        ("Estado", "Pruebas", "Código", "Qué cambió", "Próxima fecha"),
    ],
)
def test_heads_may_stand_in_any_order_and_in_either_language(program, heads):
    one = first(program)
    names = {column: plain for plain in heads for column in [plain]}
    assert len(names) == 5
    sheet = read(program, heads, ("done", "a photo", one.code, "a bench stands", ""))
    found = sheet.reports or sheet.refused
    assert found == (Progress(one.about, Status.DONE, "a bench stands", "a photo"),)


def test_a_next_date_belongs_to_what_stands_before_it(program):
    one = first(program)
    heads = ("code", "answer", "next date", "status", "next date")
    sheet = read(program, heads, (one.code, "later", "2027-07-01", "on hold", "2027-09-01"))
    assert sheet.answers[0].next_day == "2027-07-01" and sheet.reports[0].next_day == "2027-09-01"
    alone = read(program, ("code", "status", "next date"), (one.code, "planned", "2027-07-02"))
    assert alone.reports[0].next_day == "2027-07-02" and not alone.answers


def test_short_heads_are_read_in_both_languages(program):
    one = first(program)
    for heads in (("code", "answer", "by", "next"), ("código", "respuesta", "quién", "próxima")):
        sheet = read(program, heads, (one.code, "later", "Parks", "2027-07-01"))
        assert [(answer.by, answer.next_day) for answer in sheet.answers] == [("Parks", "2027-07-01")]


def test_a_column_that_nobody_knows_is_passed_over(program):
    one = first(program)
    sheet = read(program, ("code", "our notes", "answer"), (one.code, "call them", "no"))
    assert sheet.answers == (Answer(one.about, Reply.NO),)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (("", "", "", ""), "neither an answer nor a status"),
        (("", "because", "done", ""), "It has no answer, so “Why” has no place."),
        (("yes", "", "", "a bench"), "It has no status, so “What changed” has no place."),
        (("yes", "", "finished", ""), "“finished” is no status. A status is one of: planned, under way,"),
        (("maybe", "", "done", ""), "“maybe” is no answer."),
    ],
)
def test_a_line_that_cannot_be_kept_has_its_words_and_nothing_of_it_counts(program, row, sentence):
    one = first(program)
    sheet = read(program, ("code", "answer", "why", "status", "changed"), (one.code, *row))
    assert sheet.refused[0].startswith("Line 2: ") and sentence in sheet.refused[0]
    assert not sheet.facts


def test_dates_that_are_past_are_refused_for_a_status_too(program):
    one = first(program)
    sheet = read(program, ("code", "status", "next date"), (one.code, "planned", "2027-05-31"))
    assert "already past" in sheet.refused[0] and not sheet.facts


def test_more_cells_than_columns_are_not_passed_over(program):
    one = first(program)
    sheet = read(program, ("code", "answer", "why"), (one.code, "yes", "in June", " or July"))
    assert "more cells than there are columns" in sheet.refused[0] and not sheet.facts


def test_a_status_that_stands_twice_counts_once(program):
    code = first(program).code
    same = read(program, ("code", "status"), (code, "done"), (code, "done"))
    assert len(same.reports) == 1 and not same.refused
    other = read(program, ("code", "status"), (code, "done"), (code, "dropped"))
    assert [one.status for one in other.reports] == [Status.DONE]
    assert "two statuses that differ. The first one counts: done" in other.refused[0]


def test_an_answer_and_a_status_of_one_code_may_stand_on_two_lines(program):
    code = first(program).code
    sheet = read(program, ("code", "answer", "status"), (code, "yes", ""), (code, "", "planned"))
    assert len(sheet.facts) == 2 and not sheet.refused


def test_what_a_list_leaves_empty_stays_where_the_answer_is_the_same(program):
    one = first(program)
    write_follow_up(
        program.desk,
        program.id,
        Answer(one.about, Reply.LATER, "no money", "Parks", "2027-07-01"),
        Progress(one.about, Status.UNDER_WAY, "half of it", "a walk", "2027-07-01"),
    )
    same = read(program, ("code", "answer", "status"), (one.code, "later", "under way"))
    assert same.answers[0].why == "no money" and same.reports[0].evidence == "a walk"
    other = read(program, ("code", "answer", "status"), (one.code, "yes", "done"))
    assert other.answers[0] == Answer(one.about, Reply.YES)
    assert other.reports[0] == Progress(one.about, Status.DONE, "half of it", "a walk")


def test_statuses_are_read_in_either_language():
    assert status_typed("Under  Way.", EN) is Status.UNDER_WAY
    assert status_typed("hecho", EN) is Status.DONE
