"""A DOCX is read with its text boxes, notes and inserted words, and with what its styles mean."""

from __future__ import annotations

from dialogue_desk.domain.guides.source import RemarkKind
from dialogue_desk.exchange.document_opening import read_bytes
from tests.exchange.guide_documents import zipped

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
STRICT = SPACES.replace(
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)


def read(body, *, spaces=SPACES, styles="", **others):
    members = {"word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>", **others}
    if styles:
        members["word/styles.xml"] = f"<w:styles {spaces}>{styles}</w:styles>"
    return read_bytes(zipped(members), ".docx")


def run(text, looks=""):
    return f"<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def only(document):
    (line,) = document.lines
    return line


def texts(document):
    return [line.text for line in document.lines]


def test_inserted_words_are_read_and_deleted_ones_are_told_of():
    deleted = "<w:del><w:r><w:delText>no</w:delText></w:r></w:del>"
    document = read(paragraph(run("We "), f"<w:ins>{run('all')}</w:ins>", deleted))
    assert texts(document) == ["We all"]
    assert [remark.kind for remark in document.remarks] == [RemarkKind.COMMENTS]


def test_a_text_box_is_read_once_and_after_its_paragraph():
    box = f"<w:txbxContent>{paragraph(run('in the box'))}</w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    run_with_box = f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"
    assert texts(read(paragraph(run("around"), run_with_box))) == ["around", "in the box"]


def test_content_controls_and_links_are_read():
    link = f"<w:hyperlink>{run('here')}</w:hyperlink>"
    assert texts(read(f"<w:sdt><w:sdtContent>{paragraph(link)}</w:sdtContent></w:sdt>")) == ["here"]


def test_line_ends_within_a_paragraph_make_lines_of_one_number():
    document = read(paragraph("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>"))
    assert [(line.number, line.text) for line in document.lines] == [(1, "one"), (1, "two three")]


def test_footnotes_headers_and_footers_come_last_and_once():
    rule = f"<w:footnote w:type='separator'>{paragraph(run('-'))}</w:footnote>"
    note = f"<w:footnote>{paragraph(run('a note'))}</w:footnote>"
    header = f"<w:hdr {SPACES}>{paragraph(run('Friends'))}{paragraph(run('3'))}</w:hdr>"
    document = read(
        paragraph(run("text")),
        **{
            "word/footnotes.xml": f"<w:footnotes {SPACES}>{rule}{note}</w:footnotes>",
            "word/header1.xml": header,
            "word/header2.xml": header,
        },
    )
    assert texts(document) == ["text", "a note", "Friends"]


def test_the_table_of_contents_is_left_out_and_told_of():
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    document = read(
        paragraph(run("Hello 3"), properties='<w:pStyle w:val="TOC1"/>') + paragraph(run("Hello")),
        styles=styles,
    )
    assert texts(document) == ["Hello"]
    assert [remark.kind for remark in document.remarks] == [RemarkKind.CONTENTS]


def test_a_style_is_what_it_is_based_on_in_any_language_and_in_strict_files():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Ttulo2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mi parte"/><w:basedOn w:val="Ttulo2"/>'
        "</w:style>"
    )
    body = paragraph(run("Hola"), properties='<w:pStyle w:val="Mine"/>')
    assert only(read(body, styles=styles)).heading == 2
    assert only(read(body, styles=styles, spaces=STRICT)).heading == 2


def test_styles_based_on_each_other_do_not_hang():
    styles = (
        '<w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>'
    )
    assert only(read(paragraph(run("x"), properties='<w:pStyle w:val="A"/>'), styles=styles)).heading == 0


def test_boxes_shades_and_indented_italics_are_set_apart_and_rules_are_not():
    border = '<w:pBdr><w:left w:val="single"/></w:pBdr>'
    rule = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
    white = '<w:shd w:val="clear" w:fill="FFFFFF"/>'
    gray = '<w:shd w:val="clear" w:fill="EEEEEE"/>'
    indent = '<w:ind w:left="720"/>'
    apart = [
        only(read(paragraph(run("x", looks), properties=properties))).apart
        for looks, properties in (
            ("", border),
            ("", gray),
            ("<w:i/>", indent),
            ("", rule),
            ("", white),
            ("", indent),
            ("<w:i/>", ""),
            ('<w:i w:val="0"/>', indent),
        )
    ]
    assert apart == [True, True, True, False, False, False, False, False]


def test_a_line_is_bold_when_all_of_it_is():
    assert only(read(paragraph(run("a", "<w:b/>"), run(" "), run("b", "<w:b/>")))).bold
    assert not only(read(paragraph(run("a", "<w:b/>"), run("b")))).bold


def test_a_list_that_was_taken_off_is_none():
    on, off = (f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' for number in (3, 0))
    assert only(read(paragraph(run("x"), properties=on))).listed
    assert not only(read(paragraph(run("x"), properties=off))).listed


def test_a_table_of_one_column_is_a_box_around_text():
    cell = f"<w:tbl><w:tr><w:tc>{paragraph(run('Good evening.'))}</w:tc></w:tr></w:tbl>"
    line = only(read(cell))
    assert (line.apart, line.cells) == (True, ())


def test_tables_are_read_row_by_row_with_what_is_nested_in_them():
    inner = (
        f"<w:tbl><w:tr><w:tc>{paragraph(run('c'))}</w:tc><w:tc>{paragraph(run('d'))}</w:tc></w:tr></w:tbl>"
    )
    row = f"<w:tr><w:tc>{paragraph(run('a'))}</w:tc><w:tc>{paragraph(run('b'))}{inner}</w:tc></w:tr>"
    document = read(f"<w:tbl>{row}</w:tbl>")
    assert [line.cells for line in document.lines] == [("a", "b\nc – d")]
