from __future__ import annotations

import re
from pathlib import Path

import pytest

from dialogue_desk.domain.model.guide import Mode, NotesPolicy, PartKind
from dialogue_desk.domain.model.guide_extras import CardKind, Carried
from dialogue_desk.domain.model.guide_lengths import go_round_seconds
from dialogue_desk.exchange.guide_checks import check_guide
from dialogue_desk.exchange.guide_files import open_guide, read_guide
from dialogue_desk.exchange.guide_languages import compare_languages
from dialogue_desk.exchange.guide_library import guides_in
from dialogue_desk.exchange.guide_signs import LABELS
from dialogue_desk.exchange.guide_source import CARDS
from dialogue_desk.exchange.guide_writing import KEYS, TOP_KEYS, written
from dialogue_desk.resources import resource
from dialogue_desk.words import Words

WORDS = Words()
FOLDER = resource("guides")
TEMPLATES = resource("templates")
FILES = sorted((*FOLDER.glob("*.guide.md"), *TEMPLATES.glob("*.guide.md")))
LIBRARY = {
    "action-forum",
    "fair-ground",
    "learning-to-lead",
    "neighbors-table",
    "one-evening",
    "safety-together",
    "young-voices",
}
METHODS = {
    "issue-forum",
    "one-two-four-all",
    "own-evening",
    "reflection-rounds",
    "rounds-with-an-object",
    "talking-piece-circle",
    "world-cafe",
}
FORMAT_PAGE = Path(__file__).resolve().parents[2] / "docs" / "guide-format.md"

WITHOUT_QUESTIONS = {
    PartKind.WELCOME,
    PartKind.PRIVACY_NOTICE,
    PartKind.BREAK,
    PartKind.VIEWS,
    PartKind.REPORT,
}

SPOKEN_A_MINUTE = 800 / 120
"""How many words facilitators say aloud, at least, for each minute of a session."""

each_evening = pytest.mark.parametrize("path", sorted(FOLDER.glob("*.guide.md")), ids=lambda path: path.name)
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def test_the_library_ships_every_guide_in_english_and_spanish() -> None:
    for folder, known in ((FOLDER, LIBRARY), (TEMPLATES, METHODS)):
        library = guides_in(folder, WORDS)
        assert library.faults == ()
        assert {one.id: one.languages for one in library.guides} == dict.fromkeys(known, ("en", "es"))


