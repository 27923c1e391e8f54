"""Scenes of giving the app to another facilitator: what goes along, while it is written, and the end."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.leaving.build_manifest import BuildFile
from dialogue_desk.desk.leaving.given_content import GivenContent, GivenFile, given_content, list_file
from dialogue_desk.desk.leaving.giving_plan import EarlierGiving, GivingPlan
from dialogue_desk.desk.leaving.giving_text import given_sentences, replacing_sentences
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.installation import Form, Installation
from dialogue_desk.ui.core.long_saving import LongSaving
from dialogue_desk.ui.core.prompts import ChoicePrompt, ChoicePromptDialog, PromptAnswer
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.giving.give_section import GiveSection
from dialogue_desk.ui.giving.give_sheet import GivenSheet, GiveSheet, offered_guides
from dialogue_desk.ui.widgets.button import Weight
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage

_SIZE = 284_000_000
"""How large a build is, in bytes."""


def _installation(stage: Stage, form: Form) -> Installation:
    return Installation(form, stage.folder / "dialogue-desk", "linux-x86_64", "0.2.0")


def build(stage: Stage) -> None:
    """Give a build, with two guides of one's own, of which one is ticked."""
    stage.go(PageName.HOME)
    own = OwnGuides(stage.desk)
    for key in ("one-evening", "neighbors-table"):
        own.add(stage.folders.shelf.texts_of(key), Origin.COPIED)
    app = GivenFile(BuildFile("App/linux-x86_64/dialogue-desk", _SIZE, "0" * 64), b"")
    content = GivenContent("0.2.0", ("linux-x86_64",), (app,))
    installation = _installation(stage, Form.FOLDER)
    sheet = GiveSheet(content, installation, offered_guides(own), stage.context, stage.window)
    sheet.ticks[0].setChecked(True)
    sheet.open()
    stage.settle()


def source(stage: Stage) -> None:
    """Give what there is where the app runs from its source."""
    stage.go(PageName.HOME)
    installation = _installation(stage, Form.SOURCE)
    GiveSheet(given_content(installation), installation, (), stage.context, stage.window).open()
    stage.settle()


def writing(stage: Stage) -> None:
    """Write to the stick."""
    stage.go(PageName.HOME)
    tr = stage.words.tr
    title = tr("Give this app to another facilitator")
    sentence = tr("Writing to the stick, and reading it back. Leave the stick in.")
    shown = LongSaving(stage.theme, stage.words, title, sentence, stage.window)
    shown.show_progress(3, 8)
    shown.open()
    stage.settle()


def _plan(place: Path) -> GivingPlan:
    old = EarlierGiving(place / "Dialogue Desk 0.1.0", "0.1.0", ())
    changed = ("Guides/one-evening.en.guide.md", "Guides/young-voices.en.guide.md")
    target = place / "Dialogue Desk 0.2.0"
    return GivingPlan(target, ("linux-x86_64",), (), list_file(()), changed=changed, older=(old,))


def replacing(stage: Stage) -> None:
    """Ask before what an earlier giving left is replaced."""
    stage.go(PageName.HOME)
    tr = stage.words.tr
    question = ChoicePrompt(
        tr("Replace what is on the stick"),
        " ".join(replacing_sentences(_plan(stage.folder), stage.words)),
        (PromptAnswer("replace", tr("Replace it"), Weight.PRIMARY),),
    )
    ChoicePromptDialog(question, stage.theme, stage.words, stage.window).open()
    stage.settle()


def given(stage: Stage) -> None:
    """Say what is on the stick."""
    stage.go(PageName.HOME)
    said = given_sentences(_plan(stage.folder), ("Dialogue Desk 0.1.0",), stage.words)
    GivenSheet(said, stage.context, stage.window).open()
    stage.settle()


def section(stage: Stage) -> GiveSection:
    """Show the part of the settings."""
    shown = GiveSection(stage.context)
    shown.setParent(stage.window)
    shown.resize(stage.window.width() // 2, stage.window.height() // 2)
    shown.show()
    stage.settle()
    return shown


SCENES = (
    Scene("give", "Giving the app away, with a guide of one's own", build),
    Scene("give-source", "Giving away what there is beside the app", source),
    Scene("give-writing", "Giving the app away, while it is written", writing),
    Scene("give-replacing", "Giving the app away, over an earlier one", replacing),
    Scene("give-done", "Giving the app away, what is on the stick", given),
    Scene("give-section", "Giving the app away, from the settings", section),
)
