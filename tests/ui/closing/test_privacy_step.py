import pytest
from PySide6.QtCore import Qt

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.desk.session.privacy_check import BLANK
from dialogue_desk.domain.model.circles import GroundRule
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.records import Edition, Record, Version
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.closing.export_choices import AudienceChoice
from dialogue_desk.ui.closing.privacy_step import PrivacyStep
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.widgets.label import Label
from tests.ui.sessions import begin

LINE = "Officer J. Ruiz, badge 4471, stopped him on 118 Alder Street."


@pytest.fixture
def session_id(desk, shelf):
    return begin(desk, shelf)


@pytest.fixture
def step(desk, folders, context, session_id, qtbot):
    """The pane as its page shows it: anew after every change."""
    pane = PrivacyStep(desk, context)
    qtbot.addWidget(pane)
    context.desk_signals.changed.connect(lambda _: pane.show_folder(folders.session(session_id)))
    pane.resize(900, 700)
    pane.show_folder(folders.session(session_id))
    pane.show()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.take_focus()
    return pane


@pytest.fixture
def write(desk, session_id):
    def written(text, kind=NoteKind.CONCERN):
        note_id = desk.add(session_id, Note(kind, text))
        return lambda: desk.get(note_id).body.text

    return written


def seen(step):
    """Return every sentence that can be read."""
    return [label.text() for label in step.findChildren(Label) if label.isVisible() and label.text()]


def asked(step):
    """Return what readers hear of the find that is asked about."""
    return step.line.accessibleName()


def test_a_find_is_shown_in_its_line_with_its_kind(step, write):
    write(LINE)
    assert step.line.text() == LINE
    assert asked(step) == f"Name with a title: Officer J. Ruiz. Concern: {LINE}"
    assert "0 of 3 checked" in seen(step)


def test_the_keys_keep_blank_and_go_on(step, write, qtbot):
    text = write(LINE)
    qtbot.keyClicks(step.answers.keep, "k")
    assert asked(step).startswith("Badge number: 4471")
    qtbot.keyClicks(step.answers.keep, "b")
    assert text() == f"Officer J. Ruiz, badge {BLANK}, stopped him on 118 Alder Street."
    assert asked(step).startswith("Street address")
    assert "2 of 3 checked" in seen(step)


def test_other_words_are_typed_and_stand_there(step, write, qtbot):
    text = write(LINE)
    qtbot.keyClicks(step.answers.keep, "r")
    assert step.answers.box.hasFocus()
    qtbot.keyClicks(step.answers.box, "An officer by the park")
    qtbot.keyClick(step.answers.box, Qt.Key.Key_Return)
    assert text().startswith("An officer by the park, badge 4471")
    assert not step.answers.asking()


def test_escape_puts_the_box_away_and_nothing_is_changed(step, write, qtbot):
    text = write(LINE)
    qtbot.keyClicks(step.answers.keep, "r")
    qtbot.keyClicks(step.answers.box, "An")
    qtbot.keyClick(step.answers.box, Qt.Key.Key_Escape)
    assert not step.answers.asking() and step.answers.keep.hasFocus()
    assert text() == LINE


def test_replacing_by_nothing_is_refused_with_a_sentence(step, write, qtbot):
    text = write(LINE)
    qtbot.keyClicks(step.answers.keep, "r")
    qtbot.keyClick(step.answers.box, Qt.Key.Key_Return)
    assert "Write the replacement, or choose Blank." in seen(step)
    assert text() == LINE


def test_next_and_previous_go_round_without_answering(step, write, qtbot, said):
    write(LINE)
    qtbot.keyClicks(step.answers.keep, "n")
    assert asked(step).startswith("Badge number")
    assert said[-1].startswith("Badge number: 4471") and said[-1].endswith("0 of 3 checked")
    qtbot.keyClicks(step.answers.keep, "pp")
    assert asked(step).startswith("Street address")
    step.line.setFocus()
    qtbot.keyClick(step.line, Qt.Key.Key_Right)
    assert asked(step).startswith("Name with a title")


def test_z_takes_the_last_answers_back_one_by_one(step, write, qtbot):
    text = write(LINE)
    qtbot.keyClicks(step.answers.keep, "kb")
    qtbot.keyClicks(step, "z")
    assert text() == LINE and "1 of 3 checked" in seen(step)
    qtbot.keyClicks(step, "zz")
    assert "0 of 3 checked" in seen(step) and text() == LINE


def test_z_never_takes_back_what_was_done_elsewhere(step, write, qtbot):
    write(LINE)
    qtbot.keyClicks(step.answers.keep, "k")
    text = write("The bus is late.")
    qtbot.keyClicks(step, "z")
    assert text() == "The bus is late."


def test_the_same_words_are_answered_in_all_places_when_that_is_ticked(step, write, qtbot):
    first, second = write("Maria said so."), write("We asked maria twice.")
    assert step.answers.everywhere.isVisible() and step.answers.everywhere.isChecked()
    qtbot.keyClicks(step.answers.keep, "b")
    assert (first(), second()) == (f"{BLANK} said so.", f"We asked {BLANK} twice.")


