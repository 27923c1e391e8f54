from __future__ import annotations

import re
from pathlib import Path

import pytest

from dialogue_desk.domain.model.guide import Mode, NotesPolicy, PartKind
from dialogue_desk.domain.model.guide_extras import Carried
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
FILES = sorted(FOLDER.glob("*.guide.md"))
FORMAT_PAGE = Path(__file__).resolve().parents[2] / "docs" / "guide-format.md"

OPEN = ("has no closing", "before they know who reads the notes")
"""What the first edition of Safety Together leaves open."""

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def test_the_library_ships_both_guides_in_english_and_spanish() -> None:
    library = guides_in(FOLDER, WORDS)
    assert library.faults == ()
    assert {shelved.id: shelved.languages for shelved in library.guides} == {
        "one-evening": ("en", "es"),
        "safety-together": ("en", "es"),
    }


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
        told = [fault.sentence for fault in found if not fault.hint]
        assert [what for what in told if not any(known in what for known in OPEN)] == []


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
            assert part.tips, part.id
            assert part.ask or part.kind in (PartKind.WELCOME, PartKind.BREAK, PartKind.VIEWS), part.id


@pytest.mark.parametrize("shelved", guides_in(FOLDER, WORDS).guides, ids=lambda shelved: shelved.id)
def test_both_languages_of_a_shipped_guide_agree(shelved) -> None:
    paths = [shelved.translation(language).path for language in ("en", "es")]
    english, spanish = (open_guide(path.read_text("utf-8"), path.name, WORDS) for path in paths)
    assert compare_languages(english, spanish, WORDS) == ()


@pytest.mark.parametrize(("language", "card"), [("en", "Card"), ("es", "Tarjeta")])
def test_the_six_views_are_six_cards_and_pairs_are_not_noted(language: str, card: str) -> None:
    guide = guides_in(FOLDER, WORDS).guide("safety-together").translation(language).guide
    views = guide.session("s2").part("six-views")
    found = [match[1] for text in views.say if (match := re.match(rf"{card} ([A-F])\. ", text))]
    assert found == list("ABCDEF")
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
