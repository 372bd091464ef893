"""Where everything stands on a message, on the confidence monitor of whoever speaks, and in the lobby."""

from dataclasses import replace

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.stage.fitting import width_of
from cmc_desk.ui.stage.look import LobbyLook, LobbyRoom, LobbyRow, Run, StageLook
from cmc_desk.ui.stage.pieces import Figures, Fill, Outline, Piece, baselines, figures_height, largest_figures, words
from cmc_desk.ui.stage.stage_layout import WIDEST, Sheet, bar_pieces, figures_tone, label_pieces

_HOUR = 3600


def black_pieces(width: float, height: float) -> tuple[Piece, ...]:
    """Return nothing but black."""
    return (Fill((0, 0, width, height), "black"),)


def message_pieces(look: StageLook, message: str, width: float, height: float) -> tuple[Piece, ...]:
    """Return a message over the whole screen; the time that runs goes on beneath it, for whoever is speaking."""
    sheet = sheet_of(width, height)
    u, clock = sheet.scale, look.clock
    wide = width_of("00:00", round(88 * u), bold=True) + 4 * u
    top, bottom = 210 * u, height - 210 * u
    pieces: list[Piece] = [
        Fill((0, 0, width, max(4.0, 20 * u)), "bar"),
        Fill((0, height - max(4.0, 20 * u), width, max(4.0, 20 * u)), "bar"),
        words(
            look.mark or look.heading,
            (sheet.margin, 68 * u, sheet.inner - wide - 40 * u, 92 * u),
            largest=32 * u,
            least=20 * u,
            lines=2,
            tone="over" if look.mark else "soft",
        ),
        words(look.time, (sheet.right - wide, 60 * u, wide, 116 * u), largest=88 * u, bold=True, side="right"),
        words(
            message,
            (sheet.margin, top, sheet.inner, bottom - top),
            largest=200 * u,
            least=32 * u,
            bold=True,
            lines=8,
            side="middle",
            tone="time",
        ),
    ]
    if clock.figures and clock.whole:
        size = round(120 * u)
        room = width_of(WIDEST, size, bold=True)
        tall = figures_height(size)
        y = height - 70 * u - tall
        pieces += [
            Figures((sheet.right - room, y, room, tall), clock.figures, size, figures_tone(clock)),
            *label_pieces(clock, (sheet.margin, y - 4 * u, sheet.inner - room - 40 * u, tall + 4 * u), sheet),
        ]
    return tuple(pieces)


def confidence_pieces(look: StageLook, message: str, width: float, height: float) -> tuple[Piece, ...]:
    """Return what whoever speaks sees: the time as large as the screen, the limit, and a message if there is one."""
    sheet = sheet_of(width, height)
    u, clock = sheet.scale, look.clock
    wide = width_of("00:00", round(72 * u), bold=True) + 4 * u
    name = look.name or look.title
    head, foot = 170 * u, height - 250 * u
    pieces: list[Piece] = []
    if clock.run is Run.OVER:
        pieces.append(Outline((0, 0, width, height), "over", max(4.0, 20 * u)))
    pieces += [
        words(
            look.mark or name,
            (sheet.margin, 40 * u, sheet.inner - wide - 40 * u, 120 * u),
            largest=72 * u,
            least=32 * u,
            bold=True,
            lines=2,
            tone="over" if look.mark else "text",
        ),
        words(
            look.time, (sheet.right - wide, 40 * u, wide, 120 * u), largest=72 * u, bold=True, side="right", tone="soft"
        ),
    ]
    if clock.figures:
        long = clock.whole >= _HOUR or len(clock.figures.lstrip("+")) > len("00:00")
        size = largest_figures(WIDEST if long else "+00:00", sheet.inner, foot - head - 20 * u)
        tall = figures_height(size)
        y = head + (foot - head - tall) / 2
        pieces.append(Figures((sheet.margin, y, sheet.inner, tall), clock.figures, size, figures_tone(clock), "middle"))
    pieces += bar_pieces(clock, (sheet.margin, foot + 8 * u, sheet.inner, 48 * u))
    below = (sheet.margin, foot + 84 * u, sheet.inner, height - foot - 112 * u)
    if message:
        pieces += [
            Fill((0, foot + 76 * u, width, height - foot - 76 * u - (20 * u if clock.run is Run.OVER else 0)), "band"),
            words(message, below, largest=84 * u, least=28 * u, bold=True, lines=2, side="middle", tone="time"),
        ]
        return tuple(pieces)
    x, y, room, tall = below
    limit = min(room * 0.5, width_of(look.limit, round(56 * u), bold=True) + 4 * u) if look.limit else 0.0
    high = (60 if clock.run is Run.RUNNING else 96) * u
    pieces += label_pieces(clock, (x, y + (tall - high) / 2, room - limit - 40 * u, high), sheet)
    if limit:
        pieces.append(
            words(
                look.limit,
                (sheet.right - limit, y, limit, tall),
                largest=56 * u,
                least=28 * u,
                bold=True,
                lines=2,
                side="right",
            )
        )
    return tuple(pieces)


