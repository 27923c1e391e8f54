"""The papers of a guide are files with plain names, and what there is nothing for is said."""

from dataclasses import replace
from datetime import time

import pytest

from dialogue_desk.desk.leaving.guide_prints import GuidePrints, guide_prints, nothing_for, print_concern
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.reports.guide_papers import GuidePaper
from dialogue_desk.words import Words
from tests.reports.guide_samples import BARE, PARK
from tests.reports.paper_reading import pdf_words

WORDS = Words()
SPANISH = replace(PARK, language="es")


def names(wanted: GuidePrints, *editions) -> list[str]:
    return [file.name for file in guide_prints(editions or (PARK,), wanted, WORDS)[0]]


def test_all_papers_are_written_unless_some_are_named() -> None:
    assert names(GuidePrints("s1")) == [f"our-park-s1-{paper.value}-en.pdf" for paper in GuidePaper]
    assert names(GuidePrints("s1", (GuidePaper.CARDS,) * 2)) == ["our-park-s1-cards-en.pdf"]


def test_a_name_says_languages_print_and_sheet_but_never_a_place() -> None:
    wanted = GuidePrints("s1", (GuidePaper.SCRIPT,), (".pdf", ".docx"), PaperSize.A4, large=True)
    assert names(wanted, PARK, SPANISH) == [
        "our-park-s1-script-en-es-large-print-a4.pdf",
        "our-park-s1-script-en-es-large-print-a4.docx",
    ]


def test_what_a_session_has_nothing_for_is_said_and_no_empty_file_is_made() -> None:
    files, lacking = guide_prints((BARE,), GuidePrints("s1"), WORDS)
    assert {file.name.split("-")[-2] for file in files} == {"plan", "script", "handout", "notes", "tallies"}
    assert len(lacking) == 4
    assert "“Bare” has no cards, so none are printed." in lacking


def test_people_and_start_reach_the_papers() -> None:
    wanted = GuidePrints("s1", (GuidePaper.PLAN,), start=time(18, 30), people=12)
    (file,) = guide_prints((PARK,), wanted, WORDS)[0]
    said = pdf_words(file.make_bytes())
    assert "6:30 PM" in said
    assert "12 people" in said


def test_a_session_that_the_guide_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError):
        guide_prints((PARK,), GuidePrints("s9"), WORDS)


def test_what_a_session_has_nothing_for_is_known_beforehand() -> None:
    lacking = nothing_for((BARE,), "s1", WORDS)
    assert set(lacking) == {GuidePaper.CARDS, GuidePaper.SHEETS, GuidePaper.RULES, GuidePaper.MOMENTS}
    assert lacking[GuidePaper.CARDS] == "“Bare” has no cards, so none are printed."
    assert nothing_for((PARK,), "s1", WORDS) == {}


def test_letters_that_a_pdf_could_not_show_are_a_concern() -> None:
    odd = replace(PARK, title="Our park \U00010a60")
    wanted = GuidePrints("s1", (GuidePaper.SCRIPT,))
    assert print_concern((PARK,), wanted, WORDS) == ""
    assert print_concern((odd,), wanted, WORDS)
    assert print_concern((odd,), replace(wanted, endings=(".docx",)), WORDS) == ""
