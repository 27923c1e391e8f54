"""Proposals to a Decidim site and back, and statements for Polis, on the command line."""

from __future__ import annotations

import csv

import pytest

from dialogue_desk.cli import CANNOT_BE, DONE
from dialogue_desk.cli.commands import SOME_REFUSED
from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.model.answers import Reply
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.report_plan import report_plan
from tests.command import main
from tests.desk.evening import a_desk, a_shelf
from tests.desk.program.decidim_program import BENCH, LAMPS, SPANISH, DecidimProgram


@pytest.fixture
def codes(tmp_path):
    """The codes of a program's proposals by their words; its desk is on disk."""
    made = DecidimProgram(tmp_path)
    found = {one.words: one.code for one in made.known.every}
    made.desk.file.close()
    return found


def run(tmp_path, command, *arguments):
    return main(["program", command, *map(str, arguments), "--desk", str(tmp_path / "desk.db")])


def answered(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    folders = Folders(desk, a_shelf(tmp_path))
    (program,) = (one.id for one in folders.programs() if one.id)
    found = {one.words: one.answer for one in follow_up(report_plan(folders.picture(program))).answered}
    desk.file.close()
    return found


def as_the_site_exports(sent, export, states):
    """Write what a site would export of a file that it imported, with states and answers."""
    with sent.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    heads = ("id", *rows[0], "state", "answer/en", "answered_at")
    with export.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, heads, delimiter=";", restval="")
        writer.writeheader()
        for number, row in enumerate(rows, 7):
            state, answer = states.get(row["title/en"] or row["title/es"], ("", ""))
            writer.writerow({"id": number, **row, "state": state, "answer/en": f"<p>{answer}</p>"})


def test_what_is_sent_and_answered_comes_back_under_the_right_codes(tmp_path, codes, capsys):
    sent, export = tmp_path / "sent.csv", tmp_path / "export.csv"
    chosen = [part for words in (LAMPS, BENCH, SPANISH) for part in ("--code", codes[words])]
    assert run(tmp_path, "decidim", "--to", sent, *chosen) == DONE
    assert "3 proposals are in" in capsys.readouterr().out
    states = {LAMPS: ("accepted", "In June"), BENCH: ("rejected", "No room")}
    as_the_site_exports(sent, export, states)
    assert run(tmp_path, "decidim", export, "--dry-run") == DONE
    assert "2 answers would be kept." in capsys.readouterr().out and not answered(tmp_path)
    assert run(tmp_path, "decidim", export) == DONE
    told = capsys.readouterr().out
    assert f"{codes[LAMPS]}  yes · In June" in told and "1 of your proposals has no answer" in told
    found = answered(tmp_path)
    assert {words: one.reply for words, one in found.items()} == {LAMPS: Reply.YES, BENCH: Reply.NO}
    assert run(tmp_path, "decidim", export) == DONE
    assert "2 answers are here already." in capsys.readouterr().out


def test_what_differs_waits_until_it_is_taken(tmp_path, codes, capsys):
    sent, export = tmp_path / "sent.csv", tmp_path / "export.csv"
    run(tmp_path, "decidim", "--to", sent, "--code", codes[LAMPS])
    as_the_site_exports(sent, export, {LAMPS: ("accepted", "")})
    run(tmp_path, "decidim", export)
    as_the_site_exports(sent, export, {LAMPS: ("rejected", "")})
    assert run(tmp_path, "decidim", export) == SOME_REFUSED
    assert f"--take {codes[LAMPS]}" in capsys.readouterr().err
    assert answered(tmp_path)[LAMPS].reply is Reply.YES
    assert run(tmp_path, "decidim", export, "--take", codes[LAMPS].lower()) == DONE
    assert answered(tmp_path)[LAMPS].reply is Reply.NO


def test_a_status_of_the_site_can_be_explained(tmp_path, codes, capsys):
    sent, export = tmp_path / "sent.csv", tmp_path / "export.csv"
    run(tmp_path, "decidim", "--to", sent, "--code", codes[LAMPS])
    as_the_site_exports(sent, export, {LAMPS: ("implemented", "")})
    assert run(tmp_path, "decidim", export) == SOME_REFUSED
    assert "does not know" in capsys.readouterr().err
    assert run(tmp_path, "decidim", export, "--status", "Implemented=already so") == DONE
    assert answered(tmp_path)[LAMPS].reply is Reply.ALREADY_SO
    assert run(tmp_path, "decidim", export, "--status", "implemented") == CANNOT_BE


def test_a_short_title_stays_behind_and_can_be_typed(tmp_path, codes, capsys):
    sent, short = tmp_path / "sent.csv", codes["A bus"]
    assert run(tmp_path, "decidim", "--to", sent, "--code", short) == CANNOT_BE
    assert "shorter than 15 letters" in capsys.readouterr().err and not sent.exists()
    title = f"{short}=a bus to the clinic every hour"
    assert run(tmp_path, "decidim", "--to", sent, "--code", short, "--title", title) == DONE
    assert "A bus to the clinic every hour" in sent.read_text(encoding="utf-8")
    assert run(tmp_path, "decidim", "--to", sent, "--code", short, "--code", codes[LAMPS]) == SOME_REFUSED


def test_without_files_the_titles_are_listed(tmp_path, codes, capsys):
    assert run(tmp_path, "decidim", "--code", codes[LAMPS]) == DONE
    assert capsys.readouterr().out == f"{codes[LAMPS]}/en  {LAMPS}\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["export.csv", "--to", "a.csv"], "Name either"),
        (["--code", "hello"], "is no code"),
        (["--title", "hello"], "is no title"),
        (["--title", "KTR42/fr=Bonjour"], "is no title"),
        (["nowhere.csv"], "cannot be read"),
    ],
)
def test_what_cannot_be_has_its_words(tmp_path, codes, capsys, arguments, sentence):
    assert codes and run(tmp_path, "decidim", *arguments) == CANNOT_BE
    assert sentence in capsys.readouterr().err


def test_another_kind_of_list_is_no_export(tmp_path, codes, capsys):
    file = tmp_path / "answers.csv"
    file.write_text(f"code,answer\n{codes[LAMPS]},yes\n")
    assert run(tmp_path, "decidim", file) == CANNOT_BE
    assert "no list of proposals as Decidim exports it" in capsys.readouterr().err
    assert not answered(tmp_path)


def test_chosen_statements_are_written_for_polis(tmp_path, codes, capsys):
    seed = tmp_path / "seed.csv"
    assert run(tmp_path, "polis") == DONE
    assert f"{codes[LAMPS]}  " in capsys.readouterr().out
    chosen = ("--code", codes[SPANISH], "--code", codes[LAMPS])
    assert run(tmp_path, "polis", *chosen, "--to", seed) == DONE
    assert seed.read_text(encoding="utf-8") == f'comment_text\n"{SPANISH}"\n"{LAMPS}"\n'
    assert run(tmp_path, "polis", *chosen, "--code", "BBB00", "--to", seed) == SOME_REFUSED
    assert "No statement has the code BBB00." in capsys.readouterr().err
    assert run(tmp_path, "polis", "--to", seed) == CANNOT_BE
