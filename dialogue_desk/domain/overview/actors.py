"""Who must act: the actors of a program, whom circles meant by their own words, proposals by actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dialogue_desk.domain.model.notes import Horizon
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.notes.theme_suggestions import theme_suggestions
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.notes.word_stems import singular
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.proposals import Proposal, each_once

_SMALL_WORDS = {
    *("the", "a", "an", "of", "our", "your", "local", "and", "for", "in"),
    *("el", "la", "los", "las", "de", "del", "y", "en", "nuestro", "nuestra", "nuestros", "nuestras"),
}
_SIGNS_IN_WORDS = str.maketrans("", "", ".'\N{RIGHT SINGLE QUOTATION MARK}")
_FEWEST_OF_SHORT_FORM = 3
_PLACE: dict[Horizon | None, int] = {when: place for place, when in enumerate((*Horizon, None))}


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """Proposals for one actor, those that can begin soonest first.

    ``actor`` is "" for those that name one that stands nowhere else (``named``), and for those that name
    nobody.
    """

    actor: str
    proposals: tuple[Proposal, ...]
    named: bool = True


def actors_of(picture: ProgramPicture) -> tuple[str, ...]:
    """Return the actors of a program: those it was set up with, then others that organizers named."""
    listed = picture.program.actors if picture.program is not None else ()
    cards = picture.work.cards.values()
    others = sorted((one for card in cards for one in (card.actor, *card.joins) if one), key=look_up_order)
    return each_once((*listed, *others))


def offered_actor(named: str, actors: Sequence[str]) -> str:
    """Return the actor whom a circle meant by its own words; "" where none or several fit.

    The small words around a name, plurals and short forms (*police dept.*, *PD*) make no difference.
    """
    mine = _words(named)
    for fits in (_is_same, _is_short_form, _is_part):
        found = [one for one in actors if fits(mine, _words(one))]
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def meant_actors(named: Iterable[str], actors: Sequence[str], vocabulary: ThemeVocabulary) -> dict[str, str]:
    """Return the actors whom circles meant by words that mean the same, also in another language.

    *Churches* and *iglesias* are *Congregations*; where several actors fit as well, none is meant.
    """
    wordings = tuple(named)
    found = theme_suggestions((*wordings, *actors), vocabulary)
    meant: dict[str, str] = {}
    for name in wordings:
        fits = [one for one in found[name] if one.name in actors]
        best = [one for one in fits if one.score == fits[0].score]
        if len(best) == 1:
            meant[name] = best[0].name
    return meant


def by_actor(proposals: Iterable[Proposal], actors: Sequence[str] = ()) -> tuple[ActorGroup, ...]:
    """Return proposals by who must act, then by when; the actors with most of them come first.

    Whom circles name counts where organizers set nobody.  Last come those whose actor stands nowhere else
    and is none of ``actors``, and those that name nobody.
    """
    spelled = {twin_key(one): one for one in actors}
    groups: dict[str, list[Proposal]] = defaultdict(list)
    for one in proposals:
        groups[twin_key(one.who)].append(one)
    nobody, rare = groups.pop("", []), list[Proposal]()
    found = []
    for key, group in groups.items():
        if len(group) == 1 and not group[0].actor and key not in spelled:
            rare += group
        else:
            found.append(ActorGroup(spelled.get(key) or _spelling(group), _by_time(group)))
    found.sort(key=lambda group: (-len(group.proposals), look_up_order(group.actor)))
    if rare:
        found.append(ActorGroup("", _by_time(rare)))
    if nobody:
        found.append(ActorGroup("", _by_time(nobody), named=False))
    return tuple(found)


def _spelling(group: Sequence[Proposal]) -> str:
    return next((one.actor for one in group if one.actor), group[0].who)


def _by_time(group: Iterable[Proposal]) -> tuple[Proposal, ...]:
    return tuple(sorted(group, key=lambda one: _PLACE[one.when]))


def _words(name: str) -> tuple[str, ...]:
    said = plain_letters(name).translate(_SIGNS_IN_WORDS)
    words = "".join(sign if sign.isalnum() else " " for sign in said).split()
    return tuple(singular(word) for word in words if word not in _SMALL_WORDS) or tuple(words)


def _is_same(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    return sorted(mine) == sorted(theirs)


def _is_short_form(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether ``mine`` are first letters of the words, or the words with letters left out."""
    if len(mine) == 1 and len(theirs) > 1 and mine[0] == "".join(word[0] for word in theirs):
        return True
    return len(mine) == len(theirs) and all(map(_shortens, mine, theirs))


def _is_part(mine: Collection[str], theirs: Collection[str]) -> bool:
    """Whether one name has all words of the other."""
    return bool(mine) and (set(mine) <= set(theirs) or set(theirs) <= set(mine))


def _shortens(short: str, word: str) -> bool:
    if short == word:
        return True
    letters = iter(word)
    in_order = all(letter in letters for letter in short)
    return len(short) >= _FEWEST_OF_SHORT_FORM and short[0] == word[0] and in_order
