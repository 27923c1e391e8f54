"""The privacy check of a session: what in it may point to a person, and what was decided about each find.

Nothing is changed without a decision.  A decision to keep a find belongs to its position in the text as it
is: when the text changes, the find is asked about again.  A replacement is remembered by a digest of the
words it replaced, so that it can be offered where the same words occur again.  What a circle remembers of
words is in ``privacy_memory``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, cast

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.session.privacy_memory import WORDS_PREFIX, CircleMemory, digest, words_mark
from dialogue_desk.desk.session.privacy_words import finder_beside, name_lists
from dialogue_desk.desk.session.session_scope import session_scope
from dialogue_desk.domain.closing.closing_steps import is_checked
from dialogue_desk.domain.closing.leaving import leaving_records
from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.closing import PrivacyAnswer, PrivacyDecision, fact_id, fact_of
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import Record
from dialogue_desk.domain.records.wording import WORD_FIELDS

if TYPE_CHECKING:
    from dialogue_desk.domain.privacy.finder import Finder

BLANK = "[…]"
"""Replaces words that were blanked."""

_ORDER = (Kind.NOTE, Kind.ACTION, Kind.OVERRULE, Kind.GROUND_RULE, Kind.THEME, Kind.SESSION, Kind.CIRCLE)
"""The order in which people go through what leaves: what was said first."""


@dataclass(frozen=True, slots=True)
class SharedText:
    """A text that leaves with a session: one field of one record, in one of its editions.

    ``in_conflict``: a person has to choose between versions first, so it cannot be changed here.
    """

    record: RecordId
    kind: Kind
    field: str
    body: Body
    text: str
    in_conflict: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """One find in a text.  ``mark`` identifies its position in the text as it is."""

    line: SharedText
    find: Find
    mark: str
    kept: bool = False

    @property
    def words(self) -> str:
        """The words that were found."""
        return self.line.text[self.find.start : self.find.end]


@dataclass(frozen=True)
class PrivacyReview:
    """All the texts that leave with a session, and what was found in them.

    ``changed`` is how many finds were replaced or blanked before.
    """

    lines: tuple[SharedText, ...]
    spots: tuple[Spot, ...]
    changed: int = 0

    @cached_property
    def open(self) -> tuple[Spot, ...]:
        """The finds about which nobody has decided yet."""
        return tuple(spot for spot in self.spots if not spot.kept)

    @property
    def looked_at(self) -> int:
        """How many finds a person has decided about."""
        return self.total - len(self.open)

    @property
    def total(self) -> int:
        """How many finds there are and were in all."""
        return len(self.spots) + self.changed

    def alike(self, spot: Spot) -> tuple[Spot, ...]:
        """Return the open finds of the same words, ``spot`` first."""
        words = spot.words.casefold()
        others = (one for one in self.open if one != spot and one.words.casefold() == words)
        return (spot, *others)

    def of_kind(self, kind: FindKind) -> tuple[Spot, ...]:
        """Return the open finds of one kind."""
        return tuple(spot for spot in self.open if spot.find.kind is kind)


class PrivacyCheck:
    """Finds what may point to a person, and saves what is decided about it.  Each answer is one step."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._finders: dict[frozenset[str], Finder] = {}
        self._found: dict[tuple[Finder, str], tuple[Find, ...]] = {}

    def review(self, folder: SessionFolder, *, debrief: bool = False) -> PrivacyReview:
        """Return the texts that leave and what was found in them; with ``debrief``, that leaves too.

        What is only maybe a name stands after everything else.
        """
        finder, memory = self._finder(folder), self._memory(folder)
        decisions = folder.closing.decisions
        lines = tuple(self._lines(folder, debrief=debrief))
        found = (
            spot
            for line in lines
            for spot in self._spots(
                folder.id,
                line,
                memory.with_names(line.text, self._finds(finder, line.text)),
                decisions,
                memory,
            )
        )
        spots = tuple(sorted(found, key=lambda spot: spot.find.kind is FindKind.MAYBE_NAME))
        here = {spot.mark for spot in spots}
        changed = sum(
            one.answer is not PrivacyAnswer.KEEP and not mark.startswith(WORDS_PREFIX) and mark not in here
            for mark, one in decisions.items()
        )
        return PrivacyReview(lines, spots, changed)

    def keep(self, folder: SessionFolder, spots: Iterable[Spot]) -> None:
        """Keep the words of these finds as they are."""
        memory = self._memory(folder)
        decided = {}
        for spot in spots:
            decided[spot.mark] = PrivacyDecision(spot.mark, PrivacyAnswer.KEEP)
            decided |= {one.mark: one for one in memory.kept(spot.find.kind, spot.words)}
        self._perform([self._write(folder.id, one) for one in decided.values()])

    def replace(self, folder: SessionFolder, spots: Sequence[Spot], words: str) -> None:
        """Replace the finds with ``words``."""
        self._change(folder, spots, words, PrivacyAnswer.REPLACE)

    def blank(self, folder: SessionFolder, spots: Sequence[Spot]) -> None:
        """Replace the finds with ``BLANK``, which shows that there were words."""
        self._change(folder, spots, BLANK, PrivacyAnswer.BLANK)

    def used_before(self, folder: SessionFolder, spot: Spot) -> str:
        """Return what replaced the same words before in this session, or ""."""
        known = folder.closing.decisions.get(words_mark(folder.id, spot.words))
        return known.words if known else ""

    def _change(
        self, folder: SessionFolder, spots: Sequence[Spot], words: str, answer: PrivacyAnswer
    ) -> None:
        changing = [spot for spot in spots if not spot.line.in_conflict]
        by_record: dict[RecordId, list[Spot]] = {}
        for spot in changing:
            by_record.setdefault(spot.line.record, []).append(spot)
        kept = [spot for spot in self.review(folder, debrief=True).spots if spot.kept]
        writes: list[Write] = []
        for record_id, here in by_record.items():
            beside = [spot for spot in kept if spot.line.record == record_id]
            writes += self._replacing(folder.id, here, beside, words)
        writes += [self._write(folder.id, PrivacyDecision(spot.mark, answer)) for spot in changing]
        if answer is PrivacyAnswer.REPLACE and changing:
            mark = words_mark(folder.id, changing[0].words)
            writes.append(self._write(folder.id, PrivacyDecision(mark, answer, words)))
        writes += [self._write(folder.id, one) for one in self._confirmed(folder, changing)]
        self._perform(writes)

    def _confirmed(self, folder: SessionFolder, spots: Iterable[Spot]) -> Iterator[PrivacyDecision]:
        """Yield what the circle remembers of finds that were replaced or blanked, each word once."""
        memory = self._memory(folder)
        found = (one for spot in spots for one in memory.confirmed(spot.find.kind, spot.words))
        yield from {one.mark: one for one in found}.values()

    def _memory(self, folder: SessionFolder) -> CircleMemory:
        """Return what all sessions of the circle decided about words."""
        records = self._desk.file.records
        others = (one.id for one in records.under(folder.circle_id, Kind.SESSION) if one.id != folder.id)
        elsewhere = (
            record.body for other in others for record in records.under(other, Kind.PRIVACY_DECISION)
        )
        decided = [body for body in elsewhere if isinstance(body, PrivacyDecision)]
        return CircleMemory(folder.circle_id, (*decided, *folder.closing.decisions.values()), name_lists())

    def _replacing(
        self, session: RecordId, spots: Sequence[Spot], kept: Sequence[Spot], words: str
    ) -> Iterator[Write]:
        """Yield the writes that replace the spots of one record; finds that were ``kept`` in it stay kept."""
        record = self._desk.get(spots[0].line.record)
        if record is None or record.body is None:
            return
        body = record.body
        for field in dict.fromkeys(spot.line.field for spot in spots):
            text: str = getattr(record.body, field)
            places = sorted(
                (spot.find for spot in spots if spot.line.field == field and spot.line.text == text),
                key=lambda find: find.start,
            )
            after = _replaced(text, places, words)
            body = cast(Callable[..., Body], replace)(body, **{field: after})
            stays = [spot for spot in kept if (spot.line.field, spot.line.text) == (field, text)]
            place = digest(session, record.id, field, after)
            for spot in stays:
                start = _moved(spot.find.start, places, len(words))
                mark = digest(place, str(start), spot.find.kind)
                yield self._write(session, PrivacyDecision(mark, PrivacyAnswer.KEEP))
        yield Write.again(record, body, still_said=True)

    def _write(self, session: RecordId, decision: PrivacyDecision) -> Write:
        return Write.of(fact_id(session, fact_of(decision)), session, decision)

    def _perform(self, writes: Sequence[Write]) -> None:
        if writes:
            self._desk.perform(Edit(Act.WRITE, tuple(writes)))

    def _lines(self, folder: SessionFolder, *, debrief: bool) -> Iterator[SharedText]:
        records = session_scope(self._desk, folder.id)
        leaves = leaving_records(records, folder.id, debrief=debrief)
        for record in sorted(leaves, key=lambda one: (_place(one.kind), one.id)):
            yield from _lines_of(record)

    def _spots(
        self,
        session: RecordId,
        line: SharedText,
        finds: Iterable[Find],
        decisions: Mapping[str, PrivacyDecision],
        memory: CircleMemory,
    ) -> Iterator[Spot]:
        place = digest(session, line.record, line.field, line.text)
        for find in finds:
            mark = digest(place, str(find.start), find.kind)
            known = decisions.get(mark)
            kept = known is not None and known.answer is PrivacyAnswer.KEEP
            kept = kept or memory.is_harmless(find.kind, line.text[find.start : find.end])
            yield Spot(line, find, mark, kept)

    def _finder(self, folder: SessionFolder) -> Finder:
        places = [folder.circle.place, folder.session.place]
        if folder.program:
            places.append(folder.program.name)
        known = frozenset(places)
        if known not in self._finders:
            self._finders[known] = finder_beside(places)
        return self._finders[known]

    def _finds(self, finder: Finder, text: str) -> tuple[Find, ...]:
        if (finder, text) not in self._found:
            self._found[finder, text] = finder.finds(text)
        return self._found[finder, text]


