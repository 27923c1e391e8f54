"""How well a finder does on labelled lines."""

from dialogue_desk.domain.privacy.finds import Find, FindKind
from tools.privacy.scoring import NAMES, line_of, lines_in, scored


class Fixed:
    """Finds the same places in every text."""

    def __init__(self, *finds):
        self._finds = finds

    def finds(self, text):
        return self._finds


LINE = line_of("{name: Tia Rosa} came")


def test_a_label_is_read_out_of_its_line():
    assert LINE.text == "Tia Rosa came"
    assert (LINE.labels[0].start, LINE.labels[0].end, LINE.labels[0].kind) == (0, 8, FindKind.NAME)


def test_half_of_a_label_is_no_find_and_maybe_a_name_is_one():
    assert scored(Fixed(Find(0, 3, FindKind.NAME)), [LINE]).recall == 0
    score = scored(Fixed(Find(0, 8, FindKind.MAYBE_NAME)), [LINE])
    assert score.recall == score.recall_of(NAMES) == score.precision == 1


def test_an_alarm_touches_no_label_and_is_counted_in_lines_that_have_none():
    alarm = Fixed(Find(9, 13, FindKind.NAME))
    assert scored(alarm, [LINE]).alarms_of_hundred == 0
    assert scored(alarm, [LINE]).false.total() == 1
    assert scored(alarm, [line_of("nobody came at all"), line_of("nor here at all")]).alarms_of_hundred == 100


def test_a_file_may_have_remarks_and_gaps(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_text("# about\n\n{name: Lupe} came\n", encoding="utf-8")
    assert [line.text for line in lines_in(path)] == ["Lupe came"]
