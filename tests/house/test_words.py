"""Every sentence the app says is said in Spanish too, with the same places."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from tests.house import ROOT, called, modules
from tests.house.glossary import banned, old_words

PO = ROOT / "resources" / "languages" / "es" / "LC_MESSAGES" / "dialogue_desk.po"
FRESHEN = "run `python3 dev.py words`, then translate what is new in " + PO.name

Sentence = tuple[str, ...]
"""One sentence; or two, for one thing and for many."""


def said_by(tree: ast.AST) -> Iterator[Sentence | None]:
    """Yield each sentence in a ``tr()`` or ``ntr()``; None where it cannot be read off the source.

    It cannot stand inside an f-string, where Babel does not see it on Python 3.11.
    """
    f_strings = (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    unseen = {id(node) for f_string in f_strings for node in ast.walk(f_string)}
    for node in ast.walk(tree):
        count = {"tr": 1, "ntr": 2}.get(called(node))
        if isinstance(node, ast.Call) and count:
            given = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args[:count]]
            texts = tuple(text for text in given if isinstance(text, str))
            yield texts if len(texts) == count and id(node) not in unseen else None


def all_sentences() -> set[Sentence]:
    return {sentence for _, tree in modules() for sentence in said_by(tree) if sentence}


def sentence_of(message: Message) -> Sentence:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def translation_of(message: Message) -> Sentence:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def translations(catalog: Catalog) -> dict[Sentence, Sentence]:
    """Return what a catalog holds, without its header and what nobody has translated."""
    told = ((sentence_of(message), translation_of(message)) for message in catalog if message.id)
    return {sentence: translation for sentence, translation in told if all(translation)}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def faults(message: Message) -> Iterator[str]:
    """Yield what is wrong with one translation."""
    said = translation_of(message)
    if message.fuzzy or not all(said):
        yield f"not translated: {message.id!r}"
        return
    may = places(sentence_of(message)[-1])
    # "One note" may leave out its {count}.
    must = may - {"count"} if message.pluralizable else may
    yield from (f"other places than its source: {text!r}" for text in said if not must <= places(text) <= may)


@pytest.fixture(scope="module")
def spanish() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="es", abort_invalid=True)


def test_every_sentence_can_be_read_off_the_source() -> None:
    assert [name for name, tree in modules() if None in said_by(tree)] == []


def test_the_catalog_holds_what_the_app_says_and_no_more(spanish: Catalog) -> None:
    in_catalog = {sentence_of(message) for message in spanish if message.id}
    assert in_catalog == all_sentences(), FRESHEN


def test_every_sentence_is_translated_with_its_places(spanish: Catalog) -> None:
    assert [fault for message in spanish if message.id for fault in faults(message)] == []


def test_the_compiled_catalog_is_the_one_that_people_edit(spanish: Catalog) -> None:
    with PO.with_suffix(".mo").open("rb") as file:
        shipped = read_mo(file)
    assert translations(shipped) == translations(spanish), FRESHEN


@pytest.mark.parametrize(
    ("message", "sound"),
    [
        (Message("{n} circles", "{n} círculos"), True),
        (Message("{n} circles", "círculos"), False),
        (Message("circles", "{n} círculos"), False),
        (Message("Close", ""), False),
        (Message("Close", "Cerrar", flags=["fuzzy"]), False),
        (Message(("{count} note", "{count} notes"), ("una nota", "{count} notas")), True),
        (Message(("{count} in {part}", "{count} in {part}"), ("{count}", "{count} en {part}")), False),
        (Message(("{count} in {part}", "{count} in {part}"), ("uno en {part}", "{count} en {part}")), True),
        (Message(("{count} note", "{count} notes"), ("{count} nota", "")), False),
    ],
)
def test_a_faulty_translation_is_seen(message: Message, *, sound: bool) -> None:
    assert (list(faults(message)) == []) is sound


def test_a_sentence_that_is_not_plain_is_seen() -> None:
    assert list(said_by(ast.parse("words.tr(sentence)"))) == [None]
    assert list(said_by(ast.parse("words.ntr('{count} note', many, 2)"))) == [None]
    assert list(said_by(ast.parse("f'{words.tr(\"All files\")} (*)'"))) == [None]
    assert list(said_by(ast.parse("words.tr('Close ' 'it')"))) == [("Close it",)]


def test_no_sentence_uses_a_word_that_the_glossary_has_another_for(spanish: Catalog) -> None:
    english, castellano = banned("instead of"), banned("en vez de")
    found = [
        f"{word}: {text}"
        for message in spanish
        if message.id
        for texts, patterns in ((sentence_of(message), english), (translation_of(message), castellano))
        for text in texts
        for word in old_words(text, patterns)
    ]
    assert found == [], "docs/words.md has another word for it"


@pytest.mark.parametrize(
    ("column", "sentence", "seen"),
    [
        ("instead of", "Put it on the wall tonight", ["tonight", "wall"]),
        ("instead of", "{held} sessions, {wall} of them on the room display", []),
        ("instead of", "One package was taken in.", ["taken in"]),
        ("en vez de", "Los agentes vienen esta noche", ["esta noche", "agentes"]),
        ("en vez de", "Empieza la silla {seat}", []),
    ],
)
def test_a_word_that_has_gone_out_of_use_is_seen(column: str, sentence: str, seen: list[str]) -> None:
    assert sorted(old_words(sentence, banned(column))) == sorted(seen)
