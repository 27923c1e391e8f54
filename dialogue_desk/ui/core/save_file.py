"""Saving a file that is made for the room: a place is asked for, and the file is written aside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dialogue_desk.exchange.file_trouble import unwritten_because
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.words import Words


def save_file(
    context: Context, asked: str, name: str, kind: FileKind, make: Callable[[Path], object]
) -> None:
    """Ask where to save a file, and let ``make`` write it whole; ``name`` is offered for it."""
    words, toast = context.words, context.toast

    def write(path: Path) -> None:
        saved = words.tr("{name} is in {folder}.", name=path.name, folder=path.parent)

        def failed(error: BaseException) -> bool:
            if isinstance(error, OSError):
                toast.say(not_saved(path, error, words))
            return isinstance(error, OSError)

        context.worker.run(toast, lambda _: make(path), lambda _: toast.say(saved), failed=failed)

    context.prompts.save_to(asked, name, kind, write)


def not_saved(path: Path, error: OSError, words: Words) -> str:
    """Return what a person is told when a file could not be written whole."""
    happened = words.tr("{name} could not be saved. What was there before is unchanged.", name=path.name)
    return f"{happened} {unwritten_because(error, words)}"
