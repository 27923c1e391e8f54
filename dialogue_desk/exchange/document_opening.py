"""Opens a document of any kind that can become a guide; what the bytes are decides, not the name alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dialogue_desk.domain.guides.source import SourceDocument
from dialogue_desk.exchange.document_archive import Archive
from dialogue_desk.exchange.document_docx import read_docx
from dialogue_desk.exchange.document_odt import read_odt
from dialogue_desk.exchange.document_pdf import read_pdf
from dialogue_desk.exchange.document_plain import read_text, text_of
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble
from dialogue_desk.exchange.limits import LIMITS
from dialogue_desk.exchange.refusals import noted

SUFFIXES = (".docx", ".docm", ".dotx", ".odt", ".ott", ".pdf", ".md", ".markdown", ".txt", ".text")
"""What the names of such documents end in."""
MOST_LINES = 6_000
"""A guide of two hundred pages has fewer."""

_MARKDOWN = frozenset({".md", ".markdown"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT = b"{\\rtf"


def read_document(path: Path) -> SourceDocument:
    """Read a document.

    Raises:
        DocumentRefused: it cannot become a guide; the sentence for that says what to do.
        OSError: the system does not let it be read.
    """
    if path.exists() and not path.is_file():
        raise DocumentRefused(Trouble.UNKNOWN_KIND, "it is no ordinary file")
    with path.open("rb") as file:  # it may grow while it is read
        data = file.read(LIMITS.file + 1)
    if len(data) > LIMITS.file:
        raise DocumentRefused(Trouble.TOO_LARGE)
    return read_bytes(data, path.suffix.lower())


def read_bytes(data: bytes, suffix: str) -> SourceDocument:
    """Read a document from its bytes; ``suffix`` is what its name ends in.

    Raises:
        DocumentRefused: it cannot become a guide.
    """
    if not data.strip():
        raise DocumentRefused(Trouble.EMPTY)
    try:
        document = _reader(data, suffix)(data)
    except DocumentRefused:
        raise
    except MemoryError:
        raise DocumentRefused(Trouble.TOO_LARGE, "no memory") from None
    except Exception as error:  # noqa: BLE001  # nothing in a file from outside may stop the app
        raise DocumentRefused(Trouble.DAMAGED, noted(error)) from None
    return _checked(document)


def read_pasted(text: str) -> SourceDocument:
    """Read text that was pasted.

    Raises:
        DocumentRefused: there is no text in it, or far too much.
    """
    return _checked(read_text(text))


def _checked(document: SourceDocument) -> SourceDocument:
    if not document.lines:
        raise DocumentRefused(Trouble.EMPTY)
    if len(document.lines) > MOST_LINES:
        raise DocumentRefused(Trouble.TOO_LARGE, "too many lines")
    return document


def _reader(data: bytes, suffix: str) -> Callable[[bytes], SourceDocument]:
    if data.startswith(_OLE):
        raise DocumentRefused(Trouble.OLD_WORD)
    if b"%PDF-" in data[:1024]:
        return read_pdf
    if data.startswith(b"PK"):
        return _read_archive
    if suffix not in SUFFIXES or data.startswith(_RICH_TEXT):
        raise DocumentRefused(Trouble.UNKNOWN_KIND)
    if suffix in (".docx", ".docm", ".dotx", ".odt", ".ott", ".pdf"):
        raise DocumentRefused(Trouble.NOT_WHAT_IT_SAYS)
    return lambda text: _read_plain(text, markdown=suffix in _MARKDOWN)


def _read_archive(data: bytes) -> SourceDocument:
    archive = Archive(data)
    if "content.xml" in archive.names:
        return read_odt(archive)
    if any(name.startswith("word/") for name in archive.names) or "_rels/.rels" in archive.names:
        return read_docx(archive)
    raise DocumentRefused(Trouble.UNKNOWN_KIND)


def _read_plain(data: bytes, *, markdown: bool) -> SourceDocument:
    text, guessed = text_of(data)
    return read_text(text, markdown=markdown or None, guessed=guessed)
