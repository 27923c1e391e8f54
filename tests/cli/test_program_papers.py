"""The papers of a program from the command line."""

import pytest

from dialogue_desk.cli.commands import DONE
from tests.cli.test_commands import packages, run  # noqa: F401  # a fixture


def test_each_paper_is_written_where_it_was_asked_for(packages, tmp_path, capsys):  # noqa: F811
    wanted = {
        "--annex": tmp_path / "annex.html",
        "--council-summary": tmp_path / "council.pdf",
        "--poster": tmp_path / "poster.pdf",
    }
    asked = [word for option, path in wanted.items() for word in (option, path)]
    assert run("merge", packages, "--desk", tmp_path / "all.desk", *asked) == DONE
    said = capsys.readouterr().out
    for path in wanted.values():
        assert path.stat().st_size > 2_000 and str(path) in said


def test_an_annex_is_no_word_file(packages, tmp_path, capsys):  # noqa: F811
    with pytest.raises(SystemExit):
        run("merge", packages, "--desk", tmp_path / "all.desk", "--annex", tmp_path / "annex.docx")
    assert ".pdf, .html, .md, .txt" in capsys.readouterr().err
