"""The questionnaire and sums of slips on the command line."""

from __future__ import annotations

import json

import pytest

from dialogue_desk.cli import CANNOT_BE, DONE
from dialogue_desk.cli.commands import SOME_REFUSED
from dialogue_desk.desk.folders import Folders
from dialogue_desk.words.questionnaire_words import ready_questionnaire
from tests.command import main
from tests.desk.evening import a_desk, a_shelf
from tests.desk.program.test_pooled_edits import ASKED, SlipProgram

TOML = """
[[statement]]
key = "heard"
en = "People listen to me."
es = "Me escuchan."
[[statement]]
en = "I trust you."
[[statement]]
en = "I feel at home."
[open_line]
en = "What else?"
"""


@pytest.fixture
def program(tmp_path):
    """A program on disk with five circles and a questionnaire."""
    made = SlipProgram(tmp_path)
    found = made.id
    made.desk.file.close()
    return found


def run(tmp_path, *arguments):
    return main(["program", *map(str, arguments), "--desk", str(tmp_path / "desk.db")])


def work(tmp_path, program):
    desk = a_desk(tmp_path / "desk.db")
    found = Folders(desk, a_shelf(tmp_path)).picture(program).work
    desk.file.close()
    return found


def test_it_is_shown_in_words_and_as_json(tmp_path, program, capsys):
    assert program and run(tmp_path, "questionnaire") == DONE
    assert "1. I am heard.  [heard]" in capsys.readouterr().out
    assert run(tmp_path, "questionnaire", "--json") == DONE
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert first == {"key": "heard", "en": "I am heard."}


def test_the_ready_made_one_is_written_and_printed(tmp_path, program, capsys):
    to = tmp_path / "slips.html"
    assert run(tmp_path, "questionnaire", "--ready", "--to", to) == DONE
    assert work(tmp_path, program).questionnaire == ready_questionnaire()
    page = to.read_text(encoding="utf-8")
    assert ready_questionnaire().statements[0].text("en") in page and 'lang="es"' in page
    assert f"The questionnaire is in {to}." in capsys.readouterr().out


def test_one_from_toml_keeps_the_keys_of_statements_that_are_the_same(tmp_path, program):
    file = tmp_path / "ours.toml"
    file.write_text(TOML, encoding="utf-8")
    assert run(tmp_path, "questionnaire", file) == DONE
    asked = work(tmp_path, program).questionnaire
    assert [one.key for one in asked.statements[:2]] == ["heard", "trust"]
    assert asked.statements[2].key.startswith("own-")
    assert dict(asked.open_line) == {"en": "What else?"}


def test_one_from_a_list_has_a_column_for_each_language(tmp_path, program):
    file = tmp_path / "ours.csv"
    file.write_text("key,en,es\nheard,I am heard.,Me escuchan.\n,One.,Uno.\n,Two.,Dos.\nopen,Else?,¿Más?\n")
    assert run(tmp_path, "questionnaire", file) == DONE
    asked = work(tmp_path, program).questionnaire
    assert asked.statements[0].text("es") == "Me escuchan." and dict(asked.open_line)["es"] == "¿Más?"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.toml", "statement = 5", "is no questionnaire"),
        ("a.toml", "[[statement]]\nen = 5", "is no questionnaire"),
        ("a.toml", "[[statement]", "is no questionnaire"),
        ("a.toml", "[[statement]]\nen = 'one'", "3 to 8 statements"),
        ("a.csv", "en\n", "is no questionnaire"),
        ("a.csv", "key,en\nheard,\nx,y\n", "Line 2 says nothing."),
        ("a.csv", "en\n" + "\n".join(f"s{n}" for n in range(9)), "3 to 8 statements"),
    ],
)
def test_a_file_that_is_none_changes_nothing(tmp_path, program, capsys, name, text, said):
    (tmp_path / name).write_text(text)
    assert run(tmp_path, "questionnaire", tmp_path / name) == CANNOT_BE
    assert said in capsys.readouterr().err
    assert work(tmp_path, program).questionnaire == ASKED


def test_sums_of_a_list_are_kept_and_the_same_list_again_changes_nothing(tmp_path, program, capsys):
    file = tmp_path / "sums.csv"
    file.write_text(
        "kind,circles,slips,question,answer,count\n"
        "tally,C01 C02,12,Age,young,4+3\n"
        "tally,C02 C01,,age,Old,5\n"
        "before,c03 C04,20,I am heard.,4,12\n"
        "before,C03 C04,20,heard,1,8\n"
        "before,C03 C04,,open,More light.,\n"
    )
    for _ in range(2):
        assert run(tmp_path, "slips", file) == DONE
        assert "2 piles are kept." in capsys.readouterr().out
        pools = {one.body.kind.value: one.body for one in work(tmp_path, program).pools}
        assert len(work(tmp_path, program).pools) == 2
        assert sorted(count for _, _, count in pools["tally"].counts) == [5, 7]
        assert pools["before"].said == ("More light.",)


def test_lines_that_are_wrong_are_told_with_their_number_and_their_pile_is_left_out(
    tmp_path, program, capsys
):
    file = tmp_path / "sums.csv"
    file.write_text(
        "tally;C01 C02;12;Age;young;7\n"
        "tally;C01 C02;12;Age;ancient;7\n"
        "before;C03 C04;20;heard;4;12\n"
        "before;C09;20;heard;4;12\n"
        "later;C03 C04;20;heard;4;12\n"
        "after;C01 C01;20;heard;4;12\n"
        "after;C03 C04;20;heard;4;many\n"
        "after;C01;8;heard;4;8\n"
    )
    assert run(tmp_path, "slips", file) == SOME_REFUSED
    told = capsys.readouterr()
    for said in (
        "Line 2: “ancient” is no answer to “Age”.",
        "Line 4: No circle here has the code “C09”.",
        "Line 5: “later” is no kind of slips.",
        "Line 6: A circle is named twice on this line.",
        "Line 7: “many” is no number.",
        "Line 8: 1 circle with 8 people is too few",
    ):
        assert said in told.err
    assert "1 pile is kept." in told.out
    assert [one.body.slips for one in work(tmp_path, program).pools] == [20]


def test_a_list_that_cannot_be_read_is_said(tmp_path, program, capsys):
    assert program and run(tmp_path, "slips", tmp_path / "none.csv") == CANNOT_BE
    assert "cannot be read" in capsys.readouterr().err
