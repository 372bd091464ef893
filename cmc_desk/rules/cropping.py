"""What of a picture goes onto a badge: a frame of 3:4 that is moved and made larger or smaller, and never leaves the picture."""

from dataclasses import dataclass

ASPECT = 3 / 4
# A frame smaller than this share of the picture could not be taken hold of.
_LEAST = 0.08
# Faces are in the upper third of most pictures.
_ABOVE = 1 / 3


@dataclass(frozen=True, slots=True)
class Size:
    """The width and height of a picture in its points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame in the points of the picture, from its upper left corner; its height follows from its width."""

    x: float
    y: float
    width: float

    @property
    def height(self) -> float:
        """The height of a frame of 3:4."""
        return self.width / ASPECT


def first_frame(size: Size) -> Frame:
    """Return the largest frame, in the middle and nearer to the top."""
    width = _widest(size)
    return Frame((size.width - width) / 2, (size.height - width / ASPECT) * _ABOVE, width)


def moved(frame: Frame, right: float, down: float, size: Size) -> Frame:
    """Return the frame moved, as far as the picture goes."""
    return Frame(
        _between(0, frame.x + right, size.width - frame.width),
        _between(0, frame.y + down, size.height - frame.height),
        frame.width,
    )


def resized(frame: Frame, factor: float, size: Size) -> Frame:
    """Return the frame so many times as large around its middle, as far as the picture goes."""
    width = _between(_narrowest(size), frame.width * factor, _widest(size))
    x = frame.x + (frame.width - width) / 2
    y = frame.y + (frame.height - width / ASPECT) / 2
    return moved(Frame(x, y, width), 0, 0, size)


def pulled(frame: Frame, x: float, y: float, size: Size, *, left: bool, upper: bool) -> Frame:
    """Return the frame with one corner pulled towards a place; the opposite corner stays where it is."""
    fixed_x = frame.x + frame.width if left else frame.x
    fixed_y = frame.y + frame.height if upper else frame.y
    wanted = max((fixed_x - x) if left else (x - fixed_x), ((fixed_y - y) if upper else (y - fixed_y)) * ASPECT)
    room = min(
        fixed_x if left else size.width - fixed_x,
        (fixed_y if upper else size.height - fixed_y) * ASPECT,
    )
    width = min(max(wanted, _narrowest(size)), room)
    return moved(
        Frame(fixed_x - width if left else fixed_x, fixed_y - width / ASPECT if upper else fixed_y, width), 0, 0, size
    )


def shares(frame: Frame, size: Size) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the frame as shares of the picture."""
    return (
        frame.x / size.width,
        frame.y / size.height,
        min(1.0, (frame.x + frame.width) / size.width),
        min(1.0, (frame.y + frame.height) / size.height),
    )


def _widest(size: Size) -> float:
    return min(size.width, size.height * ASPECT)


def _narrowest(size: Size) -> float:
    return _widest(size) * _LEAST


def _between(least: float, value: float, most: float) -> float:
    return max(least, min(value, most))
