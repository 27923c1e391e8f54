"""Asks what to save when a PDF could not show everything that was written."""

from __future__ import annotations

from dialogue_desk.ui.core.prompts import ChoicePrompt, PromptAnswer
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.words import Words


def pdf_prompt(concern: str, words: Words) -> ChoicePrompt:
    """Return the question about a PDF of which ``concern`` is to be known; each answer is a file's ending."""
    return ChoicePrompt(
        words.tr("Save it as a PDF?"),
        concern,
        (
            PromptAnswer(".pdf", words.tr("Save the PDF anyway"), Weight.QUIET),
            PromptAnswer(".docx", words.tr("Save a Word document")),
            PromptAnswer(".html", words.tr("Save a web page"), Weight.PRIMARY),
        ),
    )
