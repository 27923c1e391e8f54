"""An organizer's keys, and a program handed over, in their states."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.keyring import key_is_saved, make_key
from dialogue_desk.desk.program.handover import ready_handover
from dialogue_desk.desk.program.sample import import_sample
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.key_grid import PREFIX
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.organizing import Coding, coding_id
from dialogue_desk.exchange.age_files import sealed_by_passphrase
from dialogue_desk.exchange.sealing import key_of, new_key
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.importing.take_over_sheet import TakeOverSheet
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.program.hand_over_sheet import HandOverSheet
from dialogue_desk.ui.setup.key_card import ProgramKeyCard
from dialogue_desk.ui.setup.key_sheets import PublicKeySheet, SaveKeySheet, SecondKeySheet, TypedKeySheet
from dialogue_desk.ui.setup.program_setup import ProgramForm
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from tools.gallery.scene import ALL_SIZES, Scene
from tools.gallery.stage import Stage

_SECRET = f"{PREFIX}RNDT8YGL5XWWEKV3EVQFAM5LNSR6P5DL6C86J9DFFTXM6CS8YK9S9VE0HK"
_PASSPHRASE = "bench lamp river"


def saved(stage: Stage) -> None:
    """Look at a key that was saved, and is sealed to beside that of a second organizer."""
    card = _card(stage)
    card.make_button.click()
    key_is_saved(stage.desk, card.key)
    card.show_key("Porch Lights", card.key, key_of(_SECRET).public)
    stage.settle()
    form = stage.the(ProgramForm)
    (column,) = (one for one in form.findChildren(ScrollColumn) if one.isAncestorOf(form.privacy))
    column.verticalScrollBar().setValue(column.verticalScrollBar().maximum())


def unsaved(stage: Stage) -> None:
    """Look at the Overview of a program whose key was never saved."""
    _seal(stage)
    stage.go(PageName.PROGRAM, stage.program)


def save_key(stage: Stage) -> None:
    """Save a key, behind a passphrase that was just made."""
    card = _card(stage)
    card.make_button.click()
    card.save_button.click()
    stage.settle()
    sheet = stage.the(SaveKeySheet)
    for box in (sheet.passphrase.first, sheet.passphrase.again):
        box.setText("acorn violet harbor kettle maple canoe")
    sheet.passphrase.shown.setChecked(True)
    stage.settle()


def typed(stage: Stage) -> None:
    """Type a key from paper, with one wrong letter in it."""
    card = _card(stage)
    card.show_key("Porch Lights", key_of(_SECRET).public)
    card.type_button.click()
    stage.settle()
    sheet = stage.the(TypedKeySheet)
    sheet.box.setPlainText("rndt 8ygl 5xww ekv3\nevqf am5l nsr6 p5dl\n6c86 j9df ftxm 6cs8\nyk9s 9vf0 hk")
    sheet.open_button.click()
    stage.settle()


def second(stage: Stage) -> None:
    """Give the key of a second organizer, which was not copied whole."""
    card = _card(stage)
    card.make_button.click()
    card.others.second_button.click()
    stage.settle()
    sheet = stage.the(SecondKeySheet)
    sheet.box.setText(key_of(_SECRET).public[:40])
    sheet.use_button.click()
    stage.settle()


def public(stage: Stage) -> None:
    """Show one's own public key."""
    card = _card(stage)
    card.show_key("Porch Lights", new_key().public)
    card.others.public_button.click()
    stage.settle()
    stage.the(PublicKeySheet)


def hand_over(stage: Stage) -> None:
    """Hand the program over: what goes, and its passphrase."""
    _seal(stage)
    stage.go(PageName.PROGRAM, stage.program)
    _handing_over(stage)


def handing_over(stage: Stage) -> None:
    """Hand the program over: the file is being opened again."""
    hand_over(stage)
    sheet = stage.the(HandOverSheet)
    sheet._show_busy(on=True)  # noqa: SLF001  # it is over too soon to be seen
    sheet._progressed(3, 4)  # noqa: SLF001
    for _ in range(3):
        stage.settle()


