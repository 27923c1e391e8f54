from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.desk.session.privacy_words import finder_beside
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.domain.practice.review import Review, ReviewedNote, TypedNote, review
from dialogue_desk.domain.practice.script import MarkKind, PracticeScript, Spoken, Written
from dialogue_desk.exchange.practice_files import practices_in
from dialogue_desk.resources import resource
from dialogue_desk.words import Words
from tests.domain.practice.imagined_notes import ABOUT_NOTHING, ALL, UNSEEN, Imagined
from tests.domain.practice.small_script import POND

FIRST, SWIM, GUARD, BENCH, TREE = POND.spoken


def of(*typed: str, at: float = POND.seconds, pace: Pace = Pace.USUAL) -> Review:
    return review(POND, [TypedNote.of(line, at, pace=pace) for line in typed])


def only(line: str, at: float = POND.seconds) -> ReviewedNote:
    return of(line, at=at).notes[0]


# Which line a note is about


def test_a_note_is_about_the_line_whose_words_it_has() -> None:
    assert only("broken benches").about == BENCH


def test_a_note_in_the_words_of_the_practiced_one_is_about_the_same_line() -> None:
    assert only("kids learned swimming").about == SWIM


def test_a_note_can_be_about_a_line_that_is_worth_none() -> None:
    assert only("lifeguard").about == GUARD


def test_what_the_facilitator_asks_is_not_what_a_note_is_about() -> None:
    assert only("one hour in the park").about is None


def test_what_the_facilitator_says_counts_where_a_practiced_note_taker_wrote_it_down() -> None:
    part = POND.parts[0]
    first = replace(part.lines[0], written=Written(NoteKind.EXPERIENCE, "an hour in the park"))
    script = replace(POND, parts=(replace(part, lines=(first, *part.lines[1:])), *POND.parts[1:]))
    (note,) = review(script, [TypedNote.of("one hour in the park", 60)]).notes
    assert note.about == script.spoken[0]


def test_nobody_writes_about_what_is_still_to_be_said() -> None:
    assert only("broken benches", at=BENCH.begins - 1).about is None


def test_signs_and_themes_of_shorthand_do_not_hide_the_words() -> None:
    assert only("~benches broken /2 #park").about == BENCH
    assert only("#broken_benches").about == BENCH


def test_a_note_in_words_that_are_nowhere_near_is_about_no_line() -> None:
    assert only("projector cable").about is None
    assert only("").about is None


# What was written, and what was missed


def test_lines_worth_a_note_are_written_or_missed() -> None:
    found = of("broken benches", "lifeguard")
    assert found.written == (BENCH,)
    assert found.missed == (SWIM, TREE)


def test_two_notes_about_one_line_are_one_line_written() -> None:
    found = of("broken benches", "nobody sits on broken benches")
    assert found.written == (BENCH,)
    assert [one.note.text for one in found.about(BENCH)] == [
        "broken benches",
        "nobody sits on broken benches",
    ]


def test_what_was_not_heard_was_not_missed() -> None:
    assert review(POND, [], heard=[FIRST, SWIM]).missed == (SWIM,)
    assert review(POND, [TypedNote.of("broken benches", 60)], heard=[FIRST, SWIM]).notes[0].about is None


# The kind


def test_a_kind_is_alike_or_not() -> None:
    notes = [TypedNote.of("broken benches", 60, NoteKind.CONCERN), TypedNote.of("broken benches", 60)]
    assert [one.kind_alike for one in review(POND, notes).notes] == [True, False]


def test_a_sign_says_the_kind() -> None:
    assert TypedNote.of("?who plants trees", 90).kind is NoteKind.QUESTION
    assert TypedNote.of("!plant trees", 90).kind is None
    assert TypedNote.of("plant trees", 90, kind=None).kind is None


def test_there_is_no_kind_to_compare_where_no_note_was_worth_it() -> None:
    assert only("lifeguard").kind_alike is None
    assert only("projector cable").kind_alike is None


