"""A pile that is being typed is found again as it was typed, and never looks like one that is saved."""

import pytest

from dialogue_desk.desk.erasing.erase import erase
from dialogue_desk.desk.program.pile_drafts import PileDraft, forget_draft, keep_draft, kept_draft, typed_pile
from dialogue_desk.desk.program.pooled_edits import CannotCount, SlipQuestion
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.storage.slip_drafts import SlipDrafts
from dialogue_desk.words import Words
from tests.desk.program.test_pooled_edits import SlipProgram

EN = Words()
AGE = SlipQuestion("age", "Age", ("young", "old"))


@pytest.fixture
def program(tmp_path):
    made = SlipProgram(tmp_path)
    yield made
    made.desk.file.close()


def begun(program, **more):
    typed = {("age", "young"): "5+4", ("age", "old"): "many"}
    return PileDraft(SlipKind.BEFORE, tuple(program.circles[:2]), "12+", typed, ("More “light”.",), **more)


def test_a_pile_is_taken_up_as_it_was_typed_and_counts_nowhere(program):
    keep_draft(program.desk, program.id, begun(program))
    assert kept_draft(program.desk, program.id, SlipKind.BEFORE) == begun(program)
    assert kept_draft(program.desk, program.id, SlipKind.AFTER) is None
    assert kept_draft(program.desk, program.id, SlipKind.BEFORE, RecordId("saved")) is None
    assert program.pools == ()


def test_a_draft_that_is_emptied_or_forgotten_is_gone(program):
    keep_draft(program.desk, program.id, begun(program))
    keep_draft(program.desk, program.id, PileDraft(SlipKind.BEFORE, tuple(program.circles)))
    assert kept_draft(program.desk, program.id, SlipKind.BEFORE) is None
    keep_draft(program.desk, program.id, begun(program))
    forget_draft(program.desk, program.id, SlipKind.BEFORE)
    assert kept_draft(program.desk, program.id, SlipKind.BEFORE) is None


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{}", "5", '{"circles": 5}', "[" * 2000, '{"circles":[],"slips":null}']
)
def test_a_damaged_draft_is_none(program, text):
    SlipDrafts.beside(program.desk.file).write(f"{program.id} before ", text)
    assert kept_draft(program.desk, program.id, SlipKind.BEFORE) is None


def test_erasing_a_circle_takes_the_pile_that_names_it(program):
    keep_draft(program.desk, program.id, begun(program))
    erase(program.desk, program.circles[4])
    assert kept_draft(program.desk, program.id, SlipKind.BEFORE) is not None
    erase(program.desk, program.circles[1])
    assert kept_draft(program.desk, program.id, SlipKind.BEFORE) is None


def test_erasing_a_program_takes_its_piles_though_no_circle_is_chosen(program):
    keep_draft(program.desk, program.id, PileDraft(SlipKind.AFTER, said=("More “light”.",)))
    erase(program.desk, program.id)
    assert kept_draft(program.desk, program.id, SlipKind.AFTER) is None


def test_sums_are_read_and_what_is_no_number_is_named(program):
    draft = begun(program)
    assert draft.answered("age") == 9
    with pytest.raises(CannotCount, match="“many” under “Age” is no number"):
        typed_pile(draft, (AGE,), EN)
    with pytest.raises(CannotCount, match="how many slips"):
        typed_pile(PileDraft(SlipKind.TALLY), (AGE,), EN)
    read = typed_pile(
        PileDraft(SlipKind.TALLY, (), "12", {("age", "young"): "5+4", ("age", "old"): ""}), (), EN
    )
    assert (read.slips, read.counts) == (12, {("age", "young"): 9, ("age", "old"): 0})


def test_a_saved_pile_is_shown_as_it_would_be_typed():
    pool = PooledCounts(SlipKind.TALLY, (RecordId("c1"),), 12, (("age", "old", 9),))
    draft = PileDraft.of(pool)
    assert (draft.slips, draft.typed) == ("12", {("age", "old"): "9"})
    assert typed_pile(draft, (AGE,), EN).counts == {("age", "old"): 9}
