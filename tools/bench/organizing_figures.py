"""What an organizer of 48 circles waits for between the sign-up slips and the vote."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.leaving.report_files import today
from dialogue_desk.desk.program.forum_edits import (
    choose_options,
    close_vote,
    lock,
    set_up_forum,
    type_ballots,
)
from dialogue_desk.domain.forming.placing import formed
from dialogue_desk.domain.model.forum import Forum
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.forum_result import forum_result
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.voices_picture import voices_of
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.forum_section import forum_result_document
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.forum.ballot_typing import BallotTyping
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.words import Words
from tools.bench.evening import settle
from tools.bench.figures import Figure, middle_and_worst, milliseconds
from tools.gallery.action_scenes import season_of_proposals
from tools.gallery.forming_scenes import slips_of_a_season, wish_of_a_season
from tools.gallery.forum_scenes import ballots, options_of_season
from tools.gallery.stage import Stage, Stock
from tools.gallery.voices_scenes import season_of_voices

OPTIONS, BALLOTS, TYPED, RUNS = 20, 400, 20, 5
SLIPS, CIRCLES = 400, 40
_FORUM = Forum(dots_each=5, most_on_one=5, ballots=BALLOTS)
_WORDS = Words()


def organizing_figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures of the forum, of the voices and of forming circles, working in ``folder``."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication), "the bench has a window system"
    theme = AppTheme.load("light")
    theme.apply(app)
    yield from _forum(_stage(theme, folder / "forum"))
    yield _voices(_stage(theme, folder / "voices"))
    slips, wish = slips_of_a_season(SLIPS), wish_of_a_season(CIRCLES, 6)
    yield _figure(f"{SLIPS} numbers put into {CIRCLES} circles", lambda: formed(slips, wish), 5_000, runs=3)


def _stage(theme: AppTheme, folder: Path) -> Stage:
    (folder / "stock").mkdir(parents=True)
    stage = Stage(theme, _WORDS, folder, Stock(folder / "stock"), with_sample=False)
    stage.show((1366, 768))
    return stage


def _forum(stage: Stage) -> Iterator[Figure]:
    program = season_of_proposals(stage)
    choose_options(stage.desk, program, options_of_season(stage, program, OPTIONS), _WORDS)
    set_up_forum(stage.desk, program, _FORUM, _WORDS)
    lock(stage.desk, program, _WORDS)
    pile = ballots(OPTIONS, BALLOTS)
    type_ballots(stage.desk, program, [*pile, *(replace(one, entry=2) for one in pile)], _WORDS)
    yield _typing(stage, program)
    close_vote(stage.desk, program, _WORDS)
    picture = stage.folders.picture(program)
    yield _figure(f"the result of {BALLOTS} ballots, typed twice", lambda: forum_result(picture.work), 500)
    plan, day = report_plan(picture), today(stage.desk)
    written = lambda: rendered(forum_result_document(plan, _WORDS, day), ".pdf", _WORDS)  # noqa: E731
    yield _figure("the pages of the result as PDF", written, 4_000, runs=3)
    stage.close()


def _typing(stage: Stage, program: RecordId) -> Figure:
    """Measure a ballot from its first key until the next one can be typed, each key painted."""
    stage.go(PageName.PROGRAM, program)
    page = stage.the(ProgramPage)
    page.open_section(page.sections.forum)
    stage.settle()
    line = stage.the(BallotTyping).line
    line.setFocus()

    def typed() -> None:
        for key in ("3", " ", "3", " ", "7", " ", "1", "2", " ", "1", "5", Qt.Key.Key_Return):
            QTest.keyClick(line, cast(Qt.Key, key))  # the binding takes a letter too
            settle()

    name = f"a ballot typed, with {BALLOTS} there twice"
    return _figure(name, typed, 1_000, runs=TYPED)


def _voices(stage: Stage) -> Figure:
    picture = stage.folders.picture(season_of_voices(stage, 48, 42, 20, 30))
    stage.close()
    return _figure("who is wanted and counted in 48 circles", lambda: voices_of(picture), 500)


def _figure(name: str, timed: Callable[[], object], most: int, runs: int = RUNS) -> Figure:
    middle, worst = middle_and_worst([milliseconds(timed) for _ in range(runs)])
    return Figure(name, "ms", middle, worst, f"under {most} ms", middle < most)
