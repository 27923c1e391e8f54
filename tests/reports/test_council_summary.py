"""The council summary: two pages, the second for the answer."""

from dialogue_desk.domain.model.document import PageBreak, Table
from dialogue_desk.domain.model.line_codes import typed_code
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.reports.report_papers import ReportPaper
from tests.reports.folders import STOPS
from tests.reports.program_pictures import at, concern, paper


def test_every_ask_has_a_row_for_its_answer():
    ideas = [ActionIdea(f"Ask {number}", themes=STOPS) for number in range(9)]
    document = paper(ReportPaper.COUNCIL, at("C01", 1, concern("x"), actions=ideas))
    (sheet,) = [block for block in document.blocks if isinstance(block, Table)]
    assert len({row[0].partition("  ")[0] for row in sheet.rows}) == 5
    assert all(typed_code(row[0].partition("  ")[0]) for row in sheet.rows)
    assert all(
        row[1] == "yes\nin part\nalready so\nlater\nno" and row[2:] == ("", "", "") for row in sheet.rows
    )


def test_without_asks_there_is_no_sheet_to_answer():
    document = paper(ReportPaper.COUNCIL, at("C01", 1, concern("x")))
    assert not any(isinstance(block, Table | PageBreak) for block in document.blocks)
    assert "Stops and searches" in repr(document)
