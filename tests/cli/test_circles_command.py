"""Forming circles from the command line, from slips to sums."""

import io

import pytest
from pypdf import PdfReader

from tests.command import main

WISH = """
program = "Bridges"
smallest = 4
largest = 5
facilitators = 0
[groups]
north = { least = 1 }
[[places]]
name = "Library"
times = ["Tuesday", "Saturday"]
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = [f"{number},{'north' if number % 2 else ''},Tuesday/Saturday,food" for number in range(1, 9)]
    (tmp_path / "slips.csv").write_text("\n".join(["number,groups,times,needs", *rows]))
    (tmp_path / "wish.toml").write_text(WISH)
    (tmp_path / "phrase").write_text("four plain words here\n")
    return tmp_path


def circles(*arguments: str) -> int:
    return main(["circles", *arguments])


def test_circles_are_formed_and_everything_was_met(folder, capsys):
    assert circles("form", "slips.csv", "--wish", "wish.toml") == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert [line.split("  ")[:4] for line in told.out.splitlines()] == [
        ["C01", "Library · Tuesday", "English", "4 people"],
        ["C02", "Library · Saturday", "English", "4 people"],
    ]


def test_what_was_not_met_is_said_and_in_the_exit_code(folder, capsys):
    (folder / "wish.toml").write_text(WISH.replace("least = 1", "least = 3"))
    assert circles("form", "slips.csv", "--wish", "wish.toml") == 1
    assert "Fewer than 3 of “north”: " in capsys.readouterr().err


def test_the_papers_are_written(folder):
    assert circles("form", "slips.csv", "--wish", "wish.toml", "--out", "papers") == 0
    assert circles("slip", "--wish", "wish.toml", "--out", "papers", "--a4") == 0
    pages = {path.name: len(PdfReader(path).pages) for path in (folder / "papers").iterdir()}
    assert pages == {"circles.pdf": 2, "places.pdf": 1, "sign-up-slip.pdf": 2}


def test_from_slips_to_sums_nothing_but_sums_is_left(folder, capsys):
    sealed = ("fall.dialogue-slips", "--passphrase-file", "phrase")
    assert circles("form", "slips.csv", "--wish", "wish.toml", "--seal", *sealed) == 0
    assert circles("finish", *sealed, "--sums", "sums.csv") == 2
    assert "8 numbers are not settled yet" in capsys.readouterr().err
    first = "1=C02"
    assert circles("form", *sealed, "--settle", first, "--settle", "all", "--seal", sealed[0]) == 1
    capsys.readouterr()
    assert circles("form", *sealed, "--again") == 1
    assert any(line.startswith("C02") and "1, " in line for line in capsys.readouterr().out.splitlines())
    assert circles("finish", *sealed, "--sums", "sums.csv") == 0
    assert not (folder / "fall.dialogue-slips").exists()
    assert "circles,2" in (folder / "sums.csv").read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("form", "slips.csv"), "Name the wish for the circles with --wish."),
        (("form", "gone.csv", "--wish", "wish.toml"), "“gone.csv” was not read. There is no such file."),
        (("form", "slips.csv", "--wish", "gone.toml"), "“gone.toml” was not read."),
        (("form", "named.csv", "--wish", "wish.toml"), "delete the column “Name”"),
        (("form", "noise.csv", "--wish", "wish.toml"), "It is not a list of at most 2,000 lines"),
        (("form", "slips.csv", "--wish", "wish.toml", "--settle", "1"), "“1” settles nobody."),
        (("form", "slips.csv", "--wish", "wish.toml", "--settle", "99=C01"), "“99=C01” settles nobody."),
        (("finish", "slips.csv", "--sums", "sums.csv"), "Only a sealed file of slips is deleted here"),
        (("form", "fake.dialogue-slips", "--passphrase-file", "phrase"), "fake.dialogue-slips"),
        (
            ("form", "slips.csv", "--wish", "wish.toml", "--seal", "a.dialogue-slips"),
            "A passphrase is needed",
        ),
    ],
)
@pytest.mark.in_process
def test_what_cannot_be_done_is_said_and_nothing_is_deleted(arguments, said, folder, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    (folder / "named.csv").write_text("number,Name\n1,Somebody")
    (folder / "noise.csv").write_bytes(bytes(range(256)))
    (folder / "fake.dialogue-slips").write_text("number\n1")
    assert circles(*arguments) == 2
    assert said in capsys.readouterr().err
    assert (folder / "slips.csv").exists() and not (folder / "sums.csv").exists()


def test_slips_that_come_late_take_free_seats_and_nobody_else_moves(folder, capsys):
    sealed = ("fall.dialogue-slips", "--passphrase-file", "phrase")
    assert circles("form", "slips.csv", "--wish", "wish.toml", "--seal", *sealed) == 0
    before = [line.split("  ")[-1] for line in capsys.readouterr().out.splitlines()[:2]]
    (folder / "late.csv").write_text("number,times\n3,Tuesday\n20,Tuesday")
    assert circles("form", *sealed, "--add", "late.csv") == 2
    assert "in the sealed file already, so nothing was added: 3." in capsys.readouterr().err
    (folder / "late.csv").write_text("number,times\n20,Tuesday")
    assert circles("form", *sealed, "--add", "late.csv", "--seal", sealed[0]) == 0
    after = [line.split("  ")[-1] for line in capsys.readouterr().out.splitlines()[:2]]
    assert after == [f"{before[0]}, 20", before[1]]


def test_a_list_is_read_from_the_input_as_a_spreadsheet_pastes_it(folder, capsys, monkeypatch):
    rows = "".join(f"{number}\tnorth\t\tTuesday\r\n" for number in range(1, 5)).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(rows)))
    assert circles("form", "-", "--wish", "wish.toml") == 0
    assert capsys.readouterr().out.split("  ")[-1].strip() == "1, 2, 3, 4"


def test_noise_from_the_input_is_no_list(folder, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"1,\xff\xfe")))
    assert circles("form", "-", "--wish", "wish.toml") == 2
    assert "“-” was not read." in capsys.readouterr().err


def test_remarks_on_the_list_come_first(folder, capsys):
    (folder / "slips.csv").write_text("number,groups\n1,north\n1,north\n2,west\n3,north\n4,north")
    assert circles("form", "slips.csv", "--wish", "wish.toml") == 0
    assert capsys.readouterr().err.splitlines() == [
        "There twice, so only the first counts: “1”. Left out: lines 3.",
        "No group of the wish: “west” (lines 4).",
    ]
