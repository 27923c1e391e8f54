"""What was not met when circles were formed, in sentences."""

from dialogue_desk.domain.forming.forming import Unmet, UnmetKind
from dialogue_desk.domain.forming.placing import formed
from dialogue_desk.domain.forming.slips import OFFICERS, Need, Slip
from dialogue_desk.domain.forming.wish import Place, Wish
from dialogue_desk.words import Words
from dialogue_desk.words.forming_text import circle_place, unmet_sentences

WORDS = Words("en")


def said(people, wish):
    return unmet_sentences(formed(people, wish), WORDS)


def crowd(count: int):
    return [Slip(number, languages=("en",)) for number in range(1, count + 1)]


def test_nothing_is_said_when_all_was_met():
    assert said(crowd(8), Wish(facilitators=0)) == []


def test_whoever_is_in_no_circle_is_named_with_the_reason():
    hall = Place("Hall", ("Tuesday",), lacks=frozenset({Need.STEP_FREE}))
    people = [
        *crowd(4),
        Slip(10, times=frozenset({"Sunday"})),
        Slip(11, languages=("vi",)),
        Slip(12, needs=frozenset({Need.STEP_FREE})),
        Slip(13, frozenset({OFFICERS})),
    ]
    assert said(people, Wish((hall,), 1, 4, 5, ("en",), facilitators=0)) == [
        "In no circle: 10. Why: no circle meets at a time that suits.",
        "In no circle: 11. Why: none at a suitable time is in a language they speak, and they asked for no "
        "interpreter.",
        "In no circle: 12. Why: the places at suitable times lack what they need.",
        "In no circle: 13. Why: they would be the only officer or the only young person there.",
    ]


def test_every_number_without_a_circle_is_named_and_of_many_circles_the_first():
    few = Wish((Place(circles=20),), 20, 4, 4, facilitators=1)
    full, short = said(crowd(100), few)
    assert len(full.partition(". Why")[0].split(", ")) == 19 and full.endswith(
        "every circle that suits is full."
    )
    assert short.endswith("C12 (0) and 8 more.")


def test_fewer_circles_than_wished_have_their_reason():
    assert said(crowd(8), Wish(circles=3, facilitators=0)) == [
        "1 of 3 circles: more could not have 8 people each."
    ]
    assert said(crowd(10), Wish((Place(),), 2, 4, facilitators=0)) == [
        "1 of 2 circles: the places and times of the wish have room for no more."
    ]


def test_every_kind_of_what_is_unmet_has_its_sentence():
    found = formed(crowd(8), Wish(facilitators=0))
    for kind in UnmetKind:
        one = Unmet(kind, "C01", "north", 1, 2, 5)
        (sentence,) = unmet_sentences(_Told(found, (one,)), WORDS)
        assert "C01" in sentence and "{" not in sentence


def test_where_a_circle_meets_is_said_as_far_as_it_is_known():
    assert circle_place("Hall", "", WORDS) == "Hall"
    assert circle_place("", "", WORDS) == "place and time open"


class _Told:
    """Circles of which something is not met."""

    def __init__(self, found, unmet):
        self.wish, self.circles, self.unplaced, self.unmet = found.wish, found.circles, (), unmet
