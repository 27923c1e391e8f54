"""Themes under wider ones: what counts where, and that no theme is ever under itself."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Theme
from dialogue_desk.domain.overview.program_overview import CircleRow, picture_of
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.domain.overview.theme_tree import ThemeTree
from tests.domain.session_folders import a_folder

PROGRAM = RecordId("p")


def a_theme(key, **more):
    return Stored(RecordId(key), PROGRAM, Theme(key.title(), **more))


def a_tree(*themes):
    return ThemeTree.of([(theme,) for theme in themes], PROGRAM)


def picture(themes, said):
    rows = [CircleRow(RecordId(code), code, "", "en", ()) for code in said]
    folders = []
    for code, under in said.items():
        notes = [Note(NoteKind.CONCERN, f"{code} {key}", themes=(RecordId(key),)) for key in under]
        folder = a_folder(*notes)
        folders.append(
            replace(
                folder,
                circle_id=RecordId(code),
                circle=replace(folder.circle, code=code),
                notes=tuple(
                    replace(note, id=RecordId(f"{code} {at}")) for at, note in enumerate(folder.notes)
                ),
            )
        )
    return picture_of(PROGRAM, Program("Bridges"), rows, folders, themes)


def counts(made):
    return {theme.name: (len(theme.circles), theme.notes) for theme in made.every_theme}


def test_what_is_under_a_theme_counts_for_it_too_and_each_circle_once():
    themes = [a_theme("safety"), a_theme("lamps", under="safety"), a_theme("walks", under="lamps")]
    made = picture(themes, {"C1": ("lamps", "walks"), "C2": ("walks",), "C3": ("safety", "lamps")})
    assert counts(made) == {"Safety": (3, 5), "Lamps": (3, 4), "Walks": (2, 2)}


def test_a_note_under_a_theme_and_its_wider_one_counts_there_once():
    themes = [a_theme("safety"), a_theme("lamps", under="safety")]
    folder = a_folder(Note(NoteKind.HOPE, "light", themes=("lamps", "safety")))
    made = picture_of(PROGRAM, None, [], [folder], themes)
    assert [theme.notes for theme in made.themes] == [1, 1]


def test_two_organizers_who_put_each_of_two_themes_under_the_other_make_no_ring():
    tree = a_tree(a_theme("bus", under="walks"), a_theme("walks", under="bus"))
    assert tree.under == {"bus": "walks"}


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdefg")))
def test_no_theme_is_under_itself_whatever_records_say(wider):
    tree = a_tree(*(a_theme(key, under=RecordId(wider[key]) if key in wider else None) for key in "abcdef"))
    for key in "abcdef":
        above = tree.with_wider([RecordId(key)])
        assert len(above) == len(set(above)) <= 6


def test_a_theme_that_is_set_aside_is_no_finding_nor_is_what_stands_under_it():
    themes = [a_theme("talk", aside=True), a_theme("thanks", under="talk"), a_theme("bus")]
    made = picture(themes, {"C1": ("thanks",), "C2": ("bus",), "C3": ("talk",)})
    assert [theme.name for theme in made.themes] == ["Bus"]
    assert {theme.name for theme in made.aside} == {"Talk", "Thanks"}


def test_what_is_under_set_aside_themes_alone_is_in_no_list_of_findings():
    themes = [a_theme("thanks", aside=True), a_theme("bus")]
    both = Note(NoteKind.STRENGTH, "both", themes=("thanks", "bus"))
    alone = Note(NoteKind.STRENGTH, "alone", themes=("thanks",))
    made = picture_of(PROGRAM, None, [], [a_folder(both, alone)], themes)
    assert [line.text for line in made.strengths] == ["both"]
    assert [line.text for line in made.findings] == ["both"]
    assert {line.text for line in made.lines} == {"both", "alone"}


def test_a_theme_of_the_program_that_nobody_raised_is_there_but_is_no_finding():
    made = picture([a_theme("bus")], {"C1": ()})
    assert (made.themes, [theme.name for theme in made.every_theme]) == ((), ["Bus"])


def test_a_theme_is_within_itself_and_so_is_all_that_is_under_it():
    themes = [a_theme("safety"), a_theme("lamps", under="safety"), a_theme("walks", under="lamps")]
    made = picture(themes, {"C1": ("walks",)})
    assert made.within(RecordId("safety")) == {"safety", "lamps", "walks"}
    assert made.within(RecordId("walks")) == {"walks"}
