"""What waits for a person because another laptop's file would change or erase it, and the three answers.

Take it, keep both, or leave it out.  Until then nothing of it is shown or handed on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase_cascade import with_dependents_erased
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.trust.bringing_in import bring_in
from dialogue_desk.desk.trust.judging import judged
from dialogue_desk.desk.trust.known_laptops import accept, trust_of
from dialogue_desk.desk.trust.way_back import KeptWords
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.records.merging import merge
from dialogue_desk.domain.records.records import Record, Records, Stamp
from dialogue_desk.domain.records.trust import Claim, Judgement, has_news, replaces_thing
from dialogue_desk.storage.history import PastChange


@dataclass(frozen=True, slots=True)
class CircleNumbers:
    """How many records of one circle would be changed and how many notes, ideas and others erased.

    ``code`` is "" for what is in no circle.
    """

    code: str
    changed: int = 0
    erased: int = 0


@dataclass(frozen=True, slots=True)
class WaitingChanges:
    """What the files of one laptop would change and erase.  ``signer`` is "" for files without a signature.

    ``changed`` and ``erased`` count records of each kind; ``writers`` is how many laptops wrote them, and
    ``own`` whether this one is among these.
    """

    signer: DeviceId
    files: tuple[str, ...]
    changes: tuple[Claim, ...]
    erasures: tuple[Claim, ...]
    circles: tuple[CircleNumbers, ...]
    changed: Counter[Kind] = field(default_factory=Counter)
    erased: Counter[Kind] = field(default_factory=Counter)
    writers: int = 1
    own: bool = False

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Everything of it."""
        return (*self.changes, *self.erasures)


def waiting_changes(desk: Desk) -> tuple[WaitingChanges, ...]:
    """Return what waits for a person's answer, laptop by laptop.

    A trace of something that was never here waits too, but there is nothing to ask about it yet.
    """
    if desk.file.waiting.is_empty():
        return ()
    claims = desk.file.waiting.open()
    known = desk.file.records.known({claim.record.id for claim in claims})
    asked = [claim for claim in claims if _concerns_something(claim, known)]
    signers = dict.fromkeys(claim.signer for claim in asked)
    return tuple(_from_one(desk, [one for one in asked if one.signer == who], known) for who in signers)


def take(desk: Desk, claims: Sequence[Claim], *, from_now_on: bool = False) -> Outcome:
    """Make the changes and erasures of ``claims``; with ``from_now_on``, those of their laptops to come too.

    What it erases can be brought back for some days.  Undo takes the rest back.

    Raises:
        DeskTrouble: when it could not be written; then everything waits as before.
    """
    if from_now_on:
        for signer in {claim.signer for claim in claims if claim.signer}:
            accept(desk, signer)
        accepted = judged(desk, ()).waiting
        claims = [*claims, *(one for one in desk.file.waiting.open() if one not in accepted)]
    return _answered(desk, claims, both=False)


def keep_both(desk: Desk, claims: Sequence[Claim]) -> Outcome:
    """Keep what is here and what ``claims`` say, as versions for a person to choose from.

    There is nothing to keep of what would only erase, or put another thing in its place: that is left out.

    Raises:
        DeskTrouble: when it could not be written; then everything waits as before.
    """
    known = desk.file.records.known({claim.record.id for claim in claims})
    able = [one for one in claims if not _cannot_stand_beside(one, known)]
    outcome = _answered(desk, able, both=True)
    leave_out(desk, [one for one in claims if one not in able])
    return outcome


def leave_out(desk: Desk, claims: Sequence[Claim]) -> None:
    """Leave ``claims`` out: the same ones never ask again.

    Raises:
        DeskTrouble: when that could not be saved.
    """
    if claims:
        with desk.file.writing():
            desk.file.waiting.leave_out(claims)


def ask_again(desk: Desk, claims: Sequence[Claim]) -> None:
    """Let ``claims`` wait again that were left out a moment ago.

    Raises:
        DeskTrouble: when that could not be saved.
    """
    with desk.file.writing():
        desk.file.waiting.ask_again(claims)


def settle(desk: Desk) -> Outcome | None:
    """Make what waited for laptops that are known by now; None when there is nothing of that kind.

    Raises:
        DeskTrouble: when it could not be written.
    """
    if desk.file.waiting.is_empty():
        return None
    still = set(judged(desk, ()).waiting)
    made = [claim for claim in desk.file.waiting.open() if claim not in still]
    return _answered(desk, made, both=False) if made else None


