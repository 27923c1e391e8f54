"""The export of a Decidim site: in each of its forms the same, and odd files are refused or harmless."""

import json
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.exchange.csv_table import DataTable
from dialogue_desk.exchange.decidim_export import DecidimRow, decidim_rows
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble
from dialogue_desk.exchange.xlsx import xlsx_bytes

HEADS = ("id", "title/en", "title/es", "body/en", "state", "answer/en", "answer/machine_translations/es")
CELLS = ("12", "Mend the lamps", "", "All of them.\nCode: KTR42", "Accepted", "<p>Yes &amp; soon</p>", "Sí")
ROW = DecidimRow(
    "12",
    "accepted",
    (("en", "Mend the lamps"),),
    (("en", "All of them. Code: KTR42"),),
    (("en", "Yes & soon"),),
)


def in_csv(mark=";", rows=(CELLS,)):
    lines = (HEADS, *rows)
    return "\n".join(mark.join(f'"{cell}"' for cell in row) for row in lines).encode()


def in_json():
    one = {
        "id": 12,
        "title": {"en": "Mend the lamps", "es": None},
        "body": {"en": "All of them.\nCode: KTR42"},
        "state": "accepted",
        "answer": {"en": "<p>Yes &amp; soon</p>", "machine_translations": {"es": "Sí"}},
        "endorsements": {"user_endorsements": ["A", "B"]},
    }
    return json.dumps([one]).encode()


def in_a_zip(data, name="proposals.csv"):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


@pytest.fixture
def read(tmp_path):
    def reading(data):
        path = tmp_path / "proposals"
        path.write_bytes(data)
        return decidim_rows(path)

    return reading


@pytest.mark.parametrize(
    "data",
    [
        in_csv(),
        in_csv(","),
        in_csv("\t"),
        b"\xef\xbb\xbf" + in_csv(),
        in_csv().decode().encode("utf-16"),
        in_csv().decode().encode("cp1252"),
        xlsx_bytes((DataTable("Export", HEADS, (CELLS,)),)),
        in_json(),
        b"\xef\xbb\xbf" + in_json(),
        in_a_zip(in_csv()),
        in_a_zip(in_json(), "export/proposals.json"),
    ],
)
def test_each_form_of_the_export_says_the_same(read, data):
    assert read(data) == (ROW,)


def test_a_text_with_other_marks_does_not_move_the_cells(read):
    cells = ("7", "a,b\tc", "", "x, y; z", "rejected", "no", "")
    (row,) = read(in_csv(rows=(cells,)))
    assert row.state == "rejected" and row.text_in(("es", "en")) == "no"


def test_withdrawn_proposals_amendments_and_days_are_known(read):
    data = (
        b"id;title/en;state;withdrawn;is_amend;answered_at\n1;A;;true;false;2027-03-01 10:00\n2;B;x;;true;-\n"
    )
    one, two = read(data)
    assert one.withdrawn and not one.amendment and one.answered == "2027-03-01"
    assert two.amendment and not two.withdrawn and not two.answered


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", Trouble.EMPTY),
        (b"id;title/en\n", Trouble.EMPTY),
        (b"code,answer\nKTR42,yes\n", Trouble.NOT_WHAT_IT_SAYS),
        (b"[[[", Trouble.DAMAGED),
        (b"[" * 100_000, Trouble.DAMAGED),
        (b'{"id": ' + b"9" * 5000 + b"}", Trouble.DAMAGED),
        (b"PK\x03\x04 no zip", Trouble.DAMAGED),
        (b"\xd0\xcf\x11\xe0" + b"0" * 99, Trouble.OLD_WORD),
        (b"\x00\x01\xff\xfe\x02" * 9, Trouble.NOT_TEXT),
        (in_a_zip(b"x", "photo.png"), Trouble.NOT_WHAT_IT_SAYS),
        (b"id;title/en\n1;" + b"x" * 200_000 + b"\n", Trouble.NOT_TEXT),
        (b"x" * (17 * 2**20), Trouble.TOO_LARGE),
    ],
)
def test_what_is_no_export_is_refused(read, data, trouble):
    with pytest.raises(DocumentRefused) as refused:
        read(data)
    assert refused.value.trouble is trouble


def test_deep_json_is_read_as_far_as_an_export_goes(read):
    deep = {"id": 1, "title": {"en": "A"}}
    for _ in range(50):
        deep = {**deep, "more": deep.copy()}
    assert read(json.dumps(deep).encode())[0].called == "1"


def test_signs_that_turn_text_around_are_left_out(read):
    (row,) = read("id;title/en;answer/en\n1;A;a\u202eb\x07c\n".encode())
    assert row.text_in(()) == "abc"


@given(st.binary(max_size=400))
def test_any_file_is_read_or_refused(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(data)
    with suppress(DocumentRefused):
        assert decidim_rows(path)
