"""Text on paper: Noto Sans in two weights, other scripts from the fonts that have them, shaped where letters join."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Any, Literal

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont, shapeStr

from cmc_desk.i18n import gettext as _
from cmc_desk.resource import resource
from cmc_desk.rules.refusal import Unavailable

# The first font that has all letters of a piece of text prints it; (regular, bold).
_FACES = (
    ("NotoSans-Regular", "NotoSans-Bold"),
    ("NotoSansArabic-Regular", "NotoSansArabic-Bold"),
    ("NotoSansHebrew-Regular", "NotoSansHebrew-Bold"),
)
REGULAR, BOLD = _FACES[0]
_WAYS = {"R": "R", "AL": "R", "L": "L", "EN": "L", "AN": "L"}
_MIRRORED = dict(zip("()[]{}<>«»", ")(][}{><»«", strict=True))
# These print nothing, whatever the font.
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")
Side = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line that one font prints in one direction; pieces stand in the order in which they are seen."""

    text: str
    font: str
    shaped: bool = False


@cache
def register_fonts() -> None:
    """Give reportlab the fonts that come with the program; the first call takes about 30 ms, the others nothing.

    Raises Unavailable if one of them is not there or damaged.
    """
    # Letters for transport over wires of seven bits: a quarter more to write and a third more time, for nothing.
    rl_config.useA85 = 0
    for name in (name for faces in _FACES for name in faces):
        try:
            pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))
        except (OSError, TTFError) as error:
            raise Unavailable(
                _("The font “{font}” of the program is missing or damaged. Install the program again.").format(
                    font=name
                )
            ) from error


