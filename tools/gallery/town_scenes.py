"""Scenes of files that leave: proposals for a town's own site and its answers, statements, an archive."""

from __future__ import annotations

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.program.decidim_answers import DecidimReading
from dialogue_desk.desk.program.decidim_sending import DecidimSending
from dialogue_desk.desk.program.follow_edits import write_follow_up
from dialogue_desk.domain.model.answers import Answer, Reply
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.report_plan import ReportPlan, report_plan
from dialogue_desk.exchange.decidim_export import DecidimRow
from dialogue_desk.resources import resource
from dialogue_desk.ui.core.long_saving import LongSaving
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.follow.follow_tab import FollowTab
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.words import Words
from tools.gallery.action_scenes import season_of_proposals
from tools.gallery.scene import FEW, Scene
from tools.gallery.stage import Stage


def _tab(stage: Stage, program: RecordId) -> FollowTab:
    stage.go(PageName.PROGRAM, program)
    page = stage.the(ProgramPage)
    page.open_section(page.sections.follow)
    stage.settle()
    return stage.the(FollowTab)


def _send(stage: Stage) -> None:
    _tab(stage, season_of_proposals(stage)).town_acts.send()
    stage.settle()


def _polis(stage: Stage) -> None:
    _tab(stage, season_of_proposals(stage)).town_acts.choose_statements()
    stage.settle()


def _read(stage: Stage) -> None:
    program = season_of_proposals(stage)
    tab = _tab(stage, program)
    words = stage.words
    folders = Folders(stage.desk, GuideShelf(resource("guides"), Words()))
    ones = follow_up(report_plan(folders.picture(program))).followed
    write_follow_up(
        stage.desk, program, Answer(ones[1].about, Reply.LATER, "After the budget", "City council")
    )
    plan = report_plan(folders.picture(program))
    rows = [
        _row(plan, one.about, state, why)
        for one, (state, why) in zip(
            follow_up(plan).followed,
            (
                ("accepted", "Half of it is in this year's budget, the rest is asked for in the next one."),
                ("rejected", "The state sets this form."),
                ("implemented", ""),
                ("", ""),
            ),
            strict=False,
        )
    ]
    reading = DecidimReading(DecidimSending(plan, words), follow_up(plan), words)
    tab.town_acts.show_answers(program, reading.of(rows))
    stage.settle()


def _row(plan: ReportPlan, about: RecordId, state: str, why: str) -> DecidimRow:
    sending = DecidimSending(plan, Words())
    (one,) = (it for it in follow_up(sending.plan).every if it.about == about)
    (text, *_) = sending.ready(one).texts
    title, body = ((text.language, part) for part in (text.title, text.body))
    return DecidimRow(str(len(text.body)), state, (title,), (body,), (("en", why),))


def _archive(stage: Stage) -> None:
    words = stage.words
    sentence = words.tr("Saving {name}…", name="porch-lights-archive.zip")
    saving = LongSaving(stage.theme, words, words.tr("Save the archive"), sentence, stage.window)
    saving.follow(lambda: None)
    saving.show_progress(112, 275)
    saving.open()
    stage.settle()


SCENES = (
    Scene("archive-saving", "Saving an archive", _archive, FEW),
    Scene("follow-decidim-send", "Follow-up, proposals for Decidim", _send, FEW, with_sample=False),
    Scene("follow-decidim-read", "Follow-up, answers from Decidim", _read, FEW, with_sample=False),
    Scene("follow-polis", "Follow-up, statements for Polis", _polis, FEW, with_sample=False),
)
