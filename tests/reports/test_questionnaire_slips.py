"""The questionnaire to print: in the program's languages, the same before and after, without a name."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.document import Table, WritingLines
from dialogue_desk.domain.model.questionnaire import Questionnaire, Statement
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.questionnaire_slips import questionnaire_document, slips_document
from dialogue_desk.reports.report_papers import ReportPaper, paper_in_languages
from dialogue_desk.words import Words
from dialogue_desk.words.questionnaire_words import ready_questionnaire
from tests.reports.paper_reading import pdf_pages
from tests.reports.program_pictures import a_plan, at, concern

EN = Words()


def a_program(asked, languages=("en", "es")):
    plan = a_plan(at("C01", 1, concern("x")))
    picture = plan.picture
    program = replace(picture.program, languages=languages)
    return replace(
        plan,
        picture=replace(picture, program=program, work=replace(picture.work, questionnaire=asked)),
    )


def statements(document):
    table = next(block for block in document.blocks if isinstance(block, Table))
    return [row[0] for row in table.rows]


def test_before_and_after_ask_the_same_in_each_language_the_readers_first():
    made = questionnaire_document(a_program(ready_questionnaire()), EN)
    sheets = made.all_in_file
    assert [(one.title, one.language) for one in sheets] == [
        ("Before the first session", "en"),
        (Words("es").tr("Before the first session"), "es"),
        ("After the last session", "en"),
        (Words("es").tr("After the last session"), "es"),
    ]
    assert statements(sheets[0]) == statements(sheets[2])
    assert statements(sheets[1]) == statements(sheets[3])


def test_it_comes_once_in_a_file_of_several_languages():
    plan = a_program(ready_questionnaire())
    both = paper_in_languages(ReportPaper.QUESTIONNAIRE, {"en": plan, "es": plan})
    assert len(both.all_in_file) == 4


def test_a_language_that_the_app_does_not_speak_has_its_statements_and_words_that_can_be_read():
    asked = Questionnaire(
        tuple(Statement(key, (("so", f"{key} af-soomaali"), ("en", key))) for key in "abc"),
        (("en", "More?"),),
    )
    sheets = slips_document(asked, "Season", ("en", "so")).all_in_file
    assert sheets[1].language == "so" and statements(sheets[1])[0] == "a af-soomaali"
    assert sheets[1].title == "Before the first session"
    assert not any(isinstance(block, WritingLines) for block in sheets[1].blocks)


def test_a_statement_without_words_in_a_language_has_those_it_has():
    asked = Questionnaire(tuple(Statement(key, (("en", key),)) for key in "abc"))
    sheets = slips_document(asked, "Season", ("en", "es")).all_in_file
    assert statements(sheets[1]) == ["a", "b", "c"]


def test_a_program_without_one_says_so():
    made = questionnaire_document(a_program(None), EN)
    assert "no questionnaire yet" in made.blocks[0].text


@pytest.mark.parametrize("accessible", [False, True])
@pytest.mark.parametrize("language", ["en", "es"])
def test_two_slips_are_on_a_page_and_one_large_one_on_two_at_most(accessible, language):
    asked = ready_questionnaire()
    usual = slips_document(asked, "Season", (language,))
    large = slips_document(asked, "Season", (language,), large=True)
    words = Words(language)
    assert len(pdf_pages(rendered(usual, ".pdf", words, accessible=accessible))) == 2
    assert len(pdf_pages(rendered(large, ".pdf", words, large=True, accessible=accessible))) <= 4
