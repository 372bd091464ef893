"""What the room reads on the stage stands inside the screen, however long it is: summaries and recommendations."""

import pytest

from cmc_desk.ui.stage.look import ApprovalLook, ReadingLook, ReadPart, Stamp
from cmc_desk.ui.stage.pieces import Words
from cmc_desk.ui.stage.text_layouts import text_pieces
from tests.ui.stage.looks import NAMES, SIZES, speech
from tests.ui.stage.test_fits import assert_fits

sizes = pytest.mark.parametrize(("width", "height"), SIZES, ids=[f"{w}x{h}" for w, h in SIZES])
SENTENCE = (
    "La Reunión recomienda a los Estados, países y territorios participantes que designen un punto focal nacional "
    "y que informen de ello a la secretaría a más tardar el 31 de marzo de 2020, con copia a la OIM y al ACNUR."
)


def said(pieces: object) -> str:
    assert isinstance(pieces, tuple)
    return " ".join(" ".join(piece.lines) for piece in pieces if isinstance(piece, Words))


@sizes
@pytest.mark.parametrize("lines", [1, 4, 9])
def test_a_page_of_a_summary_stands_whole_on_the_stage(width: int, height: int, lines: int) -> None:
    parts = (
        ReadPart("Decisiones", tuple(f"{number}. {SENTENCE}" for number in range(lines))),
        ReadPart("Puntos principales", ("Jamaica recordó el mandato.",)),
    )
    text = ReadingLook("Resumen de los debates", "Borrador · versión 2", parts, 2, 5)
    pieces = text_pieces(text, speech("Jamaica"), width, height)
    assert_fits(pieces, width, height)
    for part in parts:
        for line in part.lines:
            assert line in said(pieces)
    assert "2 of 5" in said(pieces)


@sizes
@pytest.mark.parametrize("stamp", list(Stamp))
def test_a_recommendation_with_what_became_of_it_stands_whole_on_the_stage(
    width: int, height: int, stamp: Stamp
) -> None:
    decided = {Stamp.NONE: "", Stamp.AMENDED: "Aprobada con modificaciones 16:47"}.get(stamp, "Aplazada 16:47")
    text = ApprovalLook(
        "Aprobación de recomendaciones para su consideración",
        "3 aprobadas · 1 con modificaciones · 12 por decidir",
        12,
        SENTENCE,
        stamp,
        decided,
        (f"13. {SENTENCE}", f"14. {NAMES['es'][1]}", "15. La Reunión acuerda."),
    )
    pieces = text_pieces(text, speech("Jamaica", mark="REHEARSAL ×10"), width, height)
    assert_fits(pieces, width, height)
    assert SENTENCE in said(pieces)
    assert decided in said(pieces)


def test_what_is_left_of_a_short_page_is_not_filled_with_giant_letters() -> None:
    text = ReadingLook("Summary", "Draft", (ReadPart("", ("Agreed.",)),))
    sizes_of = [piece.size for piece in text_pieces(text, speech("Jamaica"), 1920, 1080) if isinstance(piece, Words)]
    assert max(sizes_of) <= 88
