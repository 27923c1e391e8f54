"""The report of a desk as it is, from the command line, with the choices of the window."""

from __future__ import annotations

from contextlib import closing

import pytest
from pypdf import PdfReader

from dialogue_desk.cli.commands import CANNOT_BE, DONE
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.storage.desk_file import DeskFile
from tests.cli.test_commands import packages, run  # noqa: F401  # a fixture
from tests.desk.evening import a_desk


@pytest.fixture(scope="module")
def desk(packages, tmp_path_factory):  # noqa: F811
    path = tmp_path_factory.mktemp("desk") / "all.desk"
    assert run("merge", packages, "--desk", path) == DONE
    return path


def test_the_report_of_a_desk_is_written_without_new_packages(desk, tmp_path, capsys):
    assert run("report", "--desk", desk, "--to", tmp_path) == DONE
    (report,) = tmp_path.iterdir()
    assert report.name == "alder-report.pdf" and str(report) in capsys.readouterr().out
    page = PdfReader(report).pages[0].mediabox
    assert (page.width, page.height) == (612, 792)
    assert "/StructTreeRoot" in PdfReader(report).trailer["/Root"]


def test_every_choice_of_the_window_can_be_made(desk, tmp_path):
    asked = ("--document", "report,annex", "--document", "council-summary,poster", "--paper", "a4")
    plain = ("--no-accessible", "--large-print", "--report-language", "es")
    assert run("report", "--desk", desk, "--to", tmp_path, *asked, *plain) == DONE
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {
        *("alder-report.pdf", "alder-annex.html", "alder-council-summary.pdf", "alder-poster.pdf"),
    }
    report = PdfReader(tmp_path / "alder-report.pdf")
    assert round(report.pages[0].mediabox.width) == 595
    assert "/StructTreeRoot" not in report.trailer["/Root"]
    assert 'lang="es"' in (tmp_path / "alder-annex.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["docx", "html", "md", "txt"])
def test_a_report_can_be_any_kind_of_file(desk, tmp_path, ending):
    assert run("report", "--desk", desk, "--to", tmp_path, "--format", ending) == DONE
    assert (tmp_path / f"alder-report.{ending}").stat().st_size > 2_000


def test_a_desk_that_is_open_elsewhere_is_read_beside_it(desk, tmp_path):
    with closing(DeskFile(desk)):
        assert run("report", "--desk", desk, "--to", tmp_path, "--format", "txt") == DONE
    assert (tmp_path / "alder-report.txt").exists()


def test_of_several_programs_one_can_be_asked_for(tmp_path, capsys):
    path = tmp_path / "two.desk"
    desk = a_desk(path)
    for name, code in (("Town", "T"), ("Village", "")):
        desk.put(RecordId(f"p{code}"), NO_OWNER, Program(name, code))
    desk.file.close()
    asked = ("report", "--desk", path, "--format", "txt", "--to")
    assert run(*asked, tmp_path / "all") == DONE
    assert {one.name for one in (tmp_path / "all").iterdir()} == {"t-report.txt", "village-report.txt"}
    assert run(*asked, tmp_path / "one", "--program", "Village") == DONE
    assert [one.name for one in (tmp_path / "one").iterdir()] == ["village-report.txt"]
    assert run(*asked, tmp_path / "none", "--program", "City") == CANNOT_BE
    assert not (tmp_path / "none").exists()
    said = capsys.readouterr().err
    assert "no program “City”" in said and "  T\n  Village" in said


def test_data_is_written_beside_it_when_asked_for(desk, tmp_path):
    data = tmp_path / "data"
    assert run("report", "--desk", desk, "--to", tmp_path, "--format", "txt", "--data", data) == DONE
    assert (data / "notes.csv").exists() and (data / "data-card-en.md").exists()


def test_where_there_is_no_desk_none_is_made(tmp_path, capsys):
    assert run("report", "--desk", tmp_path / "no.desk", "--to", tmp_path / "out") == CANNOT_BE
    assert "no.desk" in capsys.readouterr().err and list(tmp_path.iterdir()) == []


def test_an_empty_desk_has_no_report(tmp_path, capsys):
    with closing(DeskFile(tmp_path / "empty.desk")):
        pass
    assert run("report", "--desk", tmp_path / "empty.desk", "--to", tmp_path / "out") == CANNOT_BE
    assert "no report was written" in capsys.readouterr().err


def test_a_document_that_there_is_not_is_refused(desk, tmp_path, capsys):
    with pytest.raises(SystemExit):
        run("report", "--desk", desk, "--to", tmp_path, "--document", "leaflet")
    assert "report, annex, council-summary, poster" in capsys.readouterr().err


def test_an_annex_that_becomes_a_web_page_says_so(desk, tmp_path, capsys):
    assert run("report", "--desk", desk, "--to", tmp_path, "--document", "annex", "--format", "docx") == DONE
    assert "The annex is written as a web page" in capsys.readouterr().err
    assert run("report", "--desk", desk, "--to", tmp_path, "--document", "annex", "--format", "html") == DONE
    assert "web page" not in capsys.readouterr().err


def test_a_program_is_found_by_its_code_in_small_letters(desk, tmp_path):
    asked = ("report", "--desk", desk, "--to", tmp_path, "--format", "txt")
    assert run(*asked, "--program", "alder") == DONE


def test_a_wrong_document_is_named(desk, tmp_path, capsys):
    with pytest.raises(SystemExit):
        run("report", "--desk", desk, "--to", tmp_path, "--document", "report,anex")
    assert "“anex” cannot be used for --document" in capsys.readouterr().err
