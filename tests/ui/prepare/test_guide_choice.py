from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.resources import resource
from dialogue_desk.ui.prepare.guide_choice import GuideChoice
from dialogue_desk.words import Words
from tests.ui.sessions import begun


def choose_language(page, code):
    page.fields.guides.language.choose(code)
    page.fields.guides.language.chosen.emit(code)


def test_two_languages_for_the_room_display(page, folders, qtbot):
    choose_language(page, "es")
    page.fields.guides.second.choose("en")
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        page.begin_button.click()
    assert folders.session(prepared.args[0]).session.languages == ("es", "en")


def test_the_second_language_is_never_the_spoken_one(page):
    second = page.fields.guides.second
    for spoken, other in (("es", "English"), ("en", "Español")):
        choose_language(page, spoken)
        assert [second.itemText(place) for place in range(second.count())] == ["None", other]


def test_a_guide_that_nobody_has_leaves_the_choice_as_it_is(page):
    page.fill_in(guide_id="no-such-guide")
    assert page.fields.guides.guide.choice() == "one-evening"


def test_whoever_has_chosen_no_guide_is_offered_a_single_evening(theme):
    choice = GuideChoice(GuideShelf(resource("guides"), Words()), theme, Words())
    choice.read()
    assert choice.guide.choice() == "one-evening"


def test_the_session_that_is_wanted_is_filled_in(page):
    page.fill_in(guide_id="safety-together", plan="s2")
    assert page.fields.guides.plan.choice() == "s2"
    page.fill_in(guide_id="safety-together", plan="no-such-session")
    assert page.fields.guides.plan.choice() == "s1"


def test_what_was_filled_in_before_does_not_hide_the_session_that_is_wanted(page):
    page.fields.place.textEdited.emit("Library")
    page.fields.guides.guide.choose("safety-together")
    page.fields.guides.guide.chosen.emit("safety-together")
    page.leave()
    page.fill_in(guide_id="safety-together", plan="s2")
    assert page.fields.guides.plan.choice() == "s2"


def test_a_circle_that_is_chosen_goes_on_with_its_own_next_session(page, desk, shelf, folders):
    circle = folders.session(begun(desk, shelf, plan="s1", number=1)).circle_id
    page.fill_in(guide_id="safety-together", plan="s1")
    circles = page.fields.circles.circle
    circles.choose(str(circle))
    circles.chosen.emit(str(circle))
    assert page.fields.guides.plan.choice() == "s2"
