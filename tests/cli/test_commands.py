"""The command line, as a script uses it: arguments in; files, sentences and an exit code out."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from dialogue_desk import __version__
from dialogue_desk.cli import CANNOT_BE, DONE
from dialogue_desk.cli.commands import SOME_REFUSED
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.packages import export_session
from dialogue_desk.domain.model.closing import CloseStep, fact_id
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.exchange.container import unpack
from dialogue_desk.exchange.csv_table import BOM
from dialogue_desk.resources import resource
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.pending_erasures import Erasures
from dialogue_desk.storage.places import choose_place
from dialogue_desk.words import Words
from tests.command import command, main
from tests.desk.evening import a_desk, a_shelf, begun, note
from tests.exchange.forging import Forged, forged, package
from tests.house import ROOT
from tests.journeys.full_disks import only
from tests.storage.conftest import small_disk
from tools.sample import play_sample

__all__ = ["small_disk"]

PAPERS = [".docx", ".html", ".pdf"]


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """The folder of the sample's packages.  Tests leave it as it is."""
    folder = tmp_path_factory.mktemp("sample") / "packages"
    words = Words()
    play_sample(folder, GuideShelf(resource("guides"), words), words)
    return folder


def run(*arguments):
    return main([str(argument) for argument in arguments])


def rows(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode().removeprefix(BOM), newline="")))


def test_the_demo_writes_packages_summaries_and_the_report(packages, tmp_path, capsys):
    assert run("demo", "--out", tmp_path / "demo") == DONE
    out = tmp_path / "demo"
    assert sorted(path.suffix for path in out.glob("report.*")) == PAPERS
    assert len(list((out / "summaries").iterdir())) == 30
    assert {path.name: path.read_bytes() for path in (out / "packages").iterdir()} == {
        path.name: path.read_bytes() for path in packages.iterdir()
    }
    spanish = (out / "summaries" / "alder-c03-s2-2026-03-19.html").read_text(encoding="utf-8")
    assert "Un mensaje claro, en los dos idiomas" in spanish and '<html lang="es"' in spanish
    forum = {path.stem for path in (out / "forum").iterdir()}
    assert forum >= {"ballot", "option-posters", "forum-result", "progress", "circle-sheets"}
    said = capsys.readouterr()
    assert "13 packages" in said.out and said.err == ""


