from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.ui.run.session_bar import Piece, SessionBar, pieces_of


def test_each_part_has_a_piece_as_long_as_its_time(late):
    controller = late._controller
    pieces = pieces_of(controller.live, controller.read())
    assert [piece.over for piece in pieces[:3]] == [1.0, 1.0, 1.0]
    assert pieces[3].length == 24 * MINUTE
    assert not any(piece.over for piece in pieces[4:])
    controller.skip("break")
    controller.make_move(MoveKind.ADD_TIME, by=5 * MINUTE)
    fewer = pieces_of(controller.live, controller.read())
    assert len(fewer) == len(pieces) - 1
    assert fewer[3].length == 29 * MINUTE


def test_pieces_fill_from_the_side_on_which_reading_begins(theme, qtbot):
    bar = SessionBar(theme)
    qtbot.addWidget(bar)
    bar.resize(200, 6)
    bar.show_pieces((Piece(MINUTE, 1.0), Piece(MINUTE, 0.0)))
    picture = bar.grab().toImage()
    assert picture.pixelColor(50, 3).name() == theme.tokens.accent.lower()
    assert picture.pixelColor(150, 3).name() == theme.tokens.line.lower()
