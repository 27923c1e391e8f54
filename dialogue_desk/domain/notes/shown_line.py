"""A line that was shown with marks at its end and then typed over: what it says now.

The marks that were shown are still marks wherever they now stand, because a person who goes on typing behind
them, between them or against them did not mean to make words of them.  All else is read as a fresh line is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dialogue_desk.domain.model.notes import Spread
from dialogue_desk.domain.notes.shorthand import (
    PLAIN_SIGN,
    STOPS,
    ParsedLine,
    parse_line,
    sign_of,
    spread_mark,
    theme_in_mark,
)

_STOPS = re.escape(STOPS)


@dataclass(frozen=True, slots=True)
class ReadOver:
    """What a line says that was typed over; ``said.text`` begins at ``start`` of the line without its marks.

    ``taken`` are the pieces of the line that are marks, each with its begin and its end once those before it
    were taken out.
    """

    said: ParsedLine
    start: int
    taken: tuple[tuple[int, int], ...] = ()

    def halves(self, cut: int) -> tuple[str, str]:
        """Return the words before and after a place in the line, without the white space between them."""
        place = cut
        for begin, end in self.taken:
            place -= max(0, min(end, place) - begin)
        place = max(0, place - self.start)
        return self.said.text[:place].rstrip(), self.said.text[place:].lstrip()


def read_over(opened: str, line: str, *, action: bool) -> ReadOver:
    """Return what ``line`` says, which was shown as ``opened``: words, then marks, a space before each."""
    before = parse_line(opened, action=action)
    if sign_of(opened[:1]) == PLAIN_SIGN:
        return _read_plain(before.text, line, action=action)
    rest, taken, found = line, [], []
    for mark in reversed(opened.removeprefix(before.text).split()):
        span = _place_of(mark, before.text, rest)
        if span is not None:
            rest = rest[: span[0]] + rest[span[1] :]
            taken.append(span)
            found.append(mark)
    said = parse_line(rest, action=action) if rest.strip() else ParsedLine("", action=action)
    return ReadOver(_with_shown(said, found[::-1]), max(0, rest.find(said.text)), tuple(taken))


def _read_plain(words: str, line: str, *, action: bool) -> ReadOver:
    """Read a line that was shown with the sign that keeps it as it is, also where words now precede it."""
    first = words.split(maxsplit=1)[0] if words.split() else words
    at = line.find(PLAIN_SIGN + words[: words.find(first) + len(first)])
    if at <= 0:
        said = parse_line(line, action=action)
        return ReadOver(said, max(0, line.find(said.text)))
    return ReadOver(ParsedLine(line[:at] + line[at + 1 :], action=action), 0, ((at, at + 1),))


def _with_shown(said: ParsedLine, marks: list[str]) -> ParsedLine:
    themes = [name for name in map(theme_in_mark, marks) if name]
    spread: Spread | None = next(filter(None, map(spread_mark, marks)), None)
    said = replace(said, themes=tuple(dict.fromkeys([*themes, *said.themes])))
    if said.action:
        return replace(said, left_out=said.left_out or spread)
    return replace(said, spread=said.spread or spread)


def _place_of(mark: str, words: str, line: str) -> tuple[int, int] | None:
    """Return where a mark that was shown is in the line, with a space beside it; None when it was removed.

    What the words said from the beginning is not the mark.
    """
    ends = r"(?!\d)" if spread_mark(mark) else rf"(?=[{_STOPS}]*(?:\s|$))"
    for begins in (r"(?<!\S)", ""):
        mark_there = re.compile(f"{begins}{re.escape(mark)}{ends}")
        places = list(mark_there.finditer(line))
        if len(places) > len(mark_there.findall(words)):
            return _with_space(line, *places[-1].span())
    return None


def _with_space(line: str, begin: int, end: int) -> tuple[int, int]:
    against_a_word = end < len(line) and not line[end].isspace() and line[end] not in STOPS
    if begin and line[begin - 1].isspace() and not against_a_word:
        return begin - 1, end
    if not begin and line[end : end + 1].isspace():
        return begin, end + 1
    return begin, end
