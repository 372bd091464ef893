"""Every text on a screen of the room stands inside its box, and no two of them meet: measured, for every screen and the longest names."""

import re
from collections.abc import Iterable
from datetime import timedelta
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from cmc_desk.ui.stage.look import Named
from cmc_desk.ui.stage.messages import presets
from cmc_desk.ui.stage.other_layouts import confidence_pieces, lobby_pieces, message_pieces
from cmc_desk.ui.stage.pieces import Figures, Flag, Mark, Piece, Words, baselines, figures_start, rect
from cmc_desk.ui.stage.showing import clock_of
from cmc_desk.ui.stage.stage_layout import stage_pieces
from cmc_desk.ui.theme import font
from tests.ui.stage.looks import LABELS, NAMES, SIZES, lobby, speech

TIMES = (("4:59", 300), ("+0:01", 300), ("+12:24", 300), ("+1:05:09", 300), ("1:05:00", 5400), ("59:59", 5400))
EVERY_NAME = [(language, name) for language, names in NAMES.items() for name in names]
sizes = pytest.mark.parametrize(("width", "height"), SIZES, ids=[f"{w}x{h}" for w, h in SIZES])


def inked(piece: Piece) -> list[QRectF]:
    """Return where the ink of words or figures really is."""
    if isinstance(piece, Figures):
        drawn = QFontMetricsF(font(piece.size, bold=True)).tightBoundingRect(piece.words)
        return [drawn.translated(figures_start(piece))]
    if isinstance(piece, Words):
        metrics = QFontMetricsF(font(piece.size, bold=piece.bold))
        return [
            metrics.tightBoundingRect(line).translated(start)
            for line, start in zip(piece.lines, baselines(piece), strict=True)
        ]
    return []


def assert_fits(pieces: Iterable[Piece], width: int, height: int, *, whole: Iterable[str] = ()) -> None:
    """Hold every piece in its box, every box on the screen, everything apart, and the names in `whole` uncut."""
    screen = QRectF(0, 0, width, height)
    made = tuple(pieces)
    told: list[QRectF] = []
    for piece in made:
        assert screen.adjusted(-0.5, -0.5, 0.5, 0.5).contains(rect(piece.box)), piece
        # A J leans out of its line by a tenth of its size.
        size = getattr(piece, "size", 0)
        hem = 1 + size * 0.12
        box = rect(piece.box).adjusted(-hem, -1, hem, 1)
        for ink in inked(piece):
            assert box.contains(ink), (piece, ink)
        if isinstance(piece, Flag | Mark):
            told.append(rect(piece.box))
        told += inked(piece)
    for one, other in combinations(told, 2):
        assert not one.adjusted(1, 1, -1, -1).intersects(other.adjusted(1, 1, -1, -1)), (one, other)
    shown = [" ".join(piece.lines) for piece in made if isinstance(piece, Words)]
    for name in whole:
        assert name in shown, (name, shown)


@sizes
@pytest.mark.parametrize(("language", "name"), EVERY_NAME)
def test_the_longest_names_stand_whole_on_the_stage(width: int, height: int, language: str, name: str) -> None:
    following = (Named(name, "GB"), Named("Jamaica", "JM"))
    for figures, seconds in TIMES:
        look = speech(name, figures, whole=seconds, language=language, following=following)
        assert_fits(stage_pieces(look, width, height), width, height, whole=[name])


@sizes
@pytest.mark.parametrize("language", list(LABELS))
def test_points_of_order_pauses_and_rehearsals_fit(width: int, height: int, language: str) -> None:
    name = NAMES["en"][1]
    for figures, seconds in TIMES:
        for paused in (False, True):
            look = speech(
                name,
                figures,
                whole=seconds,
                language=language,
                paused=paused,
                kind="Point of order",
                mark="REHEARSAL ×60",
                fixed="Coffee break and official group photograph of the heads of delegation",
            )
            assert_fits(stage_pieces(look, width, height), width, height, whole=[name])


@sizes
def test_messages_fit_over_everything(width: int, height: int) -> None:
    long = "The session is suspended until further notice: please stay near the room, water is served outside. " * 2
    for words in (*presets(), long.strip()):
        for figures, seconds in TIMES:
            look = speech(NAMES["en"][1], figures, whole=seconds)
            assert_fits(message_pieces(look, words, width, height), width, height, whole=[words])


@sizes
@pytest.mark.parametrize("message", ["", "Please slow down for the interpreters"])
def test_the_confidence_monitor_fits(width: int, height: int, message: str) -> None:
    for language, name in EVERY_NAME:
        for figures, seconds in TIMES:
            look = speech(name, figures, whole=seconds, language=language)
            assert_fits(confidence_pieces(look, message, width, height), width, height, whole=[name])


@sizes
@pytest.mark.parametrize("rooms", [1, 2, 4, 6])
def test_the_lobby_fits(width: int, height: int, rooms: int) -> None:
    look = lobby(rooms)
    titles = [row.title for room in look.rooms for row in room.rows]
    assert_fits(lobby_pieces(look, width, height), width, height, whole=titles)


@sizes
def test_no_figure_moves_when_a_sign_or_an_hour_comes(width: int, height: int) -> None:
    def place(figures: str, seconds: int = 300) -> tuple[object, ...]:
        pieces = stage_pieces(speech("Barbados", figures, whole=seconds), width, height)
        (shown,) = (piece for piece in pieces if isinstance(piece, Figures))
        return shown.box, shown.size, shown.side

    assert len({place(figures, seconds) for figures, seconds in TIMES}) == 1


def test_at_the_size_of_the_drawing_everything_has_the_size_of_the_drawing() -> None:
    pieces = stage_pieces(speech("Barbados"), 1920, 1080)
    words = {" ".join(piece.lines): piece.size for piece in pieces if isinstance(piece, Words)}
    assert words["Barbados"] == 128
    assert words["12:38"] == 88
    assert words["Presentation of national priorities"] == 52
    assert words["Jamaica"] == words["then Guyana"] == words["13:00"] == 44
    assert [piece.size for piece in pieces if isinstance(piece, Figures)] == [420]


@sizes
def test_nothing_moves_when_a_short_speech_runs_an_hour_over(width: int, height: int) -> None:
    def places(figures: str) -> list[object]:
        pieces = stage_pieces(speech("Barbados", figures=figures, whole=300), width, height)
        return [piece.box for piece in pieces]

    left = timedelta(minutes=-59, seconds=-59)
    before = clock_of(left, timedelta(minutes=5), "", paused=False).figures
    after = clock_of(left - timedelta(seconds=1), timedelta(minutes=5), "", paused=False).figures
    assert (before, after) == ("+59:59", "+60:00")
    assert places(before) == places(after)


@sizes
def test_in_the_lobby_a_title_of_one_line_stands_on_the_line_of_its_time(width: int, height: int) -> None:
    found = [one for one in lobby_pieces(lobby(1), width, height) if isinstance(one, Words)]
    pairs = [
        (time, title)
        for time, title in pairwise(found)
        if re.fullmatch(r"\d\d:\d\d", " ".join(time.lines)) and len(title.lines) == 1 and title.box[0] > time.box[0]
    ]
    assert len(pairs) >= 2
    assert all(abs(baselines(time)[0].y() - baselines(title)[0].y()) < 1 for time, title in pairs)
