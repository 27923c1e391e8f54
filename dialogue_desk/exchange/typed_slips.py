"""Slips as they are typed from a pile: short codes for what the wish names, and what was not understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from dialogue_desk.domain.forming.slips import LARGEST_NUMBER, Need, Slip
from dialogue_desk.domain.forming.wish import Wish
from dialogue_desk.domain.model.text import plain_letters, safe_in_sentence
from dialogue_desk.exchange.rows_of_files import said_yes
from dialogue_desk.exchange.slip_rows import (
    SlipFault,
    SlipRemark,
    group_called,
    need_called,
    number_in,
    parts_of,
)
from dialogue_desk.words import Words
from dialogue_desk.words.forming_text import group_name, need_names
from dialogue_desk.words.languages import language_names, languages_by_name


@dataclass(frozen=True, slots=True)
class TypedSlip:
    """One line as it is typed."""

    number: str = ""
    groups: str = ""
    languages: str = ""
    times: str = ""
    needs: str = ""
    leads: str = ""


@dataclass(frozen=True, slots=True)
class ReadSlip:
    """The slip of a line, None when its number is none, and what else was not taken as it stands."""

    slip: Slip | None
    remarks: tuple[SlipRemark, ...] = ()


class SlipTyping:
    """Reads typed lines under a wish, and writes slips as such lines.

    Each thing that the wish names can be typed as its place among them (``2``), as the beginning of one of
    its words (``sat``), or whole.  Several have a slash, a comma or a space between them.
    """

    def __init__(self, wish: Wish, words: Words) -> None:
        self._words = words
        self._any_group = not wish.shares
        times = dict.fromkeys(time for place in wish.places for time in place.times if time)
        self.groups = {share.group: group_name(share.group, words) for share in wish.all_shares}
        self._names = language_names(words)
        self.languages = {code: self._names.get(code, code) for code in wish.languages}
        self.times = dict(zip(times, times, strict=True))
        self.needs: Mapping[str, str] = {need.value: name for need, name in need_names(words).items()}

    def read(self, typed: TypedSlip, line: int) -> ReadSlip:
        """Return the slip of a typed line; remarks name the ``line``."""
        number = number_in(typed.number)
        if number is None:
            return ReadSlip(None, (SlipRemark(SlipFault.NUMBER, typed.number.strip(), line),))
        remarks: list[SlipRemark] = []

        def understood(
            said: str, known: Mapping[str, str], other: Callable[[str], str]
        ) -> tuple[list[str], list[str]]:
            found = _understood(said, partial(_called, known=known, other=other))
            values = [value for _, value in found if value]
            return values, [part for part, value in found if not value]

        def remark(fault: SlipFault, unknown: Iterable[str]) -> None:
            remarks.extend(SlipRemark(fault, one, line) for one in unknown)

        groups, odd = understood(typed.groups, self.groups, self._group)
        groups += odd if self._any_group else []
        remark(SlipFault.GROUP, () if self._any_group else odd)
        languages, odd = understood(typed.languages, self.languages, self._language)
        remark(SlipFault.LANGUAGE, odd)
        languages += [one.casefold() for one in odd]
        times, odd = understood(typed.times, self.times, lambda _: "")
        remark(SlipFault.TIME, odd)
        times += odd  # nobody is placed where they cannot come
        needs, odd = understood(typed.needs, self.needs, self._need)
        remark(SlipFault.NEED, odd)
        leads = said_yes(typed.leads)
        remark(SlipFault.MARK, [typed.leads.strip()] if leads is None else [])
        slip = Slip(
            number,
            frozenset(groups),
            tuple(dict.fromkeys(languages)),
            frozenset(times),
            frozenset(map(Need, needs)),
            bool(leads),
        )
        return ReadSlip(slip, tuple(remarks))

    def write(self, slip: Slip) -> TypedSlip:
        """Return the line of a slip, in words that are read as they were."""
        return TypedSlip(
            str(slip.number),
            _joined(slip.groups, self.groups),
            "/".join(self._names.get(one, one) for one in slip.languages),
            _joined(slip.times, self.times),
            _joined((need.value for need in slip.needs), self.needs),
            "x" if slip.facilitates else "",
        )

    def _group(self, said: str) -> str:
        group = group_called(said)
        return group if group in self.groups else ""

    def _language(self, said: str) -> str:
        return self._all_languages.get(plain_letters(said), "")

    @cached_property
    def _all_languages(self) -> Mapping[str, str]:
        return languages_by_name(self._words)

    def _need(self, said: str) -> str:
        return need_called(said, self._words) or ""


def typed_sentence(remark: SlipRemark, words: Words) -> str:
    """Say what of a typed slip was not taken as it stands."""
    name = safe_in_sentence(remark.about[:60])
    return {
        SlipFault.NUMBER: words.tr(
            "“{name}” is no number from 1 to {most}. The slip is still here: write its number again.",
            name=name,
            most=words.number(LARGEST_NUMBER),
        ),
        SlipFault.GROUP: words.tr("“{name}” is no group of the wish, so it was left out.", name=name),
        SlipFault.LANGUAGE: words.tr(
            "“{name}” is no language that is known here. It stays as it is written.", name=name
        ),
        SlipFault.TIME: words.tr(
            "“{name}” is no time of the wish. It stays on the slip, so that nobody is placed where they "
            "cannot come.",
            name=name,
        ),
        SlipFault.NEED: words.tr("“{name}” is no need that is known, so it was left out.", name=name),
        SlipFault.MARK: words.tr("“{name}” is neither yes nor no, so it counts as no.", name=name),
    }.get(remark.fault, name)


def _joined(values: Iterable[str], names: Mapping[str, str]) -> str:
    """Return names in their order, those that are none of the wish behind them."""
    there = set(values)
    ordered = [*(one for one in names if one in there), *sorted(there - names.keys())]
    return "/".join(names.get(one, one) for one in ordered)


def _understood(said: str, called: Callable[[str], str]) -> Sequence[tuple[str, str]]:
    """Return the parts of what is typed, each with what it stands for; "" where that is nothing."""
    found: list[tuple[str, str]] = []
    for part in parts_of(said, lambda one: bool(called(one))):
        apart = part.split()
        if not called(part) and all(map(called, apart)):
            found += ((one, called(one)) for one in apart)
        else:
            found.append((part, called(part)))
    return found


def _called(said: str, known: Mapping[str, str], other: Callable[[str], str]) -> str:
    """Return what a word or a short code stands for; "" when that is nothing, or one of several."""
    plain = plain_letters(said)
    names = {value: plain_letters(name) for value, name in known.items()}
    for value, name in names.items():
        if plain in (name, plain_letters(value)):
            return value
    if plain.isascii() and plain.isdigit():
        places = list(known)
        return places[int(plain) - 1] if 1 <= int(plain[:4]) <= len(places) else ""
    if whole := other(said):
        return whole
    begun = [value for value, name in names.items() if plain and f" {name}".find(f" {plain}") >= 0]
    return begun[0] if len(begun) == 1 else ""
