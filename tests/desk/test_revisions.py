"""Revision replaces revision: on the stick, on the desk that takes it in, and in what erasing is told."""

from __future__ import annotations

import errno
from dataclasses import replace

import pytest

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.documents import SummaryOptions
from dialogue_desk.desk.leaving.keyring import keyring, make_key
from dialogue_desk.desk.leaving.packages import export_program, export_session, session_package
from dialogue_desk.desk.leaving.session_files import ExportChoices, export_files, save_all
from dialogue_desk.desk.opening import open_desk_read_only
from dialogue_desk.desk.trust.own_name import DeskName
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.closing import CloseStep, ClosingStep
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.container import pack, unpack
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.exchange.sealing import Seal
from dialogue_desk.exchange.signing import PackageOrigin, signing
from dialogue_desk.storage.repair import repair
from dialogue_desk.whole_file import FileToSave
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, begun, note
from tests.desk.leaving.test_packages import folder_of, laptops, opened

__all__ = ["laptops"]
WORDS = Words()
ALONE = ExportChoices(papers=SummaryOptions(()))


@pytest.fixture
def desk(laptops):
    return laptops[0]


@pytest.fixture
def session(desk):
    return begun(desk)


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def silent(done, total):
    pass


def handed(desk, session, to, choices=ALONE):
    """Save as the window does: kept in mind, written, and told."""
    files = export_files(desk, folder_of(desk, session), WORDS, choices)
    pending_export = files.begin(desk, to)
    written = files.save(to, silent)
    pending_export.done()
    return written[0]


def written_of(path, desk=None):
    return PackageReader(WORDS, None if desk is None else keyring(desk)).read(path).origin


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_same_content_again_is_the_same_revision_and_the_same_file(desk, session, stick):
    first = handed(desk, session, stick)
    desk.clock.advance(60_000)
    assert handed(desk, session, stick) == first and names(stick) == [first.name]
    assert (written_of(first).revision, written_of(first).replaces) == (1, "")
    assert "-r" not in first.name.partition("c07")[2]


def test_changed_content_is_the_next_revision_and_takes_the_place_of_the_one_before(desk, session, stick):
    first = handed(desk, session, stick)
    identity = PackageReader(WORDS).read(first).identity
    desk.add(session, note("one more"))
    second = handed(desk, session, stick)
    assert names(stick) == [second.name] and "-r2-" in second.name
    assert (written_of(second).revision, written_of(second).replaces) == (2, identity)


def test_an_earlier_revision_in_another_folder_is_left_there(desk, session, stick, tmp_path):
    first = handed(desk, session, tmp_path)
    desk.add(session, note("one more"))
    handed(desk, session, stick)
    assert first.exists()
    assert [(one.revision, one.path.parent) for one in desk.file.exports.of(session)] == [
        (1, tmp_path),
        (2, stick),
    ]


def test_each_profile_counts_its_own_revisions(desk, session, stick):
    desk.add(session, note("how it went", NoteKind.DEBRIEF))
    for profile in Profile:
        handed(desk, session, stick, ExportChoices(profile, papers=SummaryOptions(())))
    assert len(names(stick)) == 3
    assert [written_of(path).revision for path in stick.iterdir()] == [1, 1, 1]
    about = {PackageReader(WORDS).read(path).about.profile for path in stick.iterdir()}
    assert about == {profile.value for profile in Profile}


def test_the_debrief_goes_along_when_it_is_asked_for(desk, session, stick):
    desk.add(session, note("how it went", NoteKind.DEBRIEF))
    without = session_package(desk, folder_of(desk, session))
    with_it = session_package(desk, folder_of(desk, session), debrief=True)
    for package, there in ((without, False), (with_it, True)):
        (stick / package.name).write_bytes(package.data)
        records = PackageReader(WORDS).read(stick / package.name).records.values()
        assert any(getattr(record.body, "kind", "") == NoteKind.DEBRIEF for record in records) is there


def test_to_tick_off_the_export_makes_no_new_revision(desk, session, stick):
    first = handed(desk, session, stick)
    desk.add(session, ClosingStep(CloseStep.EXPORT))
    assert handed(desk, session, stick) == first
    desk.add(session, ClosingStep(CloseStep.ACTIONS))
    assert handed(desk, session, stick) != first


def test_a_revision_that_could_not_be_written_leaves_known_what_was(desk, session, stick):
    choices = ExportChoices(papers=SummaryOptions((".md",)))
    handed(desk, session, stick, choices)
    before = desk.file.exports.of(session)
    desk.add(session, note("more"))
    export_files(desk, folder_of(desk, session), WORDS, choices).begin(desk, stick).failed()
    assert desk.file.exports.of(session) == before
    assert "-r2-" in handed(desk, session, stick, choices).name
    assert written_of(next(stick.glob("*.dialogue"))).replaces == before[0].identity


