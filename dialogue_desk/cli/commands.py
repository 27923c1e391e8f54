"""The commands: each does one thing with a desk or with files, and returns its exit code.

They raise CannotUse for a key or passphrase that is none; the caller complains about it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from dialogue_desk.cli.key_options import ask_passphrase, keys_in, seal_of
from dialogue_desk.cli.merge_plan import tell_plan
from dialogue_desk.cli.output import complain, progress, say
from dialogue_desk.cli.program_papers import papers_asked_for, write_papers, write_tables
from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import CopyErasure, erase_from_copies
from dialogue_desk.desk.erasing.unerased_text import unerased_sentence
from dialogue_desk.desk.error_text import twin_sentence
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.data_files import DataFormat, parquet_sentence, session_data
from dialogue_desk.desk.leaving.documents import (
    USUAL_PAPERS,
    SummaryOptions,
    concern_about,
    paper_document,
    paper_files,
)
from dialogue_desk.desk.leaving.keyring import keyring
from dialogue_desk.desk.leaving.packages import organizers_seal
from dialogue_desk.desk.leaving.report_files import today, usual_papers, write_paper
from dialogue_desk.desk.leaving.session_files import (
    ExportChoices,
    export_files,
    older_documents,
    older_documents_text,
    saving_trouble,
)
from dialogue_desk.desk.leaving.unchecked import unchecked, unchecked_sentences
from dialogue_desk.desk.opening import is_lost
from dialogue_desk.desk.program.found_files import files_found, passed_sentences
from dialogue_desk.desk.program.imports import ImportResult, import_packages, read_packages
from dialogue_desk.desk.program.sample import sample_packages
from dialogue_desk.desk.session.closing_edits import set_exported
from dialogue_desk.desk.session.privacy_check import PrivacyCheck
from dialogue_desk.desk.trust.trust_text import waits_sentence
from dialogue_desk.desk.trust.waiting_changes import take, waiting_changes
from dialogue_desk.domain.closing.coverage import marks_for_export
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.exchange.guide_checks import check_guide
from dialogue_desk.exchange.guide_faults import Fault, GuideUnreadable
from dialogue_desk.exchange.guide_files import OpenedGuide, guide_text, open_guide
from dialogue_desk.exchange.guide_languages import compare_languages
from dialogue_desk.exchange.package import Package, PackageReader
from dialogue_desk.exchange.refusals import PackageRefused, refusal_sentence
from dialogue_desk.exchange.signing import PackageOrigin, short_device
from dialogue_desk.reports.document_files import ENDINGS, USUAL_ENDINGS
from dialogue_desk.reports.report_papers import ReportPaper
from dialogue_desk.resources import resource
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.whole_file import FileToSave, write_files
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.names import name_of

DONE, SOME_REFUSED, CANNOT_BE = 0, 1, 2
"""The exit codes: everything was done; everything except some files; it cannot be done as asked."""

_FORUM_AND_AFTER = (
    ReportPaper.BALLOT,
    ReportPaper.OPTION_POSTERS,
    ReportPaper.FORUM_RESULT,
    ReportPaper.TEAM_SHEETS,
    ReportPaper.PROGRESS,
    ReportPaper.CIRCLE_SHEETS,
)
"""What the demo writes of the action forum, and of what came of it."""


def demo(options: argparse.Namespace, words: Words) -> int:
    """Write the packages, summaries and reports of the sample community, and the sheets of its forum."""
    out: Path = options.out
    shelf = _shelf(words)
    packages = sample_packages()
    write_files((FileToSave(package.name, package.read_bytes) for package in packages), out / "packages")
    with _desk(IN_MEMORY) as desk:
        import_packages(desk, read_packages(packages, PackageReader(words), words), words)
        folders = Folders(desk, shelf)
        sessions = [entry.id for entry in folders.entries()]
        shown = progress(words.tr("Summaries written: {done} of {total}"))
        for done, session_id in enumerate(sessions, start=1):
            folder = folders.session(session_id)
            assert folder is not None
            write_files(paper_files(folder, USUAL_PAPERS, words), out / "summaries")
            shown(done, len(sessions))
        picture = folders.picture(folders.programs()[0].id)
        for paper, ending in usual_papers():
            write_paper(picture, paper, out / f"{paper.value}{ending}", words, today(desk))
        for paper in _FORUM_AND_AFTER:
            write_paper(picture, paper, out / "forum" / f"{paper.value}.pdf", words, today(desk))
    say(
        words.tr(
            "The sample community is ready: {packages} packages, the summaries of {sessions} sessions, the "
            "report, and what its action forum voted on and led to are in {folder}.",
            packages=len(packages),
            sessions=len(sessions),
            folder=out,
        )
    )
    return DONE


def check_guides(options: argparse.Namespace, words: Words) -> int:
    """Say what is wrong with guides, and what will go wrong in the session."""
    faults = _faults_of(options.files, options.people, words)
    for path, found in faults.items():
        for fault in found:
            complain(fault.sentence)
        if all(fault.hint for fault in found):
            say(words.tr("“{file}” is ready for the session.", file=path.name))
    return DONE if all(fault.hint for found in faults.values() for fault in found) else SOME_REFUSED


def inspect(options: argparse.Namespace, words: Words) -> int:
    """Say what is in packages."""
    keys = keys_in(options.key, options.passphrase_file)
    reader = PackageReader(words, ask_passphrase(files_found(options.files).files, keys, words))
    code = DONE
    for path in files_found(options.files).files:
        try:
            package = reader.read(path)
        except PackageRefused as why:
            complain(refusal_sentence(why, words))
            code = SOME_REFUSED
        else:
            say(str(path))
            for line in _content_lines(package, words):
                say(f"  {line}")
    return code


def merge(options: argparse.Namespace, words: Words) -> int:
    """Import packages into a desk, and report on everything in it."""
    found = files_found(options.paths)
    paths = found.files
    if not paths:
        complain(words.tr("There are no packages there. Package names end in .dialogue."))
        return CANNOT_BE
    keys = keys_in(options.key, options.passphrase_file)
    lost = not options.dry_run and is_lost(options.desk, None)
    if lost and Backups(options.desk).copies():
        complain(
            words.tr(
                "There is no desk file “{file}”, but there are copies of it. They are unchanged, and a new "
                "desk was started. To use a copy, open “{file}” in the window.",
                file=options.desk.name,
            )
        )
    # Looking makes no desk where there is none.
    with _desk(IN_MEMORY if options.dry_run and not options.desk.exists() else options.desk) as desk:
        shown = progress(words.tr("Packages read: {done} of {total}"))
        held = replace(keys, secrets=(*keys.secrets, *keyring(desk).secrets))
        reader = PackageReader(words, ask_passphrase(paths, held, words))
        plan = replace(read_packages(paths, reader, words, shown), passed=found.passed)
        if options.dry_run:
            return DONE if tell_plan(desk, plan, words) else SOME_REFUSED
        result = import_packages(desk, plan, words)
        taken = _take_what_is_allowed(desk, options)
        result = replace(result, conflicts=result.conflicts + taken, waiting=waiting_changes(desk))
        # What another laptop erased is erased from the copies of this desk too.
        for complaint in _complaints(result, erase_from_copies(desk), words):
            complain(complaint)
        say(_counts_text(result, words))
        for sentence in passed_sentences(found.passed, words):
            say(sentence)
        folders = Folders(desk, _shelf(words))
        if wanted := papers_asked_for(options):
            write_papers(desk, folders, wanted, today(desk), words)
        write_tables(desk, folders, options.data, words)
    return SOME_REFUSED if result.refused or result.waiting else DONE


def export(options: argparse.Namespace, words: Words) -> int:
    """Write a session's package, its summary and the other files that were asked for: all, or none."""
    if why_not := _cannot_export(options, words):
        complain(why_not)
        return CANNOT_BE
    with _desk(options.desk) as desk:
        folders = Folders(desk, _shelf(words))
        folder = folders.session(RecordId(options.session))
        if folder is None:
            complain(words.tr("There is no session “{session}” on this desk.", session=options.session))
            for entry in folders.entries():
                complain(f"  {entry.id}  {entry.circle.code}  {entry.session.number}  {entry.title}")
            return CANNOT_BE
        profile = Profile(options.profile.replace("-", " "))
        seal = seal_of(options.seal_to, options.passphrase_file) or organizers_seal(folder, profile)
        choices = ExportChoices(profile, options.debrief, seal, _papers(options))
        if not options.anyway and _complain_of_unchecked(desk, folder, choices, words):
            return CANNOT_BE
        _tell_concerns(folder, choices.papers, words)
        try:
            leaving = export_files(desk, folder, words, choices)
            data = session_data(desk, folder, options.formats or ())
            written = replace(leaving, files=(*leaving.files, *data)).write(desk, options.to)
        except (PackageRefused, OSError) as error:
            complain(saving_trouble(error, options.to, words))
            return CANNOT_BE
        older = older_documents(desk, leaving.package, written)
        _tick_export(desk, folder, choices)
    for path in written:
        say(str(path))
    if older:
        complain(older_documents_text(older, words))
    return DONE


