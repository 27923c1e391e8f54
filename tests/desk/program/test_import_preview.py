"""Before files are opened it is said what becomes of each, and then exactly that happens."""

from __future__ import annotations

import shutil
from dataclasses import replace
from uuid import UUID

import pytest

from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.desk.program.found_files import files_found
from dialogue_desk.desk.program.import_preview import Standing, previewed
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.trust.known_laptops import accept
from dialogue_desk.desk.trust.waiting_changes import leave_out, waiting_changes
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.age_files import sealed_by_passphrase
from dialogue_desk.exchange.container import pack, unpack
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.sealing import Seal, new_key
from dialogue_desk.exchange.signing import PackageOrigin, fingerprint, public_key, signing
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, begun, note
from tests.desk.leaving.test_packages import folder_of
from tests.desk.trust.other_circles import unsigned
from tests.exchange.forging import forged, package

WORDS = Words()


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "here" / "desk.db", seed=99)
    yield desk
    desk.file.close()


@pytest.fixture
def theirs(tmp_path):
    desk = a_desk(tmp_path / "theirs" / "desk.db", seed=21)
    yield desk
    desk.file.close()


def handed(desk, session, folder, name):
    """Write the package of a session under a name."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(session_package(desk, folder_of(desk, session)).data)
    return path


def plan_of(*paths):
    found = files_found(paths)
    return replace(read_packages(found.files, PackageReader(WORDS), WORDS), passed=found.passed)


def look(desk, *paths):
    return previewed(desk, plan_of(*paths), WORDS)


def standings(desk, *paths):
    return {one.path.name: one.standing for one in look(desk, *paths).files}


def opened(desk, *paths):
    return import_packages(desk, plan_of(*paths), WORDS)


def everything(desk):
    return list(desk.file.records.everything())


def test_looking_changes_nothing_on_the_desk(desk, theirs, tmp_path):
    file = handed(theirs, begun(theirs), tmp_path, "a.dialogue")
    before = everything(desk)
    assert standings(desk, file) == {"a.dialogue": Standing.NEW}
    assert everything(desk) == before and desk.can_undo() is None
    assert not desk.file.laptops.vouches()


def test_a_file_is_new_then_here_and_a_later_one_adds_to_it(desk, theirs, tmp_path):
    session = begun(theirs)
    first = handed(theirs, session, tmp_path, "first.dialogue")
    theirs.add(session, note("one more"))
    second = handed(theirs, session, tmp_path, "second.dialogue")
    assert standings(desk, first) == {"first.dialogue": Standing.NEW}
    opened(desk, first)
    assert standings(desk, first, second) == {
        "first.dialogue": Standing.HERE,
        "second.dialogue": Standing.NEWER,
    }
    (newer,) = look(desk, second).files
    assert newer.brings == 1
    opened(desk, second)
    assert standings(desk, first, second) == {
        "first.dialogue": Standing.HERE,
        "second.dialogue": Standing.HERE,
    }


def test_an_earlier_revision_that_never_came_is_older_than_what_is_here(desk, theirs, tmp_path):
    session = begun(theirs)
    first = handed(theirs, session, tmp_path, "first.dialogue")
    theirs.rewrite(theirs.add(session, note("a note")), note("changed"))
    (written,) = theirs.file.records.under(session, Kind.NOTE)
    second = handed(theirs, session, tmp_path, "second.dialogue")
    theirs.rewrite(written.id, note("changed again"))
    third = handed(theirs, session, tmp_path, "third.dialogue")
    opened(desk, third)
    assert standings(desk, second) == {"second.dialogue": Standing.OLDER}
    assert opened(desk, first, second).imported == ()


def test_of_two_revisions_at_once_the_earlier_is_older(desk, theirs, tmp_path):
    session = begun(theirs)
    first = handed(theirs, session, tmp_path, "b.dialogue")
    theirs.add(session, note("one more"))
    second = handed(theirs, session, tmp_path, "a.dialogue")
    assert standings(desk, first, second) == {"a.dialogue": Standing.NEW, "b.dialogue": Standing.OLDER}


def test_a_file_that_mail_renamed_is_a_second_copy_only_where_the_first_is_there(desk, theirs, tmp_path):
    file = handed(theirs, begun(theirs), tmp_path / "mail", "c07 (1).dialogue")
    (alone,) = look(desk, file).files
    assert alone.second_of == ""
    file.with_name("c07.dialogue").touch()
    (beside,) = look(desk, file).files
    assert beside.second_of == "c07.dialogue"


def test_a_copy_that_a_sync_service_made_is_the_same_package(desk, theirs, tmp_path):
    file = handed(theirs, begun(theirs), tmp_path, "c07.dialogue")
    copy = tmp_path / "c07 (Maria's conflicted copy 2026-11-30).dialogue"
    shutil.copy(file, copy)
    files = {one.path.name: one for one in look(desk, file, copy).files}
    assert files[copy.name].standing is Standing.HERE and files[copy.name].copy_of == "c07.dialogue"
    assert files["c07.dialogue"].standing is Standing.NEW


def test_what_would_change_what_others_wrote_is_counted_as_waiting(desk, theirs, tmp_path):
    session = begun(desk)
    kept = desk.add(session, note("ours"))
    opened(theirs, handed(desk, session, tmp_path, "ours.dialogue"))
    theirs.rewrite(kept, note("theirs"))
    theirs.add(session, note("new"))
    file = handed(theirs, session, tmp_path, "theirs.dialogue")
    (one,) = look(desk, file).files
    assert (one.standing, one.brings, one.waits) == (Standing.WAITS, 1, 1)
    opened(desk, file)
    (again,) = look(desk, file).files
    assert (again.standing, again.brings, again.waits) == (Standing.WAITS, 0, 1)
    leave_out(desk, waiting_changes(desk)[0].claims)
    (left,) = look(desk, file).files
    assert left.standing is Standing.HERE and left.left_out


def test_second_versions_are_counted_before_and_those_still_open_after(desk, theirs, tmp_path):
    session = begun(desk)
    kept = desk.add(session, note("first"))
    opened(theirs, handed(desk, session, tmp_path, "ours.dialogue"))
    accept(desk, theirs.device)
    desk.rewrite(kept, note("ours"))
    theirs.rewrite(kept, note("theirs"))
    accept(theirs, desk.device)
    file = handed(theirs, session, tmp_path, "theirs.dialogue")
    before = look(desk, file)
    assert (before.new_clashes, before.still_open, before.files[0].clashes) == (1, 0, 1)
    assert opened(desk, file).conflicts == 1
    again = look(desk, file)
    assert (again.new_clashes, again.still_open, again.files[0].standing) == (0, 1, Standing.HERE)
    desk.choose(kept, note("ours"))
    assert look(desk, file).still_open == 0


def test_files_that_cannot_be_opened_each_have_their_place(desk, theirs, tmp_path):
    file = handed(theirs, begun(theirs), tmp_path, "whole.dialogue")
    data = file.read_bytes()
    (tmp_path / "cut.dialogue").write_bytes(data[:700])
    (tmp_path / "list.dialogue").write_text("milk, bread", encoding="utf-8")
    (tmp_path / "others.dialogue.age").write_bytes(Seal(to=(new_key().public,)).put_on(data))
    (tmp_path / "locked.dialogue.age").write_bytes(sealed_by_passphrase(data, b"open", 4))
    names = ["whole", "cut", "list"]
    paths = [tmp_path / f"{name}.dialogue" for name in names]
    paths += [tmp_path / "others.dialogue.age", tmp_path / "locked.dialogue.age", tmp_path / "gone.dialogue"]
    assert standings(desk, *paths) == {
        "whole.dialogue": Standing.NEW,
        "cut.dialogue": Standing.CUT_SHORT,
        "list.dialogue": Standing.REFUSED,
        "others.dialogue.age": Standing.SEALED,
        "locked.dialogue.age": Standing.LOCKED,
        "gone.dialogue": Standing.AWAY,
    }
    assert look(desk, *paths).counts == {
        Standing.NEW: 1,
        Standing.LOCKED: 1,
        Standing.SEALED: 1,
        Standing.CUT_SHORT: 1,
        Standing.AWAY: 1,
        Standing.REFUSED: 1,
    }


def test_a_forged_signature_is_refused_and_a_missing_one_is_said(desk, theirs, tmp_path):
    session = begun(theirs)
    file = handed(theirs, session, tmp_path, "signed.dialogue")
    nobody = unsigned(file, tmp_path / "nobody.dialogue")
    (one,) = look(desk, nobody).files
    assert one.standing is Standing.NEW and not one.signed and not one.plain
    (signed,) = look(desk, file).files
    assert signed.signed and signed.plain
    container, secret = unpack(file.read_bytes()), b"\x05" * 32
    sign = signing(secret, PackageOrigin(fingerprint(public_key(secret))))
    forged = tmp_path / "forged.dialogue"
    forged.write_bytes(pack(container.about, container.members, lambda _: sign("0" * 64))[0])
    (refused,) = look(desk, forged).files
    assert refused.standing is Standing.REFUSED
    assert refused.sentence.startswith("“forged.dialogue” was changed after the laptop that wrote it signed")


def test_two_circles_by_one_code_in_one_program_are_named(desk, theirs, tmp_path):
    program = theirs.add(NO_OWNER, Program("Oak Street"))
    one = begun(theirs, circle=Circle("C07", "Library", program))
    other = begun(theirs, circle=Circle("C07", "School", program))
    elsewhere = begun(theirs, circle=Circle("C07", "Hall", theirs.add(NO_OWNER, Program("Elm Street"))))
    paths = [
        handed(theirs, session, tmp_path, f"{number}.dialogue")
        for number, session in enumerate((one, other, elsewhere))
    ]
    codes = {file.path.name: file.same_codes for file in look(desk, *paths).files}
    assert codes == {"0.dialogue": ("C07",), "1.dialogue": ("C07",), "2.dialogue": ()}
    assert look(desk, paths[2]).goes_without_saying
    opened(desk, *paths)
    assert len([*desk.file.records.of_kind(Kind.CIRCLE)]) == 3, "nothing is joined by its name"


def test_two_programs_with_one_code_stay_two(desk, theirs, tmp_path):
    first = theirs.add(NO_OWNER, Program("Oak Street", code="OAK"))
    second = theirs.add(NO_OWNER, Program("Oakland", code="OAK"))
    paths = [
        handed(theirs, begun(theirs, circle=Circle("C01", "", program)), tmp_path, f"{program}.dialogue")
        for program in (first, second)
    ]
    assert [file.same_codes for file in look(desk, *paths).files] == [("OAK",), ("OAK",)]
    opened(desk, *paths)
    assert {one.body.name for one in desk.file.records.of_kind(Kind.PROGRAM)} == {"Oak Street", "Oakland"}


def test_one_file_goes_without_saying_also_beside_copies_of_what_is_here(desk, theirs, tmp_path):
    first = handed(theirs, begun(theirs, "C01"), tmp_path, "1.dialogue")
    second = handed(theirs, begun(theirs, "C02"), tmp_path, "2.dialogue")
    assert look(desk, first).goes_without_saying
    assert not look(desk, first, second).goes_without_saying
    opened(desk, first)
    assert look(desk, first, second).goes_without_saying
    opened(desk, second)
    assert look(desk, first, second).goes_without_saying


def test_what_a_person_leaves_out_stays_out_and_the_rest_is_one_step(desk, theirs, tmp_path):
    paths = [handed(theirs, begun(theirs, f"C0{n}"), tmp_path, f"{n}.dialogue") for n in (1, 2, 3)]
    before = everything(desk)
    result = import_packages(desk, plan_of(*paths).without({paths[1]}), WORDS)
    assert [one.path for one in result.imported] == [paths[0], paths[2]]
    assert {one.body.code for one in desk.file.records.of_kind(Kind.CIRCLE)} == {"C01", "C03"}
    desk.undo()
    assert everything(desk) == before
    assert standings(desk, *paths) == {f"{n}.dialogue": Standing.NEW for n in (1, 2, 3)}


def test_a_laptop_that_signed_with_another_key_before_is_named(desk, theirs, tmp_path):
    file = handed(theirs, begun(theirs), tmp_path, "a.dialogue")
    assert not look(desk, file).files[0].another_key
    with desk.file.writing():
        desk.file.keys.keep_seen(theirs.device, "ab" * 32)
    preview = look(desk, file)
    assert preview.files[0].another_key and not preview.goes_without_saying


def test_a_package_with_a_hundred_thousand_notes_is_refused_and_its_neighbors_come_in(desk, theirs, tmp_path):
    session = begun(theirs)
    first = theirs.add(session, note("one"))
    file = handed(theirs, session, tmp_path, "honest.dialogue")
    container = unpack(file.read_bytes())
    lines = container.members["records.jsonl"].splitlines(keepends=True)
    (line,) = (one for one in lines if f'"id":"{first}"'.encode() in one)
    ids = (str(UUID(int=UUID(first).int + number)) for number in range(1, 100_001))
    lines += [line.replace(first.encode(), one.encode()) for one in ids]
    members = dict(container.members) | {"records.jsonl": b"".join(lines)}
    huge = tmp_path / "huge.dialogue"
    huge.write_bytes(forged(package(members, container.about)))
    preview = look(desk, huge, file)
    assert {one.path.name: one.standing for one in preview.files} == {
        "honest.dialogue": Standing.NEW,
        "huge.dialogue": Standing.REFUSED,
    }
    assert preview.files[1].sentence.startswith("“huge.dialogue” is much larger than the file of a session")
    assert len(opened(desk, huge, file).imported) == 1