def lobby_pieces(look: LobbyLook, width: float, height: float) -> tuple[Piece, ...]:
    """Return what stands outside the rooms: the day, the time, and for each room what is on and what comes."""
    sheet = sheet_of(width, height)
    u = sheet.scale
    wide = width_of("00:00", round(110 * u), bold=True) + 4 * u
    room = sheet.inner - wide - 40 * u
    pieces: list[Piece] = [
        words(
            look.mark or look.heading,
            (sheet.margin, 60 * u, room, 56 * u),
            largest=36 * u,
            least=20 * u,
            tone="over" if look.mark else "soft",
            bold=bool(look.mark),
        ),
        words(look.day, (sheet.margin, 116 * u, room, 84 * u), largest=56 * u, least=32 * u, bold=True),
        words(look.time, (sheet.right - wide, 60 * u, wide, 140 * u), largest=110 * u, bold=True, side="right"),
        Fill((sheet.margin, round(224 * u), sheet.inner, max(1.0, round(u))), "line"),
    ]
    rows = sum(len(one.rows) + bool(one.name) * 0.6 for one in look.rooms)
    if not any(one.rows for one in look.rooms):
        closed = (sheet.margin, 260 * u, sheet.inner, height - 340 * u)
        return (*pieces, words(_("Nothing more today"), closed, largest=96 * u, least=40 * u, bold=True, lines=2))
    top = 244 * u
    tall = min((170 if width >= height else 230) * u, (height - 60 * u - top) / rows)
    for one in look.rooms:
        pieces += _room(one, sheet, top, tall)
        top += tall * (len(one.rows) + bool(one.name) * 0.6)
    return tuple(pieces)


def sheet_of(width: float, height: float) -> Sheet:
    """Return the measures of a screen of this size, lying or standing."""
    scale = min(width / 1920, height / 1080) if width >= height else min(width / 1080, height / 1920)
    return Sheet(width, height, scale, (96 if width >= height else 48) * scale)


def _room(room: LobbyRoom, sheet: Sheet, top: float, tall: float) -> list[Piece]:
    u = sheet.scale
    pieces: list[Piece] = []
    if room.name:
        box = (sheet.margin, top + tall * 0.1, sheet.inner, tall * 0.5)
        pieces.append(words(room.name, box, largest=min(38 * u, tall * 0.38), least=16 * u, tone="bar", bold=True))
        top += tall * 0.6
    for row in room.rows:
        pieces += _row(row, sheet, top, tall)
        top += tall
    return pieces


def _row(row: LobbyRow, sheet: Sheet, top: float, tall: float) -> list[Piece]:
    u = sheet.scale
    size = min(56 * u, tall * 0.42)
    when = width_of("00:00", round(size), bold=True) + 4 * u
    left = sheet.margin + 36 * u
    start = left + when + 48 * u
    room, height = sheet.right - start - 24 * u, tall - 28 * u
    place = top + 14 * u
    pieces: list[Piece] = []
    if row.on:
        said = _("now, until {time}").format(time=row.until)
        side = min(sheet.inner * 0.32, width_of(said, round(size * 0.7), bold=True) + 4 * u)
        beside = sheet.width >= sheet.height
        # On a screen that stands there is more room beneath the title than beside it.
        box = (
            (sheet.right - side - 24 * u, top, side, tall) if beside else (start, top + tall * 0.66, room, tall * 0.28)
        )
        pieces += [
            Fill((sheet.margin, top + 6 * u, sheet.inner, tall - 12 * u), "band"),
            Fill((sheet.margin, top + 6 * u, 12 * u, tall - 12 * u), "bar"),
            words(
                said,
                box,
                largest=size * 0.7,
                least=size * 0.35,
                bold=True,
                lines=2 if beside else 1,
                side="right" if beside else "left",
                tone="bar",
            ),
        ]
        if beside:
            room -= side + 40 * u
        else:
            height, place = tall * 0.6 - 6 * u, top + 6 * u
    time = words(row.when, (left, place, when, height), largest=size, bold=True, tone="text" if row.on else "soft")
    title = words(row.title, (start, place, room, height), largest=size, least=size * 0.4, bold=row.on, lines=2)
    if len(title.lines) == 1:
        # One that had to be smaller stands on the line of its time.
        lower = baselines(time)[0].y() - baselines(title)[0].y()
        title = replace(title, box=(start, place + lower, room, height))
    pieces += [time, title]
    return pieces
