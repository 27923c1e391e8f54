"""A document that cannot become a guide is refused in words; nothing in one is run or fetched."""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from io import BytesIO
from random import Random

import pytest
from pypdf import PdfReader, PdfWriter

from dialogue_desk.domain.guides.source import Remark, RemarkKind
from dialogue_desk.exchange.document_opening import read_bytes, read_document, read_pasted
from dialogue_desk.exchange.document_refusals import (
    DocumentRefused,
    Trouble,
    remark_sentence,
    trouble_sentence,
)
from dialogue_desk.exchange.limits import MIB
from dialogue_desk.words import Words
from tests.exchange import guide_documents as written
from tests.exchange.guide_documents import zipped
from tests.fuzzing.hostile_bytes import broken

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body="", prolog="", **others):
    main = f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": main, **others})


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def trouble(data, suffix):
    with pytest.raises(DocumentRefused) as refused:
        read_bytes(data, suffix)
    return refused.value.trouble


def kinds(data, suffix):
    return {remark.kind for remark in read_bytes(data, suffix).remarks}


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".pdf"])
def test_a_text_that_calls_itself_a_document_is_not_what_its_name_says(suffix):
    assert trouble(b"just some text", suffix) is Trouble.NOT_WHAT_IT_SAYS


def test_what_the_bytes_are_counts_more_than_the_name():
    assert read_bytes(written.narrative(), ".txt").lines == read_bytes(written.narrative(), ".docx").lines
    assert read_bytes(written.pdf(), ".md").lines


def test_an_old_word_file_or_one_with_a_password_is_known():
    assert trouble(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".docx") is Trouble.OLD_WORD


@pytest.mark.parametrize(
    ("data", "suffix"), [(b"{\\rtf1 hello}", ".txt"), (b"\x89PNG", ".png"), (b"x", ".pages")]
)
def test_other_kinds_of_files_are_named_as_such(data, suffix):
    assert trouble(data, suffix) is Trouble.UNKNOWN_KIND


def test_a_zip_of_something_else_is_no_document():
    assert trouble(zipped({"photo.txt": "x"}), ".docx") is Trouble.UNKNOWN_KIND


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"", ".txt"),
        (b" \n\n ", ".md"),
        (docx(), ".docx"),
        (docx("<w:p/>"), ".docx"),
        (b"\xef\xbb\xbf\n", ".txt"),
    ],
)
def test_a_document_without_text_is_empty(data, suffix):
    assert trouble(data, suffix) is Trouble.EMPTY


def test_pasted_text_is_read_and_an_empty_one_refused():
    assert [line.text for line in read_pasted("Night\n\nHello (10 min)").lines] == ["Night", "Hello (10 min)"]
    with pytest.raises(DocumentRefused):
        read_pasted("  \n ")


def test_a_cut_off_document_is_damaged():
    assert trouble(written.narrative()[:3000], ".docx") is Trouble.DAMAGED
    assert trouble(written.pdf()[:600], ".pdf") in (Trouble.DAMAGED, Trouble.SCANNED)
    assert trouble(docx("<w:p>"), ".docx") is Trouble.DAMAGED


def test_a_file_of_fifty_megabytes_is_not_even_opened(tmp_path):
    path = tmp_path / "big.docx"
    with path.open("wb") as file:
        file.truncate(50 * MIB)
    with pytest.raises(DocumentRefused) as refused:
        read_document(path)
    assert refused.value.trouble is Trouble.TOO_LARGE


def test_a_zip_bomb_is_refused_before_it_unpacks():
    bomb = docx(paragraph("a" * (60 * MIB)))
    assert len(bomb) < MIB
    assert trouble(bomb, ".docx") is Trouble.TOO_LARGE


def test_a_zip_bomb_that_lies_about_its_size_is_refused():
    bomb = bytearray(docx(paragraph("a" * (30 * MIB))))
    place = bomb.find(b"PK\x01\x02")
    struct.pack_into("<I", bomb, place + 24, 1000)
    assert trouble(bytes(bomb), ".docx") in (Trouble.DAMAGED, Trouble.TOO_LARGE)


def test_a_zip_of_very_many_members_is_refused():
    assert trouble(b"PK\x03\x04" + b"PK\x01\x02" * 6000, ".docx") is Trouble.UNSAFE


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;&x;&x;">]>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">',
    ],
)
def test_entities_are_refused_in_docx_and_odt(prolog):
    assert trouble(docx(paragraph("&x;"), prolog), ".docx") is Trouble.UNSAFE
    assert trouble(zipped({"content.xml": f"{prolog}<a>&x;</a>"}), ".odt") is Trouble.UNSAFE


