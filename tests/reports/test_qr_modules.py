"""Codes for cameras: a reader of its own reads what was written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.reports.qr_modules import qr_modules
from tests.qr_reading import ALPHANUMERIC, read_qr


@given(
    st.text(ALPHANUMERIC.replace(" ", ""), min_size=50, max_size=80).filter(lambda text: not text.isdigit())
)
def test_what_is_written_is_read(text):
    modules = qr_modules(text)
    assert {len(row) for row in modules} == {len(modules)}
    assert read_qr(modules) == text
