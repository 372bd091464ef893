"""Labels for the envelopes of delegations, eight on a sheet of A4: name, flag, and how many badges belong into it."""

from dataclasses import dataclass
from gettext import NullTranslations

from cmc_desk.reports.flags import draw_flag, has_flag
from cmc_desk.reports.large_words import draw_large, largest
from cmc_desk.reports.page import INKS, MM, Pages
from cmc_desk.reports.typesetting import draw_text, elided, text_width
from cmc_desk.rules.papers import Format, Imprint

# Two by four labels of 99.1 × 67.7 mm, as most makers sell them; on plain paper the corners say where to cut.
_COLUMNS, _ROWS = 2, 4
_WIDTH, _HEIGHT = 99.1 * MM, 67.7 * MM
_LEFT, _TOP = 4.65 * MM, 13.1 * MM
_STEP_X, _STEP_Y = 101.6 * MM, 67.7 * MM
_PAD = 7 * MM
_FLAG = (24 * MM, 18 * MM)
_CORNER = 3 * MM


@dataclass(frozen=True, slots=True)
class EnvelopeLabel:
    """The label of a delegation; `badges` is how many badges belong into its envelope."""

    name: str
    second: str
    flag: str
    badges: int


@dataclass(frozen=True, slots=True)
class EnvelopeLabels:
    """The labels in official order."""

    labels: tuple[EnvelopeLabel, ...]


def render(content: EnvelopeLabels, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the labels as PDF."""
    _ = texts.gettext
    if not content.labels:
        pages = Pages(_("Envelope labels"), imprint, texts)
        pages.text(_("Nobody is on the list yet."), tone="slate")
        return pages.finish()
    pages = Pages(_("Envelope labels"), imprint, texts, head=False)
    for number, label in enumerate(content.labels):
        row, column = divmod(number % (_COLUMNS * _ROWS), _COLUMNS)
        if number and not row and not column:
            pages.new_page()
        x = _LEFT + column * _STEP_X
        top = pages.page_size[1] - _TOP - row * _STEP_Y
        _draw_corners(pages, x, top)
        _draw_label(pages, label, x, top, texts)
    return pages.finish()


def _draw_label(pages: Pages, label: EnvelopeLabel, x: float, top: float, texts: NullTranslations) -> None:
    canvas = pages.canvas
    left, room = x + _PAD, _WIDTH - 2 * _PAD
    top -= _PAD
    count = texts.ngettext("{number} badge", "{number} badges", label.badges).format(number=label.badges)
    canvas.setFillColor(INKS["ink"])
    draw_text(canvas, left + room, top - 12, count, 13, bold=True, side="right")
    beside = room - text_width(count, 13, bold=True) - 8
    if has_flag(label.flag):
        draw_flag(canvas, label.flag, left, top - _FLAG[1], *_FLAG)
        beside -= _FLAG[0]
    canvas.setFillColor(INKS["slate"])
    meeting_left = left + (_FLAG[0] + 8 if has_flag(label.flag) else 0)
    draw_text(
        canvas, meeting_left, top - _FLAG[1] + 2, elided(pages.imprint.meeting, 8, room - (meeting_left - left)), 8
    )
    below = top - _FLAG[1] - 4 * MM
    bottom = top + _PAD - _HEIGHT + _PAD
    second = largest(label.second, room, 8 * MM, most=13, least=7, lines=1)
    name = largest(label.name, room, below - bottom - second.height, most=30, least=7, lines=3, bold=True)
    canvas.setFillColor(INKS["ink"])
    y = draw_large(canvas, left, below, name, bold=True, side="left")
    canvas.setFillColor(INKS["slate"])
    draw_large(canvas, left, y - 2, second, side="left")


def _draw_corners(pages: Pages, x: float, top: float) -> None:
    """Mark the corners of a label with fine angles, which no label is spoilt by and a knife finds."""
    canvas = pages.canvas
    canvas.setStrokeColor(INKS["line"])
    canvas.setLineWidth(0.4)
    for corner_x, way_x in ((x, 1), (x + _WIDTH, -1)):
        for corner_y, way_y in ((top, -1), (top - _HEIGHT, 1)):
            canvas.line(corner_x, corner_y, corner_x + way_x * _CORNER, corner_y)
            canvas.line(corner_x, corner_y, corner_x, corner_y + way_y * _CORNER)
