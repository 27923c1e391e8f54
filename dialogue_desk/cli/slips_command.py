"""``program questionnaire`` and ``program slips``: what people are asked, and sums of their answers."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from dialogue_desk.cli.commands import DONE, SOME_REFUSED
from dialogue_desk.cli.output import complain, say, say_json
from dialogue_desk.cli.program_command import CannotBe, asked_program, telling
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.program.named_people import people_named
from dialogue_desk.desk.program.pooled_edits import CannotCount, pool_of, questions_on, write_pool
from dialogue_desk.desk.program.questionnaire_edits import (
    checked_questionnaire,
    counted_statements,
    new_statement,
    questionnaire_of,
    write_questionnaire,
)
from dialogue_desk.desk.program.slip_list import ListedPile, piles_in
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.questionnaire import Questionnaire, Statement
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.document_refusals import DocumentRefused
from dialogue_desk.exchange.questionnaire_file import (
    QuestionnaireUnreadable,
    WrittenQuestionnaire,
    WrittenStatement,
    read_questionnaire,
)
from dialogue_desk.exchange.rows_of_files import rows_of_file
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.questionnaire_slips import slips_document
from dialogue_desk.resources import resource
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.questionnaire_words import ready_questionnaire


@telling
def keep_questionnaire(options: argparse.Namespace, words: Words) -> int:
    """Write the questionnaire of a program from a file or the ready-made one, print it, and show it."""
    with asked_program(options, words) as (desk, program):
        if options.file is not None or options.ready:
            written = None if options.file is None else _read(options.file, words)
            _set(desk, program.id, written, words)
        asked = questionnaire_of(desk, program.id)
        if asked is None:
            say(words.tr("The program has no questionnaire yet."))
            return DONE
        if options.to is not None:
            _print(asked, program.body, options, words)
        _show(asked, options, words)
    return DONE


@telling
def type_slips(options: argparse.Namespace, words: Words) -> int:
    """Keep the piles of a list; a pile with a line that is wrong is left out, and each such line is told."""
    with asked_program(options, words) as (desk, program):
        folders = Folders(desk, GuideShelf(resource("guides"), words))
        try:
            rows = rows_of_file(options.list).rows
        except (OSError, DocumentRefused) as error:
            raise CannotBe(
                words.tr(
                    "The list “{file}” cannot be read. Save it as CSV or XLSX, with a line for each answer.",
                    file=options.list,
                )
            ) from error
        found = piles_in(rows, folders.picture(program.id), words)
        refused = list(found.refused)
        kept = 0
        for pile in found.piles:
            try:
                _keep(desk, folders, program.id, pile, words)
                kept += 1
            except CannotCount as trouble:
                refused.append(words.tr("Line {number}: {sentence}", number=pile.line, sentence=str(trouble)))
        _warn_of_people([line for one in found.piles for line in one.pile.said], words)
        say(words.ntr("{count} pile is kept.", "{count} piles are kept.", kept))
        for sentence in refused:
            complain(sentence)
    return SOME_REFUSED if refused else DONE


def _keep(desk: Desk, folders: Folders, program: RecordId, listed: ListedPile, words: Words) -> None:
    """Keep a pile: in place of the one of the same circles, if there is one."""
    picture, pile = folders.picture(program), listed.pile
    pool = pool_of(pile, questions_on(picture, pile.kind, words.language), words)
    same = (
        one.id
        for one in picture.work.pools
        if one.body.kind is pool.kind and set(one.body.circles) == set(pool.circles)
    )
    write_pool(desk, picture, pool, words, next(same, None))


def _read(path: Path, words: Words) -> WrittenQuestionnaire:
    try:
        return read_questionnaire(path)
    except QuestionnaireUnreadable as error:
        where = words.tr("Line {number} says nothing.", number=error.line) if error.line else ""
        sentence = words.tr(
            "“{file}” is no questionnaire. Write TOML with [[statement]] tables, or a list with a column for "
            "each language, such as key, en, es.",
            file=path.name,
        )
        raise CannotBe(" ".join(filter(None, (sentence, where)))) from error
    except (OSError, DocumentRefused) as error:
        raise CannotBe(words.tr("“{file}” cannot be read.", file=path.name)) from error


def _set(desk: Desk, program: RecordId, written: WrittenQuestionnaire | None, words: Words) -> None:
    """Write a questionnaire, the ready-made one for None, and say which counts are of earlier words."""
    before = questionnaire_of(desk, program)
    asked = ready_questionnaire()
    if written is not None:
        known = before.statements if before is not None else ()
        try:
            statements = [_statement(one, known) for one in written.statements]
            asked = checked_questionnaire(statements, written.open_line, words)
        except CannotCount as trouble:
            raise CannotBe(str(trouble)) from trouble
    write_questionnaire(desk, program, asked)
    say(words.tr("The questionnaire is kept."))
    earlier = counted_statements(desk, program) - {one.key for one in asked.statements}
    if earlier:
        say(
            words.ntr(
                "{count} statement that was counted is asked no more. Its counts stay, with the earlier "
                "words.",
                "{count} statements that were counted are asked no more. Their counts stay, with the earlier "
                "words.",
                len(earlier),
            )
        )


def _statement(written: WrittenStatement, known: Sequence[Statement]) -> Statement:
    """Return a statement under its own key, that of the one with the same words, or a new one."""
    if written.key:
        return Statement(written.key, written.texts)
    same = (one for one in known if set(one.texts) & set(written.texts))
    old = next(same, None)
    return Statement(old.key, written.texts) if old is not None else new_statement(written.texts)


def _print(asked: Questionnaire, program: Program, options: argparse.Namespace, words: Words) -> None:
    to: Path = options.to
    languages = tuple(code for code in program.languages if any(one.text(code) for one in asked.statements))
    document = slips_document(asked, program.name, languages or (words.language,), large=options.large)
    try:
        data = rendered(
            document,
            to.suffix.lower(),
            words,
            paper=PaperSize(options.paper),
            large=options.large,
            accessible=True,
        )
    except ValueError as error:
        raise CannotBe(
            words.tr("“{file}” has an ending that is no document here. Use .pdf or .docx.", file=to.name)
        ) from error
    try:
        write_atomically(to, data)
    except OSError as error:
        raise CannotBe(words.tr("“{file}” could not be written.", file=to.name)) from error
    say(words.tr("The questionnaire is in {file}.", file=to))


def _show(asked: Questionnaire, options: argparse.Namespace, words: Words) -> None:
    if options.json:
        for one in asked.statements:
            say_json({"key": one.key, **_texts(one.texts)})
        if asked.open_line:
            say_json({"key": "open", **_texts(asked.open_line)})
        return
    for number, one in enumerate(asked.statements, 1):
        written = one.text(words.language) or next(iter(_texts(one.texts).values()), "")
        say(f"{number}. {safe_in_sentence(written)}  [{safe_in_sentence(one.key)}]")


def _texts(texts: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return dict(texts)


def _warn_of_people(lines: Sequence[str], words: Words) -> None:
    if named := people_named("\n".join(lines)):
        complain(
            words.tr(
                "{names} may point to a person, and everyone reads this. Write an office or a group.",
                names=join_names([f"“{safe_in_sentence(one)}”" for one in named], words),
            )
        )
