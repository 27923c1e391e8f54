import json

import pytest

from dialogue_desk.cli.themes_command import LONGEST_NAME, MOST_NAMES
from tests.command import main


@pytest.fixture
def list_of(tmp_path):
    def write(text, name="names.txt"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


def test_as_json_each_name_is_an_object_on_a_line_in_the_order_of_the_file(list_of, capsys):
    assert (
        main(["themes", "suggest", list_of("Street lights\n\nAlumbrado público\r\nParking\n"), "--json"]) == 0
    )
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["name"] for line in lines] == ["Street lights", "Alumbrado público", "Parking"]
    (one,) = lines[0]["suggestions"]
    assert (one["name"], one["why"]) == ("Alumbrado público", "translation") and 0 < one["score"] <= 1
    assert lines[2]["suggestions"] == []


def test_a_name_that_stands_there_twice_is_printed_twice_and_not_suggested_to_itself(list_of, capsys):
    assert main(["themes", "suggest", list_of("Parks\nParks\n"), "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["suggestions"] for line in lines] == [[], []]


def test_a_name_is_printed_as_it_stands_in_the_file(list_of, capsys):
    assert main(["themes", "suggest", list_of("\ufeff  Street  lights\t\nSTREET LIGHTS"), "--json"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert first["name"] == "Street  lights"
    assert [one["why"] for one in first["suggestions"]] == ["letters"]


def test_people_read_only_names_that_have_suggestions_with_the_reason_and_the_count(list_of, capsys):
    assert main(["themes", "suggest", list_of("Cops\nPolice\nParking\n")]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Cops",
        "  0.88  Police  (Two words for one thing: cops, police)",
        "Police",
        "  0.88  Cops  (Two words for one thing: police, cops)",
        "2 of 3 names may mean the same as another one.",
    ]


def test_words_of_ones_own_are_added(list_of, capsys):
    own = list_of("the hollow, lower creek", "own.txt")
    assert main(["themes", "suggest", list_of("The Hollow\nLower Creek"), "--json", "--synonyms", own]) == 0
    assert '"Lower Creek", "score"' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "“names.txt” has no names. Write one on each line."),
        (" \n\n", "“names.txt” has no names."),
        (b"PK\x03\x04\x00\x00\xff", "It is not a text file in UTF-8."),
        ("Parque\nJardín".encode("latin-1"), "It is not a text file in UTF-8."),
        ("x\n" * (MOST_NAMES + 1), "has more than 20000 names. Divide it into smaller lists."),
        ("Parks\n" + "x" * (LONGEST_NAME + 1), "Line 2 of “names.txt” is no name"),
        ("x" * 8_000_001, "It is too large for a list of names."),
    ],
)
def test_what_is_no_list_of_names_is_refused_in_a_sentence(text, said, list_of, capsys):
    assert main(["themes", "suggest", list_of(text)]) == 2
    told = capsys.readouterr()
    assert said in told.err and told.out == ""


def test_a_list_that_is_not_there_is_said(tmp_path, capsys):
    assert main(["themes", "suggest", str(tmp_path / "gone.txt")]) == 2
    assert "“gone.txt” was not read. There is no such file." in capsys.readouterr().err


def test_synonyms_that_are_none_are_refused_with_their_line(list_of, capsys):
    own = list_of("a, b\n" + "c" * 2_001, "own.txt")
    assert main(["themes", "suggest", list_of("Parks"), "--synonyms", own]) == 2
    assert "Line 2 of “own.txt” is too long" in capsys.readouterr().err
