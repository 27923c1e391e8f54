"""The help pages of the app: Markdown files that ship, as HTML for the window."""

from __future__ import annotations

from markdown_it import MarkdownIt

from dialogue_desk.resources import resource


def help_text(page: str, language: str) -> str:
    """Return the Markdown of a page in ``language``, or in English when it does not come in this."""
    try:
        path = resource("help", f"{page}.{language.partition('-')[0]}.md")
    except FileNotFoundError:
        path = resource("help", f"{page}.en.md")
    return path.read_text(encoding="utf-8")


def help_html(page: str, language: str) -> str:
    """Return a page as HTML without any look of its own."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    return str(reader.render(help_text(page, language)))
