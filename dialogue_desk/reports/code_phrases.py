"""What papers say about the short codes at the end of lines."""

from __future__ import annotations

from dialogue_desk.words import Words


def find_again_text(words: Words) -> str:
    """Say what the codes are for."""
    return words.tr(
        "Each line has a code at its end. With it you find the line again in the report and its annex. A "
        "code names nobody."
    )


def take_back_text(contact: str, words: Words) -> str:
    """Say how a quote is taken back, and whom to tell; without a ``contact``, those who led the session."""
    if contact:
        return words.tr(
            "To take a quote back, tell its code to {contact}. You need not say why or who you are.",
            contact=contact,
        )
    return words.tr("To take a quote back, tell its code to those who led the session. You need not say why.")
