"""Trials of what a build holds: it does what the source does, to the byte."""

from __future__ import annotations

from pathlib import Path

from tools.build.tried_app import PROJECT, NotSo, TriedApp, see_equal

_PARQUET = frozenset({".parquet"})


def the_demo_is_that_of_the_source_byte_for_byte(app: TriedApp) -> str:
    """The sample is played by a clock of its own, so both write the same."""
    app.command("demo", "--out", app.work / "built")
    app.source("demo", "--out", app.work / "source")
    return see_equal(app.work / "built", app.work / "source")


def every_paper_of_a_guide_is_that_of_the_source_in_each_kind_of_file(app: TriedApp) -> str:
    """PDF by both writers, DOCX; in English and Spanish."""
    guide = PROJECT / "resources" / "guides"
    both = (guide / "fair-ground.en.guide.md", guide / "fair-ground.es.guide.md")
    evening = ("--session", "s1", "--start", "19:00", "--people", "11")
    for kind, more in {"pdf": (), "docx": ("--docx",), "tagged": _accessible(app)}.items():
        if more is None:
            continue
        app.command("guide", "print", *both, *evening, *more, "--out", app.work / "built" / kind)
        app.source("guide", "print", *both, *evening, *more, "--out", app.work / "source" / kind)
    return see_equal(app.work / "built", app.work / "source")


def each_report_and_table_is_that_of_the_source(app: TriedApp) -> str:
    """HTML, Markdown, text and a workbook; Parquet alone is not there, and that is said."""
    app.source("demo", "--out", app.work / "demo")
    for name, run in {"built": app.command, "source": app.source}.items():
        to, desk = app.work / name, app.work / f"{name}.desk"
        said = run("merge", app.work / "demo" / "packages", "--desk", desk, "--data", to / "data")
        if name == "built" and "There is no Parquet among the data" not in said:
            raise NotSo("nobody said that there is no Parquet")
        for kind in ("html", "md", "txt", "docx"):
            run("report", "--desk", desk, "--to", to / kind, "--document", "report,annex", "--format", kind)
    # A table says when it was written, and each desk has a name of its own.
    return see_equal(app.work / "built", app.work / "source", but=_PARQUET | {".sqlite", ".md", ".json"})


def its_resources_are_those_of_the_source(app: TriedApp) -> str:
    """Guides, fonts, icons, languages, licences: all of them."""
    source = PROJECT / "resources"
    files = [path for path in source.rglob("*") if path.is_file() and path.suffix not in (".po", ".pot")]
    names = [path.relative_to(source) for path in files]
    lacking = [str(name) for name in names if not _same(source / name, app.data / name)]
    if lacking:
        raise NotSo(f"{len(lacking)} are missing or differ: {', '.join(lacking[:5])}")
    return f"{len(names)} files"


def it_speaks_both_languages(app: TriedApp) -> str:
    """Its help too."""
    english, spanish = (app.command("--language", name, "--help") for name in ("en", "es"))
    if "packages, guides and reports" not in english or "paquetes, guías" not in spanish.replace("\n", " "):
        raise NotSo(spanish[:200])
    return ""


def a_part_that_is_missing_is_named_and_no_disk_is_blamed(app: TriedApp) -> str:
    """As after a copy that was broken off."""
    broken = app.copied("broken")
    guide = PROJECT / "resources" / "guides" / "fair-ground.en.guide.md"
    asked = ("guide", "print", guide, "--session", "s1", "--docx", "--out", app.work / "papers")
    for part in ("default-footer.xml", "default.docx"):
        template = broken.folder / "_internal" / "docx" / "templates" / part
        kept = template.read_bytes()
        template.unlink()
        said = broken.refused(*asked)
        if f"“{part}”, which is a part of Dialogue Desk" not in said or "disk" in said:
            raise NotSo(said)
        template.write_bytes(kept)
    return ""


def _accessible(app: TriedApp) -> tuple[str, ...] | None:
    """Return what asks for tagged PDFs; None for a build without the second writer."""
    return ("--accessible",) if any(app.folder.rglob("typst*")) else None


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()


TRIALS = (
    its_resources_are_those_of_the_source,
    it_speaks_both_languages,
    the_demo_is_that_of_the_source_byte_for_byte,
    every_paper_of_a_guide_is_that_of_the_source_in_each_kind_of_file,
    each_report_and_table_is_that_of_the_source,
    a_part_that_is_missing_is_named_and_no_disk_is_blamed,
)
