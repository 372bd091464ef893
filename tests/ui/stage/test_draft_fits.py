"""A paragraph of a draft with its alternatives stands inside the screen of the room, however long it is."""

import pytest
from PySide6.QtCore import QRectF

from cmc_desk.rules.word_difference import Kept, Piece
from cmc_desk.ui.stage.look import AlternativeLook, DraftLook
from cmc_desk.ui.stage.marked_lines import marked_lines
from cmc_desk.ui.stage.pieces import Marked, Words, rect
from cmc_desk.ui.stage.text_layouts import text_pieces
from tests.ui.stage.looks import SIZES, speech
from tests.ui.stage.test_fits import assert_fits

LONG = "Los Estados participantes elaborarán procedimientos comunes para las personas desplazadas por desastres, "
sizes = pytest.mark.parametrize(("width", "height"), SIZES, ids=[f"{w}x{h}" for w, h in SIZES])


def draft(words: int, alternatives: int) -> DraftLook:
    text = (Piece(LONG * words), Piece("existente", Kept.REMOVED), Piece(" nacional.", Kept.ADDED))
    one = AlternativeLook(
        "[3 bis.",
        text,
        who="Saint Vincent and the Grenadines and 3 more",
        flag="VC",
        behind="12 supporters",
        leading=True,
        conflicts="cannot be taken with another",
    )
    return DraftLook("Plan de Acción", "3 Movilidad", "In brackets", text, alternatives=(one,) * alternatives)


@sizes
@pytest.mark.parametrize(("words", "alternatives"), [(1, 0), (1, 3), (4, 4), (30, 6)])
def test_a_paragraph_stands_inside_the_screen_however_long_it_is(
    width: int, height: int, words: int, alternatives: int
) -> None:
    pieces = text_pieces(draft(words, alternatives), speech("Jamaica"), width, height)
    assert_fits(pieces, width, height)
    lines = [piece for piece in pieces if isinstance(piece, Marked)]
    assert lines
    for piece in lines:
        last = piece.line.pieces[-1]
        assert QRectF(rect(piece.box)).adjusted(-1, 0, 1, 0).right() >= piece.box[0] + last.left + last.width
    said = " ".join(" ".join(piece.lines) for piece in pieces if isinstance(piece, Words))
    assert ("It goes on beyond the screen." in said) == (words > 20)


def test_what_goes_and_what_comes_is_told_apart_wherever_the_line_ends() -> None:
    text = (
        Piece("States will "),
        Piece("consider", Kept.REMOVED),
        Piece(" develop", Kept.ADDED),
        Piece("."),
    )
    (line,) = marked_lines(text, 40, 2000)
    assert [(piece.text, piece.kept) for piece in line.pieces] == [
        ("States will ", Kept.SAME),
        ("consider", Kept.REMOVED),
        (" develop", Kept.ADDED),
        (".", Kept.SAME),
    ]
    assert line.pieces[2].lead > 0
    several = marked_lines(text, 40, 300)
    assert "".join(piece.text for each in several for piece in each.pieces).split() == line.text.split()
    assert len(several) > 1
