"""Addresses of the net, as they are printed and as they are typed."""

import pytest

from dialogue_desk.domain.privacy.finds import FindKind, without_overlaps
from dialogue_desk.domain.privacy.online import online


def found(text):
    return [(text[one.start : one.end], one.kind) for one in without_overlaps(online(text))]


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ("Write to ana.b@mail.org.", "ana.b@mail.org", FindKind.EMAIL),
        ("ana at mail dot org", "ana at mail dot org", FindKind.EMAIL),
        ("ana.b @ mail . org for more", "ana.b @ mail . org", FindKind.EMAIL),
        ("ana.b@yahoo, she says", "ana.b@yahoo", FindKind.EMAIL),
        ("ana punto luz arroba gmail", "ana punto luz arroba gmail", FindKind.EMAIL),
        ("find @Ana-Luz-22 there", "@Ana-Luz-22", FindKind.HANDLE),
        ("insta @la.ana.del.sur", "@la.ana.del.sur", FindKind.HANDLE),
        ("ana_paints_cars on tiktok", "ana_paints_cars", FindKind.HANDLE),
        ("facebook Ana Bakes Racine", "Ana Bakes Racine", FindKind.HANDLE),
        ("see https://x.org/a?b=1, please", "https://x.org/a?b=1", FindKind.LINK),
        ("see x.org/a now", "x.org/a", FindKind.LINK),
        ("she is @ana_b there", "@ana_b", FindKind.HANDLE),
        ("instagram is ana_b77", "ana_b77", FindKind.HANDLE),
    ],
)
def test_an_address_of_the_net_is_found_without_the_mark_behind_it(text, said, kind):
    assert found(text) == [(said, kind)]


@pytest.mark.parametrize(
    "text", ["we met at noon.", "the recording is at the library", "a.m. or p.m.", "e.g. this"]
)
def test_what_only_looks_like_one_is_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ("blogs at north dot wordpress dot com, daily", "north dot wordpress dot com", FindKind.LINK),
        ("pag. lachispita punto square punto site ahi", "lachispita punto square punto site", FindKind.LINK),
        ("insta dre underscore on underscore wheels", "dre underscore on underscore wheels", FindKind.HANDLE),
        ("fotos a xo guion bajo 4 @ya hoo. es", "xo guion bajo 4 @ya hoo. es", FindKind.EMAIL),
    ],
)
def test_what_is_spelled_is_found(text, said, kind):
    assert (said, kind) in [(text[one.start : one.end], one.kind) for one in online(text)]
