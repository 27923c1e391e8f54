"""Which of the two PDF writers sets a document, decided and told before anything is saved.

reportlab sets what is drawn and most summaries.  Typst sets what has to be read aloud well, and every text
whose letters reportlab cannot set.  Both say the same words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogue_desk.domain.model.document import Document, PaperSize
from dialogue_desk.reports import tagged_pdf, typesetting
from dialogue_desk.words import Words

_MOST_LISTED = 12


@dataclass(frozen=True, slots=True)
class PdfPlan:
    """How a document would be printed.

    ``tagged``: a screen reader can follow it.  ``lacking`` are the letters that would be empty squares;
    ``in_the_way`` are those for which it is not tagged although that was asked for.
    """

    tagged: bool
    lacking: str = ""
    in_the_way: str = ""


def pdf_plan(document: Document, *, accessible: bool) -> PdfPlan:
    """Return how ``document`` is printed; ``accessible`` asks for tags where they cost no letter."""
    signs = document.signs
    drawn = PdfPlan(tagged=False, lacking=_sorted(typesetting.undrawn(signs)))
    if not tagged_pdf.available() or not (accessible or drawn.lacking):
        return drawn
    tagged = PdfPlan(tagged=True, lacking=_sorted(tagged_pdf.undrawn(signs)))
    fewer = len(drawn.lacking) - len(tagged.lacking)
    if fewer > 0 or (accessible and fewer == 0):
        return tagged
    return replace(drawn, in_the_way=tagged.lacking) if accessible else drawn


def pdf_concern(plan: PdfPlan, words: Words) -> str:
    """Return what a person has to know before a PDF is saved as planned; "" when it shows everything."""
    if plan.lacking:
        return words.tr(
            "No font here has these letters: {letters} In the PDF they would be empty squares. "
            "A web page or a Word document shows them.",
            letters=_listed(plan.lacking),
        )
    if plan.in_the_way:
        return words.tr(
            "With these letters the PDF cannot be made for screen readers: {letters} A web page or a "
            "Word document can be read aloud.",
            letters=_listed(plan.in_the_way),
        )
    return ""


def _listed(letters: str) -> str:
    return " ".join(letters[:_MOST_LISTED]) + (" …" if len(letters) > _MOST_LISTED else ".")


def printed(
    document: Document,
    words: Words,
    *,
    paper: PaperSize = PaperSize.LETTER,
    large: bool = False,
    accessible: bool = False,
) -> bytes:
    """Return ``document`` as PDF; the same document gives the same bytes."""
    if pdf_plan(document, accessible=accessible).tagged:
        return tagged_pdf.tagged_pdf_of(document, words, paper=paper, large=large)
    from dialogue_desk.reports.pdf import pdf_of  # noqa: PLC0415  # costly

    return pdf_of(document, words, paper=paper, large=large)


def _sorted(signs: frozenset[str]) -> str:
    return "".join(sorted(signs))
