"""What leaves the laptop: all that may, nothing that may not, and the same file from every desk."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.packages import (
    date_of,
    export_program,
    export_session,
    plain_name,
    session_records,
)
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.session.closing_edits import set_tally, set_top_themes
from dialogue_desk.desk.session.session_edits import set_attendance
from dialogue_desk.domain.closing.leaving import Profile, Reason, leaving, lets
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, GroundRule, Program, Session
from dialogue_desk.domain.model.closing import Overrule, Tally, TallyCategory, TopThemes, fact_id, fact_of
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Theme
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.container import pack, unpack
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.words import Words
from tests.desk.evening import GUIDE, a_desk, a_shelf, begun, note, notes
from tests.desk.partners import opened_as_partner

WORDS = Words()


@pytest.fixture
def laptops(tmp_path):
    """Three laptops, far apart."""
    desks = [a_desk(tmp_path / f"laptop {seed}" / "desk.db", seed) for seed in (1, 2, 3)]
    yield desks
    for desk in desks:
        desk.file.close()


@pytest.fixture
def desk(laptops):
    return laptops[0]


def folder_of(desk, session_id):
    return Folders(desk, a_shelf(desk.file.path.parent)).session(session_id)


def handed_on(desk, session_id):
    return export_session(desk, folder_of(desk, session_id), desk.file.path.parent / "out")


def opened(desk, *packages):
    return import_packages(desk, read_packages(packages, PackageReader(WORDS), WORDS), WORDS)


def lines_of(package):
    return [json.loads(line) for line in unpack(package.read_bytes()).members["records.jsonl"].splitlines()]


@pytest.mark.parametrize("place", ["Library", "Rosa Martinez’s house, 12 Elm Street"])
def test_the_name_says_which_circle_which_session_and_when_and_never_where(desk, place):
    package = handed_on(desk, begun(desk, circle=Circle("C07", place)))
    identity = unpack(package.read_bytes()).identity
    assert package.name == f"circle-c07-s1-2026-03-12-{identity[:8]}.dialogue"


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("debrief", [False, True])
def test_what_is_told_before_is_what_the_package_holds(desk, profile, debrief):
    session_id = begun(desk, circle=Circle("C07", "Library", desk.add(NO_OWNER, Program("Bridges"))))
    circle = folder_of(desk, session_id).circle_id
    program = folder_of(desk, session_id).program_id
    category = desk.add(program, TallyCategory("Age", ("young", "old")))
    used, _ = desk.add(circle, Theme("Lamps")), desk.add(circle, Theme("Of another evening"))
    desk.add(program, Theme("Starter"))
    for kind in NoteKind:
        desk.add(session_id, note("a", kind, themes=(used,)))
    for more in ({"sensitive": True}, {"kind": NoteKind.QUOTE, "consent": Consent.YES}):
        desk.add(session_id, replace(note("b"), **more))
    desk.add(session_id, ActionIdea("A walk"))
    set_top_themes(desk, session_id, [used])
    set_tally(desk, session_id, Tally(category, (("young", 6), ("old", 6))))
    desk.put(fact_id(session_id, fact_of(overrule := Overrule("part", "Asked for"))), session_id, overrule)
    set_attendance(desk, session_id, 12)
    folder = folder_of(desk, session_id)
    told = leaving(folder, profile, debrief=debrief)
    bodies = [record.body for record in session_records(desk, folder, profile, debrief=debrief)]

    def held(cls):
        return sum(isinstance(body, cls) for body in bodies)

    assert told.notes == Counter(body.kind for body in bodies if isinstance(body, Note))
    assert (told.actions, told.ground_rules, told.themes) == (held(ActionIdea), held(GroundRule), held(Theme))
    assert (told.top_themes, told.tallies) == (held(TopThemes), held(Tally))
    everything = Counter(body.kind for body in (one.body for one in folder.notes))
    stay = sum(everything.values()) - sum(told.notes.values()) + 1 - held(Tally) + 1 - held(Overrule)
    assert sum(told.stays.values()) == stay
    assert (held(Theme) == 1) is (profile is not Profile.OTHER_LAPTOP)


def test_the_name_begins_with_the_program(desk):
    program_id = desk.add(NO_OWNER, Program("Bridges of Oak Street", code="BOS"))
    session_id = begun(desk, circle=Circle("C07", "Library", program_id))
    assert handed_on(desk, session_id).name.startswith("bos-c07-s1-2026-03-12-")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ñandú & Søn", "nandu-sn"),
        ("../../etc", "etc"),
        ("CON", "my-con"),
        ("歩く", "circle"),
        ("", "circle"),
        ("x" * 90, "x" * 40),
        ("a" * 39 + " b", "a" * 39),
    ],
)
def test_a_name_that_no_system_refuses(text, name):
    assert plain_name(text) == name


def test_the_day_is_the_rooms_day():
    # 3 AM on the 13th by UTC is the evening of the 12th four hours behind.
    at = 1_773_370_800_000
    session = Session(1, "", (), at, at + 1, 8, zone=-240)
    assert date_of(session) == "2026-03-12"


def test_the_same_records_make_the_same_package_whatever_the_desk_and_the_order(laptops, tmp_path):
    one, two, three = laptops
    session_id = begun(one)
    opened(two, handed_on(one, session_id))
    for desk in (one, two):
        for number in range(5):
            desk.add(session_id, note(f"{number} from {desk.device}"))
            desk.clock.advance(1_000)
    from_one, from_two = handed_on(one, session_id), handed_on(two, session_id)
    opened(three, from_two, from_one)
    opened(one, from_two)
    opened(two, from_one)
    packages = [handed_on(desk, session_id) for desk in laptops]
    assert len({unpack(package.read_bytes()).identity for package in packages}) == 1
    assert len({unpack(package.read_bytes()).members["records.jsonl"] for package in packages}) == 1


def test_exporting_twice_writes_the_same_file_over(desk):
    session_id = begun(desk)
    assert handed_on(desk, session_id) == handed_on(desk, session_id)
    assert len(list((desk.file.path.parent / "out").iterdir())) == 1


def test_what_is_private_never_leaves(desk, tmp_path):
    session_id = begun(desk)
    desk.add(session_id, note("may leave"))
    desk.add(session_id, note("private-1", NoteKind.DEBRIEF))
    desk.add(session_id, note("private-2", NoteKind.QUOTE))
    desk.add(session_id, note("private-3", NoteKind.QUOTE, consent=Consent.WITHDRAWN))
    desk.add(session_id, note("with consent", NoteKind.QUOTE, consent=Consent.YES))
    withdrawn = desk.add(session_id, note("private-4", NoteKind.QUOTE, consent=Consent.YES))
    desk.rewrite(withdrawn, note("private-4", NoteKind.QUOTE, consent=Consent.WITHDRAWN))
    told = leaving(folder_of(desk, session_id))
    assert told.notes == {NoteKind.CONCERN: 1, NoteKind.QUOTE: 1}
    assert told.stays == {Reason.DEBRIEF: 1, Reason.NOT_ASKED: 1, Reason.NOT_GIVEN: 2}
    package = handed_on(desk, session_id)
    assert {line["body"]["text"] for line in lines_of(package) if line["kind"] == "note"} == {
        "may leave",
        "with consent",
    }
    assert b"private" not in unpack(package.read_bytes()).members["records.jsonl"]


def test_what_is_private_does_not_leave_as_one_side_of_a_conflict_either(laptops):
    one, two, _ = laptops
    session_id = begun(one)
    note_id = one.add(session_id, note("first"))
    quote_id = one.add(session_id, note("as said", NoteKind.QUOTE, consent=Consent.YES))
    opened(two, handed_on(one, session_id))
    one.rewrite(note_id, note("private-1", NoteKind.DEBRIEF))
    one.rewrite(quote_id, note("private-2", NoteKind.QUOTE))
    two.clock.advance(60_000)
    two.rewrite(note_id, note("later, and shown"))
    two.rewrite(quote_id, note("later still", NoteKind.QUOTE, consent=Consent.YES))
    opened_as_partner(one, handed_on(two, session_id))
    assert one.get(note_id).in_conflict and lets(Profile.EVERYONE, one.get(note_id).body)
    left = {record.id for record in session_records(one, folder_of(one, session_id))}
    assert {note_id, quote_id}.isdisjoint(left)
    assert b"private" not in unpack(handed_on(one, session_id).read_bytes()).members["records.jsonl"]


def test_a_private_note_that_was_removed_leaves_no_words_behind(desk):
    session_id = begun(desk)
    desk.remove(desk.add(session_id, note("private", NoteKind.DEBRIEF)))
    assert b"private" not in unpack(handed_on(desk, session_id).read_bytes()).members["records.jsonl"]


def test_another_session_of_the_circle_stays_here(desk):
    first = begun(desk)
    circle_id = desk.get(first).owner
    second = begun(desk, circle=None, circle_id=circle_id)
    desk.add(second, note("of the second"))
    assert b"of the second" not in unpack(handed_on(desk, first).read_bytes()).members["records.jsonl"]


def test_what_is_said_of_a_package_is_what_is_in_it(desk):
    session_id = begun(desk)
    circle_id = desk.get(session_id).owner
    desk.add(circle_id, Theme("Buses"))
    desk.add(session_id, note("one"))
    desk.add(session_id, ActionIdea("a bench"))
    told, package = leaving(folder_of(desk, session_id)), handed_on(desk, session_id)
    kinds = [line["kind"] for line in lines_of(package)]
    assert kinds.count("note") == sum(told.notes.values()) and kinds.count("action") == told.actions
    assert kinds.count("ground rule") == told.ground_rules == 1
    about = unpack(package.read_bytes()).about
    assert (about["circle"], about["session"], about["date"]) == ("C07", 1, "2026-03-12")
    assert about["counts"]["guide"] == 1
    assert unpack(package.read_bytes()).members[f"guides/{GUIDE.id}.guide.md"].decode() == GUIDE.text


def newer(package, to):
    """The package as a newer app would have written it, with a field on each note."""
    container = unpack(package.read_bytes())
    lines = lines_of(package)
    for line in lines:
        if line["kind"] == "note" and "body" in line:
            line["body"]["mood"] = {"weather": ["sun", 3]}
    members = dict(container.members)
    members["records.jsonl"] = "".join(
        json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n" for line in lines
    ).encode()
    to.write_bytes(pack(container.about, members)[0])
    return to


def test_fields_of_a_newer_app_pass_through_a_second_laptop_and_its_edits(laptops, tmp_path):
    one, two, _ = laptops
    session_id = begun(one)
    note_id = one.add(session_id, note("first"))
    package = newer(handed_on(one, session_id), tmp_path / "newer.dialogue")
    opened(two, package)
    assert lines_of(handed_on(two, session_id)) == lines_of(package)
    two.rewrite(note_id, note("edited by an older app"))
    (line,) = [line for line in lines_of(handed_on(two, session_id)) if line["kind"] == "note"]
    assert line["body"] == {
        "kind": "concern",
        "mood": {"weather": ["sun", 3]},
        "text": "edited by an older app",
    }


def test_text_of_any_script_arrives_as_it_was_written(laptops):
    one, two, _ = laptops
    session_id = begun(one)
    said = ["ñandú cafe\u0301 歩く שלום 👩‍🌾", "x" * 20_000, '=1+1\n\t"quoted"\\ \x01\x7f\u2028', " "]
    for text in said:
        one.add(session_id, note(text))
    opened(two, handed_on(one, session_id))
    assert notes(two, session_id) == said


def test_a_folder_that_takes_no_file_is_told_and_gets_none(desk):
    session_id = begun(desk)
    (desk.file.path.parent / "file").write_text("x")
    with pytest.raises(OSError, match="file"):
        export_session(desk, folder_of(desk, session_id), desk.file.path.parent / "file")


def test_a_program_file_holds_the_program_its_circles_and_its_themes_and_no_session(laptops):
    one, two, _ = laptops
    program_id = one.add(NO_OWNER, Program("Bridges", sessions=3))
    one.add(program_id, Theme("Buses"))
    begun(one, circle=Circle("C07", "Library", program_id))
    begun(one, "C99")
    package = export_program(one, program_id, one.file.path.parent / "out")
    opened(two, package)
    (program,) = Folders(two, a_shelf(two.file.path.parent)).programs()
    assert program.program == Program("Bridges", sessions=3)
    assert [circle.body.code for circle in program.circles] == ["C07"]
    assert not list(two.file.records.of_kind(Kind.SESSION))


def test_a_program_that_is_not_here_cannot_be_exported(desk, tmp_path):
    with pytest.raises(KeyError):
        export_program(desk, desk.new_id(), tmp_path)
