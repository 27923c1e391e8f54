"""A questionnaire in a file that people write: TOML, or a list with a column for each language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.domain.model.questionnaire import MOST_STATEMENTS, Texts
from dialogue_desk.domain.model.text import decoded, normalized, plain_letters, title_text
from dialogue_desk.exchange.limits import MIB
from dialogue_desk.exchange.rows_of_files import Rows, rows_of_file

OPEN = "open"
_KEY, _STATEMENT, _OPEN_LINE = "key", "statement", "open_line"
_MOST_BYTES = MIB
_LONGEST = 500


class QuestionnaireUnreadable(Exception):
    """A file is no questionnaire; ``line`` is where, 0 for the whole file."""

    def __init__(self, line: int = 0) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class WrittenStatement:
    """A statement as it stands in a file; its ``key`` is "" where the file has none."""

    texts: Texts
    key: str = ""


@dataclass(frozen=True, slots=True)
class WrittenQuestionnaire:
    """What a file says of a questionnaire; it may have too few statements, or too many."""

    statements: tuple[WrittenStatement, ...]
    open_line: Texts = ()


def read_questionnaire(path: Path) -> WrittenQuestionnaire:
    """Return the questionnaire in a TOML, CSV or XLSX file.

    Raises:
        QuestionnaireUnreadable: when it is none.
        OSError: when it cannot be read.
        DocumentRefused: when a list is too large, or no list.
    """
    if path.suffix.lower() != ".toml":
        return _of_rows(rows_of_file(path).rows)
    with path.open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise QuestionnaireUnreadable
    try:
        said = tomllib.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        raise QuestionnaireUnreadable from error
    return _of_toml(said)


def _of_toml(said: Mapping[str, object]) -> WrittenQuestionnaire:
    entries = said.get(_STATEMENT)
    if not isinstance(entries, list) or not set(said) <= {_STATEMENT, _OPEN_LINE}:
        raise QuestionnaireUnreadable
    found = []
    for entry in entries[: MOST_STATEMENTS + 1]:
        texts = _table(entry)
        key = dict(texts).get(_KEY, "")
        found.append(WrittenStatement(tuple(one for one in texts if one[0] != _KEY), key))
    return WrittenQuestionnaire(tuple(found), _table(said.get(_OPEN_LINE, {})))


def _table(entry: object) -> Texts:
    if not isinstance(entry, dict) or not all(isinstance(text, str) for text in entry.values()):
        raise QuestionnaireUnreadable
    return tuple((str(code), tidy) for code, text in entry.items() if (tidy := _tidy(text)))


def _of_rows(rows: Rows) -> WrittenQuestionnaire:
    if len(rows) < 2:
        raise QuestionnaireUnreadable
    heads = [plain_letters(cell) for cell in rows[0]]
    found, open_line = [], Texts()
    for line, row in enumerate(rows[1:], 2):
        cells = list(zip(heads, row, strict=False))
        key = next((cell for head, cell in cells if head in (_KEY, "clave")), "")
        texts = tuple((head, tidy) for head, cell in cells if _is_language(head) and (tidy := _tidy(cell)))
        if not texts:
            raise QuestionnaireUnreadable(line)
        if plain_letters(key) in (OPEN, "abierta"):
            open_line = texts
        else:
            found.append(WrittenStatement(texts, _tidy(key)))
    return WrittenQuestionnaire(tuple(found), open_line)


def _is_language(head: str) -> bool:
    return 2 <= len(head) <= 3 and head.isascii() and head.isalpha() and head != _KEY


def _tidy(text: str) -> str:
    return " ".join(title_text(normalized(text)).split())[:_LONGEST]