def test_one_place_alone_is_answered_when_it_is_not_ticked(step, write, qtbot):
    first, second = write("Maria said so."), write("We asked Maria twice.")
    step.answers.everywhere.setChecked(False)
    qtbot.keyClicks(step.answers.keep, "b")
    assert (first(), second()) == (f"{BLANK} said so.", "We asked Maria twice.")


def test_what_stood_there_before_is_offered_again(step, write, qtbot):
    write("Maria said so.")
    qtbot.keyClicks(step.answers.keep, "r")
    qtbot.keyClicks(step.answers.box, "a neighbor")
    qtbot.keyClick(step.answers.box, Qt.Key.Key_Return)
    write("Then Maria called.")
    step.answers.keep.setFocus()
    qtbot.keyClicks(step.answers.keep, "r")
    assert step.answers.box.text() == "a neighbor"


def test_all_of_one_kind_are_kept_with_one_button(step, write, qtbot):
    write("The mayor came.")
    write("The principal did not.")
    qtbot.mouseClick(step._kind, Qt.MouseButton.LeftButton)
    assert "Everything is checked" in seen(step)


def test_when_nothing_is_found_the_lines_are_there_to_be_read(step, write):
    write("The bus is late.")
    assert "Nothing was found" in seen(step)
    assert any("The check can miss a name." in sentence for sentence in seen(step))
    assert "The bus is late." in [row.text for row in step.shared.lines.rows()]
    assert step.shared.lines.isVisible()


def test_the_lines_can_be_read_while_finds_are_open(step, write, qtbot):
    write(LINE)
    assert not step.shared.lines.isVisible()
    qtbot.mouseClick(step.shared.read_button, Qt.MouseButton.LeftButton)
    assert LINE in [row.text for row in step.shared.lines.rows()]


def test_it_says_what_becomes_of_the_earlier_words(step):
    assert any("history" in sentence and "never leaves this laptop" in sentence for sentence in seen(step))


@pytest.fixture
def page(desk, folders, context, room, session_id, qtbot):
    page = ClosePage(desk, folders, context, room)
    qtbot.addWidget(page)
    page.show_session(session_id)
    page.show()
    return page


def test_the_debrief_is_looked_at_as_soon_as_it_goes_along(page, write):
    write(LINE, NoteKind.DEBRIEF)

    def told(step):
        page.go_to(step)
        return seen(page)

    sentence = "The privacy check now includes it too. Do the check first."
    assert "Nothing was found" in told(CloseStep.PRIVACY) and sentence not in told(CloseStep.EXPORT)
    with_debrief = page.findChild(AudienceChoice).debrief
    with_debrief.click()
    assert sentence in seen(page) and "0 of 3 checked" in told(CloseStep.PRIVACY)
    page.go_to(CloseStep.EXPORT)
    with_debrief.click()
    assert "Nothing was found" in told(CloseStep.PRIVACY)


def test_a_note_of_a_million_characters_is_shown_around_the_find(step, write):
    write("dark " * 100_000 + "said Maria " + "dark " * 100_000)
    assert len(step.line.text()) < 700
    assert "said Maria" in step.line.text()


def test_a_rule_of_the_circle_is_changed_too(step, desk, folders, session_id, qtbot):
    rule_id = desk.add(folders.session(session_id).circle_id, GroundRule("Ask Maria first.", 9_000))
    qtbot.keyClicks(step.answers.keep, "b")
    assert desk.get(rule_id).body.text == f"Ask {BLANK} first."


def test_letters_of_other_planes_leave_the_mark_where_it_belongs(step, write):
    write("😀😀 Maria said so.")
    [mark] = step.line._layout_for(400)[0].formats()
    assert (mark.start, mark.length) == (5, 5)


def test_a_wording_has_to_be_chosen_before_words_are_changed(step, desk, session_id, qtbot):
    note_id = desk.add(session_id, Note(NoteKind.CONCERN, "We asked Maria."))
    here = desk.get(note_id)
    theirs = Note(NoteKind.CONCERN, "We asked Dwayne.")
    edition = Edition(Version((("elsewhere", 1),)), 1, DeviceId("elsewhere"), theirs)
    desk.import_records(
        [IncomingPackage("1", "1", {here.id: Record(here.id, here.kind, here.owner, (edition,))})]
    )
    assert any("Until you choose a version, you can only keep it." in sentence for sentence in seen(step))
    assert not step.answers.blank.isEnabled()
    qtbot.keyClicks(step.answers.keep, "br")
    assert desk.get(note_id).in_conflict and not step.answers.asking()
    qtbot.mouseClick(step._card.choose_first, Qt.MouseButton.LeftButton)
    [dialog] = [one for one in step.window().findChildren(ConflictDialog) if one.isVisible()]
    dialog._buttons[0].click()
    assert step.answers.blank.isEnabled() and not step._card.choose_first.isVisible()
