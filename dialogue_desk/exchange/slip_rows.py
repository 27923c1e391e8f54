"""The rows of sign-up slips: typed from paper, pasted, or kept in a CSV or Excel file.

A row carries a number.  A column of names, addresses or telephone numbers is refused before a row is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.forming.slips import LARGEST_NUMBER, OFFICERS, YOUNG, Need, Slip
from dialogue_desk.domain.forming.wish import Wish
from dialogue_desk.domain.model.text import plain_letters, safe_in_sentence
from dialogue_desk.exchange.rows_of_files import Rows, said_yes
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.forming_text import first_names, group_name, need_names
from dialogue_desk.words.languages import languages_by_name

NUMBER, GROUPS, LANGUAGE, TIMES, NEEDS, LEADS, CIRCLE = (
    "number",
    "groups",
    "languages",
    "times",
    "needs",
    "facilitates",
    "circle",
)
COLUMNS = (NUMBER, GROUPS, "officer", "young", LANGUAGE, TIMES, NEEDS, LEADS, CIRCLE)
"""The columns by the names that the documentation gives them."""

UNHEADED = (NUMBER, GROUPS, LANGUAGE, TIMES, NEEDS, LEADS)
"""The columns, in their order, of a list whose first line is a slip and names none."""

_HEADS = {
    NUMBER: ("number", "no", "slip", "slip number", "numero", "num", "folio", "papeleta"),
    GROUPS: (
        *("group", "groups", "category", "categories", "neighborhood", "sector"),
        *("grupo", "grupos", "categoria", "categorias", "barrio", "vecindario"),
    ),
    LANGUAGE: ("language", "languages", "idioma", "idiomas", "lengua", "lenguas"),
    TIMES: ("time", "times", "when", "day", "days", "horario", "horarios", "dia", "dias", "cuando"),
    NEEDS: ("need", "needs", "necesidad", "necesidades"),
    LEADS: ("facilitates", "facilitator", "leads", "facilita", "facilitador", "facilitadora"),
    CIRCLE: ("circle", "settled", "circulo"),
}
_GROUP_HEADS = {
    OFFICERS: ("officer", "officers", "police", "police officer", "policia", "policias"),
    YOUNG: ("young", "youth", "young people", "young person", "joven", "jovenes", "juventud"),
}
_NEED_HEADS = {
    Need.CHILD_CARE: ("childcare", "cuidado infantil", "cuidado de ninos"),
    Need.FOOD: ("meal", "comida"),
    Need.RIDE: ("ride", "transport", "transportation", "transporte"),
    Need.INTERPRETER: ("interpreter", "interpretation", "interprete", "interpretacion"),
    Need.STEP_FREE: ("step free", "wheelchair", "silla de ruedas", "sin escalones"),
    Need.HEARING_LOOP: ("hearing loop", "loop", "bucle", "bucle magnetico"),
}
_PERSONAL = re.compile(
    r"\b(names?|surname|nombres?|apellidos?|e ?mail|mail|correo|phone|telephone|cell|telefono|celular"
    r"|address|direccion|domicilio|birth(day|date)?|nacimiento|contact|contacto)\b"
)
_REACHES = re.compile(r"@|(?<!\d)\+?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}(?!\d)")
"""An e-mail address or a telephone number."""
_BETWEEN = re.compile(r"[/|+;,&]")


class SlipTrouble(StrEnum):
    """Why rows are no slips at all."""

    EMPTY = "empty"
    NO_NUMBER = "no number"
    PERSONAL = "personal"


class SlipsRefused(Exception):
    """Rows cannot be read as slips; ``about`` are the heads of the columns it is about."""

    def __init__(self, trouble: SlipTrouble, about: Sequence[str] = ()) -> None:
        super().__init__(trouble.value)
        self.trouble, self.about = trouble, tuple(about)

    def sentence(self, words: Words) -> str:
        """Say why, and what to do."""
        match self.trouble:
            case SlipTrouble.EMPTY:
                return words.tr("There is no slip in this list. Write one on each line, under the columns.")
            case SlipTrouble.NO_NUMBER:
                return words.tr(
                    "The first line must name the columns, and one of them must be “number”. It can have: "
                    "{columns}.",
                    columns=", ".join(COLUMNS),
                )
            case SlipTrouble.PERSONAL:
                return words.tr(
                    "Slips carry numbers, so that nobody can be recognized: delete the column {columns} and "
                    "try again. Nothing was read. Write down by hand who has which number.",
                    columns=_quoted(self.about, words),
                )


class SlipFault(StrEnum):
    """What of a list was not taken as it says."""

    NUMBER = "number"
    TWICE = "twice"
    GROUP = "group"
    TIME = "time"
    NEED = "need"
    MARK = "mark"
    LANGUAGE = "language"
    CIRCLE = "circle"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class SlipRemark:
    """One thing to know of a list: what it is about, and which line of the list, from 1."""

    fault: SlipFault
    about: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class SlipList:
    """The slips of a list, which numbers are settled in which circle, and what was not taken."""

    slips: tuple[Slip, ...]
    settled: Mapping[int, str]
    remarks: tuple[SlipRemark, ...] = ()


def slips_in(rows: Rows, wish: Wish, words: Words) -> SlipList:
    """Return the slips that rows of a list have, under a first row that names the columns.

    Where the first row begins with a number, there are no names, and the columns are those of ``UNHEADED``.
    What the wish does not know (a group, a time) is remarked on.  A time that no place has stays on the slip,
    so that nobody is placed where they cannot come.

    Raises:
        SlipsRefused: when there are none, no column is that of the numbers, or one is of names or has
            addresses.
    """
    if not rows:
        raise SlipsRefused(SlipTrouble.EMPTY)
    _check_nobody_is_reached(rows)
    unheaded = number_in(rows[0][0]) is not None
    reader = _Reader(UNHEADED if unheaded else rows[0], wish, words)
    slips: dict[int, Slip] = {}
    for line, row in list(enumerate(rows, 1))[0 if unheaded else 1 :]:
        slip = reader.slip(row, line)
        if slip is not None and slip.number in slips:
            reader.remark(SlipFault.TWICE, str(slip.number), line)
        elif slip is not None:
            slips[slip.number] = slip
            reader.settle(slip.number, row, line)
    if not slips:
        raise SlipsRefused(SlipTrouble.EMPTY)
    return SlipList(tuple(slips.values()), reader.settled, tuple(dict.fromkeys(reader.remarks)))


def number_in(said: str) -> int | None:
    """Return the number of a slip that is written so, such as 12 or #12; None when it is none.

    Spreadsheets may write it as 12.0.
    """
    digits = said.strip().removeprefix("#").strip().removesuffix(".0")
    if digits.isascii() and digits.isdigit() and 1 <= int(digits[:9]) <= LARGEST_NUMBER:
        return int(digits[:9])
    return None


def parts_of(cell: str, is_known: Callable[[str], bool]) -> list[str]:
    """Return the things that a cell names, with a sign between them; a name may have such a sign in it."""
    whole = cell.strip()
    for parts in ([whole], whole.split("/")):
        named = [part.strip() for part in parts]
        if all(map(is_known, named)):
            return named
    return [part for one in _BETWEEN.split(whole) if (part := one.strip())]


def _check_nobody_is_reached(rows: Rows) -> None:
    """Refuse a list with e-mail addresses or telephone numbers, whatever its columns are called."""
    for row in rows:
        for place, cell in enumerate(row):
            if _REACHES.search(cell):
                head = rows[0][place] if place < len(rows[0]) and row is not rows[0] else ""
                reached = head and not _REACHES.search(head) and number_in(rows[0][0]) is None
                raise SlipsRefused(SlipTrouble.PERSONAL, [head if reached else str(place + 1)])


class _Reader:
    """Reads row after row under the heads of a list."""

    def __init__(self, heads: Sequence[str], wish: Wish, words: Words) -> None:
        self._languages = languages_by_name(words)
        self._needs = _need_words(words)
        self._times = {plain_letters(time): time for place in wish.places for time in place.times if time}
        self._groups = {plain_letters(share.group): share.group for share in wish.all_shares}
        for group, names in _GROUP_HEADS.items():
            self._groups |= dict.fromkeys((*names, plain_letters(group_name(group, words))), group)
        self._any_group = not wish.shares
        self._codes = {plain_letters(meeting.code): meeting.code for meeting in wish.meetings}
        self.remarks: list[SlipRemark] = []
        self.settled: dict[int, str] = {}
        self._columns = [self._column(head) for head in heads]
        personal = [
            head
            for head, known in zip(heads, self._columns, strict=True)
            if known is None and _PERSONAL.search(_plain(head))
        ]
        if personal:
            raise SlipsRefused(SlipTrouble.PERSONAL, personal)
        if (NUMBER, "") not in self._columns:
            raise SlipsRefused(SlipTrouble.NO_NUMBER)
        for head, known in zip(heads, self._columns, strict=True):
            if known is None and head:
                self.remark(SlipFault.COLUMN, head)

    def remark(self, fault: SlipFault, about: str, line: int = 0) -> None:
        """Note what was not taken as it says."""
        self.remarks.append(SlipRemark(fault, about, line))

    def settle(self, number: int, row: Sequence[str], line: int) -> None:
        """Note in which circle a number is settled, where a line says so."""
        for said in self._cells(row, CIRCLE):
            if code := self._codes.get(plain_letters(said)):
                self.settled[number] = code
            else:
                self.remark(SlipFault.CIRCLE, said, line)

    def slip(self, row: Sequence[str], line: int) -> Slip | None:
        """Return the slip of a line; None when its number is none."""
        said = next(self._cells(row, NUMBER), "")
        number = number_in(said)
        if number is None:
            self.remark(SlipFault.NUMBER, said, line)
            return None
        return Slip(
            number,
            frozenset(self._ticked(row, GROUPS, self._group, SlipFault.GROUP, line)),
            tuple(dict.fromkeys(self._language(one) for one in self._cells(row, LANGUAGE))),
            frozenset(self._ticked(row, TIMES, self._time, SlipFault.TIME, line)),
            frozenset(map(Need, self._ticked(row, NEEDS, self._need, SlipFault.NEED, line))),
            any(self._marked(row, LEADS, line)),
        )

    def _column(self, head: str) -> tuple[str, str] | None:
        """Return what a column says: a sort of thing, or with a name whether that thing holds."""
        plain = _plain(head)
        for what, known in _HEADS.items():
            if plain in known:
                return what, ""
        if need := self._need(head):
            return NEEDS, need
        if time := self._times.get(plain_letters(head)):
            return TIMES, time
        if group := self._groups.get(plain):
            return GROUPS, group
        return None

    def _ticked(
        self, row: Sequence[str], what: str, known: Callable[[str], str], fault: SlipFault, line: int
    ) -> Iterator[str]:
        """Yield what a row names in the columns of a sort, and what it has a mark for."""
        yield from self._marked(row, what, line)
        sure = self._groups_known if what == GROUPS else known
        for said in self._cells(row, what, sure):
            if name := known(said):
                yield name
            else:
                self.remark(fault, said, line)
                if fault is SlipFault.TIME:
                    yield said

    def _marked(self, row: Sequence[str], what: str, line: int) -> Iterator[str]:
        """Yield the names of the columns of a sort in which a row has a mark."""
        for column, cell in zip(self._columns, row, strict=False):
            if column is None or column[0] != what or (not column[1] and what != LEADS):
                continue
            marked = said_yes(cell)
            if marked is None:
                self.remark(SlipFault.MARK, cell, line)
            elif marked:
                yield column[1] or what

    def _cells(
        self, row: Sequence[str], what: str, known: Callable[[str], str] = lambda _: ""
    ) -> Iterator[str]:
        for column, cell in zip(self._columns, row, strict=False):
            if column == (what, ""):
                yield from parts_of(cell, lambda one: bool(known(one)))

    def _group(self, said: str) -> str:
        return self._groups_known(said) or (said if self._any_group else "")

    def _groups_known(self, said: str) -> str:
        return self._groups.get(_plain(said), "")

    def _time(self, said: str) -> str:
        """Return the time of the wish that is called so, or the one that begins so."""
        plain = plain_letters(said)
        begun = {time for name, time in self._times.items() if plain and name.startswith(f"{plain} ")}
        return self._times.get(plain) or (begun.pop() if len(begun) == 1 else "")

    def _need(self, said: str) -> str:
        return self._needs.get(_plain(said), "")

    def _language(self, said: str) -> str:
        return self._languages.get(plain_letters(said), said.casefold())


def need_called(said: str, words: Words) -> Need | None:
    """Return the need that people call so; None when there is none."""
    return _need_words(words).get(_plain(said))


def group_called(said: str) -> str:
    """Return the group that people call so: one of the two that every program has, or the name itself."""
    return next((group for group, names in _GROUP_HEADS.items() if _plain(said) in names), said)


def remark_sentences(remarks: Sequence[SlipRemark], words: Words) -> list[str]:
    """Say what was not taken as it stands in the list, a sentence for each sort."""
    return [
        _remark(fault, found, words)
        for fault in SlipFault
        if (found := [one for one in remarks if one.fault is fault])
    ]


def _remark(fault: SlipFault, found: Sequence[SlipRemark], words: Words) -> str:
    names = _quoted(list(dict.fromkeys(one.about for one in found)), words)
    lines = first_names([str(one.line) for one in found], words)
    sentences = {
        SlipFault.NUMBER: words.tr("Left out, because a slip has a number from 1 to {most}: lines {lines}."),
        SlipFault.TWICE: words.tr("There twice, so only the first counts: {names}. Left out: lines {lines}."),
        SlipFault.GROUP: words.tr("No group of the wish: {names} (lines {lines})."),
        SlipFault.TIME: words.tr("No time of the wish: {names} (lines {lines})."),
        SlipFault.NEED: words.tr("No need that is known: {names} (lines {lines})."),
        SlipFault.MARK: words.tr("Neither yes nor no: {names} (lines {lines})."),
        SlipFault.CIRCLE: words.tr("No circle of the wish: {names} (lines {lines})."),
        SlipFault.COLUMN: words.tr("Not used: the column {names}."),
    }
    return sentences[fault].format(names=names, lines=lines, most=words.number(LARGEST_NUMBER))


def _need_words(words: Words) -> dict[str, Need]:
    known = {_plain(name): need for need, names in _NEED_HEADS.items() for name in names}
    for one in (words, *map(Words, LANGUAGES)):
        known |= {_plain(name): need for need, name in need_names(one).items()}
    return known


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain_letters(text)))


def _quoted(names: Sequence[str], words: Words) -> str:
    return first_names([f"“{safe_in_sentence(name[:60])}”" for name in names], words)
