"""A guide is changed in all its languages at once, and what is not changed stays to the byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogue_desk.exchange import guide_edits, section_texts
from dialogue_desk.exchange.guide_edits import Sources
from dialogue_desk.exchange.guide_files import open_guide, tree_in
from dialogue_desk.exchange.guide_source import GLOSSARY, GROUND_RULES, GuideSource, Path, Section
from dialogue_desk.exchange.guide_writing import written
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.words import Words
from tests.exchange.guide_strategies import TEXTS, commented, guides
from tests.exchange.guide_writing import source_of
from tests.shelf import GUIDES

WORDS = Words()
SLOW = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
Change = Callable[[Sources, Path, int, str], Sources]


def shipped(name: str = "safety-together") -> dict[str, GuideSource]:
    texts = {code: (GUIDES / f"{name}.{code}.guide.md").read_text("utf-8") for code in ("en", "es")}
    return {code: tree_in(text, WORDS)[0] for code, text in texts.items()}


def _text(sources: Sources, path: Path, number: int, text: str) -> Sources:
    sorts = section_texts.sorts(sources["en"].at(path))
    if not sorts:
        return sources
    sort = list(sorts)[number % len(sorts)]
    return guide_edits.with_text(sources, "en", path, (sort, number % len(sorts[sort])), text, follow=True)


def _move(sources: Sources, path: Path, number: int, _text: str) -> Sources:
    rest = len(guide_edits.children(sources["en"], path[:-1]))
    return guide_edits.moved(sources, "en", path, (*path[:-1], number % rest))


CHANGES: tuple[Change, ...] = (
    _text,
    _move,
    lambda sources, path, _, text: guide_edits.with_title(sources, "en", path, text, follow=True),
    lambda sources, path, number, _: guide_edits.with_figure(sources, "en", path, "minutes", str(number + 1)),
    lambda sources, path, _, __: guide_edits.duplicated(sources, "en", path, lambda title: title),
    lambda sources, path, _, __: guide_edits.without_section(sources, "en", path),
)


def changed(sources: Sources, picks: list[tuple[int, int, int, str]]) -> Sources:
    for change, place, number, text in picks:
        paths = [path for path, section in sources["en"].walk() if section.marks]
        if paths:
            sources = CHANGES[change](sources, paths[place % len(paths)], number, text)
    return sources


PICKS = st.lists(
    st.tuples(st.integers(0, len(CHANGES) - 1), st.integers(0, 40), st.integers(0, 9), TEXTS), max_size=8
)


def shape_of(source: GuideSource) -> list[object]:
    return [(path, sorted(section.marks)) for path, section in source.walk()]


@SLOW
@given(guides().flatmap(lambda guide: commented(source_of(guide))), PICKS)
def test_whatever_is_done_is_read_back_as_it_is_and_the_languages_keep_one_order(
    source: GuideSource, picks: list[tuple[int, int, int, str]]
) -> None:
    spanish = guide_edits.with_language(source, "es")
    found = changed({"en": source, "es": spanish}, picks)
    for one in found.values():
        again, lost = tree_in(written(one), WORDS)
        assert lost == () and written(again) == written(one) and shape_of(again) == shape_of(one)
    assert shape_of(found["en"]) == shape_of(found["es"])


@SLOW
@given(PICKS)
def test_what_is_not_changed_is_the_same_to_the_byte(picks: list[tuple[int, int, int, str]]) -> None:
    before = shipped()
    found = changed(before, picks[:1])
    for code, source in found.items():
        touched = [one for one in source.sections if one not in before[code].sections]
        assert len(touched) <= 1
        for one in source.sections:
            text = written(GuideSource(sections=(one,))).removeprefix("---\n---\n")
            assert one in touched or text in written(before[code])


def test_words_change_in_one_language_and_figures_in_all():
    sources = shipped()
    path = (first_session(sources["en"]), 0)
    other = guide_edits.with_text(sources, "en", path, (Sort.SAY, 0), "Good evening.", follow=True)
    assert (
        other["es"] is not None and section_texts.texts(other["en"].at(path), Sort.SAY)[0] == "Good evening."
    )
    assert section_texts.texts(other["es"].at(path), Sort.SAY) == section_texts.texts(
        sources["es"].at(path), Sort.SAY
    )
    longer = guide_edits.with_figure(sources, "en", path, "minutes", "11")
    assert {source.at(path).value("minutes") for source in longer.values()} == {"11"}
    assert guide_edits.with_figure(longer, "en", path, "lead", None)["es"].at(path).value("lead") is None


def first_session(source: GuideSource) -> int:
    return guide_edits.session_places(source)[0]


def test_a_new_text_stands_untranslated_in_the_other_language_and_follows_while_it_is_typed():
    sources = shipped()
    path = (first_session(sources["en"]), 0)
    new = guide_edits.changed(
        sources, "en", path, lambda one: section_texts.with_new_text(one, Sort.TIP, 0, "W")
    )
    new = guide_edits.with_text(new, "en", path, (Sort.TIP, 0), "Wait.", follow=True)
    assert {section_texts.texts(one.at(path), Sort.TIP)[0] for one in new.values()} == {"Wait."}
    translated = guide_edits.with_text(new, "es", path, (Sort.TIP, 0), "Espere.", follow=False)
    again = guide_edits.with_text(translated, "en", path, (Sort.TIP, 0), "Wait a moment.", follow=True)
    assert section_texts.texts(again["es"].at(path), Sort.TIP)[0] == "Espere."


def test_a_section_finds_its_twin_by_name_also_where_the_order_differs():
    sources = shipped()
    session = first_session(sources["en"])
    spanish = sources["es"]
    parts = spanish.sections[session].sections
    turned = spanish.with_at((session,), replace(spanish.sections[session], sections=parts[::-1]))
    at = guide_edits.twin(sources["en"], turned, (session, 0))
    assert at == (session, len(parts) - 1)
    assert guide_edits.twin(sources["en"], turned.with_at((session,)), (session, 0)) is None
    moved = guide_edits.moved({"en": sources["en"], "es": turned}, "en", (session, 0), (session, 1))
    names = [part.id for part in moved["es"].sections[session].sections]
    assert names.index(parts[0].id) == names.index(parts[1].id) + 1


def test_a_part_that_comes_to_another_session_gets_a_name_that_is_free_there():
    sources = shipped()
    one, two = guide_edits.session_places(sources["en"])[:2]
    at = next(place for place, part in enumerate(sources["en"].sections[one].sections) if part.id == "break")
    moved = guide_edits.moved(sources, "en", (one, at), (two, 0))
    for source in moved.values():
        names = [part.id for part in source.sections[two].sections]
        assert len(set(names)) == len(names) and names[0] == "break-2"
    assert open_guide(written(moved["en"]), "x", WORDS).guide


def test_a_copy_stands_behind_in_every_language_under_a_name_of_its_own():
    sources = shipped()
    session = first_session(sources["en"])
    copied = guide_edits.duplicated(sources, "en", (session,), lambda title: f"{title}!")
    for code, source in copied.items():
        assert source.sections[session + 1].title == f"{sources[code].sections[session].title}!"
        assert source.sections[session + 1].id not in {one.id for one in sources[code].sections}


def test_the_top_is_shared_but_for_words():
    sources = shipped()
    sized = guide_edits.with_top(sources, "en", "people", "4-6-8", follow=True)
    assert {guide_edits.top_value(one, "people") for one in sized.values()} == {"4-6-8"}
    named = guide_edits.with_top(sources, "en", "title", "[Our] Talk", follow=True)
    assert guide_edits.top_value(named["en"], "title") == "[Our] Talk"
    assert guide_edits.top_value(named["es"], "title") == guide_edits.top_value(sources["es"], "title")
    assert open_guide(written(named["en"]), "x", WORDS).guide.title == "[Our] Talk"
    assert (
        guide_edits.top_value(guide_edits.with_top(named, "en", "summary", "", follow=True)["en"], "summary")
        == ""
    )


def test_what_stands_beside_the_sessions_is_made_where_it_is_missing():
    bare = {"en": GuideSource(sections=(Section(1, "One", ("#s1", "minutes=60")),))}
    words, at = guide_edits.with_beside(bare, "en", GLOSSARY)
    rules, first = guide_edits.with_beside(words, "en", GROUND_RULES)
    assert (at, first) == ((0,), (0,))
    assert [one.title for one in rules["en"].sections] == [GROUND_RULES, GLOSSARY, "One"]
    assert guide_edits.with_beside(rules, "en", GLOSSARY) == (rules, (1,))


def test_a_name_is_free_when_nobody_has_it():
    assert guide_edits.free_id("pairs", {"welcome"}) == "pairs"
    assert guide_edits.free_id("pairs", {"pairs", "pairs-2"}) == "pairs-3"
    assert guide_edits.free_id("s1", {"s1", "s2"}) == "s3"
    assert guide_edits.free_id("round-2", {"round-2"}) == "round-3"
    assert len(guide_edits.free_id("a" * 64, {"a" * 64})) <= 64
