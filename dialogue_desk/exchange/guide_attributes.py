"""The words in the braces of a guide's headings: ids, numbers, choices, and a sentence for each wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from dialogue_desk.exchange.guide_faults import SHOWN, Faults
from dialogue_desk.exchange.guide_signs import nearest
from dialogue_desk.exchange.guide_source import CARDS, Section
from dialogue_desk.exchange.guide_writing import KEYS
from dialogue_desk.words import Words

Choice = TypeVar("Choice", bound=StrEnum)

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MOST_ID = 64
JOINT, OPTIONAL = ".joint", ".optional"
_FLAGS = (JOINT, OPTIONAL, *CARDS)
_NUMBER = re.compile(r"[0-9]{1,9}")


class Attributes:
    """The words in braces of one heading or item.  `settle` judges those that were not asked for."""

    def __init__(self, line: int, marks: tuple[str, ...], faults: Faults) -> None:
        self._line = line
        self._faults = faults
        self._values: dict[str, str] = {}
        self._asked: set[str] = set()
        for mark in marks:
            self._take_in(mark)

    @classmethod
    def of(cls, section: Section, faults: Faults) -> Attributes:
        """Return the words in the braces of a section."""
        return cls(section.line, section.marks, faults)

    def _take_in(self, mark: str) -> None:
        key, value = _key_and_value(mark)
        if not (key and value):
            self._fault(_not_understood(mark, self._faults.words))
        elif key in self._values:
            self._fault(
                self._faults.words.tr("“{key}” is in the braces twice. Keep only one.", key=key[:SHOWN])
            )
        else:
            self._values[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def id(self) -> str:
        """Return the id; "", with a fault, when there is none."""
        if "#" not in self._values:
            self._fault(
                self._faults.words.tr(
                    "This heading has no name. Write one at the start of its braces, such as #welcome."
                )
            )
        return self.id_or_none()

    def id_or_none(self) -> str:
        """Return the id, or "" when there is none; one that cannot be is a fault."""
        value = self.take("#") or ""
        if value and not is_id(value):
            self._fault(
                self._faults.words.tr(
                    "“{value}” cannot be a name. Use lowercase letters, numbers and hyphens: #round-one.",
                    value=value[:SHOWN],
                )
            )
        return value

    def flag(self, mark: str) -> bool:
        """Whether the braces hold this word with a point."""
        return self.take(mark) is not None

    def number(self, key: str, low: int, high: int) -> int | None:
        """Return the whole number of this key, or None when it is not given or wrong."""
        value = self.take(key)
        if value is None:
            return None
        if _NUMBER.fullmatch(value) and low <= int(value) <= high:
            return int(value)
        self._fault(
            self._faults.words.tr(
                "“{key}={value}” is not possible. Write a whole number from {low} to {high}, such as "
                "{key}={example}.",
                key=key,
                value=value[:SHOWN],
                low=low,
                high=high,
                example=max(low, min(high, 10)),
            )
        )
        return None

    def needed_number(self, key: str, low: int, high: int) -> int:
        """Return the whole number of this key; a missing one is a fault."""
        self.need(key, str(max(low, min(high, 10))))
        return self.number(key, low, high) or low

    def need(self, key: str, example: str) -> None:
        """Make a fault of it when this key is missing."""
        if key in self._values or self._mistyped(key):
            return
        self._fault(
            self._faults.words.tr(
                "This heading has no {key}. Write {key}={example} in its braces.", key=key, example=example
            )
        )

    def choice(self, key: str, default: Choice) -> Choice:
        """Return the choice of this key, or the default when it is not given or wrong."""
        return self.choice_or_none(key, type(default)) or default

    def choice_or_none(self, key: str, options: type[Choice]) -> Choice | None:
        """Return the choice of this key, or None when it is not given or wrong."""
        value = self.take(key)
        if value is None:
            return None
        if value in set(options):
            return options(value)
        tr, near = self._faults.words.tr, nearest(value, options)
        self._fault(
            tr(
                "There is no {key} “{value}”. Did you mean {key}={near}?",
                key=key,
                value=value[:SHOWN],
                near=near,
            )
            if near
            else tr(
                "There is no {key} “{value}”. Write one of these: {known}.",
                key=key,
                value=value[:SHOWN],
                known=", ".join(options),
            )
        )
        return None

    def needed_choice(self, key: str, stand_in: Choice) -> Choice:
        """Return the choice of this key; a missing one is a fault."""
        if key not in self._values and not self._mistyped(key):
            self._fault(
                self._faults.words.tr(
                    "This heading has no {key}. Write {key}= in its braces, and then one of these: {known}.",
                    key=key,
                    known=", ".join(type(stand_in)),
                )
            )
        return self.choice(key, stand_in)

    def _mistyped(self, key: str) -> bool:
        """Whether a word that nobody knows is almost this key; `settle` asks whether it was meant."""
        return nearest(key, self._values.keys() - set(KEYS)) is not None

    def take(self, key: str) -> str | None:
        """Return what stands behind a key, or None."""
        self._asked.add(key)
        return self._values.get(key)

    def wrong(self, key: str, example: str) -> None:
        """Make a fault of the value of a key; ``example`` shows how it is written."""
        self._fault(
            self._faults.words.tr(
                "“{key}={value}” is not understood. Write it like this: {key}={example}.",
                key=key,
                value=self._values.get(key, "")[:SHOWN],
                example=example,
            )
        )

    def settle(self) -> None:
        """Make a fault of each key that means nothing here, and a hint of each that nobody knows."""
        words = self._faults.words
        for key, value in self._values.items():
            if key in self._asked:
                continue
            if near := nearest(key, self._asked - self._values.keys() - {"#"}):
                self._did_you_mean(key, near)
            elif key in KEYS or key in _FLAGS or key == "#":
                self._fault(_nothing_here(_shown(key, value), self._asked, words))
            else:
                self._faults.add(self._line, _not_known(_shown(key, value), words), hint=True)

    def _did_you_mean(self, typed: str, known: str) -> None:
        value = self._values[typed]
        self._fault(
            self._faults.words.tr(
                "There is no “{typed}”. Did you mean {known}?",
                typed=_shown(typed, value),
                known=_shown(known, value),
            )
        )

    def _fault(self, what: str) -> None:
        self._faults.add(self._line, what)


def _key_and_value(mark: str) -> tuple[str, str]:
    """Return a word in braces as key and value: names have the key ``#``, flags are their own."""
    if mark.startswith("#"):
        return "#", mark[1:]
    if mark.startswith("."):
        return mark, mark[1:]
    key, _, value = mark.partition("=")
    return key, value


def _not_understood(mark: str, words: Words) -> str:
    if f".{mark}" in _FLAGS:
        return words.tr("“{word}” is written with a point before it: .{word}", word=mark)
    return words.tr(
        "“{item}” is not understood. Write a name such as #welcome, or a word and its value, "
        "such as minutes=8.",
        item=mark[:SHOWN],
    )


def _nothing_here(shown: str, known: Iterable[str], words: Words) -> str:
    return words.tr(
        "“{key}” means nothing here. You can use these words: {known}.",
        key=shown,
        known=", ".join(sorted(known, key=_order)),
    )


def _not_known(shown: str, words: Words) -> str:
    return words.tr("Dialogue Desk does not know “{word}”. It is kept, and does nothing.", word=shown)


def is_id(value: str) -> bool:
    """Whether a value can be a name."""
    return bool(ID.fullmatch(value)) and len(value) <= MOST_ID


def _shown(key: str, value: str) -> str:
    """Return a word in braces as it is written."""
    if key == "#":
        return f"#{value}"[:SHOWN]
    return (key if key.startswith(".") else f"{key}={value}")[:SHOWN]


def _order(key: str) -> tuple[int, str]:
    return (KEYS.index(key) if key in KEYS else -1), key
