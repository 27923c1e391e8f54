"""The page of the gallery shows what was drawn, and nothing else."""

from tools.gallery.index import write_index
from tools.gallery.scenes import SCENES


def test_a_scene_is_shown_in_the_looks_it_was_drawn_in(tmp_path):
    first, second = SCENES[:2]
    (tmp_path / f"{first.name}-dark.png").write_bytes(b"")
    page = write_index(tmp_path).read_text(encoding="utf-8")
    assert page.count("<img") == 1 and f"<h2>{first.title}</h2>" in page
    assert f"<h2>{second.title}</h2>" not in page


def test_a_document_is_shown_with_its_pages_in_order(tmp_path):
    (tmp_path / "documents").mkdir()
    for name in ("report.pdf", "report-page-2.png", "report-page-1.png"):
        (tmp_path / "documents" / name).write_bytes(b"")
    page = write_index(tmp_path).read_text(encoding="utf-8")
    assert "<h2>report</h2>" in page and page.index("page-1.png") < page.index("page-2.png")
