"""What is wrong with the text of a guide file is said in words, with the line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import (
    Audience,
    Guide,
    Hosts,
    Lead,
    Length,
    Measure,
    Mode,
    Part,
    PartStep,
)
from dialogue_desk.domain.model.guide_extras import (
    BlockKind,
    Card,
    CardKind,
    Carried,
    CarryOver,
    FillIn,
    Moment,
    Term,
    TextBlock,
)
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.exchange.guide_faults import Fault, GuideUnreadable
from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.words import Words
from tests.exchange.guide_writing import write_guide

WORDS = Words()
TOP = "---\nid: evening\nversion: 1.0.0\nlanguage: en\ntitle: An Evening\npeople: 6-9\n---\n"
SESSION = "# Our evening {#s1 minutes=20}\n"
PART = "## Talk {#talk kind=open-talk minutes=10 floor=5 cut=last}\n"


def read(text: str) -> Guide:
    return read_guide(text, "evening.guide.md", WORDS)


def faults(text: str) -> tuple[Fault, ...]:
    with pytest.raises(GuideUnreadable) as caught:
        read(text)
    return caught.value.faults


def only_fault(text: str) -> Fault:
    found = faults(text)
    assert len(found) == 1, found
    return found[0]


MARKS = "#>-*+_`~=:;.,()[]{}<>|\\!\"'&/ 0123456789aB\t\u00a0ñ漢ع🙂\x0b\x85\u2028"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("# Evening\n", 1, "Begin it with a line ---"),
        (TOP.removesuffix("---\n") + SESSION + PART, 1, "Begin it with a line ---"),
        (TOP, 0, "no session"),
        (TOP + "# Our evening {#s1 minutes=20}\n", 8, "no parts"),
        (TOP.replace("id: evening\n", "") + SESSION + PART, 1, "are missing id"),
        (TOP.replace("title: An Evening", "title:") + SESSION + PART, 1, "are missing title"),
        (TOP.replace("id: evening", "id: Our Evening") + SESSION + PART, 2, "lowercase letters"),
        (TOP.replace("version: 1.0.0", "version: new") + SESSION + PART, 3, "version: 1.0.0"),
        (TOP.replace("language: en", "language: English") + SESSION + PART, 4, "language: en"),
        (TOP.replace("6-9", "nine to six") + SESSION + PART, 6, "people: 8-12"),
        (TOP.replace("6-9", "9-6") + SESSION + PART, 6, "people: 8-12"),
        (TOP.replace("6-9", "0-6") + SESSION + PART, 6, "people: 8-12"),
        (TOP.replace("title:", "author: Ana\ntitle:") + SESSION + PART, 5, "“author: Ana”"),
        (TOP.replace("title:", "title: Twice\ntitle:") + SESSION + PART, 6, "second time"),
        (TOP + "Hello.\n" + SESSION + PART, 8, "would be lost"),
        (TOP + "# Ground rules\nBe kind.\n" + SESSION + PART, 9, "would be lost"),
        (TOP + "# Ground rules\n- a\n" + PART + SESSION + PART, 10, "one list without parts"),
        (TOP + "# Ground rules\n- a\n# Ground rules\n- b\n" + SESSION + PART, 10, "second time"),
        (TOP + "# Our evening {minutes=20}\n" + PART, 8, "no name"),
        (TOP + "# Our evening {#s1}\n" + PART, 8, "has no minutes"),
        (TOP + "# {#s1 minutes=20}\n" + PART, 8, "no title"),
        (TOP + "# Our evening {#s1 minutes=0}\n" + PART, 8, "“minutes=0” is not possible"),
        (TOP + "# Our evening {#s1 minutes=1800}\n" + PART, 8, "from 1 to 600"),
        (TOP + "# Our evening {#s1 minutes=90min}\n" + PART, 8, "“minutes=90min” is not possible"),
        (TOP + "# Our evening {#s1 minutes=-5}\n" + PART, 8, "“minutes=-5” is not possible"),
        (TOP + "# Our evening {#s1 minutes=٩٠}\n" + PART, 8, "is not possible"),
        (TOP + "# Our evening {#S1! minutes=20}\n" + PART, 8, "“S1!” cannot be a name"),
        (TOP + "# Our evening {#s1 minutes=20 each=60}\n" + PART, 8, "“each=60” means nothing here"),
        (TOP + "# Our evening {#s1 minuts=20}\n" + PART, 8, "Did you mean minutes=20?"),
        (TOP + SESSION + PART.replace("floor", "flor"), 9, "There is no “flor=5”. Did you mean floor=5?"),
        (TOP + SESSION + PART.replace("minutes=10", "minutes=twenty"), 9, "“minutes=twenty” is not possible"),
        (TOP + SESSION + PART.replace("minutes=10", "minutes=99999"), 9, "from 1 to 600"),
        (TOP + SESSION + PART.replace("minutes=10", "minutes=101%"), 9, "“minutes=101%” is not possible"),
        (TOP + SESSION + PART.replace("minutes=10", "minutes=each"), 9, "Write each=60 in its braces"),
        (TOP + SESSION + PART.replace("cut=last", "clock=of"), 9, "Write it like this: clock=off"),
        (TOP + SESSION + PART.replace("cut=last", "at=25:00"), 9, "Write it like this: at=19:00"),
        (TOP + SESSION + PART.replace("cut=last", "table=5-4"), 9, "Write it like this: table=4-5"),
        (TOP + SESSION + PART.replace("cut=last", "track=Young!"), 9, "Write it like this: track=youth"),
        (TOP + SESSION + PART.replace("cut=last", "mode=trio"), 9, "Did you mean mode=trios?"),
        (TOP + SESSION + PART + "Carry over: gossip\n", 10, "“gossip” is not a kind of note"),
        (
            TOP + SESSION + PART + "Carry over: themes from s1\n",
            10,
            "There is no session #s1 before this one",
        ),
        (TOP + SESSION + PART + "- Why? {.optinal}\n", 10, "Did you mean .optional?"),
        (TOP + SESSION + PART + "### One {.option}\n", 10, "no name"),
        (TOP + SESSION + PART + "### One {.view .fact}\n", 10, "A card is of one kind"),
        (TOP + SESSION + PART + "### One {.view}\nFor: x\n", 11, "“For:” does not belong here"),
        (
            TOP + SESSION + PART + "### One {.option #a}\n### Two {.option #a}\n",
            11,
            "already used in line 10",
        ),
        (TOP + "# Glossary\n- Land bank\n" + SESSION + PART, 9, "Write the word, a colon"),
        (TOP + "# Moments\n## Slur {#slur}\n- x\n" + SESSION + PART, 10, "would be lost"),
        (TOP + "# Moments\n## Slur {#slur}\n### x {minutes=1}\n" + SESSION + PART, 10, "no parts"),
        (TOP + "# Moments\n## Slur\n" + SESSION + PART, 9, "no name"),
        (TOP + "# Our evening {#s1 minutes=20 minutes=30}\n" + PART, 8, "twice"),
        (TOP + "# Our evening {#s1 minutes=20 !}\n" + PART, 8, "“!” is not understood"),
        (TOP + SESSION + PART + ">" * 12 + " Hello.\n", 10, "inside too many others"),
        (TOP + SESSION + PART + SESSION + PART, 10, "The name #s1 is already used in line 8"),
        (TOP + SESSION + PART + PART, 10, "The name #talk is already used in line 9"),
        (TOP + SESSION + PART.replace("kind=open-talk ", ""), 9, "has no kind"),
        (
            TOP + SESSION + PART.replace("open-talk", "chat"),
            9,
            "There is no kind “chat”. Write one of these: welcome,",
        ),
        (TOP + SESSION + PART.replace("cut=last", "cut=maybe"), 9, "never, last, first"),
        (TOP + SESSION + PART.replace("cut=last", "each=2"), 9, "from 5 to 1800"),
        (TOP + SESSION + PART + "Why.\n\nMore.\n", 12, "Start it with > if it is to be said"),
        (TOP + SESSION + PART + "Goal: peace.\n", 10, "“Goal:” does not belong here"),
        (TOP + SESSION + PART + "Tip:\n", 10, "There is nothing after “Tip:”"),
        (TOP + SESSION + PART + "Notes: never\n", 10, "Notes: off, or Notes: themes only"),
        (TOP + SESSION + PART + "Notes: off\nNotes: off\n", 11, "Write only one"),
        (TOP + SESSION + PART + "Wanted: gossip\n", 10, "“gossip” is not a kind of note"),
        (TOP + SESSION + PART + "Wanted: hope, hope\n", 10, "twice"),
        (TOP + SESSION + "Tip: smile.\n" + PART, 9, "“Tip:” does not belong here"),
        (TOP + SESSION + "> Hello.\n" + PART, 9, "would be lost"),
        (TOP + SESSION + PART + "### One {minutes=2}\n> Hello.\n", 11, "would be lost"),
        (
            TOP + SESSION + PART + "### One\n",
            10,
            "no minutes. Write {minutes=5} behind its title or, if it is a card",
        ),
        (TOP + SESSION + PART + "### One {floor=2}\n", 10, "has no minutes"),
        (
            TOP + SESSION + PART + "### One {minutes=2}\n#### Two {minutes=1}\n",
            11,
            "one, two or three # signs",
        ),
    ],
)
def test_each_fault_names_the_file_and_the_line_and_says_what_to_write(
    text: str, line: int, said: str
) -> None:
    fault = only_fault(text)
    assert fault.line == line
    assert said in fault.sentence
    assert fault.sentence.startswith(f"evening.guide.md, line {line}: " if line else "evening.guide.md: ")


def test_a_part_without_a_session_is_one_fault_and_not_one_for_each_of_its_lines() -> None:
    found = faults(TOP + PART + "Why.\n\n> Hello.\n\n- Well?\n" + PART.replace("talk", "more"))
    assert [(fault.line, "missing heading above" in fault.sentence) for fault in found] == [
        (0, False),
        (8, True),
    ]


def test_all_faults_are_told_in_one_reading_in_the_order_of_their_lines() -> None:
    found = faults(
        TOP.replace("1.0.0", "new")
        + SESSION.replace("20", "0")
        + PART.replace("open-talk", "chat").replace("floor=5", "flor=5")
        + "Wanted: gossip\n"
    )
    assert [fault.line for fault in found] == [3, 8, 9, 9, 10]


@settings(deadline=None)
@given(st.text(st.sampled_from(MARKS + "\n"), max_size=200))
def test_whatever_stands_below_a_heading_is_read_or_refused_in_words(text: str) -> None:
    try:
        guide = read(TOP + SESSION + PART + text)
    except GuideUnreadable:
        assert faults(TOP + SESSION + PART + text)
    else:
        assert read(write_guide(guide)) == guide


def part_of(text: str) -> Part:
    return read(TOP + SESSION + text).sessions[0].parts[0]


def test_words_in_braces_say_how_a_part_is_held() -> None:
    part = part_of(
        "## Tables {#tables kind=open-talk minutes=15% clock=off at=19:05 track=youth floor=5 mode=rotation "
        "lead=second table=4-5 hosts=stay local=2 dots=3}\n"
    )
    assert part.length == Length(Measure.SHARE, 15, 5) and part.minutes == 3
    assert (part.clock, part.at, part.track, part.mode) == (False, 19 * 60 + 5, "youth", Mode.ROTATION)
    assert (part.lead, part.table, part.hosts) == (Lead.SECOND, (4, 5), Hosts.STAY)
    assert (part.local, part.dots) == (2, 3)


def test_lines_with_labels_go_to_who_needs_them() -> None:
    part = part_of(
        PART
        + "- Who?\n- Why? {.optional}\n\nNote-taker: write places.\nFill in: how many live here (city hall)\n"
        "Fill in: who came last time\nCarry over: question, ground rules\n"
    )
    assert (part.ask, part.optional) == (("Who?", "Why?"), (1,))
    assert part.note_taker == ("write places.",)
    assert part.fill_in == (FillIn("how many live here", "city hall"), FillIn("who came last time"))
    assert part.carry_over == (CarryOver((NoteKind.QUESTION, Carried.GROUND_RULES)),)


def test_notes_are_carried_over_from_sessions_before() -> None:
    second = SESSION.replace("s1", "s2") + PART + "Carry over: disagreement, themes from s1\n"
    part = read(TOP + SESSION + PART + second).session("s2").parts[0]
    assert part.carry_over == (CarryOver((NoteKind.DISAGREEMENT, Carried.THEMES), ("s1",)),)


def test_steps_and_cards_are_told_apart_by_their_braces() -> None:
    part = part_of(
        PART + "### Find a partner {minutes=5 floor=2 equal=both}\nAnybody.\n"
        "### Leave it {.option #leave}\nThe city mows.\n\nTwice a month.\n\n- in May\n- in July\n\n"
        "1. first\n\n"
        "> Read this.\n\nFill in: the cost (budget)\nFor: cheap\nAgainst: dark\nTrade-off: quiet now\n"
        "### Lamps {.fact}\nNine are out.\n"
    )
    assert part.steps == (PartStep("Find a partner", 5, "Anybody.", 2, "both"),)
    leave, lamps = part.cards
    assert leave == Card(
        CardKind.OPTION,
        "Leave it",
        "leave",
        (
            TextBlock(BlockKind.PARAGRAPH, ("The city mows.",)),
            TextBlock(BlockKind.PARAGRAPH, ("Twice a month.",)),
            TextBlock(BlockKind.BULLETS, ("in May", "in July")),
            TextBlock(BlockKind.NUMBERS, ("first",)),
        ),
        ("Read this.",),
        (FillIn("the cost", "budget"),),
        ("cheap",),
        ("dark",),
        ("quiet now",),
    )
    assert lamps == Card(CardKind.FACT, "Lamps", "", (TextBlock(BlockKind.PARAGRAPH, ("Nine are out.",)),))


def test_a_session_says_what_to_do_before_and_who_meets() -> None:
    plan = read(
        TOP
        + "# Both {#s1 minutes=20 .joint .optional}\nGoal: meet.\nBefore: Ask two.\nBefore: Cook.\n"
        + PART
    ).session("s1")
    assert (plan.before, plan.joint, plan.optional) == (("Ask two.", "Cook."), True, True)


def test_words_and_moments_stand_beside_the_sessions() -> None:
    guide = read(
        TOP
        + "# Glossary\n- Land bank: a body: it owns lots\n"
        + SESSION
        + PART
        + "# Moments\n## A slur {#slur}\n"
        "Somebody said it.\n\n> Stop.\n\nNext: Breathe.\nNext: Ask.\nStop: when it goes on\n"
    )
    assert guide.glossary == (Term("Land bank", "a body: it owns lots"),)
    assert guide.moments == (
        Moment("slur", "A slur", "Somebody said it.", ("Stop.",), ("Breathe.", "Ask."), ("when it goes on",)),
    )


def test_comments_are_for_who_writes_the_guide() -> None:
    plain = TOP + SESSION + PART + "Why.\n\n> Hello.\n"
    noted = plain.replace("Why.", "<!-- ask Ana -->\nWhy.\n<!--\ntwo\n\nlines\n-->")
    assert read(noted) == read(plain)


def test_the_top_says_for_whom_a_guide_is_and_who_wrote_it() -> None:
    top = TOP.replace("6-9\n", "6-8-12\naudience: youth\nlicense: CC BY-SA 4.0\ncredit: \\*Ana*\n")
    guide = read(top + SESSION + PART)
    assert (guide.people, guide.best, guide.audience) == ((6, 12), 8, Audience.YOUTH)
    assert (guide.license, guide.credit) == ("CC BY-SA 4.0", "*Ana*")
