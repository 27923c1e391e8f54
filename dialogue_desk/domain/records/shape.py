"""The shape of records that come from outside: which id, owner and size a record of each kind may have.

Whoever writes a file chooses its ids.  So that nobody can take the id of something else, or bend what
belongs to what, each id has to be one that its kind is given, and each owner of the kind it must be.  Owners
stand in layers (nothing, program or circle, session), so records that fit cannot belong to each other in
a ring.

This module judges files; what a desk has stored already is not held to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from dialogue_desk.domain.model.bodies import ORGANIZING, Kind
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.closing import (
    DOT_VOTE,
    TOP_THEMES,
    CloseStep,
    ClosingStep,
    DotVote,
    Overrule,
    PrivacyDecision,
    ReadBack,
    Tally,
    TopThemes,
    fact_id,
    fact_of,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ThemesApart
from dialogue_desk.domain.model.organizing import (
    FORUM,
    OUTLINE,
    QUESTIONNAIRE,
    ProgramFact,
    program_fact_id,
)
from dialogue_desk.domain.records.encoding import InvalidRecord
from dialogue_desk.domain.records.records import NO_OWNER, Edition, Record, Records

MOST_EDITIONS = 32
"""Each edition of a record is of another laptop that wrote it without having heard of the others."""

MOST_WRITERS = 100
"""Every laptop that ever wrote a record, and each desk that went on from a copy, is one writer of it."""

MOST_EDITS = 10**9
"""The highest count of a writer: a change each second, day and night, for thirty years."""

_UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_DIGEST = "[0-9a-f]{32}"
_PLAIN = re.compile(_UUID)
_LINE = re.compile(f"{_UUID}(?::[0-9A-V]{{1,13}})*")
"""A note or an action idea; what was split off one, or made of it, sorts right after it."""

_DEVICE = r"[A-Za-z0-9][A-Za-z0-9._:-]{0,79}"
_LAPTOP = re.compile(_DEVICE)
_WRITER = re.compile(f"{_DEVICE}(?:/[A-Za-z0-9]{{1,8}}(?:[.][0-9]{{1,3}})?)?")
"""A laptop and its hand, with a number where it wrote the versions of a conflict anew."""

_ABOUT_ONE_THING = re.compile(f"{_UUID}|{_DIGEST}")
_FACTS: dict[Kind, re.Pattern[str]] = {
    Kind.CLOSING_STEP: re.compile("|".join(CloseStep)),
    Kind.TOP_THEMES: re.compile(TOP_THEMES),
    Kind.DOT_VOTE: re.compile(DOT_VOTE),
    Kind.READ_BACK: _ABOUT_ONE_THING,
    Kind.TALLY: _ABOUT_ONE_THING,
    Kind.OVERRULE: re.compile("notes:[0-9a-f]{16}"),
    Kind.PRIVACY_DECISION: re.compile("privacy:(?:words-)?[0-9a-f]{1,32}"),
    Kind.THEMES_APART: re.compile("apart:[0-9a-f]{24}"),
    Kind.CODING: re.compile("coding:[0-9a-f]{24}"),
    Kind.LIKENESS: re.compile("likeness:[0-9a-f]{24}"),
    Kind.CARD: re.compile("card:[0-9a-f]{24}"),
    Kind.STAR: re.compile("star:[0-9a-f]{24}"),
    Kind.REPORT_SENTENCE: re.compile("sentence:[0-9a-f]{24}"),
    Kind.REPORT_OUTLINE: re.compile(OUTLINE),
    Kind.ANSWER: re.compile("answer:[0-9a-f]{24}"),
    Kind.PROGRESS: re.compile("progress:[0-9a-f]{24}"),
    Kind.QUESTIONNAIRE: re.compile(QUESTIONNAIRE),
    Kind.FORUM: re.compile(FORUM),
    Kind.FORUM_OPTION: re.compile("option:[0-9a-f]{24}"),
    Kind.BALLOT_ENTRY: re.compile("ballot:[12]:[0-9]{1,5}"),
    Kind.ACTION_TEAM: re.compile("team:[0-9a-f]{24}"),
}
"""What stands in the id of a fact, behind that of what it belongs to."""

_EARLIER_FACTS = {(Kind.TOP_THEMES, "top themes"): TOP_THEMES, (Kind.DOT_VOTE, "dots"): DOT_VOTE}
"""What two facts were called when format 1.1 was made, and are called now."""

_RANDOM_TOO = (Kind.CLOSING_STEP, Kind.OVERRULE)
"""In files that were written when format 1.1 was made these have random ids, which take nobody's."""

_BY_SESSION = frozenset((Kind.SESSION,))
_OWNERS: dict[Kind, frozenset[Kind]] = {
    Kind.PROGRAM: frozenset(),
    Kind.CIRCLE: frozenset(),
    Kind.GUIDE: frozenset(),
    Kind.OWN_GUIDE: frozenset(),
    Kind.SESSION: frozenset((Kind.CIRCLE,)),
    Kind.GROUND_RULE: frozenset((Kind.CIRCLE,)),
    Kind.THEME: frozenset((Kind.PROGRAM, Kind.CIRCLE)),
    Kind.TALLY_CATEGORY: frozenset((Kind.PROGRAM,)),
    Kind.NOTE: _BY_SESSION,
    Kind.ACTION: _BY_SESSION,
    Kind.MOVE: _BY_SESSION,
    **dict.fromkeys(_FACTS, _BY_SESSION),
    Kind.THEMES_APART: frozenset((Kind.PROGRAM, Kind.CIRCLE)),
    **dict.fromkeys(ORGANIZING, frozenset((Kind.PROGRAM,))),
}
"""The kinds a record of each kind may belong to; nothing where there is none."""


