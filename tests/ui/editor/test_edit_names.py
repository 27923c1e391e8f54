"""Each kind of step has a name of its own."""

from dialogue_desk.desk.guides.edit_history import EditKind
from dialogue_desk.ui.editor.edit_names import edit_name
from dialogue_desk.words import Words


def test_each_kind_of_step_has_a_name_of_its_own():
    names = [edit_name(kind, Words()) for kind in EditKind]
    assert all(names) and len(set(names)) == len(names)