def _answered(desk: Desk, claims: Sequence[Claim], *, both: bool) -> Outcome:
    here = desk.file.records.known({claim.record.id for claim in claims})
    theirs: dict[RecordId, Record] = {}
    replaced: set[RecordId] = set()
    for claim in claims:
        record, known = claim.record, theirs.get(claim.record.id)
        theirs[record.id] = record if known is None or replaces_thing(record, known) else known.merged(record)
        if _is_another_thing(claim, here):
            replaced.add(record.id)
    beginning = theirs.keys() - here.keys() | replaced
    new = {one.record.id: one.holders for one in claims if one.record.id in beginning}
    trust = trust_of(desk)
    strange = tuple(one for one in claims if one.record.erased and not trust.knows(one.signer))

    def remember(past: PastChange) -> None:
        # What others asked for in the same words adds nothing any more.
        waiting = desk.file.waiting.open()
        now = desk.file.records.known({claim.record.id for claim in waiting})
        idle = [one for one in waiting if not _is_another_thing(one, now) and _adds_nothing(one, now)]
        desk.file.waiting.answer([*claims, *idle], past.seq)

    way_back = KeptWords.of(desk, strange) if strange else None
    taken = Judgement(theirs, new, replaced=frozenset(replaced))
    return bring_in(desk, taken, remember, both=both, way_back=way_back)


def _is_another_thing(claim: Claim, known: Records) -> bool:
    """Whether a claim puts another thing in the place of what has its id; what was erased is another one."""
    mine = known.get(claim.record.id)
    if mine is None or claim.record.erased:
        return False
    return mine.erased or replaces_thing(claim.record, mine)


def _adds_nothing(claim: Claim, known: Records) -> bool:
    mine = known.get(claim.record.id)
    return mine is not None and not has_news(claim.record, mine)


def _concerns_something(claim: Claim, known: Records) -> bool:
    return claim.record.id in known or not claim.record.erased


def _cannot_stand_beside(claim: Claim, known: Records) -> bool:
    mine = known.get(claim.record.id)
    return claim.record.erased or mine is None or mine.erased or replaces_thing(claim.record, mine)


def _from_one(desk: Desk, claims: Sequence[Claim], known: Records) -> WaitingChanges:
    erasures = tuple(claim for claim in claims if claim.record.erased)
    changes = tuple(claim for claim in claims if not claim.record.erased)
    gone = _would_be_erased(desk, erasures, known)
    changed = [known.get(claim.record.id, claim.record) for claim in changes]
    concerned = {record.id: record for record in (*changed, *gone)}
    holders = desk.file.holders.of(concerned)
    here = {desk.device}
    writers = {name for one in concerned for name in holders.get(one, here)} - {DeviceId("")}
    return WaitingChanges(
        claims[0].signer,
        tuple(dict.fromkeys(claim.file for claim in claims)),
        changes,
        erasures,
        _by_circle(desk, changed, gone),
        Counter(record.kind for record in changed),
        Counter(record.kind for record in gone),
        len(writers),
        own=desk.device in writers,
    )


def _would_be_erased(desk: Desk, erasures: Sequence[Claim], known: Records) -> list[Record]:
    """Return what these traces would take words out of, themselves and what is under them."""
    records = [one.record for one in erasures if not replaces_thing(one.record, known[one.record.id])]
    traces = {record.id: record for record in records}
    stamp = Stamp(desk.device, desk.file.history.last() + 1, desk.clock.now(), desk.name.hand)
    whole = with_dependents_erased(merge({one: known[one] for one in traces}, traces), desk.file, stamp)
    return [
        pair.before
        for pair in whole.pairs
        if pair.before is not None and pair.before.body is not None and not pair.before.erased
    ]


def _by_circle(desk: Desk, changed: Iterable[Record], erased: Iterable[Record]) -> tuple[CircleNumbers, ...]:
    numbers = Counter((_circle_of(desk, record), False) for record in changed)
    numbers += Counter((_circle_of(desk, record), True) for record in erased)
    codes = sorted({code for code, _ in numbers}, key=look_up_order)
    return tuple(CircleNumbers(code, numbers[code, False], numbers[code, True]) for code in codes)


def _circle_of(desk: Desk, record: Record) -> str:
    seen: set[RecordId] = set()
    here: Record | None = record
    while here is not None and here.id not in seen:
        seen.add(here.id)
        if isinstance(here.body, Circle):
            return here.body.code
        here = desk.get(here.owner) if here.owner else None
    return ""
