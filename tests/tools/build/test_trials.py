"""Trials of a build: each tells what it tried and what it saw, and finds what is wrong with a build."""

from __future__ import annotations

import pytest

from tests.tools.build.test___main__ import made
from tools.build import trials_of_content
from tools.build.trials import TRIALS, main, sentence_of, tried, try_all
from tools.build.tried_app import CannotBeTried, NotSo, TriedApp, see_equal

__all__ = ["made"]


def it_has_a_bell(app: TriedApp) -> str:
    if not (app.folder / "bell").exists():
        raise NotSo("there is none")
    return "one bell"


def it_flies(app: TriedApp) -> str:
    raise CannotBeTried("there is no wind")


def test_a_trial_is_told_by_its_name_and_what_it_saw(tmp_path):
    (tmp_path / "bell").touch()
    assert str(tried(it_has_a_bell, tmp_path)) == "   passed: it has a bell (one bell)"


def test_a_trial_that_fails_says_why_and_those_after_it_are_done_too(tmp_path, capsys):
    assert not try_all(tmp_path, (it_has_a_bell, it_flies))
    assert capsys.readouterr().out.splitlines() == [
        "   FAILED: it has a bell (there is none)",
        "not tried: it flies (there is no wind)",
        "2 trials: 0 passed, 1 FAILED, 1 not tried",
    ]


def test_what_cannot_be_tried_here_is_no_failure(tmp_path):
    assert try_all(tmp_path, (it_flies,))


def test_what_a_trial_writes_is_gone_after_it(tmp_path):
    seen = []

    def it_writes(app: TriedApp) -> str:
        (app.work / "paper").touch()
        seen.append(app.work)
        return ""

    tried(it_writes, tmp_path)
    assert not seen[0].exists()


def test_a_program_that_is_not_there_fails_a_trial_and_does_not_end_all(tmp_path):
    assert tried(trials_of_content.it_speaks_both_languages, tmp_path).verdict == "FAILED"


def test_each_trial_has_a_name_of_its_own_that_is_a_sentence():
    names = [sentence_of(trial) for trial in TRIALS]
    assert len(set(names)) == len(names) == 20 and all(len(name.split()) > 3 for name in names)


def test_folders_are_compared_by_name_and_by_byte(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        (folder / "below").mkdir(parents=True)
        (folder / "below" / "note.txt").write_text("the bus")
    assert see_equal(one, other) == "1 files"
    (other / "below" / "note.txt").write_text("the tram")
    (other / "more.parquet").touch()
    with pytest.raises(NotSo, match=r"2 of 1 files differ: below/note.txt, more.parquet"):
        see_equal(one, other)
    with pytest.raises(NotSo, match=r"1 of 1 files differ: below/note.txt"):
        see_equal(one, other, but=frozenset({".parquet"}))


def test_two_empty_folders_are_not_taken_for_equal(tmp_path):
    with pytest.raises(NotSo):
        see_equal(tmp_path, tmp_path)


def test_a_build_without_all_resources_is_found_out(tmp_path):
    outcome = tried(trials_of_content.its_resources_are_those_of_the_source, tmp_path)
    assert outcome.verdict == "FAILED" and "are missing or differ" in outcome.told


@pytest.mark.build
def test_a_build_passes_all_trials(made, capsys):
    assert main([str(made)]) == 0, capsys.readouterr().out