# How far behind


def test_a_note_is_behind_by_the_seconds_since_the_line_ended() -> None:
    assert only("broken benches", at=BENCH.ends + 7).behind == 7


def test_a_note_saved_while_the_line_is_spoken_is_not_behind() -> None:
    assert only("broken benches", at=BENCH.begins + 1).behind == 0


def test_at_a_slow_pace_a_second_of_the_script_is_longer() -> None:
    found = of("broken benches", at=BENCH.ends + 8, pace=Pace.SLOW)
    assert found.notes[0].behind == pytest.approx(10)


def test_line_by_line_nobody_is_behind() -> None:
    found = of("broken benches", pace=Pace.LINE_BY_LINE)
    assert found.notes[0].about == BENCH
    assert found.notes[0].behind is None and found.behind is None


def test_the_median_is_of_the_notes_that_were_measured() -> None:
    notes = [TypedNote.of("broken benches", BENCH.ends + late) for late in (2, 30, 4)]
    assert review(POND, [*notes, TypedNote.of("projector cable", 99)]).behind == 4


# What could identify somebody


def test_a_name_that_the_script_marks_is_seen_in_a_note() -> None:
    found = only("rosa taught swimming")
    assert [mark.kind for mark in found.marks] == [MarkKind.NAME]
    assert found.could_identify


def test_a_note_without_it_gives_nothing_away() -> None:
    assert not only("somebody taught swimming").could_identify


def test_a_marked_role_is_seen_in_other_words_where_the_note_is_about_that_line() -> None:
    assert only("broken bench").marks == BENCH.line.marks
    assert only("kids learned to swim near a bench").marks == ()


def test_the_privacy_check_finds_what_no_script_marks() -> None:
    found = review(POND, [TypedNote.of("call Linda Marquez 555-201-3344", 90)], finds=finder_beside().finds)
    assert found.notes[0].finds and found.notes[0].could_identify


@pytest.mark.parametrize(
    ("name", "part", "at", "typed", "marked"),
    [
        ("evening-one.en", 0, 170, "neighbor in yellow house sees all", "the yellow house"),
        ("evening-one.en", 0, 240, "crossing guard knows kids", "crossing guard at the school"),
        ("heated.en", 1, 30, "porch at 4th & Alder", "Fourth and Alder"),
        ("heated.en", 0, 45, "cop's husband, up nights", "My husband wears that badge"),
        ("quiet.en", 0, 30, "here 61 yrs come March", "sixty-one years in March"),
        ("quiet.es", 0, 30, "esposo puso ladrillos de la biblioteca", "puso los ladrillos"),
        ("heated.es", 1, 40, "danny no hizo nada", "Danny"),
    ],
)
def test_the_marks_of_the_scripts_are_seen_in_hurried_notes(name, part, at, typed, marked) -> None:
    script = SCRIPTS[name]
    begins = part_begins(script, script.parts[part].id)
    note = review(script, [TypedNote.of(typed, begins + at)]).notes[0]
    assert marked in [mark.words for mark in note.marks]


# How well it is told which line a note is about


SCRIPTS = {f"{one.id}.{one.language}": one for one in practices_in(resource("practice"), Words()).scripts}


def seconds(time: str) -> int:
    minutes, rest = time.split(":")
    return 60 * int(minutes) + int(rest)


def part_begins(script: PracticeScript, part_id: str) -> int:
    part = [part.id for part in script.parts].index(part_id)
    first = next(one for one in script.spoken if one.part == part)
    return first.begins - first.line.at


def meant(note: Imagined) -> list[Spoken]:
    script = SCRIPTS[note.script]
    begins = part_begins(script, note.part)
    return [one for one in script.spoken if one.begins in [begins + seconds(time) for time in note.about]]


def told(note: Imagined) -> Spoken | None:
    script = SCRIPTS[note.script]
    typed = TypedNote.of(note.typed, part_begins(script, note.part) + seconds(note.at))
    return review(script, [typed]).notes[0].about


