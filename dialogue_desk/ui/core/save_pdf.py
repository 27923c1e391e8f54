"""Saving a document that is made for the room: a place is asked for, and the file is written aside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind


def save_pdf(context: Context, asked: str, kind: str, name: str, make: Callable[[Path], object]) -> None:
    """Ask where to save a PDF, and let ``make`` write it; ``name`` is offered for the file."""
    words, toast = context.words, context.toast

    def write(path: Path) -> None:
        saved = words.tr("{name} is in {folder}.", name=path.name, folder=path.parent)
        not_saved = words.tr(
            "{name} could not be saved. What was there before is unchanged. Make room on the "
            "disk or choose another folder, then save again.",
            name=path.name,
        )

        def failed(error: BaseException) -> bool:
            if isinstance(error, OSError):
                toast.say(not_saved)
            return isinstance(error, OSError)

        context.worker.run(toast, lambda _: make(path), lambda _: toast.say(saved), failed=failed)

    context.prompts.save_to(asked, f"{name}.pdf", FileKind(kind, (".pdf",)), write)
