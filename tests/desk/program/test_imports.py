"""Packages come in any order, twice, and among bad ones; a bad one is named and stops nothing."""

from __future__ import annotations

import itertools
import json
import shutil
import tracemalloc
from dataclasses import replace

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.program.found_files import files_found
from dialogue_desk.desk.program.imports import ImportPlan, import_packages, read_packages
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import LATEST_INSTANT
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.exchange.container import pack, unpack
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf, begun, note, notes
from tests.desk.leaving.test_packages import handed_on
from tests.desk.partners import opened_as_partner
from tests.exchange.forging import forged, package, with_last

WORDS = Words()


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "here" / "desk.db", seed=99)
    yield desk
    desk.file.close()


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """Four packages: two of one session from two laptops with a conflict, and two more circles."""
    folder = tmp_path_factory.mktemp("community")
    one, two = a_desk(folder / "1" / "desk.db", 1), a_desk(folder / "2" / "desk.db", 2)
    session_id = begun(one)
    note_id = one.add(session_id, note("first"))
    opened_as_partner(two, handed_on(one, session_id))
    opened_as_partner(one, handed_on(two, session_id))
    one.rewrite(note_id, note("ours"))
    two.rewrite(note_id, note("theirs"))
    found = [handed_on(one, session_id), handed_on(two, session_id)]
    for code in ("C08", "C09"):
        other = begun(one, code)
        one.add(other, note(f"said in {code}"))
        found.append(handed_on(one, other))
    one.file.close()
    two.file.close()
    return found


def looked(*paths):
    return read_packages(paths, PackageReader(WORDS), WORDS)


def taken(desk, *paths):
    return import_packages(desk, looked(*paths), WORDS)


def everything(desk):
    return list(desk.file.records.everything())


def forge(path, source, alter):
    """A package like ``source`` with its records altered by someone who knows the format."""
    container = unpack(source.read_bytes())
    lines = [json.loads(line) for line in container.members["records.jsonl"].splitlines()]
    lines = alter(lines) or lines
    members = dict(container.members)
    members["records.jsonl"] = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(pack(container.about, members)[0])
    return path


def test_any_order_and_any_grouping_comes_to_the_same(packages, tmp_path):
    ends = []
    for number, order in enumerate(itertools.permutations(packages)):
        desk = a_desk(tmp_path / f"{number}.db", seed=99)
        if number % 2:
            assert taken(desk, *order).conflicts == 1
        else:
            for path in order:
                taken(desk, path)
        ends.append(everything(desk))
        desk.file.close()
    assert all(end == ends[0] for end in ends)


def test_a_package_that_comes_twice_is_passed_over(desk, packages):
    assert len(taken(desk, *packages, *packages).imported) == len(packages)
    before = everything(desk)
    again = taken(desk, *packages)
    assert again.imported == () and len(again.known) == len(packages) and again.outcome is None
    assert everything(desk) == before
    desk.undo()
    assert everything(desk) == []


def test_all_packages_of_a_plan_are_one_step_to_undo(desk, packages):
    own = begun(desk, "C01")
    desk.add(own, note("our own"))
    before = everything(desk)
    taken(desk, *packages)
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    assert len(everything(desk)) > len(before)


def test_the_conflict_of_two_laptops_is_counted_and_both_versions_are_here(desk, packages):
    result = taken(desk, *packages)
    (clash,) = [record for record in everything(desk) if record.in_conflict]
    assert result.conflicts == 1
    assert {edition.body.text for edition in clash.editions} == {"ours", "theirs"}


def test_folders_are_searched_and_what_is_no_package_is_left_alone(packages, tmp_path):
    stick = tmp_path / "stick"
    (stick / "below" / "deep").mkdir(parents=True)
    (stick / "a folder.dialogue").mkdir()
    wanted = [
        shutil.copy(packages[0], stick / "one.dialogue"),
        shutil.copy(packages[1], stick / "below" / "deep" / "TWO.DIALOGUE"),
    ]
    for other in ("report.pdf", ".one.dialogue.part", ".hidden.dialogue", "x.dialogue.txt"):
        (stick / other).write_text("x")
    assert sorted(files_found([stick]).files) == sorted(wanted)
    assert files_found([stick / "one.dialogue", stick / "report.pdf", stick / "one.dialogue"]).files == (
        stick / "one.dialogue",
        stick / "report.pdf",
    )


