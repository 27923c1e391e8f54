"""The check follows each change, tells where to fix it, and looks again only at what changed."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.guides import live_check
from dialogue_desk.desk.guides.live_check import LiveCheck
from dialogue_desk.exchange import guide_edits, section_texts
from dialogue_desk.exchange.guide_checks import check_guide
from dialogue_desk.exchange.guide_edits import session_places
from dialogue_desk.exchange.guide_files import open_guide, tree_in
from dialogue_desk.exchange.guide_source import GLOSSARY, GuideSource, Piece, Section, Shape, TopLine
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.words import Words
from tests.shelf import GUIDES

WORDS = Words()
TEXT = (GUIDES / "safety-together.en.guide.md").read_text("utf-8")


@pytest.fixture
def source():
    return tree_in(TEXT, WORDS)[0]


@pytest.fixture
def session(source):
    return session_places(source)[0]


def said(source, people=None):
    return [(one.path, one.field, one.sentence) for one in LiveCheck(WORDS).check(source, people).remarks]


def test_it_finds_what_the_check_of_files_finds(source):
    found = LiveCheck(WORDS).check(source, 30)
    by_file = check_guide(open_guide(TEXT, "x", WORDS), WORDS, 30)
    assert len(found.remarks) == len(by_file) and found.remarks
    assert found.people == 30


def test_only_the_session_that_changed_is_read_again(source, session, monkeypatch):
    check, read = LiveCheck(WORDS), []
    check.check(source)
    whole = live_check.session_of

    def counted(section, *args):
        read.append(section.title)
        return whole(section, *args)

    monkeypatch.setattr(live_check, "session_of", counted)
    changed = guide_edits.with_title({"en": source}, "en", (session, 1), "Other", follow=False)["en"]
    found = check.check(changed)
    assert read == [source.sections[session].title]
    assert found.sessions[session].plan.parts[1].title == "Other"
    check.check(changed, 30)
    assert len(read) == 1 + len(session_places(source))


def test_each_thing_is_told_at_its_part_and_field(source, session):
    part = source.at((session, 2))
    wrong = part.with_value("minutes", "2").with_value("floor", "9")
    wrong = section_texts.with_only_text(
        section_texts.with_only_text(wrong, Sort.NOTES, "off"), Sort.WANTED, "hope"
    )
    found = {(path, field) for path, field, _ in said(source.with_at((session, 2), wrong))}
    assert {((session, 2), "floor"), ((session, 2), "Notes"), ((session,), "minutes")} <= found


def test_a_section_without_a_title_is_told_at_its_title(source, session):
    for path in ((session,), (session, 0)):
        empty = source.with_at(path, replace(source.at(path), title=""))
        assert (path, "title", "This has no title yet. Write one.") in said(empty)
    nameless = replace(source, top=tuple(one for one in source.top if one.key != "title"))
    assert ((), "title", "The guide has no title yet.") in said(nameless)


def test_twin_names_are_told_without_lines_of_files(source, session):
    part, whole = source.at((session, 0)), source.at((session,))
    twins = source.with_at((session,), replace(whole, sections=(part, *whole.sections)), whole)
    found = [(path, sentence) for path, _, sentence in said(twins) if "same name" in sentence]
    assert [path for path, _ in found] == [(session + 1,), (session, 1)] and "line" not in found[0][1]


def test_a_text_that_cannot_be_is_told_at_its_field(source):
    words = Section(1, GLOSSARY, pieces=(Piece(Shape.ASKED, "no meaning"),))
    found = said(replace(source, sections=(*source.sections[1:], words)))
    assert any(path == (len(source.sections) - 1,) and field == "ask" for path, field, _ in found)


def test_the_top_is_told_at_its_line_and_a_guide_without_sessions_says_so():
    lines = (TopLine("id", "x"), TopLine("version", "one"), TopLine("title", "T"), TopLine("people", "8-12"))
    found = said(GuideSource(lines))
    assert [(path, field) for path, field, _ in found][1:] == [((), "version"), ((), "sessions")]


def test_minutes_are_those_for_the_people_who_come(source, session):
    place = next(at for at, part in enumerate(source.sections[session].sections) if part.value("each"))
    each = source.with_at((session, place), source.at((session, place)).with_value("minutes", "each"))
    few, many = (LiveCheck(WORDS).check(each, people).sessions[session] for people in (4, 12))
    assert few.part(place).minutes < many.part(place).minutes and few.needed < many.needed


def test_what_is_carried_over_is_checked_again_when_sessions_change_places(source, session):
    part = section_texts.with_only_text(source.at((session, 0)), Sort.CARRY_OVER, "question from s2")
    carrying = source.with_at((session, 0), part)
    check = LiveCheck(WORDS)
    assert [one.field for one in check.check(carrying).of((session, 0))] == ["Carry over"]
    turned = guide_edits.moved({"en": carrying}, "en", (session,), (session + 1,))["en"]
    assert check.check(turned).of((session + 1, 0)) == ()