@each_file
def test_a_shipped_guide_is_written_back_byte_for_byte(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert written(open_guide(text, path.name, WORDS).source) == text


@each_file
def test_a_shipped_guide_works_at_every_size_of_circle_it_is_made_for(path: Path) -> None:
    opened = open_guide(path.read_text(encoding="utf-8"), path.name, WORDS)
    low, high = opened.guide.people
    for people in range(low, high + 1):
        found = check_guide(opened, WORDS, people)
        assert [fault.sentence for fault in found if not fault.hint] == []


@each_file
def test_a_go_round_leaves_time_for_the_words_that_open_it(path: Path) -> None:
    guide = read_guide(path.read_text(encoding="utf-8"), path.name, WORDS)
    words_in_a_second = 2
    for part in (part for plan in guide.sessions for part in plan.parts if part.seconds_each):
        opening = sum(len(text.split()) for text in part.say) / words_in_a_second
        turns = go_round_seconds(guide.people[1], part.seconds_each or 0, part.pause, part.silence)
        assert opening + turns <= part.minutes * 60, part.id


@each_file
def test_somebody_who_opens_a_shipped_guide_cold_finds_what_to_say_in_every_part(path: Path) -> None:
    guide = read_guide(path.read_text(encoding="utf-8"), path.name, WORDS)
    for plan in guide.sessions:
        assert plan.goal
        for part in plan.parts:
            assert part.purpose, part.id
            assert part.say, part.id
            assert part.ask or part.kind in WITHOUT_QUESTIONS, part.id


@pytest.mark.parametrize(
    "shelved",
    [*guides_in(FOLDER, WORDS).guides, *guides_in(TEMPLATES, WORDS).guides],
    ids=lambda shelved: shelved.id,
)
def test_both_languages_of_a_shipped_guide_agree(shelved) -> None:
    paths = [shelved.translation(language).path for language in ("en", "es")]
    english, spanish = (open_guide(path.read_text("utf-8"), path.name, WORDS) for path in paths)
    assert compare_languages(english, spanish, WORDS) == ()


@each_evening
def test_an_evening_has_words_to_say_cards_to_hand_out_and_a_last_word_of_everyone(path: Path) -> None:
    guide = read_guide(path.read_text(encoding="utf-8"), path.name, WORDS)
    for plan in guide.sessions:
        spoken = sum(len(text.split()) for part in plan.parts for text in part.say)
        assert spoken >= plan.minutes * SPOKEN_A_MINUTE, plan.id
        assert sum(len(part.cards) for part in plan.parts) >= 3, plan.id
        assert plan.parts[-1].kind is PartKind.CLOSING, plan.id


@each_evening
def test_a_part_has_two_tips_for_whoever_leads_it(path: Path) -> None:
    guide = read_guide(path.read_text(encoding="utf-8"), path.name, WORDS)
    if guide.id == "neighbors-table":
        return  # nobody leads there: what would be a tip is read aloud by everyone
    parts = [part for plan in guide.sessions for part in plan.parts]
    assert [part.id for part in parts if len(part.tips) < 2] == []


PROMISE = {
    "en": "We ask each other to keep what is told here in this room. We can't promise it, "
    "because the law can ask",
    "es": "Nos pedimos esto: lo que se cuenta aquí se queda aquí. No lo podemos prometer, "
    "porque la ley puede obligar a contarlo",
}


@each_evening
def test_what_may_be_promised_about_secrecy_is_one_sentence_wherever_it_comes_back(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    language = read_guide(text, path.name, WORDS).language
    promise = PROMISE[language]
    assert promise in text
    opening = {"en": "We ask each other to", "es": "Nos pedimos"}[language]
    assert [line for line in text.splitlines() if opening in line and promise not in line] == []


@each_evening
def test_every_sheet_that_is_read_before_the_first_meeting_says_what_may_be_promised(path: Path) -> None:
    guide = read_guide(path.read_text(encoding="utf-8"), path.name, WORDS)
    sheets = [c for plan in guide.sessions for part in plan.parts for c in part.cards_of(CardKind.TERMS)]
    told = {sheet.title: " ".join(text for block in sheet.text for text in block.texts) for sheet in sheets}
    assert [title for title, text in told.items() if PROMISE[guide.language] not in text] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_history_is_faced_with_dated_facts_and_blank_cards_for_the_town_and_for_families(
    language: str,
) -> None:
    for name, session in (("safety-together", "s3"), ("fair-ground", "s3")):
        guide = guides_in(FOLDER, WORDS).guide(name).translation(language).guide
        cards = [card for part in guide.session(session).parts for card in part.cards_of(CardKind.FACT)]
        dated = [card for card in cards if re.search(r"1[6-9]\d\d|20\d\d", card.title)]
        assert 12 <= len(dated) <= 15, (name, [card.title for card in cards])
        assert any(card.fill_in for card in cards), name


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_of_ten_views_is_a_card_introduced_as_a_view_some_people_hold(language: str) -> None:
    words = {"en": "a view some people hold", "es": "una opinión que tienen algunas personas"}[language]
    places = {"safety-together": ("s2", "six-views"), "fair-ground": ("s4", "explanations")}
    for name, (session, part) in places.items():
        guide = guides_in(FOLDER, WORDS).guide(name).translation(language).guide
        views = guide.session(session).part(part).cards_of(CardKind.VIEW)
        assert len(views) == 10 and all(words in " ".join(card.say) for card in views), name


@pytest.mark.parametrize("language", ["en", "es"])
def test_pairs_are_not_noted(language: str) -> None:
    guide = guides_in(FOLDER, WORDS).guide("safety-together").translation(language).guide
    assert guide.session("s1").part("pairs").notes is NotesPolicy.OFF


def test_the_example_for_guide_authors_can_be_run_as_it_stands() -> None:
    page = FORMAT_PAGE.read_text(encoding="utf-8")
    example = re.search(r"```markdown\n(.*?)```", page, re.DOTALL)
    assert example
    opened = open_guide(example[1], "example.guide.md", WORDS)
    assert check_guide(opened, WORDS) == ()
    assert written(opened.source) == example[1]


def test_the_page_for_guide_authors_names_every_kind_of_part() -> None:
    page = FORMAT_PAGE.read_text(encoding="utf-8")
    assert [kind for kind in PartKind if f"`{kind}`" not in page] == []


def test_the_page_for_guide_authors_names_every_word_that_is_read() -> None:
    page = FORMAT_PAGE.read_text(encoding="utf-8")
    missing = [mode for mode in Mode if f"`{mode}`" not in page]
    missing += [key for key in KEYS if f"`{key}=" not in page and f"{key}=" not in page]
    missing += [key for key in TOP_KEYS if f"`{key}`" not in page]
    missing += [label for label in LABELS if f"`{label}:`" not in page and f"`{label}: " not in page]
    missing += [card for card in CARDS if f"`{card}`" not in page]
    missing += [thing for thing in Carried if f"`{thing}`" not in page]
    assert missing == []
