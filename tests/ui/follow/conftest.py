"""The program's page with a believable program."""

from tests.ui.program.program_pages import filled, page, program, settled, tab

__all__ = ["filled", "page", "program", "settled", "tab"]
