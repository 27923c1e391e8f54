"""Every code has a name that no other has, and lies in the wider one that it is under."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import NoteKind, Theme
from dialogue_desk.domain.records.records import NO_OWNER, Stamp, new_record
from dialogue_desk.exchange.refi import codebook_bytes

STAMP = Stamp(DeviceId("laptop"), 1, 0)
CODE = "{urn:QDA-XML:codebook:1.0}Code"


def record(name, owner, body):
    return new_record(RecordId(name), RecordId(owner), body, STAMP)


def codebook(*records):
    """The codes as pairs of a name and the names inside it, and all names."""
    root = fromstring(codebook_bytes(records))
    names = [code.get("name") for code in root.iter(CODE)]
    assert len({name.casefold() for name in names}) == len(names), "QualCoder drops a second code of one name"
    return [(top.get("name"), [code.get("name") for code in top.findall(CODE)]) for top in root[0]]


def test_a_theme_under_a_wider_one_is_nested() -> None:
    found = codebook(
        record("a", "p", Theme("Streets")),
        record("b", "p", Theme("Lamps", under=RecordId("a"))),
        record("c", "p", Theme("Bulbs", under=RecordId("b"))),
    )
    assert found[0] == ("Streets", ["Lamps"])
    root = fromstring(
        codebook_bytes([record("a", "p", Theme("A")), record("b", "p", Theme("B", under=RecordId("a")))])
    )
    assert root[0][0][0].get("name") == "B"


def test_a_theme_lies_in_the_one_that_stands_for_its_wider_theme() -> None:
    found = codebook(
        record("a", "p", Theme("Streets")),
        record("b", "p", Theme("streets")),
        record("c", "p", Theme("Lamps", under=RecordId("b"))),
    )
    assert found[0] == ("Streets", ["Lamps"])


def test_themes_in_a_ring_and_under_one_that_is_gone_are_there_too() -> None:
    found = codebook(
        record("a", "p", Theme("One", under=RecordId("b"))),
        record("b", "p", Theme("Two", under=RecordId("a"))),
        record("c", "p", Theme("Three", under=RecordId("gone"))),
        record("d", "p", Theme("Four", under=RecordId("d"))),
    )
    assert ("Two", ["One"]) in found and ("Three", []) in found and ("Four", []) in found


def test_themes_of_two_programs_by_one_name_say_whose_they_are() -> None:
    found = codebook(
        record("p", NO_OWNER, Program("Town", "TOWN")),
        record("q", NO_OWNER, Program("Village")),
        record("c", NO_OWNER, Circle("C1", program=RecordId("q"))),
        record("a", "p", Theme("Streets")),
        record("b", "c", Theme("Streets")),
    )
    assert [name for name, _ in found[:2]] == ["Streets", "Streets (Village)"]


def test_a_theme_called_like_a_kind_of_note_has_a_name_of_its_own() -> None:
    found = codebook(record("a", "p", Theme("Hope")), record("b", "q", Theme("HOPE")))
    assert [name for name, _ in found[:2]] == ["Hope (2)", "HOPE (3)"]
    assert set(NoteKind) <= set(dict(found)["Kind of note"])


def test_a_chain_of_themes_as_long_as_can_be_is_written() -> None:
    themes = [record(f"t{n:04}", "p", Theme(f"T{n}", under=RecordId(f"t{n - 1:04}"))) for n in range(5_000)]
    assert codebook(*themes)[0] == ("T0", ["T1"])
