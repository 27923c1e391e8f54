"""What of the resources goes into a build."""

from __future__ import annotations

from pathlib import Path

from tests.house import ROOT
from tools.build.data_files import data_files


def test_all_the_app_reads_comes_along_and_nothing_that_only_its_makers_need(tmp_path):
    told = tmp_path / "build.toml"
    placed = {(Path(goal) / Path(file).name).as_posix() for file, goal in data_files(ROOT, told)}
    for wanted in (
        "build.toml",
        "guides/one-evening.es.guide.md",
        "fonts/atkinson/AtkinsonHyperlegible-Regular.ttf",
        "languages/es/LC_MESSAGES/dialogue_desk.mo",
        "LICENSE",
    ):
        assert f"dialogue_desk/data/{wanted}" in placed
    assert not [place for place in placed if place.endswith((".po", ".pot"))]


def test_they_come_in_one_order(tmp_path):
    files = [file for file, _ in data_files(ROOT, tmp_path / "build.toml")]
    assert files[:-2] == [str(path) for path in sorted(map(Path, files[:-2]))]
