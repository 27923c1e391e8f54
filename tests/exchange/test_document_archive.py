"""Members of a stranger's zip are unpacked up to a limit, and XML without entities becomes a tree."""

from __future__ import annotations

import pytest

from dialogue_desk.exchange.document_archive import MOST_MEMBER, MOST_TOTAL, Archive, child, tree, within
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble
from tests.exchange.guide_documents import zipped


def test_members_together_may_be_no_more_than_all_may_be():
    size = MOST_MEMBER - 1
    archive = Archive(zipped({str(number): bytes(size) for number in range(MOST_TOTAL // size + 1)}))
    with pytest.raises(DocumentRefused) as refused:
        for name in sorted(archive.names):
            archive.member(name)
    assert refused.value.trouble is Trouble.TOO_LARGE


def test_a_member_that_is_not_there_is_none():
    assert Archive(zipped({"a": "x"})).xml("b", ()) is None


def test_names_have_the_prefix_that_their_space_is_given():
    root = tree(b'<a xmlns="one" xmlns:x="two" x:n="1"><x:b/><c xmlns=""/></a>', {"one": "o", "two": "t"})
    assert root.tag == "o:a"
    assert root.attrib == {"t:n": "1"}
    assert [element.tag for element in root] == ["t:b", "c"]


def test_a_child_and_what_is_wrapped_are_found():
    root = tree(b"<a><w><r/></w><r/><x><r/></x></a>", {})
    assert child(root, "w") is root[0]
    assert child(root, "z") is None
    assert child(None, "w") is None
    assert list(within(root, "r", frozenset({"w"}))) == [root[0][0], root[1]]
