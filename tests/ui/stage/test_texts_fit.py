"""What the room reads on the stage stands inside the screen, however long it is: summaries and recommendations."""

import pytest

from cmc_desk.rules.word_difference import Kept, redlined
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


def test_what_was_amended_is_marked_in_the_lines_that_the_room_reads_and_shown_whole_where_it_is_too_long() -> None:
    changes = redlined("The Meeting requests a study by June.", "The Meeting asks for a study by June 2020.")
    look = ApprovalLook("Approval", "", 3, "The Meeting asks for a study by June 2020.", Stamp.AMENDED, "", (), changes)
    pieces = text_pieces(look, speech("Jamaica"), 1024, 768)
    (piece,) = (one for one in pieces if isinstance(one, Words) and one.looks)
    marked = [one for line in piece.looks for one in line.pieces if one.kept is not Kept.SAME]
    assert [one.text for one in marked if one.kept is Kept.REMOVED] == ["requests"]
    assert " ".join(one.text.strip() for one in marked if one.kept is Kept.ADDED) == "asks for 2020"
    assert [line.text for line in piece.looks] == list(piece.lines)
    assert 0 < marked[-1].left < marked[-1].left + marked[-1].width
    long = " ".join(SENTENCE for _time in range(40))
    changes = redlined(long, SENTENCE)
    look = ApprovalLook("Approval", "", 3, SENTENCE, Stamp.AMENDED, "", (), changes)
    shown = text_pieces(look, speech("Jamaica"), 1024, 768)
    assert not any(one.looks for one in shown if isinstance(one, Words))
    assert SENTENCE in said(shown)


def test_what_is_left_of_a_short_page_is_not_filled_with_giant_letters() -> None:
    text = ReadingLook("Summary", "Draft", (ReadPart("", ("Agreed.",)),))
    sizes_of = [piece.size for piece in text_pieces(text, speech("Jamaica"), 1920, 1080) if isinstance(piece, Words)]
    assert max(sizes_of) <= 88
