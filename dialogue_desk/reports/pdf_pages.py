"""Where the pages of a PDF break: no heading stands alone, and what belongs together stays together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage

from dialogue_desk.domain.model.document import (
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Role,
)
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.pdf_blocks import PdfBlocks
from dialogue_desk.reports.pdf_grids import PdfGrids
from dialogue_desk.reports.pdf_text import PdfText
from dialogue_desk.reports.phrases import lacking_note
from dialogue_desk.reports.typesetting import Typesetting
from dialogue_desk.words import Words

_WHOLE, _LEAST_BEGUN = 0.5, 0.25
"""How much of a page is left empty at most for a whole part, and how much of a longer one begins on it."""


class PdfLayout:
    """Lays out one edition, which has a ``number`` from 0, in one size of type on pages of one size.

    The pages have ``width`` and ``height`` points of room, and ``beside`` points more at its side for what is
    in the margin; ``template`` is the name of their template.
    """

    def __init__(
        self, sizes: paper_style.Sizes, width: float, height: float, number: int, beside: float = 0
    ) -> None:
        self.sizes, self.width, self.height, self.number = sizes, width, height, number
        self.beside = beside
        self.template = f"edition-{number}"
        self.typesetting = Typesetting()
        text = PdfText(self.typesetting, width)
        self._grids = PdfGrids(sizes, text, width, height)
        keys = f"place-{number}-{{}}".format
        self._blocks = PdfBlocks(sizes, text, self._grids, keys, width=width, beside=beside)

    def story(self, document: Document) -> list[Flowable]:
        """Return the flowables of one edition of a document; each but the first begins on a new page."""
        begin = [NextPageTemplate(self.template), NewPage()] if self.number else []
        return begin + self._edition(document)

    def lacking_notice(self, words: Words) -> list[Flowable]:
        """Return the flowables that say that some characters could not be drawn."""
        return [
            Spacer(0, self.sizes.text),
            *self._blocks.flowables(Paragraph(lacking_note(words), Role.MUTED)),
        ]

    def _edition(self, document: Document) -> list[Flowable]:
        story = list(self._blocks.opening(document))
        headings: list[Flowable] = []
        made = [list(self._blocks.flowables(block)) for block in document.blocks]
        for place, (block, flowables) in enumerate(zip(document.blocks, made, strict=True)):
            if isinstance(block, Heading):
                headings += flowables
                if block.whole:
                    story += self._whole(headings, document.blocks[place:], made[place:])
            else:
                story += [*self._held_together(headings, flowables), *headings, *flowables]
                headings = []
        return _without_spacers_at_end(story + headings)

    def _whole(
        self, headings: list[Flowable], blocks: Sequence[Block], made: Sequence[list[Flowable]]
    ) -> Iterator[Flowable]:
        """Yield a page break for headings and what is under the last, when it leaves no page half empty."""
        level = blocks[0].level if isinstance(blocks[0], Heading) else 0
        high, begun = self._grids.height_of(*headings), 0.0
        for block, flowables in zip(blocks[1:], made[1:], strict=True):
            if isinstance(block, PageBreak) or (isinstance(block, Heading) and block.level <= level):
                break
            if not begun and flowables and isinstance(flowables[0], CondPageBreak):
                begun = high + flowables[0].height
            high += self._grids.height_of(*(one for one in flowables if not isinstance(one, CondPageBreak)))
        most = _WHOLE * self.height
        yield CondPageBreak(high if high < most else min(max(begun, _LEAST_BEGUN * self.height), most))

    def _held_together(self, headings: list[Flowable], follow: list[Flowable]) -> Iterator[Flowable]:
        """Yield a page break for headings that would be alone at the foot of a page."""
        if not headings:
            return
        if follow and isinstance(follow[0], CondPageBreak):
            beneath = follow[0].height
        else:
            beneath = sum(min(self._grids.height_of(part), 4 * self.sizes.text) for part in follow[:2])
        yield CondPageBreak(self._grids.height_of(*headings) + beneath)


def _without_spacers_at_end(story: list[Flowable]) -> list[Flowable]:
    """Return a story that ends with something to see: a spacer alone would take a page of its own."""
    while story and isinstance(story[-1], Spacer):
        story.pop()
    return story