def test_a_document_nested_without_end_is_refused():
    deep = "<w:sdt>" * 4000 + "</w:sdt>" * 4000
    assert trouble(docx(deep), ".docx") is Trouble.UNSAFE


def test_a_document_of_a_million_empty_paragraphs_is_refused():
    assert trouble(docx("<w:p/>" * 1_000_000), ".docx") is Trouble.UNSAFE


def test_macros_are_left_alone_and_told_of():
    with_macros = docx(paragraph("Hello"), **{"word/vbaProject.bin": b"Sub AutoOpen"})
    assert kinds(with_macros, ".docm") == {RemarkKind.MACROS}
    assert kinds(docx(paragraph("Hello")), ".docx") == set()


def test_links_to_the_outside_are_told_of_and_their_text_stays():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/attachedTemplate" Target="http://127.0.0.1/t.dotm" '
        'TargetMode="External"/>'
        "</Relationships>"
    )
    link = "<w:p><w:hyperlink><w:r><w:t>our page</w:t></w:r></w:hyperlink></w:p>"
    document = read_bytes(docx(link, **{"word/_rels/document.xml.rels": relations}), ".docx")
    assert [line.text for line in document.lines] == ["our page"]
    assert [remark.kind for remark in document.remarks] == [RemarkKind.OUTSIDE]


def test_a_locked_open_document_is_known():
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
        "<m:encryption-data/></m:file-entry></m:manifest>"
    )
    locked = zipped({"content.xml": b"\x01\x02", "META-INF/manifest.xml": manifest})
    assert trouble(locked, ".odt") is Trouble.LOCKED


def locked_pdf(user, owner):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(written.pdf())))
    writer.encrypt(user, owner, algorithm="AES-256")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_a_pdf_with_a_password_is_locked_and_one_that_only_forbids_printing_is_read():
    assert trouble(locked_pdf("secret", "more secret"), ".pdf") is Trouble.LOCKED
    assert read_bytes(locked_pdf("", "secret"), ".pdf").lines == read_bytes(written.pdf(), ".pdf").lines


def test_a_pdf_of_pictures_alone_is_scanned():
    writer = PdfWriter()
    writer.add_blank_page(600, 800)
    made = BytesIO()
    writer.write(made)
    assert trouble(made.getvalue(), ".pdf") is Trouble.SCANNED


def test_pages_without_text_are_counted():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(written.pdf())))
    writer.add_blank_page(600, 800)
    made = BytesIO()
    writer.write(made)
    remarks = read_bytes(made.getvalue(), ".pdf").remarks
    assert [remark.figure for remark in remarks if remark.kind is RemarkKind.PAGES_WITHOUT_TEXT] == [1]


def test_a_guide_is_told_to_be_one():
    assert trouble(b"---\nid: our-park\nversion: 1.0.0\n---\n\n# A {#s1}\n", ".md") is Trouble.A_GUIDE


def test_whatever_goes_wrong_unforeseen_is_damage():
    assert trouble(b"%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 1 0 R>> trailer <</Root 1 0 R>>", ".pdf") in (
        Trouble.DAMAGED,
        Trouble.SCANNED,
        Trouble.EMPTY,
    )


@pytest.mark.parametrize("one", Trouble)
def test_every_trouble_has_a_sentence_that_names_the_file(one):
    assert "“our\ufffdpark.docx”" in trouble_sentence(one, "our\u202epark.docx", Words())


@pytest.mark.parametrize("kind", RemarkKind)
def test_every_remark_has_a_sentence_in_both_languages(kind):
    for language in ("en", "es"):
        said = remark_sentence(Remark(kind, 3, "Talk", 7, 9), Words(language))
        assert said.endswith(".") and "{" not in said


@pytest.mark.parametrize("seed", range(40))
def test_a_broken_document_is_read_or_refused_and_never_more(seed):
    rng = Random(seed)
    data, suffix = rng.choice(
        ((written.narrative(), ".docx"), (written.open_document(), ".odt"), (written.pdf(), ".pdf"))
    )
    with suppress(DocumentRefused):
        assert read_bytes(broken(data, rng), suffix).lines


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes and devices among files")
def test_a_pipe_and_a_device_are_no_documents_and_are_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.docx")
    (tmp_path / "b.txt").symlink_to("/dev/zero")
    for name in ("a.docx", "b.txt"):
        with pytest.raises(DocumentRefused) as refused:
            read_document(tmp_path / name)
        assert refused.value.trouble is Trouble.UNKNOWN_KIND