def take_over(stage: Stage) -> None:
    """Take a program over: its passphrase was right, and it says what is in the file."""
    desk = Desk(DeskFile(stage.folder / "theirs.db"), stage.clock, RandomIds(31))
    import_sample(desk, stage.folders.shelf, stage.words)
    program = next(desk.file.records.of_kind(Kind.PROGRAM))
    assert isinstance(program.body, Program)
    desk.rewrite(program.id, replace(program.body, name="Elm Street Listens", seal_to=make_key(desk)))
    folders = Folders(desk, stage.folders.shelf)
    ready = ready_handover(desk, folders, program.id, RandomIds(5))
    file = stage.folder / "elm-street-listens.dialogue-handover"
    quick = replace(ready, seal=lambda data, phrase: sealed_by_passphrase(data, phrase.encode(), 4))
    quick.write(file, _PASSPHRASE, stage.words, lambda _done, _total: None)
    desk.file.close()
    stage.go(PageName.HOME)
    stage.workspace.import_bar.open_paths((file,))
    stage.settle()
    sheet = stage.the(TakeOverSheet)
    sheet.box.setText(_PASSPHRASE)
    sheet.open_button.click()
    stage.settle()


def differing(stage: Stage) -> None:
    """Choose between what two organizers made of one note."""
    desk, program = stage.desk, stage.program
    note = next(desk.file.records.of_kind(Kind.NOTE))
    themes = [desk.add(program, Theme(name)) for name in ("Light in the park", "Streets at night")]
    theirs = Desk(DeskFile(stage.folder / "theirs.db"), stage.clock, RandomIds(31))
    fact = coding_id(program, note.id)
    for one, theme in ((desk, themes[0]), (theirs, themes[1])):
        one.put(fact, program, Coding(note.id, (theme,)))
    record = theirs.get(fact)
    assert record is not None
    _merge(desk, fact, theirs)
    theirs.file.close()
    stage.go(PageName.PROGRAM, program)
    ConflictDialog(desk, fact, stage.context, stage.window).open()
    stage.settle()


def _merge(desk: Desk, fact: RecordId, theirs: Desk) -> None:
    from dialogue_desk.domain.records.merging import merge  # noqa: PLC0415

    records = {record.id: record for record in theirs.file.records.known((fact,)).values()}
    desk.import_change(lambda _: merge(desk.file.records.known(records), records), lambda _: None)


def _seal(stage: Stage) -> None:
    program = stage.desk.get(stage.program)
    assert program is not None
    assert isinstance(program.body, Program)
    stage.desk.rewrite(program.id, replace(program.body, seal_to=make_key(stage.desk)))


def _handing_over(stage: Stage) -> None:
    ready = ready_handover(stage.desk, stage.folders, stage.program, RandomIds(5))
    HandOverSheet(stage.desk, ready, stage.context, stage.window).open()
    stage.settle()


def _card(stage: Stage) -> ProgramKeyCard:
    stage.go(PageName.PROGRAM, stage.program)
    stage.press(stage.words.tr("Change the program"))
    form = stage.the(ProgramForm)
    form.show_part(form.privacy)
    stage.settle()
    return stage.the(ProgramKeyCard)


SCENES = (
    Scene("program-key-saved", "Program, set up, two keys, one saved", saved, ALL_SIZES),
    Scene("program-key-unsaved", "Program, a key that was never saved", unsaved),
    Scene("program-key-save", "Program, saving the key", save_key, ALL_SIZES),
    Scene("program-key-typed", "Program, a key typed from paper with a slip", typed),
    Scene("program-key-second", "Program, the key of a second organizer", second),
    Scene("program-key-public", "Program, my public key", public),
    Scene("program-hand-over", "Program, handing it over", hand_over, ALL_SIZES),
    Scene("program-handing-over", "Program, the file is opened again", handing_over),
    Scene("program-take-over", "Taking a program over, what is in the file", take_over),
    Scene("program-work-differs", "Two organizers differ about a note", differing),
)
