"""Documents as DOCX, to work on: with real styles, lists, table heads and languages."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

from dialogue_desk.domain.model.document import (
    BarChart,
    Block,
    Bullets,
    Contents,
    Document,
    Heading,
    PageBreak,
    PaperSize,
    Paragraph,
    Role,
    Table,
    WritingLines,
)
from dialogue_desk.domain.model.text import one_line
from dialogue_desk.fonts import FAMILY, font_file
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.contents import contents_text, listed
from dialogue_desk.reports.docx_grids import DocxGrids
from dialogue_desk.reports.docx_text import element, filled
from dialogue_desk.reports.narrow_tables import as_list, is_narrow
from dialogue_desk.reports.plain_blocks import Spread, in_plain_blocks
from dialogue_desk.words import Words

_ROLES = {
    Role.NORMAL: "Normal",
    Role.LEAD: "Lead",
    Role.MUTED: "Muted",
    Role.QUOTE: "Quote",
    Role.SAID: "Said",
    Role.STRONG: "Strong Line",
}
_BOX = "\u2610"
_FONT_KIND = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FACES = {"embedRegular": font_file(), "embedBold": font_file(bold=True)}
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def docx_of(
    document: Document, words: Words, *, paper: PaperSize = PaperSize.LETTER, large: bool = False
) -> bytes:
    """Return ``document`` as DOCX; the same document gives the same bytes."""
    page = _Page(paper_style.sizes(large=large), paper)
    page.open(document)
    for number, edition in enumerate(document.all_in_file):
        page.begin(edition, document.language, Words(edition.language) if number else words)
        for block in edition.blocks:
            page.add(block)
    _embed_typeface(page.file)
    made, undated = BytesIO(), BytesIO()
    page.file.save(made)
    with ZipFile(made) as members, ZipFile(undated, "w") as file:
        for name in members.namelist():
            file.writestr(ZipInfo(name), members.read(name), ZIP_DEFLATED)
    return undated.getvalue()


def _empty_file() -> WordFile:
    """Return a Word file with nothing in it, as the library brings one.

    Raises:
        FileNotFoundError: when the library was installed without it.
    """
    try:
        return docx.Document()
    except PackageNotFoundError as error:
        template = Path(docx.__file__).with_name("templates") / "default.docx"
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(template)) from error


class _Page:
    """A Word file to which blocks are added one after another."""

    def __init__(self, sizes: paper_style.Sizes, paper: PaperSize) -> None:
        self.file: WordFile = _empty_file()
        self._sizes = sizes
        width, height = paper_style.SHEETS[paper]
        self._width = width - 2 * paper_style.MARGIN
        self._language = ""
        self._document = Document("", ())
        self._edition, self._headings, self._linked = 0, 0, False
        section = self.file.sections[0]
        section.page_width, section.page_height = Pt(width), Pt(height)
        section.left_margin = section.right_margin = section.top_margin = Pt(paper_style.MARGIN)
        section.bottom_margin = Pt(paper_style.MARGIN + 10 * paper_style.MM)
        section.footer_distance = Pt(paper_style.MARGIN)
        self._grids = DocxGrids(self.file, sizes, self._width)

    def open(self, document: Document) -> None:
        _Styles(self.file, self._sizes, document.language)
        about = self.file.core_properties
        about.title, about.language = one_line(document.title)[:255], document.language[:255]
        made = datetime.combine(document.day, time(12), UTC) if document.day else _UNDATED
        about.author, about.comments = one_line(document.author)[:255] or "Dialogue Desk", ""
        about.created = about.modified = made

    def begin(self, edition: Document, usual: str, words: Words) -> None:
        """Begin an edition with its title and footer; ``usual`` is the language of the whole file."""
        self._language = self._grids.language = "" if edition.language == usual else edition.language
        self._document, self._headings, self._edition = edition, 0, self._edition + 1
        self._linked = any(isinstance(block, Contents) for block in edition.blocks)
        if self.file.paragraphs:
            section = self.file.add_section(WD_SECTION.NEW_PAGE)
            section.footer.is_linked_to_previous = False
            _count_from_one(section)
        self._footer(edition.footer, words)
        self._text(edition.title, "Title")
        if edition.subtitle:
            self._text(edition.subtitle, "Subtitle")

    def add(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._label(block.margin)
                self._text(block.text, _ROLES[block.role], block.language)
            case Bullets():
                self._bullets(block)
            case Table():
                self._table(block)
            case BarChart():
                self._text(block.title, "Caption")
                self._grids.chart(block)
            case WritingLines() | PageBreak():
                self._wordless(block)
            case _:
                self._spread(block)

    def _heading(self, heading: Heading) -> None:
        if heading.topic:
            self._text(heading.topic, "Topic")
        said = self._text(heading.text, f"Heading {heading.level}")
        if heading.topic:
            said.paragraph_format.space_before = Pt(0)
        if self._linked:
            _mark(said, _bookmark(self._edition, self._headings), self._edition * 10_000 + self._headings)
            self._headings += 1
        self._label(heading.margin)

    def _spread(self, block: Spread) -> None:
        """Add what is beside each other on paper one under another: so it can be edited, and read aloud."""
        if isinstance(block, Contents):
            for place, heading in listed(self._document, block):
                self._link(contents_text(heading), _bookmark(self._edition, place), heading.level)
            return
        for one in in_plain_blocks(block, self._document):
            self.add(one)

    def _link(self, text: str, to: str, level: int) -> None:
        paragraph = self.file.add_paragraph(style="Normal")
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.left_indent = Pt(1.2 * self._sizes.text * (level - 1))
        link = element("w:hyperlink", anchor=to)
        self._filled(paragraph, text)
        link.append(paragraph.runs[0]._r)  # noqa: SLF001  # python-docx has no links inside a file
        paragraph._p.append(link)  # noqa: SLF001

    def _wordless(self, block: WritingLines | PageBreak) -> None:
        if isinstance(block, PageBreak):
            self.file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            return
        self._label(block.margin)
        if block.text:
            asked = self._text(block.text, "Normal")
            asked.paragraph_format.keep_with_next, asked.paragraph_format.space_after = True, Pt(0)
            _add_aside(asked, block.aside, self._language)
        for _ in range(block.count):
            self._text("", "Writing Line")

    def _label(self, text: str) -> None:
        """Add what other papers have in the margin; people who edit the file move it with its text."""
        if text:
            self._text(text, "Beside")

    def _text(self, text: str, style: str, language: str = "") -> WordParagraph:
        return self._filled(self.file.add_paragraph(style=style), text, language)

    def _filled(self, paragraph: WordParagraph, text: str, language: str = "") -> WordParagraph:
        return filled(paragraph, text, language or self._language)

    def _bullets(self, bullets: Bullets) -> None:
        self._label(bullets.margin)
        for item in bullets.items:
            if bullets.boxes:
                said = self._text(f"{_BOX}\t{item.text}", "Tick Box", item.language)
            else:
                said = self._text(item.text, "List Bullet", item.language)
            if bullets.role is Role.SAID:
                said.runs[0].font.size = Pt(self._sizes.said)
            if item.coded:
                _add_aside(said, item.aside, self._language)
            elif item.aside:
                said.paragraph_format.space_after = Pt(0)
                said.paragraph_format.keep_with_next = True
                self._text(item.aside, "List Continue")

    def _table(self, table: Table) -> None:
        if table.caption:
            self._text(table.caption, "Caption")
        if is_narrow(table, self._width, self._sizes.text):
            self._bullets(as_list(table))
            return
        self._grids.table(table)

    def _footer(self, text: str, words: Words) -> None:
        paragraph = self.file.sections[-1].footer.paragraphs[0]
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(self._width), WD_TAB_ALIGNMENT.RIGHT)
        self._filled(paragraph, one_line(text) + "\t")
        place = words.tr("Page {page} of {pages}", page="\ue000PAGE\ue000", pages="\ue000SECTIONPAGES\ue000")
        for number, part in enumerate(place.split("\ue000")):
            if number % 2 == 0:
                paragraph.add_run(part)
            else:
                field = element("w:fldSimple", instr=part)
                field.append(paragraph.add_run("1")._r)  # noqa: SLF001  # python-docx has no fields
                paragraph._p.append(field)  # noqa: SLF001


class _Styles:
    """Sets the styles of a Word file, so that people who edit it can change each in one place."""

    def __init__(self, file: WordFile, sizes: paper_style.Sizes, language: str) -> None:
        self._file = file
        defaults = file.styles.element.find(qn("w:docDefaults"))
        defaults.find(f".//{qn('w:lang')}").set(qn("w:val"), language)
        self._set("Normal", sizes.text, after=0.65 * sizes.text, leading=1.35)
        title = self._set("Title", sizes.title, bold=True, after=0.2 * sizes.title, leading=1.1)
        _bordered(title, "w:top", 24, 8)
        self._set("Subtitle", sizes.lead, color=paper_style.MUTED, after=sizes.title)
        for level, size in enumerate(sizes.headings, 1):
            color = paper_style.ACCENT if level == 1 else paper_style.INK
            heading = self._set(f"Heading {level}", size, color=color, bold=True, after=0.4 * size)
            heading.paragraph_format.space_before = Pt((1.2, 0.9, 0.7)[level - 1] * size)
            heading.paragraph_format.keep_with_next = True
        self._set("Lead", sizes.lead, after=0.65 * sizes.lead, leading=1.35)
        self._set("Muted", sizes.small, color=paper_style.MUTED, after=0.6 * sizes.text)
        quote = self._set("Quote", sizes.text, after=0.65 * sizes.text, leading=1.35)
        quote.paragraph_format.left_indent = Pt(1.1 * sizes.text)
        _bordered(quote, "w:left", 12, 8)
        self._set("Said", sizes.said, after=0.65 * sizes.said, leading=1.3)
        beside = self._set("Beside", sizes.small, color=paper_style.MUTED, bold=True, after=2)
        beside.paragraph_format.keep_with_next = True
        topic = self._set("Topic", sizes.small, color=paper_style.ACCENT, bold=True)
        topic.paragraph_format.keep_with_next = True
        topic.paragraph_format.space_before = Pt(1.2 * sizes.headings[0])
        strong = self._set("Strong Line", sizes.text, bold=True, after=0.3 * sizes.text)
        strong.paragraph_format.keep_with_next = True
        line = self._set("Writing Line", sizes.text, after=0)
        line.paragraph_format.space_before = Pt(sizes.line - 1.2 * sizes.text)
        _bordered(line, "w:bottom", 6, 1, paper_style.LINE_STRONG)
        _bordered(line, "w:between", 6, 1, paper_style.LINE_STRONG)
        tick = self._set("Tick Box", sizes.text, after=0.4 * sizes.text, leading=1.3)
        tick.paragraph_format.left_indent = Pt(2 * sizes.text)
        tick.paragraph_format.first_line_indent = Pt(-2 * sizes.text)
        self._set("List Bullet", sizes.text, after=0.4 * sizes.text, leading=1.3)
        self._set("List Continue", sizes.small, color=paper_style.MUTED, after=0.5 * sizes.text)
        self._set("Table Text", sizes.text, after=0.25 * sizes.text).paragraph_format.space_before = Pt(
            0.25 * sizes.text
        )
        self._set("Table Note", sizes.small, color=paper_style.MUTED, after=0.25 * sizes.text)
        aside = file.styles.add_style("Aside", WD_STYLE_TYPE.CHARACTER)
        aside.font.size, aside.font.color.rgb = Pt(sizes.small), RGBColor.from_string(paper_style.MUTED[1:])
        self._set("Table Head", sizes.small, color=paper_style.MUTED, bold=True, after=0.25 * sizes.text)
        caption = self._set("Caption", sizes.text, bold=True, after=0.25 * sizes.text)
        caption.paragraph_format.keep_with_next = True
        footer = self._set("Footer", sizes.small, color=paper_style.MUTED)
        footer.paragraph_format.tab_stops.clear_all()

    def _set(
        self,
        name: str,
        size: float,
        *,
        color: str = paper_style.INK,
        bold: bool = False,
        after: float = 0,
        leading: float = 1.2,
    ) -> ParagraphStyle:
        styles = self._file.styles
        if name not in styles:
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
        style = styles[name]
        assert isinstance(style, ParagraphStyle)
        properties = style.element.get_or_add_rPr()
        for left_over in properties.findall(qn("w:rFonts")) + properties.findall(qn("w:spacing")):
            properties.remove(left_over)
        style.font.name, style.font.size = FAMILY, Pt(size)
        style.font.bold, style.font.italic = bold, False
        style.font.color.rgb = RGBColor.from_string(color[1:])
        style.paragraph_format.space_after, style.paragraph_format.line_spacing = Pt(after), leading
        for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
            style.element.pPr.remove(border)
        return style


def _bookmark(edition: int, place: int) -> str:
    return f"place_{edition}_{place}"


def _mark(paragraph: WordParagraph, name: str, number: int) -> None:
    """Name a paragraph, so that links lead to it."""
    begin = element("w:bookmarkStart", id=str(number), name=name)
    paragraph.runs[0]._r.addprevious(begin)  # noqa: SLF001  # python-docx has no bookmarks
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))  # noqa: SLF001


def _count_from_one(section: Section) -> None:
    """Let the pages of a section have numbers of their own."""
    properties = section._sectPr  # noqa: SLF001  # python-docx has no page numbers
    if properties.find(qn("w:pgNumType")) is None:
        properties.find(qn("w:cols")).addprevious(element("w:pgNumType", start="1"))


def _add_aside(paragraph: WordParagraph, text: str, language: str) -> None:
    """Add something smaller at the end of a paragraph."""
    if text:
        paragraph.add_run(" ")
        filled(paragraph, text, language)
        paragraph.runs[-1].style = "Aside"


def _bordered(
    style: ParagraphStyle, edge: str, eighths: int, space: int, color: str = paper_style.ACCENT
) -> None:
    properties = style.element.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    borders.append(element(edge, val="single", sz=str(eighths), space=str(space), color=color[1:]))


def _embed_typeface(file: WordFile) -> None:
    """Put the regular and the bold face into ``file``, so that it looks the same everywhere.

    The format wants the first bytes of a font mixed with a number that is written beside it (ECMA-376,
    part 4, section 14.2.1): a custom of the format, and no protection.
    """
    table = file.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = parse_xml(table.blob)
    font = OxmlElement("w:font")
    font.set(qn("w:name"), FAMILY)
    for number, (face, path) in enumerate(_FACES.items(), 1):
        key = uuid5(NAMESPACE_URL, path.name)
        name = PackURI(f"/word/fonts/font{number}.odttf")
        part = Part(name, _FONT_KIND, _mixed(path.read_bytes(), key.bytes[::-1]), file.part.package)
        inside = OxmlElement(f"w:{face}")
        inside.set(qn("r:id"), table.relate_to(part, RELATIONSHIP_TYPE.FONT))
        inside.set(qn("w:fontKey"), f"{{{str(key).upper()}}}")
        font.append(inside)
    fonts.append(font)
    table._blob = serialize_part_xml(fonts)  # noqa: SLF001  # python-docx has no fonts
    file.settings.element.find(qn("w:zoom")).addnext(OxmlElement("w:embedTrueTypeFonts"))


def _mixed(font: bytes, key: bytes) -> bytes:
    head = bytes(byte ^ key[place % len(key)] for place, byte in enumerate(font[:32]))
    return head + font[32:]
