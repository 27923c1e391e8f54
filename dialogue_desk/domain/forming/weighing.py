"""How far a circle is from what was wished, as one number: what forming circles makes smaller."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.domain.forming.wish import Share, Wish

Traits = tuple[int, ...]
"""The groups of a person that the wish names, and the language they are interpreted from, by place."""

_ALONE, _UNMET, _EACH_MISSING, _SMALL, _INTERPRETER = 10_000, 200, 40, 60, 25


class Weights:
    """The weights of a wish; ``traits_in`` says for each number what counts in a circle of that language."""

    def __init__(self, wish: Wish, slips: Iterable[Slip]) -> None:
        slips = tuple(slips)
        shares = wish.all_shares
        most = wish.largest + len(slips)  # by hand, a circle can hold everybody
        sizes = range(most + 1)
        spoken = sorted({slip.languages[0] for slip in slips if slip.languages})
        self._groups = {share.group: place for place, share in enumerate(shares)}
        self._spoken = {language: len(shares) + place for place, language in enumerate(spoken)}
        self.of_trait: Sequence[Sequence[int]] = [
            *([_of_share(share, count) for count in sizes] for share in shares),
            *([_INTERPRETER * (count > 0) for count in sizes] for _ in spoken),
        ]
        self.of_size = [4 * size * size + _SMALL * max(0, wish.smallest - size) for size in sizes]
        self.traits_in: Mapping[str, Mapping[int, Traits]] = {
            language: {slip.number: self._traits(slip, language) for slip in slips}
            for language in {*wish.languages, *(place.language for place in wish.places)}
        }

    @property
    def kinds(self) -> int:
        """How many traits there are."""
        return len(self.of_trait)

    def _traits(self, slip: Slip, language: str) -> Traits:
        groups = (self._groups[group] for group in sorted(slip.groups) if group in self._groups)
        heard = slip.interpreted_from(language)
        return (*groups, *((self._spoken[heard],) if heard else ()))


def _of_share(share: Share, count: int) -> int:
    """Return the weight of so many of a group in one circle; the squares spread a group evenly."""
    weight = count * count
    if share.never_alone and count == 1:
        weight += _ALONE
    missing = share.least - count
    beyond = 0 if share.most is None else count - share.most
    for off in (missing, beyond):
        if off > 0:
            # One circle far from its wish is better than several near to it.
            weight += _UNMET + _EACH_MISSING * off
    return weight
