"""An ODT is read with its notes and boxes, and with what its styles mean."""

from __future__ import annotations

from dialogue_desk.domain.guides.source import RemarkKind
from dialogue_desk.exchange.document_opening import read_bytes
from tests.exchange.guide_documents import zipped

_URN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = (
    " ".join(
        f'xmlns:{prefix}="{_URN}:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("style", "style"),
            ("table", "table"),
            ("draw", "drawing"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def read(body, styles="", **others):
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return read_bytes(zipped({"content.xml": content, **others}), ".odt")


def texts(document):
    return [line.text for line in document.lines]


def test_spaces_tabs_and_line_ends_are_read():
    assert texts(read("<text:p>a<text:s/>b<text:tab/>c<text:line-break/>d\n  e</text:p>")) == ["a b c", "d e"]


def test_notes_and_boxes_come_after_their_paragraph_and_comments_are_told_of():
    document = read(
        "<text:p>one<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>a note</text:p>"
        "</text:note-body></text:note> two<office:annotation><text:p>hm</text:p></office:annotation></text:p>"
    )
    assert texts(document) == ["one two", "a note"]
    assert [remark.kind for remark in document.remarks] == [RemarkKind.COMMENTS]


def test_the_table_of_contents_and_deleted_words_are_left_out():
    document = read(
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<text:table-of-content><text:p>Hello 3</text:p></text:table-of-content><text:p>Hello</text:p>"
    )
    assert texts(document) == ["Hello"]
    assert {remark.kind for remark in document.remarks} == {RemarkKind.COMMENTS, RemarkKind.CONTENTS}


def row(first, second):
    cells = (f"<table:table-cell><text:p>{first}</text:p></table:table-cell>", f"<table:table-cell>{second}")
    return f"<table:table-row>{''.join(cells)}</table:table-cell></table:table-row>"


def test_tables_are_read_row_by_row_and_nested_ones_once():
    head = f"<table:table-header-rows>{row('x', '<text:p>y</text:p>')}</table:table-header-rows>"
    inner = f"<table:table>{row('c', '<text:p>d</text:p>')}</table:table>"
    body = f"<table:table>{head}{row('a', inner)}</table:table>"
    assert [line.cells for line in read(body).lines] == [("x", "y"), ("a", "c – d")]


def test_bold_and_shades_come_from_styles_and_what_they_are_based_on():
    styles = (
        '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="C" style:parent-style-name="B"/>'
        '<style:style style:name="S"><style:paragraph-properties fo:background-color="#eee"/></style:style>'
    )
    body = (
        '<text:p text:style-name="C">bold</text:p>'
        '<text:p>not <text:span text:style-name="B">all</text:span></text:p>'
        '<text:p text:style-name="S">apart</text:p>'
    )
    assert [(line.bold, line.apart) for line in read(body, styles).lines] == [
        (True, False),
        (False, False),
        (False, True),
    ]


def test_links_and_macros_are_told_of():
    body = '<text:p><text:a xlink:href="https://example.org/">our page</text:a></text:p>'
    document = read(body, **{"Basic/Standard/Module1.xml": "<x/>"})
    assert texts(document) == ["our page"]
    assert {remark.kind for remark in document.remarks} == {RemarkKind.OUTSIDE, RemarkKind.MACROS}
