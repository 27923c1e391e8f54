"""Scenes of the action forum: nothing chosen, 20 options, ballots typed, differences, the result, teams."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.report_files import today
from dialogue_desk.desk.program.forum_edits import (
    choose_options,
    close_vote,
    lock,
    set_up_forum,
    type_ballots,
    write_team,
)
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.forum_choice import option_of
from dialogue_desk.domain.overview.program_proposals import ProgramProposals
from dialogue_desk.domain.overview.proposal_filter import Order, in_order
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.resources import resource
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.forum.forum_tab import ForumTab
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode
from dialogue_desk.ui.room.room_display import RoomDisplay
from dialogue_desk.words import Words
from tools.gallery.action_scenes import season_of_proposals
from tools.gallery.scene import ALL_SIZES, FEW, Scene
from tools.gallery.stage import Stage

LANGUAGES = ("en", "es")
_WORDS = Words()
_DOTS, _BALLOTS, _GIVEN = 5, 43, 120


def _tab(stage: Stage, program: RecordId) -> ForumTab:
    stage.go(PageName.PROGRAM, program)
    page = stage.the(ProgramPage)
    page.open_section(page.sections.forum)
    stage.settle()
    return stage.the(ForumTab)


def _season(stage: Stage, count: int) -> RecordId:
    """Put 48 circles on the desk, with so many of their proposals on the ballot."""
    program = season_of_proposals(stage)
    record = stage.desk.get(program)
    assert record is not None
    assert isinstance(record.body, Program)
    stage.desk.rewrite(program, replace(record.body, languages=LANGUAGES))
    choose_options(stage.desk, program, options_of_season(stage, program, count), _WORDS)
    return program


def options_of_season(stage: Stage, program: RecordId, count: int) -> Sequence[ForumOption]:
    """Return so many proposals as options, those of most circles first; the last has no translation."""
    folders = Folders(stage.desk, GuideShelf(resource("guides"), _WORDS))
    found = in_order(ProgramProposals.of(folders.picture(program)).all, Order.CIRCLES)[:count]
    options = [option_of(one, number, LANGUAGES) for number, one in enumerate(found, 1)]
    other = {"en": "es", "es": "en"}
    return [
        one
        if number == len(options) - 1 or len(one.texts) > 1
        else replace(one, texts=(*one.texts, (other[one.texts[0][0]], _TRANSLATED[number % 4])))
        for number, one in enumerate(options)
    ]


_TRANSLATED = (
    "Una persona fija que responde a cada familia en su idioma",
    "Una hora al mes para jóvenes y policías, con comida",
    "Luces en las paradas de la avenida Cedar antes del invierno",
    "Un número que contesta de noche, también en español",
)


def ballots(options: int, count: int, entry: int = 1) -> list[BallotEntry]:
    """Return ballots that favor the first options, two of them alike."""
    chance = random.Random(7)
    found = []
    for number in range(1, count + 1):
        dots: dict[int, int] = {}
        for _ in range(_DOTS):
            option = min(chance.randrange(1, options + 1) for _ in range(2))
            dots[option] = dots.get(option, 0) + 1
        found.append(BallotEntry(entry, number, tuple(sorted(dots.items()))))
    return found


def _voting(stage: Stage) -> RecordId:
    program = _season(stage, 20)
    set_up_forum(stage.desk, program, Forum(_DOTS, 3, _GIVEN), _WORDS)
    lock(stage.desk, program, _WORDS)
    typed = ballots(20, _BALLOTS)
    typed[40] = replace(typed[40], dots=((3, 5), (7, 2)), spoiled=True)
    again = [replace(one, entry=2) for one in typed[:12]]
    again[3] = replace(again[3], dots=((1, 1), (4, 4)))
    again[8] = replace(again[8], dots=((2, 3), (11, 2)))
    type_ballots(stage.desk, program, [*typed, *again], _WORDS)
    return program


def _counted(stage: Stage) -> RecordId:
    program = _voting(stage)
    close_vote(stage.desk, program, _WORDS)
    return program


def _empty(stage: Stage) -> None:
    program = stage.desk.add(NO_OWNER, Program("Fair Ground, Riverton", "FGR", 6))
    stage.desk.add(NO_OWNER, Circle("F01", "Grange hall", program))
    _tab(stage, program)


def _nothing_chosen(stage: Stage) -> None:
    _tab(stage, _season(stage, 0))


def _twenty(stage: Stage) -> None:
    tab = _tab(stage, _season(stage, 20))
    tab.choice.panes.open_detail()
    stage.settle()


def _typing(stage: Stage) -> None:
    tab = _tab(stage, _voting(stage))
    tab.vote.ballots.line.setFocus()
    tab.vote.ballots.line.insert("3 3 7 12")
    tab.vote.ballots.line.textEdited.emit("")
    stage.settle()


def _too_many(stage: Stage) -> None:
    tab = _tab(stage, _voting(stage))
    tab.vote.ballots.line.setText("3 3 7 12 15 15")
    tab.vote.ballots.line.entered.emit()
    stage.settle()


def _sheets(stage: Stage) -> None:
    tab = _tab(stage, _voting(stage))
    tab.vote.kinds.choose("sheets")
    tab.vote.kinds.chosen.emit("sheets")
    stage.settle()


def _differences(stage: Stage) -> None:
    tab = _tab(stage, _voting(stage))
    tab.vote.kinds.choose("differences")
    tab.vote.kinds.chosen.emit("differences")
    stage.settle()


def _result(stage: Stage) -> None:
    _tab(stage, _counted(stage))


def _room(stage: Stage) -> QWidget:
    tab = _tab(stage, _counted(stage))
    display = RoomDisplay(stage.theme)
    display.resize(stage.window.size())
    chart = tab.result.room.content.chart
    assert chart is not None
    display.show_content(RoomContent(RoomMode.CHART, chart.spoken, chart=chart))
    return display


def _teams(stage: Stage) -> None:
    program = _counted(stage)
    tab = _tab(stage, program)
    day = (today(stage.desk) + timedelta(days=16)).isoformat()
    first, second = (one.option for one in tab.acts.result.options[:2])
    assert first is not None
    assert second is not None
    team = ActionTeam(
        first.about,
        "Lights before winter",
        "Neighborhood council",
        "Library outreach desk",
        "Parks department lends a room",
        14,
        day,
        "Library, room 2",
    )
    write_team(stage.desk, program, team, _WORDS)
    write_team(stage.desk, program, ActionTeam(second.about, convener="School board"), _WORDS)
    stage.settle()
    tab.steps.choose("teams")
    tab.steps.chosen.emit("teams")
    tab.teams.panes.open_detail()
    stage.settle()


SCENES = (
    Scene("forum-empty", "Forum, nothing yet", _empty, FEW, with_sample=False),
    Scene("forum-none", "Forum, nothing chosen", _nothing_chosen, ALL_SIZES, with_sample=False),
    Scene("forum-twenty", "Forum, 20 options", _twenty, ALL_SIZES, with_sample=False),
    Scene("forum-typing", "Forum, ballots are typed", _typing, ALL_SIZES, with_sample=False),
    Scene("forum-dots", "Forum, a ballot with too many dots", _too_many, FEW, with_sample=False),
    Scene("forum-sheets", "Forum, a tally sheet", _sheets, FEW, with_sample=False),
    Scene("forum-differences", "Forum, entries differ", _differences, ALL_SIZES, with_sample=False),
    Scene("forum-result", "Forum, the result with ties", _result, ALL_SIZES, with_sample=False),
    Scene("forum-room", "Forum, the result on the room display", _room, FEW, with_sample=False),
    Scene("forum-teams", "Forum, action teams", _teams, ALL_SIZES, with_sample=False),
)
