"""Finds everything in a text that may point to one person."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.domain.privacy.addresses import addresses, streets
from dialogue_desk.domain.privacy.ages import ages_beside, minors
from dialogue_desk.domain.privacy.finds import Find, FindKind, without_overlaps
from dialogue_desk.domain.privacy.homes import homes
from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.name_tagger import NameTagger, Weights
from dialogue_desk.domain.privacy.numbers import numbers
from dialogue_desk.domain.privacy.online import online
from dialogue_desk.domain.privacy.people import CHOSEN, People, Thresholds
from dialogue_desk.domain.privacy.phones import phones
from dialogue_desk.domain.privacy.plates import plates
from dialogue_desk.domain.privacy.references import references
from dialogue_desk.domain.privacy.roles import roles
from dialogue_desk.domain.privacy.scripts import in_other_scripts
from dialogue_desk.domain.privacy.spelled_phones import spelled_phones
from dialogue_desk.domain.privacy.the_only import the_only
from dialogue_desk.domain.privacy.titled_initials import titled_initials
from dialogue_desk.domain.privacy.trades import trades
from dialogue_desk.domain.privacy.word_facts import WordBook

_SOMEBODY = frozenset(
    (FindKind.TITLED_NAME, FindKind.INITIALS, FindKind.NAME, FindKind.BADGE, FindKind.PLATE, FindKind.PHONE)
)
_NAMES = frozenset((FindKind.TITLED_NAME, FindKind.INITIALS, FindKind.NAME, FindKind.MAYBE_NAME))


class Finder:
    """Finds what may point to one person, in every language at once: people change languages within a line.

    The time it takes grows with the length of the text.
    """

    def __init__(self, lists: NameLists, weights: Weights, thresholds: Thresholds = CHOSEN) -> None:
        self._lists, self._thresholds = lists, thresholds
        self._tagger = NameTagger(WordBook(lists), weights)

    def finds(self, text: str) -> tuple[Find, ...]:
        """Return the finds in ``text``, in order; no two overlap."""
        found = without_overlaps(self._claims(text))
        names = [one for one in found if one.kind in _NAMES]
        if names and any(map(str.isdigit, text)):
            found = without_overlaps((*found, *ages_beside(text, names)))
        if any(one.kind in _SOMEBODY for one in found):
            return without_overlaps((*found, *streets(text)))
        return found

    def _claims(self, text: str) -> Iterator[Find]:
        yield from online(text)
        yield from numbers(text)
        yield from references(text)
        yield from phones(text)
        yield from spelled_phones(text)
        yield from plates(text)
        yield from addresses(text)
        yield from homes(text)
        yield from minors(text)
        yield from roles(text)
        yield from trades(text)
        yield from the_only(text)
        yield from titled_initials(text)
        yield from in_other_scripts(text, self._lists)
        yield from People(text, self._tagger, self._lists, self._thresholds).finds()
