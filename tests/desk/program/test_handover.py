"""A program handed over in one file: the same on a fresh desk, with its keys, and the trust due to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.keyring import holds, keyring, make_key, unsaved_key
from dialogue_desk.desk.leaving.packages import export_program, export_session
from dialogue_desk.desk.program.handover import ready_handover, remember_heir, take_over
from dialogue_desk.desk.program.handover_text import not_handed_over
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.trust.waiting_changes import waiting_changes
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind, Theme
from dialogue_desk.domain.model.organizing import Coding, Star, coding_id, star_id
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.age_files import sealed_by_passphrase
from dialogue_desk.exchange.container import pack, unpack
from dialogue_desk.exchange.handover_file import handover_bytes, read_handover
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.exchange.sealing import Keyring, unsealed
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf, begun

WORDS = Words()
PASSPHRASE = "bench lamp river"


def quickly_sealed(data, passphrase):
    """The work of a passphrase is tested by itself; here it would take a second for each file."""
    return sealed_by_passphrase(data, passphrase.encode(), 4)


def ready_of(desk, program):
    return replace(ready_handover(desk, folders_of(desk), program, RandomIds(9)), seal=quickly_sealed)


@pytest.fixture
def laptops(tmp_path):
    """An organizer, another one, and a facilitator."""
    desks = [a_desk(tmp_path / f"laptop {seed}" / "desk.db", seed) for seed in (1, 2, 3)]
    yield desks
    for desk in desks:
        desk.file.close()


def folders_of(desk):
    return Folders(desk, a_shelf(desk.file.path.parent))


def opened(desk, *paths):
    return import_packages(desk, read_packages(paths, PackageReader(WORDS, keyring(desk)), WORDS), WORDS)


def no_stop(done, total):
    pass


@pytest.fixture
def program(laptops, tmp_path):
    """A program whose circle met with a facilitator, and whose note the organizer coded."""
    organizer, _, facilitator = laptops
    program = organizer.add(NO_OWNER, Program("Bridges", seal_to=make_key(organizer)))
    circle = organizer.add(NO_OWNER, Circle("C07", "Library", program))
    opened(facilitator, export_program(organizer, program, tmp_path / "out"))
    session = begun(facilitator, circle=None, circle_id=circle, ground_rules=())
    facilitator.add(session, Note(NoteKind.HOPE, "A bench at the stop."))
    opened(organizer, export_session(facilitator, folders_of(facilitator).session(session), tmp_path / "in"))
    (heard,) = organizer.file.records.under(session, Kind.NOTE)
    theme = organizer.add(program, Theme("Benches"))
    organizer.put(coding_id(program, heard.id), program, Coding(heard.id, (theme,)))
    organizer.put(star_id(program, heard.id), program, Star(heard.id))
    return program


def handed_over(desk, program, path, passphrase=PASSPHRASE):
    ready = ready_of(desk, program)
    ready.write(path, passphrase, WORDS, no_stop)
    remember_heir(desk, ready)
    return ready


def taken_over(desk, path, passphrase=PASSPHRASE):
    return take_over(desk, read_handover(path, passphrase, WORDS), path, WORDS)


def everything(desk):
    return {record.id: record for record in desk.file.records.everything()}


def session_of(desk):
    return next(record.id for record in desk.file.records.of_kind(Kind.SESSION))


def test_a_fresh_desk_has_the_same_program_and_opens_what_is_sealed_for_it(laptops, program, tmp_path):
    organizer, other, facilitator = laptops
    file = tmp_path / "bridges.dialogue-handover"
    handed_over(organizer, program, file)
    result = taken_over(other, file)
    assert everything(other) == everything(organizer)
    assert result.programs == ("Bridges",) and not result.refused and not result.waiting
    assert folders_of(other).picture(program) == folders_of(organizer).picture(program)
    facilitator.add(session_of(facilitator), Note(NoteKind.CONCERN, "Nobody reads the forms."))
    sealed = export_session(
        facilitator, folders_of(facilitator).session(session_of(facilitator)), tmp_path / "later"
    )
    assert opened(other, sealed).imported and not waiting_changes(other)
    assert (
        unsaved_key(other, other.get(program).body)
        == unsaved_key(organizer, organizer.get(program).body)
        == ""
    )


def test_the_other_organizer_changes_the_program_everywhere_without_being_asked(laptops, program, tmp_path):
    organizer, other, facilitator = laptops
    file = tmp_path / "bridges.dialogue-handover"
    handed_over(organizer, program, file)
    taken_over(other, file)
    other.rewrite(program, replace(other.get(program).body, name="Bridges, second season"))
    theirs = export_program(other, program, tmp_path / "theirs")
    for desk in (organizer, facilitator):
        assert not opened(desk, theirs).waiting
        assert desk.get(program).body.name == "Bridges, second season"
    organizer.rewrite(program, replace(organizer.get(program).body, sessions=6))
    assert not opened(other, export_program(organizer, program, tmp_path / "ours")).waiting
    assert other.get(program).body.sessions == 6


def test_who_only_has_the_program_is_asked_about_as_before(laptops, program, tmp_path):
    organizer, other, facilitator = laptops
    opened(other, export_program(organizer, program, tmp_path / "out"))
    other.rewrite(program, replace(other.get(program).body, name="Mine now"))
    theirs = export_program(other, program, tmp_path / "theirs")
    for desk in (organizer, facilitator):
        assert opened(desk, theirs).waiting and desk.get(program).body.name == "Bridges"


def test_it_merges_into_a_desk_that_has_the_program_and_twice_is_as_once(laptops, program, tmp_path):
    organizer, other, _ = laptops
    opened(other, export_program(organizer, program, tmp_path / "out"))
    mine = other.add(program, Theme("Shade"))
    file = tmp_path / "bridges.dialogue-handover"
    handed_over(organizer, program, file)
    for _ in range(2):
        result = taken_over(other, file)
        assert not result.waiting
        assert set(everything(other)) == {*everything(organizer), mine}


def test_undo_takes_back_what_came_in_and_keeps_the_keys(laptops, program, tmp_path):
    organizer, other, _ = laptops
    file = tmp_path / "bridges.dialogue-handover"
    handed_over(organizer, program, file)
    taken_over(other, file)
    other.undo()
    assert other.get(program) is None and holds(other, organizer.get(program).body.seal_to)


def test_the_laptop_that_wrote_it_opens_its_own_and_trusts_nobody_new(laptops, program, tmp_path):
    organizer, _, _ = laptops
    file = tmp_path / "bridges.dialogue-handover"
    handed_over(organizer, program, file)
    before, accepted = everything(organizer), organizer.file.laptops.accepted()
    taken_over(organizer, file)
    assert (everything(organizer), organizer.file.laptops.accepted()) == (before, accepted)


def test_erased_words_stay_erased(laptops, program, tmp_path):
    organizer, other, _ = laptops
    file, session = tmp_path / "bridges.dialogue-handover", session_of(organizer)
    handed_over(organizer, program, file)
    taken_over(other, file)
    organizer.erase([session])
    handed_over(organizer, program, file)
    assert b"bench" not in unsealed(file.read_bytes(), Keyring(passphrases=(PASSPHRASE,)))
    taken_over(other, file)
    assert other.get(session).erased


def test_what_was_written_here_in_a_session_led_here_goes_as_to_any_organizer(laptops, program, tmp_path):
    organizer, other, _ = laptops
    circle = organizer.add(NO_OWNER, Circle("C08", "School", program))
    session = begun(organizer, circle=None, circle_id=circle, ground_rules=())
    stays = [
        organizer.add(session, Note(NoteKind.DEBRIEF, "We ran late.")),
        organizer.add(session, Note(NoteKind.QUOTE, "I was afraid.", consent=Consent.NOT_ASKED)),
    ]
    private, shared = (organizer.add(circle, Theme(name)) for name in ("The row at the door", "Streets"))
    organizer.rewrite(stays[0], Note(NoteKind.DEBRIEF, "We ran late.", themes=(private, shared)))
    stays.append(private)
    goes = organizer.add(session, Note(NoteKind.HOPE, "A quiet street.", themes=(shared,)))
    file = tmp_path / "bridges.dialogue-handover"
    handed_over(organizer, program, file)
    taken_over(other, file)
    assert other.get(goes) is not None and other.get(shared) is not None
    assert [other.get(one) for one in stays] == [None, None, None]


def test_another_program_and_its_key_stay_here(laptops, program, tmp_path):
    organizer, other, _ = laptops
    key, earlier = make_key(organizer), make_key(organizer)
    elsewhere = organizer.add(NO_OWNER, Program("Elsewhere", seal_to=key))
    file = tmp_path / "bridges.dialogue-handover"
    handed_over(organizer, program, file)
    taken_over(other, file)
    assert other.get(elsewhere) is None and not holds(other, key) and holds(other, earlier)


@pytest.mark.parametrize("at", range(5))
def test_stopping_at_any_step_leaves_no_file_and_what_was_there_before(laptops, program, tmp_path, at):
    organizer, _, _ = laptops
    folder = tmp_path / "stick"
    folder.mkdir()
    file = folder / "bridges.dialogue-handover"
    file.write_bytes(b"before")

    def stop(done, total):
        if done == at:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        ready_of(organizer, program).write(file, PASSPHRASE, WORDS, stop)
    assert [(one.name, one.read_bytes()) for one in folder.iterdir()] == [(file.name, b"before")]


def test_a_file_that_opens_as_something_else_is_not_left(laptops, program, tmp_path):
    organizer, _, _ = laptops
    ready = ready_of(organizer, program)
    fewer = handover_bytes(ready.name, ready.records[1:], ready.secrets, ready.sign)
    keyless = handover_bytes(ready.name, ready.records, replace(ready.secrets, keys=()), ready.sign)
    for other in (fewer, keyless):
        wrong = replace(ready, seal=lambda _, passphrase, other=other: quickly_sealed(other, passphrase))
        with pytest.raises(OSError, match="something else"):
            wrong.write(tmp_path / "x.dialogue-handover", PASSPHRASE, WORDS, no_stop)
        assert not list(tmp_path.glob("*handover")) and not list(tmp_path.glob(".*"))


def test_what_no_laptop_would_open_is_no_matter_of_the_stick(laptops, program, tmp_path):
    ready = ready_of(laptops[0], program)
    strange = replace(ready.records[0], id=RecordId("not as the app writes it"))
    wrong = replace(ready, records=(*ready.records, strange))
    with pytest.raises(PackageRefused) as refused:
        wrong.write(tmp_path / "x.dialogue-handover", PASSPHRASE, WORDS, no_stop)
    assert "Another stick does not help" in not_handed_over(refused.value, tmp_path / "x", WORDS)
    assert not list(tmp_path.glob("*handover")) and not list(tmp_path.glob(".*"))


def test_a_place_that_is_not_there_is_told(laptops, program, tmp_path):
    organizer, _, _ = laptops
    ready = ready_of(organizer, program)
    with pytest.raises(FileNotFoundError):
        ready.write(tmp_path / "gone" / "x.dialogue-handover", PASSPHRASE, WORDS, no_stop)


def refusal_of(file, passphrase=PASSPHRASE):
    with pytest.raises(PackageRefused) as refused:
        read_handover(file, passphrase, WORDS)
    assert refused.value.places["file"] == file.name
    return refused.value.reason


def test_what_does_not_open_says_why(laptops, program, tmp_path):
    organizer, _, _ = laptops
    file, odd = tmp_path / "bridges.dialogue-handover", tmp_path / "odd.dialogue-handover"
    ready = handed_over(organizer, program, file)
    assert refusal_of(file, "") is Refusal.LOCKED
    assert refusal_of(file, "Bench lamp river") is Refusal.WRONG_PASSPHRASE
    whole = file.read_bytes()
    for data, reason in (
        (whole[:-1], Refusal.DAMAGED),
        (whole[: len(whole) // 2], Refusal.DAMAGED),
        (b"", Refusal.NOT_A_PACKAGE),
        (b"a letter", Refusal.NOT_A_PACKAGE),
        (unsealed(whole, Keyring(passphrases=(PASSPHRASE,))), Refusal.NOT_A_PACKAGE),
    ):
        odd.write_bytes(data)
        assert refusal_of(odd) is reason
    program_file = export_program(organizer, program, tmp_path / "out").read_bytes()
    odd.write_bytes(quickly_sealed(program_file, PASSPHRASE))
    assert refusal_of(odd) is Refusal.NOT_A_PACKAGE
    inside = unpack(handover_bytes(ready.name, ready.records, ready.secrets, ready.sign))
    odd.write_bytes(quickly_sealed(pack(inside.about, inside.members)[0], PASSPHRASE))
    assert refusal_of(odd) is Refusal.FORGED
    for secrets in (
        b"{}",
        b'{"heir":"xy","keys":[]}',
        b'{"heir":"00","keys":["AGE"]}',
        b'{"heir":"00","keys":[1]}',
    ):
        members = {**inside.members, "secrets.json": secrets}
        odd.write_bytes(quickly_sealed(pack(inside.about, members, ready.sign)[0], PASSPHRASE))
        assert refusal_of(odd) is Refusal.IMPOSSIBLE


def test_opened_as_a_package_it_is_refused_and_gives_no_trust_and_no_keys(laptops, program, tmp_path):
    organizer, other, _ = laptops
    file = tmp_path / "bridges.dialogue"
    handed_over(organizer, program, file)
    plan = read_packages([file], PackageReader(WORDS, Keyring(passphrases=(PASSPHRASE,))), WORDS)
    assert "hands a whole program over" in plan.refused[0].sentence
    import_packages(other, plan, WORDS)
    assert not other.file.laptops.accepted() and keyring(other).secrets == ()


def test_reading_can_be_stopped(laptops, program, tmp_path):
    organizer, _, _ = laptops
    file = tmp_path / "bridges.dialogue-handover"
    handed_over(organizer, program, file)

    def stop(done, total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_handover(file, PASSPHRASE, WORDS, stop)


def test_a_program_that_is_not_there_cannot_be_handed_over(laptops):
    with pytest.raises(KeyError):
        ready_handover(laptops[0], folders_of(laptops[0]), "nothing", RandomIds(9))


NOTED = ("note", "debrief", "quote")
ACTS = (*NOTED, "edit", "remove", "erase", "theme", "join", "code", "star", "circle", "undo")


def act(desk, program, session, what, which):
    """Do one thing on an organizer's desk; ``which`` chooses what to do it to."""
    notes = [one.id for one in desk.file.records.under(session, Kind.NOTE) if one.body is not None]
    if what in NOTED:
        kind = {"note": NoteKind.HOPE, "debrief": NoteKind.DEBRIEF, "quote": NoteKind.QUOTE}[what]
        desk.add(session, Note(kind, f"line {which}", consent=list(Consent)[which % len(Consent)]))
    elif what == "undo":
        desk.undo()
    elif what == "circle":
        desk.add(NO_OWNER, Circle(f"C{which}", "Somewhere", program))
    elif what in ("theme", "join"):
        add_or_join(desk, program, which, join=what == "join")
    elif notes:
        act_on(desk, program, notes[which % len(notes)], what, which)


