"""What is said after an act on notes, and what an act does when it cannot mean anything."""

from dialogue_desk.domain.records.changes import Act
from tests.ui.themes.workbench import choose, select, texts, theme


def test_a_message_says_how_many_notes_went_where(tab, context, settled):
    choose(tab, "How stops happen")
    select(tab, "Both sides", "A stop should")
    tab.acts.put(tab.notes.selected(), theme(tab, "Calls at night").theme_id, adds=False)
    assert context.toast.sentence() == "2 notes moved to “Calls at night”."
    settled()


def test_without_a_theme_that_is_shown_moving_adds(tab, context, desk, settled):
    select(tab, "Both sides")
    tab.acts.put(tab.notes.selected(), theme(tab, "Calls at night").theme_id, adds=False)
    assert context.toast.sentence() == "1 note is under “Calls at night” now."
    settled()
    choose(tab, "How stops happen")
    assert any(text.startswith("Both sides") for text in texts(tab))


def test_nothing_selected_does_nothing(tab, desk):
    before = desk.can_undo()
    for act in (tab.acts.add, tab.acts.move, tab.acts.take_out, tab.acts.restore):
        act(())
    tab.acts.put((), theme(tab, "Calls at night").theme_id, adds=True)
    assert desk.can_undo() is before


def test_a_theme_that_is_gone_takes_no_notes(tab, desk):
    select(tab, "Both sides")
    before = desk.can_undo()
    tab.acts.put(tab.notes.selected(), "no such theme", adds=True)
    assert desk.can_undo() is before


def test_notes_go_back_to_what_their_circles_wrote(tab, context, desk, settled):
    choose(tab, "How stops happen")
    select(tab, "Both sides")
    tab.acts.take_out(tab.notes.selected())
    settled()
    choose(tab, "Without a theme")
    select(tab, "Both sides")
    tab.acts.restore(tab.notes.selected())
    assert context.toast.sentence() == "1 note is under the themes of its circle again."
    settled()
    choose(tab, "How stops happen")
    assert any(text.startswith("Both sides") for text in texts(tab))
    assert desk.can_undo() is Act.WRITE