def pieces(text: str, *, bold: bool = False) -> tuple[Piece, ...]:
    """Return a line cut into pieces, from left to right as they are seen."""
    register_fonts()
    if _is_plain(text, _FACES[0][bold]):
        return (Piece(text, _FACES[0][bold]),)
    return _cut(text, bold)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line in points."""
    return sum(_piece_width(piece, size) for piece in pieces(text, bold=bold))


def draw_text(
    canvas: Any, x: float, y: float, text: str, size: float, *, bold: bool = False, side: Side = "left"
) -> float:
    """Draw a line with its baseline at `y` (points) from, around, or up to `x`; return its width in points."""
    parts = pieces(text, bold=bold)
    widths = [_piece_width(piece, size) for piece in parts]
    width = sum(widths)
    left = x - width if side == "right" else x - width / 2 if side == "centre" else x
    for piece, wide in zip(parts, widths, strict=True):
        if piece.shaped:
            canvas.setFont(piece.font, size)
            canvas.drawString(left, y, piece.text, shaping=True)
        else:
            _show(canvas, left, y, piece, size)
        left += wide
    return width


def missing_glyphs(text: str, *, bold: bool = False) -> str:
    """Return the letters of `text` that no font of the program has, each once."""
    register_fonts()
    if _is_plain(text, _FACES[0][bold]):
        return ""
    lacking = (letter for letter in text if _face_for(letter, bold) is None)
    return "".join(dict.fromkeys(lacking))


def elided(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """Return `text`, cut with an ellipsis where it is wider than `width` points."""
    if text_width(text, size, bold=bold) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(text[:middle].rstrip() + "…", size, bold=bold) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Return `text` cut at spaces into lines that fit into `width` points; a longer word is cut between letters."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if text_width(longer, size, bold=bold) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while text_width(line, size, bold=bold) > width and len(line) > 1:
            fits = next(
                (end for end in range(len(line) - 1, 1, -1) if text_width(line[:end], size, bold=bold) <= width), 1
            )
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line] if line else lines


@lru_cache(maxsize=4096)
def _is_plain(text: str, font: str) -> bool:
    """Tell whether the main font prints every letter as it stands, from left to right."""
    known = pdfmetrics.getFont(font).face.charToGlyph
    return all(
        ord(letter) in known and not unicodedata.combining(letter) and letter not in _INVISIBLE and letter < "\u0590"
        if letter > "\u02ff"
        else ord(letter) in known
        for letter in text
    )


@lru_cache(maxsize=1024)
def _cut(text: str, bold: bool) -> tuple[Piece, ...]:  # noqa: FBT001 - a key of the cache
    text = unicodedata.normalize("NFC", "".join(letter for letter in text if letter not in _INVISIBLE))
    ways = _directions(text)
    runs = [
        (way, "".join(letter for letter, _way in same))
        for way, same in groupby(zip(text, ways, strict=True), key=lambda pair: pair[1])
    ]
    # A line that begins from right to left is read from there; within it each run has its own direction.
    if ways and ways[0] == "R":
        runs.reverse()
    return tuple(
        piece for way, run in runs for piece in _in_fonts(_from_the_right(run) if way == "R" else run, bold=bold)
    )


def _in_fonts(text: str, *, bold: bool) -> list[Piece]:
    main = _FACES[0][bold]
    faces = [_face_for(letter, bold) for letter in text]
    for place, letter in enumerate(text):
        # A mark stays with its letter, and a space between two words of one script with them.
        if place and (unicodedata.combining(letter) or letter.isspace()):
            faces[place] = faces[place - 1]
    found = []
    for face, same in groupby(zip(text, faces, strict=True), key=lambda pair: pair[1] or main):
        run = "".join(letter for letter, _face in same)
        found.append(Piece(run, face, shaped=any(unicodedata.combining(letter) for letter in run)))
    return found


def _directions(text: str) -> list[str]:
    """Return for each letter R or L; a letter without a direction takes that of its neighbours if they agree, else of the line."""
    ways = [_WAYS.get(unicodedata.bidirectional(letter), "") for letter in text]
    line = next((way for way in ways if way), "L")
    following = [""] * len(ways)
    after = ""
    for place in range(len(ways) - 1, -1, -1):
        after = ways[place] or after
        following[place] = after
    before = ""
    for place, way in enumerate(ways):
        before = way or before
        if not way:
            ways[place] = before if before and before == following[place] else line
    return ways


def _from_the_right(run: str) -> str:
    """Return a run from right to left as its letters are seen from left to right: joined, mirrored, turned round."""
    from arabic_reshaper import reshape

    clusters: list[str] = []
    for letter in reshape(run):
        if clusters and unicodedata.combining(letter):
            clusters[-1] += letter
        else:
            clusters.append(_MIRRORED.get(letter, letter))
    return "".join(reversed(clusters))


def _face_for(letter: str, bold: bool) -> str | None:  # noqa: FBT001 - said by every caller
    if letter in _INVISIBLE or letter.isspace():
        return _FACES[0][bold]
    for faces in _FACES:
        if ord(letter) in pdfmetrics.getFont(faces[bold]).face.charToGlyph:
            return faces[bold]
    return None


def _show(canvas: Any, x: float, y: float, piece: Piece, size: float) -> None:
    """Write a piece as it stands: reportlab's own text object does the same in three times the time."""
    font, document = pdfmetrics.getFont(piece.font), canvas._doc  # noqa: SLF001 - see above
    shown = "".join(
        f"{font.getSubsetInternalName(subset, document)} {size:g} Tf <{letters.hex()}> Tj "
        for subset, letters in font.splitString(piece.text, document)
    )
    canvas._code.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {shown}ET")  # noqa: SLF001


class _Widths(dict[str, int]):
    """The widths of the letters of a font in thousandths of its size, each looked up when it is first met."""

    def __init__(self, font: str) -> None:
        super().__init__()
        self._face = pdfmetrics.getFont(font).face

    def __missing__(self, letter: str) -> int:
        width: int = self._face.charWidths.get(ord(letter), self._face.defaultWidth)
        self[letter] = width
        return width


@cache
def _widths(font: str) -> _Widths:
    return _Widths(font)


def _piece_width(piece: Piece, size: float) -> float:
    if not piece.shaped:
        return sum(map(_widths(piece.font).__getitem__, piece.text)) * size / 1000
    return _shaped_width(piece, size)


@lru_cache(maxsize=1024)
def _shaped_width(piece: Piece, size: float) -> float:
    shaped = shapeStr(piece.text, piece.font, size)
    data = getattr(shaped, "__shapeData__", None)
    if data is None:
        return float(pdfmetrics.stringWidth(piece.text, piece.font, size))
    return sum(float(one.x_advance) for one in data) * size / 1000
