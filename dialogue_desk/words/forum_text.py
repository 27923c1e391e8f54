"""An action forum in words: how an option did, which ballots count, and what a reader has to know of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_desk.domain.model.forum import Forum
from dialogue_desk.domain.overview.forum_result import ForumResult, OptionResult
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names

_MOST_NAMED = 12


def option_name(one: OptionResult, words: Words) -> str:
    """Return what the ballot said of an option, or that its line was erased since."""
    if one.option is None:
        return words.tr("Option {number}, erased", number=one.number)
    return one.text(words.language) or words.tr("Option {number}", number=one.number)


def dots_rule(forum: Forum, words: Words) -> str:
    """Return how many dots a person gives, and how many of them on one option."""
    said = words.ntr("Each ballot has {count} dot.", "Each ballot has {count} dots.", forum.dots_each)
    if 0 < forum.most_on_one < forum.dots_each:
        most = words.ntr(
            "At most {count} dot goes to one option.",
            "At most {count} dots go to one option.",
            forum.most_on_one,
        )
        return f"{said} {most}"
    return said


def first_place_text(result: ForumResult, words: Words) -> str:
    """Return which option got the most dots, or which share the first place; "" where there are no dots."""
    first = [one for one in result.options if one.place == 1 and one.dots]
    if not first:
        return ""
    if len(first) == 1:
        return words.ntr(
            "“{option}” got the most dots: {count}",
            "“{option}” got the most dots: {count}",
            first[0].dots,
            option=option_name(first[0], words),
        )
    return words.ntr(
        "{options} options got the most dots: {count} each",
        "{options} options got the most dots: {count} each",
        first[0].dots,
        options=len(first),
    )


def tie_sentences(result: ForumResult, words: Words) -> Iterator[str]:
    """Yield which options share a place, the first place first; those without dots are said once."""
    places: dict[int, list[OptionResult]] = {}
    for one in result.options:
        places.setdefault(one.place, []).append(one)
    for place, tied in places.items():
        numbers = _numbers([one.number for one in tied], words)
        if not tied[0].dots:
            yield words.ntr(
                "Option {numbers} got no dot.", "Options {numbers} got no dot.", len(tied), numbers=numbers
            )
        elif len(tied) > 1:
            yield words.tr(
                "Options {numbers} have as many dots and share place {place}.", numbers=numbers, place=place
            )


def count_sentences(result: ForumResult, words: Words) -> Iterator[str]:
    """Yield how many ballots count, and all that do not, or are not what they should be."""
    yield words.ntr("{count} ballot is counted.", "{count} ballots are counted.", result.ballots)
    if result.spoiled:
        yield words.ntr(
            "{count} ballot is spoiled and counts for nothing.",
            "{count} ballots are spoiled and count for nothing.",
            result.spoiled,
        )
    if result.left_out:
        yield words.ntr(
            "{count} ballot is left out, because its two entries differ: number {numbers}.",
            "{count} ballots are left out, because their two entries differ: number {numbers}.",
            result.left_out,
            numbers=_numbers(result.differing, words),
        )
    if result.once:
        yield words.ntr(
            "{count} ballot was typed by one person alone.",
            "{count} ballots were typed by one person alone.",
            result.once,
        )
    if result.too_many:
        yield words.tr(
            "{typed} ballots are typed, and {given} were given out: {more} too many. All are kept.",
            typed=result.typed,
            given=result.given_out,
            more=result.too_many,
        )
    if result.not_back:
        yield words.tr(
            "{given} ballots were given out; {count} did not come back.",
            given=result.given_out,
            count=result.not_back,
        )
    yield from _unsettled(result, words)


def _unsettled(result: ForumResult, words: Words) -> Iterator[str]:
    if result.doubled:
        numbers = _numbers(result.doubled, words)
        yield words.tr("Number {numbers} stands for two options.", numbers=numbers)
    if result.unsettled:
        yield words.tr("Two organizers said different things of this vote. Choose which one holds.")


def how_counted(forum: Forum, words: Words) -> str:
    """Return how the ballots were counted, for whoever reads the result."""
    said = (
        dots_rule(forum, words),
        words.tr("The options were locked before people voted."),
        words.tr("Two people typed the ballots, each alone, and where they differed somebody looked again."),
        words.tr("Nobody saw the result before the count was closed."),
        words.tr("Options with as many dots share a place."),
    )
    return " ".join(said)


def _numbers(numbers: Sequence[int], words: Words) -> str:
    named = [str(number) for number in numbers[:_MOST_NAMED]]
    if len(numbers) > _MOST_NAMED:
        rest = len(numbers) - _MOST_NAMED
        named.append(words.ntr("{count} more", "{count} more", rest))
    return join_names(named, words)
