"""Documents as DOCX, to work on: with real styles, lists, table heads and languages."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph as WordParagraph
from PIL import Image

from dialogue_desk.domain.model.document import (
    BarChart,
    Block,
    Bullets,
    Document,
    Heading,
    PageBreak,
    PaperSize,
    Paragraph,
    Role,
    Table,
    WritingLines,
)
from dialogue_desk.domain.model.text import one_line, printable, right_to_left
from dialogue_desk.fonts import FAMILY, font_file
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.charts import BarRow, measured
from dialogue_desk.reports.narrow_tables import as_list, is_narrow
from dialogue_desk.words import Words

_ROLES = {
    Role.NORMAL: "Normal",
    Role.LEAD: "Lead",
    Role.MUTED: "Muted",
    Role.QUOTE: "Quote",
    Role.SAID: "Said",
}
_BOX = "\u2610"
_FONT_KIND = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FACES = {"embedRegular": font_file(), "embedBold": font_file(bold=True)}
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


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


class _Page:
    """A Word file to which blocks are added one after another."""

    def __init__(self, sizes: paper_style.Sizes, paper: PaperSize) -> None:
        self.file: WordFile = docx.Document()
        self._sizes = sizes
        width, height = paper_style.SHEETS[paper]
        self._width = width - 2 * paper_style.MARGIN
        self._language = ""
        section = self.file.sections[0]
        section.page_width, section.page_height = Pt(width), Pt(height)
        section.left_margin = section.right_margin = section.top_margin = Pt(paper_style.MARGIN)
        section.bottom_margin = Pt(paper_style.MARGIN + 10 * paper_style.MM)
        section.footer_distance = Pt(paper_style.MARGIN)
        self._bar = BytesIO()
        Image.new("RGB", (1, 1), paper_style.ACCENT).save(self._bar, "PNG")

    def open(self, document: Document) -> None:
        _Styles(self.file, self._sizes, document.language)
        about = self.file.core_properties
        about.title, about.language = one_line(document.title)[:255], document.language[:255]
        about.author, about.comments, about.created, about.modified = "Dialogue Desk", "", _UNDATED, _UNDATED

    def begin(self, edition: Document, usual: str, words: Words) -> None:
        """Begin an edition with its title and footer; ``usual`` is the language of the whole file."""
        self._language = "" if edition.language == usual else edition.language
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
                self._text(block.text, f"Heading {block.level}")
                self._label(block.margin)
            case Paragraph():
                self._label(block.margin)
                self._text(block.text, _ROLES[block.role], block.language)
            case Bullets():
                self._bullets(block)
            case Table():
                self._table(block)
            case BarChart():
                self._chart(block)
            case WritingLines() | PageBreak():
                self._wordless(block)

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
        return _filled(paragraph, text, language or self._language)

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
        under = sum(bool(note) for note in table.notes)
        grid = self._grid(1 + len(table.rows) + under, table.shares)
        rows = iter(grid.rows)
        head = next(rows)
        self._row(head, table, tuple(column.head for column in table.columns))
        _make_head(head)
        for row, note, language in table.noted_rows:
            self._row(noted := next(rows), table, row, language)
            if table.lines > 1:
                noted.height = Pt(table.lines * paper_style.LEADING * self._sizes.text)
            if note:
                self._note(noted, next(rows), note, language)
        self._after_table()

    def _row(self, row: WordRow, table: Table, texts: tuple[str, ...], language: str = "") -> None:
        for cell, text, column in zip(row.cells, texts, table.columns, strict=True):
            self._filled(cell.paragraphs[0], text, language)
            if column.numeric:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _note(self, row: WordRow, under: WordRow, note: str, language: str) -> None:
        """Put a note under a row, whose name is bold then; both stay on one page."""
        for run in row.cells[0].paragraphs[0].runs:
            run.bold = True
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            borders = OxmlElement("w:tcBorders")
            borders.append(_element("w:bottom", val="nil"))
            properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001  # python-docx has no borders
            properties.append(borders)
        whole = under.cells[0].merge(under.cells[-1])
        for spare in whole.paragraphs[1:]:
            spare._p.getparent().remove(spare._p)  # noqa: SLF001  # python-docx removes no paragraphs
        whole.paragraphs[0].style = "Table Note"
        self._filled(whole.paragraphs[0], note, language)

    def _chart(self, chart: BarChart) -> None:
        """Add a chart as a table with bars as pictures: its words can be edited and are read in order."""
        self._text(chart.title, "Caption")
        # Less room than there is, because a wider typeface may replace ours.
        measures = measured(chart, 0.7 * self._width / self._sizes.text)
        if measures.rows:
            heads = [chart.heads] if chart.heads else []
            grid = self._grid(
                len(heads) + len(measures.rows), (measures.label_width, 1 - measures.label_width)
            )
            properties = grid._tbl.tblPr  # noqa: SLF001  # python-docx has no other way
            properties.remove(properties.find(qn("w:tblBorders")))
            properties.append(_element("w:tblDescription", val=printable(chart.description or chart.title)))
            for row, texts in zip(grid.rows, heads, strict=False):
                for cell, text in zip(row.cells, texts, strict=True):
                    self._filled(cell.paragraphs[0], text)
                _make_head(row)
            labels, bars = (column.cells[len(heads) :] for column in grid.columns)
            for row, label, bar in zip(measures.rows, labels, bars, strict=True):
                self._filled(label.paragraphs[0], row.label)
                self._draw(bar.paragraphs[0], row, measures.bar_width * self._width)
        if chart.description:
            self._text(chart.description, "Muted")
        else:
            self._after_table()

    def _draw(self, paragraph: WordParagraph, row: BarRow, longest: float) -> None:
        picture = paragraph.add_run().add_picture(
            self._bar, Pt(max(1, row.share * longest)), Pt(0.8 * self._sizes.text)
        )
        about = picture._inline.docPr  # noqa: SLF001  # python-docx has no other way
        about.set("descr", "")
        about.append(parse_xml(_DECORATIVE))
        if row.value_text:
            self._filled(paragraph, f"  {row.value_text}")
            paragraph.runs[-1].bold = True

    def _grid(self, rows: int, shares: tuple[float, ...]) -> WordTable:
        grid: WordTable = self.file.add_table(rows, len(shares))
        grid.autofit = False
        for column, share in zip(grid.columns, shares, strict=True):
            column.width = Pt(share * self._width)
            for cell in column.cells:
                cell.width = Pt(share * self._width)
                cell.paragraphs[0].style = "Table Text"
        borders = OxmlElement("w:tblBorders")
        for edge in ("w:bottom", "w:insideH"):
            borders.append(_element(edge, val="single", sz="6", space="0", color=paper_style.LINE[1:]))
        layout = grid._tbl.tblPr.find(qn("w:tblLayout"))  # noqa: SLF001  # python-docx has no other way
        layout.addprevious(borders)
        return grid

    def _after_table(self) -> None:
        self.file.add_paragraph(style="Muted")

    def _footer(self, text: str, words: Words) -> None:
        paragraph = self.file.sections[-1].footer.paragraphs[0]
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(self._width), WD_TAB_ALIGNMENT.RIGHT)
        self._filled(paragraph, one_line(text) + "\t")
        place = words.tr("Page {page} of {pages}", page="\ue000PAGE\ue000", pages="\ue000SECTIONPAGES\ue000")
        for number, part in enumerate(place.split("\ue000")):
            if number % 2 == 0:
                paragraph.add_run(part)
            else:
                field = _element("w:fldSimple", instr=part)
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


def _make_head(row: WordRow) -> None:
    """Make a row the head of its table: readers say it with each cell, and it repeats on each page."""
    for cell in row.cells:
        cell.paragraphs[0].style = "Table Head"
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # python-docx has no other way
    properties.append(OxmlElement("w:tblHeader"))


def _filled(paragraph: WordParagraph, text: str, language: str = "") -> WordParagraph:
    """Put ``text`` into ``paragraph``, with its direction and language."""
    run = paragraph.add_run(printable(text))
    turned = right_to_left(text)
    if language:
        run._r.get_or_add_rPr().append(  # noqa: SLF001  # python-docx has no languages
            _element("w:lang", **{"bidi" if turned else "val": language})
        )
    if turned:
        run.font.rtl = True
        paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001  # nor directions
            OxmlElement("w:bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    return paragraph


def _count_from_one(section: Section) -> None:
    """Let the pages of a section have numbers of their own."""
    properties = section._sectPr  # noqa: SLF001  # python-docx has no page numbers
    if properties.find(qn("w:pgNumType")) is None:
        properties.find(qn("w:cols")).addprevious(_element("w:pgNumType", start="1"))


def _add_aside(paragraph: WordParagraph, text: str, language: str) -> None:
    """Add something smaller at the end of a paragraph."""
    if text:
        paragraph.add_run(" ")
        _filled(paragraph, text, language)
        paragraph.runs[-1].style = "Aside"


def _bordered(
    style: ParagraphStyle, edge: str, eighths: int, space: int, color: str = paper_style.ACCENT
) -> None:
    properties = style.element.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    borders.append(_element(edge, val="single", sz=str(eighths), space=str(space), color=color[1:]))


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


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
