import io
import json
from types import SimpleNamespace

import pytest

from tests.command import main

LINE = "Officer J. Ruiz, badge 4471, stopped him on 118 Alder Street.\n"


@pytest.fixture
def minutes(tmp_path):
    path = tmp_path / "minutes.txt"
    path.write_text("The stop is dark.\n" + LINE, encoding="utf-8")
    return path


def test_each_find_is_printed_with_its_place_and_kind(minutes, capsys):
    assert main(["privacy", str(minutes)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{minutes}:2:1-15 titled-name Officer J. Ruiz",
        f"{minutes}:2:24-27 badge 4471",
        f"{minutes}:2:45-60 address 118 Alder Street",
    ]


def test_as_json_each_find_is_an_object_on_a_line(minutes, capsys):
    assert main(["privacy", "--json", str(minutes)]) == 1
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert first == {
        "file": str(minutes),
        "line": 2,
        "start": 1,
        "end": 15,
        "kind": "titled-name",
        "text": "Officer J. Ruiz",
    }


def test_a_file_in_which_nothing_is_found_ends_with_0(tmp_path, capsys):
    path = tmp_path / "plain.txt"
    path.write_text("The stop is dark, and the bus is late.", encoding="utf-8")
    assert main(["privacy", str(path)]) == 0
    assert capsys.readouterr().out == ""


def test_a_file_that_is_not_there_is_said_and_the_others_are_read(minutes, tmp_path, capsys):
    assert main(["privacy", str(tmp_path / "gone.txt"), str(minutes)]) == 2
    told = capsys.readouterr()
    assert "gone.txt” was not checked. There is no such file." in told.err
    assert "4471" in told.out


def test_text_in_an_old_encoding_is_said_with_its_line(tmp_path, capsys):
    path = tmp_path / "old.txt"
    path.write_bytes("Linea\nDoña Lupe".encode("latin-1"))
    assert main(["privacy", str(path)]) == 2
    assert "line 2 is not UTF-8 text" in capsys.readouterr().err


def test_text_as_windows_writes_it_is_read(tmp_path, capsys):
    path = tmp_path / "windows.txt"
    path.write_bytes("Doña Lupe llamó.\r\nLlamó José.\r\n".encode("utf-16"))
    assert main(["privacy", str(path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{path}:1:1-9 titled-name Doña Lupe",
        f"{path}:2:7-10 name José",
    ]


def test_what_is_piped_in_is_read(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(LINE.encode())))
    assert main(["privacy", "-"]) == 1
    assert capsys.readouterr().out.startswith("-:1:1-15 titled-name")


def test_what_could_write_over_the_screen_is_made_visible(tmp_path, capsys):
    path = tmp_path / "hostile.txt"
    path.write_text("see http://a.example/\x1b[2J\u202egnp now", encoding="utf-8")
    assert main(["privacy", str(path)]) == 1
    assert main(["privacy", "--json", str(path)]) == 1
    shown, as_json = capsys.readouterr().out.splitlines()
    assert "\x1b" not in shown + as_json and "\u202e" not in shown + as_json
    assert json.loads(as_json)["text"] == "http://a.example/\x1b[2J\u202egnp"


def test_a_line_of_a_million_characters_is_read(tmp_path, capsys):
    path = tmp_path / "long.txt"
    path.write_text("dark " * 200_000 + "said Maria", encoding="utf-8")
    assert main(["privacy", str(path)]) == 1
    assert capsys.readouterr().out == f"{path}:1:1000006-1000010 name Maria\n"


def test_the_command_explains_itself_in_spanish_too(capsys):
    with pytest.raises(SystemExit):
        main(["privacy", "--help", "--language", "es"])
    assert "dialogue-desk privacy --json" in capsys.readouterr().out
