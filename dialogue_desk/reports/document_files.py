"""Documents as files: the ending says which kind of file a document becomes."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.domain.model.document import Document, PaperSize
from dialogue_desk.reports.markdown import markdown_of
from dialogue_desk.reports.plain_text import text_of
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words import Words

ENDINGS = (".pdf", ".docx", ".html", ".md", ".txt")
"""The kinds of file that a document can become."""

USUAL_ENDINGS = (".pdf", ".docx", ".html")
"""The kinds that are written by default: to print, to work on, and to listen to."""


def rendered(
    document: Document,
    ending: str,
    words: Words,
    *,
    paper: PaperSize = PaperSize.LETTER,
    large: bool = False,
    accessible: bool = False,
) -> bytes:
    """Return ``document`` as the kind of file that has ``ending``; the same document gives the same bytes.

    ``accessible`` asks for a PDF that screen readers can follow; other kinds of file always are.

    Raises:
        ValueError: when the ending is none of ``ENDINGS``.
    """
    match ending:
        case ".pdf":
            from dialogue_desk.reports.pdf_plan import printed  # noqa: PLC0415  # costly

            return printed(document, words, paper=paper, large=large, accessible=accessible)
        case ".docx":
            from dialogue_desk.reports.docx import docx_of  # noqa: PLC0415  # costly

            return docx_of(document, words, paper=paper, large=large)
        case ".html":
            from dialogue_desk.reports.html import html_of  # noqa: PLC0415  # costly

            return html_of(document, paper=paper, large=large)
        case ".md":
            return markdown_of(document)
        case ".txt":
            return text_of(document)
        case _:
            raise ValueError(f"{ending or 'no ending'} is none of {ENDINGS}")


def write_document(
    document: Document,
    path: Path,
    words: Words,
    *,
    paper: PaperSize = PaperSize.LETTER,
    large: bool = False,
    accessible: bool = False,
) -> None:
    """Write ``document`` to ``path``, whole or not at all, as the kind of file that the path's ending names.

    Raises:
        ValueError: when the ending is none of ``ENDINGS``.
        OSError: when it cannot be written; a file that was there before is unchanged, and no other is left.
    """
    data = rendered(document, path.suffix.lower(), words, paper=paper, large=large, accessible=accessible)
    write_atomically(path, data)
