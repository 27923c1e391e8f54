"""What a person is told after an act on proposals."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.program.proposal_edits import compare
from dialogue_desk.domain.model.organizing import Rung, likeness
from dialogue_desk.domain.overview.program_proposals import ProgramProposals
from dialogue_desk.ui.proposals.proposal_acts import ProposalActs
from tests.desk.program.test_proposal_edits import SmallProgram


@pytest.fixture
def program(tmp_path):
    made = SmallProgram(tmp_path)
    yield made
    made.desk.file.close()


def split_off(program, context, *circles, worded=""):
    """Join C01 with C03, one of them ``worded`` by organizers, split circles off, and return what is said."""
    cards = [replace(program.of(worded).card, what="Places to sit")] if worded else []
    said = likeness(program.of("C01").id, program.of("C03").id, Rung.NEAR)
    compare(program.desk, program.id, said, *cards)
    acts = ProposalActs(program.desk, context)
    acts.known = ProgramProposals.of(program.picture)
    proposal = program.of("C01")
    acts.take_out(proposal, [one.action_id for one in proposal.sources if one.circle in circles])
    return context.toast.sentence()


def test_it_is_said_where_the_wording_of_organizers_stays_when_a_proposal_is_split_off(program, context):
    stays = "It is a proposal of its own again. Your words stay with the proposal that it left."
    assert split_off(program, context, "C03", worded="C01") == stays
    assert (program.of("C01").idea.what, program.of("C03").idea.what) == ("Places to sit", "More seats")


def test_it_is_said_that_the_wording_of_organizers_went_with_what_was_split_off(program, context):
    went = "It is a proposal of its own again. Your words went with it."
    assert split_off(program, context, "C03", worded="C03") == went
    assert program.of("C03").idea.what == "Places to sit"


def test_without_a_wording_of_organizers_nothing_is_said_of_it(program, context):
    assert split_off(program, context, "C03") == "It is a proposal of its own again."