def add_or_join(desk, program, which, *, join):
    themes = [one.id for one in desk.file.records.under(program, Kind.THEME) if one.body is not None]
    if join and len(themes) > 1:
        one, other = themes[which % len(themes)], themes[which % len(themes) - 1]
        desk.rewrite(one, replace(desk.get(one).body, into=other))
    else:
        desk.add(program, Theme(f"theme {which}"))


def act_on(desk, program, line, what, which):
    themes = tuple(one.id for one in desk.file.records.under(program, Kind.THEME))
    match what:
        case "edit":
            desk.rewrite(line, replace(desk.get(line).body, text=f"edited {which}"))
        case "remove":
            desk.remove(line)
        case "erase":
            desk.erase([line])
        case "code":
            desk.put(coding_id(program, line), program, Coding(line, themes[:which]))
        case "star":
            desk.put(star_id(program, line), program, Star(line, with_circle=bool(which % 2)))


@settings(max_examples=12)
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 9)), max_size=14))
def test_whatever_was_done_a_program_handed_on_twice_has_lost_nothing(tmp_path_factory, acts):
    folder = tmp_path_factory.mktemp("law")
    one, two, three = (a_desk(folder / f"{seed}" / "desk.db", seed) for seed in (1, 2, 3))
    program = one.add(NO_OWNER, Program("Bridges", seal_to=make_key(one)))
    circle = one.add(NO_OWNER, Circle("C07", "Library", program))
    session = begun(one, circle=None, circle_id=circle, ground_rules=())
    for what, which in acts:
        act(one, program, session, what, which)
    first, second = folder / "first.dialogue-handover", folder / "second.dialogue-handover"
    handed = ready_of(one, program)
    handed.write(first, PASSPHRASE, WORDS, no_stop)
    taken_over(two, first)
    again = ready_of(two, program)
    again.write(second, PASSPHRASE, WORDS, no_stop)
    taken_over(three, second)
    assert everything(two) == everything(three) == {one.id: one for one in handed.records}
    assert folders_of(two).picture(program) == folders_of(three).picture(program)
    for record in handed.records:
        for body in (edition.body for edition in record.editions if isinstance(edition.body, Note)):
            assert body.kind is not NoteKind.DEBRIEF
            assert body.kind is not NoteKind.QUOTE or body.consent is Consent.YES
    for desk in (one, two, three):
        desk.file.close()
