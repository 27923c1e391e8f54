"""Codes by which people find their sentence on paper."""

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import LETTERS, line_code, near_codes, typed_code

IDS = st.text(min_size=1, max_size=60).map(RecordId)


@given(IDS)
def test_a_code_is_three_letters_and_two_digits_and_always_the_same(record_id):
    code = line_code(record_id)
    assert code == line_code(record_id) == typed_code(code)
    assert len(code) == 5 and set(code[:3]) <= set(LETTERS) and code[3:].isdecimal()


def test_few_of_many_lines_share_a_code_and_none_reads_as_an_insult():
    codes = [line_code(RecordId(f"line {number}")) for number in range(20_000)]
    assert len(set(codes)) > 19_600
    assert not any(code.startswith(("KKK", "FCK")) for code in codes)


def test_a_code_is_read_however_it_is_written():
    assert {typed_code(one) for one in ("ktr42", " KTR 42", "k.t.r-42", "#KTR_42")} == {"KTR42"}


def test_what_is_no_code_is_none():
    assert [typed_code(one) for one in ("", "KTR4", "KTR421", "KAR42", "42KTR")] == [""] * 5


def test_a_code_with_one_wrong_sign_is_near_and_so_is_one_with_two_that_changed_places():
    known = ("KTR42", "KTR43", "TKR42", "KTR24", "KTX43", "BCD10")
    assert near_codes("KTR42", known) == ("KTR24", "KTR43", "TKR42")
