"""What was said is found again, with the place where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.session.search import search
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.notes import ActionIdea, Theme
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.storage.search_index import MOST_COUNTED
from tests.desk.evening import a_desk, a_shelf, begun, note
from tests.ui.park_evening import begun_in_the_park, park_shelf


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    yield desk
    desk.file.close()


@pytest.fixture
def folders(desk, tmp_path):
    return Folders(desk, a_shelf(tmp_path))


def circle_of(desk, session):
    return desk.get(session).owner


def test_a_hit_says_where_it_belongs(desk, folders):
    session = begun(desk, "C07")
    one = desk.add(session, note("Stops near the school", part="round"))
    two = desk.add(session, note("Stop it", part="of another guide"))
    found = search(desk, folders, "stop")
    assert found.count == 2 and not found.uncounted
    hits = {hit.id: hit for hit in found.hits}
    assert (hits[one].circle.code, hits[one].session.number, hits[one].session_id) == ("C07", 1, session)
    assert hits[one].part == (2, "First round") and hits[two].part is None
    assert hits[one].excerpt.marks == ((0, 5),)


def test_a_search_keeps_to_a_circle_or_goes_through_all(desk, folders):
    here, there = begun(desk, "C07"), begun(desk, "C08")
    desk.add(here, note("trust"))
    desk.add(there, note("trust"))
    assert search(desk, folders, "trust").count == 2
    found = search(desk, folders, "trust", within=circle_of(desk, there))
    assert [hit.circle.code for hit in found.hits] == ["C08"]


def test_an_action_idea_shows_the_line_in_which_it_was_found(desk, folders):
    session = begun(desk)
    desk.add(session, ActionIdea("Lights on Elm Street", who="the council", obstacles="no money"))
    (hit,) = search(desk, folders, "money").hits
    assert hit.excerpt.text == "Lights on Elm Street · the council · no money"
    assert [hit.excerpt.text[start:end] for start, end in hit.excerpt.marks] == ["money"]
    (hit,) = search(desk, folders, "lights").hits
    assert hit.excerpt.text == "Lights on Elm Street"


def test_what_is_in_a_removed_session_is_found_no_more(desk, folders):
    session = begun(desk)
    desk.add(session, note("trust"))
    circle = circle_of(desk, session)
    desk.remove(session)
    assert search(desk, folders, "trust").count == 0
    assert search(desk, folders, "trust", within=circle).count == 0


def test_of_many_the_newest_are_at_hand_and_all_are_counted(desk, folders):
    session = begun(desk)
    for number in range(60):
        desk.add(session, note(f"trust {number}"))
    found = search(desk, folders, "trust", most=5)
    assert (found.count, len(found.hits)) == (60, 5)


def test_counting_ends_where_another_word_is_quicker(desk, folders):
    session = begun(desk)
    many = (Write.of(desk.new_id(), session, note("trust")) for _ in range(MOST_COUNTED + 1))
    desk.perform(Edit(Act.WRITE, tuple(many)))
    found = search(desk, folders, "trust")
    assert found.count == MOST_COUNTED and found.uncounted
    desk.undo()
    assert search(desk, folders, "trust").count == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        '"',
        "'",
        "*",
        "trust*",
        "tr-ust",
        "said:trust",
        "trust OR",
        "NOT",
        "(",
        "🔥",
        "\x00",
        "x" * 10**5,
    ],
)
def test_whatever_is_typed_is_words_and_never_a_fault(desk, folders, text):
    desk.add(begun(desk), note("trust"))
    found = search(desk, folders, text)
    assert found.count == (1 if text == "trust*" else 0)


def test_a_damaged_index_is_rebuilt_and_the_search_goes_on(desk, folders):
    session = begun(desk)
    desk.add(session, note("trust"))
    desk.file._connection.execute("UPDATE words_data SET block = x'FFFFFFFFFFFF' WHERE id > 10")
    assert search(desk, folders, "trust").count == 1
    desk.add(session, note("trust again"))
    assert search(desk, folders, "trust").count == 2


def test_a_circle_that_has_not_arrived_is_told_as_unknown(desk, folders):
    session = begun(desk)
    desk.add(session, note("trust"))
    desk.remove(circle_of(desk, session))
    (hit,) = search(desk, folders, "trust").hits
    assert hit.circle == Circle("?")


def test_notes_are_found_by_the_names_of_their_themes(desk, folders):
    here, there = begun(desk, "C05"), begun(desk, "C06")
    stops = desk.add(circle_of(desk, here), Theme("Traffic stops"))
    joined = desk.add(circle_of(desk, here), Theme("Pulled over", into=stops))
    one = desk.add(here, replace(note("He asked for papers"), themes=(stops,)))
    two = desk.add(here, replace(note("Lights behind me"), themes=(joined,)))
    said = desk.add(here, replace(note("The traffic is loud"), themes=(stops,)))
    desk.add(there, note("Nothing of the kind"))
    found = search(desk, folders, "traffic")
    assert {hit.id: hit.theme for hit in found.hits} == {
        said: "",
        one: "Traffic stops",
        two: "Traffic stops",
    }
    assert found.count == 3 and found.hits[0].id == said
    assert search(desk, folders, "traffic", within=circle_of(desk, here)).count == 3
    assert search(desk, folders, "traffic", within=circle_of(desk, there)).count == 0


def test_the_code_of_a_circle_finds_what_it_said_last_and_so_does_a_code_it_had_before(desk, folders):
    here, there = begun(desk, "C07"), begun(desk, "C08")
    desk.add(here, note("trust"))
    last = desk.add(here, note("lights"))
    desk.add(there, note("trust"))
    circle = circle_of(desk, here)
    desk.rewrite(circle, replace(desk.get(circle).body, code="C11", formerly=("C07",)))
    for code in ("C11", "c07"):
        found = search(desk, folders, code)
        assert (found.count, found.hits[0].id) == (2, last)
        assert {hit.circle.code for hit in found.hits} == {"C11"}
    assert [hit.circle.code for hit in search(desk, folders, "C07 trust").hits] == ["C11"]


def test_a_note_that_names_a_code_is_found_where_its_circle_says_nothing_of_the_words(desk, folders):
    begun(desk, "C07")
    there = begun(desk, "C08")
    said = desk.add(there, note("C07 meets at the mill"))
    assert [hit.id for hit in search(desk, folders, "C07 mill").hits] == [said]
    assert [hit.id for hit in search(desk, folders, "C07").hits] == [said]


def test_a_hit_names_the_option_that_it_is_about(desk, tmp_path):
    shelf = park_shelf(tmp_path)
    session = begun_in_the_park(desk, shelf)
    folders = Folders(desk, shelf)
    (part, option), title = next(iter(folders.guide(desk.get(session).body)[1].options.items()))
    desk.add(session, note("They are late", part=part, option=option))
    desk.add(session, note("Late in the day", part=part))
    hits = {hit.excerpt.text: hit.option for hit in search(desk, folders, "late").hits}
    assert hits == {"They are late": title, "Late in the day": ""}
