"""``program forum``: chooses what is voted on, types ballots, closes the count, tells what was chosen."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeAlias

from dialogue_desk.cli.commands import DONE, SOME_REFUSED
from dialogue_desk.cli.output import complain, say, say_json
from dialogue_desk.cli.program_command import CannotBe, asked_program, telling
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.report_files import today
from dialogue_desk.desk.program.follow_edits import CannotFollow, next_day_typed
from dialogue_desk.desk.program.forum_edits import (
    CannotVote,
    TypedPile,
    choose_options,
    close_vote,
    forum_of,
    lock,
    open_vote_again,
    read_ballot,
    set_up_forum,
    type_ballots,
    unlock,
    write_team,
)
from dialogue_desk.desk.program.named_people import people_named
from dialogue_desk.desk.program.program_synonyms import words_of_program
from dialogue_desk.domain.model.forum import MOST_VOTERS, ActionTeam, BallotEntry
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code, typed_code
from dialogue_desk.domain.model.organizing import program_fact_id
from dialogue_desk.domain.model.text import plain_letters, safe_in_sentence
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.overview.forum_choice import near_options, option_of, untranslated
from dialogue_desk.domain.overview.forum_result import ForumResult, forum_result, typed_ballots
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.proposals import Proposal, proposals_of
from dialogue_desk.exchange.document_refusals import DocumentRefused
from dialogue_desk.exchange.rows_of_files import rows_of_file
from dialogue_desk.resources import resource
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.forum_text import count_sentences, option_name, tie_sentences
from dialogue_desk.words.languages import join_names, language_name
from dialogue_desk.words.names import name_of

_HEADS = ("number", "numero", "ballot", "boleta")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of the forum of one program."""

    desk: Desk
    program: RecordId
    options: argparse.Namespace
    words: Words

    @property
    def picture(self) -> ProgramPicture:
        """The program as it is now."""
        folders = Folders(self.desk, GuideShelf(resource("guides"), self.words))
        return folders.picture(self.program)

    @property
    def result(self) -> ForumResult:
        """What the forum chose, as far as that is known."""
        return forum_result(self.picture.work)


Run: TypeAlias = Callable[[_Asked], int]


@telling
def run_forum(options: argparse.Namespace, words: Words) -> int:
    """Do what is asked of the forum, or say why not; then nothing was changed."""
    with asked_program(options, words) as (desk, program):
        try:
            return FORUM_ACTS[options.act](_Asked(desk, program.id, options, words))
        except (CannotVote, CannotFollow) as trouble:
            raise CannotBe(str(trouble)) from trouble


def _show(asked: _Asked) -> int:
    picture, result, words = asked.picture, asked.result, asked.words
    if asked.options.json:
        say_json(_as_json(picture, result))
        return DONE
    say(words.tr("Action forum: {stage}", stage=name_of(result.stage, words)))
    for one in picture.work.options:
        text = one.body.text(words.language) or next((text for _, text in one.body.texts), "")
        say(f"{one.body.number}  {line_code(one.body.about)}  {text}")
    for sentence in count_sentences(result, words) if result.typed else ():
        say(sentence)
    return DONE


def _set(asked: _Asked) -> int:
    options, known = asked.options, forum_of(asked.desk, asked.program)
    given = {"dots_each": options.dots, "most_on_one": options.most, "ballots": options.given_out}
    changed = {name: value for name, value in given.items() if value is not None}
    try:
        forum = replace(known, **changed)
    except ValueError as error:
        sentence = asked.words.tr(
            "A ballot has 1 to 100 dots, and no more of them go to one option. Up to {most} ballots are "
            "given out. Nothing was changed.",
            most=MOST_VOTERS,
        )
        raise CannotBe(sentence) from error
    set_up_forum(asked.desk, asked.program, forum, asked.words)
    return _show(asked)


def _choose(asked: _Asked) -> int:
    picture, words = asked.picture, asked.words
    chosen = list(_proposals(asked, picture))
    if not chosen:
        raise CannotBe(words.tr("Name the proposals by their codes."))
    if not asked.options.anyway:
        _refuse_alike(picture, [one.id for one in chosen], words)
    languages = picture.program.languages if picture.program else (words.language,)
    options = [option_of(one, 1 + place % 20, languages) for place, one in enumerate(chosen)]
    choose_options(asked.desk, asked.program, options, words)
    for one in options:
        if missing := untranslated(one, languages):
            complain(
                words.tr(
                    "{code} has no words in {languages} yet.",
                    code=line_code(one.about),
                    languages=join_names([language_name(code, words) for code in missing], words),
                )
            )
    return _show(asked)