def _cannot_export(options: argparse.Namespace, words: Words) -> str:
    """Return why nothing can be exported as asked; "" when it can."""
    if not options.desk.is_file():
        return words.tr("There is no desk file “{file}”. Check its name.", file=options.desk)
    asked = [one for one in DataFormat if one in (options.formats or ())]
    private = [one for one in asked if not one.for_everyone]
    if private and options.profile == Profile.EVERYONE:
        return words.tr(
            "Nothing was saved. {formats}: this data is for organizers, because each line stands with its "
            "circle and may tell whose it is. Export it without --profile everyone, or leave it out.",
            formats=", ".join(private),
        )
    return parquet_sentence(words) if DataFormat.PARQUET in asked else ""


def _tick_export(desk: Desk, folder: SessionFolder, choices: ExportChoices) -> None:
    """Save that a session was exported; for another laptop of its own circle is not for others."""
    if choices.profile is not Profile.OTHER_LAPTOP and not desk.file.read_only:
        got = marks_for_export(folder.records, folder.id, choices.profile, debrief=choices.debrief)
        set_exported(desk, folder.id, got)


def _complain_of_unchecked(desk: Desk, folder: SessionFolder, choices: ExportChoices, words: Words) -> bool:
    """Say what nobody has looked at of what would leave, and return whether there is anything."""
    what = unchecked(
        PrivacyCheck(desk),
        folder,
        choices.profile,
        debrief=choices.debrief,
        papers=bool(choices.papers.endings),
    )
    if not what:
        return False
    for sentence in unchecked_sentences(what, words):
        complain(sentence)
    complain(words.tr("Nothing was saved. Wrap the session up in the window, or export it with --anyway."))
    return True


