"""In which form the papers of a program are wanted."""

import pytest

from dialogue_desk.reports.report_papers import ReportPaper
from dialogue_desk.ui.report.report_format import ReportFormatChoice


@pytest.fixture
def choices(context, qtbot):
    choices = ReportFormatChoice(context)
    qtbot.addWidget(choices)
    return choices


def test_as_usual_it_is_the_report_as_a_pdf_in_the_language_of_the_app(choices):
    options = choices.options()
    assert (options.papers, options.ending, options.languages) == ((ReportPaper.REPORT,), ".pdf", ("en",))


def test_both_languages_begin_with_that_of_the_app(choices):
    choices.languages.choose("both")
    assert choices.options().languages == ("en", "es")


def test_what_changes_the_pages_is_told(choices, qtbot):
    for chips, wanted in ((choices.languages, "es"), (choices.sheets, "a4"), (choices.print_sizes, "large")):
        with qtbot.waitSignal(choices.changed):
            next(chip for chip in chips._chips if chip.choice.id == wanted).click()
    assert choices.options().large