def names_laptop(name: str) -> bool:
    """Whether ``name`` is one that a laptop may have."""
    return _LAPTOP.fullmatch(name) is not None


def too_many(record: Record) -> bool:
    """Whether a record has more editions, or one of them more writers, than a file may hold."""
    if len(record.editions) > MOST_EDITIONS:
        return True
    return any(len(edition.version.counts) > MOST_WRITERS for edition in record.editions)


def renamed(record: Record) -> Record:
    """Return a record of a file with the id that its fact is given today."""
    session, _, fact = record.id.partition(":")
    today = _EARLIER_FACTS.get((record.kind, fact))
    return record if today is None else replace(record, id=fact_id(RecordId(session), today))


def check_shape(records: Records) -> None:
    """Check that each record of a file has an id, an owner and sizes that its kind can have.

    A guide fits nothing: it comes as its text, from which its id is drawn.  Neither does a guide of a desk's
    own, which leaves as a guide file.

    Raises:
        InvalidRecord: for the first that has not.
    """
    for record in records.values():
        if not _own_id(record):
            raise InvalidRecord(f"the id of a {record.kind.value} is none of its kind")
        if not _belongs(record, records):
            raise InvalidRecord(f"a {record.kind.value} belongs to something else than it may")
        _check_sizes(record)


def misplaced(records: Records, known: Records) -> set[RecordId]:
    """Return which records of a file have no place: what they belong to is neither there nor ``known``.

    So is what belongs to one of them.  A trace of something erased is in its place also where nobody knows
    what it belonged to: the words may come later.
    """
    out = {record.id for record in records.values() if not _placed(record, records, known)}
    lost = out
    while lost:  # as often as there are layers
        lost = {one.id for one in records.values() if one.owner in lost and not one.erased} - out
        out |= lost
    return out


def _placed(record: Record, records: Records, known: Records) -> bool:
    if not _belongs(record, records) or not _belongs(record, known):
        return False
    return record.erased or record.owner == NO_OWNER or record.owner in records or record.owner in known


def _belongs(record: Record, among: Records) -> bool:
    """Whether what a record belongs to is of a kind it may belong to, as far as it is ``among`` these."""
    return _fits(record.owner, _OWNERS[record.kind], among) and all(
        _fits(program, (Kind.PROGRAM,), among) for program in _programs(record)
    )


def _fits(owner: RecordId, kinds: Collection[Kind], among: Records) -> bool:
    if owner == NO_OWNER or not kinds:
        return owner == NO_OWNER and not kinds
    found = among.get(owner)
    return _PLAIN.fullmatch(owner) is not None if found is None else found.kind in kinds


def _programs(record: Record) -> list[RecordId]:
    """Return the programs a circle takes part in: it is not theirs, so it may leave one."""
    if record.kind is not Kind.CIRCLE:
        return []
    bodies = (edition.body for edition in record.editions)
    return [body.program for body in bodies if isinstance(body, Circle) and body.program]


def _own_id(record: Record) -> bool:
    if record.kind in (Kind.NOTE, Kind.ACTION):
        return _LINE.fullmatch(record.id) is not None
    if record.kind in (Kind.GUIDE, Kind.OWN_GUIDE):
        return False
    facts = _FACTS.get(record.kind)
    if facts is None or (record.kind in _RANDOM_TOO and ":" not in record.id):
        return _PLAIN.fullmatch(record.id) is not None
    session, colon, fact = record.id.partition(":")
    if session != record.owner or not colon or not facts.fullmatch(fact):
        return False
    return all(_states(record, edition) for edition in record.editions)


def _states(record: Record, edition: Edition) -> bool:
    """Whether an edition states the fact that the id of its record is about."""
    match edition.body:
        case ClosingStep() | ReadBack() | Tally() | Overrule() | PrivacyDecision() as fact:
            return fact_id(record.owner, fact_of(fact)) == record.id
        case ThemesApart(mark=mark):
            return fact_id(record.owner, f"apart:{mark}") == record.id
        case TopThemes() | DotVote() | None:
            return True
        case fact:
            return isinstance(fact, ProgramFact) and program_fact_id(record.owner, fact) == record.id


def _check_sizes(record: Record) -> None:
    if too_many(record):
        raise InvalidRecord("a record has more editions, or writers, than there can be laptops")
    for edition in record.editions:
        if not names_laptop(edition.device):
            raise InvalidRecord("a laptop has a name that none is given")
        for writer, count in edition.version.counts:
            if count > MOST_EDITS or not _WRITER.fullmatch(writer):
                raise InvalidRecord("a version has a writer or a count that cannot be")
