"""Forming has a page of its own, reached from the program and left to it again."""

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.records.records import NO_OWNER


def test_back_leads_to_the_program(page, program):
    wanted = []
    page.left.connect(wanted.append)
    page.back.click()
    assert wanted == [program]


def test_what_was_begun_goes_on_when_a_person_comes_back(formed, program):
    kept = formed.work.bench.kept
    formed.show_program(program)
    assert formed.work.bench.kept == kept


def test_another_program_begins_anew_and_the_file_stays(formed, desk):
    path = formed.work.bench.file.path
    other = desk.add(NO_OWNER, Program("Other"))
    formed.show_program(other)
    assert not formed.work.sealed and formed.work.forming.slips == () and path.exists()
    assert formed.wish.program.text() == "Other"


def test_the_steps_say_how_far_it_is(formed):
    assert [formed.tabs.tabText(place) for place in range(4)] == [
        "Wish",
        "Slips · 15",
        "Circles · 3",
        "Print and finish",
    ]


def test_nothing_of_the_slips_is_in_the_desk(formed, desk):
    before = desk.can_undo()
    formed.circles.settle_all.click()
    assert desk.can_undo() == before
