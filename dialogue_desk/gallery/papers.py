"""The papers that people get, as files and as pictures of their pages."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from dialogue_desk.desk.clock import HandClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guides import GuideShelf
from dialogue_desk.desk.ids import RandomIds
from dialogue_desk.desk.sample import sample_script, samples
from dialogue_desk.desk.saving import summary_document
from dialogue_desk.domain.document import Document
from dialogue_desk.gallery.stage import Stock, ten_to_seven
from dialogue_desk.reports.papers import ENDINGS, write_document
from dialogue_desk.reports.program_report import program_document
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words

_DOTS_PER_INCH = "72"


def write_papers(stock: Stock, to: Path) -> None:
    """Write the papers of the sample into the folder ``to``; their pages as pictures where pdftoppm is."""
    words = Words()
    to.mkdir(parents=True, exist_ok=True)
    file = DeskFile(stock.desk(words))
    try:
        desk = Desk(file, HandClock(ten_to_seven(), sample_script().zone), RandomIds(9))
        folders = Folders(desk, GuideShelf(resource("guides"), words))
        english, spanish = _summary(folders, "C01"), _summary(folders, "C03")
        picture = folders.picture(samples(desk)[0])
        report = program_document(picture, words)
        informe = program_document(picture, Words("es"))
    finally:
        file.close()
    papers = (
        ("summary", english, False),
        ("summary-spanish", spanish, False),
        ("summary-large-print", english, True),
        ("report", report, False),
        ("report-spanish", informe, False),
    )
    for name, document, large in papers:
        _write(document, to / name, large=large)


def _summary(folders: Folders, code: str) -> Document:
    """Return what a circle gets back from its latest session."""
    held = [entry for entry in folders.entries() if entry.circle.code == code]
    folder = folders.session(max(held, key=lambda entry: entry.session.number).id)
    assert folder is not None
    return summary_document(folder, Words())


def _write(document: Document, path: Path, *, large: bool) -> None:
    for old in path.parent.glob(f"{path.name}-page-*.png"):
        old.unlink()
    for ending in ENDINGS:
        write_document(document, path.with_suffix(ending), Words(document.language), large=large)
    if pdftoppm := shutil.which("pdftoppm"):
        command = [pdftoppm, "-png", "-r", _DOTS_PER_INCH, str(path.with_suffix(".pdf")), f"{path}-page"]
        subprocess.run(command, check=True)