def test_a_revision_back_to_what_was_is_a_revision_all_the_same(desk, session, stick):
    handed(desk, session, stick)
    desk.add(session, ClosingStep(CloseStep.ACTIONS))
    handed(desk, session, stick)
    desk.undo()
    assert "-r3-" in handed(desk, session, stick).name and len(names(stick)) == 1


def test_a_sealed_revision_takes_the_place_of_an_open_one(desk, session, stick):
    key = make_key(desk)
    handed(desk, session, stick)
    desk.add(session, note("one more"))
    sealed = handed(desk, session, stick, ExportChoices(seal=Seal(to=(key,)), papers=SummaryOptions(())))
    assert names(stick) == [sealed.name] and sealed.name.endswith(".dialogue.age")
    assert written_of(sealed, desk).revision == 2
    assert [one.sealed for one in desk.file.exports.of(session)] == [True]


def test_papers_are_kept_in_mind_too_and_replaced_where_they_lie(desk, session, stick):
    handed(desk, session, stick, ExportChoices(papers=SummaryOptions((".html",))))
    desk.add(session, note("one more"))
    handed(desk, session, stick, ExportChoices(papers=SummaryOptions((".html",))))
    assert {one.path.name for one in desk.file.exports.of(session)} == set(names(stick))
    assert len(names(stick)) == 2


def test_what_could_not_be_written_is_not_kept_in_mind(desk, session, stick):
    first = handed(desk, session, stick)
    desk.add(session, note("one more"))
    files = export_files(desk, folder_of(desk, session), WORDS, ExportChoices(papers=SummaryOptions(())))
    pending_export = files.begin(desk, stick / "gone")
    with pytest.raises(FileNotFoundError):
        files.save(stick / "gone", silent)
    pending_export.failed()
    assert [one.path for one in desk.file.exports.of(session)] == [first]
    assert "-r2-" in handed(desk, session, stick).name


def test_a_laptop_that_dies_before_it_could_tell_still_replaces_what_it_wrote(desk, session, stick):
    files = export_files(desk, folder_of(desk, session), WORDS, ExportChoices(papers=SummaryOptions(())))
    files.begin(desk, stick)
    files.save(stick, silent)
    desk.add(session, note("one more"))
    second = handed(desk, session, stick)
    assert names(stick) == [second.name]


def test_the_package_of_another_laptop_is_never_taken_away(laptops, stick):
    one, two, _ = laptops
    session = begun(one)
    opened(two, handed(one, session, stick))
    two.add(session, note("theirs"))
    handed(two, session, stick)
    one.add(session, note("ours"))
    handed(one, session, stick)
    assert sorted(written_of(path).device for path in stick.iterdir()) == sorted([one.device, two.device])


def test_a_program_file_has_revisions_as_well(desk, stick):
    program = desk.add(NO_OWNER, Program("Bridges"))
    export_program(desk, program, stick)
    desk.add(NO_OWNER, Circle("C01", program=program))
    assert "-r2-" in export_program(desk, program, stick).name and len(names(stick)) == 1
    assert len(desk.file.exports.of(program)) == 1


def test_erasing_drops_what_was_known_of_the_files(desk, session, stick):
    handed(desk, session, stick)
    desk.file.exports.forget([session])
    assert desk.file.exports.of(session) == ()


def test_importing_says_that_a_revision_takes_the_place_of_another(laptops, stick):
    one, two, three = laptops
    session = begun(one)
    first = handed(one, session, stick).read_bytes()
    opened(two, next(stick.iterdir()))
    one.add(session, note("one more"))
    second = handed(one, session, stick)
    taken = opened(two, second)
    assert taken.replacing == taken.imported and taken.imported[0].origin.revision == 2
    assert opened(three, second).replacing == ()
    old = stick / "old.dialogue"
    old.write_bytes(first)
    assert opened(two, old).known and not opened(three, old).imported


def test_ones_own_package_changes_nothing_and_is_known_as_ones_own(desk, session, stick):
    path = handed(desk, session, stick)
    desk.add(session, note("since then"))
    before = list(desk.file.records.everything())
    undone = desk.can_undo()
    taken = opened(desk, path)
    assert (taken.imported, taken.outcome, desk.can_undo()) == ((), None, undone)
    assert taken.known == taken.own and len(taken.own) == 1
    assert list(desk.file.records.everything()) == before


