"""The wish as a file, and the slip that it prints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dialogue_desk.exchange.wish_file import WishUnreadable, read_wish_file
from dialogue_desk.exchange.wish_writing import USUAL_NAME, wish_text
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.signup_slip import SlipPaper, signup_slip
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.save_file import save_file
from dialogue_desk.ui.forming.forming_work import FormingWork
from dialogue_desk.whole_file import write_atomically


class WishFiles:
    """Opens and saves the wish, and writes the slip to print."""

    def __init__(self, work: FormingWork) -> None:
        self._work, self._context, self._words = work, work.context, work.context.words

    def ask_for_file(self, say: Callable[[str], object]) -> None:
        """Ask for a wish to open; ``say`` is told what is wrong with it, or ""."""

        def read(paths: tuple[Path, ...]) -> None:
            try:
                file = read_wish_file(paths[0], self._words)
            except WishUnreadable as trouble:
                say(str(trouble))
                return
            say("")
            self._work.ask(file)

        words = self._words
        kinds = (FileKind(words.tr("Wishes"), (".toml",)),)
        self._context.prompts.open_files(words.tr("Open a wish"), kinds, read)

    def save(self) -> None:
        """Ask where the wish is to be saved."""
        text = wish_text(self._work.bench.wish, self._words)
        kind = FileKind(self._words.tr("Wishes"), (".toml",))
        title = self._words.tr("Save the wish")
        save_file(self._context, title, USUAL_NAME, kind, lambda path: write_atomically(path, text.encode()))

    def print_slip(self) -> None:
        """Ask where the slip to print is to be saved, in both languages."""
        words, wish = self._words, self._work.bench.wish
        document = signup_slip(SlipPaper(wish.wish, wish.program, wish.kept_by), words)
        kind = FileKind(words.tr("Slip to print"), (".pdf",))
        name = words.tr("sign-up-slip")

        def write(path: Path) -> None:
            write_atomically(path, rendered(document, ".pdf", words))

        save_file(self._context, words.tr("Save the slip to print"), f"{name}.pdf", kind, write)