def test_packages_are_merged_and_told_of(packages, tmp_path, capsys):
    desk, data = tmp_path / "all.desk", tmp_path / "tables"
    assert run("merge", packages, "--desk", desk, "--data", data) == DONE
    said = capsys.readouterr()
    assert (
        "13 packages opened, 0 already here, 0 refused, 1 item with two versions to choose from" in said.out
    )
    # A build brings no DuckDB, and says so.
    assert [line for line in said.err.splitlines() if "Parquet" not in line] == []
    assert len(rows(data / "sessions.csv")) == 10 and len(rows(data / "clashes.csv")) == 2
    lines = (data / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert (
        len([line for line in lines if json.loads(line)["kind"] == "note"])
        == len(rows(data / "notes.csv")) + 1
    )


def test_merging_again_alters_no_byte_of_the_data(packages, tmp_path, capsys):
    desk = tmp_path / "all.desk"
    one, *others = sorted(packages.iterdir(), reverse=True)
    run("merge", *others, "--desk", desk)
    run("merge", one, *others, "--desk", desk, "--data", tmp_path / "first")
    run("merge", packages, packages, "--desk", desk, "--data", tmp_path / "second")
    assert "0 packages opened, 13 already here" in capsys.readouterr().out
    first, second = (sorted((tmp_path / name).iterdir()) for name in ("first", "second"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


@pytest.mark.parametrize("ending", PAPERS)
def test_the_report_is_written_as_its_ending_says(packages, tmp_path, capsys, ending):
    report = tmp_path / "papers" / f"report{ending}"
    assert run("merge", packages, "--desk", tmp_path / "all.desk", "--report", report) == DONE
    assert report.stat().st_size > 2_000 and str(report) in capsys.readouterr().out


def test_merging_says_which_sessions_of_a_report_nobody_checked_for_names(tmp_path, capsys):
    desk = a_desk(tmp_path / "there.db")
    session_id = begun(desk)
    desk.add(session_id, note("words"))
    folders = Folders(desk, a_shelf(tmp_path))
    file = export_session(desk, folders.session(session_id), tmp_path / "out")
    desk.file.close()
    report = tmp_path / "report.md"
    assert run("merge", file, "--desk", tmp_path / "here.db", "--report", report) == DONE
    said = "in 1 session of the report, nobody checked that the notes do not name anyone."
    assert said in capsys.readouterr().err
    paper = report.read_text(encoding="utf-8")
    assert "without names" not in paper and "In 0 of 1 session, someone checked" in paper


def test_bad_files_are_named_with_the_reason_and_the_rest_is_imported(packages, tmp_path, capsys):
    folder = tmp_path / "stick"
    shutil.copytree(packages, folder)
    good = next(folder.glob("alder-c01-s1-*")).read_bytes()
    honest = {"records.jsonl": b""}
    bad = {
        "damaged": good[:4_000] + b"\x00" + good[4_001:],
        "cut": good[: len(good) // 2],
        "foreign": b"PK\x03\x04 a letter to the editor",
        "empty": b"",
        "newer": forged(package(honest, {}, format_version=[2, 0])),
        "climbing": forged([*package(honest), Forged(b"../../up", b"x")]),
    }
    for name, data in bad.items():
        (folder / f"{name}.dialogue").write_bytes(data)
    desk = tmp_path / "all.desk"
    assert run("merge", folder, tmp_path / "nowhere.dialogue", "--desk", desk) == SOME_REFUSED
    said = capsys.readouterr()
    assert "13 packages opened, 0 already here, 7 refused" in said.out
    complaints = said.err.splitlines()
    assert sorted(line.split("”")[0] for line in complaints) == sorted(
        f"“{name}.dialogue" for name in (*bad, "nowhere")
    )
    assert "newer version of Dialogue Desk" in next(line for line in complaints if "newer.dialogue" in line)
    assert not (tmp_path / "up").exists() and not (tmp_path.parent / "up").exists()


def test_a_report_of_nothing_is_not_written_and_that_is_said(tmp_path, capsys):
    (tmp_path / "bad.dialogue").write_bytes(b"no")
    report = tmp_path / "report.html"
    code = run("merge", tmp_path / "bad.dialogue", "--desk", tmp_path / "all.desk", "--report", report)
    assert code == SOME_REFUSED and not report.exists()
    assert "no report was written" in capsys.readouterr().err


def test_merging_a_package_that_tells_of_an_erasure_rids_the_copies_too(tmp_path):
    there, here = tmp_path / "there.db", tmp_path / "here.db"
    desk = a_desk(there)
    session_id = begun(desk)
    quote = desk.add(session_id, note("words that must go"))
    folders = Folders(desk, a_shelf(tmp_path))
    first = export_session(desk, folders.session(session_id), tmp_path / "first")
    desk.erase([quote])
    second = export_session(desk, folders.session(session_id), tmp_path / "second")
    desk.file.close()
    assert run("merge", first, "--desk", here) == DONE
    copy = Backups(here).make(date(2026, 3, 12)).path
    assert b"words that must go" in copy.read_bytes()
    assert run("merge", second, "--desk", here) == DONE
    assert b"words that must go" not in here.read_bytes() + copy.read_bytes()


def test_merging_says_which_copies_still_hold_what_another_laptop_erased(tmp_path, capsys):
    desk = a_desk(tmp_path / "there.db")
    session_id = begun(desk)
    quote = desk.add(session_id, note("words that must go"))
    folders = Folders(desk, a_shelf(tmp_path))
    first = export_session(desk, folders.session(session_id), tmp_path / "first")
    desk.erase([quote])
    second = export_session(desk, folders.session(session_id), tmp_path / "second")
    desk.file.close()
    here, stick = tmp_path / "here.db", tmp_path / "STICK"
    stick.mkdir()
    assert run("merge", first, "--desk", here) == DONE
    choose_place(stick, Erasures(here))
    Backups(here, stick).make(date(2026, 3, 12))
    stick.rename(tmp_path / "away")
    capsys.readouterr()
    assert run("merge", second, "--desk", here) == DONE
    told = capsys.readouterr()
    assert told.err.startswith("“STICK” could not be found") and "1 package opened" in told.out


def test_a_folder_without_packages_cannot_be_merged(tmp_path, capsys):
    assert run("merge", tmp_path, "--desk", tmp_path / "all.desk") == CANNOT_BE
    assert "no package" in capsys.readouterr().err and not (tmp_path / "all.desk").exists()


def test_a_desk_that_belongs_to_another_program_is_left_alone(packages, tmp_path, capsys):
    desk = tmp_path / "letter.txt"
    desk.write_bytes(b"Dear neighbors, " * 100)
    assert run("merge", packages, "--desk", desk) == CANNOT_BE
    assert desk.read_bytes() == b"Dear neighbors, " * 100
    said = capsys.readouterr().err
    assert said.startswith("“letter.txt”") and len(said.splitlines()) == 1


def test_a_desk_that_a_window_has_open_is_not_merged_into(packages, tmp_path, capsys):
    path = tmp_path / "desk.db"
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "tests.ui.holding", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, encoding="utf-8") as window:
        assert window.stdout.readline() == "held\n"
        assert run("merge", packages, "--desk", path) == CANNOT_BE
        assert capsys.readouterr().err.startswith(
            "“desk.db” is open in another app or window, so nothing in it was changed"
        )
        window.stdin.write("C42\n")
        window.stdin.flush()
        assert window.stdout.readline() == "written\n"
        window.communicate(timeout=20)
    desk = a_desk(path)
    assert [record.body.code for record in desk.file.records.everything()] == ["C42"]
    desk.file.close()
    assert run("merge", packages, "--desk", path) == DONE


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(packages, tmp_path, capsys):
    (tmp_path / "file").write_text("here already", encoding="utf-8")
    code = run("merge", packages, "--desk", tmp_path / "all.desk", "--data", tmp_path / "file")
    assert code == CANNOT_BE
    assert "could not be written" in capsys.readouterr().err
    assert (tmp_path / "file").read_text(encoding="utf-8") == "here already"


def test_a_session_is_exported_with_its_summary(packages, tmp_path, capsys):
    desk = tmp_path / "all.desk"
    run("merge", packages, "--desk", desk, "--data", tmp_path / "tables")
    session = next(
        row
        for row in rows(tmp_path / "tables" / "sessions.csv")
        if (row["circle"], row["session"]) == ("C01", "2")
    )
    capsys.readouterr()
    assert (
        run(
            "export", "--desk", desk, "--session", session["session_id"], "--to", tmp_path / "out", "--anyway"
        )
        == DONE
    )
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert sorted(Path(name).suffix for name in written) == [".dialogue", *PAPERS]
    assert sorted(capsys.readouterr().out.split()) == [str(tmp_path / "out" / name) for name in written]
    (again,) = (tmp_path / "out").glob("*.dialogue")
    assert unpack(again.read_bytes()).members == unpack((packages / again.name).read_bytes()).members


@pytest.fixture
def desk_and_session(packages, tmp_path, capsys):
    """A desk with the sample on it, and one session of a circle that speaks Spanish."""
    desk = tmp_path / "all.desk"
    run("merge", packages, "--desk", desk, "--data", tmp_path / "tables")
    (session,) = [
        row["session_id"]
        for row in rows(tmp_path / "tables" / "sessions.csv")
        if (row["circle"], row["session"]) == ("C03", "2")
    ]
    capsys.readouterr()
    return desk, session


def exported(desk_and_session, to, *options):
    desk, session = desk_and_session
    assert run("export", "--desk", desk, "--session", session, "--to", to, "--anyway", *options) == DONE
    begin = "alder-c03-s2-2026-03-19"
    return {
        path.name.removeprefix(begin): path.read_bytes()
        for path in to.iterdir()
        if path.suffix != ".dialogue" and path.name.startswith(begin)
    }


def test_what_nobody_looked_at_is_not_exported_unless_it_is_asked_for(desk_and_session, tmp_path, capsys):
    desk, session = desk_and_session
    assert run("export", "--desk", desk, "--session", session, "--to", tmp_path / "out") == CANNOT_BE
    told = capsys.readouterr()
    assert "Nobody has done the privacy check yet." in told.err and "--anyway" in told.err
    assert not (tmp_path / "out").exists() and told.out == ""


def test_a_summary_is_exported_as_it_is_asked_for(desk_and_session, tmp_path):
    asked = ("--format", "pdf,html", "--format", "txt", "--summary-language", "both")
    files = exported(desk_and_session, tmp_path / "out", *asked, "--large-print", "--paper", "a4", "--times")
    assert sorted(files) == ["-en-es-large-print-a4.html", "-en-es-large-print-a4.pdf", "-en-es.txt"]
    page = files["-en-es-large-print-a4.html"].decode()
    assert page.index('<article lang="es">') < page.index('<article lang="en">')
    assert "size: A4;" in page and "font-size: 18pt" in page
    assert "Círculo C03, sesión 2" in files["-en-es.txt"].decode()
    assert "How long each part took" in page


def test_a_session_is_exported_for_other_programs(desk_and_session, tmp_path):
    files = exported(desk_and_session, tmp_path / "out", "--format", "csv,xlsx,qdpx,qdc,t3c,jsonl")
    others = {"-tables.xlsx", "-sessions.qdpx", "-themes.qdc", "-talk-to-the-city.csv", "-records.jsonl"}
    assert others <= set(files) and "-notes.csv" in files
    assert not [name for name in files if name.endswith((".pdf", ".docx", ".html"))]
    notes = files["-notes.csv"].decode().removeprefix(BOM)
    assert {row["circle"] for row in csv.DictReader(io.StringIO(notes, newline=""))} == {"C03"}


def test_data_that_tells_whose_a_line_is_is_not_made_for_everyone(desk_and_session, tmp_path, capsys):
    for_everyone = ("--profile", "everyone", "--format")
    files = exported(desk_and_session, tmp_path / "public", *for_everyone, "t3c")
    assert "-talk-to-the-city.csv" in files and "-data-card-en.md" not in files
    desk, session = desk_and_session
    asked = ("--session", session, "--to", tmp_path / "out", "--anyway", *for_everyone, "csv,t3c,pdf")
    assert run("export", "--desk", desk, *asked) == CANNOT_BE
    assert "csv: this data is for organizers" in capsys.readouterr().err and not (tmp_path / "out").exists()


@pytest.mark.in_process
def test_parquet_is_refused_with_a_word_on_how_to_get_it(desk_and_session, tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    desk, session = desk_and_session
    asked = ("--session", session, "--to", tmp_path / "out", "--format", "csv,parquet", "--anyway")
    assert run("export", "--desk", desk, *asked) == CANNOT_BE
    assert "dialogue-desk[parquet]" in capsys.readouterr().err and not (tmp_path / "out").exists()


def known_exports(desk_and_session):
    desk, session = desk_and_session
    file = DeskFile(desk)
    known = {export.path for export in file.exports.of(RecordId(session))}
    file.close()
    return known


def test_an_export_is_the_last_step_of_wrapping_up_here_too(desk_and_session, tmp_path):
    path, session = desk_and_session
    exported(desk_and_session, tmp_path / "out", "--profile", "other-laptop")
    assert CloseStep.EXPORT not in steps_done(path, session)
    exported(desk_and_session, tmp_path / "out")
    assert CloseStep.EXPORT in steps_done(path, session)


def steps_done(path, session):
    desk = a_desk(path)
    record = desk.get(fact_id(RecordId(session), CloseStep.EXPORT))
    desk.file.close()
    return set() if record is None else {record.body.step}


def test_a_document_from_an_earlier_export_is_named(desk_and_session, tmp_path, capsys):
    path, session = desk_and_session
    exported(desk_and_session, tmp_path / "out", "--format", "html,docx")
    desk = a_desk(path)
    desk.add(RecordId(session), Note(NoteKind.HOPE, "A bench at the stop."))
    desk.file.close()
    capsys.readouterr()
    exported(desk_and_session, tmp_path / "out", "--format", "docx")
    told = capsys.readouterr().err
    assert "An older document is still there: alder-c03-s2-2026-03-19.html." in told


def test_every_file_that_was_exported_is_remembered(desk_and_session, tmp_path):
    out = tmp_path / "out"
    exported(desk_and_session, out, "--format", "csv,html,jsonl")
    assert known_exports(desk_and_session) == set(out.iterdir())


@pytest.mark.parametrize("made", [False, True])
def test_on_a_full_disk_everything_is_exported_or_nothing(desk_and_session, small_disk, capsys, made):
    desk, session = desk_and_session
    out, results = small_disk / "out", set()
    asked = (
        "export",
        "--desk",
        desk,
        "--session",
        session,
        "--to",
        out,
        "--anyway",
        "--format",
        "html,csv,jsonl",
    )
    for room in (4_096, 40_000, 90_000, 130_000, 2_000_000):
        if made:
            out.mkdir(exist_ok=True)
        with only(room, small_disk):
            code = run(*asked)
        told = capsys.readouterr()
        results.add(code)
        there = set(out.iterdir()) if out.exists() else set()
        if code == CANNOT_BE:
            assert there == set() == known_exports(desk_and_session) and out.exists() == made
            assert "There is no space left in “out”" in told.err and told.out == ""
        else:
            assert there == known_exports(desk_and_session)
            assert {Path(line) for line in told.out.splitlines()} == there
    assert results == {DONE, CANNOT_BE}


def test_an_export_into_a_folder_that_is_a_file_is_said_in_a_sentence(desk_and_session, tmp_path, capsys):
    desk, session = desk_and_session
    (tmp_path / "file").write_text("here already", encoding="utf-8")
    code = run("export", "--desk", desk, "--session", session, "--to", tmp_path / "file", "--anyway")
    assert code == CANNOT_BE and "in “file”" in capsys.readouterr().err
    assert (tmp_path / "file").read_text(encoding="utf-8") == "here already"
    assert known_exports(desk_and_session) == set()


def test_merging_into_a_desk_that_is_gone_tells_of_its_copies(packages, tmp_path, capsys):
    desk = tmp_path / "all.db"
    run("merge", packages, "--desk", desk)
    Backups(desk).make(date(2026, 3, 12))
    desk.unlink()
    assert run("merge", packages, "--desk", desk) == DONE
    assert "There is no desk file “all.db”, but there are copies of it." in capsys.readouterr().err
    assert run("merge", packages, "--desk", desk) == DONE
    assert capsys.readouterr().err == ""


def test_an_unknown_session_gets_a_list_of_those_there_are(packages, tmp_path, capsys):
    desk = tmp_path / "all.desk"
    run("merge", packages, "--desk", desk)
    assert run("export", "--desk", desk, "--session", "nothing", "--to", tmp_path / "out") == CANNOT_BE
    first, *others = capsys.readouterr().err.splitlines()
    assert "nothing" in first and len(others) == 10
    assert not (tmp_path / "out").exists()


def test_no_desk_is_made_by_exporting_from_one_that_is_not_there(tmp_path, capsys):
    desk = tmp_path / "mine.desk"
    assert run("export", "--desk", desk, "--session", "x", "--to", tmp_path / "out") == CANNOT_BE
    assert "mine.desk" in capsys.readouterr().err and list(tmp_path.iterdir()) == []


def test_inspecting_says_what_is_in_a_package(packages, tmp_path, capsys):
    (name,) = packages.glob("alder-c03-s2-*")
    (tmp_path / "bad.dialogue").write_bytes(b"no")
    assert run("inspect", name, tmp_path / "bad.dialogue") == SOME_REFUSED
    said = capsys.readouterr()
    assert "Session 2 of circle C03, 2026-03-19" in said.out
    assert "1 circle, 7 themes, 17 notes, 3 action ideas" in said.out
    assert name.stem.rpartition("-")[2] in said.out
    assert "bad.dialogue" in said.err


def test_a_package_cannot_write_over_the_screen(tmp_path, capsys):
    about = {"what": "session", "circle": "\x1b[2Jgone\n12 packages opened", "program": "a\u202eb"}
    file = tmp_path / "sly.dialogue"
    file.write_bytes(forged(package({"records.jsonl": b""}, about)))
    assert run("inspect", file) == DONE
    said = capsys.readouterr().out
    assert "gone" in said and not {"\x1b", "\u202e"} & set(said)
    assert not any(line.startswith("12 packages") for line in said.splitlines())


def test_guides_that_are_ready_pass(capsys):
    assert run("guide", "check", *resource("guides").glob("one-evening.*")) == DONE
    said = capsys.readouterr()
    assert "“one-evening.es.guide.md” is ready" in said.out and said.err == ""


def test_a_guide_is_checked_for_the_people_who_come(tmp_path, capsys):
    text = (resource("guides") / "one-evening.en.guide.md").read_text(encoding="utf-8")
    path = tmp_path / "evening.guide.md"
    path.write_text(text, encoding="utf-8")
    assert run("guide", "check", path, "--people", 9) == DONE
    assert run("guide", "check", path, "--people", 12) == SOME_REFUSED
    assert "takes 23 minutes with 12 people, and the part has 18" in capsys.readouterr().err


def test_hints_are_told_and_leave_a_guide_ready(tmp_path, capsys):
    text = (resource("guides") / "one-evening.en.guide.md").read_text(encoding="utf-8")
    path = tmp_path / "evening.guide.md"
    path.write_text(text.replace("cut=never}", "cut=never shade=blue}", 1), encoding="utf-8")
    assert run("guide", "check", path) == DONE
    said = capsys.readouterr()
    assert "Hint: Dialogue Desk does not know “shade=blue”" in said.err
    assert "“evening.guide.md” is ready for the session." in said.out


def test_a_guide_that_fails_is_named_with_file_and_line(tmp_path, capsys):
    text = (resource("guides") / "one-evening.en.guide.md").read_text(encoding="utf-8")
    (tmp_path / "long.guide.md").write_text(text.replace("minutes=90", "minutes=80"), encoding="utf-8")
    (tmp_path / "no.guide.md").write_text("Good evening", encoding="utf-8")
    files = [tmp_path / name for name in ("long.guide.md", "no.guide.md", "gone.guide.md")]
    assert run("guide", "check", *files) == SOME_REFUSED
    said = capsys.readouterr()
    assert said.out == ""
    for name in ("long.guide.md, line ", "no.guide.md, line 1", "gone.guide.md"):
        assert name in said.err


def test_two_languages_of_a_guide_are_compared(tmp_path, capsys):
    spanish = (resource("guides") / "one-evening.es.guide.md").read_text(encoding="utf-8")
    (tmp_path / "es.guide.md").write_text(spanish.replace("#welcome", "#bienvenida"), encoding="utf-8")
    english = resource("guides") / "one-evening.en.guide.md"
    assert run("guide", "check", tmp_path / "es.guide.md", english) == SOME_REFUSED
    said = capsys.readouterr()
    assert (
        said.err.startswith("es.guide.md")
        and said.out == "“one-evening.en.guide.md” is ready for the session.\n"
    )
    assert run("guide", "check", tmp_path / "es.guide.md") == DONE


def test_the_language_may_come_before_or_after_the_command(packages, capsys):
    (name,) = packages.glob("porch-lights-*-work-*")
    assert run("--language", "es", "inspect", name) == DONE
    before = capsys.readouterr().out
    assert run("inspect", name, "--language", "es") == DONE
    assert capsys.readouterr().out == before


def test_the_version_is_the_projects():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project.get("version", __version__) == __version__


def test_what_nobody_reads_any_more_is_no_error(packages):
    inspect = [*command(), "inspect", *map(str, list(packages.iterdir()) * 40)]
    with subprocess.Popen(inspect, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as inspecting:
        assert inspecting.stdout is not None and inspecting.stderr is not None
        inspecting.stdout.read(10)
        inspecting.stdout.close()
        assert inspecting.stderr.read() == b""
        assert inspecting.wait() == DONE


@pytest.mark.in_process  # the system is another one
def test_a_pattern_names_the_packages_it_fits_on_windows(tmp_path, monkeypatch, capsys):
    for name in ("b.dialogue", "a.dialogue"):
        (tmp_path / name).write_bytes(b"no package")
    monkeypatch.setattr(sys, "platform", "win32")
    assert main(["inspect", str(tmp_path / "*.dialogue")]) == SOME_REFUSED
    told = capsys.readouterr().err
    assert told.index("a.dialogue") < told.index("b.dialogue") and "*" not in told