def test_a_folder_that_leads_back_to_itself_is_searched_once(packages, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copy(packages[0], stick / "one.dialogue")
    try:
        (stick / "round").symlink_to(stick, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    assert files_found([stick]).files == (stick / "one.dialogue",)


def unknown_kind(lines):
    lines[0]["kind"] = "rumor"


def number_in_place_of_text(lines):
    next(line for line in lines if line["kind"] == "note")["body"]["text"] = 5


def session_without_end(lines):
    next(line for line in lines if line["kind"] == "session")["body"]["hard_end"] = 0


def session_beyond_all_dates(lines):
    body = next(line for line in lines if line["kind"] == "session")["body"]
    body["start"] = LATEST_INSTANT + 1
    body["hard_end"] = body["start"] + 60_000


def edition_beyond_all_dates(lines):
    lines[0]["at"] = 2**62


def no_version(lines):
    lines[0]["version"] = {}


def one_id_for_two_things(lines):
    lines.append({**lines[-1], "owner": "elsewhere", "version": {"x": 1}})


def a_guide_among_the_records(lines):
    lines.append({**lines[0], "id": "guide-1", "kind": "guide", "owner": "", "body": {}})


HARM = [
    unknown_kind,
    number_in_place_of_text,
    session_without_end,
    session_beyond_all_dates,
    edition_beyond_all_dates,
    no_version,
    one_id_for_two_things,
    a_guide_among_the_records,
]


@pytest.mark.parametrize("harm", HARM, ids=lambda harm: harm.__name__)
def test_impossible_records_are_refused_and_the_others_come_in(desk, packages, tmp_path, harm):
    bad = forge(tmp_path / "bad" / "bad.dialogue", packages[0], harm)
    result = taken(desk, bad, packages[2])
    assert [one.path for one in result.imported] == [packages[2]]
    (refused,) = result.refused
    assert refused.path == bad and "“bad.dialogue”" in refused.sentence
    assert "nothing from it was added" in refused.sentence
    assert [notes(desk, record.id) for record in desk.file.records.of_kind(Kind.SESSION)] == [["said in C08"]]


def write_each(folder, good):
    data = good.read_bytes()
    newer = package({"records.jsonl": b""}, format_version=[2, 0])
    guide = {"records.jsonl": b"", "guides/x.guide.md": b"\xff no guide"}
    files = {
        "missing.dialogue": None,
        "empty.dialogue": b"",
        "text.dialogue": b"Dear all,",
        "picture.dialogue": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "cut.dialogue": data[: len(data) // 2],
        "flipped.dialogue": data[:900] + bytes([data[900] ^ 1]) + data[901:],
        "newer.dialogue": forged(newer),
        "climbs.dialogue": forged(with_last(package({"x": b"1"}), name=b"../x", listed_name=b"../x")),
        "bare.dialogue": forged(package({"other.txt": b"x"})),
        "guide.dialogue": forged(package(guide)),
    }
    for name, content in files.items():
        if content is not None:
            (folder / name).write_bytes(content)
    (folder / "folder.dialogue").mkdir()
    return [folder / name for name in (*files, "folder.dialogue")]


def test_every_sort_of_bad_file_is_named_and_stops_nothing(desk, packages, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    bad = write_each(folder, packages[2])
    heard = []
    plan = read_packages(
        [packages[2], *bad, packages[3]],
        PackageReader(WORDS),
        WORDS,
        lambda done, of: heard.append((done, of)),
    )
    result = import_packages(desk, plan, WORDS)
    assert [one.path for one in result.imported] == [packages[2], packages[3]]
    assert [one.path for one in result.refused] == bad
    assert all(one.path.name in one.sentence for one in result.refused)
    assert heard == [(done, len(bad) + 2) for done in range(len(bad) + 3)]
    assert sorted(path.name for path in folder.iterdir()) == sorted(p.name for p in bad if p.exists())


def test_the_id_of_one_thing_here_is_not_given_to_another(desk, packages, tmp_path):
    def stolen(lines):
        return [line for line in lines if line["kind"] == "circle"] + [
            {**line, "owner": "elsewhere"} for line in lines if line["kind"] == "note"
        ]

    taken(desk, packages[0])
    before = everything(desk)
    bad = forge(tmp_path / "stick" / "stolen.dialogue", packages[0], stolen)
    result = taken(desk, bad, packages[2])
    assert [one.path for one in result.refused] == [bad]
    assert [one.path for one in result.imported] == [packages[2]]
    assert [record for record in everything(desk) if record in before] == before


def test_two_packages_that_give_one_id_to_two_things_do_not_both_come_in(desk, packages, tmp_path):
    def stolen(lines):
        return [{**line, "owner": "elsewhere"} for line in lines if line["kind"] == "note"]

    bad = forge(tmp_path / "stick" / "stolen.dialogue", packages[0], stolen)
    result = taken(desk, packages[0], bad)
    assert [one.path for one in result.imported] == [packages[0]]
    assert [one.path for one in result.refused] == [bad]


def test_nothing_is_imported_when_it_cannot_be_written(desk, packages):
    own = begun(desk, "C01")
    before = everything(desk)
    desk.file._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(DeskTrouble):
        taken(desk, *packages)
    desk.file._connection.execute("PRAGMA query_only = OFF")
    assert everything(desk) == before
    assert len(taken(desk, *packages).imported) == len(packages)
    desk.add(own, note("and on we go"))


def test_a_look_can_be_stopped_and_an_empty_plan_changes_nothing(desk, packages):
    class Enough(Exception):
        pass

    def stop(done, of):
        if done == 2:
            raise Enough

    with pytest.raises(Enough):
        read_packages(packages, PackageReader(WORDS), WORDS, stop)
    assert import_packages(desk, ImportPlan(), WORDS).outcome is None and desk.can_undo() is None


def test_three_hundred_packages_come_in_as_one_step_and_leave_no_heap_behind(desk, packages, tmp_path):
    sample = looked(packages[2]).packages[0]
    (record,) = [one for one in sample.incoming.records.values() if one.kind is Kind.NOTE]
    (held,) = [one for one in sample.incoming.records.values() if one.kind is Kind.SESSION]
    circles = {one.id: one for one in sample.incoming.records.values() if one.kind is Kind.CIRCLE}
    plan = []
    for number in range(300):
        session = f"session {number}"
        records = {
            f"{number}-{line}": replace(record, id=f"{number}-{line}", owner=session) for line in range(60)
        }
        records |= {session: replace(held, id=session), **circles}
        plan.append(replace(sample, incoming=replace(sample.incoming, identity=str(number), records=records)))
    tracemalloc.start()
    result = import_packages(desk, ImportPlan(tuple(plan)), WORDS)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(result.imported) == 300 and desk.file.records.count_under(Kind.NOTE)["session 7"] == 60
    assert most < 100 * 1024 * 1024
    desk.undo()
    assert everything(desk) == []


def test_a_record_that_came_before_its_owner_is_there_once_that_comes(packages, desk, tmp_path):
    def late(lines):
        return [line for line in lines if line["kind"] not in ("circle", "session")]

    early = forge(tmp_path / "stick" / "early.dialogue", packages[2], late)
    taken(desk, early)
    folders = Folders(desk, a_shelf(tmp_path))
    assert folders.entries() == []
    taken(desk, packages[2])
    (entry,) = folders.entries()
    assert (entry.circle.code, entry.notes) == ("C08", 1)
    desk.add(desk.get(entry.id).owner, Theme("Buses"))


def test_a_second_run_of_the_same_files_says_how_many_clashes_are_still_open(desk, packages):
    first = import_packages(desk, looked(*packages), WORDS)
    again = import_packages(desk, looked(*packages), WORDS)
    assert not again.imported and again.conflicts == first.conflicts > 0
    (clash,) = [record for record in desk.file.records.everything() if record.in_conflict]
    desk.choose(clash.id, clash.body)
    assert import_packages(desk, looked(*packages), WORDS).conflicts == 0
