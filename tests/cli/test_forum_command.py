"""A vote on the command line, from the codes of proposals to the result; what cannot be is told."""

from __future__ import annotations

import json

import pytest

from dialogue_desk.cli import CANNOT_BE, DONE
from dialogue_desk.cli.commands import SOME_REFUSED
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import ActionIdea
from tests.command import main
from tests.desk.program.test_proposal_edits import SmallProgram


@pytest.fixture
def codes(tmp_path):
    """The codes of what a small program proposes; its desk is on disk."""
    made = SmallProgram(tmp_path)
    found = {one.idea.what.lower(): line_code(one.id) for one in made.proposals}
    made.desk.file.close()
    return [found[what] for what in ("a bench", "more seats", "a bus")]


@pytest.fixture
def forum(tmp_path, capsys):
    """Run an act of the forum; returns the exit code, what it said and what it complained of."""

    def run(*arguments):
        code = main(["program", "forum", *map(str, arguments), "--desk", str(tmp_path / "desk.db")])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture
def voting(forum, codes):
    forum("set", "--dots", 3, "--most-on-one", 2, "--given-out", 4)
    forum("choose", *codes)
    forum("lock")
    return forum


def ballots(tmp_path, text, name="ballots.csv"):
    file = tmp_path / name
    file.write_text(text)
    return file


def test_a_vote_goes_from_codes_to_a_result(voting, codes, tmp_path):
    pile = ballots(tmp_path, "number,dots\n1,1 1 2\n2,3x2 1\n3,spoiled\n")
    assert voting("type", pile, "--entry", 1)[:2] == (DONE, "3 ballots are kept.\n")
    assert voting("type", pile, "--entry", 2)[0] == DONE
    assert voting("differences") == (DONE, "No two entries differ.\n", "")
    code, told, _ = voting("close")
    assert code == DONE
    assert told.splitlines()[:3] == [
        "1   1  3 dots  A bench",
        "2   3  2 dots  A bus",
        "3   2  1 dot  More seats",
    ]
    assert "2 ballots are counted." in told and "1 ballot is spoiled" in told
    assert "4 ballots were given out; 1 did not come back." in told
    found = json.loads(voting("result", "--json")[1])
    assert (found["stage"], found["ballots"], found["dots"], found["budget"]) == ("counted", 2, 6, 6)
    assert [(one["number"], one["code"], one["dots"], one["tied"]) for one in found["options"]] == [
        (1, codes[0], 3, False),
        (3, codes[2], 2, False),
        (2, codes[1], 1, False),
    ]


def test_the_result_is_told_only_once_the_count_is_closed(voting, tmp_path):
    voting("type", ballots(tmp_path, "1,1\n"))
    assert voting("result")[0] == CANNOT_BE
    found = json.loads(voting("--json")[1])
    assert found["dots"] is None and {one["dots"] for one in found["options"]} == {None}
    assert "1 ballot is counted" in voting()[1]


def test_entries_that_differ_are_shown_and_left_out(voting, tmp_path):
    voting("type", ballots(tmp_path, "1,1\n2,2\n"), "--entry", 1)
    code, _, complained = voting("type", ballots(tmp_path, "1,1\n2,3 3\n"), "--entry", 2)
    assert code == DONE and "its two entries differ: number 2" in complained
    assert voting("differences")[:2] == (SOME_REFUSED, "Ballot 2, entry 1: 2x1\nBallot 2, entry 2: 3x2\n")
    assert "1 ballot is left out" in voting("close")[1]


def test_what_cannot_be_kept_is_told_with_its_line_and_the_rest_kept(voting, tmp_path):
    pile = ballots(tmp_path, "1,1 1 1\n2,1 2 3 3\n3,9\nx,1\n4,\n5,2 hello\n6,2\n7,0\n")
    code, told, complained = voting("type", pile)
    assert (code, told) == (SOME_REFUSED, "2 ballots are kept.\n")
    lines = complained.splitlines()
    assert "Line 4: “x” is no number of a ballot." in lines
    assert "Line 6: “hello” is no option." in complained and "Line 5: Nothing is typed" in complained
    assert "Ballot 1 has 3 dots on option 1 and may have 2" in complained
    assert "Ballot 2 has 4 dots and may have 3" in complained and "no option 9" in complained


def test_a_ballot_is_written_over_only_when_asked(voting, tmp_path):
    voting("type", ballots(tmp_path, "1,1\n"))
    other = ballots(tmp_path, "1,2\n")
    assert voting("type", other)[0] == SOME_REFUSED
    assert voting("type", other, "--again")[0] == DONE


def test_tally_sheets_stand_for_many_ballots_and_too_many_are_told(voting, tmp_path):
    code, _, complained = voting(
        "type", ballots(tmp_path, "number;ballots;dots\n1;9;1x18 2x9\n"), "--tallies"
    )
    assert code == DONE and "9 ballots are typed, and 4 were given out: 5 too many" in complained


def test_options_that_may_mean_the_same_are_told_first(forum, tmp_path):
    made = SmallProgram(tmp_path)
    for session in list(made.desk.file.records.of_kind("session"))[:2]:
        made.desk.add(session.id, ActionIdea(f"Repair the street lights in the park {session.id[-1]}"))
    codes = [line_code(one.id) for one in made.proposals]
    made.desk.file.close()
    code, _, complained = forum("choose", *codes)
    assert code == CANNOT_BE and "may mean the same" in complained and "Join them" in complained
    code, told, _ = forum("choose", *codes, "--anyway")
    assert code == DONE and len(told.splitlines()) == 1 + len(codes)


def test_what_is_asked_wrongly_changes_nothing(forum, codes, tmp_path):
    assert "No proposal has the code" in forum("choose", "zzz")[2]
    assert "Name the proposals" in forum("choose")[2]
    assert "Choose more first" in forum("lock")[2]
    assert "1 to 100 dots" in forum("set", "--dots", 0)[2]
    assert "Name one list" in forum("type")[2]
    assert "Name one proposal" in forum("team")[2]
    assert "cannot be read" in forum("type", tmp_path / "none.csv")[2]
    assert "Lock the options first" in forum("close")[2]
    assert forum("type", ballots(tmp_path, "1,1\n"))[0] == SOME_REFUSED
    assert json.loads(forum("--json")[1])["options"] == [] and codes


def test_a_lock_can_be_opened_before_a_ballot_is_typed_and_the_count_again(voting, tmp_path):
    assert "options are chosen" in voting("unlock")[1]
    voting("lock")
    voting("type", ballots(tmp_path, "1,1\n"))
    assert "Ballots are typed" in voting("unlock")[2]
    voting("close")
    assert "voting" in voting("open")[1]


def test_a_team_is_kept_field_by_field_and_a_past_date_refused(voting, codes):
    assert voting("team", codes[0], "--name", "Benches", "--convener", "Library")[0] == DONE
    code, told, _ = voting("team", codes[0], "--first-date", "2100-06-30", "--signed-up", 9)
    assert (code, told) == (DONE, f"{codes[0]}  Benches · Library · 2100-06-30\n")
    assert voting("team", codes[0], "--first-date", "2001-01-05")[0] == CANNOT_BE
    assert "may point to a person" in voting("team", codes[1], "--convener", "Maria Lopez")[2]
    (first, _) = sorted(json.loads(voting("--json")[1])["teams"], key=lambda one: one["code"] != codes[0])
    assert (first["signed_up"], first["first_day"]) == (9, "2100-06-30")
