"""The ``{#id key=value}`` of a guide's headings: ids, numbers, choices, and a sentence for each wrong one."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TypeVar

from dialogue_desk.exchange.guide_faults import Faults

Choice = TypeVar("Choice", bound=StrEnum)

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MOST_ID = 64
SHOWN = 60
"""The most characters of the guide's text that a sentence repeats."""
_NUMBER = re.compile(r"[0-9]{1,9}")


class Attributes:
    """The attributes of one heading.  `refuse_the_rest` makes faults of those that were not asked for."""

    def __init__(self, line: int, written: list[str], faults: Faults) -> None:
        self._line = line
        self._faults = faults
        self._values: dict[str, str] = {}
        self._asked: set[str] = set()
        for item in written:
            key, sign, value = ("#", "#", item[1:]) if item.startswith("#") else item.partition("=")
            if not (key and sign and value):
                self._fault(
                    faults.words.tr(
                        "“{item}” is not understood. Write a name such as #welcome, or a word and its value, "
                        "such as minutes=8.",
                        item=item[:SHOWN],
                    )
                )
            elif key in self._values:
                self._fault(
                    faults.words.tr("“{key}” is in the braces twice. Keep only one.", key=key[:SHOWN])
                )
            else:
                self._values[key] = value

    def __bool__(self) -> bool:
        return bool(self._values)

    @property
    def id_as_written(self) -> str:
        """The id, correct or not; "" when there is none."""
        return self._values.get("#", "")

    def id(self) -> str:
        """Return the id; "", with a fault, when there is none."""
        tr = self._faults.words.tr
        value = self._take("#") or ""
        if not value:
            self._fault(
                tr("This heading has no name. Write one at the start of its braces, such as #welcome.")
            )
        elif not ID.fullmatch(value) or len(value) > MOST_ID:
            self._fault(
                tr(
                    "“{value}” cannot be a name. Use lowercase letters, numbers and hyphens: #round-one.",
                    value=value[:SHOWN],
                )
            )
        return value

    def number(self, key: str, low: int, high: int) -> int | None:
        """Return the whole number of this key, or None when it is not given or wrong."""
        value = self._take(key)
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
        if key not in self._values:
            self._fault(
                self._faults.words.tr(
                    "This heading has no {key}. Write {key}={example} in its braces.",
                    key=key,
                    example=max(low, min(high, 10)),
                )
            )
        return self.number(key, low, high) or low

    def choice(self, key: str, default: Choice) -> Choice:
        """Return the choice of this key, or the default when it is not given or wrong."""
        value = self._take(key)
        if value is None:
            return default
        options = type(default)
        if value in set(options):
            return options(value)
        self._fault(
            self._faults.words.tr(
                "There is no {key} “{value}”. Write one of these: {known}.",
                key=key,
                value=value[:SHOWN],
                known=", ".join(options),
            )
        )
        return default

    def needed_choice(self, key: str, stand_in: Choice) -> Choice:
        """Return the choice of this key; a missing one is a fault."""
        if key not in self._values:
            self._fault(
                self._faults.words.tr(
                    "This heading has no {key}. Write {key}= in its braces, and then one of these: {known}.",
                    key=key,
                    known=", ".join(type(stand_in)),
                )
            )
        return self.choice(key, stand_in)

    def refuse_the_rest(self, known: str) -> None:
        """Make a fault of every key that was not asked for."""
        for key in self._values.keys() - self._asked:
            self._fault(
                self._faults.words.tr(
                    "“{key}” means nothing here. You can use these words: {known}.",
                    key=key[:SHOWN],
                    known=known,
                )
            )

    def _take(self, key: str) -> str | None:
        self._asked.add(key)
        return self._values.get(key)

    def _fault(self, what: str) -> None:
        self._faults.add(self._line, what)
