"""Whether a guide says the same in another language: names, figures, and how many texts of each sort."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.exchange.guide_faults import Fault, Faults
from dialogue_desk.exchange.guide_files import OpenedGuide
from dialogue_desk.exchange.guide_source import LISTS, GuideSource, Piece, Section, Shape
from dialogue_desk.words import Words

_TOP = ("id", "version", "people", "audience")
_FIGURES = ("Notes", "Wanted", "Carry over")
"""Labels whose texts are the same words in every language."""

_FEWEST_WORDS = 5
"""A text of fewer words may well be the same in two languages."""


def compare_languages(first: OpenedGuide, other: OpenedGuide, words: Words) -> tuple[Fault, ...]:
    """Return where ``other`` differs from ``first``, the same guide in another language.

    Names and figures must be equal, and no text may be missing.  A long text that is the same in both is a
    hint, because nobody may have translated it.
    """
    found = _Comparison(first, other, words)
    return found.faults.all


class _Comparison:
    """Goes through two guides side by side."""

    def __init__(self, first: OpenedGuide, other: OpenedGuide, words: Words) -> None:
        self.faults = Faults(other.name, words)
        self._words = words
        self._first = first
        self._language = first.guide.language
        self._same_tongue = first.guide.language.partition("-")[0] == other.guide.language.partition("-")[0]
        self._top(first.source, other.source)
        ones, twos = dict(_places(first.source)), dict(_places(other.source))
        for place in {**ones, **twos}:
            self._place(place, ones.get(place), twos.get(place), twos)

    def _top(self, first: GuideSource, other: GuideSource) -> None:
        ones, twos = ({line.key: line.value for line in source.top} for source in (first, other))
        lines = {line.key: line.line for line in other.top}
        for key in _TOP:
            if ones.get(key) != twos.get(key):
                self.faults.add(
                    lines.get(key, 1),
                    self._words.tr(
                        "“{key}:” is not the same as in the other language ({language}).",
                        key=key,
                        language=self._language,
                    ),
                )

    def _place(
        self, place: str, one: Section | None, two: Section | None, others: dict[str, Section]
    ) -> None:
        places = {"where": place, "language": self._language}
        if one is None:
            assert two is not None
            self.faults.add(
                two.line,
                self._words.tr(
                    "{where} is not in the other language ({language}). Delete it here, or add it there.",
                    **places,
                ),
            )
        elif two is None:
            above = others.get(place.rpartition(" ")[0])
            said = self._words.tr("{where} is missing. The other language ({language}) has it.", **places)
            self.faults.add(above.line if above else 0, f"{said} {self._there([one.line])}")
        else:
            self._figures(place, one, two)
            self._texts(place, one, two)

    def _figures(self, place: str, one: Section, two: Section) -> None:
        ones, twos = dict(_figures(one)), dict(_figures(two))
        for key in {**ones, **twos}:
            if ones.get(key) != twos.get(key):
                self.faults.add(
                    two.line,
                    self._words.tr(
                        "In {where}, {key} is not the same as in the other language ({language}), "
                        "which has “{value}”.",
                        where=place,
                        key=key,
                        value=ones.get(key, ""),
                        language=self._language,
                    ),
                )

    def _texts(self, place: str, one: Section, two: Section) -> None:
        ones, twos = _sorts(one), _sorts(two)
        for sort in {**ones, **twos}:
            there, here = ones.get(sort, []), twos.get(sort, [])
            if len(there) != len(here):
                self._tell_missing(place, sort or self._words.tr("plain text"), there, here, two.line)
            elif not self._same_tongue:
                self._tell_untranslated(there, here)

    def _tell_missing(self, place: str, sort: str, there: list[Piece], here: list[Piece], line: int) -> None:
        said = self._words.tr(
            "In {where}, the other language ({language}) has {other} under “{key}” and this one has {count}.",
            where=place,
            key=sort,
            other=len(there),
            count=len(here),
            language=self._language,
        )
        more = self._there([piece.line for piece in there]) if there else ""
        self.faults.add(here[0].line if here else line, f"{said} {more}".rstrip())

    def _there(self, lines: list[int]) -> str:
        return self._words.tr(
            "See {file}, line {lines}.", file=self._first.name, lines=", ".join(map(str, lines))
        )

    def _tell_untranslated(self, there: list[Piece], here: list[Piece]) -> None:
        for one, two in zip(there, here, strict=True):
            if one.text == two.text and len(two.text.split()) >= _FEWEST_WORDS:
                self.faults.add(
                    two.line,
                    self._words.tr(
                        "This is word for word what the other language ({language}) has. Is it translated?",
                        language=self._language,
                    ),
                    hint=True,
                )


def _places(source: GuideSource) -> Iterator[tuple[str, Section]]:
    """Yield every section with its place: ``#s1``, ``#s1 #welcome``, ``#s1 #welcome ###2``."""
    for path, section in source.walk():
        above = [source.at(path[:depth]) for depth in range(1, len(path) + 1)]
        names = (f"#{one.id}" if one.id else f"{'#' * one.depth}{_mark(one, path)}" for one in above)
        yield " ".join(names), section


def _mark(section: Section, path: tuple[int, ...]) -> str:
    return section.title if section.depth == 1 else str(path[section.depth - 1] + 1)


def _figures(section: Section) -> Iterator[tuple[str, str]]:
    """Yield what must be the same in every language."""
    for mark in section.marks:
        key, sign, value = mark.partition("=")
        yield (key, value) if sign else (mark, mark)
    for piece in section.pieces:
        if piece.label in _FIGURES:
            yield piece.label, piece.text
    if section.depth == 1 and not section.beside:
        yield "order", ", ".join(part.id for part in section.sections)


def _sorts(section: Section) -> dict[str, list[Piece]]:
    """Return the texts of each sort: by label, by sign, and plain ones under ""."""
    found: dict[str, list[Piece]] = {}
    for piece in section.pieces:
        if piece.shape is Shape.COMMENT or piece.label in _FIGURES:
            continue
        sign = "" if piece.shape is Shape.PARAGRAPH else "-" if piece.shape in LISTS else piece.shape.value
        found.setdefault(f"{piece.label}:" if piece.label else sign, []).append(piece)
    return found
