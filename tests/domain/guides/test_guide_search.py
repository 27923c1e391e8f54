from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.guides.guide_search import MOST_HITS, GuideIndex, TextKind
from dialogue_desk.domain.model.guide import Cut, Guide, Part, PartKind, PartStep, SessionPlan
from dialogue_desk.domain.model.guide_extras import BlockKind, Card, CardKind, FillIn, Moment, Term, TextBlock
from dialogue_desk.domain.notes.search_terms import parse_query, search_words

PART = Part(
    id="welcome",
    kind=PartKind.WELCOME,
    title="Hello",
    minutes=5,
    floor=3,
    cut=Cut.LAST,
    purpose="Everyone arrives.",
    say=("Please take a chair.",),
    ask=("What brought you?",),
    tips=("Smile at the door.",),
    note_taker=("Write places only.",),
    materials=("Twelve chairs",),
    fill_in=(FillIn("how many officers", "annual report"),),
    steps=(PartStep("Pairs", 2, "Only listen."),),
    cards=(
        Card(CardKind.VIEW, "Patrols", text=(TextBlock(BlockKind.PARAGRAPH, ("More patrols calm us.",)),)),
    ),
)
PLAN = SessionPlan("s1", "Beginnings", 60, "Get to know the park.", (PART,), before=("Call the library.",))
GUIDE = Guide(
    id="park",
    version="1.0.0",
    language="en",
    title="Our park",
    summary="An hour about trees.",
    people=(6, 12),
    ground_rules=("One voice at a time.",),
    sessions=(PLAN,),
    glossary=(Term("Land bank", "a public owner of lots"),),
    moments=(
        Moment("tears", "Someone cries", "A story hurt.", ("Take your time.",), ("Wait.",), ("When asked.",)),
    ),
)
SPANISH = replace(GUIDE, language="es", title="Nuestro parque", summary="Una hora sobre árboles.")


def found(typed, *guides, language="en"):
    index = GuideIndex.of((guide.id, guide) for guide in guides or (GUIDE,))
    return index.search(typed, language)


@pytest.mark.parametrize(
    ("typed", "kind", "place"),
    [
        ("our park", TextKind.TITLE, ("", "")),
        ("trees", TextKind.SUMMARY, ("", "")),
        ("voice", TextKind.RULE, ("", "")),
        ("land bank", TextKind.TERM, ("", "")),
        ("beginnings", TextKind.TITLE, ("s1", "")),
        ("get to know", TextKind.GOAL, ("s1", "")),
        ("library", TextKind.BEFORE, ("s1", "")),
        ("hello", TextKind.TITLE, ("s1", "welcome")),
        ("arrives", TextKind.PURPOSE, ("s1", "welcome")),
        ("take a chair", TextKind.SAY, ("s1", "welcome")),
        ("brought", TextKind.ASK, ("s1", "welcome")),
        ("smile", TextKind.TIP, ("s1", "welcome")),
        ("places only", TextKind.NOTE_TAKER, ("s1", "welcome")),
        ("twelve", TextKind.MATERIALS, ("s1", "welcome")),
        ("annual report", TextKind.FACT, ("s1", "welcome")),
        ("only listen", TextKind.STEP, ("s1", "welcome")),
        ("calm us", TextKind.CARD, ("s1", "welcome")),
        ("your time", TextKind.MOMENT, ("", "tears")),
    ],
)
def test_every_text_of_a_guide_is_found_where_it_stands(typed, kind, place):
    (hit,) = found(typed).hits
    assert (hit.kind, (hit.place.plan, hit.place.part)) == (kind, place)


def test_the_words_found_are_marked():
    (hit,) = found("CHAIR").hits[:1]
    (start, end), *_ = hit.excerpt.marks
    assert hit.excerpt.text[start:end] == "chair"


def test_accents_and_capitals_do_not_count():
    assert found("ARBOLES", SPANISH, language="es").count == 1


def test_what_is_still_being_typed_may_go_on():
    assert found("tre").count == 1
    assert found("tre ").count == 0


def test_nothing_typed_finds_nothing():
    assert not found("  ").query
    assert found("").hits == ()


def test_of_a_guide_in_two_languages_the_one_of_the_app_is_found():
    assert [hit.place.language for hit in found("voice", GUIDE, SPANISH, language="es").hits] == ["es"]
    assert [hit.place.language for hit in found("trees", GUIDE, SPANISH, language="es").hits] == ["en"]


def test_guides_that_are_about_it_come_first_and_then_those_that_say_most_of_it():
    by_title = replace(GUIDE, id="by title", title="Heat", summary="", ground_rules=("Sit.",))
    by_summary = replace(GUIDE, id="by summary", summary="A talk on heat.", ground_rules=("Heat heat",))
    says_it = {
        name: replace(GUIDE, id=name, ground_rules=("More heat",) * times)
        for name, times in (("once", 1), ("thrice", 3))
    }
    hits = found("heat", says_it["once"], says_it["thrice"], by_summary, by_title).hits
    assert [hit.place.key for hit in hits] == [
        "by title",
        "by summary",
        "by summary",
        *["thrice"] * 3,
        "once",
    ]
    assert hits[1].kind is TextKind.SUMMARY


def test_a_session_that_is_named_so_makes_no_guide_about_it():
    named = replace(GUIDE, id="named", sessions=(replace(PLAN, title="Heat"),))
    says_it = replace(GUIDE, id="says", ground_rules=("heat",) * 2)
    assert [hit.place.key for hit in found("heat", named, says_it).hits] == ["says", "says", "named"]


def test_more_hits_than_a_person_reads_are_counted_and_not_shown():
    many = replace(GUIDE, ground_rules=tuple(f"voice {number}" for number in range(MOST_HITS + 5)))
    finds = found("voice", many)
    assert (len(finds.hits), finds.count) == (MOST_HITS, MOST_HITS + 5)


@given(
    st.lists(st.sampled_from(["tree", "trees", "park", "Árbol", "a", "公園", "on"]), max_size=5),
    st.booleans(),
)
def test_it_finds_what_the_search_of_notes_would_find(pieces, goes_on):
    typed = " ".join(pieces) + ("" if goes_on else " ")
    texts = ("A tree on the parking lot", "Trees, trees! árboles", "公園 park", "a")
    rules = replace(GUIDE, title="", summary="", sessions=(), glossary=(), moments=(), ground_rules=texts)
    query = parse_query(typed)
    expected = [text for text in texts if query and query.found_in(search_words(text))]
    assert [hit.excerpt.text for hit in found(typed, rules).hits] == expected