def test_the_imagined_notes_name_lines_of_the_scripts() -> None:
    assert len(ALL) == 90
    assert [note for note in ALL if len(meant(note)) != len(note.about)] == []


def test_of_the_notes_that_were_set_aside_five_in_six_are_told_rightly_and_hardly_any_wrongly() -> None:
    found = [(told(note), meant(note)) for note in UNSEEN]
    right = sum(line in lines for line, lines in found)
    wrong = sum(line is not None and line not in lines for line, lines in found)
    assert len(found) == 45
    assert right >= 38 and wrong <= 3, (right, wrong)


def test_notes_word_for_word_are_all_told_rightly() -> None:
    found = [told(note) in meant(note) for note in UNSEEN if note.taker == "verbatim"]
    assert found and all(found)


def test_most_notes_about_something_else_are_about_no_line() -> None:
    found = [
        review(SCRIPTS[name], [TypedNote.of(typed, SCRIPTS[name].seconds)]) for name, typed in ABOUT_NOTHING
    ]
    assert sum(one.notes[0].about is not None for one in found) <= 1


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_whoever_writes_as_the_practiced_note_taker_misses_nothing(name: str) -> None:
    script = SCRIPTS[name]
    notes = [
        TypedNote(one.ends + 5, one.line.written.text, one.line.written.kind)
        for one in script.spoken
        if one.line.written
    ]
    found = review(script, notes)
    assert found.missed == ()
    assert all(one.kind_alike for one in found.notes)


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_whoever_writes_everything_at_the_end_misses_hardly_anything(name: str) -> None:
    script = SCRIPTS[name]
    written = [one.line.written.text for one in script.spoken if one.line.written]
    found = review(script, [TypedNote(script.seconds + 60, text) for text in written])
    assert len(found.missed) <= 2


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_what_the_practiced_note_taker_wrote_gives_away_no_marked_name(name: str) -> None:
    script = SCRIPTS[name]
    notes = [TypedNote(script.seconds, one.line.written.text) for one in script.spoken if one.line.written]
    names = [
        (one.note.text, mark.words)
        for one in review(script, notes).notes
        for mark in one.marks
        if mark.kind is MarkKind.NAME
    ]
    assert names == []


# Laws

some_words = st.lists(
    st.sampled_from(["benches", "broken", "pond", "swim", "Rosa", "tree", "hope", "2x", "w/", "é", "?"]),
    max_size=6,
).map(" ".join)
any_notes = st.lists(
    st.builds(
        TypedNote.of,
        st.one_of(some_words, st.text(max_size=40)),
        st.floats(-10, 1000),
        st.sampled_from([*NoteKind, None]),
        st.sampled_from(Pace),
    ),
    max_size=8,
)


@given(any_notes, st.sets(st.sampled_from(POND.spoken)))
def test_any_list_of_notes_gives_a_review_in_which_nothing_is_counted_twice(notes, heard) -> None:
    found = review(POND, notes, [*heard, *heard])
    assert [one.note for one in found.notes] == notes
    worth = [one for one in POND.spoken if one in heard and one.line.written]
    assert sorted((*found.written, *found.missed), key=lambda one: one.place) == worth
    assert all(found.about(one) for one in found.written)
    assert not any(found.about(one) for one in found.missed)
    assert all(one.about is None or one.about in heard for one in found.notes)
    assert all(one.behind is None or one.behind >= 0 for one in found.notes)


@given(any_notes)
def test_what_a_note_is_about_does_not_depend_on_the_others(notes) -> None:
    together = review(POND, notes).notes
    assert [review(POND, [note]).notes[0] for note in notes] == list(together)


@given(any_notes, any_notes)
def test_another_note_loses_no_line(notes, more) -> None:
    before, after = review(POND, notes), review(POND, [*notes, *more])
    assert set(before.written) <= set(after.written)
