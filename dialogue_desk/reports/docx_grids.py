"""Tables and charts of a Word file; a chart is a table of its words, with bars as pictures."""

from __future__ import annotations

from io import BytesIO

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph as WordParagraph
from PIL import Image

from dialogue_desk.domain.model.document import BarChart, Table
from dialogue_desk.domain.model.text import printable
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.charts import BarRow, measured
from dialogue_desk.reports.docx_text import element, filled
from dialogue_desk.reports.narrow_tables import roomy_shares

_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


class DocxGrids:
    """Adds tables and charts to a Word file, in the ``language`` of an edition where it is not the file's."""

    def __init__(self, file: WordFile, sizes: paper_style.Sizes, width: float) -> None:
        self._file, self._sizes, self._width, self.language = file, sizes, width, ""
        self._bar = BytesIO()
        Image.new("RGB", (1, 1), paper_style.ACCENT).save(self._bar, "PNG")

    def table(self, table: Table) -> None:
        """Add a table, without its caption."""
        under = sum(bool(note) for note in table.notes)
        grid = self._grid(1 + len(table.rows) + under, roomy_shares(table, self._width, self._sizes.text))
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
            self._put(cell.paragraphs[0], text, language)
            if column.numeric:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _note(self, row: WordRow, under: WordRow, note: str, language: str) -> None:
        """Put a note under a row, whose name is bold then; both stay on one page."""
        for run in row.cells[0].paragraphs[0].runs:
            run.bold = True
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            borders = OxmlElement("w:tcBorders")
            borders.append(element("w:bottom", val="nil"))
            properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001  # python-docx has no borders
            properties.append(borders)
        whole = under.cells[0].merge(under.cells[-1])
        for spare in whole.paragraphs[1:]:
            spare._p.getparent().remove(spare._p)  # noqa: SLF001  # python-docx removes no paragraphs
        whole.paragraphs[0].style = "Table Note"
        self._put(whole.paragraphs[0], note, language)

    def chart(self, chart: BarChart) -> None:
        """Add a chart as a table with bars as pictures: its words can be edited and are read in order."""
        # Less room than there is, because a wider typeface may replace ours.
        measures = measured(chart, 0.7 * self._width / self._sizes.text)
        if measures.rows:
            heads = [chart.heads] if chart.heads else []
            grid = self._grid(
                len(heads) + len(measures.rows), (measures.label_width, 1 - measures.label_width)
            )
            properties = grid._tbl.tblPr  # noqa: SLF001  # python-docx has no other way
            properties.remove(properties.find(qn("w:tblBorders")))
            properties.append(element("w:tblDescription", val=printable(chart.description or chart.title)))
            for row, texts in zip(grid.rows, heads, strict=False):
                for cell, text in zip(row.cells, texts, strict=True):
                    self._put(cell.paragraphs[0], text)
                _make_head(row)
            labels, bars = (column.cells[len(heads) :] for column in grid.columns)
            for row, label, bar in zip(measures.rows, labels, bars, strict=True):
                self._put(label.paragraphs[0], row.label)
                self._draw(bar.paragraphs[0], row, measures.bar_width * self._width)
        if chart.description:
            self._put(self._file.add_paragraph(style="Muted"), chart.description)
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
            self._put(paragraph, f"  {row.value_text}")
            paragraph.runs[-1].bold = True

    def _grid(self, rows: int, shares: tuple[float, ...]) -> WordTable:
        grid: WordTable = self._file.add_table(rows, len(shares))
        grid.autofit = False
        for column, share in zip(grid.columns, shares, strict=True):
            column.width = Pt(share * self._width)
            for cell in column.cells:
                cell.width = Pt(share * self._width)
                cell.paragraphs[0].style = "Table Text"
        borders = OxmlElement("w:tblBorders")
        for edge in ("w:bottom", "w:insideH"):
            borders.append(element(edge, val="single", sz="6", space="0", color=paper_style.LINE[1:]))
        layout = grid._tbl.tblPr.find(qn("w:tblLayout"))  # noqa: SLF001  # python-docx has no other way
        layout.addprevious(borders)
        return grid

    def _after_table(self) -> None:
        self._file.add_paragraph(style="Muted")

    def _put(self, paragraph: WordParagraph, text: str, language: str = "") -> WordParagraph:
        return filled(paragraph, text, language or self.language)


def _make_head(row: WordRow) -> None:
    """Make a row the head of its table: readers say it with each cell, and it repeats on each page."""
    for cell in row.cells:
        cell.paragraphs[0].style = "Table Head"
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # python-docx has no other way
    properties.append(OxmlElement("w:tblHeader"))
