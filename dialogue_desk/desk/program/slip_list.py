"""Sums of slips typed into a list: each line a pile, a question, an answer and how many chose it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dialogue_desk.desk.program.pooled_edits import CannotCount, SlipQuestion, TypedPile, questions_on
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import plain_letters, safe_in_sentence
from dialogue_desk.domain.model.voices import SlipKind
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.exchange.rows_of_files import Rows
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.typed_sums import read_sum

_OPEN = ("open", "abierta")
_HEADS = ("kind", "tipo")
_KINDS = {
    SlipKind.TALLY: ("tally", "conteo"),
    SlipKind.BEFORE: ("before", "antes"),
    SlipKind.AFTER: ("after", "despues"),
}


@dataclass(frozen=True, slots=True)
class ListedPile:
    """A pile of a list, and the ``line`` on which it begins."""

    pile: TypedPile
    line: int


@dataclass(frozen=True, slots=True)
class ListOfPiles:
    """The ``piles`` of a list, and a sentence for each line that is wrong; a pile with one is left out."""

    piles: tuple[ListedPile, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(slots=True)
class _Heap:
    """A pile while its lines are read."""

    line: int
    slips: int | None = None
    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    wrong: bool = False


def piles_in(rows: Rows, picture: ProgramPicture, words: Words) -> ListOfPiles:
    """Return the piles of a list: kind, circles, slips, question, answer and count, in this order.

    Lines with the same kind and the same circles are one pile.  A first row of heads is passed over.  The
    question ``open`` has an open line as its answer.
    """
    heaps: dict[tuple[SlipKind, tuple[RecordId, ...]], _Heap] = {}
    asked = {kind: _Asked(picture, kind) for kind in SlipKind}
    codes = {plain_letters(row.code): row.circle_id for row in picture.rows}
    refused = []
    for number, row in enumerate(rows, 1):
        if number == 1 and plain_letters(row[0]) in _HEADS:
            continue
        cells = (*row, "", "", "", "", "", "")[:6]
        heap: _Heap | None = None
        try:
            kind = _kind(cells[0], words)
            circles = _circles(cells[1], codes, words)
            heap = heaps.setdefault((kind, circles), _Heap(number))
            _read(heap, cells, asked[kind], words)
        except CannotCount as trouble:
            refused.append(words.tr("Line {number}: {sentence}", number=number, sentence=str(trouble)))
            if heap is not None:
                heap.wrong = True
    piles = tuple(
        ListedPile(TypedPile(kind, circles, heap.slips or 0, heap.counts, tuple(heap.said)), heap.line)
        for (kind, circles), heap in heaps.items()
        if not heap.wrong
    )
    return ListOfPiles(piles, tuple(refused))


class _Asked:
    """The questions on slips of a kind, by what people may call them."""

    def __init__(self, picture: ProgramPicture, kind: SlipKind) -> None:
        self._questions: dict[str, SlipQuestion] = {}
        for code in LANGUAGES:
            for one in questions_on(picture, kind, code):
                self._questions.setdefault(plain_letters(one.text), one)
                self._questions.setdefault(plain_letters(one.key), one)

    def question(self, typed: str, words: Words) -> SlipQuestion:
        """Return a question.

        Raises:
            CannotCount: when the slips do not ask it.
        """
        found = self._questions.get(plain_letters(typed))
        if found is None:
            raise CannotCount(words.tr("“{typed}” is asked nowhere on these slips.", typed=_shown(typed)))
        return found


def _read(heap: _Heap, cells: tuple[str, ...], asked: _Asked, words: Words) -> None:
    slips = _number(cells[2], words) if cells[2].strip() else heap.slips
    if heap.slips is not None and slips != heap.slips:
        raise CannotCount(
            words.tr("This pile has {slips} slips on an earlier line.", slips=heap.slips),
        )
    heap.slips = slips
    if plain_letters(cells[3]) in _OPEN:
        heap.said.append(cells[4])
        return
    question = asked.question(cells[3], words)
    answer = next((one for one in question.answers if plain_letters(one) == plain_letters(cells[4])), None)
    if answer is None:
        raise CannotCount(
            words.tr(
                "“{answer}” is no answer to “{question}”. Nothing was written.",
                answer=_shown(cells[4]),
                question=_shown(question.text),
            )
        )
    if (question.key, answer) in heap.counts:
        raise CannotCount(words.tr("This answer stands on an earlier line of the same pile."))
    heap.counts[question.key, answer] = _number(cells[5], words)


def _kind(typed: str, words: Words) -> SlipKind:
    for kind, names in _KINDS.items():
        if plain_letters(typed).strip() in names:
            return kind
    raise CannotCount(
        words.tr("“{typed}” is no kind of slips. Write tally, before or after.", typed=_shown(typed))
    )


def _circles(typed: str, codes: Mapping[str, RecordId], words: Words) -> tuple[RecordId, ...]:
    named = [one for one in re.split(r"[\s,;+]+", typed) if one]
    unknown = [one for one in named if plain_letters(one) not in codes]
    if unknown or not named:
        raise CannotCount(
            words.tr("No circle here has the code “{code}”.", code=_shown(next(iter(unknown), typed)))
        )
    chosen = _in_order(codes[plain_letters(one)] for one in named)
    if len(chosen) < len(named):
        raise CannotCount(words.tr("A circle is named twice on this line."))
    return chosen


def _in_order(circles: Iterable[RecordId]) -> tuple[RecordId, ...]:
    return tuple(sorted(set(circles)))


def _number(typed: str, words: Words) -> int:
    count = read_sum(typed)
    if count is None:
        raise CannotCount(words.tr("“{typed}” is no number.", typed=_shown(typed)))
    return count


def _shown(text: str) -> str:
    return safe_in_sentence(text if len(text) <= 60 else f"{text[:59].rstrip()}…")
