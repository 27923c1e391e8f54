"""Many circles in one picture."""

from dataclasses import replace

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread, Theme
from dialogue_desk.domain.overview.program_overview import CircleRow, circle_rows, picture_of
from dialogue_desk.domain.overview.session_folder import Stored
from tests.domain.session_folders import a_folder, a_note

PROGRAM = RecordId("p")
THEMES = [Stored(RecordId(name), PROGRAM, Theme(name.title())) for name in ("bus", "stops", "lights")]


def at(code, *said, number=1):
    folder = a_folder(*said, themes=("bus", "stops"), present=9)
    return replace(
        folder,
        circle_id=RecordId(code),
        circle=replace(folder.circle, code=code),
        session=replace(folder.session, number=number),
    )


def picture(*folders, circles=("C1", "C2")):
    rows = [CircleRow(RecordId(code), code, "", "en", ()) for code in circles]
    return picture_of(PROGRAM, Program("Bridges", sessions=2), rows, folders, THEMES)


def under(theme, kind=NoteKind.CONCERN, **more):
    return a_note(kind, themes=(RecordId(theme),), **more)


def test_themes_come_by_how_many_circles_raised_them_however_many_notes_there_are():
    made = picture(
        at("C1", *[under("bus")] * 5), at("C2", under("stops")), at("C1", under("stops"), number=2)
    )
    assert [(one.name, one.circles, one.notes) for one in made.themes] == [
        ("Stops", ("C1", "C2"), 2),
        ("Bus", ("C1",), 5),
    ]


def test_a_theme_raised_in_an_action_idea_alone_counts_and_one_that_nobody_raised_is_not_there():
    made = picture(at("C1", ActionIdea("a shelter", themes=(RecordId("bus"),))))
    assert [(one.name, one.notes, one.actions) for one in made.themes] == [("Bus", 0, 1)]


def test_circles_that_agree_and_circles_that_differ_are_counted_under_a_theme():
    made = picture(
        at("C1", under("bus", NoteKind.COMMON_GROUND), under("bus", spread=Spread.CONTESTED)),
        at("C2", under("bus", NoteKind.COMMON_GROUND, spread=Spread.CONTESTED)),
    )
    assert (made.themes[0].agreed, made.themes[0].contested) == (1, 2)


def test_what_has_arrived_and_what_is_missing_make_up_the_program():
    made = picture(at("C2", a_note()))
    assert made.columns == (1, 2)
    assert (len(made.arrived), made.attendances) == (1, 9)
    assert made.missing == (("C1", 1), ("C1", 2), ("C2", 2))


def test_every_note_for_everyone_has_one_place_and_a_private_one_has_none():
    notes = [Note(NoteKind.HOPE, "a"), under("bus"), Note(NoteKind.CONCERN, "c", spread=Spread.ONE_VOICE)]
    made = picture(at("C1", *notes, Note(NoteKind.DEBRIEF, "d"), Note(NoteKind.HOPE, "e", sensitive=True)))
    assert [line.text for line in made.without_theme] == ["a"]
    assert [line.text for line in made.minority_views] == ["c"]
    assert [line.text for line in made.themes[0].lines] == ["Stops feel random."]


def test_circles_and_themes_stand_in_the_order_in_which_people_look_them_up():
    made = picture(at("C10", under("bus")), at("c2", under("stops")), circles=("C10", "c2"))
    assert [row.code for row in made.rows] == ["c2", "C10"]
    assert picture(at("C10", under("bus")), at("c2", under("bus"))).themes[0].circles == ("c2", "C10")


def test_a_theme_that_two_circles_wrote_each_in_their_way_is_counted_once_and_says_so():
    themes = [
        Stored(RecordId("a"), RecordId("C1"), Theme("Lights")),
        Stored(RecordId("b"), RecordId("C2"), Theme("lights.")),
        Stored(RecordId("c"), RecordId("C2"), Theme("#LIGHTS")),
    ]
    both = a_note(NoteKind.CONCERN, themes=(RecordId("b"), RecordId("c")))
    rows = [CircleRow(RecordId(code), code, "", "en", ()) for code in ("C1", "C2")]
    folders = [at("C1", under("a")), at("C2", both, ActionIdea("a lamp", themes=(RecordId("b"),)))]
    (count,) = picture_of(PROGRAM, Program("Bridges"), rows, folders, themes).themes
    assert (count.name, count.circles, count.notes, count.actions) == ("Lights", ("C1", "C2"), 2, 1)
    assert count.also_written == ("#LIGHTS", "lights.") and count.ids == {"a", "b", "c"}


def test_a_session_tells_which_version_of_which_guide_it_used():
    used, other = at("C1", a_note()), at("C2", a_note())
    newer = replace(other, guide=replace(other.guide, version=f"{other.guide.version}.1"))
    unknown = replace(other, guide=replace(other.guide, id="", version=""))
    first, second = (one.guide for one in picture(used, newer).arrived)
    assert first and second == f"{first}.1"
    assert picture(unknown).arrived[0].guide == ""


def test_a_row_says_in_which_round_its_circle_meets():
    circles = [
        Stored(RecordId(code), PROGRAM, Circle(code, round=place)) for code, place in (("C1", 0), ("C2", 2))
    ]
    assert [row.round for row in circle_rows(circles)] == [0, 2]
