import pytest

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.reports.report_papers import ReportPaper
from tests.ui.program.shown import seen


def test_it_says_what_is_missing(filled):
    filled.open_section(filled.sections.report)
    said = seen(filled.sections.report)
    assert "Not arrived yet: C04: session 2" in said and "Not wrapped up yet: C05: session 2" in said
    assert "In 9 of 9 sessions, nobody has checked for names" in said
    assert "1 entry has two versions. Until you choose, the report shows the newer one" in said


@pytest.mark.parametrize("kind", [".pdf", ".docx", ".html", ".md", ".txt"])
def test_the_report_is_written_beside_the_window(filled, ask, context, tmp_path, settled, kind):
    start = {".pdf": b"%PDF", ".docx": b"PK", ".html": b"<!", ".md": b"# Safety", ".txt": b"Safety"}[kind]
    ask.save = tmp_path / f"report{kind}"
    filled.open_section(filled.sections.report)
    next(chip for chip in filled.sections.report.choices.kinds._chips if chip.choice.id == kind).click()
    filled.sections.report.save.click()
    assert filled.sections.report.saving.stop.isVisible()
    settled()
    assert not filled.sections.report.saving.stop.isVisible()
    assert ask.save.read_bytes().startswith(start)
    assert ask.names == [f"mill-report{kind}"]
    assert context.toast.sentence() == f"report{kind} is in {tmp_path}."


def test_a_report_that_cannot_be_written_says_so(filled, ask, context, tmp_path, settled, caplog):
    (tmp_path / "file").write_bytes(b"")
    ask.save = tmp_path / "file" / "report.html"
    filled.open_section(filled.sections.report)
    filled.sections.report.choices.kinds.choose(".html")
    filled.sections.report.save.click()
    settled()
    assert context.toast.sentence().startswith("report.html could not be saved")
    assert filled.sections.report.save.isEnabled()


def test_the_report_is_printed_as_it_was_asked_for(filled, ask, tmp_path, settled):
    ask.save = tmp_path / "report.html"
    filled.open_section(filled.sections.report)
    choices = filled.sections.report.choices
    for chips, wanted in (
        (choices.kinds, ".html"),
        (choices.languages, "es"),
        (choices.sheets, "a4"),
        (choices.print_sizes, "large"),
    ):
        next(chip for chip in chips._chips if chip.choice.id == wanted).click()
    filled.sections.report.save.click()
    settled()
    page = ask.save.read_text(encoding="utf-8")
    assert '<html lang="es">' in page and "size: A4;" in page and "font-size: 18pt" in page


def test_several_papers_are_written_into_a_folder(filled, ask, context, tmp_path, settled):
    ask.folder = tmp_path / "papers"
    ask.folder.mkdir()
    filled.open_section(filled.sections.report)
    for tick in filled.sections.report.choices.papers.values():
        tick.setChecked(True)
    filled.sections.report.save.click()
    settled()
    assert context.toast.sentence() == f"16 documents are in {ask.folder}."
    assert sorted(path.name for path in ask.folder.iterdir()) == [
        "mill-annex.html",
        "mill-ballot.pdf",
        "mill-circle-sheets.pdf",
        "mill-council-summary.pdf",
        "mill-forum-agenda.pdf",
        "mill-forum-result.pdf",
        "mill-funders.pdf",
        "mill-missing-voices.pdf",
        "mill-option-posters.pdf",
        "mill-poster.pdf",
        "mill-progress.pdf",
        "mill-questionnaire.pdf",
        "mill-report.pdf",
        "mill-tally-sheet.pdf",
        "mill-tally-slips.pdf",
        "mill-team-sheets.pdf",
    ]


def test_the_annex_alone_is_a_file_with_its_own_name(filled, ask, tmp_path, settled):
    ask.save = tmp_path / "annex.html"
    filled.open_section(filled.sections.report)
    choices = filled.sections.report.choices
    for paper, tick in choices.papers.items():
        tick.setChecked(paper is ReportPaper.ANNEX)
    choices.kinds.choose(".docx")
    filled.sections.report.save.click()
    settled()
    assert ask.names == ["mill-annex-with-every-line.html"]
    assert ask.save.read_bytes().startswith(b"<!")


def test_without_a_paper_nothing_is_asked_and_it_says_what_to_choose(filled, ask, context):
    filled.open_section(filled.sections.report)
    filled.sections.report.choices.papers[ReportPaper.REPORT].setChecked(False)
    filled.sections.report.save.click()
    assert context.toast.sentence() == "Choose at least one document to save."
    assert ask.names == [] and filled.sections.report.save.isEnabled()


def test_data_for_other_tools_is_written_into_a_folder(filled, ask, context, tmp_path, settled):
    ask.folder = tmp_path / "data"
    filled.open_section(filled.sections.report)
    filled.sections.report.data.click()
    settled()
    assert context.toast.sentence() == f"The data is in {ask.folder}."
    assert {
        "notes.csv",
        "records.jsonl",
        "tables.xlsx",
        "sessions.qdpx",
        "themes.qdc",
        "talk-to-the-city.csv",
    } <= {path.name for path in ask.folder.iterdir()}


def test_a_pdf_that_would_not_show_every_letter_asks_before_it_is_saved(
    filled, desk, program, ask, tmp_path, settled
):
    body = Program("燈 Lamps")
    desk.perform(Edit(Act.WRITE, (Write.again(desk.get(program), body),)))
    settled()
    ask.save = tmp_path / "report.html"
    filled.open_section(filled.sections.report)
    filled.sections.report.save.click()
    settled()
    assert "made for screen readers: 燈. A web page" in ask.questions[-1].sentence
    assert not ask.save.exists()

    ask.answer = ".html"
    filled.sections.report.save.click()
    settled()
    assert "燈" in ask.save.read_text(encoding="utf-8")


def test_the_report_is_for_screen_readers_unless_a_person_says_otherwise(filled, ask, tmp_path, settled):
    ask.save = tmp_path / "report.pdf"
    filled.open_section(filled.sections.report)
    filled.sections.report.save.click()
    settled()
    assert b"StructTreeRoot" in ask.save.read_bytes()

    filled.sections.report.choices.accessible.click()
    filled.sections.report.save.click()
    settled()
    assert b"StructTreeRoot" not in ask.save.read_bytes()
