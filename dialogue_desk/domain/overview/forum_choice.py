"""Which proposals a forum votes on: their words for the ballot, and which of them may be one and the same.

People who want the same thing and find it on the ballot twice split their dots, and both lose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from dialogue_desk.domain.model.forum import ForumOption
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.overview.like_proposals import LikeProposals, like_proposals
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.proposals import Proposal, proposals_of


def option_of(proposal: Proposal, number: int, languages: Sequence[str]) -> ForumOption:
    """Return a proposal as an option, in the organizers' words, or else in those of circles.

    A language in which nobody worded it is left out: somebody has to translate it.  Organizers' words of
    which nobody knows the language are taken for the first one's.
    """
    texts = {one: said for one in languages if (said := _said_in(proposal, one))}
    own = " ".join(proposal.idea.what.split())
    if not proposal.idea.language:
        texts[languages[0]] = own
    elif proposal.idea.language not in languages:
        texts.setdefault(languages[0], own)
    ordered = tuple((one, texts[one]) for one in languages if texts.get(one))
    return ForumOption(proposal.id, number, ordered)


def untranslated(option: ForumOption, languages: Iterable[str]) -> tuple[str, ...]:
    """Return the languages in which a ballot would say nothing of an option."""
    return tuple(one for one in languages if not option.text(one))


def proposals_among(proposals: Iterable[Proposal], abouts: Collection[RecordId]) -> dict[RecordId, Proposal]:
    """Return the proposal that each of these lines belongs to now; none for a line that is gone."""
    return {one: proposal for proposal in proposals for one in abouts if one in proposal.ids}


def chosen_twice(picture: ProgramPicture, abouts: Collection[RecordId]) -> tuple[Proposal, ...]:
    """Return the proposals that stand for two of these lines, because somebody joined them since."""
    home = proposals_among(proposals_of(picture), abouts)
    found = list(home.values())
    return tuple(dict.fromkeys(one for one in found if found.count(one) > 1))


def near_options(
    picture: ProgramPicture, abouts: Collection[RecordId], vocabulary: ThemeVocabulary
) -> tuple[LikeProposals, ...]:
    """Return the pairs among these lines that may mean the same, and about which nobody decided yet."""
    proposals = proposals_of(picture)
    home = proposals_among(proposals, abouts)
    chosen = {one.id for one in home.values()}
    found = like_proposals(proposals, picture.work.likenesses, vocabulary, most=len(proposals) ** 2)
    return tuple(pair for pair in found if {pair.one.id, pair.other.id} <= chosen)


def _said_in(proposal: Proposal, language: str) -> str:
    ideas = (proposal.idea, *(one.idea for one in proposal.sources))
    return next((" ".join(one.what.split()) for one in ideas if one.language == language), "")
