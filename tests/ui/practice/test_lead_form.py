"""Every guide of the library can be led, in its languages, as fast as one likes."""

import pytest

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.ui.practice.lead_form import LeadForm
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tests.ui.seen import words_on


@pytest.fixture
def form(shelf, context, qtbot):
    form = LeadForm(shelf, context)
    qtbot.addWidget(form)
    form.read()
    form.show()
    return form


def choose(select, choice):
    select.choose(choice)
    select.chosen.emit(choice)


def test_at_first_it_is_one_session_in_the_language_of_the_app(form):
    chosen = form.chosen()
    assert (chosen.guide.id, chosen.guide.language, chosen.speed) == ("one-evening", "en", 10)


def test_each_session_of_a_guide_can_be_led_in_each_language(form):
    choose(form.guides.guide, "safety-together")
    choose(form.guides.plan, "s2")
    choose(form.guides.language, "es")
    chosen = form.chosen()
    assert (chosen.guide.language, chosen.plan.id) == ("es", "s2")
    assert [text.language for text in chosen.texts] == ["es"]


def test_how_long_it_takes_follows_the_speed(form):
    minutes = form.chosen().plan.minutes
    assert any(
        f"{minutes} minutes of the session take about {minutes // 10}" in one for one in words_on(form)
    )
    form.speed.choose("60")
    form.speed.chosen.emit("60")
    assert form.chosen().speed == 60
    assert any("take about 2 of yours" in one for one in words_on(form))


def test_a_guide_that_people_here_wrote_can_be_led_too(desk, context, qtbot):
    own = OwnGuides(desk)
    text = (GUIDES / "one-evening.en.guide.md").read_text(encoding="utf-8")
    key = own.add([guide_text_of(text.replace("id: one-evening", "id: ours"))], Origin.WRITTEN)
    form = LeadForm(GuideShelf(GUIDES, Words(), own=own), context)
    qtbot.addWidget(form)
    form.read()
    choose(form.guides.guide, key)
    assert form.chosen().guide.id == "ours"


def test_without_guides_there_is_nothing_to_lead(tmp_path, context, qtbot):
    form = LeadForm(GuideShelf(tmp_path, Words()), context)
    qtbot.addWidget(form)
    form.read()
    assert form.chosen() is None
