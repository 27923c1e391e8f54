"""``guide from`` writes the guide that a document is, and lists what was not understood."""

from __future__ import annotations

import pytest

from dialogue_desk.cli import CANNOT_BE, DONE
from dialogue_desk.exchange.guide_files import read_guide_file
from dialogue_desk.words import Words
from tests.command import main
from tests.exchange import guide_documents as written


def run(*arguments):
    return main(["guide", "from", *map(str, arguments)])


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "bus.txt"
    path.write_text(written.PLAIN, encoding="utf-8")
    return path


def test_a_document_becomes_a_guide_that_can_be_read(document, tmp_path, capsys):
    out = tmp_path / "bus.guide.md"
    assert run(document, "--out", out) == DONE
    said = capsys.readouterr()
    assert said.out == f"{out}\n"
    assert "  10: Everyone puts a pin in the map.\n" in said.err
    assert "3 lines were not understood." in said.err
    assert "Times of day became minutes." in said.err
    assert len(read_guide_file(out, Words()).sessions) == 2


def test_a_guide_that_is_there_is_replaced_only_when_asked(document, tmp_path, capsys):
    out = tmp_path / "bus.guide.md"
    out.write_text("mine", encoding="utf-8")
    assert run(document, "--out", out) == CANNOT_BE
    assert out.read_text(encoding="utf-8") == "mine"
    assert "--force" in capsys.readouterr().err
    assert run(document, "--out", out, "--force") == DONE
    assert out.read_text(encoding="utf-8") != "mine"


def test_a_title_and_a_language_can_be_chosen(document, tmp_path):
    out = tmp_path / "bus.guide.md"
    assert run(document, "--out", out, "--title", "Our bus", "--guide-language", "es") == DONE
    guide = read_guide_file(out, Words())
    assert (guide.title, guide.language, guide.id) == ("Our bus", "es", "our-bus")


def test_a_document_that_cannot_be_read_is_named_and_nothing_is_written(tmp_path, capsys):
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"no zip at all")
    out = tmp_path / "bad.guide.md"
    assert run(bad, "--out", out) == CANNOT_BE
    assert run(tmp_path / "missing.docx", "--out", out) == CANNOT_BE
    said = capsys.readouterr().err
    assert "“bad.docx”" in said and "missing.docx" in said
    assert not out.exists()


def test_the_name_of_a_guide_ends_as_those_of_guides_do(document, tmp_path, capsys):
    with pytest.raises(SystemExit):
        run(document, "--out", tmp_path / "bus.md")
    assert ".guide.md" in capsys.readouterr().err
