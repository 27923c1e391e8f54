"""The tables of an action forum: how it votes, its options, the ballots, and the action teams.

What people gave their dots to is told once the count is closed, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.overview.forum_result import ForumResult, forum_result
from dialogue_desk.domain.overview.program_work import work_of
from dialogue_desk.domain.overview.session_folder import Stored, stored
from dialogue_desk.exchange.table_cells import Rows, RowsOf, TableSource, several, yes


def _results(source: TableSource) -> dict[RecordId, ForumResult]:
    """Return the result of each program that has a forum."""
    owners = {one.owner for one in stored(source.records, Forum)}
    return {
        owner: forum_result(work_of(one for one in source.records if one.owner == owner)) for owner in owners
    }


def _forums(source: TableSource) -> Rows:
    results = _results(source)
    for forum in stored(source.records, Forum):
        body, result = forum.body, results[forum.owner]
        yield (
            forum.id,
            *_whose(source, forum.owner),
            body.stage.value,
            body.dots_each,
            body.most_on_one or None,
            body.ballots or None,
            *(result.ballots, result.spoiled, result.left_out, result.once),
            yes(forum.in_conflict),
        )


def _options(source: TableSource) -> Rows:
    counted = {
        (owner, one.option.about): one
        for owner, result in _results(source).items()
        for one in result.options
        if one.option is not None
    }
    for option in _in_order(source):
        body = option.body
        found = counted.get((option.owner, body.about))
        yield (
            option.id,
            *_whose(source, option.owner),
            *(body.about, line_code(body.about), body.number),
            several([f"{language}: {text}" for language, text in body.texts]),
            found.dots if found else None,
            found.place if found else None,
            yes(found.tied) if found else "",
            yes(option.in_conflict),
        )


def _in_order(source: TableSource) -> Iterator[Stored[ForumOption]]:
    options = stored(source.records, ForumOption)
    yield from sorted(options, key=lambda one: (one.owner, one.body.number, one.id))


def _ballots(source: TableSource) -> Rows:
    out = {owner for owner, result in _results(source).items() if result.out}
    ballots = [one for one in stored(source.records, BallotEntry) if one.owner in out]
    for ballot in sorted(ballots, key=lambda one: (one.owner, one.body.number, one.body.entry)):
        body = ballot.body
        yield (
            ballot.id,
            *_whose(source, ballot.owner),
            *(body.number, body.entry, body.ballots),
            yes(body.spoiled),
            body.given,
            several([f"{option}: {dots}" for option, dots in body.dots if dots]),
            yes(ballot.in_conflict),
        )


def _teams(source: TableSource) -> Rows:
    for team in stored(source.records, ActionTeam):
        body = team.body
        yield (
            team.id,
            *_whose(source, team.owner),
            *(body.about, line_code(body.about)),
            *(body.name, body.convener, body.facilitator, body.support),
            body.signed_up or None,
            *(body.first_day, body.place),
            yes(team.in_conflict),
        )


def _whose(source: TableSource, program_id: RecordId) -> tuple[str, str]:
    return program_id, source.program_name(program_id)


OF_FORUMS: tuple[RowsOf, ...] = (
    (
        "forums",
        "forum_id program_id program stage dots_each most_on_one ballots_given_out ballots_counted"
        " ballots_spoiled ballots_left_out ballots_typed_once clash",
        _forums,
    ),
    (
        "forum_options",
        "forum_option_id program_id program about_id line_code ballot_option ballot_words dots place tied"
        " clash",
        _options,
    ),
    (
        "ballots",
        "ballot_id program_id program ballot entry ballots spoiled dots_given dots_by_option clash",
        _ballots,
    ),
    (
        "action_teams",
        "team_id program_id program about_id line_code name convener facilitator support signed_up first_day"
        " place clash",
        _teams,
    ),
)
