"""A forum in words: how far it is, what a ballot says, why one is spoiled, and how an option did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dialogue_desk.desk.program.forum_edits import CannotVote, read_ballot
from dialogue_desk.domain.model.forum import BallotEntry, Forum, ForumOption, ForumStage
from dialogue_desk.domain.overview.forum_choice import untranslated
from dialogue_desk.domain.overview.forum_result import OptionResult, over_budget, overfull
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.reports.phrases import join_with_dots, shortened
from dialogue_desk.ui.forum.ballot_pile import BallotPile
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names, language_name

LONGEST_OPTION = 90


def stage_text(stage: ForumStage, words: Words) -> str:
    """Return how far the vote is, and what that means."""
    match stage:
        case ForumStage.CHOOSING:
            return words.tr("Now: options are chosen.")
        case ForumStage.VOTING:
            return words.tr("Now: people vote, and the options are locked.")
        case ForumStage.COUNTED:
            return words.tr("Now: the count is closed, and the result is out.")


def option_text(option: ForumOption | None, number: int, words: Words, most: int = LONGEST_OPTION) -> str:
    """Return what the ballot says of an option, in the language of the app or else in its first."""
    if option is None:
        return words.tr("Option {number}, erased", number=number)
    said = option.said_in(words.language)
    return shortened(said, most) if said else words.tr("Option {number}", number=number)


def missing_text(option: ForumOption, languages: Sequence[str], words: Words) -> str:
    """Return in which languages the ballot has no words for an option; "" where it has all."""
    missing = [language_name(one, words) for one in untranslated(option, languages)]
    if not missing:
        return ""
    return words.tr("Not yet in {languages}", languages=join_names(missing, words))


def count_text(work: ProgramWork, words: Words) -> str:
    """Return how many ballots are typed: of those given out, and by the second person."""
    first, second = BallotPile.of(work, 1).ballots, BallotPile.of(work, 2).ballots
    given = work.forum.ballots if work.forum is not None else 0
    if given:
        typed = words.tr(
            "Typed {count} of {given} given out, second entry {second}",
            count=first,
            given=given,
            second=second,
        )
        more = max(first, second) - given
        told = words.ntr("{count} more than was given out", "{count} more than were given out", more)
        return join_with_dots((typed, told if more > 0 else ""))
    return words.tr("Typed {count}, second entry {second}", count=first, second=second)


def dots_of(dots: Iterable[tuple[int, int]]) -> str:
    """Return dots as they are typed: "3x2 7"."""
    return " ".join(f"{number}x{given}" if given > 1 else str(number) for number, given in dots if given)


def line_of(entry: BallotEntry) -> str:
    """Return a ballot as it is typed: "0" where it has no dots."""
    return dots_of(entry.dots) or ("" if entry.spoiled else "0")


def entry_text(entry: BallotEntry, forum: Forum, words: Words) -> str:
    """Return what an entry says."""
    said = dots_of(entry.dots) or words.tr("no dots")
    if entry.ballots > 1:
        said = words.ntr(
            "{count} ballot on a tally sheet: {dots}",
            "{count} ballots on a tally sheet: {dots}",
            entry.ballots,
            dots=said,
        )
    return f"{said} · {spoiled_text(entry, forum, words)}" if entry.spoiled else said


def spoiled_text(entry: BallotEntry, forum: Forum, words: Words) -> str:
    """Return why a ballot counts for nothing."""
    if over_budget(entry, forum):
        most = forum.dots_each * entry.ballots
        return words.tr("spoiled: {dots} dots, and {most} are allowed", dots=entry.given, most=most)
    for option, dots in overfull(entry, forum):
        return words.tr("spoiled: {dots} dots on option {option}", dots=dots, option=option)
    return words.tr("spoiled: nobody can read it")


def echo_text(typed: str, options: Mapping[int, ForumOption], forum: Forum, words: Words) -> str:
    """Return what a line that is being typed says so far, in the words of the ballot; "" for no ballot."""
    if not typed.strip() or typed.lstrip().startswith("#"):
        return ""
    try:
        dots = read_ballot(typed, words)
    except CannotVote:
        return ""
    said = "; ".join(_echoes(dots, options, words))
    given = sum(count for _, count in dots)
    total = words.ntr("{given} of {count} dot", "{given} of {count} dots", forum.dots_each, given=given)
    return f"{total}: {said}" if said else total


def _echoes(
    dots: Iterable[tuple[int, int]], options: Mapping[int, ForumOption], words: Words
) -> Iterator[str]:
    for number, count in dots:
        text = option_text(options.get(number), number, words, 40) if number in options else str(number)
        yield f"{text} ×{count}" if count > 1 else text


def numbered_texts(one: OptionResult, languages: Sequence[str]) -> tuple[str, ...]:
    """Return an option with the number under which people chose it, in each language that has its own words.

    Its place is a number too: "1" beside the option 2 of the ballot would be read as the option 1.
    """
    said: dict[str, str] = {}
    for words in map(Words, languages):
        number = words.tr("Option {number}", number=one.number)
        text = option_text(one.option, one.number, words)
        bare = one.option is None or text == number
        whole = text if bare else join_with_dots((number, text))
        tied = one.tied and one.dots
        said.setdefault(text, words.tr("{option} (tie)", option=whole) if tied else whole)
    return tuple(said.values())


def place_words(one: OptionResult, words: Words) -> str:
    """Return the place of an option as a word, and that others share it."""
    if one.tied:
        return words.tr("Place {place}, shared", place=one.place)
    return words.tr("Place {place}", place=one.place)


def result_detail(one: OptionResult, words: Words) -> str:
    """Return the number an option has on the ballot, its dots, on how many, and that others have as many."""
    said = [] if one.option is None else [words.tr("Option {number}", number=one.number)]
    said.append(words.ntr("{count} dot", "{count} dots", one.dots))
    if one.ballots is not None:
        said.append(words.ntr("on {count} ballot", "on {count} ballots", one.ballots))
    if one.tied:
        said.append(words.tr("the same place as another option with as many dots"))
    return " · ".join(said)
