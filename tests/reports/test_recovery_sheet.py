"""The recovery sheet: one page with the key to type and to scan, and what to do with it."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from dialogue_desk.domain.model.document import Columns, PaperSize, QrCode
from dialogue_desk.exchange.sealing import key_of, new_key
from dialogue_desk.exchange.typed_keys import typed_key
from dialogue_desk.reports.document_files import ENDINGS, rendered
from dialogue_desk.reports.qr_modules import qr_modules
from dialogue_desk.reports.recovery_sheet import PrintedKey, recovery_sheet
from dialogue_desk.words import Words
from tests.desk.evening import SEVEN_PM
from tests.qr_reading import read_qr

KEY = key_of("AGE-SECRET-KEY-1RNDT8YGL5XWWEKV3EVQFAM5LNSR6P5DL6C86J9DFFTXM6CS8YK9S9VE0HK")


def sheet(program="Porch Lights", languages=()):
    key = PrintedKey(KEY.secret, KEY.public, program, languages)
    return recovery_sheet(key, SEVEN_PM, -240, Words())


def pages_of(**options):
    return PdfReader(BytesIO(rendered(sheet(), ".pdf", Words(), **options))).pages


def test_the_code_says_the_key():
    codes = [
        one
        for block in sheet().blocks
        if isinstance(block, Columns)
        for side in block.sides
        for one in side.blocks
        if isinstance(one, QrCode)
    ]
    assert [read_qr(qr_modules(code.content)) for code in codes] == [KEY.secret]
    for key in (new_key() for _ in range(20)):
        assert read_qr(qr_modules(key.secret)) == key.secret


@pytest.mark.parametrize("paper", list(PaperSize))
def test_it_is_one_page_with_the_key_to_type(paper):
    (page,) = pages_of(paper=paper)
    text = page.extract_text()
    groups = text.split("AGE-SECRET-KEY-1", 1)[1].split("Type the groups", 1)[0].split()
    assert typed_key("".join(group for group in groups if len(group) > 1)) == KEY
    assert KEY.public in text.replace("\n", "")
    assert "Never photograph it" in text


def test_the_dark_modules_are_drawn_on_the_page():
    (page,) = pages_of()
    drawn = page.get_contents().get_data().count(b" re ")
    runs = sum(
        1
        for row in qr_modules(KEY.secret)
        for at, dark in enumerate(row)
        if dark and not (at and row[at - 1])
    )
    assert drawn >= runs


def test_every_kind_of_file_has_the_groups_and_an_odd_program_name_breaks_nothing():
    for ending in ENDINGS:
        assert rendered(sheet("A\n**B** & <C>" * 30), ending, Words())
    assert "RNDT" in rendered(sheet(), ".txt", Words()).decode()
    assert "RNDT" in rendered(sheet(), ".html", Words()).decode()
    assert len(pages_of(accessible=True)) >= 1


def test_it_follows_in_each_other_language_of_the_program_that_the_app_speaks():
    both = sheet(languages=("en", "es", "vi"))
    assert [one.language for one in both.all_in_file] == ["en", "es"]
    assert not sheet(languages=("en",)).following
    assert "March 12, 2026" in both.subtitle
    pages = PdfReader(BytesIO(rendered(both, ".pdf", Words()))).pages
    assert len(pages) == 2 and all(KEY.public in page.extract_text().replace("\n", "") for page in pages)


def test_the_code_to_scan_is_there_too_where_the_sheet_can_be_listened_to():
    both = rendered(sheet(languages=("en", "es")), ".pdf", Words(), accessible=True)
    english, _spanish = PdfReader(BytesIO(both)).pages
    said = " ".join(english.extract_text().split())
    assert "For a scanner on the laptop that types what it reads." in said
