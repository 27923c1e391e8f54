"""``code``: finds the line that has a code on paper, and takes a quote back by it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from dialogue_desk.cli.commands import CANNOT_BE, DONE, SOME_REFUSED
from dialogue_desk.cli.output import complain, say, say_json
from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import erase_from_copies, erasure_notice, withdraw_quote
from dialogue_desk.desk.erasing.quote_trail import files_with, trail_sentence
from dialogue_desk.desk.erasing.unerased_text import unerased_sentence
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import write_package
from dialogue_desk.desk.session.code_search import CodeMatch, CodeResult, search_code
from dialogue_desk.desk.session.code_text import (
    found_sentence,
    line_kind,
    no_code_sentence,
    sentence_kind,
)
from dialogue_desk.desk.session.search import Hit
from dialogue_desk.domain.model.line_codes import typed_code
from dialogue_desk.domain.model.notes import Note, NoteKind, entry_text
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from dialogue_desk.words.times import day


def find_code(options: argparse.Namespace, words: Words) -> int:
    """Print the lines that have a code; with ``--take-back``, erase the quote that has it for good."""
    code = typed_code(options.code)
    if not code:
        complain(no_code_sentence(options.code, words))
        return CANNOT_BE
    if not options.desk.is_file():
        complain(words.tr("There is no desk file “{file}”. Check its name.", file=options.desk))
        return CANNOT_BE
    with closing(DeskFile(options.desk)) as file:
        desk = Desk(file, SystemClock(), RandomIds())
        folders = Folders(desk, GuideShelf(resource("guides"), words))
        found = search_code(desk, folders, code, language=words.language)
        if options.json:
            for row in _as_json(found):
                say_json(row)
        else:
            _tell(found, words)
        sentence = found_sentence(found, words)
        (say if found.match is CodeMatch.EXACT and not options.json else complain)(sentence)
        if options.take_back:
            return _take_back(desk, found, options, words)
    return DONE if found.match in (CodeMatch.EXACT, CodeMatch.GOES_ON) else SOME_REFUSED


def _tell(found: CodeResult, words: Words) -> None:
    for hit in found.hits:
        where = words.tr("Circle {code}, session {number}", code=hit.circle.code, number=hit.session.number)
        on = day(hit.session.start, hit.session.zone, words)
        say(f"{hit.code}  {' · '.join((line_kind(hit.body, words), where, on))}")
        say(f"  {entry_text(hit.body)}")
    for one in found.sentences:
        say(f"{one.code}  {' · '.join(filter(None, (sentence_kind(one.role, words), one.program)))}")
        say(f"  {one.text}")


def _as_json(found: CodeResult) -> Iterator[dict[str, object]]:
    for hit in found.hits:
        yield {
            "code": hit.code,
            "match": found.match.value,
            "id": hit.id,
            "kind": hit.body.kind.value if isinstance(hit.body, Note) else "action",
            "text": entry_text(hit.body),
            "circle": hit.circle.code,
            "session": hit.session.number,
        }
    for one in found.sentences:
        yield {
            "code": one.code,
            "match": found.match.value,
            "kind": one.role.value,
            "text": one.text,
        }


def _take_back(desk: Desk, found: CodeResult, options: argparse.Namespace, words: Words) -> int:
    quotes = quotes_in(found)
    if options.line:
        quotes = [one for one in quotes if one.id == options.line]
    if len(quotes) != 1:
        complain(_which(quotes, words))
        return CANNOT_BE
    (quote,) = quotes
    if options.notice is not None and not _can_be_written_to(options.notice):
        complain(
            words.tr(
                "Nothing can be written into “{folder}”, so nothing was erased: other laptops would keep the "
                "quote. Plug the stick in, or choose another folder.",
                folder=options.notice,
            )
        )
        return CANNOT_BE
    files = files_with(desk, quote.id)
    if not (options.yes or _agrees(words)):
        complain(words.tr("Nothing was erased."))
        return CANNOT_BE
    withdraw_quote(desk, quote.id)
    copies = erase_from_copies(desk)
    say(words.tr("The quote was erased from this laptop."))
    if copies.unerased:
        complain(unerased_sentence(copies.unerased, words))
    complain(trail_sentence(files, words, most=len(files)))
    if options.notice is not None:
        path = write_package(desk, erasure_notice(desk, [quote.id]), options.notice)
        say(words.tr("For other laptops: {file}", file=path))
    return DONE


def _can_be_written_to(folder: Path) -> bool:
    """Whether files can be made in a folder, which is made if needed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def quotes_in(found: CodeResult) -> list[Hit]:
    """Return the quotes that have the code itself: what is only near it is not taken back."""
    hits = found.hits if found.match is CodeMatch.EXACT else ()
    return [hit for hit in hits if isinstance(hit.body, Note) and hit.body.kind is NoteKind.QUOTE]


def _which(quotes: Sequence[Hit], words: Words) -> str:
    if not quotes:
        return words.tr("No quote has this code, so nothing was erased.")
    return words.tr(
        "Two quotes have this code, so nothing was erased. Say which with --line: {ids}",
        ids=", ".join(one.id for one in quotes),
    )


def _agrees(words: Words) -> bool:
    """Ask whether to erase, once; without anybody to ask, the answer is no."""
    if not sys.stdin.isatty():
        complain(words.tr("To take the quote back without being asked, add --yes."))
        return False
    complain(words.tr("This erases its words for good. To go on, type yes:"))
    return sys.stdin.readline().strip().lower() in {"yes", words.tr("yes").lower()}
