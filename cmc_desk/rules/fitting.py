"""Text made to fit its place: the largest size at which it runs over the lines there are; arithmetic over a measure."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

# The width of a text at a size of one point; at another size it is so many times that.
Measure = Callable[[str], float]
LEADING = 1.2
STEP = 0.25
_ELLIPSIS = "…"
# A line may end after a hyphen or a stroke within a word, but not after the hyphen that forbids it.
_PARTS = re.compile(r"[^-‐–/]+[-‐–/]*|[-‐–/]+")
_WHOLE = re.compile(r".+")
# Numbers of points that were computed may differ in the last digit.
_NEARLY = 1e-6


@dataclass(frozen=True, slots=True)
class Room:
    """The place for a text in points, and the sizes between which it may be set."""

    width: float
    height: float
    size: float
    comfortable: float
    smallest: float
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as it is set: `small` is below the comfortable size, `cut` is not all of it."""

    size: float
    lines: tuple[str, ...]
    small: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a text that is not parted again, the space before it, and its width at a size of one point."""

    text: str
    space: bool
    width: float


def fit(paragraphs: Sequence[str], room: Room, measure: Measure) -> Fitted:
    """Return `paragraphs`, each of which begins a line of its own, at the largest size that fits into `room`.

    Sizes go down by quarters of a point. Lines end at spaces, and after hyphens where the text would be less than
    comfortable otherwise. What does not fit at the smallest size is cut: a word that is too long between two letters, the
    rest with an ellipsis. If there are more paragraphs than lines, they run on.
    """
    texts = [" ".join(words) for words in map(_words, paragraphs) if words]
    if len(texts) > room.lines:
        texts = [" ".join(texts)]
    if not texts:
        return Fitted(room.size, ())
    space = measure(" ")
    blocks = [_parts(text, measure, _WHOLE) for text in texts]
    size = _largest(blocks, room, space)
    if size is None or size < room.comfortable:
        blocks = [_parts(text, measure, _PARTS) for text in texts]
        size = _largest(blocks, room, space)
    if size is None:
        lines, cut = _cut(texts, room, measure)
        return Fitted(room.smallest, lines, small=room.smallest < room.comfortable, cut=cut)
    lines = tuple(line for block in blocks for line in _lines(block, room.width / size, space))
    return Fitted(size, lines, small=size < room.comfortable)


def clusters(text: str) -> list[str]:
    """Return the letters of `text`, each with the marks that stand on it."""
    found: list[str] = []
    for letter in text:
        if found and (unicodedata.combining(letter) or unicodedata.category(letter) in ("Mc", "Me", "Cf")):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _words(text: str) -> list[str]:
    """Return the words between spaces at which a line may end: a no-break space is not one."""
    return [word for word in re.split(r"[ \t\r\n]+", text) if word]


def _parts(text: str, measure: Measure, ends: re.Pattern[str]) -> list[_Part]:
    found: list[_Part] = []
    for word in _words(text):
        for number, part in enumerate(ends.findall(word)):
            found.append(_Part(part, space=not number and bool(found), width=measure(part)))
    return found


def _largest(blocks: Sequence[Sequence[_Part]], room: Room, space: float) -> float | None:
    """Return the largest size on the grid at which everything fits, or None: a smaller size never needs more lines."""
    if _fits(blocks, room, room.size, space):
        return room.size
    steps = int((room.size - room.smallest) / STEP + _NEARLY)
    sizes = [room.size - STEP * step for step in range(steps + 1)]
    if sizes[-1] > room.smallest + _NEARLY:
        sizes.append(room.smallest)
    low, high = 0, len(sizes)
    while low + 1 < high:
        middle = (low + high) // 2
        if _fits(blocks, room, sizes[middle], space):
            high = middle
        else:
            low = middle
    return sizes[high] if high < len(sizes) else None


def _fits(blocks: Sequence[Sequence[_Part]], room: Room, size: float, space: float) -> bool:
    width = room.width / size + _NEARLY
    if any(part.width > width for block in blocks for part in block):
        return False
    count = sum(len(_lines(block, width, space)) for block in blocks)
    return count <= room.lines and count * size * LEADING <= room.height + _NEARLY


def _lines(parts: Sequence[_Part], width: float, space: float) -> list[str]:
    """Return lines that hold as many parts as go into `width` (for a size of one point)."""
    lines: list[str] = []
    line, used = "", 0.0
    for part in parts:
        gap = space if part.space else 0.0
        if line and used + gap + part.width > width + _NEARLY:
            lines.append(line)
            line, used = part.text, part.width
        else:
            line, used = f"{line} {part.text}" if gap and line else line + part.text, used + gap + part.width
    return [*lines, line]


def _cut(texts: Sequence[str], room: Room, measure: Measure) -> tuple[tuple[str, ...], bool]:
    """Return the lines at the smallest size, and whether anything is missing."""
    count = max(1, min(room.lines, int(room.height / (room.smallest * LEADING) + _NEARLY)))
    width, space = room.width / room.smallest, measure(" ")
    every = [
        line
        for text in texts
        for line in _lines(
            [piece for part in _parts(text, measure, _PARTS) for piece in _broken(part, width, measure)], width, space
        )
    ]
    if len(every) <= count:
        return tuple(every), False
    rest = " ".join(every[count - 1 :])
    return (*every[: count - 1], _elided(rest, width, measure)), True


def _broken(part: _Part, width: float, measure: Measure) -> list[_Part]:
    """Return a part that is wider than a line as pieces that are not."""
    if part.width <= width:
        return [part]
    pieces: list[_Part] = []
    piece = ""
    for letter in clusters(part.text):
        if piece and measure(piece + letter) > width:
            pieces.append(_Part(piece, space=part.space and not pieces, width=measure(piece)))
            piece = ""
        piece += letter
    return [*pieces, _Part(piece, space=part.space and not pieces, width=measure(piece))]


def _elided(text: str, width: float, measure: Measure) -> str:
    letters = clusters(text)
    low, high = 0, len(letters)
    while low < high:
        middle = (low + high + 1) // 2
        if measure("".join(letters[:middle]).rstrip() + _ELLIPSIS) <= width:
            low = middle
        else:
            high = middle - 1
    return "".join(letters[:low]).rstrip() + _ELLIPSIS