def _take_what_is_allowed(desk: Desk, options: argparse.Namespace) -> int:
    """Do what the options allow of what waits on the desk, and return how many items have two versions."""
    waiting = waiting_changes(desk)
    changes = [claim for one in waiting for claim in one.changes] if options.allow_changes else []
    erasures = [claim for one in waiting for claim in one.erasures] if options.allow_erasing else []
    return len(take(desk, [*changes, *erasures]).conflicts) if changes or erasures else 0


def _complaints(result: ImportResult, erasure: CopyErasure, words: Words) -> Iterator[str]:
    """Yield what is said on the error stream: what was refused or waits, and what else is to be known."""
    for refused in result.refused:
        yield refused.sentence
    for strange in result.strange:
        yield words.tr(
            "“{file}” says it comes from laptop {laptop}, which signed with another key before. "
            "It was opened; if nobody set up that laptop again, ask who wrote it.",
            file=strange.path.name,
            laptop=short_device(strange.origin.device if strange.origin else ""),
        )
    if erasure.unerased:
        yield unerased_sentence(erasure.unerased, words)
    if result.twin:
        yield twin_sentence(words)
    for one in result.waiting:
        yield waits_sentence(one, words)
    if result.waiting:
        yield words.tr(
            "Nothing of that has happened. Allow it with --allow-changes or --allow-erasing, or "
            "answer in the window."
        )


