"""Writes one page that shows all pictures, by scene and look."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from tools.gallery.scene import LOOKS
from tools.gallery.scenes import SCENES

_STYLE = """
body { font: 16px/1.4 sans-serif; margin: 2rem; background: #fff; color: #222; }
h2 { margin: 2.5rem 0 .5rem; }
figure { display: inline-block; margin: 0 1rem 1rem 0; vertical-align: top; }
img { width: 420px; border: 1px solid #bbb; display: block; }
.page img { width: 260px; }
"""


def write_index(folder: Path) -> Path:
    """Write ``index.html`` into ``folder``, with the pictures and documents that are there."""
    path = folder / "index.html"
    lines = ["<!doctype html>", '<html lang="en"><meta charset="utf-8">', "<title>Dialogue Desk</title>"]
    lines += [f"<style>{_STYLE}</style>", "<h1>Dialogue Desk, screen by screen</h1>"]
    lines += [*_screens(folder), *_documents(folder)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _screens(folder: Path) -> Iterator[str]:
    for scene in SCENES:
        drawn = [look for look in LOOKS if (folder / f"{scene.name}-{look}.png").exists()]
        if drawn:
            yield f"<h2>{escape(scene.title)}</h2>"
        for look in drawn:
            yield _figure(f"{scene.name}-{look}.png", look)


def _documents(folder: Path) -> Iterator[str]:
    for name in sorted(path.stem for path in folder.glob("documents/*.pdf")):
        files = (f'<a href="documents/{name}.{kind}">{kind.upper()}</a>' for kind in ("pdf", "docx", "html"))
        yield f'<h2>{escape(name)}</h2>\n<p>{" · ".join(files)}</p>\n<div class="page">'
        for number, page in enumerate(sorted(folder.glob(f"documents/{name}-page-*.png")), start=1):
            yield _figure(page.relative_to(folder).as_posix(), f"page {number}")
        yield "</div>"


def _figure(source: str, caption: str) -> str:
    picture = f'<a href="{source}"><img src="{source}" alt="" loading="lazy"></a>'
    return f"<figure>{picture}<figcaption>{escape(caption)}</figcaption></figure>"
