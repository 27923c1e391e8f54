"""Whatever is typed, pasted or handed over is text: kept, shown, printed, handed on, found and erased."""

from __future__ import annotations

import json

import pytest

from dialogue_desk.desk.erasing.erase import erase_from_copies
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.data_files import DataFormat, session_data
from dialogue_desk.desk.leaving.documents import SummaryOptions
from dialogue_desk.desk.leaving.packages import export_program, export_session, session_package, write_package
from dialogue_desk.desk.leaving.session_files import ExportChoices, export_files, save_all
from dialogue_desk.desk.program.found_files import files_found
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.session.note_entry import EntryDefaults, add_entry
from dialogue_desk.desk.session.search import search
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.notes.shorthand import PLAIN_SIGN
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.container import unpack
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.sealing import Keyring, Seal, new_key
from dialogue_desk.reports.document_files import ENDINGS
from dialogue_desk.words import Words
from tests.desk.evening import a_shelf, begun, note, notes
from tests.desk.leaving.test_packages import folder_of, laptops, opened
from tests.desk.test_hostile_text import HOSTILE, MILLION
from tests.exchange.forging import forged, package
from tests.storage.test_search_index import told

__all__ = ["laptops"]
WORDS = Words()
EVERY_PAPER = SummaryOptions(ENDINGS)


def saved(desk, session_id, to, papers=EVERY_PAPER):
    """Save all that can leave a session: its package, every paper and every table."""
    to.mkdir()
    folder = folder_of(desk, session_id)
    tables = session_data(desk, folder, tuple(DataFormat))
    written = export_files(desk, folder, WORDS, ExportChoices(papers=papers)).save(to, lambda *_: None)
    return [*written, *save_all(tables, to, lambda *_: None)]


def test_text_of_every_sort_goes_all_the_way(laptops, tmp_path):
    one, two, _ = laptops
    session_id = begun(one)
    texts = [normalized(text) for text in HOSTILE.values()]
    for text in texts:
        add_entry(one, folder_of(one, session_id), f"{PLAIN_SIGN}{text}", EntryDefaults(NoteKind.CONCERN))
    assert notes(one, session_id) == texts
    files = saved(one, session_id, tmp_path / "out")
    assert len({file.name for file in files}) == len(files) > len(ENDINGS) + 4
    page = next(file for file in files if file.suffix == ".html").read_text(encoding="utf-8")
    assert "<script" not in page and "&lt;script&gt;" in page
    assert opened(two, files[0]).refused == ()
    assert notes(two, session_id) == texts
    for word in ("script", "calc", "file", "bold evil"):
        found = search(two, Folders(two, a_shelf(tmp_path)), word)
        assert found.count == sum(word in text.casefold() for text in texts)
    for record_id in [hit.id for hit in search(two, Folders(two, a_shelf(tmp_path)), "script").hits]:
        two.erase([record_id])
    erase_from_copies(two)
    two.file.close()
    assert b"onerror" not in told(two.file.path)


@pytest.mark.parametrize("letter", ["x", "ñ"])
def test_a_note_of_a_million_characters_goes_all_the_way(laptops, tmp_path, letter):
    one, two, _ = laptops
    session_id = begun(one)
    line = ("lanternfish " + f"{letter * 7} " * 125_000)[: MILLION - 1] + "."
    add_entry(one, folder_of(one, session_id), line, EntryDefaults(NoteKind.CONCERN))
    assert notes(one, session_id) == [line] and len(line) == MILLION
    summaries = SummaryOptions((".docx", ".html", ".md", ".txt"))
    files = saved(one, session_id, tmp_path / "out", summaries)
    papers = [
        file for file in files if file.suffix in (".html", ".md", ".txt") and "data-card" not in file.name
    ]
    for paper in papers:
        assert paper.read_text(encoding="utf-8").count(letter * 7) == line.count(letter * 7)
    assert opened(two, files[0]).refused == ()
    (hit,) = search(two, Folders(two, a_shelf(tmp_path)), "lanternfish").hits
    assert hit.body.text == line and len(str(hit.excerpt)) < 2_000
    two.erase([hit.id])
    two.file.close()
    assert b"lanternfish" not in told(two.file.path) and (letter * 7).encode() not in told(two.file.path)


def test_a_stick_with_every_sort_of_package_gives_what_it_can_and_says_the_rest(laptops, tmp_path):
    one, two, _ = laptops
    stick = tmp_path / "stick"
    ours = begun(two, "C07")
    two.add(ours, note("ours"))
    own = export_session(two, folder_of(two, ours), stick)
    program = one.add(NO_OWNER, Program("Bridges of Oak Street"))
    export_program(one, program, stick)
    elsewhere = begun(one, circle=Circle("C07", "Chapel", program))
    one.add(elsewhere, note("of another program"))
    good = export_session(one, folder_of(one, elsewhere), stick)
    sealed_away = begun(one, "C09")
    ready = session_package(one, folder_of(one, sealed_away))
    for_others = session_package(one, folder_of(one, begun(one, "C10")))
    to_others = write_package(one, for_others, stick / "others", Seal(to=(new_key().public,)))
    by_words = write_package(one, ready, stick / "words", Seal(passphrase="right words"))
    container = unpack(good.read_bytes())
    lines = [json.loads(line) for line in container.members["records.jsonl"].splitlines()]
    for line in lines:
        line.get("body", {})["mood"] = {"weather": 3}
    newer_minor = "".join(json.dumps(line, sort_keys=True) + "\n" for line in lines).encode()
    members = dict(container.members) | {"records.jsonl": newer_minor}
    (stick / "newer.dialogue").write_bytes(
        forged(package(dict(sorted(members.items())), container.about, format_version=[1, 9]))
    )
    (stick / "future.dialogue").write_bytes(forged(package({"records.jsonl": b""}, format_version=[2, 0])))
    (stick / "letter.dialogue").write_bytes(b"Dear neighbors, " * 40)
    reader = PackageReader(WORDS, Keyring(passphrases=("wrong words",)))
    plan = read_packages(files_found([stick]).files, reader, WORDS)
    said = {one.path.name: one.sentence for one in (*plan.refused, *plan.locked)}
    assert said.keys() == {to_others.name, by_words.name, "future.dialogue", "letter.dialogue"}
    assert len(set(said.values())) == 4 and all(name in told for name, told in said.items())
    assert [one.path for one in plan.locked] == [by_words]
    taken = import_packages(two, plan, WORDS)
    assert [one.path for one in taken.own] == [own] and taken.programs == ("Bridges of Oak Street",)
    assert len(taken.refused) == 4
    assert notes(two, ours) == ["ours"] and notes(two, elsewhere) == ["of another program"]
    assert two.get(sealed_away) is None
    # With the right words the last of them opens too; then all is taken back in two steps.
    again = read_packages([by_words], PackageReader(WORDS, Keyring(passphrases=("right words",))), WORDS)
    import_packages(two, again, WORDS)
    assert two.get(sealed_away) is not None
    two.undo()
    two.undo()
    assert two.get(sealed_away) is None and two.get(elsewhere) is None and notes(two, ours) == ["ours"]
