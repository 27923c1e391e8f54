"""Lists distilled from freely licensed packages."""

import gzip
import json
import sqlite3

from dialogue_desk.domain.privacy.word_lists import grades_of
from tools.privacy import distilling


def test_words_and_names_are_graded_by_how_common_they_are(tmp_path):
    births = tmp_path / "births.sqlite"
    with sqlite3.connect(births) as file:
        file.execute("create table usNameData (name text, births integer)")
        file.executemany("insert into usNameData values (?, ?)", [("lupe", 900), ("lupe", 300), ("xy", 5)])
    file.close()
    assert distilling.given_names(births) == {"lupe": 2}
    ranked, later = tmp_path / "ranked", tmp_path / "later.csv"
    ranked.write_text("SMITH 1.0 1.0 1\nZYLA 0.0 90.0 49000\n")
    later.write_text("name,white\nVANG,0\nSMITH,0\n")
    assert distilling.surnames(ranked, later) == {"smith": 4, "zyla": 1, "vang": 1}


def test_english_words_are_read_with_contractions_as_people_type_them(tmp_path):
    (tmp_path / "english-words.10").write_text("light\nlight's\nMonday\n", encoding="latin-1")
    (tmp_path / "english-contractions.10").write_text("don't\n", encoding="latin-1")
    counts = tmp_path / "en.json.gz"
    counts.write_bytes(gzip.compress(json.dumps({"light": 50_000}).encode()))
    graded = distilling.english_words(tmp_path, distilling.counted(counts))
    assert graded == {"light": 5, "don't": 5, "dont": 5}


def test_a_list_is_written_in_order_and_read_back(tmp_path):
    distilling.write_graded(tmp_path / "list.txt", {"b": 1, "a": 1, "the": 6})
    text = (tmp_path / "list.txt").read_text(encoding="utf-8")
    assert text.startswith("= 1\na b\n")
    assert grades_of(text) == {"a": 1, "b": 1, "the": 6}
