"""What is chosen for a ballot: words in each language, and pairs that may be one told before people vote."""

from dataclasses import replace

from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.domain.model.organizing import Rung, likeness
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.overview.forum_choice import (
    chosen_twice,
    near_options,
    option_of,
    untranslated,
)
from dialogue_desk.domain.overview.proposals import Proposal, proposals_of
from tests.domain.overview.circle_ideas import ideas_picture, proposed

VOCABULARY = ThemeVocabulary(theme_words())
LAMPS = "Repair the street lights in the park", "Fix the street lights in the park"


def picture(*texts, likenesses=()):
    return ideas_picture(*(proposed(f"C{n}", text) for n, text in enumerate(texts)), likenesses=likenesses)


def ids(of):
    return {one.id for one in proposals_of(of)}


def test_likely_duplicates_are_told_among_the_chosen_alone():
    season = picture(*LAMPS, "A choir in the mall", "Longer library hours")
    (pair,) = near_options(season, ids(season), VOCABULARY)
    assert {pair.one.idea.what, pair.other.idea.what} == set(LAMPS)
    assert near_options(season, ids(season) - {pair.one.id}, VOCABULARY) == ()


def test_two_chosen_lines_that_were_joined_since_are_told():
    said = likeness(RecordId(f"C0 {LAMPS[0]}"), RecordId(f"C1 {LAMPS[1]}"), Rung.NEAR)
    joined = picture(*LAMPS, "A choir in the mall", likenesses=[said])
    (twice,) = chosen_twice(joined, [said.one, said.other])
    assert twice.ids == {said.one, said.other}
    assert chosen_twice(joined, [said.one]) == ()


def test_a_ballot_has_the_words_of_each_language_that_somebody_used():
    idea = ActionIdea("More  lights", language="en")
    (one,) = proposals_of(picture("More lights"))
    both = option_of(Proposal(idea, 1, (), None, one.ids, sources=one.sources), 3, ("es", "en"))
    assert (both.number, both.texts) == (3, (("en", "More lights"),))
    assert untranslated(both, ("es", "en")) == ("es",)


def test_words_of_no_known_language_stand_in_the_first():
    (one,) = proposals_of(picture("Mehr Licht"))
    unknown = Proposal(ActionIdea("Mehr Licht", language="de"), 1, (), None, one.ids, sources=())
    assert option_of(unknown, 1, ("en", "es")).texts == (("en", "Mehr Licht"),)


def test_what_organizers_wrote_goes_before_what_a_circle_said():
    (one,) = proposals_of(picture("More lights"))
    sources = tuple(replace(said, idea=replace(said.idea, language="en")) for said in one.sources)
    written = Proposal(ActionIdea("Light every path"), 1, (), None, one.ids, sources=sources)
    assert option_of(written, 1, ("en", "es")).texts == (("en", "Light every path"),)
    german = Proposal(ActionIdea("Mehr Licht", language="de"), 1, (), None, one.ids, sources=sources)
    assert option_of(german, 1, ("en", "es")).texts == (("en", "More lights"),)
