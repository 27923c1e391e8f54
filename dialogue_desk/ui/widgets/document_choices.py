"""The choices for a document: kinds of file, paper sizes and languages."""

from __future__ import annotations

from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.words import LANGUAGES, Words


def file_kinds(words: Words) -> dict[str, str]:
    """Return the names of the kinds of file, by their endings."""
    return {
        ".pdf": "PDF",
        ".docx": words.tr("Word document"),
        ".html": words.tr("Web page"),
        ".md": "Markdown",
        ".txt": words.tr("Text to paste"),
    }


def sheet_choices(words: Words) -> tuple[Choice, ...]:
    """Return the paper sizes."""
    return (Choice(PaperSize.LETTER, words.tr("Letter")), Choice(PaperSize.A4, "A4"))


def language_choices() -> tuple[Choice, ...]:
    """Return the languages of documents, each by its own name."""
    return tuple(Choice(code, name) for code, name in LANGUAGES.items())
