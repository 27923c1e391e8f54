"""The sentences that tell who supports a proposal, who must act, and why two may be one."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.like_proposals import LikeProposals
from dialogue_desk.domain.overview.open_questions import OpenQuestion
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.domain.overview.support import CircleDots, Support
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.ui.widgets.note_list import NoteRow
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.names import name_of

_MOST_SHARED = 4
_LONGEST_NAME = 80


def who_text(proposal: Proposal, words: Words) -> str:
    """Return who must act: an organizer's word for it, a circle's in quotes, or that nobody is named."""
    if proposal.actor:
        return shortened(proposal.actor, _LONGEST_NAME)
    return (
        f"“{shortened(proposal.named, _LONGEST_NAME)}”" if proposal.named else words.tr("Nobody is named yet")
    )


def circles_text(count: int, words: Words) -> str:
    """Return "7 circles"."""
    return words.ntr("{count} circle", "{count} circles", count)


def shown_text(shown: int, all_of_them: int, words: Words) -> str:
    """Return "12 of 412 proposals", or "412 proposals" where all are shown."""
    if shown == all_of_them:
        return words.ntr("{count} proposal", "{count} proposals", all_of_them)
    return words.ntr("{shown} of {count} proposal", "{shown} of {count} proposals", all_of_them, shown=shown)


def proposal_row(proposal: Proposal, above: str, flag: str, words: Words, *, who: bool = True) -> NoteRow:
    """Return a proposal as the list shows it; ``who`` is left out where the heading says it."""
    members = (name_of(one, words) for one in (proposal.when, proposal.level) if one is not None)
    first = (who_text(proposal, words),) if who else ()
    return NoteRow(
        proposal.id,
        " · ".join((*first, *members)),
        proposal.idea.what,
        circles_text(proposal.circles, words),
        proposal.themes,
        flag,
        above,
    )


def question_row(question: OpenQuestion, above: str, words: Words) -> NoteRow:
    """Return an open question as the list shows it."""
    themes = tuple(dict.fromkeys(theme for line in question.lines for theme in line.themes))
    return NoteRow(question.id, circles_text(question.circles, words), question.text, "", themes, "", above)


def proposed_by(support: Support, words: Words) -> str:
    """Return "Proposed by 3 circles: C01, C04 and C07."."""
    return words.tr(
        "Proposed by {circles}: {codes}.",
        circles=circles_text(len(support.circles), words),
        codes=join_names(list(support.circles), words),
    )


def asked_by(question: OpenQuestion, words: Words) -> str:
    """Return "Asked by 2 circles: C01 and C04."."""
    codes = sorted({line.circle_id: line.circle for line in question.lines}.values(), key=look_up_order)
    circles = circles_text(question.circles, words)
    return words.tr("Asked by {circles}: {codes}.", circles=circles, codes=join_names(codes, words))


def dots_text(support: Support, words: Words) -> tuple[str, ...]:
    """Return the dots of each vote with what there was to give, and a sum only where ballots are alike."""
    said = [_dots_text(one, words) for one in support.dots]
    if (together := support.together) is not None:
        said.append(
            words.ntr(
                "{dots} of {budget} dots in {circles}, where each person had {count} dot.",
                "{dots} of {budget} dots in {circles}, where each person had {count} dots.",
                together.each,
                dots=together.dots,
                budget=together.budget,
                circles=circles_text(together.circles, words),
            )
        )
    elif len({one.circle for one in support.dots}) > 1:
        said.append(words.tr("These circles voted in different ways, so their dots are not added up."))
    return tuple(said)


def _dots_text(dots: CircleDots, words: Words) -> str:
    if dots.vote is None:
        return words.ntr("{count} dot in {circle}", "{count} dots in {circle}", dots.dots, circle=dots.circle)
    return words.tr(
        "{dots} of {budget} dots in {circle}", dots=dots.dots, budget=dots.vote.budget, circle=dots.circle
    )


def shared_text(like: LikeProposals, words: Words) -> str:
    """Return why two proposals may be one: "Both speak of lights, park and alumbrado / lamps"."""
    said = [
        mine if mine.casefold() == theirs.casefold() else f"{mine} / {theirs}" for mine, theirs in like.shared
    ]
    return words.tr("Both speak of: {words}", words=", ".join(said[:_MOST_SHARED]))


def names_in(typed: str) -> tuple[str, ...]:
    """Return the names that are typed with commas between them, each once."""
    return tuple(dict.fromkeys(name for one in typed.split(",") if (name := " ".join(one.split()))))


def joined(names: Iterable[str]) -> str:
    """Return names as they are typed: with commas between them."""
    return ", ".join(names)
