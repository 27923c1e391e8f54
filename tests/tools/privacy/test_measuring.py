"""What is said of how well the privacy check does."""

from tools.privacy.measuring import MAYBE_STEPS, measured


def test_figures_are_told_for_each_file_by_kind_with_the_curve(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_text("we met {name: Lupe Ruiz}\nlights out again\n", encoding="utf-8")
    told = measured([path], misses=True)
    assert "lines.txt\n  found 1 of 1 (100.0%), names 100.0%, 0.0 alarms in 100 clean lines (1)" in told
    assert "name: 1 of 1" in told
    assert told.count("\n| ") == len(MAYBE_STEPS) + 1
