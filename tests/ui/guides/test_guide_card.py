"""A card of the library says in few words what a guide is."""

from dataclasses import replace

import pytest

from dialogue_desk.exchange.guide_library import UnfinishedGuide
from dialogue_desk.ui.guides.guide_card import GuideCard, UnfinishedCard
from dialogue_desk.words import Words

ENDLESS = "Streets and squares " * 4_500


@pytest.fixture
def shelved(shelf):
    return shelf.library().guide("safety-together")


def retold(shelved, **words):
    pages = tuple(replace(page, guide=replace(page.guide, **words)) for page in shelved.translations)
    return replace(shelved, translations=pages)


def test_a_card_stays_small_whatever_title_and_summary_a_file_brings(shelved, theme, qtbot):
    usual = GuideCard([shelved], theme, Words())
    endless = GuideCard([retold(shelved, title=ENDLESS, summary=ENDLESS)], theme, Words())
    for card in (usual, endless):
        qtbot.addWidget(card)
    assert endless.heightForWidth(420) < 2 * usual.heightForWidth(420)
    assert all(len(button.accessibleName()) < 300 for button in endless.buttons)


def test_a_card_of_an_unfinished_guide_stays_small_too(theme, qtbot):
    card = UnfinishedCard(UnfinishedGuide("key", ENDLESS, ()), theme, Words())
    qtbot.addWidget(card)
    assert card.heightForWidth(420) < 300
