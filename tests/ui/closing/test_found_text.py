"""A line with its finds, whole or around the current one."""


def test_a_note_of_a_million_characters_is_shown_around_the_find(check, write):
    write("dark " * 100_000 + "said Maria " + "dark " * 100_000)
    assert len(check.line.text()) < 700
    assert "said Maria" in check.line.text()


def test_letters_of_other_planes_leave_the_mark_where_it_belongs(check, write):
    write("😀😀 Maria said so.")
    [mark] = check.line._layout_for(400)[0].formats()
    assert (mark.start, mark.length) == (5, 5)
