"""How long the papers of a program are, whatever was written, in both PDF writers."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.program.report_edits import sentence_of
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Spread
from dialogue_desk.domain.overview.report_findings import LONGEST_SENTENCE
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.reports.docx import docx_of
from dialogue_desk.reports.pdf import pdf_of
from dialogue_desk.reports.report_papers import (
    ReportPaper,
    paper_in_languages,
    plans_in,
    report_bytes,
    report_paper,
)
from dialogue_desk.reports.tagged_pdf import tagged_pdf_of
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.reports.folders import STOPS, YOUTH
from tests.reports.program_pictures import DAY, a_plan, at, codes
from tests.reports.wanted_voices import counted_picture, wanting_voices
from tests.ui.program.filled import fill
from tools.manual_clock import ManualClock
from tools.season.season import FIRST_EVENING, season_desk

SHELF = GuideShelf(resource("guides"), Words())


@pytest.fixture(scope="module")
def season(tmp_path_factory):
    """The plan of a report on 48 circles and some 17,000 notes."""
    path = tmp_path_factory.mktemp("season") / "desk.db"
    program = season_desk(path)
    desk = Desk(DeskFile(path), ManualClock(FIRST_EVENING), RandomIds(1))
    plan = report_plan(Folders(desk, SHELF).picture(program))
    desk.file.close()
    return plan


@pytest.fixture(scope="module")
def five_circles(tmp_path_factory):
    desk = Desk(
        DeskFile(tmp_path_factory.mktemp("five") / "desk.db"), ManualClock(FIRST_EVENING), RandomIds(1)
    )
    plan = report_plan(Folders(desk, SHELF).picture(fill(desk, SHELF)))
    desk.file.close()
    return plan


def pages(paper, plan, size, *, large=False, tagged=False, languages=("en",)):
    document = paper_in_languages(paper, plans_in(plan.picture, languages), DAY, large=large)
    writer = tagged_pdf_of if tagged else pdf_of
    return len(PdfReader(BytesIO(writer(document, Words(languages[0]), paper=size, large=large))).pages)


@pytest.mark.parametrize("tagged", [False, True])
@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("large", [False, True])
def test_a_report_on_48_circles_has_at_most_32_pages_and_twice_that_in_large_print(
    season, size, large, tagged
):
    assert pages(ReportPaper.REPORT, season, size, large=large, tagged=tagged) <= (64 if large else 32)


@pytest.mark.parametrize("tagged", [False, True])
@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_table_of_a_theme_runs_over_to_a_page_of_its_own(season, size, tagged, language):
    themes, others = len(season.themes), 10
    made = pages(ReportPaper.REPORT, season, size, tagged=tagged, languages=(language,))
    assert made <= themes + others


@pytest.mark.parametrize("tagged", [False, True])
@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_report_on_5_circles_has_at_most_12_pages_and_twice_that_in_large_print(
    five_circles, size, large, tagged, language
):
    made = pages(ReportPaper.REPORT, five_circles, size, large=large, tagged=tagged, languages=(language,))
    assert made <= (24 if large else 12)


@pytest.mark.parametrize("tagged", [False, True])
@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("which", ["season", "five_circles"])
def test_a_council_summary_is_one_sheet_of_paper(request, which, size, tagged):
    plan = request.getfixturevalue(which)
    assert pages(ReportPaper.COUNCIL, plan, size, tagged=tagged) == 2
    assert pages(ReportPaper.COUNCIL, plan, size, tagged=tagged, large=True) <= 4


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("which", ["season", "five_circles"])
def test_a_poster_is_one_page(request, which, size):
    plan = request.getfixturevalue(which)
    data = report_bytes(
        ReportPaper.POSTER, report_paper(ReportPaper.POSTER, plan, Words()), ".pdf", size=size
    )
    assert len(PdfReader(BytesIO(data)).pages) == 1


@pytest.mark.parametrize("tagged", [False, True])
@pytest.mark.parametrize("word", ["long", "Donaudampfschifffahrt", "W" * 300])
def test_very_long_lines_make_no_long_report(word, tagged):
    long = f"{word} " * 400
    kinds = (NoteKind.COMMON_GROUND, NoteKind.DISAGREEMENT, NoteKind.STRENGTH, NoteKind.QUESTION)
    notes = [Note(kind, f"{number} {long}", themes=STOPS) for kind in kinds for number in range(9)]
    notes += [
        Note(NoteKind.QUOTE, long, themes=YOUTH, consent=Consent.YES),
        Note(NoteKind.CONCERN, long, themes=YOUTH, spread=Spread.ONE_VOICE),
    ]
    folders = [
        at(code, 1, *notes, actions=[ActionIdea(f"{number} {long}") for number in range(60)])
        for code in codes(12)
    ]
    plan = a_plan(*folders, circles=codes(12))
    assert pages(ReportPaper.REPORT, plan, PaperSize.LETTER, tagged=tagged) <= 24


@pytest.mark.parametrize("tagged", [False, True])
@pytest.mark.parametrize("size", PaperSize)
def test_a_council_summary_stays_one_sheet_with_long_asks_and_names(size, tagged):
    long = "what the neighbors of the avenue said about lamps and about buses " * 9
    ideas = [ActionIdea(f"{number} {long}", themes=STOPS) for number in range(9)]
    folders = [
        at(code, 1, Note(NoteKind.COMMON_GROUND, long, themes=STOPS), actions=ideas) for code in codes(12)
    ]
    plan = a_plan(*folders, circles=codes(12))
    assert pages(ReportPaper.COUNCIL, plan, size, tagged=tagged) == 2


@pytest.mark.parametrize("tagged", [False, True])
@pytest.mark.parametrize(("which", "most"), [("season", 64), ("five_circles", 24)])
def test_a_report_in_both_languages_has_at_most_twice_the_pages(request, which, most, tagged):
    plan = request.getfixturevalue(which)
    assert pages(ReportPaper.REPORT, plan, PaperSize.LETTER, languages=("en", "es"), tagged=tagged) <= most
    assert pages(ReportPaper.COUNCIL, plan, PaperSize.LETTER, languages=("es", "en"), tagged=tagged) == 4


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("tagged", [False, True])
def test_the_page_in_front_and_the_summary_stay_short_however_long_organizers_write(season, large, tagged):
    plan = with_long_sentences(season)
    whole = pages(ReportPaper.REPORT, season, PaperSize.LETTER, tagged=tagged, large=large)
    more = 2 if large else 0
    assert pages(ReportPaper.REPORT, plan, PaperSize.LETTER, tagged=tagged, large=large) <= whole + more
    summary = pages(ReportPaper.COUNCIL, plan, PaperSize.LETTER, tagged=tagged, large=large)
    assert summary <= (4 if large else 2)


def with_long_sentences(plan):
    """The same report, with every finding and ask as long as the form allows."""
    text = ("Neighbors and officers alike want an answer, a name and a lit street " * 3)[:LONGEST_SENTENCE]
    sentences = [
        Stored(
            said.id, plan.picture.program_id, replace(sentence_of(said), texts=(("en", text),), place=place)
        )
        for place, said in enumerate((*plan.findings, *plan.asks))
    ]
    work = replace(plan.picture.work, sentences=tuple(sentences))
    return report_plan(replace(plan.picture, work=work))


def test_the_properties_of_a_file_say_who_signs_it_and_when_it_was_made(season):
    document = report_paper(ReportPaper.REPORT, season, Words(), DAY)
    signs = "Alder Bend Library Board · Council of Congregations"
    for writer in (pdf_of, tagged_pdf_of):
        told = PdfReader(BytesIO(writer(document, Words()))).metadata
        assert (told.author, told.creation_date.date()) == (signs, DAY)
    word = Document(BytesIO(docx_of(document, Words()))).core_properties
    assert (word.author, word.created.date()) == (signs, DAY)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("tagged", [False, True])
def test_who_took_part_leaves_a_report_within_its_pages(season, five_circles, tagged, language):
    for plan, most in ((season, 32), (five_circles, 12)):
        wanting = replace(plan, picture=wanting_voices(plan.picture))
        made = pages(ReportPaper.REPORT, wanting, PaperSize.LETTER, tagged=tagged, languages=(language,))
        assert made <= most


@pytest.mark.parametrize("tagged", [False, True])
def test_who_is_missing_from_forty_eight_circles_is_a_list_of_a_few_pages(season, tagged):
    wanting = replace(season, picture=wanting_voices(season.picture))
    assert pages(ReportPaper.MISSING_VOICES, wanting, PaperSize.LETTER, tagged=tagged) <= 6


@pytest.mark.parametrize("languages", [("en", "es"), ("es", "en")])
def test_tally_slips_come_once_in_each_language(languages):
    plans = plans_in(counted_picture(), languages)
    slips = paper_in_languages(ReportPaper.TALLY_SLIPS, plans).all_in_file
    assert sorted(one.language for one in slips) == ["en", "es"]
