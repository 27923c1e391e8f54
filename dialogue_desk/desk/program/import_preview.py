"""What would become of files before they are imported: one value that the window and the command line show.

Nothing is changed by looking.  What is said here holds as long as the desk stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.keyring import first_key
from dialogue_desk.desk.program.circle_partner import possible_partner
from dialogue_desk.desk.program.found_files import PassedOver
from dialogue_desk.desk.program.imports import (
    ImportPlan,
    ReadPackage,
    RefusedFile,
    Weighed,
    new_programs,
    still_differing,
    weighed_packages,
)
from dialogue_desk.desk.program.second_copies import first_name, is_second_copy
from dialogue_desk.desk.trust.known_laptops import signer_of
from dialogue_desk.desk.trust.left_out import left_out_of
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.records.records import Record
from dialogue_desk.domain.records.trust import has_news
from dialogue_desk.exchange.package import About
from dialogue_desk.exchange.refusals import Refusal
from dialogue_desk.words import Words


class Standing(StrEnum):
    """What becomes of a file, in the order in which a person reads it.

    ``WAITS``: some of it would change or erase what another laptop wrote, and waits for an answer.  ``NEW``
    is of a session or program that is not here, ``NEWER`` adds to one that is.  Of the others nothing comes
    in: ``OLDER`` says less than what is here or in another of the files, ``HERE`` the same, ``LOCKED`` and
    ``SEALED`` are sealed, ``CUT_SHORT`` is not copied in full, ``AWAY`` could not be read.
    """

    WAITS = "waits"
    NEW = "new"
    NEWER = "newer"
    LOCKED = "locked"
    SEALED = "sealed"
    CUT_SHORT = "cut short"
    AWAY = "away"
    REFUSED = "refused"
    OLDER = "older"
    HERE = "here"

    @property
    def comes_in(self) -> bool:
        """Whether something of such a file is imported."""
        return self in {Standing.WAITS, Standing.NEW, Standing.NEWER}


_OF_REFUSALS = {
    Refusal.LOCKED: Standing.LOCKED,
    Refusal.WRONG_PASSPHRASE: Standing.LOCKED,
    Refusal.SEALED_TO_OTHERS: Standing.SEALED,
    Refusal.CUT_SHORT: Standing.CUT_SHORT,
    Refusal.UNREADABLE: Standing.AWAY,
}


@dataclass(frozen=True, slots=True)
class PreviewedFile:
    """One file, and what would become of it.

    It ``brings`` so many entries that are new or changed; ``waits`` counts those that wait for an answer,
    ``clashes`` those that get a second version by it.  ``copy_of`` is the name of another file with the same
    package, ``second_of`` that of one whose second copy it is by its name, and which is there too.
    ``programs`` are the names of programs that are new here; ``same_codes`` the codes of circles
    and programs in it that others have too.  ``another_key``: its laptop signed with another key before.
    ``left_out``: a person left something of it out before.  ``sentence`` says why it was refused.
    """

    path: Path
    standing: Standing
    about: About = field(default_factory=lambda: About(""))
    revision: int = 0
    brings: int = 0
    waits: int = 0
    clashes: int = 0
    copy_of: str = ""
    second_of: str = ""
    programs: tuple[str, ...] = ()
    same_codes: tuple[str, ...] = ()
    another_key: bool = False
    left_out: bool = False
    signed: bool = True
    sentence: str = ""

    @property
    def plain(self) -> bool:
        """Whether nobody needs to think before it comes in, or it changes nothing."""
        odd = self.programs or self.same_codes or self.another_key or self.clashes or not self.signed
        return self.standing in {Standing.NEW, Standing.NEWER} and not odd


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """All files of a plan, those that need a person first.

    ``new_clashes`` counts the entries that get a second version, ``still_open`` those that have two already.
    ``passed`` says how many files in folders were passed over; ``partner`` that a person will be asked
    whether a laptop is the other one of a circle.
    """

    files: tuple[PreviewedFile, ...] = ()
    new_clashes: int = 0
    still_open: int = 0
    passed: Mapping[PassedOver, int] = field(default_factory=dict)
    partner: bool = False

    @property
    def counts(self) -> dict[Standing, int]:
        """How many files there are of each standing that occurs, in their order."""
        found = Counter(one.standing for one in self.files)
        return {standing: found[standing] for standing in Standing if found[standing]}

    @property
    def coming(self) -> tuple[PreviewedFile, ...]:
        """The files of which something comes in."""
        return tuple(one for one in self.files if one.standing.comes_in)

    @property
    def plain(self) -> tuple[PreviewedFile, ...]:
        """The files that can come in without a person."""
        return tuple(one for one in self.files if one.plain)

    @property
    def goes_without_saying(self) -> bool:
        """Whether there is nothing to look at before: at most one file is more than a copy of what is here.

        What that one would change of others waits for an answer anyhow, two versions are offered to choose
        from, and of a file of the circle's other laptop a person is asked that first.
        """
        told = [one for one in self.files if one.standing not in {Standing.OLDER, Standing.HERE}]
        if len(told) != 1:
            return not told
        (one,) = told
        odd = one.another_key or one.same_codes
        return not one.standing.comes_in or self.partner or not odd


def previewed(desk: Desk, plan: ImportPlan, words: Words) -> ImportPreview:
    """Return what would become of the files of a plan."""
    weighed = weighed_packages(desk, plan.packages, words)
    looking = _Looking(desk, plan.packages, weighed)
    files = [looking.file(one) for one in plan.packages if one.path not in looking.refused]
    files += map(_refused, (*weighed.refused, *plan.refused, *plan.locked))
    open_now = {record.id for record in desk.file.records.conflicting()}
    clashing = looking.clashing - open_now
    still = still_differing(desk, plan.packages) - looking.settled
    return ImportPreview(
        tuple(sorted(files, key=_order)),
        len(clashing),
        len(still),
        plan.passed,
        possible_partner(desk, plan.packages) is not None,
    )


def _order(one: PreviewedFile) -> tuple[object, ...]:
    about = one.about
    places = tuple(Standing)
    return (
        places.index(one.standing),
        one.plain,
        about.what != "program",
        look_up_order(about.circle),
        about.session,
        look_up_order(str(one.path)),
    )


def _refused(file: RefusedFile) -> PreviewedFile:
    standing = _OF_REFUSALS.get(file.reason, Standing.REFUSED)
    return PreviewedFile(file.path, standing, sentence=file.sentence)


class _Looking:
    """What is known of all packages of a plan while each of them is looked at."""

    def __init__(self, desk: Desk, packages: Sequence[ReadPackage], weighed: Weighed) -> None:
        self._desk, self._weighed = desk, weighed
        self.refused = {one.path for one in weighed.refused}
        self._known = {one.path for one in weighed.known} - {one.path for one in weighed.new}
        taken = weighed.judgement.taken
        self.clashing = {key for key, record in taken.items() if record.in_conflict}
        self.settled = {key for key, record in taken.items() if not record.in_conflict}
        self._waiting: set[tuple[DeviceId, RecordId]] = {
            (claim.signer, claim.record.id) for claim in weighed.judgement.waiting
        }
        self._names = {one.path.name for one in packages}
        self._first: dict[str, Path] = {}
        for one in packages:
            self._first.setdefault(one.incoming.identity, one.path)
        self._by_subject: dict[RecordId, list[ReadPackage]] = {}
        for one in weighed.new:
            for key in _subjects(one):
                self._by_subject.setdefault(key, []).append(one)
        self._codes = _codes_of(desk, packages)

    def file(self, one: ReadPackage) -> PreviewedFile:
        """Return what would become of a package."""
        first = self._first[one.incoming.identity]
        here = self._weighed.before
        found = PreviewedFile(
            one.path,
            Standing.HERE,
            one.about,
            revision=one.origin.revision if one.origin else 0,
            copy_of=first.name if first != one.path else "",
            second_of=self._second_of(one.path),
            left_out=bool(left_out_of(self._desk, (one,))),
            signed=one.origin is not None,
        )
        if one.path in self._known:
            return found
        records = one.incoming.records
        signer = signer_of(self._desk, one.origin)
        waiting = {key for key in records if (signer, key) in self._waiting}
        news = {key for key in records if self._changes(key, records[key])} - waiting
        if not news and not waiting:
            older = any(_is_behind(record, here.get(key)) for key, record in records.items())
            return replace(found, standing=Standing.OLDER if older else Standing.HERE)
        if any(_covers(other, one) for key in _subjects(one) for other in self._by_subject[key]):
            return replace(found, standing=Standing.OLDER)
        begins = any(key not in here for key in _subjects(one))
        coming = Standing.NEW if begins else Standing.NEWER
        return replace(
            found,
            standing=Standing.WAITS if waiting else coming,
            brings=len(news),
            waits=len(waiting),
            clashes=len(self.clashing & news),
            programs=tuple(dict.fromkeys(new_programs(here, (one,)))),
            same_codes=tuple(self._same_codes(one)),
            another_key=one.origin is not None
            and first_key(self._desk, one.origin) not in {None, one.origin.key},
        )

    def _second_of(self, path: Path) -> str:
        """Return the file whose second copy this is by its name; mail renames also a file that is alone."""
        first = first_name(path.name)
        there = first in self._names or path.with_name(first).exists()
        return first if is_second_copy(path.name) and there else ""

    def _changes(self, key: RecordId, record: Record) -> bool:
        """Whether a record of a package has a part in what changes here."""
        mine = self._weighed.before.get(key)
        if self._weighed.judgement.taken.get(key, mine) == mine:
            return False
        return mine is None or has_news(record, mine)

    def _same_codes(self, one: ReadPackage) -> Iterator[str]:
        """Yield the codes of what is new in a package that something else has too, in the same program."""
        for key, record in one.incoming.records.items():
            place = _code(record)
            if place is not None and key not in self._weighed.before and len(self._codes[place]) > 1:
                yield place[1]


def _subjects(one: ReadPackage) -> tuple[RecordId, ...]:
    """Return the sessions a package is about, or else its programs, circles or whatever it has."""
    records = one.incoming.records.values()
    for kind in (Kind.SESSION, Kind.PROGRAM, Kind.CIRCLE):
        if found := tuple(record.id for record in records if record.kind is kind):
            return found
    return tuple(one.incoming.records)


def _is_behind(record: Record, mine: Record | None) -> bool:
    """Whether what is here of a record has seen what the file says of it, and says more."""
    return mine is not None and record != mine and mine.version.knows(record.version)


def _covers(other: ReadPackage, one: ReadPackage) -> bool:
    """Whether another file of the plan says all that this one does, and more."""
    if other is one or other.incoming.identity == one.incoming.identity:
        return False
    theirs, ours = other.incoming.records, one.incoming.records
    if not ours.keys() <= theirs.keys():
        return False
    behind = [_is_behind(record, theirs[key]) for key, record in ours.items()]
    same = [theirs[key] == record for key, record in ours.items()]
    return all(map(any, zip(behind, same, strict=True))) and (any(behind) or len(theirs) > len(ours))


def _code(record: Record) -> tuple[RecordId | None, str] | None:
    """Return the code of a program, or that of a circle beside its program."""
    if isinstance(record.body, Circle):
        return record.body.program, record.body.code
    if isinstance(record.body, Program) and record.body.code:
        return None, record.body.code
    return None


def _codes_of(
    desk: Desk, packages: Iterable[ReadPackage]
) -> dict[tuple[RecordId | None, str], Collection[RecordId]]:
    """Return which programs and circles have each code, here and in packages."""
    records = [record for one in packages for record in one.incoming.records.values()]
    records += [*desk.file.records.of_kind(Kind.CIRCLE), *desk.file.records.of_kind(Kind.PROGRAM)]
    found: dict[tuple[RecordId | None, str], set[RecordId]] = {}
    for record in records:
        if (place := _code(record)) is not None:
            found.setdefault(place, set()).add(record.id)
    return dict(found)
