"""What becomes of files is said in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_desk.desk.program.import_preview import ImportPreview, PreviewedFile, Standing
from dialogue_desk.desk.program.preview_text import (
    file_lines,
    file_title,
    preview_lead,
    standing_help,
    standing_text,
)
from dialogue_desk.exchange.package import About
from dialogue_desk.words import Words

WORDS = Words()
SESSION = About("session", "Oak Street", "C07", 2, "2026-03-12")


def one(standing=Standing.NEW, **more):
    return PreviewedFile(Path("stick/c07-s2.dialogue"), standing, SESSION, **more)


def test_a_file_is_named_by_what_it_is_about_and_else_by_its_name():
    assert file_title(one(), WORDS) == "C07, session 2"
    program = PreviewedFile(Path("p.dialogue"), Standing.NEW, About("program", "Oak Street"))
    assert file_title(program, WORDS) == "The program “Oak Street”"
    assert file_title(PreviewedFile(Path("x.dialogue"), Standing.NEW, About("erased")), WORDS) == (
        "What was erased"
    )
    work = PreviewedFile(Path("w.dialogue"), Standing.NEW, About("organizers' work", "Oak Street"))
    assert file_title(work, WORDS) == "What organizers made of “Oak Street”"
    refused = PreviewedFile(Path("list.dialogue"), Standing.REFUSED, sentence="It is not a package.")
    assert file_title(refused, WORDS) == "list.dialogue"
    assert list(file_lines(refused, WORDS)) == ["It is not a package."]


def test_what_it_brings_is_counted_and_its_name_comes_last():
    plain = one(brings=17, revision=2)
    assert list(file_lines(plain, WORDS)) == ["17 entries · revision 2 · c07-s2.dialogue"]
    waits = one(Standing.WAITS, brings=1, waits=2, clashes=1, revision=1)
    assert next(file_lines(waits, WORDS)) == (
        "1 entry · 2 wait for your answer · 1 gets a second version · c07-s2.dialogue"
    )


def test_what_a_person_may_want_to_think_about_is_a_sentence_each():
    odd = one(programs=("Elm",), same_codes=("C07",), another_key=True, signed=False)
    assert [line.partition(".")[0] for line in list(file_lines(odd, WORDS))[1:]] == [
        "The program “Elm” is not on this laptop yet",
        "Another circle or program is called C07 too",
        "Its laptop signed with another key before",
        "Nobody signed it",
    ]


def test_of_what_changes_nothing_only_copies_and_what_was_left_out_are_told():
    here = one(Standing.HERE, copy_of="c07.dialogue", left_out=True, signed=False)
    assert list(file_lines(here, WORDS)) == [
        "c07-s2.dialogue",
        "The same package as “c07.dialogue”.",
        "You left something in it out before. It stays out.",
    ]


@pytest.mark.parametrize("standing", Standing)
def test_each_group_has_a_name_and_says_what_happens_or_what_to_do(standing):
    assert standing_text(standing, WORDS)
    assert standing_help(standing, WORDS).endswith(".")


def test_the_first_sentences_count_and_say_that_nothing_has_happened():
    lead = preview_lead(ImportPreview((one(), one()), new_clashes=1, still_open=2), WORDS)
    assert lead == (
        "2 files have something to add. 1 entry would then have two versions, for you to choose from. "
        "2 entries in them still have two versions from before. "
        "Nothing is added until you say so. You can undo all of it at once."
    )
    assert preview_lead(ImportPreview((one(Standing.HERE),)), WORDS) == (
        "None of these files has anything to add."
    )


def test_where_the_heading_says_what_to_do_the_files_do_not_repeat_it():
    sealed = PreviewedFile(Path("x.age"), Standing.SEALED, sentence="“x.age” is sealed for somebody else.")
    assert list(file_lines(sealed, WORDS)) == []
