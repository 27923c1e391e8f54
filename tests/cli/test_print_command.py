"""``guide print`` writes the papers of a session, or says why it does not."""

from pathlib import Path

import pytest

from dialogue_desk.cli import CANNOT_BE, DONE
from dialogue_desk.cli.commands import SOME_REFUSED
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.resources import resource
from dialogue_desk.words import Words
from tests.command import main
from tests.reports.paper_reading import pdf_words

GUIDE = """---
id: our-park
version: 1.0.0
language: {language}
title: {title}
people: 6-9
---

# Ground rules

- One voice at a time.

# First {{#s1 minutes=30}}

Goal: Hear what the park means.

## Welcome {{#welcome kind=welcome minutes=10 floor=5}}

> Welcome.

## Close {{#close kind=closing minutes=20 floor=5 cut=never}}

> Goodbye.
"""
SECOND = """
# Second {#s2 minutes=10}

Goal: Go on.

## Close {#close kind=closing minutes=10 floor=5 cut=never}

> Goodbye.
"""


@pytest.fixture
def english(tmp_path: Path) -> Path:
    return written(tmp_path / "park.en.guide.md", GUIDE.format(language="en", title="Our Park"))


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def printed(*arguments: object) -> int:
    return main(["guide", "print", *map(str, arguments)])


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def test_all_papers_are_written_and_those_there_is_nothing_for_are_named(
    english: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "papers"
    assert printed(english, "--out", out) == DONE
    papers = ("handout", "moments", "notes", "plan", "rules", "script", "tallies")
    assert names_in(out) == [f"our-park-s1-{paper}-en.pdf" for paper in papers]
    said = capsys.readouterr()
    assert all(name in said.out for name in names_in(out))
    assert "“First” has no cards, so none are printed." in said.err


def test_a_paper_that_was_asked_for_and_is_not_there_is_a_refusal(english: Path, tmp_path: Path) -> None:
    out = tmp_path / "papers"
    assert printed(english, "--out", out, "--paper", "cards,plan") == SOME_REFUSED
    assert names_in(out) == ["our-park-s1-plan-en.pdf"]


def test_a_guide_without_moments_prints_those_of_the_app_in_its_language(tmp_path: Path) -> None:
    spanish = written(tmp_path / "es.guide.md", GUIDE.format(language="es", title="Nuestro parque"))
    assert printed(spanish, "--out", tmp_path / "papers", "--paper", "moments") == DONE
    (name,) = names_in(tmp_path / "papers")
    said = pdf_words((tmp_path / "papers" / name).read_bytes())
    deck = GuideShelf(resource("guides"), Words()).moments_in("es")
    assert deck and all(moment.title in said for moment in deck)


def test_sheet_print_time_and_people_are_as_asked(english: Path, tmp_path: Path) -> None:
    out = tmp_path / "papers"
    asked = ("--paper", "plan", "--a4", "--large", "--start", "19:00", "--people", "11")
    assert printed(english, "--out", out, *asked) == DONE
    (name,) = names_in(out)
    assert name == "our-park-s1-plan-en-large-print-a4.pdf"
    said = pdf_words((out / name).read_bytes())
    assert all(text in said for text in ("7:00 PM", "7:10 PM", "11 people"))


def test_word_documents_take_the_place_of_pdf(english: Path, tmp_path: Path) -> None:
    assert printed(english, "--out", tmp_path / "papers", "--paper", "script", "--docx") == DONE
    assert names_in(tmp_path / "papers") == ["our-park-s1-script-en.docx"]


def test_a_pdf_can_be_made_for_screen_readers(english: Path, tmp_path: Path) -> None:
    assert printed(english, "--out", tmp_path / "papers", "--paper", "rules", "--accessible") == DONE
    assert b"/StructTreeRoot" in (tmp_path / "papers" / "our-park-s1-rules-en.pdf").read_bytes()


def test_two_languages_are_in_one_file(english: Path, tmp_path: Path) -> None:
    spanish = written(tmp_path / "es.guide.md", GUIDE.format(language="es", title="Nuestro parque"))
    assert printed(english, spanish, "--out", tmp_path / "papers", "--paper", "rules") == DONE
    (name,) = names_in(tmp_path / "papers")
    assert name == "our-park-s1-rules-en-es.pdf"
    assert "Acuerdos" in pdf_words((tmp_path / "papers" / name).read_bytes())


def test_files_of_two_guides_are_refused(
    english: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = written(tmp_path / "again.guide.md", GUIDE.format(language="en", title="Again"))
    assert printed(english, again, "--out", tmp_path / "papers") == CANNOT_BE
    assert "not one guide in different languages" in capsys.readouterr().err
    assert names_in(tmp_path / "papers") == []


@pytest.mark.parametrize("asked", [(), ("--session", "s9")])
def test_with_several_sessions_it_asks_which(
    asked: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    two = written(tmp_path / "two.guide.md", GUIDE.format(language="en", title="Our Park") + SECOND)
    assert printed(two, "--out", tmp_path / "papers", *asked) == CANNOT_BE
    said = capsys.readouterr().err
    assert "s1 (First); s2 (Second)" in said
    assert names_in(tmp_path / "papers") == []


def test_the_session_that_was_named_is_printed(tmp_path: Path) -> None:
    two = written(tmp_path / "two.guide.md", GUIDE.format(language="en", title="Our Park") + SECOND)
    assert printed(two, "--out", tmp_path / "papers", "--session", "s2", "--paper", "plan") == DONE
    assert names_in(tmp_path / "papers") == ["our-park-s2-plan-en.pdf"]


def test_a_file_that_is_no_guide_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    no_guide = written(tmp_path / "no.guide.md", "Good evening")
    assert printed(no_guide, "--out", tmp_path / "papers") == CANNOT_BE
    assert "no.guide.md, line 1" in capsys.readouterr().err
    assert names_in(tmp_path / "papers") == []


@pytest.mark.parametrize(
    "wrong", [("--paper", "poem"), ("--start", "late"), ("--start", "25:00"), ("--people", "0")]
)
def test_what_cannot_be_understood_is_said(
    wrong: tuple[str, str], english: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        printed(english, "--out", tmp_path / "papers", *wrong)
    assert ended.value.code == CANNOT_BE
    assert wrong[0] in capsys.readouterr().err