def _proposals(asked: _Asked, picture: ProgramPicture) -> Iterator[Proposal]:
    known = {line_code(one): proposal for proposal in proposals_of(picture) for one in proposal.ids}
    for typed in asked.options.of:
        yield known[_known_code(typed, known, asked.words)]


def _known_code(typed: str, known: Mapping[str, object], words: Words) -> str:
    code = typed_code(typed)
    if not code or code not in known:
        raise CannotBe(
            words.tr("No proposal has the code {code}. Nothing was changed.", code=safe_in_sentence(typed))
        )
    return code


def _refuse_alike(picture: ProgramPicture, abouts: list[RecordId], words: Words) -> None:
    pairs = near_options(picture, abouts, ThemeVocabulary(words_of_program(picture.work)))
    if not pairs:
        return
    for pair in pairs:
        complain(
            words.tr(
                "{one} and {other} may mean the same: “{first}”, “{second}”",
                one=line_code(pair.one.id),
                other=line_code(pair.other.id),
                first=pair.one.idea.what,
                second=pair.other.idea.what,
            )
        )
    raise CannotBe(
        words.tr(
            "People would split their dots between them. Join them in the program first, or add --anyway. "
            "Nothing was changed."
        )
    )


def _lock(asked: _Asked) -> int:
    lock(asked.desk, asked.program, asked.words)
    return _show(asked)


def _unlock(asked: _Asked) -> int:
    unlock(asked.desk, asked.program, asked.words)
    return _show(asked)


def _type(asked: _Asked) -> int:
    """Keep a list of ballots: the number of each, how many it stands for on tally sheets, and its dots."""
    words, options = asked.words, asked.options
    if len(options.of) != 1:
        raise CannotBe(words.tr("Name one list of ballots, as CSV or XLSX."))
    pile, refused = _pile(asked)
    typed = type_ballots(asked.desk, asked.program, pile, words, again=options.again)
    whole = TypedPile(typed.kept, (*refused, *typed.refused))
    say(words.ntr("{count} ballot is kept.", "{count} ballots are kept.", whole.kept))
    for sentence in whole.refused:
        complain(sentence)
    _complain_of_count(asked)
    return SOME_REFUSED if whole.refused else DONE


def _pile(asked: _Asked) -> tuple[list[BallotEntry], list[str]]:
    words, file = asked.words, Path(asked.options.of[0])
    try:
        rows = rows_of_file(file).rows
    except (OSError, DocumentRefused) as error:
        sentence = words.tr(
            "The list “{file}” cannot be read. Save it as CSV or XLSX, with a line for each ballot.",
            file=file,
        )
        raise CannotBe(sentence) from error
    pile, refused = [], []
    for place, row in enumerate(rows, 1):
        if place == 1 and plain_letters(row[0]) in _HEADS:
            continue
        try:
            pile.append(_entry(row, asked))
        except CannotVote as trouble:
            refused.append(words.tr("Line {number}: {sentence}", number=place, sentence=str(trouble)))
    return pile, refused


def _entry(row: tuple[str, ...], asked: _Asked) -> BallotEntry:
    """Return the ballot of a row.

    Raises:
        CannotVote: when it is none.
    """
    words, tallies = asked.words, asked.options.tallies
    number, *rest = row
    ballots = rest.pop(0) if tallies and rest else "1"
    for typed in (number, ballots):
        if not (typed.isascii() and typed.isdigit() and 1 <= int(typed[:6]) <= MOST_VOTERS):
            raise CannotVote(words.tr("“{typed}” is no number of a ballot.", typed=typed[:40]))
    spoiled = any(plain_letters(cell) in _spoiled_words() for cell in rest)
    dots = () if spoiled else read_ballot(" ".join(rest), words)
    return BallotEntry(asked.options.entry, int(number), dots, int(ballots), spoiled)


@cache
def _spoiled_words() -> frozenset[str]:
    return frozenset(plain_letters(Words(code).tr("spoiled")) for code in LANGUAGES)


def _differences(asked: _Asked) -> int:
    words = asked.words
    differing = [one for one in typed_ballots(asked.picture.work) if one.differs]
    for one in differing:
        for body in one.versions:
            dots = " ".join(f"{option}x{dots}" for option, dots in body.dots) or "0"
            told = words.tr("spoiled") if body.spoiled else dots
            say(
                words.tr(
                    "Ballot {number}, entry {entry}: {dots}",
                    number=one.number,
                    entry=body.entry,
                    dots=told,
                )
            )
    if not differing:
        say(words.tr("No two entries differ."))
    return SOME_REFUSED if differing else DONE


def _close(asked: _Asked) -> int:
    close_vote(asked.desk, asked.program, asked.words)
    return _tell_result(asked)


def _open(asked: _Asked) -> int:
    open_vote_again(asked.desk, asked.program)
    return _show(asked)


