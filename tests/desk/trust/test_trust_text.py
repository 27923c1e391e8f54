"""What waits is told in sentences, with its numbers, before anything happens."""

from collections import Counter

from dialogue_desk.desk.trust.trust_text import (
    circle_lines,
    counts_text,
    effect_sentences,
    records_text,
    source_text,
)
from dialogue_desk.desk.trust.waiting_changes import CircleNumbers, WaitingChanges
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.words import Words

WORDS = Words()
LAPTOP = DeviceId("key-0123456789abcdef0123456789abcdef")


def waiting(signer=LAPTOP, files=("a.dialogue",), circles=(), **more):
    return WaitingChanges(signer, files, (), (), circles, **more)


def test_files_and_their_laptop_are_named():
    assert source_text(waiting(), WORDS) == "“a.dialogue” from laptop 89ab cdef"
    three = source_text(waiting(files=("a.dialogue", "b", "c")), WORDS)
    assert three == "“a.dialogue” and 2 more files from laptop 89ab cdef"


def test_a_file_without_a_signature_comes_from_nobody():
    assert source_text(waiting(DeviceId("")), WORDS) == "“a.dialogue”, which nobody signed"
    two = source_text(waiting(DeviceId(""), ("a", "b")), WORDS)
    assert two == "“a” and 1 more file, which nobody signed"


def test_a_file_name_that_turns_the_sentence_around_is_made_plain():
    assert "\u202e" not in source_text(waiting(files=("a\u202e.dialogue",)), WORDS)


def test_what_it_would_erase_is_told_with_its_circles_and_writers():
    five = tuple(CircleNumbers(f"C0{number}", erased=33) for number in range(1, 6))
    told = waiting(circles=five, erased=Counter({Kind.NOTE: 165}), writers=4)
    assert list(effect_sentences(told, WORDS)) == [
        "Would erase 165 notes of 5 circles.",
        "4 other laptops wrote this.",
    ]


def test_what_it_would_change_names_the_one_circle_and_this_laptop():
    told = waiting(
        circles=(CircleNumbers("C01", changed=12),), changed=Counter({Kind.NOTE: 12}), writers=1, own=True
    )
    assert list(effect_sentences(told, WORDS)) == [
        "Would change 12 notes of circle C01.",
        "This laptop wrote this.",
    ]
    both = waiting(changed=Counter({Kind.PROGRAM: 1}), writers=3, own=True)
    assert list(effect_sentences(both, WORDS)) == [
        "Would change 1 program.",
        "This laptop and 2 others wrote this.",
    ]


def test_circles_that_are_erased_whole_are_counted_once():
    three = tuple(CircleNumbers(f"C0{number}", erased=5) for number in range(1, 4))
    told = waiting(circles=three, erased=Counter({Kind.CIRCLE: 3, Kind.NOTE: 12}))
    assert next(effect_sentences(told, WORDS)) == "Would erase 3 circles and 12 notes."


def test_many_circles_are_named_up_to_a_point():
    many = tuple(CircleNumbers(f"C{number:02}", changed=1, erased=2) for number in range(1, 19))
    lines = list(circle_lines(waiting(circles=many), WORDS))
    assert lines[0] == "Circle C01 · 2 entries erased · 1 entry changed"
    assert len(lines) == 7 and lines[-1] == "and 12 more"
    assert list(circle_lines(waiting(circles=many[:1]), WORDS)) == []


def test_what_people_know_by_name_comes_first_and_the_rest_is_counted():
    counts = Counter({Kind.NOTE: 2, Kind.SESSION: 1, Kind.MOVE: 3, Kind.TALLY: 1})
    assert counts_text(counts, WORDS) == "1 session, 2 notes and 4 other entries"
    assert counts_text(Counter({Kind.MOVE: 1}), WORDS) == "1 entry"
    assert records_text(Counter({Kind.NOTE: 1}), ["C01"], WORDS) == "1 note of circle C01"
    assert records_text(Counter({Kind.NOTE: 1}), [], WORDS) == "1 note"