def test_a_package_from_before_the_desk_went_on_from_a_copy_is_ones_own(desk, session, stick):
    path = handed(desk, session, stick)
    first = written_of(path)
    desk.rename()
    assert written_of(path).device in desk.names()
    desk.add(session, note("since then"))
    again = written_of(handed(desk, session, stick))
    assert (again.device, again.revision) == (desk.device, 2) and again.key != first.key


def named_as_before(desk, name):
    """Give a desk a name as it was before names were fingerprints of keys."""
    with desk.file.writing():
        desk.file.names.take(name)
    desk.name = DeskName(name, desk.name.hand)


def test_a_laptop_that_signs_with_another_key_is_told_and_not_refused(laptops, stick):
    one, two, _ = laptops
    named_as_before(one, "019ce447-3d80-7000-8000-000000000001")
    session = begun(one)
    opened(two, handed(one, session, stick))
    one.file._connection.execute("DELETE FROM desk WHERE key LIKE 'signing key %'")
    one.ids = RandomIds(77)
    one.add(session, note("one more"))
    second = handed(one, session, stick)
    for _ in range(2):
        taken = opened(two, second)
        assert taken.strange == (*taken.imported, *taken.known) and len(taken.strange) == 1


def test_a_package_that_claims_to_be_ones_own_under_another_key_is_told(laptops, stick):
    one, two, _ = laptops
    named_as_before(one, "019ce447-3d80-7000-8000-000000000001")
    session = begun(two)
    handed(one, begun(one), stick)
    package = session_package(two, folder_of(two, session))
    contents = PackageReader(WORDS)
    (stick / "x.dialogue").write_bytes(package.data)
    written = contents.read(stick / "x.dialogue").origin
    forged = signing(bytes(32), replace(written, device=one.device))
    told = unpack(package.data)
    (stick / "x.dialogue").write_bytes(pack(told.about, told.members, forged)[0])
    taken = opened(one, stick / "x.dialogue")
    assert taken.strange and taken.imported


def test_a_package_under_the_name_of_another_key_is_refused(laptops, stick):
    one, two, _ = laptops
    package = session_package(two, folder_of(two, begun(two)))
    told = unpack(package.data)
    forged = signing(bytes(32), PackageOrigin(one.device))
    (stick / "x.dialogue").write_bytes(pack(told.about, told.members, forged)[0])
    with pytest.raises(PackageRefused) as why:
        PackageReader(WORDS).read(stick / "x.dialogue")
    assert why.value.reason is Refusal.FORGED


def test_a_desk_that_is_only_looked_at_exports_without_a_word_of_its_own(desk, session, stick):
    path = desk.file.path
    aside = open_desk_read_only(path, desk.clock, desk.ids).desk
    assert written_of(export_session(aside, folder_of(aside, session), stick)).device == desk.device
    aside.file.close()
    assert desk.file.exports.of(session) == ()
    signed = handed(desk, session, stick)
    assert written_of(signed).revision == 1


def test_what_left_is_still_known_after_the_desk_was_repaired(tmp_path, stick):
    desk = a_desk(tmp_path / "here" / "desk.db", seed=5)
    session = begun(desk)
    key = make_key(desk)
    handed(desk, session, stick)
    known = desk.file.exports.of(session)
    desk.file.close()
    repair(tmp_path / "here" / "desk.db")
    again = a_desk(tmp_path / "here" / "desk.db", seed=6)
    assert again.file.exports.of(session) == known and key in again.file.keys.opening()
    again.file.close()


def test_the_organizers_key_in_the_program_seals_without_a_question(laptops, stick):
    one, two, _ = laptops
    key = make_key(one)
    program = one.add(NO_OWNER, Program("Bridges", seal_to=key))
    circle = one.add(NO_OWNER, Circle("C07", program=program))
    opened(two, export_program(one, program, stick))
    session = begun(two, circle=None, circle_id=circle)
    package = export_session(two, folder_of(two, session), stick)
    assert package.name.endswith(".dialogue.age")
    assert written_of(package, one).device == two.device


def test_a_stick_that_keeps_something_else_is_told_and_nothing_looks_whole(stick):
    def spoil(done, total):
        if done == 5:
            (stick / "a.dialogue").write_bytes(b"word")

    with pytest.raises(OSError, match="reads back differently") as told:
        save_all(
            [FileToSave("b.pdf", lambda: b"b"), FileToSave("a.dialogue", lambda: b"words")], stick, spoil
        )
    assert told.value.errno == errno.EIO and names(stick) == []