def _tell_result(asked: _Asked) -> int:
    words, result = asked.words, asked.result
    if asked.options.json:
        say_json(_as_json(asked.picture, result))
        return DONE
    if not result.out:
        raise CannotBe(words.tr("The result is not out yet: the count is not closed."))
    for one in result.options:
        said = words.ntr("{count} dot", "{count} dots", one.dots)
        say(f"{one.place}{'=' if one.tied else ' '}  {one.number}  {said}  {option_name(one, words)}")
    for sentence in (*tie_sentences(result, words), *count_sentences(result, words)):
        say(sentence)
    return DONE


def _complain_of_count(asked: _Asked) -> None:
    result, words = asked.result, asked.words
    if result.too_many or result.left_out:
        for sentence in count_sentences(result, words):
            complain(sentence)


def _team(asked: _Asked) -> int:
    """Keep the action team of a proposal: what is given is written over, the rest stays."""
    words, options, picture = asked.words, asked.options, asked.picture
    if len(options.of) != 1:
        raise CannotBe(words.tr("Name one proposal by its code."))
    (proposal,) = _proposals(asked, picture)
    about = next((one for one in picture.work.teams if one in proposal.ids), None)
    about = about or next((o.body.about for o in picture.work.options if o.body.about in proposal.ids), None)
    team = _as_given(_known_team(asked, about or proposal.id), options)
    if options.first_date is not None:
        day = next_day_typed(options.first_date, words, today(asked.desk))
        team = replace(team, first_day=day)
    write_team(asked.desk, asked.program, team, words)
    _warn_of_people(team, words)
    told = (team.name, team.convener, team.facilitator, team.first_day, team.place)
    say(f"{line_code(team.about)}  {' · '.join(part for part in told if part)}")
    return DONE


def _known_team(asked: _Asked, about: RecordId) -> ActionTeam:
    record = asked.desk.get(program_fact_id(asked.program, ActionTeam(about)))
    known = record.body if record is not None else None
    return known if isinstance(known, ActionTeam) else ActionTeam(about)


def _as_given(team: ActionTeam, options: argparse.Namespace) -> ActionTeam:
    """Return a team with what was given; "" empties a field, and what was not given stays."""

    def said(given: str | None, before: str) -> str:
        return before if given is None else " ".join(given.split())

    return replace(
        team,
        name=said(options.name, team.name),
        convener=said(options.convener, team.convener),
        facilitator=said(options.facilitator, team.facilitator),
        support=said(options.support, team.support),
        place=said(options.place, team.place),
        signed_up=team.signed_up if options.signed_up is None else options.signed_up,
    )


def _warn_of_people(team: ActionTeam, words: Words) -> None:
    if named := people_named("\n".join((team.convener, team.facilitator, team.support))):
        complain(
            words.tr(
                "{names} may point to a person, and everyone reads this. Write an office or a group.",
                names=join_names([f"“{safe_in_sentence(one)}”" for one in named], words),
            )
        )


def _as_json(picture: ProgramPicture, result: ForumResult) -> dict[str, object]:
    counted = {one.number: one for one in result.options}
    known = {one.body.number: one.body for one in reversed(picture.work.options)}
    return {
        "stage": result.stage.value,
        "ballots": result.ballots,
        "spoiled": result.spoiled,
        "left_out": result.left_out,
        "differing": list(result.differing),
        "typed_once": result.once,
        "given_out": result.given_out,
        "too_many": result.too_many,
        "budget": result.budget,
        "dots": result.dots if result.out else None,
        "options": [
            {
                "number": number,
                "code": line_code(known[number].about) if number in known else "",
                "texts": dict(known[number].texts) if number in known else {},
                "erased": number not in known,
                "dots": counted[number].dots if number in counted else None,
                "place": counted[number].place if number in counted else None,
                "tied": counted[number].tied if number in counted else None,
            }
            for number in (counted or known)
        ],
        "teams": [_team_json(one.body) for one in picture.work.teams.values()],
    }


def _team_json(team: ActionTeam) -> dict[str, object]:
    return {
        "code": line_code(team.about),
        "name": team.name,
        "convener": team.convener,
        "facilitator": team.facilitator,
        "support": team.support,
        "signed_up": team.signed_up,
        "first_day": team.first_day,
        "place": team.place,
    }


FORUM_ACTS: Mapping[str, Run] = {
    "show": _show,
    "set": _set,
    "choose": _choose,
    "lock": _lock,
    "unlock": _unlock,
    "type": _type,
    "differences": _differences,
    "close": _close,
    "open": _open,
    "result": _tell_result,
    "team": _team,
}
"""What can be done with a forum, in the order in which it is done."""
