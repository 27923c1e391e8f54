"""Which action ideas are one proposal: those worded alike, and those that a person joined.

Every idea is in exactly one proposal, in whatever order ideas and likenesses arrive.  Nothing is rewritten:
what was joined is taken apart again by saying that it is different.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeAlias

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import Likeness, Rung, likeness

Wordings: TypeAlias = Mapping[RecordId, str]
"""What ideas that are worded alike have in common, by idea."""
Ideas: TypeAlias = frozenset[RecordId]


def joined_ideas(wordings: Wordings, likenesses: Iterable[Likeness]) -> tuple[Ideas, ...]:
    """Return the ideas of each proposal, in the order in which the first of each stands in ``wordings``."""
    said = tuple(likenesses)
    stands = {one: one for one in wordings}

    def end_of(one: RecordId) -> RecordId:
        while stands[one] != one:
            stands[one] = stands[stands[one]]
            one = stands[one]
        return one

    together = [*_worded_alike(wordings, said), *((it.one, it.other) for it in said if it.rung.merges)]
    for ideas in together:
        known = [end_of(one) for one in ideas if one in stands]
        for one in known:
            stands[end_of(one)] = end_of(known[0])
    proposals: dict[RecordId, list[RecordId]] = defaultdict(list)
    for one in wordings:
        proposals[end_of(one)].append(one)
    return tuple(map(frozenset, proposals.values()))


def taken_out(
    ideas: Collection[RecordId], whole: Ideas, wordings: Wordings, likenesses: Iterable[Likeness]
) -> tuple[Likeness, ...]:
    """Return what has to be said so that ``ideas`` leave the proposal ``whole``; what stays is still one.

    Some of it has to stay.
    """
    said = {(it.one, it.other): it for it in likenesses}
    left = whole.difference(ideas)
    new: dict[tuple[RecordId, RecordId], Likeness] = {}
    for pair, it in said.items():
        if it.rung.merges and len(left.intersection(pair)) == 1 and whole.issuperset(pair):
            new[pair] = replace(it, rung=Rung.DIFFERENT)
    first, *rest = joined_ideas(_only(wordings, left), {**said, **new}.values())
    for part in rest:
        link = likeness(min(first), min(part), Rung.NEAR)
        new[link.one, link.other] = link
    parted = [left, whole - left, *_others(whole, wordings, said.values())]
    for one, other in _alike_across(parted, wordings):
        told = {**said, **new}.get((one, other))
        if told is None or told.rung.merges:
            new[one, other] = likeness(one, other, Rung.DIFFERENT)
    return tuple(new.values())


def _worded_alike(wordings: Wordings, likenesses: Iterable[Likeness]) -> Iterator[Sequence[RecordId]]:
    """Yield the ideas that are one by their words alone.

    Those that a person told apart never meet.  Who was told apart from fewest comes first, so that an idea
    that arrives later goes to those that stayed, and not to the one that was taken out.
    """
    apart: dict[RecordId, set[RecordId]] = defaultdict(set)
    for it in likenesses:
        if not it.rung.merges:
            apart[it.one].add(it.other)
            apart[it.other].add(it.one)
    alike: dict[str, list[RecordId]] = defaultdict(list)
    for one, words in wordings.items():
        alike[words].append(one)
    for ideas in alike.values():
        if len(ideas) == 1 or apart.keys().isdisjoint(ideas):
            yield ideas
        else:
            yield from _kept_apart(ideas, apart)


def _kept_apart(ideas: Sequence[RecordId], apart: Mapping[RecordId, set[RecordId]]) -> list[list[RecordId]]:
    told = {one: apart[one].intersection(ideas) if one in apart else set() for one in ideas}
    groups: list[list[RecordId]] = []
    for one in sorted(ideas, key=lambda one: (len(told[one]), one)):
        home = next((group for group in groups if told[one].isdisjoint(group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _others(whole: Ideas, wordings: Wordings, likenesses: Iterable[Likeness]) -> list[Ideas]:
    """Return the other proposals that have a wording of this one: nothing there may move."""
    words = {wordings[one] for one in whole}
    near = {one: key for one, key in wordings.items() if key in words and one not in whole}
    return list(joined_ideas(near, likenesses))


def _alike_across(parts: Sequence[Ideas], wordings: Wordings) -> Iterator[tuple[RecordId, RecordId]]:
    for mine, theirs in combinations(parts, 2):
        for one in sorted(mine):
            for other in sorted(theirs):
                if wordings[one] == wordings[other]:
                    yield min(one, other), max(one, other)


def _only(wordings: Wordings, ideas: Ideas) -> Wordings:
    return {one: words for one, words in wordings.items() if one in ideas}
