"""Where everything stands on the stage; lengths are parts of the drawing for 1920 × 1080, or for 1080 × 1920 on a screen that stands."""

from dataclasses import dataclass, replace

from cmc_desk.ui.stage.bottom_line import next_pieces, standing_next_pieces
from cmc_desk.ui.stage.fitting import LINE, width_of
from cmc_desk.ui.stage.look import Clock, Run, StageLook
from cmc_desk.ui.stage.pieces import (
    Bar,
    Box,
    Figures,
    Fill,
    Flag,
    Mark,
    Outline,
    Piece,
    Words,
    figures_height,
    largest_figures,
    words,
)

# What the largest figures must have room for, however short the present time is.
WIDEST = "+0:00:00"
_HOUR, _TEN_MINUTES = 3600, 600
_NAME, _KIND, _LABEL = 128, 44, 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """The screen: its size, the scale of the drawing, and the margin at its sides."""

    width: float
    height: float
    scale: float
    margin: float

    @property
    def right(self) -> float:
        """Where the words end at the right."""
        return self.width - self.margin

    @property
    def inner(self) -> float:
        """How wide the words may be."""
        return self.width - 2 * self.margin


def stage_pieces(look: StageLook, width: float, height: float) -> tuple[Piece, ...]:
    """Return the pieces of the stage on a screen of this size."""
    if height > width:
        scale = min(width / 1080, height / 1920)
        return _standing(look, Sheet(width, height, scale, 64 * scale))
    scale = min(width / 1920, height / 1080)
    return _lying(look, Sheet(width, height, scale, 96 * scale))


def head_pieces(look: StageLook, sheet: Sheet) -> tuple[Piece, ...]:
    """Return the head of a lying screen: the meeting, the item, the time of day, a line beneath."""
    u = sheet.scale
    wide = width_of("00:00", round(88 * u), bold=True) + 4 * u
    room = sheet.inner - wide - 40 * u
    pieces: list[Piece] = []
    heading = room
    if look.mark:
        mark = min(room * 0.5, width_of(look.mark, round(32 * u), bold=True) + 4 * u)
        heading = room - mark - 32 * u
        pieces.append(
            words(
                look.mark,
                (sheet.margin + heading + 32 * u, 68 * u, mark, 52 * u),
                largest=32 * u,
                least=16 * u,
                bold=True,
                tone="over",
                side="right",
            )
        )
    return (
        words(look.heading, (sheet.margin, 68 * u, heading, 52 * u), largest=32 * u, least=22 * u, tone="soft"),
        *pieces,
        words(look.title, (sheet.margin, 118 * u, room, 98 * u), largest=52 * u, least=30 * u, bold=True, lines=2),
        words(look.time, (sheet.right - wide, 66 * u, wide, 116 * u), largest=88 * u, bold=True, side="right"),
        Fill((sheet.margin, round(228 * u), sheet.inner, max(1.0, round(u))), "line"),
    )


def name_pieces(look: StageLook, box: Box, sheet: Sheet, *, lines: int, largest: float = _NAME) -> tuple[Piece, ...]:
    """Return who has the floor: the flag, the name, and above it what for."""
    u, (x, y, width, height) = sheet.scale, box
    pieces: list[Piece] = []
    if look.kind:
        pieces.append(words(look.kind, (x, y, width, 60 * u), largest=_KIND * u, least=28 * u, tone="bar", bold=True))
        y, height = y + 60 * u, height - 60 * u
    left = x
    if look.flag:
        flag = 150 * u
        pieces.append(Flag((left, y + height / 2 - flag / 3, flag, flag * 2 / 3), look.flag))
        left += flag + 48 * u
    name = (left, y, x + width - left, height)
    pieces.append(words(look.name, name, largest=largest * u, least=40 * u, bold=True, lines=lines))
    return tuple(pieces)


def label_pieces(clock: Clock, box: Box, sheet: Sheet) -> tuple[Piece, ...]:
    """Return what the figures are; over time and a pause are a word in a frame with a sign before it."""
    u, (x, y, width, height) = sheet.scale, box
    if clock.run is Run.RUNNING:
        label = (x, y + height - 60 * u, width, 60 * u)
        if width_of(clock.label, round(_LABEL * u), bold=False) > width and height >= 104 * u:
            label = (x, y + height - 104 * u, width, 104 * u)
        return (words(clock.label, label, largest=_LABEL * u, least=24 * u, lines=2, tone="soft"),)
    tone, icon = ("over", "alert") if clock.run is Run.OVER else ("text", "pause")
    inside, sign = 24 * u, 56 * u
    room = width - 2 * inside - sign - 12 * u
    text = words(clock.label, (0, 0, room, 80 * u), largest=54 * u, least=22 * u, lines=2, bold=True, tone=tone)
    natural = max(width_of(line, text.size, bold=True) for line in text.lines) + 2 * u if text.lines else 0.0
    tall = 96 * u
    top = y + height - tall
    frame = (x, top, 2 * inside + sign + 12 * u + natural, tall)
    inner = (x + inside + sign + 12 * u, top + 8 * u, natural, 80 * u)
    return (
        Outline(frame, tone, max(2.0, 5 * u)),
        Mark((x + inside, top + (tall - sign) / 2, sign, sign), icon, tone),
        Words(inner, text.lines, text.size, bold=True, tone=tone, cut=text.cut),
    )


def bar_pieces(clock: Clock, box: Box) -> tuple[Piece, ...]:
    """Return the bar; a time without a whole has none."""
    return (Bar(box, clock.share, clock.cuts, clock.run is Run.OVER),) if clock.whole else ()


