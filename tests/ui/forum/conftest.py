"""The Forum tab of a believable program: nothing chosen, and people who vote on four options."""

import pytest

from dialogue_desk.desk.program.forum_edits import choose_options, lock, set_up_forum
from dialogue_desk.domain.model.forum import Forum
from dialogue_desk.domain.overview.forum_choice import option_of
from dialogue_desk.domain.overview.program_proposals import ProgramProposals
from dialogue_desk.words import Words
from tests.ui.program.program_pages import filled, page, program, settled

__all__ = ["filled", "forum", "page", "program", "settled", "voting"]


@pytest.fixture
def forum(filled):
    filled.open_section(filled.sections.forum)
    return filled.sections.forum


@pytest.fixture
def voting(forum, desk, folders, program, settled):
    """People vote with five dots, three at most on one of four options; nothing is typed."""
    words = Words()
    found = ProgramProposals.of(folders.picture(program)).all[:4]
    options = [option_of(one, number, ("en", "es")) for number, one in enumerate(found, 1)]
    choose_options(desk, program, options, words)
    set_up_forum(desk, program, Forum(5, 3, 6), words)
    lock(desk, program, words)
    settled()
    return forum.vote
