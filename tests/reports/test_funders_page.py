"""The figures for funders: one page, each figure with how many circles it is of."""

from dataclasses import replace
from itertools import cycle

import pytest

from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.document import Figures, Table
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.funders_page import funders_document
from dialogue_desk.words import Words
from dialogue_desk.words.questionnaire_words import ready_statements
from tests.reports.paper_reading import pdf_pages
from tests.reports.program_pictures import a_plan
from tests.reports.test_answers_section import AFTER, BEFORE, EN, pile, with_piles

AGE = Stored(RecordId("age"), RecordId("program"), TallyCategory("Age", ("young", "old", "very old")))


def told(plan, words=EN):
    return funders_document(plan, words)


def with_ages(plan, *counts):
    rows = tuple((AGE.id, answer, count) for answer, count in zip(AGE.body.answers, counts, strict=True))
    pool = PooledCounts(SlipKind.TALLY, (RecordId("C01"), RecordId("C02")), sum(counts), rows)
    work = replace(
        plan.picture.work, pools=(*plan.picture.work.pools, Stored(RecordId("t"), AGE.owner, pool))
    )
    return replace(plan, picture=replace(plan.picture, work=work, categories=(AGE,)))


def tables(document):
    return [block for block in document.blocks if isinstance(block, Table)]


def test_it_has_figures_who_took_part_and_what_moved():
    document = told(with_ages(with_piles(BEFORE, AFTER), 30, 20, 10))
    figures = next(block for block in document.blocks if isinstance(block, Figures))
    assert ("2", "circles") in figures.items and ("2", "sessions") in figures.items
    took, moved = tables(document)
    assert took.rows == (("Age", "young: 30; old: 20; very old: 10", "2 of 2"),)
    assert moved.rows[0] == ("I say heard.", "50%", "67%")


def test_numbers_of_few_people_are_not_on_it():
    document = told(with_ages(with_piles(), 30, 20, 3))
    (took,) = tables(document)
    assert "3" not in took.rows[0][1].replace("30", "") and "too few to show" in took.rows[0][1]


def test_a_program_of_which_nothing_arrived_says_so():
    assert "Nothing has arrived" in told(a_plan()).blocks[0].text


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_is_one_page_with_eight_statements(language):
    scale = cycle([(5, 10, 15, 20, 15), (3, 7, 12, 25, 18)])
    plan = with_piles(BEFORE, AFTER)
    asked = replace(plan.picture.work.questionnaire, statements=ready_statements())
    piles = [
        pile(place, kind, {one.key: next(scale) for one in asked.statements})
        for place, kind in enumerate((SlipKind.BEFORE, SlipKind.AFTER))
    ]
    full = with_ages(with_piles(*piles, asked=asked), 30, 20, 15)
    words = Words(language)
    assert len(pdf_pages(rendered(told(full, words), ".pdf", words))) == 1
