"""What a part does not say is folded, and unfolds where something is to be fixed."""

from dialogue_desk.exchange.section_texts import Sort


def folds(editor):
    return {group.expander._button.text(): group.expander for group in editor.form.shown._groups}


def is_open(expander):
    return expander._button.isChecked()


def test_what_a_part_says_is_in_sight_and_the_rest_is_folded(editor, session):
    place = next(at for at, part in enumerate(editor.source.sections[session].sections) if part.value("each"))
    editor.go_to((session, place))
    assert is_open(folds(editor)["Go-round"]) and not is_open(folds(editor)["Cards and pages"])
    bare = next(
        at for at, part in enumerate(editor.source.sections[session].sections) if part.value("each") is None
    )
    editor.go_to((session, bare))
    assert not is_open(folds(editor)["Go-round"])


def test_a_group_that_a_person_unfolded_stays_so_while_they_type(editor, session):
    editor.go_to((session, 0))
    group = folds(editor)["Cards and pages"]
    group.unfold(True)
    editor.steps.title((session, 0), "Hello")
    editor.undo()
    assert is_open(group)


def test_a_field_that_is_folded_is_unfolded_to_be_fixed(editor, session):
    editor.go_to((session, 0))
    group = folds(editor)["Notes"]
    group.unfold(False)
    editor.form.focus_on(Sort.NOTES)
    assert is_open(group) and editor.form.shown.isAncestorOf(editor.focusWidget())


def test_what_no_field_can_fix_is_said_above_them_all(editor, session):
    editor.go_to((session,))
    assert "no closing" in editor.form.shown._general.text()
    editor.outline_actions.add_part("closing")
    editor.go_to((session,))
    assert "no closing" not in editor.form.shown._general.text()
