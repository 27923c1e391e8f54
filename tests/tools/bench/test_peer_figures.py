"""The work of many hands that is measured beside the nearest peer is what it says it is."""

from __future__ import annotations

from tools.bench.peer_figures import THEMES, THEMES_EACH, coded_tables, peer_figures, real_theme


def test_there_are_eighty_themes_in_variants_and_each_can_be_told() -> None:
    assert len(set(THEMES)) == 80
    written = [name for table in coded_tables(40) for name in table.names]
    assert {real_theme(name) for name in written} == set(THEMES)
    variants = sum(name not in THEMES for name in written)
    assert 0.15 < variants / len(written) < 0.25


def test_each_table_has_as_many_themes_and_its_lines_are_under_them() -> None:
    for table in coded_tables(3):
        assert len({real_theme(name) for name in table.names}) == THEMES_EACH
        assert {under for _, under in table.lines} == set(range(THEMES_EACH))


def test_files_are_brought_together_and_themes_proposed_without_the_peer(tmp_path) -> None:
    together, kept, proposed, wrong = peer_figures(tmp_path, tmp_path / "nothing here", 8)
    assert together.floor is None and together.middle > 0
    assert 80 <= proposed.middle <= kept.middle < 120
    assert wrong.middle == 0
