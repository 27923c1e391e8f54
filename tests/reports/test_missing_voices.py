"""The list of who is missing: each with whom it asked, and room to write."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.document import Heading, Paragraph, Table
from dialogue_desk.domain.model.voices import Invitation, Voice
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.reports.missing_voices import missing_voices
from dialogue_desk.words import Words
from tests.reports.program_pictures import DAY, a_plan
from tests.reports.wanted_voices import TOWN, counted_picture, counted_plan

EN = Words()


def test_each_missing_voice_has_whom_it_asked_and_empty_lines():
    document = missing_voices(counted_plan(), EN, DAY)
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings == ["Mill Row", "People under 18", "Elders", "Not known"]
    first, second, third, _ = (block for block in document.blocks if isinstance(block, Table))
    assert first.rows[0][:2] == ("Tenants’ union", "to invite their members")
    assert first.rows[0][3] == "80"
    assert second.rows[0] == ("High school", "a table at lunch", "", "200", "hidden")
    assert all(not any(row) for row in third.rows)


def test_few_sign_ups_are_hidden_with_what_would_give_them_away():
    document = missing_voices(counted_plan(), EN, DAY)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [table.rows[0][4] for table in tables[:2]] == ["hidden", "hidden"]


def test_without_coverage_nobody_is_missing_and_what_is_not_known_says_why():
    document = missing_voices(counted_plan(uncounted=4), EN, DAY)
    said = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert "Nobody is known to be missing." in said
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert ("Mill Row", "Not known yet: counted in 4 of 8 circles only.") in table.rows


def test_a_program_that_wants_nobody_says_where_to_begin():
    (paragraph,) = missing_voices(a_plan(), EN, DAY).blocks
    assert "Nobody has said yet" in paragraph.text


@pytest.mark.parametrize("language", ["en", "es"])
def test_hundreds_of_voices_and_invitations_stay_a_list_that_can_be_read(language):
    picture = counted_picture()
    counted = picture.work.voices[1].body
    voices = tuple(
        Stored(f"v{n}", TOWN, Voice(f"Voice {n}", hoped=90 + n, category=counted.category, answer="mill row"))
        for n in range(200)
    )
    asked = tuple(
        Stored(f"i{n}", TOWN, Invitation("x" * 120, "y" * 400, ("v0", "v199"), 9, 30)) for n in range(200)
    )
    work = replace(picture.work, voices=voices, invitations=asked)
    document = missing_voices(report_plan(replace(picture, work=work)), Words(language), DAY)
    assert sum(len(block.rows) for block in document.blocks if isinstance(block, Table)) < 140
