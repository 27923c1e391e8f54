"""Reading what a program wishes of its circles from a TOML file; ``docs/forming-circles.md`` describes it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.domain.forming.wish import LARGEST_CIRCLE, MOST_CIRCLES, Place, Share, Wish
from dialogue_desk.domain.model.text import decoded, plain_letters, safe_in_sentence
from dialogue_desk.exchange.file_trouble import unread_because
from dialogue_desk.exchange.slip_rows import group_called, need_called
from dialogue_desk.words import Words
from dialogue_desk.words.languages import languages_by_name

_LONGEST = 1_000_000
_MOST_TEXT = 200
_TOP = (
    "program",
    "kept_by",
    "circles",
    "smallest",
    "largest",
    "facilitators",
    "languages",
    "groups",
    "places",
)
_OF_PLACE = ("name", "times", "circles", "lacks", "language")
_OF_GROUP = ("least", "most")


class WishUnreadable(Exception):
    """A file is no wish; the sentence says what to write instead."""


@dataclass(frozen=True, slots=True)
class WishFile:
    """A wish, with what stands on the slips: the program's name, and who keeps the slips."""

    wish: Wish
    program: str = ""
    kept_by: str = ""


def read_wish_file(path: Path, words: Words) -> WishFile:
    """Read the wish in a file.

    Raises:
        WishUnreadable: when it is none.
    """
    name = safe_in_sentence(path.name)
    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST)
        return read_wish(decoded(data), words)
    except OSError as error:
        why = unread_because(error, words)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        at = str(error) if isinstance(error, tomllib.TOMLDecodeError) else ""
        why = words.tr("It is not written in TOML: {at}.", at=at or words.tr("it is not text in UTF-8"))
    except WishUnreadable as unreadable:
        why = str(unreadable)
    raise WishUnreadable(words.tr("“{file}” was not read. {why}", file=name, why=why))


def read_wish(text: str, words: Words) -> WishFile:
    """Read a wish from its text.

    Raises:
        tomllib.TOMLDecodeError: when it is not TOML.
        WishUnreadable: when it says something else than a wish.
    """
    reader = _Reader(words)
    top = reader.table("", tomllib.loads(text), _TOP)
    usual = Wish()
    smallest = reader.number(top, "smallest", usual.smallest, 1, LARGEST_CIRCLE)
    places = tuple(reader.place(one) for one in reader.list_of(top, "places"))
    if sum(len(place.times) * place.circles for place in places) > MOST_CIRCLES:
        raise WishUnreadable(
            words.tr("The places have room for more than {most} circles in all.", most=MOST_CIRCLES)
        )
    wish = Wish(
        places,
        reader.number(top, "circles", 0, 1, MOST_CIRCLES) or None,
        smallest,
        reader.number(top, "largest", max(usual.largest, smallest), smallest, LARGEST_CIRCLE),
        tuple(map(reader.language, reader.texts(top, "languages"))) or usual.languages,
        tuple(reader.share(*one) for one in reader.table("groups", top.get("groups", {})).items()),
        reader.number(top, "facilitators", usual.facilitators, 0, LARGEST_CIRCLE),
    )
    return WishFile(wish, reader.text(top, "program"), reader.text(top, "kept_by"))


class _Reader:
    """Reads the values of a wish, and says which is none."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._languages = languages_by_name(words)

    def table(self, key: str, value: object, known: Sequence[str] = ()) -> Mapping[str, object]:
        """Return a table, which has no other keys than those that are known."""
        tr = self._words.tr
        if not isinstance(value, dict):
            sentence = tr("“{key}” is not a table. Write it under its name in square brackets.", key=key)
            raise WishUnreadable(sentence)
        for one in value:
            if known and one not in known:
                raise WishUnreadable(
                    tr(
                        "“{key}” is not known there. You can write: {known}.",
                        key=safe_in_sentence(one[:60]),
                        known=", ".join(known),
                    )
                )
        return value

    def number(self, table: Mapping[str, object], key: str, usual: int, least: int, most: int) -> int:
        """Return a whole number between two others; ``usual`` where there is none."""
        value = table.get(key, usual)
        if key in table and (
            not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most
        ):
            raise WishUnreadable(
                self._words.tr(
                    "“{key}” is a whole number from {least} to {most}.", key=key, least=least, most=most
                )
            )
        return int(value) if isinstance(value, int) else usual

    def text(self, table: Mapping[str, object], key: str) -> str:
        """Return a text; "" where there is none."""
        value = table.get(key, "")
        if not isinstance(value, str) or len(value) > _MOST_TEXT:
            raise WishUnreadable(
                self._words.tr("“{key}” is a text of one line, in quotation marks.", key=key)
            )
        return " ".join(value.split())

    def texts(self, table: Mapping[str, object], key: str) -> tuple[str, ...]:
        """Return a list of texts; an empty one where there is none."""
        found = [self.text({key: one}, key) for one in self.list_of(table, key)]
        return tuple(dict.fromkeys(filter(None, found)))

    def list_of(self, table: Mapping[str, object], key: str) -> Sequence[object]:
        """Return a list; an empty one where there is none."""
        value = table.get(key, [])
        if not isinstance(value, list):
            raise WishUnreadable(self._words.tr("“{key}” is a list, in square brackets.", key=key))
        return value

    def language(self, said: str) -> str:
        """Return the code of a language; one that is not known is taken as it is called."""
        return self._languages.get(plain_letters(said), said.casefold())

    def share(self, group: str, value: object) -> Share:
        """Return what is wished of a group."""
        table = self.table(group, value, _OF_GROUP)
        least = self.number(table, "least", 0, 0, LARGEST_CIRCLE)
        most = self.number(table, "most", LARGEST_CIRCLE, least, LARGEST_CIRCLE)
        return Share(group_called(" ".join(group.split())), least, most if "most" in table else None)

    def place(self, value: object) -> Place:
        """Return a place."""
        table = self.table("places", value, _OF_PLACE)
        language = self.text(table, "language")
        lacks = self.texts(table, "lacks")
        for said in lacks:
            if need_called(said, self._words) is None:
                raise WishUnreadable(
                    self._words.tr("“{need}” is no need that is known.", need=safe_in_sentence(said[:60]))
                )
        return Place(
            self.text(table, "name"),
            self.texts(table, "times") or ("",),
            self.number(table, "circles", 1, 1, MOST_CIRCLES),
            frozenset(need for said in lacks if (need := need_called(said, self._words))),
            self.language(language) if language else "",
        )
