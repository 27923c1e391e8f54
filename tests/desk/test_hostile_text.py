"""Text made to break what shows it: kept as text in every field, from one laptop to another, never run."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest

from dialogue_desk.desk.leaving.documents import SummaryOptions
from dialogue_desk.desk.leaving.packages import export_program, export_session, session_package
from dialogue_desk.desk.leaving.session_files import ExportChoices, export_files, saving_trouble
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Theme
from dialogue_desk.domain.model.text import normalized, safe_in_sentence
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.container import pack, unpack
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.refusals import PackageRefused, Refusal, refusal_sentence
from dialogue_desk.words import Words
from tests.desk.evening import begun, note, notes
from tests.desk.leaving.test_packages import folder_of, laptops, opened
from tests.exchange.forging import forged, package

__all__ = ["laptops"]
WORDS = Words()
MILLION = 1_000_000
HOSTILE = {
    "control characters": "\x01\x07\x08\x1b[2J\x7f\x9b\r\n\t",
    "bidi overrides": "\u202eevil\u202c \u2066x\u2069 \u200f\u061c",
    "formulas": "=cmd|'/c calc'!A1",
    "other formulas": "+1\n-1\n@SUM(A1)",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;\"'",
    "zero width": "a\u200bb\u200d\ufeffc\u2060",
    "line separators": "a\u2028b\u2029c\x85d",
    "lone surrogates": "a\ud800b\udfffc",
    "a NUL": "a\x00b",
    "templates": "{file} {{7*7}} %s %n ${x} `rm -rf ~`",
    "combining": "Z" + "\u0300" * 500,
    "astral": "\U0001f468\u200d\U0001f33e\U0010ffff\ufdd0",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_text_of_every_sort_arrives_in_every_field_as_it_was_written(laptops, tmp_path, text):
    one, two, _ = laptops
    kept = normalized(text)
    program = one.add(NO_OWNER, Program(kept, kept))
    session = begun(one, circle=Circle(kept, kept, program), ground_rules=(kept,), title=kept)
    one.add(session, note(kept))
    one.add(program, Theme(kept))
    texts = {field.name: kept for field in fields(ActionIdea) if field.type == "str" and field.name != "part"}
    one.add(session, ActionIdea(**texts))
    files = [export_program(one, program, tmp_path), export_session(one, folder_of(one, session), tmp_path)]
    taken = opened(two, *files)
    assert taken.refused == () and notes(two, session) == [kept]
    ours = {record.id: record for record in one.file.records.everything()}
    assert {record.id: record for record in two.file.records.everything()} == ours
    for file in files:
        assert file.name.isascii() and "/" not in file.name and " " not in file.name
    for sentence_ in (taken.programs, [safe_in_sentence(text)]):
        assert all(
            not set(safe_in_sentence(one)) & set("\x1b\u202e\r\n\u2028\ud800\x00") for one in sentence_
        )


@pytest.mark.parametrize("letter", ["a", "\x01", "ñ", "歩", "\U0001f468", '"', "\\"])
def test_a_note_of_a_million_characters_leaves_arrives_and_leaves_again(laptops, tmp_path, letter):
    one, two, _ = laptops
    session = begun(one)
    one.add(session, note(letter * MILLION))
    opened(two, export_session(one, folder_of(one, session), tmp_path / "in"))
    assert notes(two, session) == [letter * MILLION]
    again = session_package(two, folder_of(two, session))
    assert unpack(again.data).members["records.jsonl"].count(b"\n") > 3


def test_two_versions_of_a_million_characters_are_still_a_conflict(laptops, tmp_path):
    one, two, _ = laptops
    session = begun(one)
    note_id = one.add(session, note("first"))
    opened(two, export_session(one, folder_of(one, session), tmp_path / "in"))
    one.rewrite(note_id, note("a" * MILLION))
    two.rewrite(note_id, note("b" * MILLION))
    assert opened(two, export_session(one, folder_of(one, session), tmp_path / "in")).conflicts == 1


def test_what_no_laptop_would_import_is_told_before_anything_is_written(laptops, tmp_path):
    desk, *_ = laptops
    session = begun(desk)
    desk.add(session, note("\x01" * 3 * MILLION))
    with pytest.raises(PackageRefused) as refused:
        export_files(desk, folder_of(desk, session), WORDS)
    assert refused.value.reason is Refusal.TOO_LARGE
    assert "too large for any laptop to open" in saving_trouble(refused.value, tmp_path, WORDS)


@pytest.mark.parametrize(
    "name", ["\u202egpj.dialogue", "a\nb.dialogue", "\x1b[2J.dialogue", "a\udcffb.dialogue"]
)
def test_the_name_of_a_bad_file_cannot_break_out_of_its_sentence(name):
    told = refusal_sentence(PackageRefused(Refusal.FOREIGN, file=name), WORDS)
    assert not set(told) & set("\u202e\n\x1b\udcff") and "\ufffd" in told


def rewritten(path, to, alter):
    """The package as somebody else would have written it, whole and unsigned."""
    container = unpack(path.read_bytes())
    lines = [json.loads(line) for line in container.members["records.jsonl"].splitlines()]
    alter(lines)
    text = "".join(json.dumps(line) + "\n" for line in lines)
    to.write_bytes(pack(container.about, dict(container.members) | {"records.jsonl": text.encode()})[0])
    return to


@pytest.mark.parametrize("half", ["\ud800", "a\udc80b"])
def test_half_a_character_in_a_package_is_refused_with_words(laptops, tmp_path, half):
    one, two, _ = laptops
    session = begun(one)
    one.add(session, note("words"))
    path = export_session(one, folder_of(one, session), tmp_path / "in")

    def alter(lines):
        next(line for line in lines if line["kind"] == "note")["body"]["text"] = half

    (refused,) = opened(two, rewritten(path, tmp_path / "bad.dialogue", alter)).refused
    assert "has values in it that cannot be right" in refused.sentence


def test_a_package_of_a_newer_minor_format_comes_in_with_all_that_is_new_in_it(laptops, tmp_path):
    one, two, three = laptops
    session = begun(one)
    one.add(session, note("words"))
    path = export_session(one, folder_of(one, session), tmp_path / "in")
    container = unpack(path.read_bytes())
    lines = [json.loads(line) for line in container.members["records.jsonl"].splitlines()]
    for line in lines:
        line.get("body", {})["mood"] = {"weather": 3}
    said = "".join(json.dumps(line, sort_keys=True) + "\n" for line in lines).encode()
    members = dict(container.members) | {"records.jsonl": said, "weather/map.json": b"{}"}
    about = dict(container.about) | {"mood": "sunny", "profile": "the mayor"}
    newer = tmp_path / "newer.dialogue"
    newer.write_bytes(forged(package(dict(sorted(members.items())), about, format_version=[1, 9])))
    assert opened(two, newer).refused == ()
    opened(three, export_session(two, folder_of(two, session), tmp_path / "out"))
    passed_on = [record.shown.more for record in three.file.records.under(session, Kind.NOTE)]
    assert passed_on == ['{"mood":{"weather":3}}']


def test_a_package_of_a_newer_major_format_is_refused_with_what_to_do(laptops, tmp_path):
    newer = tmp_path / "newer.dialogue"
    newer.write_bytes(forged(package({"records.jsonl": b""}, format_version=[2, 0])))
    (refused,) = opened(laptops[0], newer).refused
    assert "Update Dialogue Desk on this laptop" in refused.sentence


def test_a_package_that_was_changed_after_it_was_signed_is_refused_and_the_rest_comes_in(laptops, tmp_path):
    one, two, _ = laptops
    session, other = begun(one), begun(one, "C08")
    path = export_session(one, folder_of(one, session), tmp_path / "in")
    good = export_session(one, folder_of(one, other), tmp_path / "in")
    slip = unpack(path.read_bytes()).slip
    told = unpack(good.read_bytes())
    bad = tmp_path / "bad.dialogue"
    bad.write_bytes(pack(told.about, told.members, lambda _: slip)[0])
    taken = opened(two, bad, path)
    assert [one.path for one in taken.imported] == [path]
    assert "“bad.dialogue” was changed after the laptop that wrote it signed it" in taken.refused[0].sentence


def test_a_package_of_another_circle_comes_next_to_ours(laptops, tmp_path):
    one, two, _ = laptops
    ours, theirs = begun(two, "C07"), begun(one, "C07")
    two.add(ours, note("ours"))
    one.add(theirs, note("theirs"))
    opened(two, export_session(one, folder_of(one, theirs), tmp_path / "in"))
    assert (notes(two, ours), notes(two, theirs)) == (["ours"], ["theirs"])
    assert sorted(record.body.code for record in two.file.records.of_kind(Kind.CIRCLE)) == ["C07", "C07"]


def test_everything_private_goes_to_the_other_laptop_and_is_withheld_by_it_too(laptops, tmp_path):
    one, two, _ = laptops
    session = begun(one)
    one.add(session, Note(NoteKind.DEBRIEF, "private-1"))
    one.add(session, Note(NoteKind.CONCERN, "private-2", sensitive=True))
    choices = ExportChoices(Profile.OTHER_LAPTOP, papers=SummaryOptions(()))
    files = export_files(one, folder_of(one, session), WORDS, choices)
    (tmp_path / "x.dialogue").write_bytes(files.package.data)
    import_packages(two, read_packages([tmp_path / "x.dialogue"], PackageReader(WORDS), WORDS), WORDS)
    assert notes(two, session) == ["private-1", "private-2"]
    for_all = session_package(two, folder_of(two, session), Profile.EVERYONE)
    assert b"private" not in unpack(for_all.data).members["records.jsonl"]


def test_a_package_that_tells_a_profile_nobody_knows_is_read(laptops, tmp_path):
    one, two, _ = laptops
    session = begun(one)
    container = unpack(session_package(one, folder_of(one, session)).data)
    for number, profile in enumerate(("\u202e", 5, None, ["x"])):
        path = tmp_path / f"{number}.dialogue"
        path.write_bytes(pack(dict(container.about) | {"profile": profile}, container.members)[0])
        assert opened(two, path).refused == ()
    assert replace(folder_of(two, session).circle, code="C07").code == "C07"