def _faults_of(paths: Sequence[Path], people: int | None, words: Words) -> dict[Path, tuple[Fault, ...]]:
    faults: dict[Path, tuple[Fault, ...]] = {}
    read: dict[str, list[tuple[Path, OpenedGuide]]] = {}
    for path in paths:
        try:
            opened = open_guide(guide_text(path, words), path.name, words)
        except GuideUnreadable as unreadable:
            faults[path] = unreadable.faults
        else:
            faults[path] = check_guide(opened, words, people)
            read.setdefault(opened.guide.id, []).append((path, opened))
    for editions in read.values():
        (_, first), *others = sorted(editions, key=lambda edition: edition[1].guide.language != "en")
        for path, opened in others:
            faults[path] += compare_languages(first, opened, words)
    return faults


def _papers(options: argparse.Namespace) -> SummaryOptions:
    language = options.summary_language
    languages = tuple(LANGUAGES) if language == "both" else (language,) if language else ()
    asked = options.formats or [ending[1:] for ending in USUAL_ENDINGS]
    endings = tuple(ending for ending in ENDINGS if ending[1:] in asked)
    return SummaryOptions(
        endings,
        languages,
        PaperSize(options.paper),
        large=options.large_print,
        accessible=options.accessible,
        times=options.times,
        page=options.circle_page,
    )


def _tell_concerns(folder: SessionFolder, papers: SummaryOptions, words: Words) -> None:
    """Say what the summary cannot show, before it is written."""
    document = paper_document(folder, papers, words)
    for ending in papers.endings:
        if concern := concern_about(document, ending, words, accessible=papers.accessible):
            complain(concern)


def _counts_text(result: ImportResult, words: Words) -> str:
    counts = (
        words.ntr("{count} package opened", "{count} packages opened", len(result.imported)),
        words.ntr("{count} already here", "{count} already here", len(result.known)),
        words.ntr("{count} refused", "{count} refused", len(result.refused)),
        words.ntr(
            "{count} item with two versions to choose from",
            "{count} items with two versions to choose from",
            result.conflicts,
        ),
    )
    return ", ".join(counts)


def _content_lines(package: Package, words: Words) -> Iterator[str]:
    about = package.about
    kinds = [record.kind for record in package.records.values() if record.body is not None]
    if about.what == "session":
        yield words.tr(
            "Session {number} of circle {circle}, {date}",
            number=about.session,
            circle=about.circle,
            date=about.date,
        )
    if about.program:
        yield words.tr("Program: {program}", program=about.program)
    if about.profile in {profile.value for profile in Profile}:
        yield name_of(Profile(about.profile), words)
    yield ", ".join(
        (
            words.ntr("{count} circle", "{count} circles", kinds.count(Kind.CIRCLE)),
            words.ntr("{count} theme", "{count} themes", kinds.count(Kind.THEME)),
            words.ntr("{count} note", "{count} notes", kinds.count(Kind.NOTE)),
            words.ntr("{count} action idea", "{count} action ideas", kinds.count(Kind.ACTION)),
            words.ntr("{count} ground rule", "{count} ground rules", kinds.count(Kind.GROUND_RULE)),
        )
    )
    for record in package.records.values():
        if isinstance(record.body, Session):
            yield words.tr("Session id: {id}", id=record.id)
    yield words.tr("Identity: {identity}", identity=package.identity)
    yield from _origin_lines(package.origin, words)


def _origin_lines(origin: PackageOrigin | None, words: Words) -> Iterator[str]:
    if origin is None:
        yield words.tr("Not signed")
        return
    yield words.tr("Written by laptop {laptop}, signed", laptop=short_device(origin.device))
    if origin.revision > 1:
        yield words.tr("Revision {revision}", revision=origin.revision)
    if vouched := {one.of for one in origin.vouches if one.by == origin.device}:
        yield words.ntr("Vouches for {count} other laptop", "Vouches for {count} other laptops", len(vouched))


@contextmanager
def _desk(path: Path) -> Iterator[Desk]:
    with closing(DeskFile(path)) as file:
        yield Desk(file, SystemClock(), RandomIds())


def _shelf(words: Words) -> GuideShelf:
    return GuideShelf(resource("guides"), words)
