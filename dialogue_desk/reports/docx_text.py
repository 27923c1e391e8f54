"""Texts of a Word file, with their direction and language, and the elements that python-docx lacks."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph as WordParagraph

from dialogue_desk.domain.model.text import printable, right_to_left


def filled(paragraph: WordParagraph, text: str, language: str = "") -> WordParagraph:
    """Put ``text`` into ``paragraph``, with its direction and language."""
    run = paragraph.add_run(printable(text))
    turned = right_to_left(text)
    if language:
        run._r.get_or_add_rPr().append(  # noqa: SLF001  # python-docx has no languages
            element("w:lang", **{"bidi" if turned else "val": language})
        )
    if turned:
        run.font.rtl = True
        paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001  # nor directions
            OxmlElement("w:bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    return paragraph


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """Return an element of Word's own kind, with its attributes."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made
