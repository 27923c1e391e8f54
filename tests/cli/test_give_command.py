"""``give`` puts the app onto a stick, and says what is there or why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_desk.cli import main
from dialogue_desk.cli.commands import CANNOT_BE, DONE, SOME_REFUSED
from dialogue_desk.cli.give_command import give_from
from dialogue_desk.words import Words
from tests.desk.leaving.small_build import small_build

WORDS = Words()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


def test_from_the_source_all_but_the_app_is_given_and_that_is_said(
    stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["give", str(stick)]) in (SOME_REFUSED, DONE)  # done where wheels lie beside the source
    told = capsys.readouterr()
    assert "safe to remove" in told.out
    (folder,) = stick.iterdir()
    assert (folder / "README - LEAME.txt").exists()


def test_a_build_is_given_whole(tmp_path: Path, stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build = small_build(tmp_path / "app")
    assert give_from(build, stick, WORDS, replace=False) == DONE
    assert give_from(build, stick, WORDS, replace=False) == DONE
    assert "already" in capsys.readouterr().out


def test_a_build_without_its_list_is_told(
    tmp_path: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build = small_build(tmp_path / "app")
    next(build.folder.rglob("manifest.json")).unlink()
    assert give_from(build, stick, WORDS, replace=False) == SOME_REFUSED
    assert "The app itself is not copied" in capsys.readouterr().err


def test_an_older_version_is_named_and_goes_when_that_is_asked(
    tmp_path: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    give_from(small_build(tmp_path / "old", version="0.1.0"), stick, WORDS, replace=False)
    build = small_build(tmp_path / "app")
    assert give_from(build, stick, WORDS, replace=False) == DONE
    assert "add --replace" in capsys.readouterr().out
    assert len(list(stick.iterdir())) == 2
    assert give_from(build, stick, WORDS, replace=True) == DONE
    assert [path.name for path in stick.iterdir()] == ["Dialogue Desk 0.2.0"]


def test_what_was_changed_is_replaced_only_when_that_is_asked(
    tmp_path: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build = small_build(tmp_path / "app")
    give_from(build, stick, WORDS, replace=False)
    guide = next(stick.rglob("one-evening.en.guide.md"))
    guide.write_text("notes", encoding="utf-8")
    assert give_from(build, stick, WORDS, replace=False) == CANNOT_BE
    assert "--replace" in capsys.readouterr().err
    assert guide.read_text("utf-8") == "notes"
    assert give_from(build, stick, WORDS, replace=True) == DONE


def test_a_place_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "en", "give", str(tmp_path / "gone")]) == CANNOT_BE
    assert "Nothing was copied" in capsys.readouterr().err
