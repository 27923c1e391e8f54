"""Which of several claims to one place holds."""

from dialogue_desk.domain.privacy.finds import Find, FindKind, without_overlaps


def test_the_stronger_kind_holds_a_place():
    address, name = Find(0, 9, FindKind.ADDRESS), Find(4, 20, FindKind.NAME)
    assert without_overlaps([name, address]) == (address,)


def test_of_one_kind_the_longer_claim_holds():
    short, long = Find(2, 5, FindKind.NAME), Find(0, 8, FindKind.NAME)
    assert without_overlaps([short, long, short]) == (long,)


def test_claims_that_only_touch_both_hold_in_the_order_of_the_text_and_an_empty_one_does_not():
    first, second = Find(0, 3, FindKind.MAYBE_NAME), Find(3, 6, FindKind.PHONE)
    assert without_overlaps([second, Find(9, 9, FindKind.LINK), first]) == (first, second)
    assert without_overlaps([]) == ()


def test_of_words_that_tell_who_is_meant_the_rest_stays_a_find():
    only, name = Find(0, 20, FindKind.ONLY), Find(12, 16, FindKind.NAME)
    assert without_overlaps([only, name]) == (
        Find(0, 12, FindKind.ONLY),
        name,
        Find(16, 20, FindKind.ONLY),
    )


def test_claims_on_parts_of_one_number_are_one():
    first, second = Find(0, 8, FindKind.CASE), Find(5, 14, FindKind.CASE)
    assert without_overlaps([second, first]) == (Find(0, 14, FindKind.CASE),)


def test_claims_that_only_touch_stay_two():
    first, second = Find(0, 8, FindKind.CASE), Find(8, 14, FindKind.CASE)
    assert without_overlaps([second, first]) == (first, second)