def figures_tone(clock: Clock) -> str:
    """Return the colour of the figures; what stands still is softer."""
    return {Run.OVER: "over", Run.PAUSED: "soft", Run.RUNNING: "time"}[clock.run]


def _lying(look: StageLook, sheet: Sheet) -> tuple[Piece, ...]:
    u, clock = sheet.scale, look.clock
    bottom = sheet.height - 244 * u
    size = min(largest_figures(WIDEST, sheet.inner, bottom - 470 * u), round(420 * sheet.width / 1920))
    tall = figures_height(size)
    top = bottom - tall
    # The words stand beside the figures where the widest of their present length leaves room, else above: figures never move.
    beside = _room_beside(clock, size, sheet)
    label_top = top if beside else top - 88 * u
    figures = Figures((sheet.margin, top, sheet.inner, tall), clock.figures, size, figures_tone(clock))
    return (
        *_frame(clock, sheet),
        *head_pieces(look, sheet),
        *name_pieces(look, (sheet.margin, 238 * u, sheet.inner, label_top - 258 * u), sheet, lines=2),
        *label_pieces(clock, _label_box(beside, top, tall, sheet, clock), sheet),
        *((figures,) if clock.figures else ()),
        *bar_pieces(clock, (sheet.margin, sheet.height - 216 * u, sheet.inner, 39 * u)),
        *next_pieces(look, sheet),
    )


def _standing(look: StageLook, sheet: Sheet) -> tuple[Piece, ...]:
    u, clock = sheet.scale, look.clock
    wide = width_of("00:00", round(80 * u), bold=True) + 4 * u
    bottom = sheet.height - 600 * u
    size = largest_figures(WIDEST, sheet.inner, 420 * u)
    tall = figures_height(size)
    top = bottom - tall
    heading = words(
        look.heading,
        (sheet.margin, 56 * u, sheet.inner - wide - 32 * u, 100 * u),
        largest=32 * u,
        least=20 * u,
        lines=2,
        tone="soft",
    )
    pieces: list[Piece] = [
        *_frame(clock, sheet),
        heading,
        words(look.time, (sheet.right - wide, 52 * u, wide, 108 * u), largest=80 * u, bold=True, side="right"),
    ]
    if look.mark:
        pieces.append(
            words(
                look.mark,
                (sheet.margin, 156 * u, sheet.inner, 48 * u),
                largest=32 * u,
                least=20 * u,
                bold=True,
                tone="over",
            )
        )
    title = (sheet.margin, 204 * u, sheet.inner, 136 * u)
    pieces += [
        words(look.title, title, largest=52 * u, least=32 * u, bold=True, lines=2),
        Fill((sheet.margin, round(356 * u), sheet.inner, max(1.0, round(u))), "line"),
        *_standing_name(look, (sheet.margin, 396 * u, sheet.inner, top - 120 * u - 396 * u), sheet),
        *label_pieces(clock, (sheet.margin, top - 128 * u, sheet.inner, 104 * u), sheet),
        *(
            (Figures((sheet.margin, top, sheet.inner, tall), clock.figures, size, figures_tone(clock)),)
            if clock.figures
            else ()
        ),
        *bar_pieces(clock, (sheet.margin, bottom + 36 * u, sheet.inner, 39 * u)),
        *standing_next_pieces(look, sheet, bottom + 120 * u),
    ]
    return tuple(pieces)


def _standing_name(look: StageLook, box: Box, sheet: Sheet) -> tuple[Piece, ...]:
    u, (x, y, width, height) = sheet.scale, box
    pieces: list[Piece] = []
    if look.flag:
        flag = 210 * u
        pieces.append(Flag((x, y, flag, flag * 2 / 3), look.flag))
        y, height = y + flag * 2 / 3 + 24 * u, height - flag * 2 / 3 - 24 * u
    for piece in name_pieces(replace(look, flag=""), (x, y, width, height), sheet, lines=4, largest=112):
        if isinstance(piece, Words):
            # Beneath the flag and not in the middle of what is left.
            left, top, wide, tall = piece.box
            pieces.append(replace(piece, box=(left, top, wide, min(tall, len(piece.lines) * piece.size * LINE))))
    return tuple(pieces)


def _frame(clock: Clock, sheet: Sheet) -> tuple[Piece, ...]:
    if clock.run is not Run.OVER:
        return ()
    return (Outline((0, 0, sheet.width, sheet.height), "over", max(4.0, 20 * sheet.scale)),)


def _room_beside(clock: Clock, size: int, sheet: Sheet) -> float:
    """Return how much room the widest form of a time of this length leaves for words at its left; nothing if it is too little."""
    if not clock.figures:
        return sheet.inner
    long = clock.whole >= _HOUR or len(clock.figures.lstrip("+")) > len("00:00")
    short = clock.whole < _TEN_MINUTES and len(clock.figures.lstrip("+")) < len("00:00")
    form = WIDEST if long else "+0:00" if short else "+00:00"
    room = sheet.inner - width_of(form, size, bold=True) - 40 * sheet.scale
    return room if room >= 320 * sheet.scale else 0.0


def _label_box(beside: float, top: float, tall: float, sheet: Sheet, clock: Clock) -> Box:
    u = sheet.scale
    if not clock.figures:
        return sheet.margin, top, sheet.inner, 104 * u
    if beside:
        return sheet.margin, top, beside, tall - 4 * u
    return sheet.margin, top - 104 * u, sheet.inner, 96 * u