def believed(check: PrivacyCheck, folder: SessionFolder) -> SessionFolder:
    """Return the folder for papers that claim of its privacy check only what holds by now.

    A word that another session of the circle confirmed as a name may be in lines that were checked before.
    """
    if not is_checked(folder) or not check.review(folder).open:
        return folder
    return replace(folder, closing=replace(folder.closing, all_answered=False))


def _place(kind: Kind) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _lines_of(record: Record) -> Iterator[SharedText]:
    """Yield the texts of every edition of a record: all of them leave."""
    for body in dict.fromkeys(edition.body for edition in record.editions):
        if body is None:
            continue
        for field in WORD_FIELDS[record.kind]:
            text: str = getattr(body, field)
            if text.strip():
                yield SharedText(record.id, record.kind, field, body, text, record.in_conflict)


def _replaced(text: str, places: Sequence[Find], words: str) -> str:
    """Return ``text`` with ``words`` in those places, which are sorted by position."""
    out, last = [], 0
    for place in places:
        out += [text[last : place.start], words]
        last = place.end
    return "".join((*out, text[last:]))


def _moved(start: int, places: Sequence[Find], length: int) -> int:
    """Return where a find at ``start`` is once the places before it are ``length`` long."""
    return start + sum(length - (place.end - place.start) for place in places if place.start < start)
