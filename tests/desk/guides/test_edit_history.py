"""Steps are undone and redone without limit, and what is typed into one field is one step."""

from dialogue_desk.desk.guides.edit_history import EditHistory, EditKind, Step
from dialogue_desk.exchange.guide_source import GuideSource, Section


def guide(title):
    return {"en": GuideSource(sections=(Section(1, title, ("#s1",)),))}


def typed(title, field="title", path=(0,)):
    return Step(EditKind.TYPE, guide(title), path, "en", field)


def test_a_hundred_steps_are_undone_to_the_tree_that_was_opened():
    opened = guide("opened")
    history = EditHistory(opened)
    for number in range(100):
        history.make(Step(EditKind.MOVE_PART, guide(f"step {number}")))
    while history.undo():
        pass
    assert history.sources is opened
    while history.redo():
        pass
    assert history.sources == guide("step 99")


def test_typing_in_one_field_is_one_step_until_it_is_left():
    history = EditHistory(guide("A"))
    for title in ("A ", "A d", "A da", "A day"):
        history.make(typed(title))
    history.settle()
    history.make(typed("A day at"))
    assert history.undo().sources == guide("A day at") and history.sources == guide("A day")
    assert history.undo().kind is EditKind.TYPE and history.sources == guide("A")
    assert history.undo() is None and history.to_undo() is None


def test_another_field_or_another_section_begins_a_step():
    history = EditHistory(guide("A"))
    history.make(typed("B"))
    history.make(typed("C", field="Goal"))
    history.make(typed("D", field="Goal", path=(0, 1)))
    assert [history.undo().sources for _ in range(3)] == [guide("D"), guide("C"), guide("B")]


def test_a_step_that_changes_nothing_is_none_and_a_new_one_ends_what_could_be_redone():
    history = EditHistory(guide("A"))
    assert not history.make(typed("A")) and history.typing() is None
    history.make(typed("B"))
    assert history.typing() == typed("B")
    history.undo()
    assert history.to_redo() == typed("B") and history.typing() is None
    history.make(typed("C"))
    assert history.redo() is None
